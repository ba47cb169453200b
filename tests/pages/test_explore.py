"""The data page on the frame: filters come from the URL and go to it as codes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Connection, func, select
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components.explore.questions import QUESTIONS
from components.explore.record_kinds import KINDS
from components.explore.records_page import HELD_BACK, RecordsAsked, chosen
from components.explore.region_names import basis_sentence
from components.ui.explore_records import rows_of
from components.wording import LANGUAGES, wording
from data import store
from data.schema import observation
from pages.routes import API
from tests.pages.test_pages import markup
from tests.unpacking import unpacked

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(API))) as opened:
        yield opened


def html_of(page: AppTest) -> str:
    return "".join(unpacked(element.proto.body) for element in page.get("html"))


def csv_link(page: AppTest) -> dict[str, list[str]]:
    html = html_of(page).replace("&amp;", "&")
    address = html.split('class="take-first" href="')[1].split('"')[0]
    return parse_qs(urlsplit(address).query)


def boxes_of(page: AppTest) -> dict[str, dict[str, Any]]:
    """What each box was given, by its label."""
    given = [json.loads(box.proto.json) for box in page.get("bidi_component")]
    return {box["words"]["label"]: box for box in given if "label" in box["words"]}


def test_a_deep_link_sets_the_filters_and_the_file(app: OpenPage, connection: Connection) -> None:
    page = app("explore", area="NPL", indicator="SL_TLF_CHLDEA", sex="T")
    assert not page.exception
    places = boxes_of(page)[wording("en").t("explore_page.places")]
    assert places["chosen"] == [{"code": "area:NPL", "name": "Nepal"}]
    assert csv_link(page) == {"indicator": ["SL_TLF_CHLDEA"], "area": ["NPL"], "sex": ["T"]}
    rows = connection.scalar(
        select(func.count()).where(
            observation.c.area == "NPL",
            observation.c.indicator == "SL_TLF_CHLDEA",
            observation.c.sex == "T",
        )
    )
    assert wording("en").plural("explore_take.figures", rows, count=rows) in html_of(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_filter_it_begins_with_questions_and_themes(app: OpenPage, language: str) -> None:
    page = app("explore", lang=language)
    html = html_of(page)
    assert not page.exception
    for name, params in QUESTIONS:
        if params.get("region") != "PATHFINDERS":
            assert wording(language).t(f"explore_start.question.{name}") in html
    assert "records=ratifications" in html
    assert (
        f"explore?indicator=TIP_VICTIMS{'' if language == 'en' else f'&amp;lang={language}'}"
        in html
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_of_records_is_a_table_with_its_file(app: OpenPage, kind: str) -> None:
    page = app("explore", records=kind, lang="fr", area="NPL")
    html = html_of(page)
    assert not page.exception
    assert '<th scope="row">Népal</th>' in html
    assert f'href="{KINDS[kind].route}?area=NPL"' in html


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_of_a_list_has_the_rows_that_are_shown(client: TestClient, kind: str) -> None:
    """Of a set of countries, as the page links to it; what terms withhold is left out."""
    known = store.known(None, "en")
    asked = RecordsAsked(kind, region=("SADC",))
    found = chosen(rows_of(kind, None), asked, known.members)
    assert found.rows
    answer = client.get(f"/{asked.file(found.codes)}")
    assert answer.status_code == 200, answer.text
    held_back = known.withheld if kind in HELD_BACK else ()
    passed = [row for row in found.rows if getattr(row, "source", "") not in held_back]
    assert len(list(csv.DictReader(io.StringIO(answer.text)))) == len(passed)


def test_the_protocol_has_its_dates(app: OpenPage) -> None:
    html = html_of(app("explore", records="ratifications", instrument="P029"))
    assert "9 November 2016" in html
    assert 'href="api/v1/ratifications.csv?instrument=P029"' in html
    assert 'aria-checked="true" data-key="narrow-P029"' in html


def test_what_does_not_exist_gets_a_sentence_and_the_rest_goes_on(app: OpenPage) -> None:
    page = app("explore", area="NPL,XXX", colour="red", chart="pie", **{"from": "19"})
    assert not page.exception
    said = " ".join(element.value for element in page.info)
    for part in ("XXX", "colour", "19", "pie"):
        assert part in said
    assert csv_link(page) == {"area": ["NPL"]}
    listed = app("explore", records="ratifications", instrument="P029,P030", nonsense="1")
    assert not listed.exception
    said = " ".join(element.value for element in listed.info)
    assert "P030" in said and "nonsense" in said


def test_filters_that_hold_nothing_offer_a_way_on(app: OpenPage) -> None:
    page = app("explore", area="TUV", indicator="SL_TLF_CHLDEA", to="1950")
    assert not page.exception
    assert wording("en").t("explore_page.nothing") in html_of(page)
    assert 'class="take-first"' not in html_of(page)


def test_withheld_figures_are_named_with_their_publisher(app: OpenPage) -> None:
    page = app("explore", area="NPL", theme="forced_labour")
    assert "Walk Free" in html_of(page)
    assert "walkfree.org" in html_of(page)


def test_a_table_has_full_values_in_the_asked_order(app: OpenPage) -> None:
    asked = {"indicator": "SL_TLF_CHLDEA", "region": "M49_005", "sex": "T", "tab": "table"}
    html = html_of(app("explore", sort="value", **asked))
    values = re.findall(r'<td class="number value">([^ <]+)', html)
    assert values[0] == "15.524"
    assert [float(v) for v in values] == sorted(map(float, values), reverse=True)
    assert 'aria-sort="descending"' in html


def test_the_page_of_sources_describes_a_theme(app: OpenPage) -> None:
    page = app("sources", theme="trafficking")
    assert not page.exception
    assert 'id="TIP_VICTIMS"' in html_of(page)
    assert 'id="SL_TLF_CHLDEA"' not in html_of(page)
    unknown = app("sources", theme="nope")
    assert "nope" in unknown.info[0].value
    assert 'id="SL_TLF_CHLDEA"' in html_of(unknown)


def test_the_table_says_what_contradicts_a_figure_and_a_set_whose_list_it_is(app: OpenPage) -> None:
    html = markup(app("explore", indicator="TIP_VICTIMS", region="EU", tab="table").main)
    assert wording("en").t("contradiction.sex_above_total") in html
    assert basis_sentence("EU", wording("en")) in html
