"""What a page's first run weighs: every message that the server sends a browser, in bytes."""

from __future__ import annotations

from typing import Final

import pytest

from components.wording import LANGUAGES
from tests.conftest import OpenPage

MOST: Final = {
    ("world", ""): 150_000,
    ("country", "NPL"): 178_000,
    ("country", "BRA"): 178_000,
    ("country", "TUV"): 96_000,
    ("compare", "NPL,BGD,IND"): 50_000,
    ("compare", "NPL,BGD,IND,PAK,GHA,BRA,MEX,KEN"): 60_000,
    ("pathfinders", ""): 191_000,
    ("monitoring", "MEX"): 120_000,
    ("timeline", ""): 62_000,
    ("alliance", ""): 68_000,
    ("explore", ""): 82_000,
    ("changed", ""): 10_000,
    ("sources", ""): 70_000,
}
"""The heaviest language is Arabic: two bytes a letter."""


def assert_weight(sent: list[int], page: str, countries: str) -> None:
    """Messages were sent, together no heavier than the page may be."""
    assert len(sent) > 15
    assert sum(sent) <= MOST.get((page, countries), MOST["country", "NPL"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "countries"), [key for key in MOST if key[0] != "country"])
def test_the_first_run_of_a_page(
    app: OpenPage, sent: list[int], page: str, countries: str, language: str
) -> None:
    """Country pages: test_country.py."""
    shown = app(page, lang=language, **({"iso3": countries} if countries else {}))

    assert not shown.exception
    assert_weight(sent, page, countries)
