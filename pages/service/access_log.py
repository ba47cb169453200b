"""The lines of requests are uvicorn's affair: `--access-log` and `--no-access-log` decide."""

from __future__ import annotations

import logging
from typing import Final

ACCESS: Final = logging.getLogger("uvicorn.access")
ERRORS: Final = logging.getLogger("uvicorn.error")
_OF_WEBSOCKETS: Final = (
    '%s - "WebSocket',
    "connection open",
    "connection closed",
    "connection rejected",
)
"""How lines about a visitor's websocket begin; uvicorn (0.54) writes them among the errors."""


def _tells_no_visit(record: logging.LogRecord) -> bool:
    """Whether a line is about more than a websocket that came or went."""
    visit = str(record.msg).startswith(_OF_WEBSOCKETS)
    return record.levelno > logging.INFO or not visit or ACCESS.hasHandlers()


def obey_access_log() -> None:
    """Take away the handler that Streamlit puts on uvicorn's access log when it is imported.

    uvicorn writes a line wherever that log has any handler; with Streamlit's (1.67) it writes them
    although `--no-access-log` was given, and twice without. A websocket's lines go the same way.
    """
    added = getattr(ACCESS, "streamlit_console_handler", None)
    if added is not None:
        ACCESS.removeHandler(added)
    if _tells_no_visit not in ERRORS.filters:
        ERRORS.addFilter(_tells_no_visit)
