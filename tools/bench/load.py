"""How long a first load of a million rows takes, against a bare executemany into the same table.

Run with `python -m tools.bench.load [rows]`; prints seconds and their ratio, which is to be at most
2. The bare run has every row ready in memory, in the order of the key, with one commit at the end.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.dialects import sqlite

from data import schema
from data.schema import OBSERVATION_COLUMNS
from loaders.jobs.load import LoadOptions, load
from tests.loaders.small_store import AREAS, make_store, row

IN_A_FILE = 1_000_000


def rows(number: int) -> Iterator[dict[str, str]]:
    """So many rows in the order of the key: areas, categories, years."""
    made = 0
    categories = -(-number // (len(AREAS) * 120 * 3))
    for area in AREAS:
        for category in range(categories):
            for sex in ("F", "M", "T"):
                for year in range(1900, 2020):
                    if made == number:
                        return
                    made += 1
                    yield row(
                        area=area, dimension="SYNTHETIC", category=f"SYNTHETIC{category:05d}",
                        sex=sex, year=year, value=round(20 + (year % 97) / 100 + category % 31, 2),
                    )  # fmt: skip


def ready(number: int) -> list[tuple[object, ...]]:
    """The same rows as cells of the observation table."""
    figures = {"value", "lower", "upper"}
    return [
        (*(_stored(each[c], c, figures) for c in OBSERVATION_COLUMNS), 1) for each in rows(number)
    ]


def bare(path: Path, ready: list[tuple[object, ...]]) -> float:
    """Seconds of sqlite3's executemany into the observation table of a fresh store."""
    make_store(f"sqlite:///{path}")
    statement = str(insert(schema.observation).compile(dialect=sqlite.dialect()))
    connection = sqlite3.connect(path)
    start = time.perf_counter()
    connection.executemany(statement, ready)
    connection.commit()
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def files(folder: Path, number: int) -> list[Path]:
    """The rows as CSV files, so many in each that a loader reads it."""
    made, left = [], rows(number)
    while some := list(islice(left, IN_A_FILE)):
        made.append(folder / f"rows{number}-{len(made)}.csv")
        with made[-1].open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, OBSERVATION_COLUMNS)
            writer.writeheader()
            writer.writerows(some)
    return made


def loaded(url: str, files: Sequence[Path]) -> float:
    """Seconds of a whole load into an empty database: reading, rules, rows, ledger, warnings,
    commit."""
    make_store(url)
    start = time.perf_counter()
    done = load(files, LoadOptions(), url)
    seconds = time.perf_counter() - start
    assert done.counts.added == done.counts.rows_in
    return seconds


def main() -> None:
    """Measure twice in turn, print the better of each."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        written = files(folder, number)
        cells = ready(number)
        times: dict[str, list[float]] = {"bare": [], "load": []}
        for turn in range(2):
            times["bare"].append(bare(folder / f"bare{turn}.sqlite", cells))
            times["load"].append(loaded(f"sqlite:///{folder / f'load{turn}.sqlite'}", written))
        one, other = min(times["bare"]), min(times["load"])
        sys.stdout.write(
            f"{number:,} rows: bare executemany {one:.1f} s, load {other:.1f} s, "
            f"ratio {other / one:.2f} (at most 2)\n"
        )


def _stored(cell: str, column: str, figures: set[str]) -> object:
    if column in figures:
        return float(cell) if cell else None
    return int(cell) if column == "year" else cell


if __name__ == "__main__":
    main()
