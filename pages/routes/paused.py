"""`/paused`: where a page goes that stood untouched for too long, with the way back."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from pages.service.address import LONGEST_ADDRESS
from pages.service.plain_page import accepted_language, plain_page

START: Final = "./"
_OURS: Final = re.compile(r"[a-z_]*(\?[!$-;=?-~]*)?", re.ASCII)
"""One page of ours and its parameters: no scheme, no host, no folder can be written so."""


def way_back(asked: str) -> str:
    """The page that is asked for as a relative address; the start page for anything else."""
    if not asked or len(asked) > LONGEST_ADDRESS or not _OURS.fullmatch(asked):
        return START
    return START + asked if asked.startswith("?") else asked


async def paused(request: Request) -> Response:
    """A plain page in the language of the page that it leads back to."""
    back = way_back(request.query_params.get("back", ""))
    asked = parse_qs(back.partition("?")[2]).get("lang", [""])[-1]
    language = accepted_language(asked, request.headers.get("accept-language", ""))
    return plain_page("paused", language, back, status=200)
