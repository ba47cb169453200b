"""The table of figures: every indicator's rows, the absent ones too, as they are published."""

from __future__ import annotations

import re
from html import unescape

import pytest

from components import numbers
from components.explore.figures_table import figures_table
from components.explore.filters import Filters
from components.explore.links import Links
from components.explore.view import View
from components.wording import LANGUAGES, wording
from data import store
from data.records import VALUELESS_STATUS, Explored, Observation
from tests.components.explore.views import explored_of, row

pytestmark = pytest.mark.usefixtures("store_url")


def table(rows: tuple[Observation, ...], language: str = "en", sort: str = "") -> str:
    known, words = store.known(None, language), wording(language)
    view = View(Filters(), tab="table", sort=sort)
    return unescape(figures_table(rows, len(rows), view, known, Links("en"), words))


def several(explored: Explored) -> tuple[Observation, ...]:
    """Some figures and some absences, as many as a table shows at once."""
    rows = (*explored.rows, *explored.withheld)
    absent = [one for one in rows if one.value is None]
    present = [one for one in rows if one.value is not None]
    return (*present[:20], *absent[:20])


def test_every_indicator_has_its_rows_in_the_table_figures_and_absences() -> None:
    known, words = store.known(None, "en"), wording("en")
    kinds = set()
    for code in known.offers:
        rows = several(explored_of(View(Filters(indicator=(code,)))))
        assert rows, code
        html = table(rows)
        assert html.count('<tr><th scope="row">') == len(rows), code
        for one in rows:
            shown = (
                numbers.number(one.value, words)
                if one.value is not None
                else numbers.figure(one, known.indicators[code], words)
            )
            assert shown in html, (code, one)
        kinds |= {one.status for one in rows if one.value is None}
    assert kinds == VALUELESS_STATUS


@pytest.mark.parametrize("language", LANGUAGES)
def test_absences_are_told_apart_and_an_interval_stands_beside_its_figure(language: str) -> None:
    absent = [row(value=None, status=status) for status in sorted(VALUELESS_STATUS)]
    html = table((row(value=0.0), row(value=4.3, lower=3.9, upper=4.7), *absent), language)
    words, indicator = wording(language), store.known(None, language).indicators[row().indicator]
    said = {numbers.figure(one, indicator, words) for one in absent}
    assert len(said) == len(VALUELESS_STATUS) and all(text in html for text in said)
    bounds = [numbers.number(bound, words) for bound in (3.9, 4.7)]
    assert words.t("explore_page.interval", lower=bounds[0], upper=bounds[1]) in html
    assert html.count("absent") == len(VALUELESS_STATUS)


@pytest.mark.parametrize(
    "sort, years",
    [
        ("", [2010, 2020, 2015, 2012]),
        ("name", [2010, 2020, 2015, 2012]),
        ("value", [2012, 2010, 2020, 2015]),
        ("year", [2020, 2015, 2012, 2010]),
    ],
)
def test_rows_stand_in_the_asked_order(sort: str, years: list[int]) -> None:
    rows = (
        row(area="BRA", year=2010, value=3.0),
        row(area="BRA", year=2020, value=1.0),
        row(area="BRA", year=2015, value=None, status="O"),
        row(area="NPL", year=2012, value=5.0),
    )
    cells = re.findall(r"<td>(\d{4})</td>", table(rows, sort=sort))
    assert list(map(int, cells)) == years
