"""What a visitor asked for, said back to him: short, and without what a terminal would obey."""

from __future__ import annotations

from typing import Final

LONGEST_ECHO: Final = 60
"""Characters of an unknown value that an answer repeats."""


def echoed(text: str) -> str:
    """The first characters of a text, with a replacement mark for each that cannot be printed."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text[:LONGEST_ECHO])
