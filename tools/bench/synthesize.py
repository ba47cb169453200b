"""Fills an empty database with made-up figures, so that speed can be measured at any size:
`python -m tools.bench.synthesize --rows 10_000_000 --url URL`.

Nothing of it is a fact: every code, survey, title and note says SYNTHETIC. It writes only to an
empty database of its own, never to the store of the dashboards. Equal seeds give equal rows.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from random import Random
from typing import Any, Final

from sqlalchemy import Connection, func, insert, make_url, select

from data import schema
from data.database import (
    EMBEDDED,
    ROOT,
    database_url,
    loader_url,
    sqlite_path,
    write_engine,
    write_transaction,
)
from data.records import Indicator, Source
from data.shape import shape_of
from data.trouble import StoreError
from loaders.facts import area_names as names
from loaders.facts import tables
from loaders.jobs import build
from loaders.publish import audit, ledger, migrate
from loaders.publish import coverage as holdings
from loaders.publish.analyze import analyze
from loaders.publish.bulk import insert_rows
from loaders.validate.worded_codes import MADE_UP

DEFAULT_URL: Final = f"sqlite:///{ROOT / 'build' / 'synthetic.sqlite'}"
MARK: Final = MADE_UP
ROWS_AN_INDICATOR: Final = 10_000
"""More rows are more indicators, as in the publishers' own databases: no series gets longer."""

SURVEYS: Final = 10
"""Surveys of one indicator in one area."""

BREAKDOWNS: Final = (("_T", "_T", "F"), ("_T", "_T", "M"), ("_T", "_T", "T"), ("form", MARK, "T"))
"""Dimension, category and sex of the rows of a survey, in the order of the key."""

BATCH: Final = 20_000
SOURCE: Final = Source(
    code=MARK,
    publisher=f"{MARK}: nobody",
    title=f"{MARK}: figures made up to measure speed",
    address="https://example.org/synthetic",
    vintage=MARK,
    licence=MARK,
    terms_url="",
    redistribution="yes",
    citation=f"{MARK}: made up, not to be cited",
)

Step = Callable[[int], None]
"""Told how many rows are written."""


class NotForSynthetic(StoreError):
    """The address is the store's own, or something is there already."""


def indicator_code(number: int) -> str:
    """The code of a made-up indicator."""
    return f"{MARK}_{number:04}"


def _indicator(number: int) -> dict[str, Any]:
    about = Indicator(
        code=indicator_code(number),
        theme="context",
        sdg="",
        name=f"{MARK} indicator {number}",
        short=f"{MARK} {number}",
        unit="PERCENT",
        decimals=1,
        direction="none",
        population=f"{MARK}: nobody",
        age="5-17",
        method="survey",
        official=False,
        comparability=f"{MARK}_{number}",
        definition=f"{MARK}: made up to measure speed; it says nothing of any country.",
        caveats=(f"{MARK}: made up.",),
        dimension="form",
        sources=(MARK,),
        order=number,
    )
    row = asdict(about)
    row["caveats"], row["sources"] = json.dumps(about.caveats), json.dumps(about.sources)
    return row | {"official": 0, "mapped": 1}


def _rows_of(number: int, areas: list[str], seed: int) -> Iterator[tuple[Any, ...]]:
    """The rows of one indicator in the order of the key."""
    chance = Random(f"{seed} {number}")
    code = indicator_code(number)
    first = 2000 + chance.randrange(4)
    years = [first + 2 * place for place in range(SURVEYS)]
    for area in areas:
        for dimension, category, sex in BREAKDOWNS:
            for year in years:
                hidden = chance.random() < 0.01
                value = None if hidden else round(chance.random() * 100, 1)
                key = (code, area, dimension, category, sex, "5-17", year, MARK, f"{MARK} {year}")
                said = (value, None, None, "PERCENT", "Q" if hidden else "A", "C")
                yield (*key, *said, "<5" if hidden else "", "", MARK, 1)


def rows(number: int, areas: list[str], seed: int) -> Iterator[tuple[Any, ...]]:
    """So many rows of the observation table, in the order of its key."""
    indicators = range(-(-number // ROWS_AN_INDICATOR))
    every = (
        row
        for place in indicators
        for row in islice(_rows_of(place, areas, seed), ROWS_AN_INDICATOR)
    )
    return islice(every, number)


def _area_rows() -> list[dict[str, Any]]:
    columns = tuple(column.name for column in schema.area.columns)
    found = [
        dict(line.cells)
        for path in tables.files("areas")
        if path.stem != "pathfinders"
        for line in tables.lines(path, columns)
    ]
    return [row | {"un_member": int(row["un_member"] or 0)} for row in found]


def refuse_what_is_not_empty(url: str) -> None:
    """Raise NotForSynthetic unless the address may be filled with made-up figures."""
    path = sqlite_path(url)
    ours = {database_url(), loader_url()}
    files = {p.resolve() for p in (EMBEDDED, *map(sqlite_path, ours)) if p is not None}
    if make_url(url) in map(make_url, ours) or (path and path.resolve() in files):
        raise NotForSynthetic(
            "This is the address of the dashboards' own store, where made-up figures may never "
            "stand. Name another database with --url."
        )
    if path is not None and path.exists():
        raise NotForSynthetic(f"{path.name} exists already. Remove it, or name another with --url.")


def _catalogue(connection: Connection, number: int) -> list[str]:
    """Areas, one source and the made-up indicators; the codes of the countries."""
    areas = _area_rows()
    connection.execute(insert(schema.area), areas)
    connection.execute(insert(schema.area_name), names.area_names(areas))
    connection.execute(insert(schema.source), [asdict(SOURCE)])
    indicators = -(-number // ROWS_AN_INDICATOR)
    connection.execute(insert(schema.indicator), [_indicator(n) for n in range(indicators)])
    return sorted(row["code"] for row in areas if row["kind"] in ("country", "territory"))


def _observations(connection: Connection, every: Iterator[tuple[Any, ...]], step: Step) -> int:
    written = 0
    while batch := list(islice(every, BATCH)):
        insert_rows(connection, schema.observation, batch)
        written += len(batch)
        step(written)
    return written


def _records(connection: Connection, line: ledger.Line, number: int) -> None:
    """The release, its slices, the ledger, the audit and the facts of the build."""
    table = schema.observation
    counted = select(table.c.indicator, func.count()).group_by(table.c.indicator)
    slices = connection.execute(counted).all()
    pairs = [{"source": MARK, "indicator": code, "release": 1} for code, _ in slices]
    connection.execute(insert(schema.slice_), [p | {"owner": "file"} for p in pairs])
    none = {"revised": 0, "withdrawn": 0}
    connection.execute(
        insert(schema.release_slice),
        [p | none | {"added": count} for p, (_, count) in zip(pairs, slices, strict=True)],
    )
    holdings.refresh_coverage(connection, 1)
    line.counts.rows_in = line.counts.added = number
    line.close(1)
    audit.append(connection, "synthesize", MARK, release=1, rows=number)
    facts = {
        "inputs": build.inputs_digest(),
        "built": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "observations": str(number),
        "synthetic": MARK,
    }
    connection.execute(insert(schema.build), [{"key": k, "value": v} for k, v in facts.items()])


def synthesize(
    number: int, url: str = DEFAULT_URL, *, seed: int = 87, step: Step = lambda _written: None
) -> int:
    """Fill the empty database at the address with so many made-up rows; how many were written.

    Raises NotForSynthetic for the store's own address and for a database that is not empty, and
    StoreError when it cannot be written; then nothing was changed.
    """
    refuse_what_is_not_empty(url)
    engine = write_engine(url)
    try:
        with write_transaction(engine) as connection:
            if shape_of(connection):
                raise NotForSynthetic("This database is not empty. Name another with --url.")
            migrate.up(connection)
            areas = _catalogue(connection, number)
            release = {"id": 1, "kind": "file", "label": MARK, "source": MARK, "note": MARK}
            connection.execute(insert(schema.release).values(release | {"published": audit.now()}))
            facts = ledger.FileFacts(MARK, "", 0, MARK, MARK, "1", json.dumps({"seed": seed}))
            line = ledger.Line(connection, facts, MARK)
            written = _observations(connection, rows(number, areas, seed), step)
            _records(connection, line, written)
        analyze(engine)
    finally:
        engine.dispose()
    return written


def main() -> int:
    """Fill the database that the command line names."""
    asked = argparse.ArgumentParser(description="Fill an empty database with made-up figures.")
    asked.add_argument("--rows", type=int, default=1_000_000, help="how many, as in 10_000_000")
    asked.add_argument("--url", default=DEFAULT_URL, help="an empty database of its own")
    asked.add_argument("--seed", type=int, default=87, help="equal seeds give equal rows")
    wanted = asked.parse_args()
    try:
        written = synthesize(wanted.rows, wanted.url, seed=wanted.seed)
    except StoreError as error:
        print(f"Nothing was changed. {error}", file=sys.stderr)
        return 1
    print(f"{written:,} SYNTHETIC rows written to a database of their own")
    return 0


if __name__ == "__main__":
    sys.exit(main())
