"""What became of every record between the publishers' files and the store."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, func, select

from data.records import LedgerLine
from data.schema import ledger, rejected


def ledger_lines(connection: Connection) -> list[LedgerLine]:
    """A line a curated data set, by name, its rejects counted by rule, the most frequent first."""
    counted = func.count().label("count")
    by_rule = (
        select(rejected.c.dataset, rejected.c.rule, counted)
        .group_by(rejected.c.dataset, rejected.c.rule)
        .order_by(rejected.c.dataset, counted.desc(), rejected.c.rule)
    )
    rules: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for dataset, rule, count in connection.execute(by_rule):
        rules[dataset].append((rule, count))
    lines = select(
        ledger.c.dataset,
        ledger.c.file,
        ledger.c.records_in,
        ledger.c.loaded,
        ledger.c.rejected,
    ).order_by(ledger.c.dataset)
    return [LedgerLine(*row, tuple(rules[row.dataset])) for row in connection.execute(lines)]
