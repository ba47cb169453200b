"""The script by which a page that stands untouched gives its session back, and says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

PRESENTING: Final = 12
"""How many times longer a page may stand untouched when it is presented (`present=1`)."""


@cache
def idle_script(minutes: int) -> str:
    """After `minutes` without a pointer or a key it goes to `/paused`, which leads back.

    A little before the server would close the session (pages/service/messages.py): Streamlit's
    page would open another at once, for ever.
    """
    lines = map(str.strip, Path(__file__).with_suffix(".js").read_text("utf-8").splitlines())
    # It goes out with every run of a page: without its comments and what sets its lines in.
    script = "\n".join(line for line in lines if not line.startswith("//"))
    filled = script.replace("PRESENTING", str(PRESENTING)).replace("MINUTES", str(minutes))
    return f"<script>{filled}</script>"
