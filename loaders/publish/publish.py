"""Takes rows into the store as one release: straight in where nothing is held yet, else compared.

Whoever calls this holds the one write transaction; nothing is seen by readers before it commits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, delete, exists, func, insert, select, update

from data import schema
from loaders.publish import audit
from loaders.publish import coverage as holdings
from loaders.publish import other_tables as plain
from loaders.publish import staging as stage
from loaders.publish.analyze import ANALYZE_MIN_ROWS, analyze_in_transaction
from loaders.publish.bulk import filling, insert_rows
from loaders.publish.ledger import Counts, Line
from loaders.reading.contract import MANY, Record, Refusal, Rows
from loaders.validate import row as rules
from loaders.validate.columns import COLUMNS, KEY, Checked, RowSchema
from loaders.validate.plausibility import Warned

LEAST_KEPT: Final = 0.95
"""A file that holds less than this share of what a slice has now is most likely cut short."""

MOST_REJECTED: Final = 0.5
"""A file of which more than this share breaks a rule was most likely not understood."""


Pair = tuple[str, str]
"""Source and indicator: what a file replaces as a whole."""

Flags = Callable[[Connection, int], Iterable[Warned]]
"""Finds what to warn of in a release."""


class Blocked(ValueError):
    """A file that may not be published as it is: the sentence says why and what to do."""


class _NotStraight(Exception):
    """Rows that must be compared: their slice holds figures, or two may have one key."""


@dataclass(frozen=True)
class PublishRequest:
    """What the operator asks for. `merge` keeps the figures that the file does not hold."""

    kind: str
    label: str = ""
    source: str = ""
    note: str = ""
    actor: str = ""
    merge: bool = False
    accept: bool = False


@dataclass
class Incoming:
    """One file on its way in: its line in the ledger and a way to read it, maybe twice."""

    line: Line
    read: Callable[[], Iterable[Record | Refusal | Rows]]
    others: dict[str, list[plain.Found]] = field(default_factory=dict)
    """Records that are not observations, by table."""

    def forget(self) -> None:
        """Begin anew, after what was written has been rolled back."""
        self.line.forget()
        self.others = {}


@dataclass
class PublishResult:
    """What a load did. `release` is None when nothing changed."""

    release: int | None = None
    counts: Counts = field(default_factory=Counts)
    slices: dict[Pair, int] = field(default_factory=dict)
    """The slices that the files speak for, each with the load that does."""


def next_release(connection: Connection) -> int:
    """The number of the release to come."""
    return (connection.execute(select(func.max(schema.release.c.id))).scalar() or 0) + 1


def _moment(connection: Connection) -> str:
    """Now, but never before the release before it, whatever the clock says."""
    last = connection.execute(select(func.max(schema.release.c.published))).scalar()
    return max(audit.now(), last or "")


def _chunks(file: Incoming) -> Iterator[Rows]:
    """Observations in chunks; what the format refused goes to the ledger on the way."""
    line = file.line
    records: list[Record] = []
    for item in file.read():
        if isinstance(item, Rows):
            line.counts.rows_in += len(item.places)
            if records:
                yield _together(records)
                records = []
            yield item
            continue
        line.counts.rows_in += 1
        if isinstance(item, Refusal):
            line.reject(*item)
            continue
        if item.table != "observation":
            others = file.others.setdefault(item.table, [])
            others.append(plain.Found(line, item.place, item.cells))
            continue
        records.append(item)
        if len(records) == MANY:
            yield _together(records)
            records = []
    if records:
        yield _together(records)


def _together(records: Sequence[Record]) -> Rows:
    columns = {name: [record.cells[name] for record in records] for name in COLUMNS}
    return Rows([record.place for record in records], columns)


def _checked(
    files: Sequence[Incoming], rows_are: RowSchema
) -> Iterator[tuple[Incoming, Rows, Checked]]:
    for file in files:
        total, mixed = 0, 0
        for chunk in _chunks(file):
            checked = rows_are.check(chunk)
            for position, breach in checked.breaches.items():
                file.line.reject(chunk.places[position], *breach)
            total = (total + int(checked.contents.sum(dtype=np.uint64))) % (1 << 64)
            mixed ^= int(np.bitwise_xor.reduce(checked.contents)) if len(checked.contents) else 0
            file.line.fingerprint = (total, mixed)
            yield file, chunk, checked


def _straight(
    connection: Connection,
    files: Sequence[Incoming],
    rows_are: RowSchema,
    release: int,
    held: set[Pair],
) -> dict[Pair, int]:
    """Insert rows where they belong. Raises _NotStraight when that cannot be right."""
    seen: set[int] = set()
    slices: dict[Pair, int] = {}
    for file, _, checked in _checked(files, rows_are):
        keys = checked.keys.tolist()
        before = len(seen)
        seen.update(keys)
        if checked.slices & held or len(seen) != before + len(keys):
            raise _NotStraight
        for pair in checked.slices:
            slices.setdefault(pair, file.line.id)
        rows = zip(*checked.columns, repeat(release, len(keys)), strict=True)
        insert_rows(connection, schema.observation, rows)
        file.line.counts.added += len(keys)
    return slices


def _stage_rows(connection: Connection, files: Sequence[Incoming], rows_are: RowSchema) -> bool:
    """Put rows into the waiting table; whether two of them may have one key."""
    seen: set[int] = set()
    number = taken = 0
    for file, chunk, checked in _checked(files, rows_are):
        seen.update(checked.keys.tolist())
        taken += len(checked.positions)
        rows = [
            (number + at, file.line.id, chunk.places[at], stage.WAITING, *row)
            for at, row in zip(checked.positions, checked.rows(), strict=True)
        ]
        for at in checked.breaches:
            if key := _key_of(chunk.cells(at)):
                rows.append((number + at, file.line.id, "", stage.UNUSABLE, *key))
        insert_rows(connection, stage.incoming, rows)
        number += len(chunk.places)
    return len(seen) != taken


def _key_of(cells: Mapping[str, str]) -> tuple[Any, ...] | None:
    """The columns of a row that broke a rule, all but its key empty; None without a key."""
    year = cells["year"]
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    if any(rules.unstorable(cells[name]) for name in KEY):
        return None
    return tuple(
        (int(year) if name == "year" else cells[name]) if name in KEY else None for name in COLUMNS
    )


def _judge(
    connection: Connection, files: Sequence[Incoming], order: PublishRequest, repeats: bool
) -> None:
    stage.settle(connection)
    if repeats:
        stage.judge_repeats(connection)
    if order.kind == "curated":
        stage.leave_to_files(connection, files[0].line.id)
    stage.judge(connection)
    lines = {file.line.id: file.line for file in files}
    names = {
        stage.ADDED: "added",
        stage.REVISED: "revised",
        stage.UNCHANGED: "unchanged",
        stage.SUPERSEDED: "superseded",
    }
    for load, verdict, number in stage.verdicts(connection):
        if verdict in names:
            counts = lines[load].counts
            setattr(counts, names[verdict], getattr(counts, names[verdict]) + number)
    for load, place, key in stage.conflicts(connection):
        lines[load].reject(
            place, "", key, "conflicting_rows", "two rows have this key and different figures"
        )


def _block_what_shrinks(connection: Connection, order: PublishRequest) -> None:
    if order.kind == "curated" or order.merge or order.accept:
        return
    small = stage.shrunk(connection, LEAST_KEPT)
    if small:
        one = small[0]
        more = f", and {len(small) - 1} more like it" if len(small) > 1 else ""
        raise Blocked(
            f"{order.label}, {one.source} {one.indicator}: the file holds {one.rows_after:,} of "
            f"{one.rows:,} rows and {one.areas_after} of {one.areas} areas that are published "
            f"now{more}; fewer than {LEAST_KEPT:.0%} are not taken for a release. Fetch the whole "
            "file; or load it with --merge to keep what it lacks, or with --accept to withdraw it."
        )


def _block_what_was_not_understood(files: Sequence[Incoming], order: PublishRequest) -> None:
    if order.kind == "curated":
        return
    for file in files:
        counts = file.line.counts
        taken = counts.rows_in - counts.rejected
        meant = counts.rows_in - counts.out_of_scope
        if not taken:
            raise Blocked(
                f"{file.line.facts.file}: no row can be taken of the {counts.rows_in:,} in it"
                f"{file.line.first_reject()}. Check that it is the whole file of a series we take."
            )
        if not order.accept and counts.rejected - counts.out_of_scope > MOST_REJECTED * meant:
            raise Blocked(
                f"{file.line.facts.file}: {counts.rejected - counts.out_of_scope:,} of {meant:,} "
                f"rows break a rule{file.line.first_reject()}. Mend the file, or load it with "
                "--accept to publish the rest."
            )


def _compared(
    connection: Connection,
    files: Sequence[Incoming],
    rows_are: RowSchema,
    order: PublishRequest,
    release: int,
) -> dict[Pair, int]:
    stage.make(connection)
    repeats = _stage_rows(connection, files, rows_are)
    _judge(connection, files, order, repeats)
    others = _publish_others(connection, files, order, rows_are.known, release)
    _block_what_was_not_understood(files, order)
    _block_what_shrinks(connection, order)
    withdrawn = stage.retire(connection, release, absent_too=not order.merge)
    lines = {file.line.id: file.line for file in files}
    changes: dict[Pair, dict[str, int]] = {}
    for load, source, indicator, number in withdrawn:
        lines[load].counts.withdrawn += number
        changes.setdefault((source, indicator), {})["withdrawn"] = number
    for source, indicator, verdict, number in stage.changes_by_slice(connection):
        name = "added" if verdict == stage.ADDED else "revised"
        changes.setdefault((source, indicator), {})[name] = number
    stage.put_in(connection, release)
    _note_slices(connection, release, changes)
    slices = stage.slices(connection) | others
    stage.drop(connection)
    return slices


def _publish_others(
    connection: Connection,
    files: Sequence[Incoming],
    order: PublishRequest,
    known: rules.Known,
    release: int,
) -> dict[Pair, int]:
    """Records of other tables than observations; the slices they speak for."""

    def block(shrunk: plain.Shrunk) -> None:
        if not order.accept and shrunk.rows_after < LEAST_KEPT * shrunk.rows:
            raise Blocked(
                f"{order.label}, {shrunk.source}: the file holds {shrunk.rows_after:,} of "
                f"{shrunk.rows:,} records that are published now. Fetch the whole file; or load "
                "it with --merge to keep what it lacks, or with --accept to withdraw it."
            )

    slices: dict[Pair, int] = {}
    if order.kind == "curated":
        for name in plain.DATES:
            ours = [each for file in files for each in file.others.get(name, [])]
            plain.replace_ours(connection, name, ours, known, files[0].line)
        return slices
    names = sorted({name for file in files for name in file.others})
    for name in names:
        if name not in plain.FROM_FILES:
            raise Blocked(f"{order.label}: records for {name!r}, which files may not fill.")
        found = [each for file in files for each in file.others.get(name, [])]
        changes = plain.publish(connection, name, found, known, merge=order.merge, block=block)
        slices |= dict.fromkeys(changes, found[0].line.id)
        _note_slices(connection, release, {pair: n for pair, n in changes.items() if n})
    return slices


def _note_slices(connection: Connection, release: int, changes: dict[Pair, dict[str, int]]) -> None:
    none = {"added": 0, "revised": 0, "withdrawn": 0}
    rows = [
        {"release": release, "source": source, "indicator": indicator} | none | numbers
        for (source, indicator), numbers in sorted(changes.items())
    ]
    if rows:
        connection.execute(insert(schema.release_slice), rows)


def _count_straight(connection: Connection, release: int) -> None:
    table = schema.observation
    pair = (table.c.source, table.c.indicator)
    query = select(*pair, func.count()).where(table.c.release == release).group_by(*pair)
    added = {(s, i): {"added": number} for s, i, number in connection.execute(query)}
    _note_slices(connection, release, added)


def _own(
    connection: Connection, slices: Iterable[Pair], order: PublishRequest, release: int | None
) -> None:
    """Write down who speaks for the slices from now on."""
    table = schema.slice_
    known = {(s, i): o for s, i, o in connection.execute(select(*list(table.columns)[:3]))}
    owner = "curated" if order.kind == "curated" else "file"
    new = []
    for pair in slices:
        if pair not in known:
            row = {"source": pair[0], "indicator": pair[1], "owner": owner}
            new.append(row | {"release": release or 0})
            continue
        changed = update(table).where(table.c.source == pair[0], table.c.indicator == pair[1])
        kept = table.c.release if release is None else release
        connection.execute(changed.values(owner=owner, release=kept))
    if new:
        connection.execute(insert(table), new)


def publish(
    connection: Connection,
    files: Sequence[Incoming],
    order: PublishRequest,
    known: rules.Known,
    flags: Flags = lambda _connection, _release: (),
) -> PublishResult:
    """Take the rows of the files into the store, as one release if anything changes.

    Raises Blocked, FileRefused (from reading) or a database error; the caller rolls back.
    """
    release = next_release(connection)
    connection.execute(
        insert(schema.release).values(
            id=release,
            kind=order.kind,
            label=order.label,
            source=order.source,
            note=order.note,
        )
    )
    rows_are = RowSchema(known)
    held = {(s, i) for s, i in connection.execute(select(*list(schema.slice_.columns)[:2]))}
    try:
        if order.kind == "curated" and held:
            raise _NotStraight
        with connection.begin_nested():
            with filling(connection, schema.observation):
                slices = _straight(connection, files, rows_are, release, held)
            slices |= _publish_others(connection, files, order, known, release)
            _block_what_was_not_understood(files, order)
            _count_straight(connection, release)
    except _NotStraight:
        for file in files:
            file.forget()
        slices = _compared(connection, files, rows_are, order, release)
    lines = {file.line.id: file.line for file in files}
    if sum(file.line.counts.changes for file in files) > ANALYZE_MIN_ROWS:
        analyze_in_transaction(connection)
    for source, indicator, place, rule, reason in flags(connection, release):
        lines[slices.get((source, indicator), files[0].line.id)].warn(place, rule, reason)
    counts = Counts()
    for file in files:
        counts = counts.plus(file.line.counts)
    return _closed(connection, files, order, PublishResult(release, counts, slices))


def _closed(
    connection: Connection,
    files: Sequence[Incoming],
    order: PublishRequest,
    published: PublishResult,
) -> PublishResult:
    """The release, ledger, slices and audit of what was published."""
    mine = schema.release.c.id == published.release
    changed = exists().where(schema.release_slice.c.release == published.release)
    release = published.release if connection.scalar(select(changed)) else None
    if release is None:
        connection.execute(delete(schema.release).where(mine))
    else:
        sources = order.source or ", ".join(sorted({source for source, _ in published.slices}))
        told = {"published": _moment(connection), "source": sources if order.kind == "file" else ""}
        connection.execute(update(schema.release).where(mine).values(**told))
        holdings.refresh_coverage(connection, release)
    _own(connection, published.slices, order, release)
    whose: dict[int, set[str]] = {}
    for (source, _), load in published.slices.items():
        whose.setdefault(load, set()).add(source)
    kept = [
        file.line
        for file in files
        # The other tables of ours have no past, and so no part in a release.
        if file.line.close(
            None if file.others and order.kind == "curated" else release,
            whose.get(file.line.id, ()),
        )
    ]
    audit.append(
        connection,
        "load" if order.kind == "file" else "build",
        order.actor,
        release=release,
        loads=[line.id for line in kept],
        files=[line.facts.file for line in kept],
        sha256=[line.facts.sha256 for line in kept],
        **{n: getattr(published.counts, n) for n in ("rows_in", "added", "revised", "withdrawn")},
    )
    return PublishResult(release, published.counts, published.slices)
