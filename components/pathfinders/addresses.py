"""Addresses of the pages and files that the list of pathfinders leads to."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode


class Hrefs(NamedTuple):
    """Addresses of our pages up to the code of a country, and the moment that is shown."""

    country: str
    monitoring: str
    as_of: str = ""


def file_address(name: str, as_of: str = "", **asked: str) -> str:
    """`api/v1/actions.csv?area=NPL`, as of the moment that the page shows."""
    given = {key: text for key, text in (asked | {"as_of": as_of}).items() if text}
    return f"api/v1/{name}?{urlencode(given)}" if given else f"api/v1/{name}"
