"""The page of countries side by side: up to eight, a ninth is left out and said."""

from __future__ import annotations

import re
from typing import Final

import pytest

from components.wording import LANGUAGES, wording
from tests.conftest import OpenPage
from tests.pages.test_pages import assert_sound, markup

EIGHT: Final = "NPL,BGD,IND,PAK,GHA,BRA,TUV,ATA"
ROW: Final = re.compile(r'<th scope="row"><a href="([^"]+)">')


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_countries_are_rows_of_one_table_in_the_readers_order(
    app: OpenPage, language: str
) -> None:
    shown = app("compare", lang=language, iso3=f"{EIGHT},FRA")
    html = markup(shown.main)
    words = wording(language)

    assert_sound(shown)
    assert [address[-3:] for address in ROW.findall(html)] == EIGHT.split(",")
    assert html.count('<th scope="col"') == 6
    assert [one.value.replace("\\", "") for one in shown.info] == [words.t("compare.too_many")]
    assert words.t("compared.lead") in html
    assert words.t("peers.full") in html
    assert f"area={EIGHT.replace(',', '%2C')}" in html
    assert re.search(rf'href="api/v1/observations.csv\?indicator=[^"]+area={EIGHT}"', html)


def test_the_years_of_the_figures_are_said(app: OpenPage) -> None:
    html = markup(app("compare", iso3="NPL,BGD").main)

    assert "Child labour: figures of 2014–2025." in html
    assert "Human trafficking: figures of 2021–2023." in html
    assert "compare-table" not in html


def test_two_pages_face_each_other_and_three_do_not(app: OpenPage) -> None:
    two = markup(app("compare", iso3="NPL,TUV", facing="1").main)
    three = app("compare", iso3="NPL,TUV,BGD", facing="1")

    assert 'class="facing"' in two
    assert "Nothing of this is held for Tuvalu" in two
    assert 'class="facing"' not in markup(three.main)
    assert "3 are chosen" in three.info[0].value


def test_what_happened_stands_below_both_pages_with_places_of_their_own(app: OpenPage) -> None:
    without = markup(app("compare", iso3="NPL,BRA", facing="1").main)
    html = markup(app("compare", iso3="NPL,BRA", facing="1", events="1").main)

    heading = wording("en").t("overlay.heading")
    assert heading in html and heading not in without
    marks = re.findall(r'href="#([^"]*-event-\d+)"', html)
    rows = re.findall(r'id="([^"]*-event-\d+)"', html)
    assert set(marks) == set(rows) and len(rows) == len(set(rows)) > 10
    both = {re.sub(r"\W", " ", place).split()[0] for place in rows}
    assert len(both) > 1


def test_what_two_whole_pages_weigh(app: OpenPage, sent: list[int]) -> None:
    shown = app("compare", iso3="NPL,BRA", facing="1", lang="ar")

    assert not shown.exception
    assert sum(sent) < 290_000
