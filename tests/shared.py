"""What parallel workers of one run share: made by the first that asks, ended with the run."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from data import schema
from data.database import read_engine, sqlite_path
from loaders.jobs.build import build_if_needed
from tests.postgres import Cluster, discard, launch

VARIABLE = "TARGET87_TESTS_SHARED"
"""Names the folder of the run; the workers inherit it."""


def begin() -> None:
    """Make the folder of this run. To be called before there are workers."""
    os.environ[VARIABLE] = tempfile.mkdtemp(prefix="target87-tests-")


def end() -> None:
    """Stop and remove what the workers made. To be called when they have ended."""
    folder = Path(os.environ.pop(VARIABLE))
    server = folder / "server"
    if server.exists():
        discard(Cluster.from_text(server.read_text(encoding="utf-8")))
    shutil.rmtree(folder, ignore_errors=True)


def once(name: str, make: Callable[[], str]) -> str:
    """What `make` gives, called in one worker only while the others wait."""
    path = Path(os.environ[VARIABLE]) / name
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_text(make(), encoding="utf-8")
        return path.read_text(encoding="utf-8")


def postgres_store() -> str:
    """The address of today's facts on a PostgreSQL of the run; for reading only."""

    def build() -> str:
        server = Cluster.from_text(once("server", lambda: launch().to_text()))
        url = server.new_database()
        build_if_needed(url)
        return url

    return once("store", build)


def copied(url: str, target: Path) -> str:
    """The address of a copy of a SQLite store, which may be in use."""
    path = sqlite_path(url)
    assert path is not None
    with closing(sqlite3.connect(path)) as whole, closing(sqlite3.connect(target)) as empty:
        whole.backup(empty)
    return f"sqlite:///{target}"


def fresh_store(url: str) -> str:
    """The address of a SQLite store of today's facts that was built from nothing: the given one,
    when it holds one release and no ledger line that a later build replaced, else a new one."""
    engine = read_engine(url)
    try:
        with engine.connect() as connection:
            alone = connection.scalar(select(func.max(schema.release.c.id))) == 1
            # What changes in other tables than observations makes no release.
            replaced = select(func.count()).where(schema.load.c.dataset == "")
            alone = alone and not connection.scalar(replaced)
    finally:
        engine.dispose()
    if alone:
        return url
    path = Path(os.environ[VARIABLE]) / "fresh.sqlite"

    def build() -> str:
        build_if_needed(f"sqlite:///{path}")
        return f"sqlite:///{path}"

    return once("fresh", build)
