"""A stranger's words when they are repeated: short, and nothing that a terminal would obey."""

from __future__ import annotations

from typing import Final

LONGEST_ECHO: Final = 60
"""Letters of an unknown code, name or date that are said again."""
MOST_SAID: Final = 5
"""Sentences about what is not understood in one address; ten thousand would fit in it."""


def echoed(text: str) -> str:
    """The first letters of the text, with a sign in place of what cannot be printed."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text[:LONGEST_ECHO])
