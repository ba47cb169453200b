"""A stranger's text in every parameter of every page and route: shown as text, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.runtime.state.query_params_proxy import QueryParamsProxy
from streamlit.testing.v1 import AppTest

from components.echo import LONGEST_ECHO
from components.explore.filters import PARAMETERS as FILTERS
from components.lists.paging import NAMES as PAGING
from components.lists.resource import JSON
from components.lists.resources import resources
from components.since.choice import PARAMETERS as SINCE
from components.timeline.choice import PARAMETERS as EVENTS
from components.ui.frame import PAGES
from data.database import sqlite_path
from pages.routes import (
    API,
    api_page,
    changes,
    changes_feed,
    meeting_files,
    meeting_screen,
    names,
    reporting_files,
    search,
    subset,
)
from pages.routes import (
    ROUTES as EVERY_ROUTE,
)
from pages.service import MIDDLEWARE
from tests.conftest import OpenPage

MARK = "<script>alert(8.7)</script>"
FILLER = "Q" * 300
ATTACK = (
    f"'\"><img src=x onerror=alert(1)>{MARK}' OR 1=1;DROP TABLE observation;--"
    f"../../../../etc/passwd%2e%2e%2f{{0.__class__}}{{asked}}%s%n$(id)`id`\\u202e\x00\x1b[31m\r\n{FILLER}"
)
"""SQL, HTML, folders, formats, a shell, direction, control characters and length, all in one."""
FIRST = FILLER + ATTACK
"""The same with the length first: what is cut off behind never hides an echo that is too long."""
ROUTES = [route.path for route in API if isinstance(route, Route)]
POSTED = {
    route.path for route in API if isinstance(route, Route) and "POST" in (route.methods or ())
}
"""Where a body is read; test_meeting_files.py attacks the bodies."""
ASKED = {
    **{
        each.path(form): (*each.asked, *(PAGING if form == JSON else ()))
        for each in resources().values()
        for form in each.forms
    },
    "/api/v1/": api_page.PARAMETERS,
    "/api/v1/openapi.json": api_page.PARAMETERS,
    "/api/v1/observations.xlsx": FILTERS,
    "/api/v1/subset.zip": subset.PARAMETERS,
    "/api/v1/changes.atom": changes_feed.PARAMETERS,
    "/api/v1/record-changes.csv": changes.RECORD_PARAMETERS,
    "/api/v1/events.ics": (*EVENTS, "as_of", "lang"),
    "/api/v1/names.json": names.PARAMETERS,
    "/api/v1/search.json": search.PARAMETERS,
    "/api/v1/questionnaire.xlsx": reporting_files.PARAMETERS,
    "/api/v1/workshop-report.docx": reporting_files.PARAMETERS,
    meeting_files.READY: meeting_files.PARAMETERS,
    meeting_files.TEXT_AGENDA: meeting_files.PARAMETERS,
    meeting_files.MINUTES: meeting_files.PARAMETERS,
    "/api/v1/meeting/screen.json": meeting_screen.PARAMETERS,
}
FREE = {("/api/v1/names.json", "q"), ("/api/v1/search.json", "q")}
"""Where any text is a question with an answer."""


@pytest.fixture(scope="module", autouse=True)
def _the_store_stays_as_it_is(store_url: str) -> Iterator[None]:
    path = sqlite_path(store_url)
    assert path is not None

    def state() -> str:
        return sha256(Path(path).read_bytes()).hexdigest()

    before = state()
    yield
    assert state() == before


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(API), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.fixture(scope="module")
def text_client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(EVERY_ROUTE), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def _texts(test: AppTest) -> Iterator[str]:
    """What the page says: HTML without the addresses in it, Markdown and messages."""
    for kind in ("html", "markdown", "info", "error", "warning", "caption", "header"):
        for element in test.get(kind):
            said = str(element.proto.body)
            yield re.sub(r'\b(href|action|content)="[^"]*"', "", said) if kind == "html" else said


def _is_harmless(test: AppTest) -> None:
    assert [error.proto.message for error in test.exception] == []
    said = list(_texts(test))
    assert said
    for text in said:
        assert MARK not in text
        assert "onerror=alert(1)>" not in text
        assert "Q" * (LONGEST_ECHO + 1) not in text


def _read_by(page: str, app: OpenPage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every parameter of the address that a page asks for by name."""
    read: set[str] = set()
    for method in ("__getitem__", "get_all", "__contains__"):
        original = getattr(QueryParamsProxy, method)

        def recorded(self: Any, name: str, original: Any = original) -> Any:
            read.add(name)
            return original(self, name)

        monkeypatch.setattr(QueryParamsProxy, method, recorded)
    _is_harmless(app(page))
    monkeypatch.undo()
    return sorted(read)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_a_strangers_text_as_text(
    page: str, app: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _read_by(page, app, monkeypatch)
    named = {
        "explore": FILTERS,
        "changed": changes.PARAMETERS,
        "timeline": EVENTS,
        "since": SINCE,
    }.get(page, ())
    every = sorted({*read, *named})
    assert {"lang", "as_of", "present"} <= set(every)
    # A page goes on without what it refuses, so all at once are all one by one.
    _is_harmless(app(page, **dict.fromkeys(every, ATTACK)))
    _is_harmless(app(page, **dict.fromkeys(every, FIRST)))
    _is_harmless(app(page, **{FIRST: ATTACK, ATTACK: FIRST}))


def _refused_as(path: str) -> str:
    """A script of ours reads what the meeting's routes say; a person reads the others."""
    return "application/json" if "/meeting/" in path else "text/plain; charset=utf-8"


TEXT = ("/text/", "/text/world", "/text/country/NPL", "/text/compare?iso3=NPL")
"""Pages as text; what stands in their path is attacked too."""


@pytest.mark.parametrize("path", TEXT)
def test_a_text_page_refuses_a_strangers_text(path: str, text_client: TestClient) -> None:
    told = [
        text_client.get(path, params={name: value})
        for name in ("lang", "as_of", "iso3", ATTACK)
        for value in (ATTACK, FIRST)
    ]
    named = f"/text/country/{quote(ATTACK.replace('/', ''))}"
    told += [text_client.get(named), text_client.get(named.replace("country", "indicator"))]
    for answer in told:
        assert answer.status_code in {400, 404}, answer.url
        assert MARK not in answer.text and "onerror=alert(1)>" not in answer.text
        assert "Q" * (LONGEST_ECHO + 1) not in answer.text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", answer.text)


def test_every_route_is_attacked() -> None:
    assert sorted(ASKED) == sorted(ROUTES)


@pytest.mark.parametrize("path", ROUTES)
def test_a_route_refuses_a_strangers_text_in_every_parameter(path: str, client: TestClient) -> None:
    for name in (*ASKED[path], ATTACK):
        for value in (ATTACK, FIRST):
            method = "POST" if path in POSTED else "GET"
            answer = client.request(method, path, params={name: value})
            expected = 200 if (path, name) in FREE else 400
            assert answer.status_code == expected, (name, answer.text)
            assert answer.headers["x-content-type-options"] == "nosniff"
            if expected == 400:
                assert answer.headers["content-type"] == _refused_as(path)
            assert "Q" * (LONGEST_ECHO + 1) not in answer.text
            assert "Traceback" not in answer.text
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", answer.text), (name, answer.text)
