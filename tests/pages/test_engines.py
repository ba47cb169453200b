"""The same pages and the same downloads, whatever engine holds the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from data.database import URL_VARIABLE
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import open_page

PAGES = (
    ("world", {}),
    ("world", {"lang": "ar"}),
    ("country", {"iso3": "NPL"}),
    ("country", {"iso3": "NPL", "lang": "fr"}),
    ("explore", {}),
    ("explore", {"indicator": "SL_TLF_CHLDEA", "area": "NPL"}),
    ("sources", {}),
)
DOWNLOADS = (
    "/api/v1/observations.csv?area=NPL",
    "/api/v1/observations.csv?indicator=SL_TLF_CHLDEA",
    "/api/v1/observations.csv?indicator=SL_TLF_CHLDEA&latest=1&sex=T",
    "/api/v1/observations.csv?area=XXX",
    "/api/v1/observations.csv?area=%00",
)


def elements(test: AppTest) -> list[bytes]:
    """Everything that a page shows, in order, as Streamlit sends it."""
    found: list[bytes] = []

    def walk(node: Any) -> None:
        children = getattr(node, "children", None)
        if children:
            for child in children.values():
                walk(child)
        elif (proto := getattr(node, "proto", None)) is not None:
            found.append(proto.SerializeToString(deterministic=True))

    walk(test._tree)
    return found


@pytest.fixture
def urls(store_url: str, postgres_store_url: str) -> tuple[str, str]:
    return store_url, postgres_store_url


@pytest.mark.parametrize(("page", "params"), PAGES)
def test_a_page_is_equal_on_both_engines(
    urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch, page: str, params: dict[str, str]
) -> None:
    shown = []
    for url in urls:
        monkeypatch.setenv(URL_VARIABLE, url)
        test = open_page(page, **params)
        assert not test.exception
        shown.append(elements(test))
    assert len(shown[0]) > 3
    assert shown[0] == shown[1]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.mark.parametrize("address", DOWNLOADS)
def test_a_download_is_equal_on_both_engines(
    client: TestClient, urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    given = []
    for url in urls:
        monkeypatch.setenv(URL_VARIABLE, url)
        answer = client.get(address, headers={"Accept-Encoding": "identity"})
        given.append((answer.status_code, answer.content))
    assert given[0] == given[1]
    assert given[0][0] in (200, 400)


def test_the_order_of_texts_is_that_of_code_points(
    client: TestClient, urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in urls:
        monkeypatch.setenv(URL_VARIABLE, url)
        text = client.get(DOWNLOADS[0], headers={"Accept-Encoding": "identity"}).text
        codes = [line.split(",", 1)[0] for line in text.splitlines()[1:]]
        assert codes == sorted(codes)
