"""A store of version 0.1 on its way to today's shape and back, alone and under readers."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from typer.testing import CliRunner

from data.database import (
    LOADER_URL_VARIABLE,
    URL_VARIABLE,
    build_facts,
    read_engine,
    sqlite_path,
    write_engine,
)
from data.queries import areas, export, figures, versions
from data.records import Described, Selection
from data.shape import WANTED
from data.trouble import OtherShape, StoreAway, StoreError
from loaders.__main__ import app
from loaders.facts import tables
from loaders.jobs import backup, build, check, copies, upgrade
from loaders.publish import migrate
from tests.loaders.old_store import make_old_store
from tests.loaders.small_store import export_of, make_store

FIGURES = 230
LACKS_TABLES = "0008"
"""The newest shape that lacks what pages read, so that they say a sentence instead."""
"""Observations in the store of 0.1."""


@pytest.fixture
def old_url(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store of 0.1, once on each engine, with copies in a folder of the test."""
    monkeypatch.setattr(copies, "EMBEDDED", tmp_path / "build" / "target87.sqlite")
    return make_old_store(empty_url)


def up(url: str, **how: Any) -> upgrade.Change:
    """The way up, by an engine of its own."""
    engine = write_engine(url)
    try:
        return upgrade.bring_up(engine, **how)
    finally:
        engine.dispose()


def down(url: str, to: str = migrate.ONE_DOWN, **how: Any) -> upgrade.Change:
    """The way down, by an engine of its own."""
    engine = write_engine(url)
    try:
        return upgrade.take_down(engine, to, **how)
    finally:
        engine.dispose()


def test_a_store_of_0_1_goes_up_and_back_and_nothing_of_it_is_lost(old_url: str) -> None:
    done = up(old_url)
    assert (done.before, done.after, done.lost) == ("0001", WANTED, ())
    assert check.report(old_url).problems == []
    shown = export_of(old_url)
    assert len(shown) == FIGURES
    assert export_of(old_url, 1) == shown
    assert up(old_url) == upgrade.Change(WANTED, WANTED)

    would = down(old_url, "0001", only_try=True)
    assert would.copy is None
    assert {"audit (1 rows)", "observation.release", "release (1 rows)"} <= set(would.lost)
    assert export_of(old_url) == shown

    back = down(old_url, "0001", keep=False)
    assert (back.after, back.copy, back.lost) == ("0001", None, would.lost)
    assert up(old_url, keep=False).after == WANTED
    assert export_of(old_url) == shown

    path = sqlite_path(old_url)
    # The copy is the store as it was, and `restore` brings it back.
    assert done.copy is not None
    assert done.copy.parent == (path or copies.EMBEDDED).parent
    assert done.copy.name.split(".shape-")[1].startswith("0001-20")
    backup.restore(done.copy, old_url, "a tester")
    assert export_of(old_url) == shown
    assert check.report(old_url).problems == []


def test_a_copy_that_cannot_be_made_stops_the_upgrade(
    old_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise backup.BackupRefused("pg_dump is not installed.")

    monkeypatch.setattr(copies, "backup", fail)
    with pytest.raises(
        backup.BackupRefused, match="Without one: python -m loaders migrate up --no"
    ):
        up(old_url)
    engine = read_engine(old_url)
    with pytest.raises(OtherShape):
        build_facts(engine)
    engine.dispose()
    assert up(old_url, keep=False).after == WANTED


def test_the_newest_copies_are_kept_and_an_empty_store_needs_none(tmp_path: Path) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    assert down(url).copy is None
    made = [copies.copy_of(url, shape) for shape in ("0003", "0001", "0002", WANTED, "0004")]
    assert copies.copies_of(url) == made[:1:-1]
    assert sorted(tmp_path.glob("*.shape-*")) == sorted(made[2:])
    with closing(sqlite3.connect(made[-1])) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (migrate.steps()[-2],)
        ]


def test_the_app_brings_an_old_file_up_and_builds_it_and_keeps_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = make_old_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(URL_VARIABLE, url)
    every = tables.files
    few = {"observations": 1, "ledger": 0, "rejected": 0}
    monkeypatch.setattr(tables, "files", lambda name: every(name)[: few.get(name)])
    assert build.build_at_start()
    (copy,) = copies.copies_of(url)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM observation").fetchone() == (FIGURES,)
    assert check.report(url).sound
    assert len(export_of(url, 1)) == FIGURES
    assert len(export_of(url)) > FIGURES
    assert not build.build_at_start()


def test_a_store_that_cannot_be_built_does_not_keep_the_app_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    engine = write_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    engine.dispose()
    monkeypatch.setenv(URL_VARIABLE, url)
    with caplog.at_level(logging.ERROR, "target87"):
        assert not build.build_at_start()
    (line,) = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert line.startswith("The database was left as it is. The store has shape 0099, which this")
    assert copies.copies_of(url) == []


def test_the_command_says_shapes_copy_and_what_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = make_old_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(LOADER_URL_VARIABLE, url)
    run = CliRunner().invoke

    went_up = run(app, ["migrate"])
    assert went_up.exit_code == 0
    (first,) = copies.copies_of(url)
    assert went_up.stdout.splitlines() == [
        f"copy of the store as it was: {first}",
        f"shape 0001 → {WANTED}",
    ]
    tried = run(app, ["migrate", "down", "--to", LACKS_TABLES, "--dry-run"])
    assert tried.stdout.splitlines() == [
        f"shape {WANTED} → {LACKS_TABLES}",
        "lost: action_group (0 rows), alliance_fact (0 rows), deliverable (0 rows), "
        "gcg_meeting (0 rows), meeting_point (0 rows), partner (0 rows), seat (0 rows), "
        "seat_holder (0 rows)",
        "tried only, nothing was changed",
    ]
    went_down = run(app, ["migrate", "down", "--to", "0003", "--no-backup"])
    assert went_down.stdout.splitlines()[0] == f"shape {WANTED} → 0003"
    assert "ratification.as_of" in went_down.stdout
    assert "action.allocated, action.currency" in went_down.stdout
    assert "or go up again with: python -m loaders migrate up" in went_down.stdout
    assert copies.copies_of(url) == [first]
    for wrong in (["up", "--to", "0042"], ["down", "--to", "0004"], ["up", "--dry-run"]):
        refused = run(app, ["migrate", *wrong])
        assert refused.exit_code == 1
        assert refused.stderr.startswith("Nothing was changed. ")
    assert copies.copies_of(url) == [first]


class Readers:
    """Threads that ask what pages and downloads ask, and note each answer."""

    def __init__(self, url: str, number: int = 2) -> None:
        self.outcomes: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._engine = read_engine(url)
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(number)]

    def _ask(self) -> str:
        build_facts(self._engine)
        with self._engine.connect() as connection:
            known = areas.areas(connection, "en")
            about = Described(
                areas=known,
                indicators=figures.indicators(connection),
                sources=figures.sources(connection),
            )
            held = figures.of_area(connection, "NPL", about=about)
            rows = [row for part in export.rows(connection, Selection()) for row in part]
            newest = versions.newest(connection)
        of_nepal = sum(len(one.observations) for one in held.values())
        seen = len(known), of_nepal, len(rows), newest
        there = 9, sum(row[1] == "NPL" for row in rows), FIGURES, 1
        return "whole" if seen == there else f"torn: {seen} {there}"

    def _read(self) -> None:
        while not self._over.is_set():
            try:
                outcome = self._ask()
            except (OtherShape, StoreAway) as told:
                outcome = "OtherShape" if isinstance(told, OtherShape) else "StoreAway"
            except (
                SQLAlchemyError,
                psycopg.Error,
                sqlite3.Error,
                StoreError,
                LookupError,
            ) as error:
                outcome = "wrong"
                self.wrong.append(repr(error))
            self.outcomes[outcome] += 1
            self._over.wait(0.03)

    def wait_for(self, outcome: str) -> None:
        """Until each thread may have had one more of an outcome. Raises AssertionError."""
        start = self.outcomes[outcome]
        for _ in range(600):
            if self.outcomes[outcome] >= start + len(self._threads) or self.wrong:
                return
            self._over.wait(0.05)
        raise AssertionError(f"no reader sees {outcome}: {self.outcomes}")

    @contextmanager
    def reading(self) -> Iterator[Readers]:
        """While the block runs, all of them read."""
        for thread in self._threads:
            thread.start()
        try:
            yield self
        finally:
            self._over.set()
            for thread in self._threads:
                thread.join()
            self._engine.dispose()


def test_readers_see_the_old_state_or_the_new_one_or_one_sentence(old_url: str) -> None:
    with Readers(old_url).reading() as readers:
        readers.wait_for("OtherShape")
        up(old_url, keep=False)
        readers.wait_for("whole")
        down(old_url, LACKS_TABLES, keep=False)
        readers.wait_for("OtherShape")
        up(old_url, keep=False)
        readers.wait_for("whole")
        down(old_url, "0001", keep=False)
        up(old_url, keep=False)
        readers.wait_for("whole")
    assert readers.wrong == []
    assert set(readers.outcomes) <= {"whole", "OtherShape", "StoreAway"}
    assert export_of(old_url)


def test_a_download_that_sleeps_does_not_make_pages_wait_for_the_upgrade(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While tables cannot be had, pages get their turn between two attempts."""
    make_store(postgres_url)
    down(postgres_url, "0004", keep=False)
    monkeypatch.setattr(upgrade, "LOCK_SECONDS", 0.2)
    engine = read_engine(postgres_url)
    done: list[upgrade.Change] = []
    with engine.connect() as download:
        download.execute(text("SELECT count(*) FROM observation"))
        going_up = threading.Thread(target=lambda: done.append(up(postgres_url, keep=False)))
        going_up.start()
        for _ in range(6):
            going_up.join(0.2)
            with engine.connect() as page:
                assert page.execute(text("SELECT count(*) FROM area")).scalar_one() == 10
        assert done == []
    going_up.join(30)
    assert [change.after for change in done] == [WANTED]
    assert build_facts(engine) == {"inputs": "small"}
    engine.dispose()


def test_what_stays_in_the_tables_too_long_is_said(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(postgres_url)
    down(postgres_url, "0004", keep=False)
    monkeypatch.setattr(upgrade, "LOCK_SECONDS", 0.1)
    monkeypatch.setattr(upgrade, "WRITE_WAIT_SECONDS", 0.2)
    engine = read_engine(postgres_url)
    with engine.connect() as download:
        download.execute(text("SELECT count(*) FROM observation"))
        with pytest.raises(upgrade.StoreBusy, match="Readers have been in the tables for 0.2 sec"):
            up(postgres_url, keep=False)
    engine.dispose()
