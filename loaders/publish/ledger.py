"""The ledger of loads: a line a file, with what became of each of its rows, exact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from data import schema
from loaders.publish import audit
from loaders.publish.bulk import insert_rows

KEPT_TOGETHER: Final = 5_000
"""Rejects and warnings are written when this many have gathered."""

LONGEST: Final = 300
"""Characters of a rejected value that are kept; longer ones end in an ellipsis."""


class FileFacts(NamedTuple):
    """What is written down of a file before it is read."""

    file: str
    sha256: str
    bytes: int
    source: str
    format: str
    version: str
    options: str
    dataset: str = ""
    """Which file of data/tables it is; empty for files of operators."""


@dataclass
class Counts:
    """What became of the rows of one file. `withdrawn` rows are not in it, by definition."""

    rows_in: int = 0
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    superseded: int = 0
    rejected: int = 0
    withdrawn: int = 0
    warnings: int = 0
    out_of_scope: int = 0
    """How many of the rejected rows are of series that we do not take at all."""

    @property
    def adds_up(self) -> bool:
        """Whether every row that came in has gone somewhere."""
        went = self.added + self.revised + self.unchanged + self.superseded + self.rejected
        return self.rows_in == went

    @property
    def changes(self) -> int:
        """Figures that are not what they were."""
        return self.added + self.revised + self.withdrawn

    def add(self, name: str, number: int = 1) -> None:
        """Count so many rows more under a name of a field."""
        setattr(self, name, getattr(self, name) + number)

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        mine, theirs = asdict(self), asdict(other)
        return Counts(**{name: mine[name] + theirs[name] for name in mine})


def shortened(text: str) -> str:
    """The text as a reject keeps it: storable, and not longer than LONGEST."""
    kept = text.replace("\x00", "\\0").encode("utf-8", "backslashreplace").decode()
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def forget_others(connection: Connection, datasets: Collection[str]) -> None:
    """Let no line account for a file of data/tables that is not among `datasets` any more."""
    load = schema.load
    others = load.c.dataset.not_in(["", *datasets])
    # Step 0006 made lines that name no folder; the build has counted the same rows in its own.
    _delete_lines(connection, others, ~load.c.dataset.contains("/"))
    connection.execute(update(load).where(others).values(dataset=""))


def _delete_lines(connection: Connection, *where: ColumnElement[bool]) -> None:
    """Delete lines with their rejects and warnings."""
    gone = select(schema.load.c.id).where(*where)
    for table in (schema.load_reject, schema.load_warning):
        connection.execute(delete(table).where(table.c.load.in_(gone)))
    connection.execute(delete(schema.load).where(*where))


class Line:
    """One file's line in the ledger while its load runs; its rejects and warnings go with it."""

    def __init__(self, connection: Connection, facts: FileFacts, actor: str) -> None:
        self._connection = connection
        self.facts = facts
        self.counts = Counts()
        self.fingerprint = (0, 0)
        self._rejects: list[tuple[Any, ...]] = []
        self._warnings: list[tuple[Any, ...]] = []
        self._numbered = 0
        self._first = ""
        last = connection.execute(select(func.max(schema.load.c.id))).scalar()
        self.id = (last or 0) + 1
        zeros = {c.name: 0 for c in schema.load.columns if not c.nullable and c.name in _COUNTED}
        row = facts._asdict() | zeros | {"id": self.id, "actor": actor, "started": audit.now()}
        row |= {"file": shortened(facts.file)}
        connection.execute(insert(schema.load).values(**row))

    def restart(self) -> None:
        """Begin the file anew, after what was written of it has been rolled back."""
        self.counts, self.fingerprint = Counts(), (0, 0)
        self._rejects, self._warnings, self._numbered, self._first = [], [], 0, ""

    def reject(self, place: str, column: str, value: str, rule: str, reason: str) -> None:
        """Set a row aside."""
        self.counts.rejected += 1
        self.counts.out_of_scope += rule == "out_of_scope"
        self._numbered += 1
        if not self._first and rule != "out_of_scope":
            where = f"{place}, {column}" if column else place
            self._first = f" (the first: {where}: {shortened(value)!r}: {reason})"
        texts = (place, column, value, rule, reason)
        self._rejects.append((self.id, self._numbered, *map(shortened, texts)))
        if len(self._rejects) >= KEPT_TOGETHER:
            self.flush()

    def first_reject(self) -> str:
        """The first row set aside, in brackets for a sentence; empty when there is none."""
        return self._first

    def warn(self, place: str, rule: str, reason: str) -> None:
        """Flag what is published all the same."""
        self.counts.warnings += 1
        self._numbered += 1
        texts = map(shortened, (place, rule, reason))
        self._warnings.append((self.id, self._numbered, *texts))
        if len(self._warnings) >= KEPT_TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write what has gathered."""
        if self._rejects:
            insert_rows(self._connection, schema.load_reject, self._rejects)
        if self._warnings:
            insert_rows(self._connection, schema.load_warning, self._warnings)
        self._rejects, self._warnings = [], []

    def close(self, release: int | None, sources: Collection[str] = ()) -> bool:
        """Write what became of the rows, and whose they are where nobody said so before.

        Whether the line was kept: of a file of ours that is as it was, the line of before stays.
        Raises ValueError when the rows do not add up.
        """
        self.flush()
        if not self.counts.adds_up:
            raise ValueError(f"{self.facts.file}: rows do not add up: {self.counts}")
        counted = {n: v for n, v in asdict(self.counts).items() if n in _COUNTED}
        content = "".join(f"{part:016x}" for part in self.fingerprint)
        connection = self._connection
        if self.facts.dataset and self._says_nothing_new():
            return False
        connection.execute(
            update(schema.load)
            .where(schema.load.c.id == self.id)
            .values(
                **counted,
                release=release,
                source=self.facts.source or ", ".join(sorted(sources)),
                content=content,
                finished=audit.now(),
            )
        )
        return True

    def _says_nothing_new(self) -> bool:
        """Leave one line a dataset: this one is deleted, or takes the place of the one before."""
        load, connection = schema.load, self._connection
        same = (load.c.dataset == self.facts.dataset, load.c.id != self.id)
        before = connection.execute(select(load).where(*same)).one_or_none()
        if before is None:
            return False
        now = (self.facts.sha256, self.facts.options, self.counts.rejected)
        if self.counts.changes or now != (before.sha256, before.options, before.rejected):
            connection.execute(update(load).where(*same).values(dataset=""))
            return False
        _delete_lines(connection, load.c.id == self.id)
        return True


_COUNTED: Final = frozenset(asdict(Counts())) - {"out_of_scope"}


def next_release(connection: Connection) -> int:
    """The number of the release to come."""
    return (connection.execute(select(func.max(schema.release.c.id))).scalar() or 0) + 1


def published_now(connection: Connection) -> str:
    """Now, but never before the release before it, whatever the clock says."""
    last = connection.execute(select(func.max(schema.release.c.published))).scalar()
    return max(audit.now(), last or "")
