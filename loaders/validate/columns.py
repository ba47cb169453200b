"""The rules of observations, each over many rows at once.

A rule looks at each different text of a column once, or at an array of figures; a million rows
take a few seconds, which a rule that is asked row by row would not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from data.records import ESTIMATED_NATURES, NATURES, OBS_STATUS, SEXES, VALUELESS_STATUS
from data.schema import OBSERVATION_COLUMNS, OBSERVATION_KEY
from loaders.reading.contract import Rows
from loaders.validate import row as rules
from loaders.validate.row import Breach

FIGURES: Final = ("value", "lower", "upper")
TEXTS: Final = tuple(name for name in OBSERVATION_COLUMNS if name not in ("year", *FIGURES))
WORDED: Final = ("dimension", "category", "sex", "status", "nature")
"""Columns whose codes a page shows in words."""

_NOT_NEGATIVE: Final = (0.0, float("inf"))
RANGES: Final[Mapping[str, tuple[float, float]]] = {
    "PERCENT": (0, 100),
    "HOURS": (0, 168),
    "PER_1000": (0, 1000),
    "PER_100000": (0, 100_000),
    "PER_100000_EMPLOYEES": (0, 100_000),
    **dict.fromkeys(
        ("COUNT", "PERSONS", "THOUSAND_PERSONS", "YEARS", "USD", "USD_2015", "USD_BILLION"),
        _NOT_NEGATIVE,
    ),
    "HDI": (0, 1),
    # Walk Free takes points off a government's response, so that a few lie below zero.
    "INDEX": (-100, 101),
}
"""Between which a figure of a unit lies, or of an indicator where that says more."""

WHOLE_UNITS: Final = frozenset({"COUNT", "PERSONS"})
COUNTED_METHODS: Final = frozenset({"administrative", "survey"})
ESTIMATED_STATUS: Final = frozenset("EFI")
FRACTIONS: Final = frozenset({"OFST_1"})
"""Counts that UIS works out from enrolment and an estimate of the population, to five places."""

MISSING_MARKERS: Final = (-9.0, -99.0, -999.0, -9999.0, -99999.0, -88.0, -888.0, -77.0, -777.0)

_PLAIN_NUMBERS: Final = re.compile(r"[0-9.eE+\-\n]*")
_WRONG: Final = float("inf")

StoredRow = tuple[Any, ...]
Judged = Iterator[tuple[str, str, str, Any]]
"""Column, rule, reason, and for every row whether it breaks the rule."""


class Checked(NamedTuple):
    """A chunk after the rules. `columns` hold the cells of the rows that may enter, in the order of
    OBSERVATION_COLUMNS, `positions` says where each row was in the chunk; `keys` and `contents` are
    hashes, `breaches` what was refused, by position."""

    columns: list[Sequence[Any]]
    positions: list[int]
    keys: Any
    contents: Any
    datasets: set[tuple[str, str]]
    breaches: dict[int, Breach]

    def rows(self) -> Iterator[StoredRow]:
        """The rows that may enter, their cells in the order of OBSERVATION_COLUMNS."""
        return zip(*self.columns, strict=True)


class _Texts(NamedTuple):
    """A column of texts: every different one once, and which of them each row has.

    There are few, and looking at each once is what makes the rules fast.
    """

    different: Any
    codes: Any

    @classmethod
    def of(cls, column: Sequence[str]) -> _Texts:
        codes, different = pd.factorize(np.array(column, dtype=object))
        return cls(different, codes)

    def each(self, asked: Callable[[str], Any], dtype: Any) -> Any:
        """For every row what a function says of its text."""
        return np.array([asked(text) for text in self.different], dtype=dtype)[self.codes]

    def hashes(self) -> Any:
        return pd.util.hash_array(self.different, categorize=False)[self.codes]


def _numbers(texts: Sequence[str]) -> Any:
    """Figures as floats: NaN for an empty cell, infinity for what is no number."""
    if not any(texts):
        return np.full(len(texts), np.nan)
    if _PLAIN_NUMBERS.fullmatch("\n".join(texts)):
        try:
            return np.array([float(t) if t else np.nan for t in texts])
        except ValueError:
            pass
    return np.array([_number(t) for t in texts])


def _number(text: str) -> float:
    try:
        return rules.number(text) if text else np.nan
    except ValueError:
        return _WRONG


class RowSchema:
    """What the rows of an observation file must be, for one state of the catalogues."""

    def __init__(self, known: rules.Known) -> None:
        self.known = known
        year = f"wants a year {rules.FIRST_YEAR}-{rules.LAST_YEAR}"
        free = ("dimension", "category", "survey", "suppressed", "note", "vintage")
        self._cells: tuple[tuple[str, str, Callable[[str], bool], str], ...] = (
            ("indicator", "unknown_indicator", known.indicators.__contains__, "not in catalogue"),
            ("area", "unknown_area", known.areas.__contains__, "not in the table of areas"),
            ("source", "unknown_source", known.sources.__contains__, "not in the catalogue"),
            ("sex", "unknown_sex", SEXES.__contains__, f"wants one of {SEXES}"),
            ("age", "age_form", rules.is_age, "wants 5-17, 18+, 15 or _T"),
            ("nature", "unknown_nature", NATURES.__contains__, f"one of {sorted(NATURES)}"),
            ("year", "year_range", rules.is_year, year),
            *((name, "unstorable_text", _storable, "no engine keeps this text") for name in free),
            *((name, "blank_code", bool, "wants a code, or _T") for name in free[:2]),
            ("status", "unknown_status", OBS_STATUS.__contains__, "no OBS_STATUS that we take"),
            ("vintage", "vintage_form", rules.is_vintage, "wants a date or a year, none to come"),
        )

    def _by_cell(self, texts: Mapping[str, _Texts]) -> Judged:
        for column, rule, fits, reason in self._cells:
            bad = [not fits(text) for text in texts[column].different]
            if any(bad):
                yield column, rule, reason, np.array(bad)[texts[column].codes]

    def _by_figure(self, texts: Mapping[str, _Texts], numbers: Mapping[str, Any]) -> Judged:
        value, status = numbers["value"], texts["status"]
        absent = status.each(VALUELESS_STATUS.__contains__, bool)
        needs = "an empty value needs status Q, O, M or L, and a value none of these"
        yield "value", "absence_has_a_status", needs, np.isnan(value) != absent
        for name in FIGURES:
            wrong = numbers[name] == _WRONG
            yield name, "not_a_number", "wants a number such as 1234.5 that can be stored", wrong
            marker = np.isin(numbers[name], MISSING_MARKERS)
            says = "many tables write this for no data: leave the cell empty, with status O"
            yield name, "missing_marker", says, marker
            yield from self._out_of_range(name, texts["indicator"], numbers[name])
        to_come = texts["year"].each(_is_to_come, bool) & ~status.each("F".__eq__, bool)
        yield "year", "year_to_come", f"it is {rules.THIS_YEAR}, and this no forecast", to_come
        counted = texts["indicator"].each(self._is_whole, bool)
        counted &= ~texts["nature"].each(ESTIMATED_NATURES.__contains__, bool)
        counted &= ~status.each(ESTIMATED_STATUS.__contains__, bool)
        broken = counted & np.isfinite(value) & (value != np.floor(value))
        yield "value", "broken_count", "a count is whole unless its status says estimate", broken
        low, high = numbers["lower"], numbers["upper"]
        outside = (low > value) | (value > high) | (low > high)
        yield "value", "outside_bounds", "wants lower <= value <= upper", outside

    def _out_of_range(self, name: str, indicator: _Texts, figures: Any) -> Judged:
        for at, code in enumerate(indicator.different):
            about = self.known.indicators.get(code)
            if about is None:
                continue
            what = code if code in RANGES else about.unit
            low, high = RANGES.get(what, (-np.inf, np.inf))
            outside = np.isfinite(figures) & ((figures < low) | (figures > high))
            if outside.any():
                limits = f"at least {low:g}" if high == np.inf else f"between {low:g} and {high:g}"
                mine = outside & (indicator.codes == at)
                yield name, f"{what.lower()}_range", f"a figure of {what} lies {limits}", mine

    def _is_whole(self, code: str) -> bool:
        about = self.known.indicators.get(code)
        whole = about is not None and about.unit in WHOLE_UNITS and code not in FRACTIONS
        return whole and about is not None and about.method in COUNTED_METHODS

    def _of_indicator(self, cells: rules.Cells) -> Iterator[Breach]:
        about = self.known.indicators.get(cells["indicator"])
        if about is None:
            return
        if cells["unit"] != about.unit:
            why = f"the catalogue says {about.unit}"
            yield Breach("unit", cells["unit"], "unit_differs", why)
        if cells["source"] in self.known.sources and cells["source"] not in about.sources:
            why = f"{about.code} has figures of {', '.join(about.sources)}"
            yield Breach("source", cells["source"], "source_of_indicator", why)

    def _by_codes(self, rows: Rows, texts: Mapping[str, _Texts]) -> Judged:
        """Rules about codes that stand together: each different set of them is looked at once."""
        asked: list[tuple[tuple[str, ...], Callable[[rules.Cells], Iterator[Breach]]]]
        asked = [(("indicator", "unit", "source"), self._of_indicator)]
        if (unworded := self.known.unworded) is not None:
            asked.append((WORDED, lambda cells: unworded("observation", cells)))
        for names, judge in asked:
            combined = np.zeros(len(rows.places), dtype=np.int64)
            for name in names:
                combined = combined * len(texts[name].different) + texts[name].codes
            _, first, which = np.unique(combined, return_index=True, return_inverse=True)
            for number, at in enumerate(first.tolist()):
                for breach in judge({name: rows.columns[name][at] for name in names}):
                    yield breach.column, breach.rule, breach.reason, which == number

    def breaches(self, rows: Rows) -> dict[int, list[Breach]]:
        """Every rule that each row breaks, by position."""
        return self._breaches(rows, *_parsed(rows))

    def _breaches(
        self, rows: Rows, texts: Mapping[str, _Texts], numbers: Mapping[str, Any]
    ) -> dict[int, list[Breach]]:
        found: dict[int, list[Breach]] = {}
        judged = (self._by_cell(texts), self._by_figure(texts, numbers))
        for each in (*judged, self._by_codes(rows, texts)):
            for column, rule, reason, broken in each:
                for at in np.flatnonzero(broken).tolist():
                    breach = Breach(column, rows.columns[column][at], rule, reason)
                    found.setdefault(at, []).append(breach)
        return found

    def check(self, rows: Rows) -> Checked:
        """Look at up to MANY rows at once."""
        texts, numbers = _parsed(rows)
        breaches = {at: all_[0] for at, all_ in self._breaches(rows, texts, numbers).items()}
        positions = list(range(len(rows.places)))
        if breaches:
            positions = [at for at in positions if at not in breaches]
            cells = {name: [column[i] for i in positions] for name, column in rows.columns.items()}
            rows = Rows([rows.places[i] for i in positions], cells)
            # Anew, without the texts that were refused: pandas cannot hash an unpaired surrogate.
            texts = {name: _Texts.of(rows.columns[name]) for name in texts}
            numbers = {name: array[positions] for name, array in numbers.items()}
        numbers["year"] = texts.pop("year").each(int, np.int64)
        columns = [
            _cells_of(numbers[n]) if n in numbers else rows.columns[n] for n in OBSERVATION_COLUMNS
        ]
        datasets = set(zip(rows.columns["source"], rows.columns["indicator"], strict=True))
        hashed = {name: column.hashes() for name, column in texts.items()}
        hashed |= {name: pd.util.hash_array(array) for name, array in numbers.items()}
        keys = _combined([hashed[name] for name in OBSERVATION_KEY])
        rest_of_row = _combined(
            [hashed[name] for name in OBSERVATION_COLUMNS if name not in OBSERVATION_KEY]
        )
        contents = _combined([keys, rest_of_row])
        breaches = dict(sorted(breaches.items()))
        return Checked(columns, positions, keys, contents, datasets, breaches)


def observation_breaches(cells: rules.Cells, known: rules.Known) -> list[Breach]:
    """Every rule that one row of the observation table breaks; empty when it may enter."""
    columns = {name: [cells[name]] for name in OBSERVATION_COLUMNS}
    return RowSchema(known).breaches(Rows([""], columns)).get(0, [])


def _parsed(rows: Rows) -> tuple[dict[str, _Texts], dict[str, Any]]:
    texts = {name: _Texts.of(rows.columns[name]) for name in (*TEXTS, "year")}
    return texts, {name: _numbers(rows.columns[name]) for name in FIGURES}


def _is_to_come(year: str) -> bool:
    return rules.is_year(year) and int(year) > rules.THIS_YEAR


def _storable(text: str) -> bool:
    return not rules.unstorable(text)


def _cells_of(array: Any) -> Sequence[Any]:
    empty = np.isnan(array)
    if empty.all():
        return (None,) * len(array)
    cells: list[Any] = array.tolist()
    return [None if cell != cell else cell for cell in cells] if empty.any() else cells


def _combined(columns: list[Any]) -> Any:
    total = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        total = (total ^ column) * np.uint64(0x9E3779B97F4A7C15)
        total ^= total >> np.uint64(29)
    return total
