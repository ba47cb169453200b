"""`/robots.txt`: the pages are for everybody; their machinery and the downloads are no reading."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

# `from` and `to` make as many addresses as there are pairs of years, all of the same page.
TEXT: Final = """User-agent: *
Disallow: /_stcore/
Disallow: /api/
Disallow: /media/
Disallow: /paused
Disallow: /*?*from=
Disallow: /*?*to=
Allow: /
"""


async def robots_txt(_request: Request) -> Response:
    """The text."""
    return PlainTextResponse(TEXT, headers={"Cache-Control": "public, max-age=86400"})
