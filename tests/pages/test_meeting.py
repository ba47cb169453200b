"""`/meeting`: the document of a meeting, its words and its files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.look import MEETING, look_files, look_name
from components.meeting.agenda import MOST_ITEMS, VERSION
from components.wording import LANGUAGES, wording
from data import store
from data.database import URL_VARIABLE
from pages.routes import ROUTES
from pages.routes.meeting import script_words
from pages.service import MIDDLEWARE
from pages.service.session_limit import is_page

SCRIPT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(MEETING.glob("*.js")))
MADE_OF_PARTS = ("clock", "does", "group", "key", "kind", "refused", "trouble", "version", "view")
"""Families of texts whose keys the script puts together."""


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def given(client: TestClient, **asked: str) -> dict[str, Any]:
    """What the document tells its script."""
    text = client.get("/meeting", params=asked).text
    found = re.search(r'<script type="application/json" id="given">(.+?)</script>', text, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_speaks_the_language_that_is_asked_for(
    client: TestClient, language: str
) -> None:
    answer = client.get("/meeting", params={"lang": language})
    assert answer.status_code == 200
    direction = LANGUAGES[language].direction
    assert f'<html lang="{language}" dir="{direction}">' in answer.text
    told = given(client, lang=language)
    assert told["words"]["start"] == wording(language).t("meeting.page.start")
    assert len(told["days"]["months"]) == 12
    build = store.build_now()
    assert (told["release"], told["published"]) == (build.newest, build.published)
    assert told["limits"]["items"] == MOST_ITEMS
    assert told["limits"]["version"] == VERSION


def test_an_unknown_language_is_english(client: TestClient) -> None:
    assert given(client, lang="<script>")["language"] == "en"
    assert given(client)["language"] == "en"


def test_it_is_asked_for_again_by_its_tag(client: TestClient) -> None:
    answer = client.get("/meeting")
    assert answer.headers["cache-control"] == "no-cache"
    again = client.get("/meeting", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    french = client.get("/meeting", params={"lang": "fr"})
    assert french.headers["etag"] != answer.headers["etag"]


def test_script_and_style_are_kept_for_ever_and_named_in_the_document(client: TestClient) -> None:
    text = client.get("/meeting").text
    for plain in ("meeting.js", "meeting.css"):
        address = f"look/{look_name(plain)}"
        assert address in text
        answer = client.get(f"/{address}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert look_files()[look_name("meeting.js")].decode() == SCRIPT


def test_both_themes_stand_in_the_document(client: TestClient) -> None:
    text = client.get("/meeting").text
    dark = text.split("prefers-color-scheme: dark", 1)[1]
    assert "--paper:#FBFAF7" in text
    assert "--paper:#12161D" in dark


def test_without_a_store_the_page_still_comes(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert given(client)["release"] == 0


def test_a_meeting_takes_no_session() -> None:
    assert not is_page("/meeting")
    assert is_page("/country")


def test_every_text_of_the_script_exists_and_none_is_unused() -> None:
    words = set(script_words(wording("en")))
    put_together = {key for key in words if key.split(".")[0] in MADE_OF_PARTS}
    keys = {key.removesuffix(".one") + ".other" if key.endswith(".one") else key for key in words}
    quoted = set(re.findall(r'"([\w.]+)"', SCRIPT))
    missing = {
        key
        for key in re.findall(r'(?<![\w.])t\(\s*"([\w.]+)"', SCRIPT)
        + [f"{key}.other" for key in re.findall(r'Words\.plural\(\s*"(\w+)"', SCRIPT)]
        if key not in words
    }
    assert missing == set()
    unused = {key for key in keys - put_together if key.removesuffix(".other") not in quoted}
    # Two stand in the document itself.
    assert unused == {"title", "needs_script", "notices"} - quoted


@pytest.mark.parametrize("family", MADE_OF_PARTS)
def test_texts_whose_keys_are_put_together_are_asked_for(family: str) -> None:
    words = {key for key in script_words(wording("en")) if key.split(".")[0] == family}
    assert words
    assert re.search(rf"\b{family}\.", SCRIPT)


def test_nothing_typed_becomes_markup() -> None:
    """The one `innerHTML` takes a screen of our own server."""
    assert SCRIPT.count("innerHTML") == 1
    for way in ("outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in SCRIPT
