"""What machines ask for at an address of old, whatever the page: `/robots.txt`, `/favicon.ico`."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.look import look_files, look_name
from pages.routes.own_address import own_root

# The pages are for everybody; their machinery and the downloads are no reading. `from` and `to`
# make as many addresses as there are pairs of years, all of the same page; so do past releases.
TEXT: Final = """User-agent: *
Disallow: /_stcore/
Disallow: /api/
Disallow: /media/
Disallow: /paused
Disallow: /preview
Disallow: /*?*from=
Disallow: /*?*to=
Disallow: /text/*?*as_of=
Allow: /
"""
_FOR_A_DAY: Final = {"Cache-Control": "public, max-age=86400"}


async def robots_txt(request: Request) -> Response:
    """Where those who read for a search engine should not go, and where they find every page."""
    root = own_root(request)
    # A map of the site is named by its whole address or not at all.
    text = f"{TEXT}\nSitemap: {root}sitemap.xml\n" if root else TEXT
    return PlainTextResponse(text, headers=_FOR_A_DAY)


async def favicon(_request: Request) -> Response:
    """The icon of the pages, for pages that name none and for files."""
    icon = look_files()[look_name("icon.png")]
    return Response(icon, media_type="image/png", headers=_FOR_A_DAY)
