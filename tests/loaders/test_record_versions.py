"""Every state of a row of the pathfinder way is kept: as of a release, what changed, undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import disposed, read_engine, write_engine
from data.queries import pathfinders, record_versions
from loaders.jobs import check
from loaders.jobs.backup import backup, restore
from loaders.jobs.fingerprint import fingerprint
from loaders.jobs.load import withdraw_release
from loaders.publish.publish import Blocked
from tests.loaders.ledger_rows import ACTION, EVENT, FIRST, SECOND, STATUS, publish_ours
from tests.loaders.small_store import load_rows, make_store, row

Asked = Callable[[Connection], Any]


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    with disposed(read_engine(url)) as engine, engine.connect() as connection:
        yield connection


@pytest.fixture
def url(empty_url: str) -> str:
    """A store with two releases of rows."""
    made = make_store(empty_url)
    assert publish_ours(made, FIRST).release == 1
    assert publish_ours(made, SECOND).release == 2
    return made


def way(connection: Connection, release: int | None) -> tuple[Any, ...]:
    """What was known of Nepal's way: its stages, actions with their status, and events."""
    actions = pathfinders.actions(connection, release).get("NPL", [])
    return (
        [(one.stage, one.date) for one in pathfinders.stages(connection, release)["NPL"]],
        [(one.code, one.text, one.status) for one in actions],
        [one.code for one in pathfinders.events(connection, release)],
    )


BEFORE = ([("workshop", "2019-02-07")], [("NPL-01", "Align the law", "limited")], ["E1"])
AFTER = (
    [("workshop", "2019-02-07"), ("status_confirmed", "2021")],
    [
        ("NPL-01", "Align the law with the Convention", "completed"),
        ("NPL-02", "Train inspectors", "no_evidence"),
    ],
    [],
)


def test_a_release_shows_what_was_known_then(url: str) -> None:
    with reading(url) as connection:
        assert way(connection, 1) == BEFORE
        assert way(connection, 2) == way(connection, None) == AFTER
        assert pathfinders.stages(connection, 0) == {}
    assert check.report(url).problems == []


def test_a_release_tells_each_record_that_it_changed(url: str) -> None:
    with reading(url) as connection:
        found = list(record_versions.record_changes(connection, 1, 2))
        told = [(one.table, one.key[0], one.old is None, one.new is None) for one in found]
        assert told == [
            ("stage", "NPL", True, False),
            ("stage", "UGA", True, False),
            ("action", "NPL-01", False, False),
            ("action", "NPL-02", True, False),
            ("status", "NPL-01", True, False),
            ("event", "E1", False, True),
        ]
        back = list(record_versions.record_changes(connection, 2, 1))
        assert [(one.old, one.new) for one in back] == [(one.new, one.old) for one in found]
        of_uganda = record_versions.record_changes(connection, 1, 2, areas=["UGA"])
        assert [one.table for one in of_uganda] == ["stage"]
        of_events = record_versions.record_changes(connection, 0, 1, tables=["event"])
        assert [one.key for one in of_events] == [("E1",)]
        assert list(record_versions.record_changes(connection, 2, 2)) == []


def test_a_row_has_its_history(url: str) -> None:
    publish_ours(url, SECOND | {"action": [ACTION]})
    with reading(url) as connection:
        found = record_versions.history(connection, schema.action, ["NPL-01"])
        texts = [(one.release, one.new and one.new["text"]) for one in found]
        assert texts == [
            (1, "Align the law"),
            (2, "Align the law with the Convention"),
            (3, "Align the law"),
        ]
        assert [one.old for one in found] == [None, *(one.new for one in found[:-1])]
        gone = record_versions.history(connection, schema.action, ["NPL-02"])
        assert [(one.release, one.new is None) for one in gone] == [(2, False), (3, True)]
        # Changed and changed back is no change.
        changes = record_versions.record_changes(connection, 1, 3, tables=["action"])
        assert list(changes) == []


def test_a_status_that_is_said_again_is_no_release(url: str) -> None:
    assert publish_ours(url, SECOND).release is None
    with reading(url) as connection:
        assert len(record_versions.history(connection, schema.status, _key_of(STATUS))) == 1


def _key_of(status: dict[str, str]) -> list[str]:
    return [status[name] for name in ("action", "says", "checked")]


@pytest.mark.parametrize(
    "statement",
    [update(schema.record_version).values(cells=""), delete(schema.record_version)],
    ids=["update", "delete"],
)
def test_no_state_can_be_changed_or_deleted(url: str, statement: Any) -> None:
    with disposed(write_engine(url)) as engine, engine.connect() as connection:
        before = connection.execute(select(schema.record_version)).all()
        with pytest.raises(DatabaseError, match="append-only"):
            connection.execute(statement)
        connection.rollback()
        assert connection.execute(select(schema.record_version)).all() == before
        if engine.dialect.name == "postgresql":
            with pytest.raises(DatabaseError, match="append-only"):
                connection.execute(text("TRUNCATE record_version"))


def test_a_backup_keeps_every_state_and_its_lock(url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.backup"
    backup(file, url)
    publish_ours(url, FIRST)
    restore(file, url, "the drill")
    with reading(url) as connection:
        assert way(connection, 1) == BEFORE
        assert way(connection, 2) == AFTER
    with disposed(write_engine(url)) as engine, engine.connect() as connection:
        with pytest.raises(DatabaseError, match="append-only"):
            connection.execute(delete(schema.record_version))
    # A second restore finds what the first one made.
    restore(file, url, "the drill")
    assert check.report(url).problems == []


def test_a_withdrawn_release_gives_the_rows_back_that_it_changed(url: str) -> None:
    done = withdraw_release(2, "a tester", url)
    assert done.release == 3
    assert (done.counts.added, done.counts.revised, done.counts.withdrawn) == (1, 1, 4)
    with reading(url) as connection:
        assert way(connection, None) == way(connection, 3) == BEFORE
        assert way(connection, 2) == AFTER
        stages = pathfinders.stages(connection)
        assert "UGA" not in stages
    assert check.report(url).problems == []
    withdraw_release(3, "a tester", url)
    with reading(url) as connection:
        assert way(connection, None) == AFTER
    assert check.report(url).problems == []


def test_a_release_whose_records_changed_again_is_not_withdrawn(url: str) -> None:
    publish_ours(url, SECOND | {"stage": SECOND["stage"][:2]})
    with pytest.raises(Blocked, match=r"Release 3 changed the same records after release 2"):
        withdraw_release(2, "a tester", url)
    with reading(url) as connection:
        assert way(connection, None) == AFTER


def test_other_records_of_the_same_table_do_not_hold_a_withdrawal_up(url: str) -> None:
    later = FIRST["stage"][0] | {"area": "MEX", "date": "2022"}
    publish_ours(url, SECOND | {"stage": [*SECOND["stage"], later]})
    withdraw_release(2, "a tester", url)
    with reading(url) as connection:
        assert way(connection, None) == BEFORE
        assert [one.date for one in pathfinders.stages(connection)["MEX"]] == ["2022"]
    assert check.report(url).problems == []


def test_figures_and_records_of_one_release_go_back_together(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, [row(area="NPL")])
    with pytest.raises(Blocked, match="There is no release 9"):
        withdraw_release(9, "a tester", url)
    withdraw_release(3, "a tester", url)
    with reading(url) as connection:
        assert way(connection, None) == AFTER
    assert check.report(url).problems == []


def test_the_fingerprint_tells_two_histories_apart(url: str, tmp_path: Path) -> None:
    two = make_store(f"sqlite:///{tmp_path / 'two.sqlite'}")
    publish_ours(two, FIRST)
    publish_ours(two, SECOND)
    assert _of_states(url) == _of_states(two)
    publish_ours(two, SECOND | {"status": [STATUS]})
    differing = {line.split()[0] for line in _of_states(url) ^ _of_states(two)}
    assert differing == {
        *("record_version:", "record_version.cells", "record_version.key"),
        *("record_version.table", "status:"),
        *(f"status.{column.name}" for column in schema.status.columns),
    }


def _of_states(url: str) -> set[str]:
    kept = ("record_version", "stage", "action", "status", "event")
    return {line for line in fingerprint(url) if line.startswith(kept)}


def test_a_report_whose_release_is_withdrawn_is_noted_as_withdrawn(url: str) -> None:
    step = {
        **{"code": "NPL-2026", "number": 3, "area": "NPL", "state": "published", "language": "en"},
        **{"at": "2026-12-01", "by": "a tester", "file": "form.xlsx", "sha256": "0"},
        **{"content": "{}", "note": "release 2"},
    }
    with disposed(write_engine(url)) as engine, engine.begin() as connection:
        connection.execute(insert(schema.draft).values(**step))
        connection.execute(insert(schema.draft).values(**step | {"code": "A", "note": "release 1"}))
    withdraw_release(2, "another", url)
    withdraw_release(3, "a third", url)
    with reading(url) as connection:
        asked = select(schema.draft).where(schema.draft.c.code == "NPL-2026")
        found = connection.execute(asked.order_by(schema.draft.c.number)).mappings().all()
        other = connection.execute(select(schema.draft.c.state).where(schema.draft.c.code == "A"))
        assert other.scalars().all() == ["published"]
    told = [(row["number"], row["state"], row["by"], row["note"]) for row in found]
    assert told == [
        (3, "published", "a tester", "release 2"),
        (4, "withdrawn", "another", "release 3"),
        (5, "published", "a third", "release 4"),
    ]


def test_rows_from_before_their_states_were_kept_begin_their_history(empty_url: str) -> None:
    url = make_store(empty_url)
    with disposed(write_engine(url)) as engine, engine.begin() as connection:
        connection.execute(insert(schema.event).values(**EVENT))
    assert publish_ours(url, {"event": [EVENT]}).release == 1
    assert publish_ours(url, {"event": [EVENT]}).release is None
    with reading(url) as connection:
        assert [one.code for one in pathfinders.events(connection, 1)] == ["E1"]
        assert record_versions.first_kept(connection) == 1
    assert check.report(url).problems == []
