"""Changes as CSV text: what the figure is, its old and its new state, and the difference."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from components.downloads import LINE_END, number_text
from data.methods.formula_mark import marked
from data.records import Change, Observation

KEY: Final = (
    "indicator",
    "area",
    "year",
    "sex",
    "age",
    "dimension",
    "category",
    "survey",
    "source",
)
STATE: Final = ("value", "lower", "upper", "status", "nature", "suppressed", "note", "vintage")
"""What is told of the old and of the new figure."""

COLUMNS: Final = (
    "change",
    *KEY[:2],
    "area_name",
    *KEY[2:],
    "unit",
    "difference",
    *(f"old_{name}" for name in STATE),
    *(f"new_{name}" for name in STATE),
)
"""The columns of the download. Stable: programs read them."""

HEADER: Final = ",".join(COLUMNS) + LINE_END
BATCH: Final = 1_000


def difference(change: Change) -> Decimal | None:
    """New value minus old value, exact; None unless both are there and share their unit."""
    old, new = change.old, change.new
    if old is None or new is None or old.value is None or new.value is None:
        return None
    if old.unit != new.unit:
        return None
    # Exact: 0.3 - 0.1 in floats is 0.19999999999999998.
    return Decimal(repr(new.value)) - Decimal(repr(old.value))


def _state(row: Observation | None) -> list[str]:
    if row is None:
        return [""] * len(STATE)
    figures = [number_text(value) for value in (row.value, row.lower, row.upper)]
    return figures + [marked(str(getattr(row, name))) for name in STATE[3:]]


def _texts(change: Change, names: Mapping[str, str]) -> list[str]:
    key = [marked(str(getattr(change.key, name))) for name in KEY]
    apart = difference(change)
    return [
        change.kind,
        *key[:2],
        marked(names.get(change.key.area, change.key.area)),
        *key[2:],
        marked(change.key.unit),
        "" if apart is None else format(apart.normalize(), "f"),
        *_state(change.old),
        *_state(change.new),
    ]


def passed_on(changes: Iterable[Change], withheld: Collection[str]) -> Iterator[Change]:
    """The changes without those of sources whose terms do not let us pass their figures on."""
    return (change for change in changes if change.key.source not in withheld)


def lines_of_changes(changes: Iterable[Change], names: Mapping[str, str]) -> Iterator[str]:
    """CSV text without its header in pieces; `names` in English by area code."""
    buffer = io.StringIO()
    write = csv.writer(buffer, lineterminator=LINE_END).writerow
    for count, change in enumerate(changes, 1):
        write(_texts(change, names))
        if count % BATCH == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    if rest := buffer.getvalue():
        yield rest
