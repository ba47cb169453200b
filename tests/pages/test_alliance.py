"""The page of the Alliance and its file, on the real store."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.alliance.files import TABLES, columns
from components.wording import LANGUAGES, wording
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import OpenPage
from tests.pages.test_pathfinders import html_of
from tests.unpacking import unpacked

FILE = "/api/v1/alliance.csv"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def rows(client: TestClient, table: str) -> list[dict[str, str]]:
    """A table of the file."""
    answer = client.get(FILE, params={"table": table})
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_answers_in_every_language(app: OpenPage, language: str) -> None:
    page, words = app("alliance", lang=language), wording(language)
    assert not page.exception
    html = unpacked(html_of(page))
    assert '<a href="#council"><b>23</b></a>' in html
    assert '<a href="#meetings"><b>9</b></a>' in html
    assert '<a href="#plans"><b>14</b></a>' in html
    assert html.count('class="al-row al-held"') == 7
    assert html.count('class="al-row al-not_known"') == 2
    assert html.count('class="al-row al-announced"') == 1
    assert words.t("deliverable_became.not_seen") in html
    assert "Stronger Together" in html
    for anchor in ("council", "meetings", "groups", "plans", "partners", "marrakech", "milestones"):
        assert html.count(f'id="{anchor}"') == 1


def test_a_meeting_leads_to_what_changed_since_it(app: OpenPage) -> None:
    html = unpacked(html_of(app("alliance", lang="fr")))
    assert 'href="since?lang=fr&amp;from=gcg-06"' in html
    assert html.count('href="since?') == 7
    assert 'href="timeline?lang=fr&amp;kind=gcg_meeting"' in html
    assert 'href="meeting?lang=fr"' in html


@pytest.mark.parametrize(
    ("asked", "lang", "found"),
    [("ghana", "en", 5), ("GHANA société", "fr", 4), ("غانا", "ar", 5), ("norvege", "fr", 3)],
)
def test_partners_are_found_by_country_and_kind_in_any_language(
    app: OpenPage, asked: str, lang: str, found: int
) -> None:
    html = unpacked(html_of(app("alliance", lang=lang, partner=asked)))
    assert wording(lang).t("alliance.partners.shown", count=found, all=86) in html
    assert '<details class="al-fold" open>' in html


def test_a_search_in_vain_says_so_and_shows_nothing_of_it(app: OpenPage) -> None:
    html = unpacked(html_of(app("alliance", partner="<b>nobody</b>" * 20)))
    assert wording("en").t("alliance.partners.none") in html
    assert "<b>nobody" not in html


@pytest.mark.parametrize("table", TABLES)
def test_a_table_leaves_with_its_columns_sources_and_texts(client: TestClient, table: str) -> None:
    found = rows(client, table)
    assert list(found[0]) == columns(table)
    assert all(row["source_title"] for row in found)
    assert {"source_title", "page", "at"} <= found[0].keys()
    texts = [name for name in found[0] if name.endswith("_en")]
    assert texts
    lacking = [
        row["code"]
        for row in found
        for name in texts
        for language in LANGUAGES
        if bool(row[name]) != bool(row[f"{name.removesuffix('en')}{language}"])
    ]
    assert lacking == []


def test_the_file_holds_every_row(client: TestClient) -> None:
    counts = {table: len(rows(client, table)) for table in TABLES}
    assert counts["partners"] == 86
    assert counts["seats"] == 12
    assert counts["meetings"] == 10
    assert counts["deliverables"] == 38
    assert client.get(FILE).text == client.get(f"{FILE}?table=partners").text
    ghana = [row for row in rows(client, "partners") if row["area"] == "GHA"]
    assert {row["area_name"] for row in ghana} == {"Ghana"}


@pytest.mark.parametrize(
    ("query", "said"),
    [("table=members", "meetings"), ("as_of=2026-11-26", "table"), ("table=", "code,list")],
)
def test_what_is_not_understood_is_answered_with_what_is(
    client: TestClient, query: str, said: str
) -> None:
    answer = client.get(f"{FILE}?{query}")
    assert answer.status_code == (200 if query == "table=" else 400)
    assert said in answer.text
