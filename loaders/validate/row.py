"""The rules a row of facts must keep to enter the store, each with a name and a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from data.records import NATURES, OBS_STATUS, SEXES, VALUELESS_STATUS, Indicator

FIRST_YEAR, LAST_YEAR = 1900, 2100
_AGE: Final = re.compile(r"_T|\d{1,3}(-\d{1,3}|\+)?|\d{1,3}", re.ASCII)
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)

_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)


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
    """Whether the text is a year of four digits."""
    return _YEAR.fullmatch(text) is not None


def unstorable(text: str) -> str:
    """Why a text cannot be kept by every engine; empty when it can."""
    if "\x00" in text:
        return "the text holds a NUL character"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "the text holds an unpaired surrogate"
    return ""


def _texts(cells: Mapping[str, str]) -> Iterator[Breach]:
    for column in ("dimension", "category", "survey", "suppressed", "note", "vintage"):
        if why := unstorable(cells[column]):
            yield Breach(column, repr(cells[column]), "unstorable_text", why)
    for column in ("dimension", "category"):
        if not cells[column]:
            yield Breach(column, "", "blank_code", "wants a code, or _T for all together")


def _codes(cells: Mapping[str, str], known: Known) -> Iterator[Breach]:
    if cells["indicator"] not in known.indicators:
        yield Breach("indicator", cells["indicator"], "unknown_indicator", "not in the catalogue")
    if cells["area"] not in known.areas:
        yield Breach("area", cells["area"], "unknown_area", "not in the table of areas")
    if cells["source"] not in known.sources:
        yield Breach("source", cells["source"], "unknown_source", "not in the catalogue")
    if cells["sex"] not in SEXES:
        yield Breach("sex", cells["sex"], "unknown_sex", f"wants one of {SEXES}")
    if not is_age(cells["age"]):
        yield Breach("age", cells["age"], "age_form", "wants 5-17, 18+, 15 or _T")
    if cells["nature"] not in NATURES:
        yield Breach("nature", cells["nature"], "unknown_nature", f"wants one of {sorted(NATURES)}")


def _year(cells: Mapping[str, str]) -> Iterator[Breach]:
    text = cells["year"]
    if not _YEAR.fullmatch(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        yield Breach("year", text, "year_range", f"wants a year {FIRST_YEAR}-{LAST_YEAR}")


def _value(cells: Mapping[str, str], indicator: Indicator | None) -> Iterator[Breach]:
    status, text = cells["status"], cells["value"]
    if status not in OBS_STATUS:
        yield Breach("status", status, "unknown_status", "not an SDMX OBS_STATUS code we take")
    if (text == "") != (status in VALUELESS_STATUS):
        yield Breach(
            "value",
            text,
            "absence_has_a_status",
            "an empty value needs status Q, O, M or L, and a value none of these",
        )
    for column in ("value", "lower", "upper"):
        if cells[column] == "":
            continue
        try:
            figure = number(cells[column])
        except ValueError as error:
            yield Breach(column, cells[column], "not_a_number", str(error))
            continue
        if indicator is not None and indicator.unit == "PERCENT" and not 0 <= figure <= 100:
            yield Breach(
                column, cells[column], "percent_range", "a percentage lies between 0 and 100"
            )
    if indicator is not None and cells["unit"] != indicator.unit:
        yield Breach("unit", cells["unit"], "unit_differs", f"the catalogue says {indicator.unit}")


def observation_breaches(cells: Mapping[str, str], known: Known) -> list[Breach]:
    """Every rule that a row of the observation table breaks; empty when it may enter."""
    breaches = list(_codes(cells, known))
    breaches += _year(cells)
    breaches += _texts(cells)
    breaches += _value(cells, known.indicators.get(cells["indicator"]))
    if known.unworded is not None:
        breaches += known.unworded("observation", cells)
    return breaches


def date_breaches(cells: Mapping[str, str], columns: tuple[str, ...]) -> list[Breach]:
    """Dates that are not ISO 8601 with year, month or day precision."""
    return [
        Breach(c, cells[c], "date_form", "wants 2019, 2019-03 or 2019-03-28")
        for c in columns
        if cells[c] and not _DATE.fullmatch(cells[c])
    ]
