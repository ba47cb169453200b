"""Names beside codes: what a code of a file of figures is called in a language.

Pure: the same names stand in the columns that `labels=1` adds and in the codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from components.numbers import age_text
from components.wording import Wording
from data.records import TOTAL, Described

LABELLED: Final = (
    "indicator",
    "area",
    "sex",
    "age",
    "dimension",
    "category",
    "unit",
    "status",
    "nature",
    "source",
)
"""The columns of codes that have names."""

ENDING: Final = "_label"
_ISOLATES: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
"""Marks of direction within a text of a page; a cell has its own direction."""


@dataclass(frozen=True)
class Names:
    """The names of codes in one language; `about` has its areas named in the same language."""

    about: Described
    wording: Wording
    _kept: dict[tuple[str, str, str], str] = field(default_factory=dict, repr=False)

    def of(self, column: str, code: str, dimension: str = "") -> str:
        """The name of a code of a column; empty for an empty code, the code for an unknown one.

        A category is named within its dimension.
        """
        key = (column, code, dimension)
        if key not in self._kept:
            self._kept[key] = self._named(column, code, dimension).translate(_ISOLATES)
        return self._kept[key]

    def _named(self, column: str, code: str, dimension: str) -> str:
        if not code:
            return ""
        if (find := getattr(self, f"_{column}", None)) is not None:
            return str(find(code))
        if column == "category":
            return self._of_category(code, dimension)
        flag = self._said(f"charts.flag_{column}.{code}", "")
        return flag or self._said(f"labels.{column}.{code}", code)

    def _said(self, key: str, code: str) -> str:
        return self.wording.t(key) if key in self.wording.texts else code

    def _indicator(self, code: str) -> str:
        found = self.about.indicators.get(code)
        return self.wording.of(found, "name") if found else code

    def _area(self, code: str) -> str:
        found = self.about.areas.get(code)
        return found.name if found else code

    def _source(self, code: str) -> str:
        found = self.about.sources.get(code)
        return f"{found.publisher}: {found.title}" if found else code

    def _sex(self, code: str) -> str:
        return self._said(f"charts.sex.{code}", code)

    def _age(self, code: str) -> str:
        return age_text(code, self.wording)

    def _unit(self, code: str) -> str:
        return self._said(f"unit.{code}", code)

    def _dimension(self, code: str) -> str:
        return self._said("labels.all" if code == TOTAL else f"dimension.{code}", code)

    def _of_category(self, code: str, dimension: str) -> str:
        if code == TOTAL:
            return self._said("labels.all", code)
        return self._said(f"category.{dimension}.{code}", code)


def labelled_header(header: Sequence[str]) -> tuple[str, ...]:
    """The columns with those of names behind their codes."""
    return tuple(
        each
        for name in header
        for each in ((name, f"{name}{ENDING}") if name in LABELLED else (name,))
    )


def labelled(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    names: Names,
    *,
    cell: Callable[[str], str] = str,
) -> Iterator[list[str]]:
    """The rows with a name behind each code, in the order of `labelled_header`.

    `cell` is what a name becomes in the file, such as a text that is marked as one.
    """
    place = header.index("dimension") if "dimension" in header else None
    named = [name in LABELLED for name in header]
    for row in rows:
        dimension = "" if place is None else row[place]
        full: list[str] = []
        for name, code, has in zip(header, row, named, strict=True):
            full.append(code)
            if has:
                full.append(cell(names.of(name, code, dimension)))
        yield full
