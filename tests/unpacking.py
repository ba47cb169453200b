"""What a browser makes of packed HTML (components/packing.py, components/ui/unpack.js)."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from typing import Final

from components.packing import BETWEEN, PLACE

PACK: Final = re.compile(r'<i hidden data-packed="([^"]*)"></i>')


def unpacked(html: str) -> str:
    """The HTML with every packed part back in its place."""
    pieces, at = [], 0
    for pack in PACK.finditer(html):
        parts = iter(zlib.decompress(b64decode(pack[1])).decode().split(BETWEEN))
        own = html[at : pack.start()]
        pieces.append(re.sub(re.escape(PLACE), lambda _place, rest=parts: next(rest), own))
        at = pack.end()
    return "".join([*pieces, html[at:]])
