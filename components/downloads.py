"""Observations as CSV text: columns, exact numbers, text that no spreadsheet takes for a formula.

Rows come packed by the database: csv.writer over whole rows reaches 0.35 of the sqlite3 command
line's rate, 0.37 with numbers and marks made in SQL, this 0.8 (2026-11); promised is 0.6. A test
holds the bytes equal to the module's.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from components.row_marks import NOTHING_TOLD, Marking, Marks
from data.methods.formula_mark import marked
from data.records import Observation

BESIDE: Final = ("comparability", "contradiction", "asked_year", "value_year", "compared")
"""What is said of a figure beside what its publisher says (components.row_marks)."""

COLUMNS: Final = ("indicator", "area", "area_name", *Observation._fields[2:], *BESIDE)
"""The columns of every download. Stable: programs read them."""

NUMERIC: Final = frozenset(
    COLUMNS.index(name) for name in ("year", "value", "lower", "upper", "asked_year", "value_year")
)
"""Places of the columns that hold figures."""

SOURCE: Final = -2
"""Place of the source among the packed texts behind the figures."""

LINE_END: Final = "\r\n"
HEADER: Final = ",".join(COLUMNS) + LINE_END
_QUOTED: Final = re.compile(r'[",\r\n]')
KEPT_TEXTS: Final = 20_000
"""How many packed texts a stream remembers, so that its memory stays flat."""


def cell(text: str) -> str:
    """A text as a CSV cell: marked as text at need, and quoted where it must be (RFC 4180)."""
    safe = marked(text)
    if not _QUOTED.search(safe):
        return safe
    return '"' + safe.replace('"', '""') + '"'


def number_text(value: float | None) -> str:
    """A figure with all the digits that tell it from any other; whole numbers without a point."""
    if value is None:
        return ""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text


def _texts_of(row: tuple[Any, ...], names: Mapping[str, str], marks: Marks) -> list[str]:
    indicator, area, year, sex, age, dimension, category, value, lower, upper, *tail = row
    return [
        marked(indicator),
        marked(area),
        marked(names.get(area, area)),
        str(year),
        *map(marked, (sex, age, dimension, category)),
        *map(number_text, (value, lower, upper)),
        *map(marked, tail),
        *marks.of(Observation._make(row)),
    ]


def texts_of_rows(
    rows: Iterable[tuple[Any, ...]], names: Mapping[str, str], marks: Marks = NOTHING_TOLD
) -> tuple[tuple[str, ...], ...]:
    """Rows in the order of `Observation` as the texts of COLUMNS; `names` by area code."""
    return tuple(tuple(_texts_of(row, names, marks)) for row in rows)


class _Kept(dict[str, str]):
    """What was made of a text, so that it is made once while the stream lasts."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str:
        made = self._make(text)
        if len(self) >= KEPT_TEXTS:
            self.clear()
        self[text] = made
        return made


_from_json: Final = json.JSONDecoder().decode


def unpacked(text: str) -> list[str]:
    """The texts in one that the database packed.

    SQLite packs a JSON array, `["a", "b c"]`; PostgreSQL a row, `(a,"b c")`, with what needs it in
    quotation marks, and these and backslashes twice.
    """
    if text[0] == "[":
        found: list[str] = _from_json(text)
        return found
    found = next(csv.reader((text[1:-1],), strict=True))
    return [each.replace("\\\\", "\\") for each in found] if "\\" in text else found


def lines_of_packed(
    batches: Iterable[Iterable[tuple[Any, ...]]],
    names: Mapping[str, str],
    marks: Marks = NOTHING_TOLD,
) -> Iterator[str]:
    """CSV text without its header, a batch of packed rows (data.queries.export) a piece."""
    cells = _Kept(cell)
    areas = _Kept(lambda code: f"{cell(code)},{cell(names.get(code, code))}")
    behind_figures = lru_cache(KEPT_TEXTS)(unpacked)
    tails = _Kept(lambda packed: ",".join(map(cell, behind_figures(packed))))
    asked, compared = f",{marks.asked_year},", f",{marks.compared}{LINE_END}"
    last = before = between = area = ""
    marking = Marking(marks)
    endings = marking.endings
    like, doubted = marking.series("", "")
    told = source = begun = alike = ""
    for batch in batches:
        lines = []
        # Hot loop: runs once per exported row. What is made of texts is made when they change.
        for key, year, value, lower, upper, tail in batch:
            if key != last:
                last, told = key, ""
                indicator, area, *rest = unpacked(key)
                before = f"{cells[indicator]},{areas[area]},"
                between = ",".join([cells[text] for text in rest])
                like, doubted = marking.series(indicator, area, *rest)
            if tail != told:
                told, begun = tail, f"{tails[tail]},{like}"
                if tail not in endings:
                    marking.ending(area, year, tail, behind_figures)
                ending = endings.get(tail)
                alike = "" if ending is None else f"{begun}{ending}"
                source = behind_figures(tail)[SOURCE] if doubted else ""
            if value is None:
                figure = ""
            else:
                figure = repr(value)
                if figure[-2:] == ".0":
                    figure = figure[:-2]
            if lower is not None or upper is not None:
                figure = f"{figure},{number_text(lower)},{number_text(upper)}"
            else:
                figure += ",,"
            # Where the same texts end otherwise by country and year, they are asked for each row.
            behind = alike or f"{begun}{marking.ending(area, year, tail, behind_figures)}"
            wrong = doubted.get((year, source), "") if doubted else ""
            lines.append(
                f"{before}{year},{between},{figure},{behind},{wrong}{asked}{year}{compared}"
            )
        yield "".join(lines)
