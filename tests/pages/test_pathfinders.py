"""The Pathfinders page and its file, on the real store."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

import pytest
from sqlalchemy import Connection
from streamlit.testing.v1 import AppTest

from data.queries.pathfinders import actions_by_country
from pages.routes.pathfinder_files import Refused, actions_text
from tests.conftest import OpenPage
from tests.unpacking import unpacked


def html_of(page: AppTest) -> str:
    found = (element.proto.body for element in page.main if element.type == "html")
    return "\n".join(map(unpacked, found))


def rows_of(html: str) -> list[str]:
    return re.findall(r'<article class="pf-row" id="pf-(\w{3})"', html)


def test_every_known_country_has_a_row_in_every_language(app: OpenPage) -> None:
    for language in ("en", "fr", "ar"):
        page = app("pathfinders", lang=language)
        assert not page.exception
        html = html_of(page)
        assert len(rows_of(html)) == 34
        assert html.count('class="pf-step') == 34 * 5
        assert "37" in html and "32" in html


def test_region_and_stage_of_the_url_narrow_the_rows(app: OpenPage) -> None:
    africa = set(rows_of(html_of(app("pathfinders", region="M49_002"))))
    assert {"MDG", "MWI", "COG"} <= africa and "NPL" not in africa
    reporting = set(rows_of(html_of(app("pathfinders", stage="reporting"))))
    assert {"MEX", "MDG", "VNM"} <= reporting and len(reporting) < 34
    both = app("pathfinders", region="M49_142", stage="roadmap")
    assert not both.exception
    assert "NPL" in rows_of(html_of(both))


def test_choosing_a_region_writes_its_code_into_the_url(app: OpenPage) -> None:
    page = app("pathfinders")
    page.selectbox(key="choice-region").select("M49_009").run()
    assert page.query_params["region"] in ("M49_009", ["M49_009"])
    assert rows_of(html_of(page)) == ["FJI"]


def test_an_unknown_region_gets_a_sentence_and_all_rows(app: OpenPage) -> None:
    page = app("pathfinders", region="ATLANTIS", stage="bliss")
    assert not page.exception
    assert len(page.info) == 2 and "ATLANTIS" in page.info[0].value
    assert len(rows_of(html_of(page))) == 34


def test_every_action_opens_to_its_page(app: OpenPage, connection: Connection) -> None:
    html = html_of(app("pathfinders")).replace("&amp;", "&")
    for actions in actions_by_country(connection).values():
        for action in actions:
            if action.page:
                assert action.page.replace("'", "&#39;") in html, action.code


@pytest.mark.usefixtures("store_url")
def test_the_file_holds_every_action_once_and_names_what_it_refuses() -> None:
    text = actions_text(())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 380 == len({row["code"] for row in rows})
    assert Counter(row["status"] for row in rows)["no_evidence"] == 112
    some = actions_text((("area", "NPL,MEX"), ("status", "completed")))
    assert {row["area"] for row in csv.DictReader(io.StringIO(some))} <= {"NPL", "MEX"}
    for asked, name in ((("status", "done"), "status"), (("colour", "red"), "")):
        with pytest.raises(Refused) as refused:
            actions_text((asked,))
        assert refused.value.parameter == name and refused.value.allowed
