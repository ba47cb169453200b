"""The address of a country's brief: what it gives, what it refuses, and what it says then."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.brief.addresses import brief_address
from components.brief.typesetting import pages_of
from components.echo import LONGEST_ECHO
from components.wording import LANGUAGES, wording
from data import store
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.components.brief.structure import structure


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_has_its_brief_in_every_language(client: TestClient, language: str) -> None:
    answer = client.get(f"/{brief_address('NPL', language)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    named = answer.headers["content-disposition"]
    assert named.startswith(f'inline; filename="target87-brief-NPL-{language}-')
    assert named.endswith('.pdf"')
    assert pages_of(answer.content) == 2
    newest = store.build().newest
    link = f"testserver/country?iso3=NPL&lang={language}&as_of={newest}"
    assert link in structure(answer.content).text


def test_letters_of_code_and_language_may_be_small_or_large(client: TestClient) -> None:
    first = client.get("/brief/npl.pdf?lang=FR")
    again = client.get("/brief/NPL.pdf?lang=fr", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert client.head("/brief/NPL.pdf?lang=fr").status_code == 200


def test_figures_of_an_earlier_release_are_had_by_their_number(client: TestClient) -> None:
    answer = client.get("/brief/NPL.pdf?as_of=1")
    assert answer.status_code == 200
    assert "as_of=1" in structure(answer.content).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("address", "status", "subject"),
    [
        ("/brief/XXX.pdf", 404, "brief_country"),
        ("/brief/WLD.pdf", 404, "brief_country"),
        ("/brief/XEX.pdf", 404, "brief_country"),
        ("/brief/%20.pdf", 404, "brief_country"),
        ("/brief/NPL.pdf?as_of=9999", 400, "brief_release"),
        ("/brief/NPL.pdf?as_of=yesterday", 400, "brief_release"),
        ("/brief/NPL.pdf?iso3=NPL", 400, "brief_parameter"),
    ],
)
def test_what_is_not_understood_is_said_with_a_way_on(
    client: TestClient, language: str, address: str, status: int, subject: str
) -> None:
    mark = "&" if "?" in address else "?"
    answer = client.get(f"{address}{mark}lang={language}")
    assert answer.status_code == status
    assert wording(language).t(f"gate.{subject}.title") in answer.text
    assert f'href="/country?lang={language}"' in answer.text
    assert f'<html lang="{language}"' in answer.text


def test_an_unknown_language_is_told_with_the_known_ones(client: TestClient) -> None:
    answer = client.get("/brief/NPL.pdf?lang=tlh", headers={"Accept-Language": "fr"})
    assert answer.status_code == 400
    assert "« tlh »" in answer.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert ", ".join(LANGUAGES) in answer.text


def test_the_page_of_a_country_links_to_its_brief() -> None:
    assert brief_address("NPL", "fr", "3") == "brief/NPL.pdf?lang=fr&as_of=3"
    assert brief_address("NPL", "ar") == "brief/NPL.pdf?lang=ar"


@pytest.mark.parametrize("place", ["code", "lang", "as_of", "name"])
def test_a_strangers_text_is_said_as_text_and_cut(client: TestClient, place: str) -> None:
    hostile = "Q" * 300 + "'\"><img src=x onerror=alert(1)><script>alert(8.7)</script>{0.__class__}"
    code = quote(hostile, safe="") if place == "code" else "NPL"
    asked = {} if place == "code" else {hostile if place == "name" else place: hostile}
    answer = client.get(f"/brief/{code}.pdf", params=asked)
    assert answer.status_code in {400, 404}
    assert "<img" not in answer.text
    assert "<script" not in answer.text
    assert "Q" * (LONGEST_ECHO + 1) not in answer.text
