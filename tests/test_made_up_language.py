"""A language is a folder: a made-up one, of brackets around the texts, opens on every page.

Nothing of the product is changed for it: its folder is found by listing, as the others are.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, select
from streamlit.testing.v1 import AppTest

from components.ui.frame import PAGES
from components.wording import wording
from data import languages, schema
from data.languages import DEFAULT, FACTS, LANGUAGES, ROW_COLUMNS, Text, listed, read_texts
from loaders.facts.area_names import area_names
from loaders.facts.areas import area_rows
from tests.conftest import open_page
from tests.unpacking import unpacked

CODE: Final = "qps"
MISSING: Final = "timeline.title"
"""A text that the made-up language lacks."""

OPENS: Final = "⟦"


def _bracketed(text: Text) -> Text:
    if isinstance(text, str):
        return f"{OPENS}{text}⟧"
    return tuple(f"{OPENS}{part}⟧" for part in text)


def _make(folder: Path) -> None:
    """The English wording and the French texts of rows, in brackets, as a folder of a language."""
    folder.mkdir()
    (folder / FACTS).write_text(
        f'name = "Pseudo"\ndirection = "rtl"\nlocale = "ar"\npercent = "{OPENS}"\n',
        encoding="utf-8",
    )
    texts = read_texts(LANGUAGES[DEFAULT].folder)
    lines = [
        f"{json.dumps(key)} = {json.dumps(_bracketed(text), ensure_ascii=False)}\n"
        for key, text in texts.items()
        if key != MISSING
    ]
    (folder / "texts.toml").write_text("".join(lines), encoding="utf-8")
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ROW_COLUMNS)
        for path in sorted(LANGUAGES["fr"].folder.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as lines_of:
                for *key, text in list(csv.reader(lines_of))[1:]:
                    writer.writerow((*key, _bracketed(text)))


@pytest.fixture(scope="module", autouse=True)
def made_up(tmp_path_factory: pytest.TempPathFactory, store_url: str) -> Iterator[None]:
    """The made-up language beside the others, for the tests of this file."""
    assert store_url
    folder = tmp_path_factory.mktemp("wording")
    for code, language in LANGUAGES.items():
        (folder / code).symlink_to(language.folder)
    _make(folder / CODE)
    found = listed(folder)
    assert list(found) == [DEFAULT, "fr", CODE, "ar"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(LANGUAGES, CODE, found[CODE])
        yield
    wording.cache_clear()
    languages.row_texts.cache_clear()


def _shown(page: AppTest) -> str:
    """All HTML that a page sent."""
    assert not page.exception, page.exception
    return unescape("".join(unpacked(element.proto.body) for element in page.get("html")))


def _emptiest(connection: Connection) -> str:
    """A country or territory of which the store holds nothing."""
    held = [select(t.c.area) for t in (schema.observation, schema.ratification, schema.legal_fact)]
    area = schema.area
    question = select(area.c.code).where(area.c.kind.in_(("country", "territory")))
    for each in held:
        question = question.where(area.c.code.not_in(each))
    return str(connection.execute(question.order_by(area.c.code)).scalars().first())


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_it_and_speaks_it(page: str) -> None:
    shown = _shown(open_page(page, lang=CODE, iso3="NPL"))
    # Of a draft nothing is shown without its link: a title, a sentence and a way on.
    assert shown.count(OPENS) > (2 if page == "preview" else 20)


def test_a_country_of_which_nothing_is_held_opens_in_it(connection: Connection) -> None:
    code = _emptiest(connection)
    assert len(code) == 3
    assert OPENS in _shown(open_page("country", lang=CODE, iso3=code))


def test_texts_of_rows_are_shown_in_it() -> None:
    said = languages.row_texts(CODE)
    shown = _shown(open_page("country", lang=CODE, iso3="NPL"))
    own = [said[key] for key in said if key.startswith("action.NPL") and key.endswith(".text")]
    assert len(own) > 5
    assert [text for text in own if text not in shown] == []


def test_a_text_that_it_lacks_is_shown_in_the_default_language() -> None:
    assert wording(CODE).t(MISSING) == wording(DEFAULT).t(MISSING)
    assert OPENS not in wording(CODE).t(MISSING)
    assert wording(CODE).t("timeline.area").startswith(OPENS)


def test_areas_are_named_in_it() -> None:
    areas = area_rows()
    named = {row["area"]: row["name"] for row in area_names(areas) if row["language"] == CODE}
    assert len(named) == len(areas)
    assert named["ILO_AFRICA"].startswith(OPENS)
    assert named["NPL"] == "نيبال"
