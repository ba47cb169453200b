"""The rules of rows over many rows at once: a pandera schema finds rows that may break one, then
loaders.validate.row says of each which rule and why. A million rows take a few seconds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd
import pandera.pandas as pa

from data import schema
from data.records import NATURES, OBS_STATUS, SEXES, VALUELESS_STATUS
from loaders.publish.bulk import columns_of
from loaders.reading.contract import Rows
from loaders.validate import row as rules

COLUMNS: Final = tuple(c for c in columns_of(schema.observation) if c != "release")
KEY: Final = tuple(c.name for c in schema.observation.primary_key)
FIGURES: Final = ("value", "lower", "upper")
TEXTS: Final = tuple(name for name in COLUMNS if name not in ("year", *FIGURES))
WORDED: Final = ("dimension", "category", "sex", "status", "nature")
"""Columns whose codes a page shows in words."""

_PLAIN_NUMBERS: Final = re.compile(r"[0-9.eE+\-\n]*")
_WRONG: Final = float("inf")
_NO_YEAR: Final = -1

Row = tuple[Any, ...]


class Checked(NamedTuple):
    """A chunk after the rules. `columns` hold the cells of the rows that may enter, in the order of
    COLUMNS, `positions` says where each row was in the chunk; `keys` and `contents` are hashes,
    `breaches` what was refused, by position."""

    columns: list[Sequence[Any]]
    positions: list[int]
    keys: Any
    contents: Any
    slices: set[tuple[str, str]]
    breaches: dict[int, rules.Breach]

    def rows(self) -> Iterator[Row]:
        """The rows that may enter, their cells in the order of COLUMNS."""
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

    def each(self, asked: Callable[[str], Any]) -> Any:
        """For every row what a function says of its text."""
        return np.array([asked(text) for text in self.different])[self.codes]

    def hashes(self) -> Any:
        return pd.util.hash_array(self.different, categorize=False)[self.codes]

    def series(self) -> Any:
        return pd.Series(pd.Categorical.from_codes(self.codes, self.different))


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


def _year(text: str) -> int:
    return int(text) if rules.is_year(text) else _NO_YEAR


def _unstorable(texts: Mapping[str, _Texts]) -> set[int]:
    """The rows that hold a text which some engine cannot keep."""
    bad: set[int] = set()
    for column in texts.values():
        wrong = [at for at, text in enumerate(column.different) if rules.unstorable(text)]
        if wrong:
            bad.update(np.flatnonzero(np.isin(column.codes, wrong)).tolist())
    return bad


def _some(rows: Rows, at: Sequence[int]) -> Rows:
    columns = {name: [column[i] for i in at] for name, column in rows.columns.items()}
    return Rows([rows.places[i] for i in at], columns)


def _column(check: Any, name: str, dtype: Any = None) -> pa.Column:
    return pa.Column(dtype, pa.Check(check, name=name, ignore_na=False), nullable=True)


class RowSchema:
    """What the rows of an observation file must be, for one state of the catalogues."""

    def __init__(self, known: rules.Known) -> None:
        self.known = known
        self._units = {code: about.unit for code, about in known.indicators.items()}
        codes: dict[str, frozenset[str]] = {
            "indicator": frozenset(known.indicators),
            "area": known.areas,
            "source": known.sources,
            "sex": frozenset(SEXES),
            "nature": NATURES,
            "status": OBS_STATUS,
        }
        columns = {
            name: _column(lambda s, allowed=allowed: s.isin(allowed), f"unknown_{name}")
            for name, allowed in codes.items()
        }
        columns["age"] = _column(
            lambda s: s.isin([text for text in s.cat.categories if rules.is_age(text)]), "age_form"
        )
        columns["year"] = _column(
            lambda s: s.between(rules.FIRST_YEAR, rules.LAST_YEAR), "year_range", int
        )
        columns |= {name: _column(lambda s: s != _WRONG, "not_a_number", float) for name in FIGURES}
        self.schema = pa.DataFrameSchema(
            columns,
            checks=[
                pa.Check(self._worded, name="unworded_code"),
                pa.Check(self._unit_agrees, name="unit_differs"),
                pa.Check(self._percent_in_range, name="percent_range"),
                pa.Check(self._absence_has_a_status, name="absence_has_a_status"),
                pa.Check(lambda f: (f["dimension"] != "") & (f["category"] != ""), name="blank"),
            ],
        )

    def _unit_agrees(self, frame: pd.DataFrame) -> Any:
        unit, indicator = frame["unit"].cat, frame["indicator"].cat
        units = pd.Index([self._units.get(code, "") for code in indicator.categories])
        wanted = unit.categories.get_indexer(units)
        return unit.codes == wanted[indicator.codes]

    def _percent_in_range(self, frame: pd.DataFrame) -> Any:
        outside = np.zeros(len(frame), dtype=bool)
        for name in FIGURES:
            outside |= ((frame[name] < 0) | (frame[name] > 100)).to_numpy()
        return pd.Series(~(outside & (frame["unit"] == "PERCENT").to_numpy()), index=frame.index)

    def _absence_has_a_status(self, frame: pd.DataFrame) -> Any:
        return frame["value"].isna() == frame["status"].isin(VALUELESS_STATUS)

    def _worded(self, frame: pd.DataFrame) -> Any:
        """Each different row of codes is looked at once: there are few."""
        if self.known.unworded is None:
            return pd.Series(True, index=frame.index)
        combined = np.zeros(len(frame), dtype=np.int64)
        for name in WORDED:
            codes = frame[name].cat
            combined = combined * len(codes.categories) + codes.codes.to_numpy()
        places, different = pd.factorize(combined)
        first = np.zeros(len(different), dtype=np.int64)
        first[places[::-1]] = np.arange(len(frame))[::-1]
        rows = zip(*(frame[name].iloc[first].astype(str) for name in WORDED), strict=True)
        judged = [
            not any(self.known.unworded("observation", dict(zip(WORDED, row, strict=True))))
            for row in rows
        ]
        return pd.Series(np.array(judged, dtype=bool)[places], index=frame.index)

    def check(self, rows: Rows) -> Checked:
        """Look at up to MANY rows at once."""
        texts = {name: _Texts.of(rows.columns[name]) for name in TEXTS}
        bad = _unstorable(texts)
        if not bad:
            return self._check(rows, texts)
        # pandas cannot even look at an unpaired surrogate: such rows are judged one by one.
        good = [at for at in range(len(rows.places)) if at not in bad]
        rest = self.check(_some(rows, good))
        breaches = {good[at]: breach for at, breach in rest.breaches.items()}
        breaches |= {at: rules.observation_breaches(rows.cells(at), self.known)[0] for at in bad}
        positions = [good[at] for at in rest.positions]
        return rest._replace(positions=positions, breaches=dict(sorted(breaches.items())))

    def _check(self, rows: Rows, texts: Mapping[str, _Texts]) -> Checked:
        numbers = {name: _numbers(rows.columns[name]) for name in FIGURES}
        numbers["year"] = _Texts.of(rows.columns["year"]).each(_year)
        frame = pd.DataFrame({n: t.series() for n, t in texts.items()} | numbers)
        breaches = self._breaches(frame, rows)
        positions = list(range(len(rows.places)))
        if breaches:
            positions = [at for at in positions if at not in breaches]
            rows = _some(rows, positions)
            texts = {name: _Texts(t.different, t.codes[positions]) for name, t in texts.items()}
            numbers = {name: array[positions] for name, array in numbers.items()}
        columns = [_cells_of(numbers[n]) if n in numbers else rows.columns[n] for n in COLUMNS]
        slices = set(zip(rows.columns["source"], rows.columns["indicator"], strict=True))
        hashed = {name: column.hashes() for name, column in texts.items()}
        hashed |= {name: pd.util.hash_array(array) for name, array in numbers.items()}
        keys = _combined([hashed[name] for name in KEY])
        rest_of_row = _combined([hashed[name] for name in COLUMNS if name not in KEY])
        contents = _combined([keys, rest_of_row])
        return Checked(columns, positions, keys, contents, slices, breaches)

    def _breaches(self, frame: pd.DataFrame, rows: Rows) -> dict[int, rules.Breach]:
        try:
            self.schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            at = error.failure_cases["index"].dropna().unique()
            found = {int(i): rules.observation_breaches(rows.cells(int(i)), self.known) for i in at}
            return {i: breaches[0] for i, breaches in sorted(found.items()) if breaches}
        return {}


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
