"""One ledger: what curation recorded of its datasets stands beside the loads of files.

Revision 0006, follows 0005.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Table, func, insert, select

from loaders.publish.migrations.columns import integers, new_metadata, texts

revision = "0006"
down_revision = "0005"

metadata = new_metadata()

ledger = Table(
    "ledger",
    metadata,
    *texts("dataset", key=True),
    *texts("file sha256"),
    *integers("records_in loaded rejected"),
    CheckConstraint("records_in = loaded + rejected", name="nothing_lost"),
)
rejected = Table(
    "rejected",
    metadata,
    *integers("number", key=True),
    *texts("dataset file line column value rule reason"),
)
load = Table(
    "load",
    metadata,
    *integers("id", key=True),
    *texts("file sha256 format dataset"),
    *integers("bytes rows_in added revised unchanged superseded"),
    *integers("rejected withdrawn warnings"),
)
load_reject = Table(
    "load_reject",
    metadata,
    *integers("load number", key=True),
    *texts("place column value rule reason"),
)
_NONE = dict.fromkeys(
    ("bytes", "added", "revised", "superseded", "withdrawn", "warnings"), 0
)  # fmt: skip


def upgrade() -> None:
    """Give each dataset a load of its own, with its rejects; a build says the rest of it."""
    connection = op.get_bind()
    op.add_column("load", *texts("dataset"))
    last = connection.execute(select(func.max(load.c.id))).scalar() or 0
    ids: dict[str, int] = {}
    for row in connection.execute(select(ledger).order_by(ledger.c.dataset)).all():
        ids[row.dataset] = last + 1 + len(ids)
        told = {"file": row.file, "sha256": row.sha256, "rows_in": row.records_in}
        told |= {"dataset": row.dataset, "unchanged": row.loaded, "rejected": row.rejected}
        line = {"id": ids[row.dataset], "format": "curated"} | _NONE | told
        connection.execute(insert(load), [line])
    rejects = [
        {"load": ids[row.dataset], "number": row.number + 1, "place": f"line {row.line}"}
        | {name: row._mapping[name] for name in ("column", "value", "rule", "reason")}
        for row in connection.execute(select(rejected))
        if row.dataset in ids
    ]
    if rejects:
        connection.execute(insert(load_reject), rejects)
    metadata.drop_all(connection, tables=[rejected, ledger])


def downgrade() -> None:
    """Make the two tables again, from what the loads of our own datasets say."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[ledger, rejected])
    ours = select(load).where(load.c.dataset != "", load.c.format == "curated")
    for row in connection.execute(ours.order_by(load.c.dataset)).all():
        shared = {"dataset": row.dataset.rpartition("/")[2], "file": row.file}
        told = {"sha256": row.sha256, "records_in": row.rows_in, "rejected": row.rejected}
        told["loaded"] = row.rows_in - row.rejected
        connection.execute(insert(ledger), [shared | told])
        first = connection.execute(select(func.count()).select_from(rejected)).scalar_one()
        mine = select(load_reject).where(load_reject.c.load == row.id)
        rejects = [
            shared
            | {"number": number, "line": each.place.removeprefix("line ")}
            | {name: each._mapping[name] for name in ("column", "value", "rule", "reason")}
            for number, each in enumerate(
                connection.execute(mine.order_by(load_reject.c.number)), first
            )
        ]
        if rejects:
            connection.execute(insert(rejected), rejects)
    op.drop_column("load", "dataset")
