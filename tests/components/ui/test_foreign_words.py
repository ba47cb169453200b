"""French and Arabic pages show no English but what is marked as such: how that is found.

A page is read as a browser's tree: text (and `title`, `alt`, `aria-label`) outside
elements of another `lang`. In Arabic any Latin word must be a known name or code; in French every
word must be one that the French texts themselves use. Names of surveys and of who published or
quoted a figure may stand in a sentence or a hover text, where nothing can be marked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

import pytest
from lxml.etree import XPath
from lxml.html import fragment_fromstring
from sqlalchemy import select

from components.wording import wording
from data import schema, store
from tests.factories import quoted

NAMES: Final = frozenset(
    """Alliance allAfrica Better Work ACCEL Africa Cobalt ComexPerú CONAETI CONATRAE CSV Delta Entr
    Foundation Free Gapminder GEFM GCLMS ILOSTAT InPACTO MANNyA Minderoo NAPTIP PNETE Sakernas
    SHINES TTg UNODC UNICEF Walk WPP biwina de
    """.split()
)
"""Names that have no other spelling, in the texts of every language."""

CODE: Final = re.compile(r"[A-Z][A-Z0-9_]*|[a-z]")
"""A code or an abbreviation in capitals: `C182`, `NPL`, `VC_HTF_DETV`; a lone letter."""

WORD: Final = re.compile(r"[^\W\d_][\w’'-]*", re.UNICODE)
LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſ][\w’'-]*")


SPOKEN: Final = XPath("//@title | //@alt | //@aria-label")
OTHERS: Final = XPath("//*[@lang and @lang != $language]")


def unmarked(html: str, language: str) -> list[str]:
    """The texts of a fragment of HTML that are said to be in the page's language."""
    tree = fragment_fromstring(html, create_parent="div")
    for other in OTHERS(tree, language=language):
        tail = other.tail
        other.clear()
        other.tail = tail
    return [text for text in (*map(str, SPOKEN(tree)), *tree.itertext()) if text.strip()]


@cache
def _french() -> frozenset[str]:
    """Every word of the French texts and of French names."""
    texts = [
        part
        for text in wording("fr").texts.values()
        for part in ((text,) if isinstance(text, str) else text)
    ]
    texts += [area.name for area in store.reference("fr").areas.values()]
    return frozenset(word.lower() for text in texts for word in WORD.findall(_plain(text)))


@cache
def _names() -> re.Pattern[str]:
    """Names of publishers, of those who quote them, of surveys; the hosts of their pages."""
    run, row, source = schema.national_series, schema.observation, schema.source
    columns = (
        *(run.c.publisher, run.c.quoted_by, run.c.programme, row.c.survey, row.c.vintage),
        *(source.c.publisher, source.c.title, source.c.vintage, schema.survey_name.c.survey),
    )
    with store.connected() as connection:
        found = {
            text for c in columns for text in connection.execute(select(c).distinct()).scalars()
        }
        notes = connection.execute(select(row.c.note).distinct()).scalars()
        found |= {one.who for note in notes if (one := quoted(note))}
        notes = connection.execute(select(schema.legal_fact.c.note).distinct()).scalars()
        found |= {who for note in notes for who in re.findall(r"quoted_by:([^;]+)", note or "")}
    longest_first = sorted((name for name in found if len(name) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) + r"|[\w-]+(\.[\w-]+)*\.[a-z]{2,}")


def _plain(text: str) -> str:
    return text.replace("’", " ").replace("'", " ").replace("-", " ")


def _strange(text: str, language: str) -> list[str]:
    if language == "ar":
        words = LATIN.findall(_plain(text))
    else:
        words = [w for w in WORD.findall(_plain(text)) if w.lower() not in _french()]
    return [word for word in words if word not in NAMES and not CODE.fullmatch(word)]


@lru_cache(maxsize=100_000)
def foreign_words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that are not in the language and no known name or code."""
    text = text.replace("\u2066", "").replace("\u2069", "")
    # Looking for names takes time, so it is done only where there is something strange.
    if not _strange(text, language):
        return ()
    return tuple(_strange(_names().sub(" ", text), language))


@pytest.mark.usefixtures("store_url")
def test_the_guard_itself_tells_right_from_wrong() -> None:
    html = (
        '<p title="Against all">السنة <a lang="en" title="Of it">World Bank</a> CSV C182</p>'
        '<img alt="The ring"><bdi lang="und">Brasil</bdi> also'
    )
    assert [w for t in unmarked(html, "ar") for w in foreign_words(t, "ar")] == [
        *("Against", "all", "The", "ring", "also")
    ]
    assert foreign_words("Travail des enfants, CSV, against worst", "fr") == ("against", "worst")
