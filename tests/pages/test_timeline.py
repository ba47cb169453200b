"""The Timeline page and its file, on the real store."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.routes.pathfinder_files import Refused, events_text
from tests.conftest import OpenPage
from tests.pages.test_pathfinders import html_of

OFFICIAL_WORKSHOPS = {
    "MDG": "2018-10-25",
    "NPL": "2019-02-07",
    "MRT": "2019-03-04",
    "CHL": "2019-03-28",
    "TUN": "2019-03-28",
    "ALB": "2019-04-12",
    "UGA": "2019-04-17",
    "NGA": "2019-05-09",
    "VNM": "2019-05-24",
    "FJI": "2019-08-22",
    "PER": "2019-09-12",
    "MEX": "2019-09-24",
    "ETH": "2019-12-20",
    "MWI": "2020-03-26",
}
"""The table of May 2020: thirteen held, Malawi's postponed."""


def drawn(page: AppTest) -> list[str]:
    """Codes of the events in the figure."""
    charts = [e for e in page.main if e.type == "plotly_chart"] or [
        e for block in page.main.children.values() for e in block if e.type == "plotly_chart"
    ]
    figure = json.loads(charts[0].proto.spec)
    return sorted({code for trace in figure["data"] for code in trace["customdata"]})


def rows(**params: str) -> list[dict[str, str]]:
    text = events_text(tuple(params.items()), None, date.today())
    return list(csv.DictReader(io.StringIO(text)))


def test_the_page_stands_in_every_language_with_figure_and_table(app: OpenPage) -> None:
    for language in ("en", "fr", "ar"):
        page = app("timeline", lang=language)
        assert not page.exception
        assert len(drawn(page)) > 60
        assert html_of(page).count("<tr>") > 60


@pytest.mark.usefixtures("store_url")
def test_the_official_workshops_stand_once_each_with_malawi_postponed() -> None:
    found = rows(kind="strategic_workshop")
    assert {row["area"]: row["date"] for row in found} == OFFICIAL_WORKSHOPS
    assert len(found) == len(OFFICIAL_WORKSHOPS) == 14
    for area, day in OFFICIAL_WORKSHOPS.items():
        (row,) = [row for row in found if row["area"] == area and row["date"] == day]
        assert row["state"] == ("postponed" if area == "MWI" else "held")
        assert row["page"].startswith("https://") or row["page"].startswith("http://")


def test_the_figure_shows_what_the_url_asks_for(app: OpenPage) -> None:
    params = {
        "area": "NPL",
        "kind": "strategic_workshop,stage,ratification",
        "from": "2015",
        "to": "2026",
    }
    page = app("timeline", **params)
    assert not page.exception
    asked = sorted(row["code"] for row in rows(**params) if row["date"])
    assert drawn(page) == asked
    assert "api/v1/events.csv?area=NPL" in html_of(page)


@pytest.mark.usefixtures("store_url")
def test_the_file_takes_several_countries_and_holds_plans_as_periods() -> None:
    found = rows(area="NPL,BRA,CHL", kind="plan,training,further_workshop")
    assert {row["area"] for row in found} == {"NPL", "BRA", "CHL"}
    plans = {row["code"]: row for row in found if row["kind"] == "plan"}
    renewed = plans["CHL-roadmap-2022-period"]
    assert (renewed["date"], renewed["end"], renewed["state"]) == ("2022", "2025", "period")
    assert renewed["title_fr"].startswith("Chili")


@pytest.mark.usefixtures("store_url")
def test_ratifications_by_pathfinders_are_events() -> None:
    found = {row["code"]: row for row in rows(kind="ratification")}
    assert found["NPL-ratification-C138"]["date"] == "1997-05-30"
    assert len({row["area"] for row in found.values()}) > 25
    assert all(row["date"] and row["page"] for row in found.values())


def test_an_empty_choice_and_bad_values_get_sentences(app: OpenPage) -> None:
    page = app("timeline", area="FJI", kind="report")
    assert not page.exception
    assert "pf-none" in html_of(page)
    page = app("timeline", kind="party", region="ATLANTIS", to="1066")
    assert not page.exception
    assert len(page.info) == 3
    assert len(drawn(page)) > 60


@pytest.mark.usefixtures("store_url")
def test_the_file_names_what_it_refuses() -> None:
    for asked, name in ((("kind", "party"), "kind"), (("year", "2019"), ""), (("to", "1"), "to")):
        with pytest.raises(Refused) as refused:
            events_text((asked,), None, date.today())
        assert refused.value.parameter == name and refused.value.allowed
