"""`/api/v1/meeting/screen.json` on the real store: a view as one screen, or one plain sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.standing import standings
from data import store
from data.pathfinder_way import whole_way
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


VIEWS = {
    "world": "world",
    "?present=1": "world",
    "pathfinders": "pathfinders",
    "pathfinders?region=M49_002&sort=next": "pathfinders",
    "compare?iso3=NPL,TUV": "compare",
    "timeline": "timeline",
    "timeline?area=NPL": "timeline",
    "since": "since",
    "since?from=gcg-06&to=2026-11-01": "since",
    "changed": "changed",
    "alliance": "alliance",
}
"""Views, and the name of the screen that each gives."""


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("view", VIEWS)
def test_pages_with_a_screen(client: TestClient, view: str, language: str) -> None:
    found = shown(client, view, language)
    assert found["kind"] == "screen"
    assert f"screen-{VIEWS[view]}" in found["html"]
    assert found["html"].count('<section class="screen ') == 1
    assert f"as_of={found['release']}" in found["permalink"]
    assert found["title"] and found["short"]


def test_the_world_shows_the_numbers_of_the_start_page(client: TestClient) -> None:
    html = shown(client, "world")["html"]
    read = dict(re.findall(r'title="([^"]*)"><b><bdi>(.*?)</bdi>', html))
    assert sorted(read.values()) == ["138", "27.6"]
    assert "<bdi>172</bdi>" in html
    for line in ("The date of 2025 passed unmet.", "Target: zero in 2030.", "not prevalence"):
        assert line in html
    assert shown(client, "?lang=en")["permalink"].startswith("./?as_of=")
    # A map of one indicator is on the page alone.
    assert shown(client, "world?indicator=SL_TLF_CHLDEC")["kind"] == "page"


def test_pathfinders_are_counted_as_on_their_page(client: TestClient) -> None:
    known = standings(PathfinderFacts(**whole_way("en")), date.today())
    counts = [len(known), sum(bool(one.reports) for one in known)]
    counts += [sum(len(one.late) for one in known), sum(one.ended_plans for one in known)]
    html = shown(client, "pathfinders")["html"]
    assert re.findall(r'<p class="count"><b>(\d+)</b>', html) == [str(each) for each in counts]
    listed = re.findall(r"<li><b>(.*?)</b>(?=.*?class=\"late\")", html)
    assert [unescape(name) for name in listed] == [one.area.name for one in known[:16]]
    assert f"and {len(known) - 16} more" in html
    africa = [one for one in known if one.area.region == "M49_002"]
    only = unescape(shown(client, "pathfinders?region=M49_002")["html"])
    assert all(one.area.name in only for one in africa)
    assert "more: open the page" not in only


def test_the_permalink_of_since_writes_both_ends_out(client: TestClient) -> None:
    today = date.today().isoformat()
    release = store.build_now().newest
    link = shown(client, "since?from=gcg-06")["permalink"]
    assert link == f"since?from=gcg-06&to={today}&as_of={release}"
    assert re.fullmatch(
        rf"since\?from=[\w-]+&to={today}&as_of={release}", shown(client, "since")["permalink"]
    )


def test_compared_countries_stand_in_the_order_of_the_address(client: TestClient) -> None:
    found = shown(client, "compare?iso3=TUV,NPL,TUV")
    assert found["title"] == "Countries side by side"
    assert found["short"] == "Tuvalu, Nepal"
    assert re.findall(r'<th scope="col">(.*?)</th>', found["html"]) == ["Tuvalu", "Nepal"]


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
        ("compare?iso3=NPL,ZZZ", "No country or territory has the code “ZZZ”."),
        ("compare?iso3=NPL,BRA,CHL,PER,FJI,IND,GHA,TUV,FRA", "room for eight countries, and this"),
        ("compare", "The address names no country."),
        ("pathfinders?region=M49_999", "“M49_999” is not a choice of this page."),
        ("pathfinders?show=best", "“best” is not a choice of this page."),
        ("timeline?from=1066", "“1066” is not a choice of this page."),
        ("since?from=gcg-99", "“gcg-99” is not a choice of this page."),
        ("changed?from=99", "“99” is not a choice of this page."),
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
