"""Undoes a release: publishes what its datasets held before it, as a new release.

Nothing is deleted: the figures of the withdrawn release go to the past, where `as_of` and "what
changed" find them; the records of tables that keep every state get their former one again.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    exists,
    insert,
    literal,
    select,
    update,
)

from data.schema import observation, observation_past, release, release_slice, slice_
from loaders.publish import audit, former_states, other_tables
from loaders.publish.coverage import refresh_coverage
from loaders.publish.ledger import FileFacts, Line, next_release, published_now
from loaders.publish.publish import Blocked, PublishResult, note_datasets
from loaders.validate.keys import Dataset, by_dataset, counted, same_key

FORMAT: Final = "withdrawal"
REPORT_NOTE: Final = "report "
"""How the note of a release begins that is of a country's report, whose code follows."""

_NAMES: Final = [column.name for column in observation.columns]


def withdraw(connection: Connection, number: int, actor: str) -> PublishResult:
    """Publish the state before a release of every dataset that it changed; the caller commits.

    Raises Blocked for a release that does not exist, changed nothing, or brought records of which
    no past is kept, and where a later release changed the same datasets or records.
    """
    label = connection.execute(select(release.c.label).where(release.c.id == number)).scalar()
    datasets = _datasets(connection, number, label)
    new = next_release(connection)
    shown = f"release {number}: {label}"
    values = {"id": new, "kind": "restore", "label": shown, "note": f"withdraws {number}"}
    connection.execute(insert(release).values(values | {"published": published_now(connection)}))
    line = Line(connection, FileFacts(shown, "", 0, "", FORMAT, "1", ""), actor)
    changes = _restore(connection, number, new) | former_states.restore(connection, number, new)
    note_datasets(connection, new, changes)
    for numbers in changes.values():
        for name, count in numbers.items():
            line.counts.add(name, count)
    line.counts.rows_in = line.counts.added + line.counts.revised
    for source, indicator in datasets:
        _give_back(connection, (source, indicator), number, new)
    refresh_coverage(connection, new)
    line.close(new, {source for source, _ in datasets})
    former_states.note_drafts(connection, number, new, actor)
    audit.append(connection, "withdraw", actor, release=new, withdrawn=number, loads=[line.id])
    return PublishResult(new, line.counts, dict.fromkeys(datasets, line.id))


def _datasets(connection: Connection, number: int, label: str | None) -> list[Dataset]:
    """The datasets that a release changed. Raises Blocked when they cannot be taken back."""
    if label is None:
        raise Blocked(f"There is no release {number}. See: python -m loaders releases")
    if report := _report(connection, number):
        raise Blocked(
            f"Release {number} is of the report {report}, whose steps are kept apart. "
            f"Take it back with: python -m loaders questionnaire withdraw {report} --by NAME"
        )
    for what, after in (
        ("figures", _later_figures(connection, number)),
        ("records", former_states.later(connection, number)),
    ):
        if after is not None:
            raise Blocked(
                f"Release {after} changed the same {what} after release {number}. Withdraw the "
                f"later one first: python -m loaders withdraw {after}"
            )
    of = (release_slice.c.source, release_slice.c.indicator)
    question = select(*of).where(release_slice.c.release == number).order_by(*of)
    found = [(source, indicator) for source, indicator in connection.execute(question)]
    if not found:
        raise Blocked(f"Release {number} changed nothing: there is nothing to withdraw.")
    others = [i for _, i in found if i.startswith(other_tables.PREFIX)]
    if kept_no_past := [i for i in others if i not in former_states.DATASETS]:
        raise Blocked(
            f"Release {number} brought records of {', '.join(kept_no_past)}, of which no past is "
            "kept. Load the file that was published before it once more."
        )
    return found


def _report(connection: Connection, number: int) -> str:
    """The report that a release put live, took back or answered; empty for all other releases."""
    question = select(release.c.note).where(release.c.id == number, release.c.kind == "file")
    note = connection.execute(question).scalar() or ""
    return note.removeprefix(REPORT_NOTE) if note.startswith(REPORT_NOTE) else ""


def _later_figures(connection: Connection, number: int) -> int | None:
    """The newest release after one that changed a dataset which that one changed."""
    touched = release_slice.alias("touched")
    pair = and_(
        touched.c.release == number,
        touched.c.source == release_slice.c.source,
        touched.c.indicator == release_slice.c.indicator,
        # Of records that keep every state it is told which of them a later release changed.
        release_slice.c.indicator.not_in(former_states.DATASETS),
    )
    later = select(release_slice.c.release).where(release_slice.c.release > number)
    newest = later.where(exists().where(pair)).order_by(release_slice.c.release.desc()).limit(1)
    return connection.execute(newest).scalar()


def _restore(connection: Connection, number: int, new: int) -> dict[Dataset, dict[str, int]]:
    """Exchange what a release brought for what it replaced; by dataset what that changes."""
    before = observation_past.c.replaced_by == number
    same = same_key(observation_past, observation)
    brought = observation.c.release == number
    changes: dict[Dataset, dict[str, int]] = {}

    def count(name: str, table: Table, *where: ColumnElement[bool]) -> None:
        for dataset, rows in by_dataset(connection, counted(table, *where)).items():
            changes.setdefault(dataset, {})[name] = rows

    count("revised", observation, brought, exists().where(same, before))
    count("withdrawn", observation, brought, ~exists().where(same, before))
    count("added", observation_past, before, ~exists().where(same))
    moved = select(*(observation.c[n] for n in _NAMES), literal(new)).where(brought)
    connection.execute(insert(observation_past).from_select([*_NAMES, "replaced_by"], moved))
    connection.execute(delete(observation).where(brought))
    names = [name for name in _NAMES if name != "release"]
    back = select(*(observation_past.c[n] for n in names), literal(new)).where(before)
    connection.execute(insert(observation).from_select([*names, "release"], back))
    return changes


def _give_back(connection: Connection, dataset: Dataset, number: int, new: int) -> None:
    """Make who published a dataset before a release its owner again; nobody, where none did."""
    mine = and_(slice_.c.source == dataset[0], slice_.c.indicator == dataset[1])
    owner = _owner_before(connection, dataset, number)
    change = delete(slice_) if not owner else update(slice_).values(owner=owner, release=new)
    connection.execute(change.where(mine))


def _owner_before(connection: Connection, dataset: Dataset, number: int) -> str:
    question = (
        select(release.c.kind, release.c.note)
        .join_from(release, release_slice, release_slice.c.release == release.c.id)
        .where(
            release_slice.c.source == dataset[0],
            release_slice.c.indicator == dataset[1],
            release.c.id < number,
        )
        .order_by(release.c.id.desc())
    )
    found = connection.execute(question).first()
    if found is None or found.kind != "restore":
        return found.kind if found else ""
    return _owner_before(connection, dataset, int(found.note.rpartition(" ")[2]))
