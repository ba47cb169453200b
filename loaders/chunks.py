"""The rules of rows over many rows at once: a pandera schema finds rows that may break one, then
loaders.rules says of each which rule and why. Fast enough for a million rows in a few seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd
import pandera.pandas as pa

from data import schema
from data.records import NATURES, OBS_STATUS, SEXES, VALUELESS_STATUS
from loaders import rules
from loaders.bulk import columns_of

CHUNK: Final = 50_000
"""Rows looked at together."""

COLUMNS: Final = tuple(c for c in columns_of(schema.observation) if c != "release")
KEY: Final = tuple(c.name for c in schema.observation.primary_key)
FIGURES: Final = ("value", "lower", "upper")
_PLAIN_NUMBERS: Final = re.compile(r"[0-9.eE+\-\n]*")
_WRONG: Final = float("inf")
_NO_YEAR: Final = -1

Row = tuple[Any, ...]


class Checked(NamedTuple):
    """A chunk after the rules. `rows` stand in the order of COLUMNS, `positions` says where each
    was in the chunk; `keys` and `contents` are hashes, `breaches` what was refused, by position."""

    rows: list[Row]
    positions: list[int]
    keys: Any
    contents: Any
    slices: set[tuple[str, str]]
    breaches: dict[int, rules.Breach]


def _numbers(texts: list[str]) -> Any:
    """Figures as floats: NaN for an empty cell, infinity for what is no number."""
    joined = "\n".join(texts)
    if _PLAIN_NUMBERS.fullmatch(joined):
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


def _years(texts: list[str]) -> Any:
    known = {t: int(t) if rules.is_year(t) else _NO_YEAR for t in set(texts)}
    return np.array([known[t] for t in texts])


def _unstorable(texts: Mapping[str, list[str]]) -> set[int]:
    """The rows, of columns of texts, that hold one which some engine cannot keep."""
    bad = {
        name: {text for text in set(column) if rules.unstorable(text)}
        for name, column in texts.items()
    }
    return {
        at
        for name, wrong in bad.items()
        if wrong
        for at, text in enumerate(texts[name])
        if text in wrong
    }


def _columns(cells: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    return {name: [row[name] for row in cells] for name in COLUMNS}


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
            lambda s: ~s.isin({t for t in s.unique() if not rules.is_age(t)}), "age_form"
        )
        columns["year"] = _column(
            lambda s: s.between(rules.FIRST_YEAR, rules.LAST_YEAR), "year_range", int
        )
        columns |= {name: _column(lambda s: s != _WRONG, "not_a_number", float) for name in FIGURES}
        self.schema = pa.DataFrameSchema(
            columns,
            checks=[
                pa.Check(self._unit_agrees, name="unit_differs"),
                pa.Check(self._percent_in_range, name="percent_range"),
                pa.Check(self._absence_has_a_status, name="absence_has_a_status"),
                pa.Check(lambda f: (f["dimension"] != "") & (f["category"] != ""), name="blank"),
            ],
        )

    def _unit_agrees(self, frame: pd.DataFrame) -> Any:
        return frame["unit"] == frame["indicator"].map(self._units)

    def _percent_in_range(self, frame: pd.DataFrame) -> Any:
        outside = np.zeros(len(frame), dtype=bool)
        for name in FIGURES:
            outside |= ((frame[name] < 0) | (frame[name] > 100)).to_numpy()
        return pd.Series(~(outside & (frame["unit"] == "PERCENT").to_numpy()), index=frame.index)

    def _absence_has_a_status(self, frame: pd.DataFrame) -> Any:
        return frame["value"].isna() == frame["status"].isin(VALUELESS_STATUS)

    def check(self, cells: Sequence[Mapping[str, str]]) -> Checked:
        """Look at up to CHUNK rows at once."""
        texts = _columns(cells)
        bad = _unstorable(texts)
        if not bad:
            return self._check(cells, texts)
        # pandas cannot even look at half of a character: such rows are judged one by one.
        good = [at for at in range(len(cells)) if at not in bad]
        kept = [cells[at] for at in good]
        rest = self._check(kept, _columns(kept))
        breaches = {good[at]: breach for at, breach in rest.breaches.items()}
        breaches |= {at: rules.observation_breaches(cells[at], self.known)[0] for at in bad}
        positions = [good[at] for at in rest.positions]
        return rest._replace(positions=positions, breaches=dict(sorted(breaches.items())))

    def _check(self, cells: Sequence[Mapping[str, str]], texts: Mapping[str, list[str]]) -> Checked:
        arrays = {name: _array(name, cells_) for name, cells_ in texts.items()}
        frame = pd.DataFrame({n: pd.Series(a, dtype=a.dtype) for n, a in arrays.items()})
        breaches = self._breaches(frame, cells)
        positions = [at for at in range(len(cells)) if at not in breaches]
        if breaches:
            arrays = {name: array[positions] for name, array in arrays.items()}
        slices = set(zip(arrays["source"], arrays["indicator"], strict=True))
        columns = [_cells_of(arrays[name]) for name in COLUMNS]
        keys, contents = _hashes(arrays)
        return Checked(
            list(zip(*columns, strict=True)), positions, keys, contents, slices, breaches
        )

    def _breaches(
        self, frame: pd.DataFrame, cells: Sequence[Mapping[str, str]]
    ) -> dict[int, rules.Breach]:
        try:
            self.schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            at = error.failure_cases["index"].dropna().unique()
            found = {int(i): rules.observation_breaches(cells[int(i)], self.known) for i in at}
            return {i: breaches[0] for i, breaches in sorted(found.items()) if breaches}
        return {}


def _array(name: str, texts: list[str]) -> Any:
    if name == "year":
        return _years(texts)
    return _numbers(texts) if name in FIGURES else np.array(texts, dtype=object)


def _cells_of(array: Any) -> list[Any]:
    cells: list[Any] = array.tolist()
    if array.dtype == float and np.isnan(array).any():
        return [None if cell != cell else cell for cell in cells]
    return cells


def _hashes(arrays: dict[str, Any]) -> tuple[Any, Any]:
    """Of each row a hash of its key and one of everything; equal rows have equal hashes."""
    if not len(arrays["year"]):
        none = np.array([], dtype=np.uint64)
        return none, none
    hashed = {name: pd.util.hash_array(arrays[name], categorize=True) for name in COLUMNS}
    key = _combined([hashed[name] for name in KEY])
    rest = _combined([hashed[name] for name in COLUMNS if name not in KEY])
    return key, _combined([key, rest])


def _combined(columns: list[Any]) -> Any:
    total = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        total = (total ^ column) * np.uint64(0x9E3779B97F4A7C15)
        total ^= total >> np.uint64(29)
    return total
