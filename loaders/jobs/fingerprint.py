"""The fingerprint of what a store holds, so that two stores are compared by comparing two texts.

A line a column and a line a source (digests in the order of the table's key) say where two stores
differ. Numbers of releases and of loads are left out: they count how often a store was loaded, not
what it holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, MetaData, Table, create_engine, func, inspect, select

from data.database import disposed

BY_TIME: Final = frozenset(
    "alembic_version audit build ledger load load_reject load_warning rejected release".split()
)
"""Tables that tell when something was loaded; of some of them the sums are printed."""

NUMBERED: Final = frozenset({"release", "replaced_by"})
SEEN_ROWS: Final = 10_000
LONGEST: Final = 299
"""Characters of a rejected value that every shape of the store keeps."""


def _bytes(items: Iterable[object]) -> bytes:
    return "".join(f"{item!r}\n" for item in items).encode("utf-8", "backslashreplace")


def _digest(items: Iterable[object]) -> str:
    return hashlib.sha256(_bytes(items)).hexdigest()[:16]


def _columns(connection: Connection, table: Table) -> Iterator[str]:
    names = [c.name for c in table.columns if c.name not in NUMBERED]
    # With the number of its release, as a row of the past has no other place in a definite order.
    key = list(table.primary_key) or [table.c[n] for n in names]
    totals = {name: hashlib.sha256() for name in names}
    of_source: dict[str, tuple[int, Any]] = {}
    question = select(*(table.c[name] for name in names)).order_by(*key)
    rows = 0
    streamed = connection.execution_options(stream_results=True).execute(question)
    for some in streamed.partitions(SEEN_ROWS):
        rows += len(some)
        for name, cells in zip(names, zip(*some, strict=True), strict=True):
            totals[name].update(_bytes(cells))
        for row in some if "source" in names else ():
            number, total = of_source.get(row.source, (0, hashlib.sha256()))
            total.update(_bytes(tuple(row)))
            of_source[row.source] = number + 1, total
    yield f"{table.name}: {rows} rows"
    for name in sorted(names):
        yield f"{table.name}.{name} {totals[name].hexdigest()[:16]}"
    for source, (number, total) in sorted(of_source.items()):
        yield f"{table.name} of {source}: {number} rows {total.hexdigest()[:16]}"


def _ledger(connection: Connection, tables: dict[str, Table]) -> Iterator[str]:
    """Datasets and rejects of our own tables, of a store with one ledger or (before 0006) two."""
    lines: list[Any]
    rejects: list[Any]
    if "ledger" in tables:
        ledger, rejected = tables["ledger"], tables["rejected"]
        names = ("dataset", "file", "records_in", "loaded", "rejected")
        lines = [tuple(r) for r in connection.execute(select(*(ledger.c[n] for n in names)))]
        columns = ("dataset", "line", "column", "value", "rule", "reason")
        rejects = [tuple(r) for r in connection.execute(select(*(rejected.c[n] for n in columns)))]
    else:
        load, reject = tables["load"], tables["load_reject"]
        ours = (load.c.format == "curated") & (load.c.dataset != "")
        lines = [
            (_name(r.dataset), r.file, r.rows_in, r.rows_in - r.rejected, r.rejected)
            for r in connection.execute(select(load).where(ours))
        ]
        names = ("place", "column", "value", "rule", "reason")
        question = select(load.c.dataset, *(reject.c[n] for n in names)).where(ours)
        found = connection.execute(question.join_from(reject, load, reject.c.load == load.c.id))
        rejects = [(_name(r[0]), r[1].removeprefix("line "), *r[2:]) for r in found]
    sums = [sum(line[at] for line in lines) for at in (2, 3, 4)]
    yield f"datasets: {len(lines)}; {sums[0]} in = {sums[1]} loaded + {sums[2]} rejected"
    yield f"datasets {_digest(sorted(lines))}"
    rejects = sorted((*r[:3], r[3][:LONGEST], r[4], r[5][:LONGEST]) for r in rejects)
    yield f"rejects: {len(rejects)}"
    yield f"rejects {_digest(rejects)}"


def _name(dataset: str) -> str:
    return dataset.rpartition("/")[2]


def fingerprint(url: str) -> Iterator[str]:
    """The lines of the fingerprint of the store at an address, whatever its shape."""
    with disposed(create_engine(url)) as engine, engine.connect() as connection:
        names = sorted(inspect(connection).get_table_names())
        tables = {n: Table(n, MetaData(), autoload_with=connection) for n in names}
        for name, table in tables.items():
            if name not in BY_TIME:
                yield from _columns(connection, table)
        releases = select(func.count()).select_from(tables["release"])
        yield f"releases: {connection.execute(releases).scalar_one()}"
        yield from _ledger(connection, tables)
