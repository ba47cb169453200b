"""`/picture.svg`, `/picture.png` and `/embed`: a view's figures with their source and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlencode

import pytest
from lxml import etree
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.explore.view import CHARTS
from components.wording import LANGUAGES, wording
from data import store
from pages.routes import ROUTES
from pages.routes.drawn_views import PARAMETERS
from pages.routes.embed import HEAVIEST
from pages.service import MIDDLEWARE
from pages.service.settings import settings
from tests.service.test_injection import ATTACK, FIRST, MARK

RATE = {"indicator": "SL_TLF_CHLDEA", "area": "BRA,COL,PER"}
SEXES = RATE | {"sex": "F,M"}
ASKED = {
    "auto": RATE,
    "line": RATE,
    "bar": RATE,
    "slope": RATE,
    "dots": SEXES,
    "multiples": RATE,
    "scatter": RATE | {"x": "SL_TLF_CHLDEC"},
}
MAP = {"indicator": "SL_TLF_CHLDEA", "region": "M49_005", "tab": "map"}


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def _said(svg: str) -> str:
    parsed = etree.fromstring(svg.encode())
    lines = parsed.xpath("//*[local-name()='text']/text()")
    return re.sub("[\u2066-\u2069]", "", " ".join(map(str, lines)))


def _figures(text: str) -> list[str]:
    return sorted(set(re.findall(r'data-figure="([^"]+)"', text)))


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_a_picture_with_the_figures_of_the_page(
    chart: str, client: TestClient
) -> None:
    asked = ASKED[chart] | {"chart": chart}
    svg = client.get("/picture.svg", params=asked)
    assert svg.status_code == 200
    assert svg.headers["content-type"] == "image/svg+xml"
    assert re.fullmatch(
        r'attachment; filename="target87-SL_TLF_CHLDEA-BRA_COL_PER-.*-en\.svg"',
        svg.headers["content-disposition"],
    )
    said = _said(svg.text)
    newest = store.build().newest
    address = f"http://testserver/explore?{urlencode(ASKED['line'], safe=',')}"
    assert address in said.replace(" ", "")
    assert f"&as_of={newest}" in said
    assert "United Nations Statistics Division" in said
    assert re.search(r"\b20[12]\d\b", said)
    assert wording("en").t("unit.PERCENT") in said
    page = client.get("/embed", params=asked)
    assert page.status_code == 200
    assert _figures(svg.text) == _figures(page.text)
    assert not re.search(r"(?:href|src)=|url\((?!#)|@import", svg.text)
    assert len(page.content) < HEAVIEST
    assert "<script" not in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_is_the_same_in_file_and_frame(language: str, client: TestClient) -> None:
    asked = MAP | {"lang": language, "mode": "dark"}
    svg, page = client.get("/picture.svg", params=asked), client.get("/embed", params=asked)
    assert len(_figures(svg.text)) == 10
    assert _figures(svg.text) == _figures(page.text)
    direction = LANGUAGES[language].direction
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    image = re.search(r'<img src="([^"]+)"', page.text)
    assert image is not None
    shapes = client.get("/" + image[1].replace("&amp;", "&"))
    assert shapes.status_code == 200
    assert shapes.headers["content-disposition"].startswith("inline")
    assert "<text" not in shapes.text
    fills = re.findall(r'fill="([^"]+)"', shapes.text)
    assert set(fills) <= set(re.findall(r'fill="([^"]+)"', svg.text))


def test_the_map_of_the_world_is_light_enough_for_a_frame(client: TestClient) -> None:
    for language in LANGUAGES:
        asked = {"headline": "child_labour", "tab": "map", "lang": language}
        page = client.get("/embed", params=asked, headers={"Accept-Encoding": "identity"})
        assert len(page.content) < HEAVIEST
        assert "Kenya" in page.text or language != "en"
    many = {"indicator": "SL_TLF_CHLDEA", "chart": "multiples", "lang": "ar"}
    page = client.get("/embed", params=many)
    svg = client.get("/picture.svg", params=many)
    assert len(page.content) < HEAVIEST
    assert _figures(page.text) == _figures(svg.text)


def test_a_png_has_the_pixels_that_the_svg_asks_for(client: TestClient) -> None:
    svg = client.get("/picture.svg", params=MAP | {"lang": "ar"})
    size = re.search(r'width="(\d+)" height="(\d+)"', svg.text)
    assert size is not None
    png = client.get("/picture.png", params=MAP | {"lang": "ar"})
    assert png.headers["content-type"] == "image/png"
    with Image.open(BytesIO(png.content)) as image:
        assert image.size == (2 * int(size[1]), 2 * int(size[2]))
        assert len(image.convert("RGB").getcolors(maxcolors=1 << 24) or []) > 100
    tag = png.headers["etag"]
    again = client.get("/picture.png", params=MAP | {"lang": "ar"}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_frame_says_whether_it_is_live_or_frozen(client: TestClient) -> None:
    words = wording("en")
    live, frozen = (
        client.get("/embed", params=RATE),
        client.get("/embed", params=RATE | {"as_of": "1"}),
    )
    assert words.t("embed.live", day="").split(":")[0] in live.text
    assert "Figures as of release 1" in frozen.text
    assert "as_of=1" in frozen.text
    assert "as_of" not in live.text


def test_frames_are_for_whom_the_operator_names(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named in ("'self'", "https://www.example.org", "*"):
        monkeypatch.setenv("TARGET87_EMBED", named)
        settings.cache_clear()
        answer = client.get("/embed", params=RATE)
        assert answer.status_code == 200
        policy = answer.headers["content-security-policy"]
        assert policy.endswith(f"frame-ancestors {named}")
        assert "x-frame-options" not in answer.headers
        assert client.get("/picture.svg", params=RATE).headers["x-frame-options"] == "SAMEORIGIN"
    monkeypatch.setenv("TARGET87_EMBED", "off")
    settings.cache_clear()
    answer = client.get("/embed", params=RATE | {"lang": "fr"})
    assert answer.status_code == 403
    assert wording("fr").t("gate.embed_off.title") in answer.text
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.parametrize("path", ["/picture.svg", "/picture.png", "/embed"])
def test_a_strangers_text_is_refused_in_every_parameter(path: str, client: TestClient) -> None:
    for name in (*PARAMETERS, "bare", ATTACK):
        for value in (ATTACK, FIRST):
            if path == "/embed" and name == "lang":
                continue
            answer = client.get(path, params={name: value})
            assert answer.status_code == 400, (name, answer.text)
            assert path != "/embed" or MARK not in answer.text
            assert "Q" * 200 not in answer.text
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", answer.text)


def test_two_words_for_dark_and_one_for_the_theme_of_figures(client: TestClient) -> None:
    dark = client.get("/picture.svg", params=RATE | {"mode": "dark"}).text
    assert client.get("/picture.svg", params=RATE | {"theme": "dark"}).text == dark
    assert client.get("/picture.svg", params=RATE | {"theme": "child_labour"}).text != dark
    assert client.get("/picture.svg", params=RATE | {"theme": "blue"}).status_code == 400
