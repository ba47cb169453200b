"""A date in the URL: pages and downloads answer with what was shown then, and say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from data.database import URL_VARIABLE
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import open_page
from tests.pages.test_pages import failures, markup, plain_text
from tests.pages.three_releases import ADDED, AREA, INDICATOR, copied, second_release, third_release

PATH = "/api/v1/observations.csv"
PLAIN = {"Accept-Encoding": "identity"}
QUERIES = (
    f"area={AREA}",
    f"indicator={INDICATOR}&latest=1",
    "theme=trafficking&region=M49_034",
)


@pytest.fixture(scope="module")
def first_url(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return copied(store_url, tmp_path_factory.mktemp("as_of"))


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def answers(client: TestClient, as_of: str) -> list[tuple[bytes, str, str]]:
    """What an address as of a date gives: its bytes, its ETag, its file's name."""
    found = []
    for query in QUERIES:
        got = client.get(f"{PATH}?{query}&as_of={as_of}", headers=PLAIN)
        assert got.status_code == 200, got.text
        found.append((got.content, got.headers["etag"], got.headers["content-disposition"]))
    return found


@pytest.fixture
def three(first_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The store with three releases; the first test that asks makes two of them."""
    monkeypatch.setenv(URL_VARIABLE, first_url)
    return first_url


def test_a_release_is_byte_for_byte_the_same_for_ever(
    three: str, client: TestClient, tmp_path: Path
) -> None:
    now = [client.get(f"{PATH}?{query}", headers=PLAIN).content for query in QUERIES]
    before = answers(client, "1")
    assert [content for content, _, _ in before] == now
    second_release(three, tmp_path)
    assert answers(client, "1") == before
    second = answers(client, "2")
    assert second != before
    third_release(three, tmp_path)
    assert answers(client, "1") == before == answers(client, "2026-01-10")
    assert answers(client, "2") == second == answers(client, "2026-03-10T11:59:59Z")
    newest = client.get(f"{PATH}?{QUERIES[0]}", headers=PLAIN).content
    assert newest == answers(client, "3")[0][0] not in (before[0][0], second[0][0])


@pytest.mark.usefixtures("three")
def test_an_answer_of_a_release_is_known_again(client: TestClient) -> None:
    address = f"{PATH}?area={AREA}&as_of=2"
    etag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert client.get(f"{PATH}?area={AREA}&as_of=1").headers["etag"] != etag


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("yesterday", "2026-11-21T08:30:00Z"),
        ("2026-13-40", "2026-11-21T08:30:00Z"),
        ("99", "1 to 3"),
        ("0", "the first release dates from 2026-01-10"),
        ("2026-01-09", "the first release dates from 2026-01-10"),
        ("2999-01-01", "in the future"),
        ("1' OR 1=1", "1 to 3"),
    ],
)
def test_the_route_names_the_allowed_forms(client: TestClient, asked: str, said: str) -> None:
    answer = client.get(PATH, params={"area": AREA, "as_of": asked})
    assert answer.status_code == 400
    assert "as_of" in answer.text
    assert said in answer.text


def rows_of(page: AppTest) -> str:
    """The first look of the data page, a line a row."""
    rows = re.findall(r"(?s)<tr>(.*?)</tr>", markup(page.main))
    return "\n".join(re.sub(r"<[^>]*>", " ", row) for row in rows)


@pytest.mark.usefixtures("three")
def test_the_data_page_shows_the_figures_of_the_release() -> None:
    asked = {"area": AREA, "indicator": INDICATOR, "sex": "T", "age": "5-17", "tab": "table"}
    old, middle, new = (open_page("explore", **asked, as_of=number) for number in "123")
    assert failures(old) == failures(middle) == failures(new) == []
    assert "revised in a test" not in rows_of(old)
    assert "revised in a test" in rows_of(middle)
    assert f" {ADDED} " not in rows_of(old)
    assert f" {ADDED} " in rows_of(middle)
    assert f" {ADDED} " not in rows_of(new)
    assert "as_of=2" in markup(middle.main)
    assert rows_of(open_page("explore", **asked)) == rows_of(new)


@pytest.mark.usefixtures("three")
def test_a_country_page_shows_the_figures_of_the_release() -> None:
    texts = {n: markup(open_page("country", iso3=AREA, as_of=n).main) for n in "123"}
    assert "revised in a test" in texts["2"]
    assert "revised in a test" not in texts["1"]
    assert all(f"as_of={number}" in text for number, text in texts.items())
    assert "as_of" not in markup(open_page("country", iso3=AREA).main)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("page", ["world", "country", "pathfinders", "timeline", "sources"])
def test_every_page_says_the_date_and_keeps_it(page: str) -> None:
    test = open_page(page, as_of="2026-02-15")
    assert failures(test) == []
    assert "Figures as shown on 15 February 2026 (release 2)." in plain_text(test)
    links = [e.proto.query_string for e in test.main if e.type == "page_link"]
    assert all("as_of=2026-02-15" in link for link in links)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("asked", ["nonsense", "2025-12-31", "2999-01-01"])
def test_a_date_without_figures_gets_a_sentence(asked: str, language: str) -> None:
    test = open_page("country", iso3=AREA, as_of=asked, lang=language)
    assert failures(test) == []
    assert any(asked in element.value.replace("\\", "") for element in test.info)
    assert 'class="as-of"' not in markup(test.main)
    assert "as_of=" not in markup(test.main)


@pytest.mark.usefixtures("three")
def test_the_world_of_a_release_is_cached_by_itself() -> None:
    for number in "121":
        assert failures(open_page("world", as_of=number)) == []


@pytest.mark.usefixtures("three")
def test_the_screen_of_a_meeting_shows_the_figures_of_its_release(client: TestClient) -> None:
    address = "/api/v1/meeting/screen.json"

    def screen(view: str) -> dict[str, Any]:
        found: dict[str, Any] = client.get(address, params={"view": view}).json()
        return found

    shown = {number: screen(f"country?iso3={AREA}&as_of={number}") for number in (1, 2, 3)}
    said = {n: re.findall(r'title="([^"]*)"><b>', one["html"])[0] for n, one in shown.items()}
    years = {n: re.findall(r"<i>(\d{4})</i>", one["html"])[0] for n, one in shown.items()}
    assert (years[2], years[1] == years[3]) == (str(ADDED), True)
    assert said[1] != said[3]
    for number, one in shown.items():
        assert one["permalink"] == f"country?iso3={AREA}&as_of={number}"
        assert one["release"] == number
        assert f"Release {number}, 10 " in one["html"]
    now = screen(f"country?iso3={AREA}")
    assert (now["release"], now["html"]) == (3, shown[3]["html"])
    changed = screen("changed?from=1&to=2")
    assert re.findall(r"<b>(\d+)</b><span>(\w+)</span>", changed["html"]) == [
        ("1", "New"),
        ("1", "Revised"),
        ("0", "Withdrawn"),
    ]
    assert "Release 1, " in changed["html"]
