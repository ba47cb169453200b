"""A loader killed at any moment, and two loaders at once, leave one whole release and no damage."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, distinct, func, select

from data import schema
from data.database import read_engine
from loaders.jobs import check
from loaders.jobs.load import LoadOptions, load
from tests.loaders.children import CHILDREN
from tests.loaders.small_store import AREAS, SOURCES, csv_text, make_store, row

SHORT, LONG = 6, 200
YEARS = range(1990, 2020)


def file_of(folder: Path, version: int) -> Path:
    """A file whose every figure is the number of its version, and which is as long as another."""
    path = folder / f"version{version}.csv"
    if not path.exists():
        rows = [
            row(area=area, year=year, sex=sex, source=source, value=version)
            for area in AREAS
            for year in YEARS
            for sex in ("T", "F", "M")
            for source in SOURCES
        ]
        path.write_text(csv_text(rows), encoding="utf-8")
    return path


def whole_version(engine: Engine) -> int:
    """The one version that every current figure is of; fails when versions are mixed."""
    table = schema.observation
    question = select(
        func.count(),
        func.count(distinct(table.c.value)),
        func.min(table.c.value),
        func.count(distinct(table.c.release)),
    )
    with engine.connect() as connection:
        rows, values, version, releases = connection.execute(question).one()
        newest = connection.execute(select(func.max(schema.release.c.id))).scalar_one()
        shown = connection.execute(select(func.max(table.c.release))).scalar_one()
    assert rows == len(AREAS) * len(YEARS) * 3 * len(SOURCES), "torn: rows are missing"
    assert values == 1, "torn: figures of two versions"
    assert releases == 1 and newest == shown, "torn: figures of two releases"
    return int(version)


@dataclass
class Watched:
    """A store that is read all the time, and what readers saw wrong."""

    url: str
    engine: Engine
    reads: int = 0
    wrong: str = ""


@pytest.fixture
def watched(empty_url: str, tmp_path: Path) -> Iterator[Watched]:
    """A store with version 0, and a reader that looks at it without a pause."""
    url = make_store(empty_url)
    load([file_of(tmp_path, 0)], LoadOptions(accept=True), url)
    store = Watched(url, read_engine(url))
    stop = threading.Event()

    def watch() -> None:
        while not stop.is_set():
            try:
                whole_version(store.engine)
            except AssertionError as error:
                store.wrong = str(error)
                return
            store.reads += 1
            time.sleep(0.05)

    reader = threading.Thread(target=watch)
    reader.start()
    yield store
    stop.set()
    reader.join(30)
    store.engine.dispose()
    assert store.wrong == ""
    assert store.reads > 0


def _load_in_child(path: Path, url: str) -> None:
    load([path], LoadOptions(accept=True), url)
    os._exit(0)


def _seconds_of_a_load(store: Watched, folder: Path, version: int) -> float:
    # The first child waits until the others' parent is there.
    first = CHILDREN.Process(target=os.getpid)
    first.start()
    first.join(60)
    start = time.monotonic()
    child = CHILDREN.Process(target=_load_in_child, args=(file_of(folder, version), store.url))
    child.start()
    child.join(60)
    assert child.exitcode == 0
    return time.monotonic() - start


def kill_loads(store: Watched, folder: Path, trials: int) -> tuple[int, int]:
    """Kill loads at random moments; how many were killed before and after they were published."""
    chance = random.Random(trials)
    seconds = _seconds_of_a_load(store, folder, 1)
    shown, before, after = 1, 0, 0
    for trial in range(trials):
        wanted = 2 + trial % 40
        child = CHILDREN.Process(target=_load_in_child, args=(file_of(folder, wanted), store.url))
        child.start()
        time.sleep(chance.uniform(0, 1.1 * seconds))
        child.kill()
        child.join(60)
        now = whole_version(store.engine)
        assert now in (shown, wanted), "torn: neither the old nor the new version"
        before, after = before + (now != wanted), after + (now == wanted)
        shown = now
        if trial % 10 == trials % 10:
            assert check.report(store.url).problems == []
    done = load([file_of(folder, 99)], LoadOptions(accept=True), store.url)
    assert done.counts.revised == done.counts.rows_in
    assert whole_version(store.engine) == 99
    assert check.report(store.url).problems == []
    return before, after


def test_a_killed_load_leaves_one_whole_release(watched: Watched, tmp_path: Path) -> None:
    before, after = kill_loads(watched, tmp_path, SHORT)
    assert before + after == SHORT


@pytest.mark.soak
def test_two_hundred_killed_loads_leave_whole_releases(watched: Watched, tmp_path: Path) -> None:
    before, after = kill_loads(watched, tmp_path, LONG)
    assert before > LONG // 4, "most loads were over before they were killed: nothing was tried"
    assert before + after == LONG


def test_two_loads_at_once_take_turns(watched: Watched, tmp_path: Path) -> None:
    children = [
        CHILDREN.Process(target=_load_in_child, args=(file_of(tmp_path, version), watched.url))
        for version in (1, 2, 3)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(120)
    assert [child.exitcode for child in children] == [0, 0, 0]
    assert whole_version(watched.engine) in (1, 2, 3)
    with watched.engine.connect() as connection:
        releases = connection.execute(select(schema.release.c.id)).scalars().all()
    assert sorted(releases) == [1, 2, 3, 4]
    assert check.report(watched.url).problems == []
