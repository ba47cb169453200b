"""Where the feed of changes stands; without the writer of feeds, which few who link to it need."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from components.wording import DEFAULT

FEED_ROUTE: Final = "api/v1/changes.atom"


def feed_address(language: str, **narrowing: str) -> str:
    """The relative address of the feed in a language, narrowed by `area`, `region` or `theme`."""
    said = ({} if language == DEFAULT else {"lang": language}) | narrowing
    query = urlencode({name: codes for name, codes in said.items() if codes}, safe=",")
    return f"{FEED_ROUTE}?{query}" if query else FEED_ROUTE
