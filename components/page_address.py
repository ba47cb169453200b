"""Relative addresses of our own pages: what a link from outside may lead to, and nothing else."""

from __future__ import annotations

import re
from typing import Final

_OURS: Final = re.compile(r"[a-z_]*(\?[!$-;=?-~]*)?", re.ASCII)
"""One page of ours and its parameters: no scheme, no host, no folder can be written so."""


def is_page_address(text: str, *, most: int) -> bool:
    """Whether a text of at most `most` characters is `country?iso3=NPL` or the like."""
    return len(text) <= most and _OURS.fullmatch(text) is not None
