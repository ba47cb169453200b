"""How wide a text will stand, before any browser has seen it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import combining

# Advance widths of Source Sans at its regular weight, rounded up to a twentieth of an em.
_LETTERS: Final = (
    (0.2, " \u00a0\u202f"),
    (0.25, "',.:;ij|\u00b7\u00ec\u00ed\u00ee\u00ef\u2018\u2019"),
    (0.3, "!Ifl\u00cc\u00cd\u00ce\u00cf"),
    (0.35, "()-/[\\]rt{}"),
    (0.45, '"*?sxz\u00ab\u00bb\u201c\u201d'),
    (0.5, "#$+0123456789<=>FJLY^_cekvy~\u00e7\u00e8\u00e9\u00ea\u00eb\u2013"),
    (0.55, "AESTVXZaghnou\u00c0\u00c2\u00c9\u00c8\u00ca\u00e0\u00e2\u00f4\u00f9\u00fb\u00fc"),
    (0.6, "BCKPRbdpq\u00c7"),
    (0.65, "&DGNU\u00d4"),
    (0.7, "HOQ"),
    (0.75, "Mw"),
    (0.85, "%@mW\u0153\u2014"),
)
WIDTHS: Final = {letter: width for width, letters in _LETTERS for letter in letters}
UNKNOWN: Final = 0.75
ARABIC: Final = 0.6
"""A joined letter of the widest face that an Arabic text may fall back to, on average."""

_UNSEEN: Final = frozenset("\u2066\u2067\u2068\u2069\u200e\u200f")
TEXT: Final = 0.875
"""The size of the type in rem."""


def _em(letter: str) -> float:
    if letter in _UNSEEN or combining(letter):
        return 0.0
    if "\u0600" <= letter <= "\u06ff":
        return ARABIC
    return WIDTHS.get(letter, UNKNOWN)


@lru_cache(maxsize=4096)
def text_width(text: str) -> float:
    """The width of a line of text of 0.875 rem, in rem: an estimate that errs on the wide side."""
    return round(TEXT * sum(map(_em, text)), 3)
