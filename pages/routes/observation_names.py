"""Names beside codes in files of figures, and the sheets of a workbook: `labels=1`, `lang=fr`."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from components.cite.cited import Cited, publication_of
from components.cite.contents import Contents
from components.cite.sheets import Noted, notes_sheet, sources_sheet
from components.cite.title import title_of
from components.downloads import COLUMNS, LINE_END, NUMERIC
from components.explore.filters import Filters, Refused
from components.labels import Names, labelled, labelled_header
from components.spreadsheet import workbook_pieces
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.methods.formula_mark import marked
from pages.routes.shown import Shown

LABELS: Final = "labels"
LANGUAGE: Final = "lang"
OWN: Final = (LABELS, LANGUAGE)
"""Parameters that change no row of a file."""

_BATCH: Final = 1_000


@dataclass(frozen=True)
class Said:
    """How the codes are said: with their names beside them, or not; the language of words."""

    labels: bool = False
    language: str = DEFAULT

    def params(self) -> list[tuple[str, str]]:
        """The parameters that say this; none for codes alone."""
        spoken = [] if self.language == DEFAULT else [(LANGUAGE, self.language)]
        return [(LABELS, "1"), *spoken] if self.labels else []

    def names(self, shown: Shown) -> Names:
        """The names of codes in the language."""
        known = store.known(shown.release_id, self.language)
        return Names(known, wording(self.language))


def said_of(pairs: Sequence[tuple[str, str]]) -> tuple[Said, list[tuple[str, str]]]:
    """What parameters say of names, and the other parameters. Raises Refused."""
    own = {name: text for name, text in pairs if name in OWN and text}
    labels, language = own.get(LABELS, "0"), own.get(LANGUAGE, DEFAULT)
    if labels not in ("0", "1"):
        raise Refused(LABELS, labels, ("0", "1"))
    if language not in LANGUAGES:
        raise Refused(LANGUAGE, language, tuple(LANGUAGES))
    return Said(labels == "1", language), [pair for pair in pairs if pair[0] not in OWN]


def labelled_pieces(pieces: Iterable[str], names: Names) -> Iterator[str]:
    """A CSV of figures, header and all, with the names of its codes; `pieces` without header."""
    lines = (line for piece in pieces for line in csv.reader(io.StringIO(piece, newline="")))
    yield _written([labelled_header(COLUMNS)])
    batch: list[Sequence[str]] = []
    for row in labelled(COLUMNS, lines, names, cell=marked):
        batch.append(row)
        if len(batch) == _BATCH:
            yield _written(batch)
            batch.clear()
    if batch:
        yield _written(batch)


def _written(lines: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=LINE_END).writerows(lines)
    return buffer.getvalue()


def workbook(
    shown: Shown,
    filters: Filters,
    said: Said,
    rows: Iterable[list[str]],
    *,
    address: str,
    held: Mapping[str, int],
) -> Generator[bytes]:
    """A workbook of rows as they are stored: data, sources, notes.

    `address` is that of the same rows, without its parameters; `held` counts, by source, the rows
    that terms withhold.
    """
    names, contents = said.names(shown), Contents()
    noted = _noted(shown, filters, names, address, held)
    counted = contents.seen(COLUMNS, rows)
    header = labelled_header(COLUMNS) if said.labels else COLUMNS
    numeric = {header.index(COLUMNS[place]) for place in NUMERIC}
    yield from workbook_pieces(
        header,
        labelled(COLUMNS, counted, names) if said.labels else counted,
        numeric,
        lambda: (sources_sheet(contents, noted), notes_sheet(contents, noted)),
    )


def _noted(
    shown: Shown, filters: Filters, names: Names, address: str, held: Mapping[str, int]
) -> Noted:
    release = shown.release.id if shown.release else shown.build.newest
    asked = replace(filters, as_of=release or None)
    cited = Cited(
        title=title_of(filters, store.known(shown.release_id, names.wording.code), names.wording),
        address=f"{address}?{asked.query()}",
        release=release,
        published=shown.published,
        publications=(),
    )
    sources = shown.known.sources
    withheld = [publication_of(sources[code], count) for code, count in held.items()]
    return Noted(cited, filters.query(), filters.year, withheld, names)
