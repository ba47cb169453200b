"""The pages as text, by their addresses: what is had, in which language, of which release."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.wording import LANGUAGES
from data import store
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.components.text_twin.reading import checked

ALONE = (
    "/text/",
    "/text/world",
    "/text/pathfinders",
    "/text/compare?iso3=NPL,BRA,TUV",
    "/text/indicator/SL_TLF_CHLDEA",
    "/text/country/FRA",
    "/text/glossary",
    "/text/methods",
)
SPEAKING = Path(__file__).parents[1] / "checked_speaking.csv"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def _in(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ALONE)
def test_a_page_is_whole_and_light(client: TestClient, address: str, language: str) -> None:
    answer = client.get(_in(address, language))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("inline")
    page = checked(answer.text, language, LANGUAGES[language].direction)
    (canonical,) = [href for rel, _, href in page.rels if rel == "canonical"]
    assert canonical.startswith("http://testserver/text")
    assert ("lang=" in canonical) == (language != "en")
    # Every address of ours that a page leads to is told from its own folder.
    ours = [href for href in page.links if not href.startswith(("http", "#"))]
    assert ours and all(href.startswith("../") for href in ours)


@pytest.mark.parametrize("address", ALONE)
def test_links_between_text_pages_lead_somewhere(client: TestClient, address: str) -> None:
    page = checked(client.get(address).text, "en", "ltr")
    inside = {href.lstrip("./") for href in page.links if "text/" in href}
    for path in sorted(inside)[:6]:
        assert client.get(f"/{path}").status_code == 200, path


def _speaking() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    with SPEAKING.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["headline"] == "child_labour":
                found.setdefault(row["area"], []).append((row["year"], row["value"]))
    return found


def test_the_world_shows_the_figures_that_were_checked_by_hand(client: TestClient) -> None:
    html = client.get("/text/world").text
    known = store.reference("en").areas
    assert len(_speaking()) > 10
    for code, figures in _speaking().items():
        ((year, value),) = figures
        name = re.escape(known[code].name.replace("'", "&#39;"))
        row = rf">{name}</a></th><td>{re.escape(f'{float(value):g}')}(?:\.0)?\s?%</td><td>{year}<"
        assert re.search(row, html), (code, year, value)


def test_a_country_says_its_checked_figure_as_its_page_does(client: TestClient) -> None:
    for code, figures in list(_speaking().items())[:4]:
        ((year, value),) = figures
        text = " ".join(checked(client.get(f"/text/country/{code}").text, "en", "ltr").text)
        assert re.search(rf"{re.escape(f'{float(value):g}')}(?:\.0)?\s?%", text), code
        assert year in text


def test_a_past_release_is_shown_as_it_was(client: TestClient) -> None:
    html = client.get("/text/country/NPL?as_of=1").text
    page = checked(html, "en", "ltr")
    assert page.dataset["version"] == "1"
    assert "Figures of release 1" in html
    assert all("as_of=1" in href for href in page.links if "observations.csv" in href)
    assert client.get("/text/country/NPL?as_of=999").status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/text/country/XXX", 404, "No country or territory has the code “XXX”"),
        ("/text/country/WLD", 404, "No country or territory has the code “WLD”"),
        ("/text/indicator/NOTHING", 404, "No indicator has the code “NOTHING”"),
        ("/text/nothing", 404, "There is no text page “nothing”"),
        ("/text/world/NPL", 404, "There is no text page “world/NPL”"),
        ("/text/compare", 400, "0 are named"),
        ("/text/compare?iso3=NPL,QQQ", 404, "the code “QQQ”"),
        ("/text/world?lang=de", 400, "There is no language “de”"),
        ("/text/world?from=2000", 400, "takes lang, as_of only, not “from”"),
    ],
)
def test_what_is_not_there_is_said(
    client: TestClient, address: str, status: int, said: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert said in answer.text
    assert 'href="/text/?lang=en"' in answer.text


def test_codes_are_taken_in_any_case_and_bytes_are_known_again(client: TestClient) -> None:
    one, other = client.get("/text/country/npl"), client.get("/text/country/NPL")
    assert one.text == other.text
    tag = {"If-None-Match": other.headers["etag"]}
    assert client.get("/text/country/NPL", headers=tag).status_code == 304
    assert client.head("/text/country/NPL").status_code == 200


def test_the_map_of_the_site_lists_every_page_in_every_language(client: TestClient) -> None:
    answer = client.get("/sitemap.xml", headers={"Host": "dashboards.example"})
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [one.text or "" for one in root.findall("s:url/s:loc", names)]
    known = store.reference("en")
    singles = ("", "world", "pathfinders", "glossary", "methods")
    pages = [f"text/{name}" for name in singles]
    pages += [f"text/country/{area.code}" for area in known.countries]
    pages += [f"text/indicator/{code}" for code in known.indicators]
    assert len(found) == len(set(found)) == len(pages) * len(LANGUAGES)
    assert {f"http://dashboards.example/{page}" for page in pages} <= set(found)
    links = root.findall("s:url/{http://www.w3.org/1999/xhtml}link", names)
    assert len(links) == len(found) * (len(LANGUAGES) + 1)
    assert {one.text for one in root.findall("s:url/s:lastmod", names)} == {
        store.build().published[:10]
    }


def test_robots_are_shown_the_map(client: TestClient) -> None:
    text = client.get("/robots.txt", headers={"Host": "dashboards.example"}).text
    assert "Sitemap: http://dashboards.example/sitemap.xml\n" in text
    assert "Disallow: /text/\n" not in text
    assert "Sitemap:" not in client.get("/robots.txt", headers={"Host": "a b"}).text
