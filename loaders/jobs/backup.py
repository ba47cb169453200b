"""Copies of the whole store, and the way back from one.

SQLite is copied with its own online backup, PostgreSQL with pg_dump: readers and loaders go on
meanwhile, and the copy is one state of the store. A restore is checked first, keeps what it
replaces in a file beside, and shows as a release of kind `restore` and a line of the audit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import insert, inspect, make_url
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import (
    build_facts,
    disposed,
    read_engine,
    sqlite_files,
    sqlite_path,
    write_engine,
    write_transaction,
)
from data.log import logged
from data.shape import shape_of
from data.trouble import StoreError
from loaders.jobs import check
from loaders.publish import audit, migrate
from loaders.publish.ledger import next_release, published_now

_DEBIAN: Final = Path("/usr/lib/postgresql")
_APPEND_ONLY: Final = ("audit", "record_version")
"""Tables that a function of PostgreSQL keeps from being changed."""


class BackupRefused(StoreError):
    """A copy that was not made, or not put back; nothing was changed."""


@logged("backup")
def backup(file: Path, url: str) -> str:
    """Write the store to a new file; its SHA-256.

    Raises BackupRefused when the file exists or cannot be written, NoStore when there is no store.
    """
    if file.exists():
        raise BackupRefused(f"{file.name} exists already. Choose another name, or move it away.")
    with disposed(read_engine(url)) as engine:
        build_facts(engine, any_shape=True)
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        path = sqlite_path(url)
        if path is None:
            _postgresql("pg_dump", url, "--format=custom", "--no-owner", f"--file={part}")
        else:
            _copy(path, part)
        digest = _durable(part)
        part.replace(file)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupRefused(f"{file.name} could not be written ({error}).") from error
    return digest


@logged("restore")
def restore(file: Path, url: str, actor: str = "") -> Path | None:
    """Put a backup in the place of the store; where what it replaced is kept, None if nothing was.

    Readers see the old store until all of the backup is there. Raises BackupRefused when the file
    is not a sound backup.
    """
    if not file.is_file():
        raise BackupRefused(f"There is no file {file.name}.")
    if sqlite_path(url) is None:
        return _restore_postgresql(file, url, actor or audit.person())
    return _restore_sqlite(file, url, actor or audit.person())


def _durable(path: Path) -> str:
    with path.open("rb") as written:
        os.fsync(written.fileno())
        return hashlib.file_digest(written, "sha256").hexdigest()


def _before_restore(path: Path) -> Path:
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.name}.before-restore-{moment}")


def _copy(source: Path, target: Path) -> None:
    """One state of a SQLite database into another file, which changes all at once."""
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as one,
        closing(sqlite3.connect(target, timeout=120)) as other,
    ):
        one.backup(other)


def _kept_beside(path: Path) -> Path | None:
    """A copy of the store that is about to be replaced; of a damaged one the file itself."""
    if not path.exists():
        return None
    beside = _before_restore(path)
    try:
        _copy(path, beside)
    except sqlite3.DatabaseError:
        beside.unlink(missing_ok=True)
        for part in sqlite_files(path):
            part.replace(part.with_name(part.name.replace(path.name, beside.name, 1)))
    return beside


def _restore_sqlite(file: Path, url: str, actor: str) -> Path | None:
    path = sqlite_path(url)
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    ready = path.with_name(f"{path.name}.restoring")
    for part in sqlite_files(ready):
        part.unlink(missing_ok=True)
    replaced = _head(url)
    try:
        _copy(file, ready)
        ready_url = f"sqlite:///{ready}"
        _mark(ready_url, file, actor, replaced)
        problems = check.report(ready_url).problems
        if problems:
            raise BackupRefused(f"{file.name} is not sound ({problems[0]}). Take another backup.")
        beside = _kept_beside(path)
        _copy(ready, path)
    except sqlite3.Error as error:
        raise BackupRefused(
            f"{file.name} could not be put back ({error}). Nothing was changed."
        ) from error
    finally:
        for part in sqlite_files(ready):
            part.unlink(missing_ok=True)
    return beside


def _head(url: str) -> tuple[int, str]:
    """The last line of the audit that a restore replaces, so that it is not forgotten."""
    try:
        with disposed(read_engine(url)) as engine, engine.connect() as connection:
            return audit.head(connection)
    except (DatabaseError, StoreError):
        return 0, audit.START


def _mark(url: str, file: Path, actor: str, replaced: tuple[int, str]) -> None:
    """Bring a restored store to today's shape; its restoration becomes a release."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    with disposed(write_engine(url)) as engine, write_transaction(engine) as connection:
        if not shape_of(connection):
            raise BackupRefused(f"{file.name} holds no store of ours. Take another backup.")
        migrate.up(connection)
        number = next_release(connection)
        row = {"id": number, "kind": "restore", "label": file.name}
        moment = published_now(connection)
        connection.execute(insert(schema.release).values(row | {"published": moment}))
        told = {"file": file.name, "sha256": digest, "release": number}
        told |= {"replaced_line": replaced[0], "replaced_hash": replaced[1]}
        audit.append(connection, "restore", actor, **told)


def _restore_postgresql(file: Path, url: str, actor: str) -> Path | None:
    replaced = _head(url)
    _postgresql("pg_restore", None, "--list", str(file))
    beside = _before_restore(file) if replaced[0] else None
    if beside is not None:
        backup(beside, url)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        script, empty = Path(folder) / "restore.sql", Path(folder) / "empty.sql"
        _postgresql("pg_restore", None, "--no-owner", f"--file={script}", str(file))
        # What stands there may have more tables than the backup, with keys that hold on to its own.
        empty.write_text(_emptying(url), encoding="utf-8")
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _postgresql("psql", url, *options, f"--file={empty}", f"--file={script}")
    _mark(url, file, actor, replaced)
    return beside


def _emptying(url: str) -> str:
    """The SQL that takes away every table that a database holds, and what hangs on it."""
    with disposed(read_engine(url)) as engine, engine.connect() as connection:
        quote = connection.dialect.identifier_preparer.quote
        names = [quote(name) for name in inspect(connection).get_table_names()]
    drops = [f"DROP TABLE {name} CASCADE;" for name in names]
    functions = [f"DROP FUNCTION IF EXISTS {name}_is_append_only();" for name in _APPEND_ONLY]
    return "\n".join([*drops, *functions])


def _program(name: str) -> str:
    """The newest PostgreSQL program of a name. Raises BackupRefused when there is none."""
    found = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3]))
    path = shutil.which(name) or (str(found[-1]) if found else None)
    if path is None:
        raise BackupRefused(f"{name} is not installed. Install postgresql-client, then try again.")
    return path


def _postgresql(name: str, url: str | None, *options: str) -> None:
    environment = dict(os.environ)
    command: list[str] = [_program(name), *options]
    if url is not None:
        address = make_url(url)
        if address.password:
            environment["PGPASSWORD"] = str(address.password)
        bare = address.set(drivername="postgresql", password=None)
        command.insert(1, f"--dbname={bare.render_as_string()}")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BackupRefused(f"{name} failed ({said}). Nothing was changed.")
