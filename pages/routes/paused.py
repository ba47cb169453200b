"""`/paused`: where a page goes that stood untouched for too long, with the way back."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from components.page_address import is_page_address
from pages.service.address import LONGEST_ADDRESS
from pages.service.plain_page import accepted_language, plain_page

START: Final = "./"


def way_back(asked: str) -> str:
    """The page that is asked for as a relative address; the start page for anything else."""
    if not asked or not is_page_address(asked, most=LONGEST_ADDRESS):
        return START
    return START + asked if asked.startswith("?") else asked


async def paused(request: Request) -> Response:
    """A plain page in the language of the page that it leads back to."""
    back = way_back(request.query_params.get("back", ""))
    asked = parse_qs(back.partition("?")[2]).get("lang", [""])[-1]
    language = accepted_language(asked, request.headers.get("accept-language", ""))
    return plain_page("paused", language, back, status=200)
