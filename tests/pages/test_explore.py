"""The data page on the frame: filters come from the URL and go to it as codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import Connection, func, select
from streamlit.testing.v1 import AppTest

from data.schema import observation
from tests.unpacking import unpacked

OpenPage = Callable[..., AppTest]


def html_of(page: AppTest) -> str:
    return "".join(unpacked(element.proto.body) for element in page.get("html"))


def box_of(page: AppTest) -> dict[str, Any]:
    """What the first box of country names was given."""
    given: dict[str, Any] = json.loads(page.get("bidi_component")[0].proto.json)
    return given


def csv_link(page: AppTest) -> dict[str, list[str]]:
    html = html_of(page).replace("&amp;", "&")
    address = html.split('class="download" href="')[1].split('"')[0]
    return parse_qs(urlsplit(address).query)


def test_a_deep_link_sets_the_filters_and_the_file(app: OpenPage, connection: Connection) -> None:
    page = app("explore", area="NPL", indicator="SL_TLF_CHLDEA", sex="T")
    assert not page.exception
    assert box_of(page)["chosen"] == [{"code": "NPL", "name": "Nepal"}]
    assert csv_link(page) == {"indicator": ["SL_TLF_CHLDEA"], "area": ["NPL"], "sex": ["T"]}
    rows = connection.scalar(
        select(func.count()).where(
            observation.c.area == "NPL",
            observation.c.indicator == "SL_TLF_CHLDEA",
            observation.c.sex == "T",
        )
    )
    assert f"Rows: {rows}" in html_of(page)


def test_a_choice_goes_to_the_url_as_a_code_in_every_language(app: OpenPage) -> None:
    page = app("explore", lang="ar", indicator="SL_TLF_CHLDEA")
    page.multiselect(key="filter-indicator").set_value(["SL_TLF_CHLDEA", "SL_TLF_CHLDEC"]).run()
    assert not page.exception
    assert page.query_params["indicator"] == "SL_TLF_CHLDEA,SL_TLF_CHLDEC"
    assert page.query_params["lang"] == "ar"
    page.checkbox(key="filter-latest").check().run()
    assert page.query_params["latest"] == "1"
    page.multiselect(key="filter-indicator").set_value([]).run()
    assert "indicator" not in page.query_params
    assert csv_link(page) == {"latest": ["value"]}


def test_what_does_not_exist_gets_a_sentence_and_the_rest_goes_on(app: OpenPage) -> None:
    page = app("explore", area="NPL,XXX", colour="red", **{"from": "19"})
    assert not page.exception
    said = " ".join(element.value for element in page.info)
    for part in ("XXX", "colour", "19"):
        assert part in said
    assert csv_link(page) == {"area": ["NPL"]}


def test_filters_that_hold_nothing_offer_a_way_on(app: OpenPage) -> None:
    page = app("explore", area="TUV", indicator="SL_TLF_CHLDEA", to="1950")
    assert not page.exception
    assert "Rows: 0" in html_of(page)
    assert 'class="download"' not in html_of(page)


def test_withheld_figures_are_named_with_their_publisher(app: OpenPage) -> None:
    page = app("explore", area="NPL", theme="forced_labour")
    assert "Walk Free" in html_of(page)
    assert "walkfree.org" in html_of(page)


def test_the_page_of_sources_describes_a_theme(app: OpenPage) -> None:
    page = app("sources", theme="trafficking")
    assert not page.exception
    assert 'id="TIP_VICTIMS"' in html_of(page)
    assert 'id="SL_TLF_CHLDEA"' not in html_of(page)
    unknown = app("sources", theme="nope")
    assert "nope" in unknown.info[0].value
    assert 'id="SL_TLF_CHLDEA"' in html_of(unknown)
