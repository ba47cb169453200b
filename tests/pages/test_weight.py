"""What a page's first run weighs: every message that the server sends a browser, in bytes."""

from __future__ import annotations

from typing import Final

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from components.wording import LANGUAGES
from tests.conftest import OpenPage

MOST: Final = {
    ("world", ""): 155_000,
    ("country", "NPL"): 178_000,
    ("country", "BRA"): 178_000,
    ("country", "TUV"): 110_000,
    ("compare", "NPL,BGD,IND"): 60_000,
    ("pathfinders", ""): 245_000,
    ("timeline", ""): 145_000,
    ("explore", ""): 90_000,
    ("changed", ""): 18_000,
    ("sources", ""): 80_000,
}
"""The heaviest language is Arabic: two bytes a letter."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "countries"), MOST)
def test_the_first_run_of_a_page(
    app: OpenPage, monkeypatch: pytest.MonkeyPatch, page: str, countries: str, language: str
) -> None:
    sent: list[int] = []
    enqueue = ForwardMsgQueue.enqueue

    def weighed(queue: ForwardMsgQueue, message: ForwardMsg) -> None:
        sent.append(message.ByteSize())
        enqueue(queue, message)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", weighed)
    shown = app(page, lang=language, **({"iso3": countries} if countries else {}))

    assert not shown.exception
    assert len(sent) > 15
    assert sum(sent) <= MOST[page, countries]
