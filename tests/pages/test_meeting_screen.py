"""`/api/v1/meeting/screen.json` on the real store: a view as one screen, or one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data import store
from pages.routes import ROUTES
from pages.service import MIDDLEWARE

ADDRESS = "/api/v1/meeting/screen.json"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    """A client of our own routes."""
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def shown(client: TestClient, view: str, language: str = "en") -> dict[str, Any]:
    """The screen of a view."""
    answer = client.get(ADDRESS, params={"view": view, "lang": language})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def refused(client: TestClient, **asked: str) -> str:
    """The sentence of a refusal, which is all that it holds."""
    answer = client.get(ADDRESS, params=asked)
    assert answer.status_code == 400, answer.text
    assert set(answer.json()) == {"refused"}
    sentence: str = answer.json()["refused"]
    return sentence


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_country_is_one_screen_of_one_release(client: TestClient, language: str) -> None:
    release = store.build_now().newest
    screen = shown(client, "country?iso3=npl&present=1&lang=de", language)
    assert set(screen) == {"kind", "title", "short", "html", "permalink", "release"}
    assert screen["kind"] == "screen"
    name = {"en": "Nepal", "fr": "Népal", "ar": "نيبال"}[language]
    assert (screen["title"], screen["short"]) == (name, name)
    assert screen["html"].count('<section class="screen ') == 1
    spoken = "" if language == "en" else f"&lang={language}"
    assert screen["permalink"] == f"country?iso3=npl&as_of={release}{spoken}"
    assert screen["release"] == release
    asked = shown(client, f"country?iso3=NPL&as_of={release}", language)
    assert asked["html"] == screen["html"]


def test_the_made_up_country_says_that_it_is(client: TestClient) -> None:
    assert "nothing here is a fact" in shown(client, "country?iso3=XEX")["html"]
    assert "nothing here is a fact" not in shown(client, "country?iso3=TUV")["html"]


def test_a_page_without_a_screen_is_shown_as_it_is(client: TestClient) -> None:
    found = shown(client, "explore?indicator=SL_TLF_CHLDEC", "fr")
    assert (found["kind"], found["html"], found["title"]) == ("page", "", "Données")
    assert found["permalink"].startswith("explore?indicator=SL_TLF_CHLDEC&as_of=")


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("", "No view was given."),
        ("https://example.org/", "is not the address of a page of ours"),
        ("../country", "is not the address of a page of ours"),
        ("nothing?iso3=NPL", "There is no page “nothing” here."),
        ("country", "The address names no country."),
        ("country?iso3=ZZZ", "No country or territory has the code “ZZZ”."),
        ("country?iso3=M49_142", "No country or territory has the code “M49_142”."),
        ("country?iso3=NPL&as_of=yesterday", "“yesterday” is neither a date"),
        ("country?iso3=NPL&as_of=99", "99"),
        ("country?iso3=NPL&as_of=1999-01-01", "Nothing was published yet on 1999-01-01"),
        ("country?iso3=NPL&as_of=2999-01-01", "2999-01-01 lies in the future."),
    ],
)
def test_what_shows_nothing_is_refused_in_one_sentence(
    client: TestClient, view: str, said: str
) -> None:
    assert said in refused(client, view=view)
    for language in ("fr", "ar"):
        other = refused(client, view=view, lang=language)
        assert other != refused(client, view=view)


def test_an_unknown_language_or_parameter_is_refused(client: TestClient) -> None:
    assert "There is no language “xx” here." in refused(client, view="country?iso3=NPL", lang="xx")
    assert "“more” is no parameter" in refused(client, view="country?iso3=NPL", more="1")


def test_what_a_browser_knows_is_not_sent_again(client: TestClient) -> None:
    asked = {"view": "country?iso3=NPL"}
    first = client.get(ADDRESS, params=asked)
    again = client.get(ADDRESS, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(ADDRESS, params=asked | {"lang": "ar"})
    assert other.headers["etag"] != first.headers["etag"]
