"""The page of a draft: seen with a valid link alone, and what everybody else is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.wording import LANGUAGES, wording
from data import store
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from data.preview_link import preview_key, token_for
from loaders.reporting import process
from loaders.reporting.example import Form, filled_workbook
from tests.conftest import open_page
from tests.pages.test_pages import markup, plain_text
from tests.shared import copied

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> & \u202ereversed"


@pytest.fixture(scope="module")
def link(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Makes links to the draft of Exampleland, of which an answer and a comment are hostile."""
    folder = tmp_path_factory.mktemp("preview")
    url = copied(store_url, folder / "store.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, url)
        patch.setenv(LOADER_URL_VARIABLE, url)
        form = Form(filled_workbook("en"), wording("en"))
        form.put("questions", 5, answer=HOSTILE)
        form.put("comments", 5, text=HOSTILE)
        form.put("roadmap", 5, action=HOSTILE, owner=HOSTILE, evidence=HOSTILE)
        form.put("indicators", 5, new_value="4.50", new_year=2025, new_source=HOSTILE)
        form.tell("focal_point_email", "secret@example.org")
        path = folder / "filled.xlsx"
        path.write_bytes(form.saved())
        process.load(path, HOSTILE, url=url)

        def made(days: float = 7, now: float | None = None) -> str:
            return token_for("XEX-2026", days, preview_key(url, make=True), now)

        yield made


def seen(token: str, language: str = "en") -> tuple[str, str]:
    """The markup and the plain text of the page."""
    test = open_page("preview", draft=token, lang=language)
    assert not test.exception
    return markup(test.main), plain_text(test)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_as_it_would_look(link: Callable[..., str], language: str) -> None:
    html, text = seen(link(), language)
    words = wording(language)
    for key in ("band.draft", "next", "roadmap", "steps", "answers", "comments", "values"):
        assert words.t(f"preview.{key}") in text, key
    assert text.count(words.t("action_status.substantial")) >= 2
    assert "Hotline for migrant workers in four languages" in text
    assert "4.50" in text
    assert re.search(r"<img[^>]+alt=\"[^\"]+\"", html), "a ring with words"
    assert "secret@example.org" not in html
    assert store.pathfinder_data(None).actions.get("XEX") is None


def test_no_text_of_a_draft_is_markup(link: Callable[..., str]) -> None:
    html, _ = seen(link())
    assert "<script" not in html
    assert "onerror=alert" not in re.sub(r"&lt;img[^&]*&gt;", "", html)
    assert html.count("&lt;script&gt;alert(1)") >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_shows_nothing_has_one_sentence_and_a_way_on(
    link: Callable[..., str], language: str
) -> None:
    good = link()
    changed = ("A" if good[3] != "A" else "B").join((good[:3], good[4:]))
    for token, key in (
        (link(1, 1_700_000_000), "expired"),
        (changed, "changed"),
        (good[:-1], "changed"),
        ("", "none"),
        ("<b>x</b>", "changed"),
        (token_for("NPL-2031", 7, preview_key(store.database_url())), "gone"),
    ):
        test = open_page("preview", draft=token, lang=language)
        assert not test.exception
        text = plain_text(test)
        assert wording(language).t(f"preview.{key}") in text
        assert wording(language).t("preview.way_on") in text
        assert "Exampleland" not in text and "Hotline" not in text


def test_what_became_of_it_is_said(link: Callable[..., str], tmp_path: Path) -> None:
    del tmp_path
    token = link()
    process.review("XEX-2026", "R. Eviewer", note="one remark")
    assert "Draft, reviewed, not published." in seen(token)[1]
    process.publish("XEX-2026", "Secretariat")
    assert "Published." in seen(token)[1]
    process.withdraw("XEX-2026", "Secretariat")
    assert "Withdrawn." in seen(token)[1]
