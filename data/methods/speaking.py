"""The rows that speak for a headline measure: one an area, and one for each part asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final

from data.methods.selection import Measure, absence, representative
from data.records import Observation

PARTS: Final = ("sex", "age", "dimension", "category")
"""Columns of which each value that is asked for by name gets a row of its own."""


def speaking(
    measure: Measure, rows: Iterable[Observation], parts: Iterable[str] = ()
) -> list[Observation]:
    """By area the row that speaks, by the rule of data.methods.selection; where none may, the
    newest absence. `parts` (of PARTS) are told apart: both sexes, say, speak for themselves."""
    apart = tuple(parts)

    def group(row: Observation) -> tuple[str, ...]:
        return (row.area, *(str(getattr(row, name)) for name in apart))

    found = []
    for (_, *codes), each in groupby(sorted(rows, key=group), key=group):
        own = replace(measure, **dict(zip(apart, codes, strict=True)))  # type: ignore[arg-type]
        kept = tuple(each)
        spoken = representative(own, kept)
        row = spoken.row if spoken else absence(own, kept)
        if row is not None:
            found.append(row)
    return found
