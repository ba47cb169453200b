"""The script that puts packed HTML back in its place (see components/packing.py)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).with_name("unpack.js")


@cache
def unpack_script() -> str:
    """The script as HTML for `st.html(…, unsafe_allow_javascript=True)`."""
    return f"<script>{SCRIPT.read_text(encoding='utf-8')}</script>"
