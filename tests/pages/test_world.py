"""The world page on the real store: what it answers, in every language and view."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from sqlalchemy import Connection

from components.wording import LANGUAGES, wording
from data.database import read_engine
from data.methods.selection import headlines
from data.queries import areas, figures
from data.records import Described
from tests.conftest import OpenPage
from tests.pages.test_pages import elements, key_of, markup, plain_text

TAG = re.compile(r"<[^>]+>")


def texts(page: Any, pattern: str) -> list[str]:
    """What stands in some HTML, without tags."""
    return [
        " ".join(unescape(TAG.sub(" ", found)).split())
        for found in re.findall(pattern, markup(page.main), flags=re.S)
    ]


@pytest.fixture(scope="module")
def connection(store_url: str) -> Any:
    """A connection to the real store."""
    engine = read_engine(store_url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def test_the_three_numbers_with_their_change_and_strength(app: OpenPage) -> None:
    page = app("world")
    assert texts(page, r'<p class="world-number"[^>]*>(.*?)</p>') == [
        "138 million",
        "27.6 million",
        "172 countries",
    ]
    assert re.findall(r'class="world-number" title="([^"]*)"', markup(page.main)) == [
        "137,562,330 persons",
        "27,600,000 persons",
    ]
    child, forced, victims = texts(page, r'<section class="theme-[a-z_]+">(.*?)</section>')
    assert "Down from 160 million in 2020" in child
    assert "Comparable : one series of estimates" in child
    assert "The date of 2025 passed unmet. First estimate: 246 million, 2000." in child
    assert (
        "Zero by 2030 would need 22.9 million fewer each year; from 2020 to 2024: "
        "5.61 million a year." in child
    )
    assert "24.9 million in 2016 Not comparable : each edition has its own method" in forced
    assert "Down" not in forced and "Up" not in forced
    assert "Detection is not prevalence." in victims


def test_the_count_of_reporting_countries_is_that_of_the_store(connection: Connection) -> None:
    told = figures.reporting(connection, headlines()["trafficking_victims"])
    countries = {
        area.code
        for area in areas.areas(connection, "en").values()
        if area.kind in areas.COUNTRY_KINDS
    }
    assert len(frozenset().union(*told.values()) & countries) == 172
    assert (len(told[2023] & countries), len(told[2022] & countries)) == (90, 127)


def test_the_pace_is_printed_with_its_formula(app: OpenPage) -> None:
    assert (
        "Our own arithmetic, on a straight line, not a publisher’s projection: 137,562,330 in "
        "2024, divided by the 6 years to 2030, is 22.9 million a year." in plain_text(app("world"))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["map", "chart", "table"])
def test_every_view_stands_in_every_language(app: OpenPage, language: str, view: str) -> None:
    page = app("world", lang=language, view=view)
    assert not page.exception
    switch = next(e for e in elements(page.main) if key_of(e).endswith("choice-view"))
    assert switch.proto.label == wording(language).t("world.show")
    drawn = [e.type for e in elements(page.main)].count("plotly_chart")
    assert drawn == (1 if view == "map" else 0)
    html = markup(page.main)
    assert html.count('class="world-countries"') == 1
    assert html.count('id="world-dots"') == 1
    assert 'id="world-history"' in html and 'id="world-regions"' in html


@pytest.mark.parametrize("code", headlines())
def test_every_headline_measure_can_be_mapped_and_accounts_for_all_250(
    app: OpenPage, code: str, connection: Connection
) -> None:
    page = app("world", indicator=code, view="table")
    assert not page.exception
    html = markup(page.main)
    rows = html.split('class="world-countries"')[1].split("</div>")[0]
    with_figure = rows.count("<li>")
    silent = html.split('class="not-drawn"')[1].split("</details>")[0].count("<li>")
    assert with_figure + silent == 250
    latest = figures.latest(
        connection,
        headlines()[code],
        about=Described(
            indicators=figures.indicators(connection),
            sources=figures.sources(connection),
            areas=areas.areas(connection, "en"),
        ),
    )
    countries = {a for a, area in areas.areas(connection, "en").items()
                 if area.kind in areas.COUNTRY_KINDS}  # fmt: skip
    valued = {row.area for row in latest.observations if row.value is not None} & countries
    assert with_figure == len(valued)


def test_counts_are_not_set_beside_each_other(app: OpenPage) -> None:
    page = app("world", indicator="trafficking_victims", view="chart")
    dots = markup(page.main).split('id="world-dots"')[1].split('id="world-history"')[0]
    assert "plot-mark" not in dots
    assert wording("en").t("world.counts_apart") in unescape(dots)


def test_a_view_that_does_not_exist_is_the_map(app: OpenPage) -> None:
    page = app("world", view="hologram")
    assert [e.type for e in elements(page.main)].count("plotly_chart") == 1


def test_the_table_is_in_the_order_of_the_alphabet(app: OpenPage) -> None:
    html = markup(app("world", view="table").main)
    africa = html.split('class="world-countries"')[1].split("</section>")[0]
    names = [unescape(name) for name in re.findall(r"<a href=[^>]*>([^<]*)</a>", africa)]
    assert names[:4] == ["Algeria", "Angola", "Benin", "Burkina Faso"]
    assert len(names) > 40
