"""The page of the monitoring framework and its file, on the real store."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.monitoring.files import COLUMNS
from pages.routes import ROUTES
from tests.conftest import OpenPage
from tests.pages.test_pages import markup

PATH = "/api/v1/framework.csv"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES))) as opened:
        yield opened


def rows(client: TestClient, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{PATH}{query}")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_view_of_a_country_keeps_the_language_and_the_day_on_its_links(app: OpenPage) -> None:
    html = markup(app("monitoring", iso3="mex", lang="fr", as_of="1").main)
    assert "Cadre de suivi\u00a0: Mexique" in html
    assert "country?lang=fr&amp;as_of=1&amp;iso3=MEX" in html
    assert "api/v1/framework.csv?area=MEX&amp;as_of=1" in html
    assert len(re.findall("<section", html)) == 4


def test_without_a_country_all_are_offered_pathfinders_first(app: OpenPage) -> None:
    html = markup(app("monitoring").main)
    links = re.findall(r"monitoring\?iso3=(\w{3})", html)
    assert len(links) == 250 and links[0] == "ALB" and "NPL" in links[:32]
    assert "XEX" not in html


def test_an_unknown_country_gets_a_sentence(app: OpenPage) -> None:
    page = app("monitoring", iso3="QQQ")
    assert "QQQ" in page.info[0].value and not page.exception


def test_the_made_up_country_is_shown_by_its_code_alone(app: OpenPage) -> None:
    page = app("monitoring", iso3="XEX")
    assert not page.exception
    html = markup(page.main)
    assert "nothing on this page is a fact" in html and "area=XEX" not in html


def test_the_file_holds_all_pathfinders_by_code(client: TestClient) -> None:
    found = rows(client)
    areas = list(dict.fromkeys(row["area"] for row in found))
    assert len(areas) == 32 and areas == sorted(areas)
    assert tuple(found[0]) == COLUMNS
    assert "XEX" not in areas and {"MEX", "MWI", "CIV", "ALB", "NPL"} <= set(areas)


def test_countries_are_asked_for_by_code_in_any_case(client: TestClient) -> None:
    found = rows(client, "?area=tuv,IND")
    assert {row["area"] for row in found} == {"IND", "TUV"}
    one = [r for r in found if r["area"] == "TUV" and r["part"] == "c138"]
    assert [(r["value"], r["year"], r["view"]) for r in one] == [("not_ratified", "2023", "treaty")]
    assert found == rows(client, "?area=IND&area=TUV")


@pytest.mark.parametrize("query", ["?area=XEX", "?area=WLD", "?area=MEX,QQQ", "?country=MEX",
                                   "?as_of=yesterday"])  # fmt: skip
def test_what_is_not_understood_is_refused_in_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"{PATH}{query}")
    assert answer.status_code == 400 and len(answer.text.splitlines()) == 1


def test_a_release_is_answered_with_what_it_held(client: TestClient) -> None:
    now, then = rows(client, "?area=TUV"), rows(client, "?area=TUV&as_of=1")
    assert len(now) >= len(then) >= 130
    tag = client.get(f"{PATH}?area=TUV&as_of=1").headers["etag"]
    answer = client.get(f"{PATH}?area=TUV&as_of=1", headers={"if-none-match": tag})
    assert answer.status_code == 304
