"""Takes rows into the store as one release: inserted where nothing is published yet, else merged.

Whoever calls this holds the one write transaction; nothing is seen by readers before it commits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final

from sqlalchemy import Connection, delete, exists, insert, select, update

from data import schema
from data.queries.record_versions import VERSIONED
from loaders.publish import audit, guards, other_tables, staging
from loaders.publish.analyze import ANALYZE_MIN_ROWS, analyze_in_transaction
from loaders.publish.bulk import filling, insert_rows
from loaders.publish.coverage import refresh_coverage
from loaders.publish.incoming import Incoming, checked_chunks, key_of
from loaders.publish.ledger import Counts, Line, next_release, published_now
from loaders.validate import row as rules
from loaders.validate.columns import RowSchema
from loaders.validate.keys import Dataset, by_dataset, counted
from loaders.validate.plausibility import Warned

MOST_REJECTED: Final = 0.5
"""A file of which more than this share breaks a rule was most likely not understood."""

Flags = Callable[[Connection, int], Iterable[Warned]]
"""Finds what to warn of in a release."""


class Blocked(ValueError):
    """A file that may not be published as it is: the sentence says why and what to do."""


class _MustMerge(Exception):
    """Rows to be compared: their dataset holds figures, or two may have one key."""


@dataclass(frozen=True)
class PublishRequest:
    """What the operator asks for. `merge` keeps the figures that the file does not hold, `accept`
    publishes what would be stopped, `dry_run` gives back what would stop it; `report` is called
    with what is withdrawn, before it is."""

    kind: str
    label: str = ""
    source: str = ""
    note: str = ""
    actor: str = ""
    merge: bool = False
    accept: bool = False
    dry_run: bool = False
    report: Callable[[str], None] = lambda _sentence: None


@dataclass
class PublishResult:
    """What a load did. `release` is None when nothing changed."""

    release: int | None = None
    counts: Counts = field(default_factory=Counts)
    datasets: dict[Dataset, int] = field(default_factory=dict)
    """The datasets that the files replace, each with the load that does."""

    stops: list[str] = field(default_factory=list)
    """Of a dry run: why the load would not be published without --accept."""


@dataclass
class _Work:
    """One publication on its way: what its steps share."""

    connection: Connection
    files: Sequence[Incoming]
    request: PublishRequest
    rows_are: RowSchema
    release: int
    stops: list[str] = field(default_factory=list)

    @property
    def lines(self) -> dict[int, Line]:
        """The files' lines in the ledger, by number."""
        return {file.line.id: file.line for file in self.files}

    def stop(self, sentence: str) -> None:
        """Do not publish, unless the operator accepts it. Raises Blocked."""
        if self.request.dry_run:
            self.stops.append(sentence)
        elif not self.request.accept:
            raise Blocked(sentence)


def _insert_new(work: _Work, published: set[Dataset]) -> dict[Dataset, int]:
    """Insert rows where they belong. Raises _MustMerge when that cannot be right."""
    seen: set[int] = set()
    datasets: dict[Dataset, int] = {}
    for file, _, checked in checked_chunks(work.files, work.rows_are):
        keys = checked.keys.tolist()
        before = len(seen)
        seen.update(keys)
        if checked.datasets & published or len(seen) != before + len(keys):
            raise _MustMerge
        for dataset in checked.datasets:
            datasets.setdefault(dataset, file.line.id)
        rows = zip(*checked.columns, repeat(work.release, len(keys)), strict=True)
        insert_rows(work.connection, schema.observation, rows)
        file.line.counts.added += len(keys)
    return datasets


def _stage_rows(work: _Work) -> bool:
    """Put rows into the staging table; whether two of them may have one key."""
    seen: set[int] = set()
    number = taken = 0
    for file, chunk, checked in checked_chunks(work.files, work.rows_are):
        seen.update(checked.keys.tolist())
        taken += len(checked.positions)
        rows = [
            (number + at, file.line.id, chunk.places[at], staging.WAITING, *row)
            for at, row in zip(checked.positions, checked.rows(), strict=True)
        ]
        for at in checked.breaches:
            if key := key_of(chunk.cells(at)):
                rows.append((number + at, file.line.id, "", staging.UNUSABLE, *key))
        insert_rows(work.connection, staging.incoming, rows)
        number += len(chunk.places)
    return len(seen) != taken


def _classify(work: _Work, repeats: bool) -> None:
    connection = work.connection
    staging.index_staged(connection, [file.line.id for file in work.files if file.yearly])
    if repeats:
        staging.classify_repeats(connection)
    if work.request.kind == "curated":
        staging.leave_to_files(connection, work.files[0].line.id)
    staging.classify(connection)
    for load, verdict, number in staging.verdicts(connection):
        if name := staging.COUNTED_AS.get(verdict):
            work.lines[load].counts.add(name, number)
    for load, place, key in staging.conflicts(connection):
        reason = "two rows have this key and different figures"
        work.lines[load].reject(place, "", key, "conflicting_rows", reason)


def _merge(work: _Work) -> dict[Dataset, int]:
    """Compare every row with what is published, and bring that to what the files hold."""
    connection, release = work.connection, work.release
    staging.make(connection)
    _classify(work, repeats=_stage_rows(work))
    others = _publish_others(work)
    _stop_what_was_not_understood(work)
    changes: dict[Dataset, dict[str, int]] = {}
    absent_too = not work.request.merge
    for load, source, indicator, number in staging.move_to_past(
        connection, release, absent_too=absent_too
    ):
        work.lines[load].counts.add("withdrawn", number)
        changes.setdefault((source, indicator), {})["withdrawn"] = number
    for source, indicator, verdict, number in staging.changes_by_dataset(connection):
        changes.setdefault((source, indicator), {})[staging.COUNTED_AS[verdict]] = number
    staging.apply(connection, release)
    note_datasets(connection, release, changes)
    datasets = staging.datasets(connection)
    staging.drop(connection)
    return datasets | others


def _stop_what_was_not_understood(work: _Work) -> None:
    if work.request.kind == "curated":
        return
    for file in work.files:
        counts, name = file.line.counts, file.line.facts.file
        rejected = counts.rejected - counts.out_of_scope
        meant = counts.rows_in - counts.out_of_scope
        if counts.rows_in == counts.rejected:
            raise Blocked(
                f"{name}: no row can be taken of the {counts.rows_in:,} in it"
                f"{file.line.first_reject()}. Check that it is the whole file of a series we take."
            )
        if rejected > MOST_REJECTED * meant:
            work.stop(
                f"{name}: {rejected:,} of {meant:,} rows break a rule{file.line.first_reject()}. "
                "Mend the file, or load it with --accept to publish the rest."
            )


def _stop_what_changes_much(work: _Work, datasets: Mapping[Dataset, int]) -> None:
    """Say what is withdrawn; stop a load that withdraws, revises or shifts too much."""
    request = work.request
    gone = guards.withdrawals(work.connection, work.release)
    for sentence in guards.withdrawal_sentences(gone):
        request.report(f"{request.label}: {sentence}")
    if not request.accept or request.dry_run:
        for sentence in guards.stops(work.connection, work.release, gone, merge=request.merge):
            work.stop(f"{request.label}, {sentence}")
    for each in gone:
        line = work.lines[datasets[each.dataset]]
        if number := line.counts.rejected - line.counts.out_of_scope:
            reason = (
                f"it was {guards.figure(each.value)}; the file has no row for it, unless it is one "
                f"of the {number:,} that were rejected"
            )
            line.warn(each.key, "withdrawn", reason)


def _publish_others(work: _Work) -> dict[Dataset, int]:
    """Records of other tables than observations; the datasets that they replace."""
    request = work.request
    datasets: dict[Dataset, int] = {}
    if request.kind == "curated":
        known = work.rows_are.known
        for name in other_tables.DATES:
            ours = [each for file in work.files for each in file.others.get(name, [])]
            numbers = other_tables.replace_ours(
                work.connection, name, ours, known, work.files[0].line, work.release
            )
            if numbers:
                table = ("", other_tables.PREFIX + name)
                note_datasets(work.connection, work.release, {table: numbers})
        return datasets
    for name in sorted({name for file in work.files for name in file.others}):
        if name not in other_tables.FROM_FILES:
            raise Blocked(f"{request.label}: records for {name!r}, which files may not fill.")
        found = [each for file in work.files for each in file.others.get(name, [])]
        done = other_tables.publish(
            work.connection, name, found, work.rows_are.known, merge=request.merge
        )
        for sentence in done.withdrawals:
            request.report(f"{request.label}: {sentence}")
        for sentence in done.stops:
            work.stop(f"{request.label}, {sentence} {guards.REMEDY}")
        datasets |= dict.fromkeys(done.changes, found[0].line.id)
        changed = {dataset: n for dataset, n in done.changes.items() if n}
        note_datasets(work.connection, work.release, changed)
    return datasets


def note_datasets(
    connection: Connection, release: int, changes: Mapping[Dataset, Mapping[str, int]]
) -> None:
    """Write down what a release added, revised and withdrew of each dataset."""
    none = {"added": 0, "revised": 0, "withdrawn": 0}
    rows = [
        {"release": release, "source": source, "indicator": indicator} | none | dict(numbers)
        for (source, indicator), numbers in sorted(changes.items())
    ]
    if rows:
        connection.execute(insert(schema.release_slice), rows)


def _note_inserted(connection: Connection, release: int) -> None:
    table = schema.observation
    added = by_dataset(connection, counted(table, table.c.release == release))
    note_datasets(connection, release, {of: {"added": n} for of, n in added.items()})


def _own(work: _Work, datasets: Iterable[Dataset], release: int | None) -> None:
    """Write down who publishes the datasets from now on: our own tables, or files."""
    table, connection = schema.slice_, work.connection
    known = {(s, i) for s, i in connection.execute(select(table.c.source, table.c.indicator))}
    owner = "curated" if work.request.kind == "curated" else "file"
    new = []
    for source, indicator in datasets:
        if (source, indicator) not in known:
            row = {"source": source, "indicator": indicator, "owner": owner}
            new.append(row | {"release": release or 0})
            continue
        changed = update(table).where(table.c.source == source, table.c.indicator == indicator)
        kept = table.c.release if release is None else release
        connection.execute(changed.values(owner=owner, release=kept))
    if new:
        connection.execute(insert(table), new)


def publish(
    connection: Connection,
    files: Sequence[Incoming],
    request: PublishRequest,
    known: rules.Known,
    flags: Flags = lambda _connection, _release: (),
) -> PublishResult:
    """Take the rows of the files into the store, as one release if anything changes.

    Raises Blocked, FileRefused (from reading) or a database error; the caller rolls back.
    """
    release = next_release(connection)
    texts = {name: getattr(request, name) for name in ("kind", "label", "source", "note")}
    connection.execute(insert(schema.release).values(id=release, **texts))
    work = _Work(connection, files, request, RowSchema(known), release)
    pair = select(schema.slice_.c.source, schema.slice_.c.indicator)
    published = {(s, i) for s, i in connection.execute(pair)}
    merged = False
    try:
        if request.kind == "curated" and published:
            raise _MustMerge
        with connection.begin_nested():
            with filling(connection, schema.observation):
                datasets = _insert_new(work, published)
            datasets |= _publish_others(work)
            _stop_what_was_not_understood(work)
            _note_inserted(connection, release)
    except _MustMerge:
        for file in files:
            file.restart()
        datasets, merged = _merge(work), True
    if sum(file.line.counts.changes for file in files) > ANALYZE_MIN_ROWS:
        analyze_in_transaction(connection)
    if merged and request.kind == "file":
        _stop_what_changes_much(work, datasets)
    for source, indicator, place, rule, reason in flags(connection, release):
        work.lines[datasets.get((source, indicator), files[0].line.id)].warn(place, rule, reason)
    return _closed(work, datasets)


def _closed(work: _Work, datasets: dict[Dataset, int]) -> PublishResult:
    """The release, ledger, datasets and audit of what was published."""
    connection, request = work.connection, work.request
    counts = Counts()
    for file in work.files:
        counts = counts.plus(file.line.counts)
    changed = exists().where(schema.release_slice.c.release == work.release)
    release = work.release if connection.scalar(select(changed)) else None
    mine = schema.release.c.id == work.release
    if release is None:
        connection.execute(delete(schema.release).where(mine))
    else:
        sources = request.source or ", ".join(sorted({source for source, _ in datasets}))
        told = {
            "published": published_now(connection),
            "source": sources if request.kind == "file" else "",
        }
        connection.execute(update(schema.release).where(mine).values(**told))
        refresh_coverage(connection, release)
    _own(work, datasets, release)
    of_load: dict[int, set[str]] = {}
    for (source, _), load in datasets.items():
        of_load.setdefault(load, set()).add(source)
    kept = [
        file.line
        for file in work.files
        # Of our own tables those without a past have no part in a release.
        if file.line.close(
            release if request.kind == "file" or VERSIONED.issuperset(file.others) else None,
            of_load.get(file.line.id, ()),
        )
    ]
    audit.append(
        connection,
        "load" if request.kind == "file" else "build",
        request.actor,
        release=release,
        loads=[line.id for line in kept],
        files=[line.facts.file for line in kept],
        sha256=[line.facts.sha256 for line in kept],
        **{n: getattr(counts, n) for n in ("rows_in", "added", "revised", "withdrawn")},
    )
    return PublishResult(release, counts, datasets, work.stops)
