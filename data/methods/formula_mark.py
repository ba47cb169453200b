"""The mark that keeps a spreadsheet from running a text as a formula: put on, and taken off."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile(r"'* *[=+\-@\t\r\n\0]")
"""How a formula starts. A text that is marked already is marked once more, or its own `'` would be
taken off when the file is loaded again."""


def marked(text: str) -> str:
    """The text with `'` before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unmarked(text: str) -> str:
    """The text as it was before `marked`."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text
