"""`changes.atom` on a store of two releases, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import feedparser
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.wording import LANGUAGES, wording
from data import store
from data.database import URL_VARIABLE
from data.queries import versions
from data.store import connected, releases
from pages.routes import API
from pages.routes.changes_feed import MOST_FACTS
from tests import shared
from tests.pages.ledger_releases import AREA, further_release

ROUTE = "/api/v1/changes.atom"


@pytest.fixture(scope="module")
def made(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    url = shared.copied(store_url, tmp_path_factory.mktemp("feed") / "store.sqlite")
    return url, further_release(url)[0]


@pytest.fixture
def last(made: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of the further release of the store that is read."""
    monkeypatch.setenv(URL_VARIABLE, made[0])
    return made[1]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(API)), base_url="https://d.example") as opened:
        yield opened


def read(client: TestClient, **asked: str) -> Any:
    answer = client.get(ROUTE, params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content, sanitize_html=False)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_releases_and_the_newest_facts_stand_in_the_feed(
    last: int, client: TestClient, language: str
) -> None:
    found, words = read(client, lang=language), wording(language)
    assert found.feed.title == words.t("feeds.atom.title")
    assert found.feed.links[0].href.startswith(f"https://d.example{ROUTE}")
    entries = {entry.id.rpartition(f":{language}/")[2]: entry for entry in found.entries}
    assert len(entries) == len(found.entries) == last + MOST_FACTS
    news = entries[f"release/{last}"].content[0].value
    assert words.t("stage.workshop") in news and "&lt;" not in entries[f"release/{last}"].title
    assert f'lang="{language}"' in news and f'dir="{words.language.direction}"' in news
    assert entries[f"release/{last}"].link.startswith("https://d.example/changed?")
    # No fact is of a day that has not come, and the newest come first.
    dates = [entry.updated for entry in found.entries]
    assert dates == sorted(dates, reverse=True)
    facts = [entry for path, entry in entries.items() if not path.startswith("release/")]
    assert max(entry.updated for entry in facts) <= f"{date.today()}T23"
    assert {"status", "ratification"} <= {entry.tags[0].term for entry in facts}


def test_an_area_and_a_theme_narrow_the_feed(last: int, client: TestClient) -> None:
    own = read(client, area=AREA).entries
    assert {entry.link.partition("?")[0].rpartition("/")[2] for entry in own} == {
        "changed",
        "country",
    }
    assert all(f"iso3={AREA}" in e.link for e in own if "/country" in e.link)
    assert any(f"release/{last}/area={AREA}" in e.id for e in own)

    def ratified(**asked: str) -> set[str]:
        found = read(client, area=AREA, **asked).entries
        return {e.id.rpartition("-")[2] for e in found if "-ratification-" in e.id}

    assert ratified(theme="child_labour") == {"C138", "C182", "OPAC", "OPSC"}
    assert "C029" in ratified() | ratified(theme="forced_labour")
    of_set = read(client, region="SAARC")
    assert wording("en").t("country_sets.SAARC") in of_set.feed.title
    there = {e.link.partition("iso3=")[2] for e in of_set.entries if "/country" in e.link}
    assert AREA in there and there <= {*store.members(None)["SAARC"]}
    # The release is about steps of Nepal alone.
    assert not any(f"release/{last}/" in e.id for e in read(client, area="BRA").entries)


def test_identities_stay_and_the_counts_of_figures_add_up(last: int, client: TestClient) -> None:
    first, second = ([e.id for e in read(client, lang="en").entries] for _ in range(2))
    assert first == second and len(set(first)) == len(first)
    with connected() as connection:
        counts = versions.figure_counts(connection)
    assert last not in counts
    for release in releases():
        assert sum(new for _, new, _, _ in counts.get(release.id, [])) == release.added


def test_addresses_stay_relative_for_a_host_that_is_no_name(client: TestClient) -> None:
    answer = client.get(ROUTE, headers={"host": 'a"b<c'})
    assert '<link rel="self" href="api/v1/changes.atom"' in answer.text


@pytest.mark.parametrize("asked", [{"area": "ATL"}, {"theme": "x"}, {"lang": "tlh"}, {"q": "1"}])
def test_what_is_not_understood_is_named(client: TestClient, asked: dict[str, str]) -> None:
    answer = client.get(ROUTE, params=asked)
    assert answer.status_code == 400
    assert next(iter(asked)) in answer.text
