"""What a browser sends through its websocket to see a page."""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.proto.BackMsg_pb2 import BackMsg


def page_message(page: str = "", query: str = "", *, kept: Iterable[str] = ()) -> bytes:
    """The message that asks for a page, the start page by default; `kept` are the hashes of the
    messages that the browser still has."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    asked.rerun_script.cached_message_hashes.extend(kept)
    return asked.SerializeToString()
