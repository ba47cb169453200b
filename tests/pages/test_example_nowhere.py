"""Exampleland is published and stands nowhere: no page, file, total or search holds it unless it is
asked for by its code."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.timeline.choice import KINDS
from components.ui.frame import PAGES
from components.wording import LANGUAGES, wording
from data import store
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from data.methods.completion import STATUSES
from loaders.reporting import process
from loaders.reporting.example import filled_workbook
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import open_page
from tests.pages.test_pages import markup, plain_text
from tests.shared import copied

SEARCHES = ("exampleland", "exempleland", "XEX", "بلد المثال")
FILES = (
    *(
        "robots.txt",
        "sitemap.xml",
        "text/",
        "text/pathfinders",
        "api/v1/actions.csv",
        "api/v1/overdue.csv",
        "api/v1/statuses.csv",
    ),
    *("api/v1/stages.csv", "api/v1/events.csv", "api/v1/changes.csv?from=1&to=2"),
    *("api/v1/changes.csv?from=1&to=2&records=1", "api/v1/framework.csv"),
    *(f"api/v1/actions.csv?status={one}" for one in STATUSES),
    *(f"api/v1/events.csv?kind={one}" for one in KINDS),
    "api/v1/observations.csv?indicator=SL_TLF_CHLDEA&latest=1",
    "api/v1/observations.xlsx?indicator=SL_TLF_CHLDEA&latest=1",
)
"""Every file that a reader can ask for without naming a country."""


_PACKED = re.compile(r'data-packed="[^"]*"|base64,[A-Za-z0-9+/=]*')


def signs() -> tuple[str, ...]:
    """What Exampleland is known by: its code, its names, and what it wrote."""
    names = {wording(code).t("example.name") for code in LANGUAGES}
    said = wording("en").several("reporting_example.roadmap")
    return ("XEX", *names, *said, wording("en").t("reporting_example.office"))


def held(text: str) -> list[str]:
    """The signs of Exampleland that a text holds; what is packed spells three letters by chance."""
    said = _PACKED.sub("", text)
    return [sign for sign in signs() if sign in said]


@pytest.fixture(scope="module", autouse=True)
def published(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store in which the report of Exampleland is live."""
    folder = tmp_path_factory.mktemp("nowhere")
    url = copied(store_url, folder / "store.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, url)
        patch.setenv(LOADER_URL_VARIABLE, url)
        path = folder / "filled.xlsx"
        path.write_bytes(filled_workbook("en"))
        process.load(path, "a tester", url=url)
        process.publish("XEX-2026", "a tester", url=url)
        store.build_now()
        assert len(store.pathfinder_data(None).actions["XEX"]) == 12
        yield


@pytest.fixture(scope="module")
def client(published: None) -> Iterator[TestClient]:
    assert published is None
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def read(client: TestClient, path: str) -> str:
    """An answer as text; of a workbook every part of it."""
    answer = client.get(f"/{path}")
    if not answer.headers["content-type"].endswith("sheet"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.mark.parametrize("path", FILES)
def test_no_file_holds_it(client: TestClient, path: str) -> None:
    assert held(read(client, path)) == []


@pytest.mark.parametrize("asked", SEARCHES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_search_finds_it(client: TestClient, asked: str, language: str) -> None:
    answer = client.get("/api/v1/names.json", params={"q": asked, "lang": language})
    assert "XEX" not in answer.text
    assert "reporting" not in answer.text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_holds_it(page: str, language: str) -> None:
    asked = {"from": "1", "to": "2"} if page == "changed" else {}
    test = open_page(page, lang=language, **asked)
    assert not test.exception
    assert held(markup(test.main)) == []
    assert held(plain_text(test)) == []


@pytest.mark.parametrize("page", ["world", "pathfinders", "timeline"])
def test_its_rows_count_nowhere(page: str) -> None:
    with_it = plain_text(open_page(page))
    process.withdraw("XEX-2026", "a tester")
    store.build_now()
    without = plain_text(open_page(page))
    process.publish("XEX-2026", "a tester")
    store.build_now()
    assert with_it == without


@pytest.mark.parametrize("page", ["country", "monitoring"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_asks_for_its_code_sees_it(page: str, language: str) -> None:
    test = open_page(page, iso3="XEX", lang=language)
    assert not test.exception
    assert wording(language).t("example.name") in plain_text(test)
