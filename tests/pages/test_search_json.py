"""`/api/v1/search.json` on the real store: what the boxes of the data page ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.routes import API

ADDRESS = "/api/v1/search.json"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(API))) as opened:
        yield opened


def test_what_is_found_leads_to_a_view_in_the_language(client: TestClient) -> None:
    found = client.get(ADDRESS, params={"q": "P029", "lang": "fr"}).json()["found"]
    assert found[0]["code"] == "explore?records=ratifications&instrument=P029"
    assert found[0]["note"] == "Traité\u00a0: qui l’a ratifié"


def test_a_box_of_one_kind_gets_codes(client: TestClient) -> None:
    places = client.get(ADDRESS, params={"q": "SADC", "kind": "place"}).json()["found"]
    assert places[0]["code"] == "region:SADC"
    assert client.get(ADDRESS, params={"q": "burma", "kind": "place"}).json()["found"][0] == {
        "code": "area:MMR",
        "name": "Myanmar",
        "note": "South-Eastern Asia",
    }
    every = client.get(ADDRESS, params={"kind": "indicator"}).json()["found"]
    assert "SL_TLF_CHLDEA" in {one["code"] for one in every}


def test_a_strange_kind_is_named_and_an_answer_is_kept(client: TestClient) -> None:
    refused = client.get(ADDRESS, params={"kind": "everything"})
    assert refused.status_code == 400
    assert "indicator" in refused.text
    first = client.get(ADDRESS, params={"q": "school"})
    again = client.get(
        ADDRESS, params={"q": "school"}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
