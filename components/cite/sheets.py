"""The sheets behind the rows of a workbook: its sources, and what has to be known to read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.cite.cited import Cited, Publication, publication_of
from components.cite.codebook import codebook_rows
from components.cite.contents import Contents
from components.cite.texts import compiled, quoting
from components.labels import Names
from components.numbers import date_text, year_range
from components.spreadsheet import Sheet
from components.wording import Wording

_SOURCE_FACTS: Final = (
    "publisher",
    "title",
    "address",
    "vintage",
    "licence",
    "terms",
    "accessed",
    "rows",
    "quoted",
    "code",
)
_NUMBERS: Final = frozenset({_SOURCE_FACTS.index("rows")})
_SOURCE_WIDTHS: Final = (28, 48, 40, 20, 28, 36, 12, 8, 36, 24)
_NOTE_WIDTHS: Final = (28, 22, 40, 80)
LONGEST_CELL: Final = 32_767
"""Characters that a cell of the format can hold; a longer text goes on in the row below."""


@dataclass(frozen=True)
class Noted:
    """What the notes tell: the selection as a citation names it, `query` its filters, `asked` the
    year that was asked for, sources that terms withhold, and the names of codes."""

    cited: Cited
    query: str
    asked: int | None
    withheld: Sequence[Publication]
    names: Names

    @property
    def wording(self) -> Wording:
        """The words of the sheets."""
        return self.names.wording


def publications(contents: Contents, names: Names) -> tuple[Publication, ...]:
    """The sources of the rows that were seen."""
    sources = names.about.sources
    return tuple(
        publication_of(sources[code], rows, sorted(contents.quoting.get(code, {}).items()))
        for code, rows in sorted(contents.sources.items())
        if code in sources
    )


def sources_sheet(contents: Contents, noted: Noted) -> Sheet:
    """A row a source: who published, what, where, on what terms, read when, quoted by whom."""
    words = noted.wording
    head = [words.t(f"cite.sheet.source.{name}") for name in _SOURCE_FACTS]
    rows = [_source_row(each, words) for each in publications(contents, noted.names)]
    return Sheet(words.t("cite.sheet.sources"), [head, *rows], _NUMBERS, _SOURCE_WIDTHS)


def _source_row(each: Publication, words: Wording) -> list[str]:
    return [
        each.publisher,
        each.title,
        each.address,
        each.vintage,
        each.licence,
        each.terms_url,
        each.accessed,
        str(each.rows),
        quoting(each, words),
        each.code,
    ]


def years_sentence(contents: Contents, asked: int | None, words: Wording) -> str:
    """Of which years the figures are, and how many are of the year that was asked for."""
    if not contents.rows:
        return words.t("cite.readme.none")
    span = year_range(contents.first, contents.last, words)
    if asked is None:
        return words.t("cite.sheet.years", years=span)
    return words.t(
        "cite.sheet.asked_year",
        asked=asked,
        same=contents.years[asked],
        rows=contents.rows,
        years=span,
    )


def notes_sheet(contents: Contents, noted: Noted) -> Sheet:
    """What the rows are, of when and where from, what is not among them, and every code."""
    words, cited = noted.wording, noted.cited
    said = {
        "title": cited.title,
        "release": words.t(
            "cite.release", release=cited.release, date=date_text(cited.published[:10], words)
        ),
        "address": cited.address,
        "selection": noted.query or words.t("cite.all_indicators"),
        "years": years_sentence(contents, noted.asked, words),
        "empty": words.t("cite.sheet.empty"),
        "citation": compiled(cited, words),
    }
    facts = [[words.t(f"cite.sheet.note.{name}"), "", "", text] for name, text in said.items()]
    head = [words.t(f"cite.sheet.code.{name}") for name in ("column", "code", "name", "meaning")]
    rows = [*facts, *_withheld(noted, words), ["", "", "", ""], head, *_codes(contents, noted)]
    return Sheet(words.t("cite.sheet.notes"), _fitting(rows), (), _NOTE_WIDTHS)


def _withheld(noted: Noted, words: Wording) -> list[list[str]]:
    label = words.t("cite.sheet.note.withheld")
    return [
        [label, each.code, f"{each.publisher}: {each.title}", f"{each.address} ({each.rows})"]
        for each in noted.withheld
    ]


def _codes(contents: Contents, noted: Noted) -> list[list[str]]:
    only: Mapping[str, Names] = {noted.wording.code: noted.names}
    return [
        [column, code, name if code else kind, meaning]
        for column, kind, code, name, meaning in codebook_rows(contents, only)
    ]


def _fitting(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows with what one cell cannot hold in further rows below it."""
    fitting = []
    for row in rows:
        *before, text = row
        fitting.append([*before, text[:LONGEST_CELL]])
        fitting += [
            [*[""] * len(before), text[at : at + LONGEST_CELL]]
            for at in range(LONGEST_CELL, len(text), LONGEST_CELL)
        ]
    return fitting
