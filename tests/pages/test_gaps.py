"""The page of the gap atlas, on the real store."""

from __future__ import annotations

import re

import pytest

from components.wording import LANGUAGES, wording
from data import store
from tests.conftest import OpenPage
from tests.pages.test_pathfinders import html_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_on_pathfinders_and_lists_what_to_ask_for(app: OpenPage, language: str) -> None:
    words = wording(language)
    html = html_of(app("gaps", lang=language, iso3="NPL"))
    pathfinders = {a.code for a in store.reference("en").countries if a.pathfinder == "pathfinder"}
    rows = set(re.findall(r'<th scope="row"><a href="gaps\?[^"]*iso3=([A-Z]{3})"', html))
    assert rows == pathfinders | {"NPL"}
    nepal = store.reference(language).areas["NPL"].name
    assert words.t("gaps.asks", country=nepal) in html
    assert html.count(words.t("gaps.who.office")) >= 3
    assert "api/v1/gaps.csv?region=PATHFINDERS" in html


def test_every_set_can_be_chosen(app: OpenPage) -> None:
    page = app("gaps", region="M49_005")
    html = html_of(page)
    assert html.count('<th scope="row"><a href="gaps?iso3=') == len(
        store.known(None, "en").members["M49_005"]
    )
    box = next(b for b in page.selectbox if b.label == wording("en").t("gaps.set"))
    assert len(box.options) == len(store.known(None, "en").members) + 1
    assert not any(re.fullmatch("[A-Z_]+", name) for name in box.options)
