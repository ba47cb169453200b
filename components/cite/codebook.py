"""The codebook of a file: every column and every code in it, in every language of the product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from components.cite.columns import columns, meaning
from components.cite.contents import Contents
from components.downloads import LINE_END, cell
from components.labels import LABELLED, Names

BY_LANGUAGE: Final = ("name", "meaning")


def header_of(languages: Mapping[str, Names]) -> tuple[str, ...]:
    """The columns of the codebook."""
    texts = (f"{what}_{code}" for what in BY_LANGUAGE for code in languages)
    return ("column", "type", "code", *texts)


def codebook_rows(contents: Contents, languages: Mapping[str, Names]) -> Iterator[tuple[str, ...]]:
    """A row a column with an empty `code`, then a row a code that the file holds."""
    for about in columns(contents.header):
        told = [meaning(about, names.wording) for names in languages.values()]
        yield (about.name, about.type, "", *[about.name] * len(languages), *told)
        if about.name in LABELLED:
            for code in sorted(contents.codes[about.name]):
                yield _of_code(about.name, about.type, code, languages)


def _of_code(column: str, kind: str, code: str, languages: Mapping[str, Names]) -> tuple[str, ...]:
    dimension, _, bare = code.rpartition(".") if column == "category" else ("", "", code)
    names = [each.of(column, bare, dimension) for each in languages.values()]
    told = [_defined(column, code, each) for each in languages.values()]
    return (column, kind, code, *names, *told)


def _defined(column: str, code: str, names: Names) -> str:
    """What more there is to say of a code: an indicator's definition, a source's own citation."""
    if column == "indicator" and (about := names.about.indicators.get(code)) is not None:
        return names.wording.of(about, "definition")
    if column == "source" and (source := names.about.sources.get(code)) is not None:
        return source.citation
    return ""


def csv_of(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A small table as CSV, no cell of which a spreadsheet takes for a formula."""
    lines = (",".join(map(cell, row)) for row in (header, *rows))
    return "".join(line + LINE_END for line in lines)
