"""Bytes of a file that leave while it is written."""

from __future__ import annotations

import io
from typing import Any


class ByteSink(io.RawIOBase):
    """A file that cannot be read or rewound, and gives what was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self._written = bytearray()

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Keep bytes until they are taken."""
        self._written += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since it was taken last."""
        taken = bytes(self._written)
        self._written.clear()
        return taken
