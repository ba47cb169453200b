"""Every page in every language for a rich, a patchy and an almost empty country, on the frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.frame import PAGES
from components.wording import LANGUAGES, wording
from data.database import URL_VARIABLE
from tests.conftest import OpenPage, open_page
from tests.unpacking import unpacked

RICH, PATCHY, EMPTY = "NPL", "FJI", "TUV"
COUNTRY_PARAMETER = {"country": "iso3", "explore": "area"}
"""What a page calls a country in its URL; pages without one are given it all the same."""

_BRACES = re.compile(r"\{[a-z_]+\}")
_STYLE = re.compile(r"(?s)<(style|script)>.*?</\1>")
_TAG = re.compile(r"(?s)<[^>]*>")


def elements(node: Any) -> Iterator[Any]:
    """Every element and block of a page, in reading order."""
    for child in getattr(node, "children", {}).values():
        yield child
        yield from elements(child)


def key_of(element: Any) -> str:
    """The key that our code gave an element, as the end of Streamlit's own identifier."""
    return str(getattr(getattr(element, "proto", None), "id", ""))


def markup(node: Any) -> str:
    """All HTML below a node."""
    found = (unpacked(e.proto.body) for e in elements(node) if e.type == "html")
    return _STYLE.sub(" ", "\n".join(filter(None, found)))


def plain_text(test: AppTest) -> str:
    """What a reader can read: HTML without tags, labels, and messages."""
    texts = [_TAG.sub(" ", markup(test.main))]
    for element in elements(test.main):
        for name in ("label", "value", "help", "placeholder"):
            said = getattr(element, name, None) if hasattr(element, "proto") else None
            texts += [said] if isinstance(said, str) else []
    return "\n".join(texts)


ARTICLE = re.compile(r'<article class="card.*?</article>', re.S)
CHART = re.compile(r'class="(plot|cut-bars|squares|tip-|status-bar)')


def cards(test: AppTest) -> list[str]:
    """The HTML of every card on a page."""
    return ARTICLE.findall(markup(test.main))


def failures(test: AppTest) -> list[str]:
    """What went wrong on a page, with the place where it did."""
    return [f"{e.value} at {' '.join(e.stack_trace[-3:])}" for e in test.exception]


def assert_sound(test: AppTest) -> None:
    """No exception, no text that is missing or left with unfilled fields."""
    assert failures(test) == []
    text = plain_text(test)
    assert len(text.split()) > 20
    assert _BRACES.findall(text) == []
    assert "Traceback" not in text
    # Letters of a part that travels packed are no words: there + and / are letters too.
    assert not re.search(r"(?<![\w+/])(?:None(?! of)|nan|NaN)(?![\w+/])", text)


NAMING = {"compare", "explore", "monitoring", "timeline"}
"""Pages that show a country of their address; the country page is in test_country.py."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "country"),
    [
        (page, country)
        for page in PAGES
        for country in ((RICH, PATCHY, EMPTY) if page in NAMING else (RICH,))
        if page != "country"
    ],
)
def test_every_page_stands(app: OpenPage, page: str, language: str, country: str) -> None:
    params = {"lang": language, COUNTRY_PARAMETER.get(page, "iso3"): country}
    assert_stands(app(page, **params), language)


def assert_stands(test: AppTest, language: str) -> None:
    """A page is sound, says its language, has a head and content, and a source at every figure."""
    assert_sound(test)
    html = markup(test.main)
    bodies = [getattr(e.proto, "body", "") for e in elements(test.main) if hasattr(e, "proto")]
    assert any(f"document.documentElement.lang='{language}'" in body for body in bodies)
    assert wording(language).t("frame.product") in html
    assert 'id="content"' in html, "the skip link leads nowhere"
    assert html.count("<h1") == 1
    for card in cards(test):
        if CHART.search(card):
            assert 'class="sources"' in card, f"a figure without its source: {card[:200]}"


def test_a_rich_country_shows_more_than_an_empty_one(app: OpenPage) -> None:
    drawn = {
        country: sum(bool(CHART.search(card)) for card in cards(app("country", iso3=country)))
        for country in (RICH, EMPTY)
    }
    assert drawn[RICH] >= 6
    assert drawn[EMPTY] < drawn[RICH]


def test_the_country_is_kept_when_the_language_changes(app: OpenPage) -> None:
    test = app("country", iso3=RICH)
    links = [e.proto for e in elements(test.main) if e.type == "page_link"]
    asked = {
        link.label: dict(re.findall(r"(\w+)=([^&]*)", str(link.query_string))) for link in links
    }
    assert asked["Français"]["lang"] == "fr"
    assert asked["Français"]["iso3"] == RICH


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_presenting_leaves_the_bar_out(app: OpenPage, page: str, language: str) -> None:
    test = app(page, lang=language, present="1", **{COUNTRY_PARAMETER.get(page, "iso3"): RICH})

    assert_sound(test)
    keys = [key_of(e) for e in elements(test.main)]
    assert not any(key.endswith("-bar") for key in keys)
    labels = [e.proto.label for e in elements(test.main) if e.type == "page_link"]
    assert wording(language).t("frame.leave_present") in labels


@pytest.mark.parametrize(
    ("page", "params", "asked"),
    [
        ("country", {"iso3": "ZZZ"}, "ZZZ"),
        ("country", {"iso3": "'; DROP TABLE area; --"}, "DROP TABLE"),
        ("country", {"iso3": "<img src=x onerror=alert(1)>"}, "onerror"),
        ("world", {"indicator": "NO_SUCH"}, "NO_SUCH"),
        ("world", {"year": "1066"}, "1066"),
        ("world", {"lang": "../../etc"}, "../../etc"),
        ("explore", {"indicator": "NO_SUCH"}, "NO_SUCH"),
        ("explore", {"area": "ZZZ"}, "ZZZ"),
        ("timeline", {"kind": "NO_SUCH"}, "NO_SUCH"),
        ("timeline", {"area": "ZZZ"}, "ZZZ"),
        ("pathfinders", {"stage": "NO_SUCH"}, "NO_SUCH"),
        ("pathfinders", {"region": "M49_999"}, "M49_999"),
    ],
)
def test_a_wrong_address_gets_a_sentence_and_a_way_on(
    app: OpenPage, page: str, params: dict[str, str], asked: str
) -> None:
    test = app(page, **params)

    assert failures(test) == []
    said = [re.sub(r"\\(.)", r"\1", m.value) for m in (*test.info, *test.warning, *test.error)]
    html = markup(test.main)
    assert "<img src=x" not in html
    assert any(asked in sentence for sentence in said) or asked in _TAG.sub(" ", html)
    ways_on = [e for e in elements(test.main) if e.type in {"page_link", "selectbox"}]
    assert ways_on or "<a " in html


def _remedy_on_every_page(said: str) -> None:
    for page, language in {*((page, "en") for page in PAGES), *(("world", c) for c in LANGUAGES)}:
        test = open_page(page, iso3=RICH, lang=language)
        assert failures(test) == []
        assert [e.value for e in test.error] == [wording(language).t(said)]
        assert [c.value for c in test.code] == ["python -m loaders build"]


def test_without_a_database_every_page_says_how_to_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "missing.sqlite"
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{missing}")
    _remedy_on_every_page("frame.no_store")
    assert not missing.exists()


def test_with_an_empty_database_every_page_says_how_to_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{empty}")
    _remedy_on_every_page("frame.no_store")


def test_with_a_damaged_database_every_page_says_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"this is not a database, whatever its name may say\n" * 500)
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{damaged}")
    _remedy_on_every_page("frame.damaged_store")


def test_a_database_cut_in_the_middle_gives_a_remedy_too(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path(store_url.removeprefix("sqlite:///")).read_bytes()
    cut = tmp_path / "cut.sqlite"
    cut.write_bytes(whole[: len(whole) // 3])
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{cut}")
    for page in PAGES:
        test = open_page(page, iso3=RICH)
        assert failures(test) == []
        assert [c.value for c in test.code] == ["python -m loaders build"]
