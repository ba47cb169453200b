"""The Timeline page and its file, on the real store."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from components.timeline.choice import KINDS, year_choices
from components.wording import wording
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
    """Codes of the events that have a mark."""
    return sorted(set(re.findall(r'class="tl-m [^"]*" href="#event-([^"]+)"', html_of(page))))


def countries(page: AppTest) -> list[str]:
    """Names of the rows of countries, from the top."""
    return re.findall(r'class="tl-name"><a href="[^"]+">([^<]+)</a>', html_of(page))


def rows(**params: str) -> list[dict[str, str]]:
    text = events_text(tuple(params.items()), None, date.today())
    return list(csv.DictReader(io.StringIO(text)))


def test_the_page_stands_in_every_language_with_figure_and_table(app: OpenPage) -> None:
    for language in ("en", "fr", "ar"):
        page = app("timeline", lang=language)
        assert not page.exception
        assert len(drawn(page)) > 60
        assert html_of(page).count('<tr id="event-') > 100


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


def test_a_mark_leads_to_its_row_and_a_name_to_the_country_with_what_is_kept(app: OpenPage) -> None:
    html = html_of(app("timeline", lang="fr", area="NPL,BRA", present="1"))
    marks = re.findall(r'class="tl-m [^"]*" href="#([^"]+)" aria-label="([^"]+)"', html)
    assert len(marks) > 5
    for code, label in marks:
        assert html.count(f'<tr id="{code}">') == 1
        assert len(label) > 20
    assert 'href="country?lang=fr&amp;present=1&amp;iso3=NPL"' in html


def test_several_countries_have_a_row_each_and_the_files_carry_the_choice(app: OpenPage) -> None:
    page = app("timeline", area="NPL,BRA,ZZZ")
    assert countries(page) == ["Brazil", "Nepal"]
    assert len(page.info) == 1 and "ZZZ" in page.info[0].value
    for ending in ("csv", "ics"):
        assert f'href="api/v1/events.{ending}?area=NPL,BRA&amp;kind=' in html_of(page)


def test_the_fourteen_strategic_workshops_are_one_click(app: OpenPage) -> None:
    page = app("timeline")
    (button,) = [one for one in page.button if one.key == "only-strategic"]
    assert "14" in button.label
    page = button.click().run()
    assert page.query_params["kind"] == "strategic_workshop"
    assert len(drawn(page)) == 14 == len(countries(page))
    assert sorted(drawn(page)) == sorted(row["code"] for row in rows(kind="strategic_workshop"))
    (button,) = [one for one in page.button if one.key == "only-strategic"]
    page = button.click().run()
    assert "kind" not in page.query_params and len(drawn(page)) > 100


def test_the_one_click_widens_years_that_hide_workshops(app: OpenPage) -> None:
    page = app("timeline", **{"from": "2019", "to": "2030"})
    (button,) = [one for one in page.button if one.key == "only-strategic"]
    assert "14" in button.label
    page = button.click().run()
    assert "from" not in page.query_params and len(drawn(page)) == 14
    page = app("timeline", area="KEN")
    (button,) = [one for one in page.button if one.key == "only-strategic"]
    assert button.disabled


def test_every_event_of_every_kind_is_drawn_or_said(app: OpenPage) -> None:
    everything = {"kind": ",".join(KINDS), "from": "2014", "to": "2030"}
    page = app("timeline", **everything)
    found = rows(**everything)
    assert drawn(page) == sorted(row["code"] for row in found if row["date"])
    html = html_of(page)
    for row in found:
        assert html.count(f'<tr id="event-{row["code"]}">') == 1
    assert f"{sum(not row['date'] for row in found)} without a date" in html


def test_chips_count_what_the_places_and_years_hold(app: OpenPage) -> None:
    words = wording("en")
    page = app("timeline", area="NPL")
    (chips,) = [one for one in page.button_group if one.key == "choice-kind"]
    count = len(rows(area="NPL", kind="milestone", **{"from": "2015"}))
    label = words.t("timeline.kind_count", kind=words.t("timeline.chip.milestone"), count=count)
    assert count > 3 and label in [option.content for option in chips.proto.options]


@pytest.mark.parametrize(
    ("name", "years"), [("five", ("2022", "2026")), ("ahead", ("2026", "2030"))]
)
def test_a_quick_choice_writes_its_years(app: OpenPage, name: str, years: tuple[str, str]) -> None:
    first, last = (str(year) for year in year_choices(date.today().year)[name])
    assert (first, last) == years or date.today().year != 2026
    page = app("timeline")
    (quick,) = [one for one in page.button_group if one.key == "choice-years"]
    page = quick.set_value(name).run()
    assert (page.query_params["from"], page.query_params["to"]) == (first, last)
    html = html_of(page)
    assert f">{int(first) - 1}</span>" not in html and f">{first}</span>" in html


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
