"""`/api/v1/names.json` on the real store: what the box of country names asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.routes import ROUTES
from pages.service import MIDDLEWARE

ADDRESS = "/api/v1/names.json"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    """A client of our own routes."""
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def found(client: TestClient, **asked: str) -> list[dict[str, str]]:
    """What is offered."""
    answer = client.get(ADDRESS, params=asked)
    assert answer.status_code == 200
    listed: list[dict[str, str]] = answer.json()["found"]
    return listed


def test_an_entry_has_code_name_and_a_note(client: TestClient) -> None:
    assert found(client, q="Nepl") == [{"code": "NPL", "name": "Nepal", "note": "Southern Asia"}]
    assert found(client, q="Burma", lang="fr") == [
        {"code": "MMR", "name": "Myanmar", "note": "Burma"}
    ]
    assert found(client, q="xqzw") == []


def test_countries_only_unless_any_area_is_asked_for(client: TestClient) -> None:
    assert found(client, q="Southern Asia") == []
    assert found(client, q="Southern Asia", kind="any")[0]["code"] == "M49_034"
    assert found(client, q="Cote d", kind="any")[0]["code"] == "CIV"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_nothing_typed_lists_every_country_by_name(client: TestClient, language: str) -> None:
    listed = found(client, lang=language)
    assert len(listed) == 250
    assert len({entry["name"] for entry in listed}) == 250


def test_an_answer_is_kept_and_asked_for_again_by_its_tag(client: TestClient) -> None:
    answer = client.get(ADDRESS, params={"q": "nepal"})
    assert answer.headers["cache-control"] == "private, max-age=300"
    again = client.get(
        ADDRESS, params={"q": "nepal"}, headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(ADDRESS, params={"q": "nepal", "lang": "fr"})
    assert other.headers["etag"] != answer.headers["etag"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"Q": "nepal"}, "Q"), ({"lang": "xx"}, "xx"), ({"kind": "planet"}, "planet")],
)
def test_what_is_not_known_is_refused_by_name(
    client: TestClient, asked: dict[str, str], said: str
) -> None:
    answer = client.get(ADDRESS, params=asked)
    assert answer.status_code == 400
    assert said in answer.text
