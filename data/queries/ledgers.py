"""What became of every record between the publishers' files and the store."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, func, select

from data.records import LedgerLine
from data.schema import load, load_reject

CURATED = (load.c.format == "curated") & (load.c.dataset != "")
"""The present lines of the datasets that we curated from publishers' files."""


def ledger_lines(connection: Connection) -> list[LedgerLine]:
    """A line a curated data set, by name, its rejects counted by rule, the most frequent first."""
    counted = func.count().label("count")
    by_rule = (
        select(load_reject.c.load, load_reject.c.rule, counted)
        .join(load, load.c.id == load_reject.c.load)
        .where(CURATED)
        .group_by(load_reject.c.load, load_reject.c.rule)
        .order_by(load_reject.c.load, counted.desc(), load_reject.c.rule)
    )
    rules: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for number, rule, count in connection.execute(by_rule):
        rules[number].append((rule, count))
    lines = [
        LedgerLine(
            row.dataset.rpartition("/")[2],
            row.file,
            row.rows_in,
            row.rows_in - row.rejected,
            row.rejected,
            tuple(rules[row.id]),
        )
        for row in connection.execute(select(load).where(CURATED))
    ]
    return sorted(lines, key=lambda line: line.dataset)
