"""What a page's run sends to a browser."""

from __future__ import annotations

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.service.exports import exports


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Bytes of every message that the server sends, as it is sent."""
    weights: list[int] = []
    enqueue = ForwardMsgQueue.enqueue

    def weighed(queue: ForwardMsgQueue, message: ForwardMsg) -> None:
        weights.append(message.ByteSize())
        enqueue(queue, message)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", weighed)
    return weights


@pytest.fixture(autouse=True, scope="module")
def no_files_of_other_stores() -> None:
    """Files are kept by the state of the one store of a process; each module here may have its own,
    and copies of one store are in one state until they differ."""
    exports.cache_clear()
