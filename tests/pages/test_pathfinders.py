"""The Pathfinders page and its file, on the real store."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import Final

import pytest
from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components.pathfinders.choice import SORTS
from components.pathfinders.dates import short_date
from components.wording import wording
from data.methods.completion import of_roadmap, overdue
from data.queries.areas import areas
from data.queries.pathfinders import actions, stages
from data.records import SPEAKING
from pages.routes import ROUTES
from pages.routes.pathfinder_files import (
    Refused,
    actions_text,
    overdue_text,
    stages_text,
    statuses_text,
)
from tests.conftest import OpenPage
from tests.unpacking import unpacked

TODAY: Final = date(2026, 11, 27)
EN_DATE: Final = partial(short_date, wording=wording("en"))


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES))) as opened:
        yield opened


def html_of(page: AppTest) -> str:
    found = (element.proto.body for element in page.main if element.type == "html")
    return "\n".join(map(unpacked, found))


def rows_of(html: str) -> list[str]:
    return re.findall(r'<article class="pf-row" id="pf-(\w{3})"', html)


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_known_country_has_a_line_in_every_language(app: OpenPage) -> None:
    for language in ("en", "fr", "ar"):
        page = app("pathfinders", lang=language)
        assert not page.exception
        html = html_of(page)
        assert len(rows_of(html)) == 34
        assert html.count('class="pf-dot') == 34 * 5
        assert html.count('class="pf-group"') == 5
        assert "37" in html and "32" in html


def test_the_first_order_is_the_alphabet_in_each_region(
    app: OpenPage, connection: Connection
) -> None:
    known = areas(connection, "en")
    places = [known[code] for code in rows_of(html_of(app("pathfinders")))]
    for region in {area.region for area in places}:
        names = [area.by_name for area in places if area.region == region]
        assert names == sorted(names)
    flat = [known[code].by_name for code in rows_of(html_of(app("pathfinders", group="none")))]
    assert flat == sorted(flat)


def test_region_and_stage_of_the_url_narrow_the_rows(app: OpenPage) -> None:
    africa = set(rows_of(html_of(app("pathfinders", region="M49_002"))))
    assert {"MDG", "MWI", "COG"} <= africa and "NPL" not in africa
    workshops = set(rows_of(html_of(app("pathfinders", stage="workshop"))))
    assert {"MEX", "MDG", "VNM"} <= workshops and len(workshops) < 34
    both = app("pathfinders", region="M49_142", stage="status_confirmed")
    assert not both.exception
    assert "NPL" in rows_of(html_of(both))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_as_of_a_release_shows_it_and_its_links_keep_it(
    app: OpenPage, language: str
) -> None:
    page = app("pathfinders", as_of="1", lang=language)
    assert not page.exception
    html = html_of(page)
    assert len(rows_of(html)) == 34
    assert "api/v1/actions.csv?area=NPL&amp;as_of=1" in html
    assert "api/v1/overdue.csv?as_of=1" in html


def test_what_is_late_is_shown_alone_and_said_in_numbers(
    app: OpenPage, connection: Connection
) -> None:
    late = overdue(chain(*actions(connection).values()), date.today())
    countries = {one.area for one in late}
    html = html_of(app("pathfinders", show="overdue", group="none"))
    assert set(rows_of(html)) == countries
    assert f"{len(late)} actions in {len(countries)} countries are past the date" in html
    for code, several in actions(connection).items():
        if code in countries:
            first = overdue(several, date.today())[0]
            row = html.split(f'id="pf-{code}"')[1]
            assert f"overdue since {EN_DATE(first.due)}" in row


def test_choosing_a_region_writes_its_code_into_the_url(app: OpenPage) -> None:
    page = app("pathfinders")
    page.segmented_control(key="choice-region").set_value("M49_009").run()
    assert page.query_params["region"] in ("M49_009", ["M49_009"])
    assert rows_of(html_of(page)) == ["FJI"]


@pytest.mark.parametrize("name", ["show", "group", "sort", "stage", "region"])
def test_an_unknown_choice_gets_a_sentence_and_all_rows(app: OpenPage, name: str) -> None:
    page = app("pathfinders", **{name: "bliss"})
    assert not page.exception
    assert len(page.info) == 1 and "bliss" in page.info[0].value
    assert len(rows_of(html_of(page))) == 34


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_holds_all_countries(app: OpenPage, sort: str) -> None:
    assert len(rows_of(html_of(app("pathfinders", sort=sort, group="none")))) == 34


def test_no_item_of_another_origin_stands_under_the_roadmap(
    app: OpenPage, connection: Connection
) -> None:
    html = html_of(app("pathfinders"))
    for code, several in actions(connection).items():
        row = html.split(f'id="pf-{code}"')[1].split("</article>")[0]
        items, _, others = row.partition(f"<h4>{wording('en').t('pathfinders.others')}</h4>")
        known = [one for one in several if of_roadmap(one)]
        assert items.count('class="pf-text"') == len(known), code
        assert others.count('class="pf-text"') == len(several) - len(known), code


def test_every_action_opens_to_its_page(app: OpenPage, connection: Connection) -> None:
    html = html_of(app("pathfinders")).replace("&amp;", "&")
    for several in actions(connection).values():
        for action in several:
            if action.page:
                assert action.page.replace("'", "&#39;") in html, action.code


@pytest.mark.usefixtures("store_url")
def test_the_file_holds_every_action_once_and_names_what_it_refuses(
    connection: Connection,
) -> None:
    stored = list(chain(*actions(connection).values()))
    rows = records(actions_text((), None, TODAY))
    assert [row["code"] for row in rows] == [one.code for one in stored]
    known = {one.code: one for one in stored}
    for row in rows:
        assert row["status"] == known[row["code"]].status
        assert (row["on_roadmap"] == "yes") == of_roadmap(known[row["code"]])
    some = records(actions_text((("area", "NPL,MEX"), ("status", "completed")), None, TODAY))
    assert some and {row["area"] for row in some} <= {"NPL", "MEX"}
    for asked, name in ((("status", "done"), "status"), (("colour", "red"), "")):
        with pytest.raises(Refused) as refused:
            actions_text((asked,), None, TODAY)
        assert refused.value.parameter == name and refused.value.allowed


@pytest.mark.usefixtures("store_url")
def test_the_files_of_what_is_late_of_statuses_and_stages_are_whole(
    connection: Connection,
) -> None:
    stored = list(chain(*actions(connection).values()))
    late = records(overdue_text((), None, TODAY))
    assert {row["code"] for row in late} == {one.code for one in overdue(stored, TODAY)}
    assert all(row["overdue_since"] <= TODAY.isoformat() for row in late)
    said = records(statuses_text((), None, TODAY))
    assert len(said) == sum(len(one.history) for one in stored)
    assert sum(row["speaks"] == "yes" for row in said) == sum(1 for one in stored if one.history)
    steps = records(stages_text((), None, TODAY))
    assert len(steps) == sum(map(len, stages(connection).values()))
    for make, name in ((overdue_text, "status"), (statuses_text, "stage"), (stages_text, "says")):
        with pytest.raises(Refused):
            make(((name, "x"),), None, TODAY)
    with pytest.raises(Refused) as refused:
        statuses_text((("says", "rumour"),), None, TODAY)
    assert refused.value.allowed == SPEAKING


def test_files_are_given_as_of_a_release_and_a_strange_moment_is_refused(
    client: TestClient,
) -> None:
    now = client.get("/api/v1/stages.csv")
    then = client.get("/api/v1/stages.csv?as_of=1")
    assert now.status_code == then.status_code == 200
    assert now.text.splitlines()[0] == then.text.splitlines()[0]
    for name in ("actions", "overdue", "statuses", "stages", "events"):
        assert client.get(f"/api/v1/{name}.csv?as_of=1").status_code == 200
        refused = client.get(f"/api/v1/{name}.csv?as_of=tomorrowish")
        assert refused.status_code == 400 and "as_of" in refused.text
