"""What the rules of rows speak of: a broken rule, the codes that rows may use, and the forms of
numbers, ages, years and dates in a cell."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from data.records import Indicator

FIRST_YEAR, LAST_YEAR = 1900, 2100
THIS_YEAR: Final = dt.datetime.now(dt.UTC).year
"""The year of the load: a figure of a later one is a typing error, unless it is a forecast."""

_AGE: Final = re.compile(r"_T|\d{1,3}(-\d{1,3}|\+)?|\d{1,3}", re.ASCII)
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_DATED: Final = re.compile(r"(?<!\d)(19|20)\d{2}(?!\d)", re.ASCII)
_ONLY_DIGITS: Final = re.compile(r"[\d\s./-]*", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)

UNDATED: Final = frozenset({"undated copy", "edition not stated"})
"""Vintages of curated copies whose publishers name no date."""


class Breach(NamedTuple):
    """A rule that a row broke: which column, which value, which rule, and why in a sentence."""

    column: str
    value: str
    rule: str
    reason: str


Cells = Mapping[str, str]


class Known(NamedTuple):
    """The codes that rows may use.

    `unworded` names the codes of a row (of a table, by its cells) that no page could show in words;
    None where that is not asked.
    """

    areas: frozenset[str]
    sources: frozenset[str]
    indicators: Mapping[str, Indicator]
    unworded: Callable[[str, Cells], Iterator[Breach]] | None = None


def number(text: str) -> float:
    """The number a cell holds, in plain or scientific notation. Raises ValueError.

    Only ASCII digits with a decimal point: `1,5`, `1_000`, `inf` and `nan` are refused.
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a number")
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is beyond what can be stored")
    return value


def is_age(text: str) -> bool:
    """Whether the text is an age as we write them: `5-17`, `18+`, `15` or `_T`."""
    return _AGE.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether the text is a year of four digits that the store takes."""
    return _YEAR.fullmatch(text) is not None and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_date(text: str) -> bool:
    """Whether the text is a day, month or year of the calendar in ISO 8601."""
    if _DATE.fullmatch(text) is None:
        return False
    try:
        dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def is_vintage(text: str) -> bool:
    """Whether the text is a date or a year, or words around one, none later than the load."""
    if text in UNDATED:
        return True
    if _ONLY_DIGITS.fullmatch(text) and not is_date(text):
        return False
    years = [int(found[0]) for found in _DATED.finditer(text)]
    return bool(years) and max(years) <= THIS_YEAR


def unstorable(text: str) -> str:
    """Why a text cannot be kept by every engine; empty when it can."""
    if "\x00" in text:
        return "the text holds a NUL character"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "the text holds an unpaired surrogate"
    return ""


def date_breaches(cells: Mapping[str, str], columns: tuple[str, ...]) -> list[Breach]:
    """Dates that are not ISO 8601 with year, month or day precision, or in no calendar."""
    return [
        Breach(c, cells[c], "date_form", "wants 2019, 2019-03 or 2019-03-28")
        for c in columns
        if cells[c] and not is_date(cells[c])
    ]
