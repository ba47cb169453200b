"""What takes no room at first travels packed: the browser unpacks it as soon as it stands there.

That is what lies behind closed folds, the marks of a plot, whose box keeps its place without them,
and what a template marks as far down its page (`FAR` … `END`): three quarters of a country's page
and nearly all of the list of pathfinders. Packed, they take a tenth: a rerun hashes, encodes and
compresses so much less for each of its readers. `components/ui/unpack.js` puts them back before
anybody can open a fold, so that search in the page, print and the keyboard find all of it where it
was.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from typing import Final

SMALLEST: Final = 400
"""Letters that are worth a place of their own."""

PLACE: Final = "<i hidden data-packed-place></i>"
BETWEEN: Final = "\0"
"""Stands between two parts; HTML may not hold it, and templates never do."""

FAR: Final = "<!--far-->"
END: Final = "<!--/far-->"

_STOP: Final = re.compile(
    rf'<details\b[^>]*>|</details>|<div class="plot-area[^>]*>|{FAR}.*?{END}', re.DOTALL
)
_OPEN: Final = re.compile(r"\sopen\b")


def _bodies(html: str) -> list[tuple[int, int]]:
    """Start and end of what may be packed: after the summary of each outermost closed fold, what is
    marked as far, and the inside of each plot in sight, which holds no box of its own."""
    found: list[tuple[int, int]] = []
    depth, start = 0, -1
    for tag in _STOP.finditer(html):
        if start < 0 and tag[0].startswith(FAR):
            found.append((tag.start() + len(FAR), tag.end() - len(END)))
        elif start < 0 and tag[0].startswith("<div"):
            found.append((tag.end(), html.index("</div>", tag.end())))
        elif tag[0] == "</details>":
            depth -= 1
            if start >= 0 and depth == 0:
                found.append((html.index("</summary>", start) + len("</summary>"), tag.start()))
                start = -1
        elif tag[0].startswith("<details"):
            if start < 0 and not _OPEN.search(tag[0]):
                start, depth = tag.end(), 0
            depth += 1
    return [(start, end) for start, end in found if end - start >= SMALLEST]


def packed(html: str) -> str:
    """The HTML with what takes no room at first packed at its end; the same when that is little."""
    bodies = _bodies(html)
    if not bodies:
        return html
    pieces, at = [], 0
    for start, end in bodies:
        pieces += [html[at:start], PLACE]
        at = end
    pieces.append(html[at:])
    away = BETWEEN.join(html[start:end] for start, end in bodies)
    pack = b64encode(zlib.compress(away.encode(), 9)).decode()
    return f'{"".join(pieces)}<i hidden data-packed="{pack}"></i>'
