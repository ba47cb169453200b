"""The document around a page: language, words without a script, and 404 for what is no page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from components.ui.frame import PAGES as IN_THE_BAR
from components.wording import LANGUAGES, wording
from pages.routes import ROUTES
from pages.service.documents import PAGES, PLAIN, Documents, shipped
from pages.service.files import Files, known_files, streamlit_static


async def _streamlits_own(request: Request) -> Response:
    """As Streamlit does: its own document for whatever is not known."""
    if request.url.path == "/api/v1/none":
        return PlainTextResponse("no such thing\n", 404)
    if request.url.path == "/paused":
        return HTMLResponse("<p>paused</p>")
    return FileResponse(streamlit_static() / "index.html")


@pytest.fixture
def client() -> Iterator[TestClient]:
    """The documents before what answers all else with HTML."""
    own = Route("/{path:path}", _streamlits_own, methods=["GET", "POST"])
    app = Starlette(routes=[own], middleware=[Middleware(Files), Middleware(Documents)])
    with TestClient(app, headers={"Accept-Encoding": "identity"}) as made:
        yield made


def test_every_page_has_the_document() -> None:
    assert {f"/{name}" for name in IN_THE_BAR} | {"/"} == PAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(PAGES))
def test_it_speaks_the_language_of_the_page(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, params={"lang": language})
    words = wording(language)
    text = unescape(answer.text)
    assert answer.status_code == 200
    assert f'<html lang="{language}" dir="{words.language.direction}">' in text
    assert f"<title>{words.t('frame.product')}</title>" in text
    assert words.t("document.description") in text
    assert words.t("document.needs_script") in text
    for key, address in PLAIN:
        assert f'<a href="./{address}">{words.t(key)}</a>' in text


def test_without_a_language_the_page_is_english_and_the_words_are_the_browsers(
    client: TestClient,
) -> None:
    answer = client.get("/country", headers={"Accept-Language": "de, ar-EG;q=0.9, en;q=0.5"})
    assert '<html lang="en" dir="ltr">' in answer.text
    assert '<div lang="ar" dir="rtl">' in answer.text
    assert wording("ar").t("document.needs_script") in answer.text
    assert answer.headers["vary"] == "Accept-Encoding, Accept-Language"
    assert '<html lang="en"' in client.get('/?lang="><script>alert(1)</script>').text


@pytest.mark.parametrize(
    ("address", "twin"),
    [
        ("/", "text/world"),
        ("/country?iso3=npl", "text/country/NPL"),
        ("/country?iso3=NPL&lang=ar&as_of=2", "text/country/NPL?lang=ar&as_of=2"),
        ("/country", "text/"),
        ('/country?iso3="><script>&as_of=<b>', "text/"),
        ("/compare?iso3=NPL,BRA&lang=fr", "text/compare?iso3=NPL,BRA&lang=fr"),
        ("/compare?iso3=NPL,%3Cb%3E", "text/"),
        ("/explore?indicator=SL_TLF_CHLDEA&sex=T", "text/indicator/SL_TLF_CHLDEA"),
        ("/pathfinders?show=overdue", "text/pathfinders"),
        ("/timeline?lang=fr", "text/?lang=fr"),
        ("/a/b", "text/"),
    ],
)
def test_it_leads_to_the_page_as_text(client: TestClient, address: str, twin: str) -> None:
    text = unescape(client.get(address).text)
    root = "../" * (address.partition("?")[0].count("/") - 1) or "./"
    words = wording("ar" if "lang=ar" in address else "fr" if "lang=fr" in address else "en")
    title = words.t("text_twin.as_text")
    assert f'<link rel="alternate" type="text/html" title="{title}" href="{root}{twin}">' in text
    noscript = text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert f'<a href="{root}{twin}">{title}</a>' in noscript


def test_the_plain_files_that_it_names_are_served() -> None:
    served = {route.path for route in ROUTES if isinstance(route, Route)}
    assert {f"/{address}" for _, address in PLAIN} <= served


@pytest.mark.parametrize("path", ["/", "/timeline", "/country", "/a/b/c"])
def test_all_that_it_loads_is_there(client: TestClient, path: str) -> None:
    """Also below a folder, where Streamlit's own addresses would lead nowhere."""
    text = client.get(path).text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', text.replace("/api/", "/#"))
    files = [each for each in loaded if "#" not in each and "/text/" not in each]
    assert len(files) > 60
    root = "../" * (path.count("/") - 1) or "./"
    for address in files:
        assert address.startswith(root)
        assert "/" + address.removeprefix(root) in known_files(), address


def test_it_brings_all_that_streamlits_own_brings(client: TestClient) -> None:
    text = client.get("/country").text
    kinds = shipped()
    assert len(kinds["script"]) == 1
    assert len(kinds["modulepreload"]) > 40
    assert len(kinds["stylesheet"]) == 1
    for addresses in kinds.values():
        assert [each for each in addresses if f'"./{each}"' not in text] == []
    assert "service-desc" not in text
    assert "PlotlyChart" in client.get("/").text
    without = (text, client.get("/?view=table").text, client.get("/timeline").text)
    assert "PlotlyChart" not in "".join(without)


def test_its_own_scripts_run_before_streamlits(client: TestClient) -> None:
    """Ours is a plain script, Streamlit's a module: that waits until the document is read. The look
    comes after Streamlit's styles, so that it wins among equals."""
    text = client.get("/").text
    assert re.search(r'<script src="\./look/first\.[0-9a-f]{12}\.js"></script>\n</body>', text)
    assert text.index('rel="stylesheet" href="./look/look.') > text.index('id="root"')
    first = (Path(__file__).resolve().parents[2] / "components/ui/first.js").read_text("utf-8")
    assert "BACKEND_BASE_URL: root" in first


@pytest.mark.parametrize("path", ["/nothing", "/a/b", "/country/x", "/explore.php", "/%2e%2e/x"])
def test_what_is_no_page_is_404_with_the_document(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert '<div id="root">' in answer.text
    assert "service-desc" not in answer.text


def test_other_answers_pass_untouched(client: TestClient) -> None:
    missing = client.get("/api/v1/none")
    assert (missing.status_code, missing.text) == (404, "no such thing\n")
    assert client.get("/paused").text == "<p>paused</p>"
    assert "service-desc" in client.post("/nothing").text


def test_it_is_asked_for_anew_and_sent_only_when_it_changed(client: TestClient) -> None:
    first = client.get("/country", params={"iso3": "NPL"})
    assert first.headers["cache-control"] == "no-cache"
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get("/country", params={"iso3": "NPL"}, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/country", params={"iso3": "NPL"})
    assert head.headers["content-length"] == str(len(first.content))
