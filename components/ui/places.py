"""Where a reader stands on a page: anchors that are found on a cold load, Back to the old place.

The browser looks for the anchor of an address before Streamlit has drawn anything, and keeps no
place in the box that scrolls here. `places.js` does both, and folds on a phone what is marked
`data-fold="narrow"`. It runs once a document; later runs find it there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).with_name("places.js")


@cache
def places_script() -> str:
    """The script as HTML for `st.html(…, unsafe_allow_javascript=True)`."""
    return f"<script>{SCRIPT.read_text(encoding='utf-8')}</script>"
