"""The restore drill: what a backup holds comes back whole, and nothing else is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from data.database import read_engine, sqlite_path, write_engine
from data.queries import versions
from data.records import Release
from data.trouble import NoStore
from loaders.jobs import check
from loaders.jobs.backup import BackupRefused, backup, restore
from tests.loaders.small_store import export_of, load_rows, make_store, row
from tests.postgres import Cluster

ROWS = [row(area=area, year=year) for area in ("GHA", "NAM", "NPL") for year in (2001, 2002)]


def releases(url: str) -> list[Release]:
    """The releases, the newest first."""
    engine = read_engine(url)
    with engine.connect() as connection:
        found = versions.releases(connection)
    engine.dispose()
    return found


@pytest.fixture
def url(empty_url: str, tmp_path: Path) -> str:
    """A store with one release."""
    made = make_store(empty_url)
    load_rows(made, tmp_path, ROWS)
    return made


def test_a_restore_brings_back_what_was_there(url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.backup"
    digest = backup(file, url)
    assert len(digest) == 64
    before = export_of(url)
    load_rows(url, tmp_path, [ROWS[0] | {"value": "50"}], accept=True)
    lost = export_of(url)

    beside = restore(file, url, "the drill")

    assert export_of(url) == before
    assert [(r.id, r.kind, r.label) for r in releases(url)] == [
        (2, "restore", "copy.backup"),
        (1, "file", "figures.csv"),
    ]
    assert check.report(url).problems == []
    assert load_rows(url, tmp_path, ROWS).release is None
    assert beside is not None
    assert restore(beside, url) is not None
    assert export_of(url) == lost


def test_a_store_that_is_gone_comes_back(url: str, tmp_path: Path, postgres: Cluster) -> None:
    file = tmp_path / "copy.backup"
    backup(file, url)
    before = export_of(url)
    path = sqlite_path(url)
    new = f"sqlite:///{tmp_path / 'elsewhere' / 'new.sqlite'}"
    empty = postgres.new_database() if path is None else new
    assert restore(file, empty) is None
    assert export_of(empty) == before
    assert check.report(empty).problems == []


def test_a_damaged_store_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    url = make_store(f"sqlite:///{path}")
    load_rows(url, tmp_path, ROWS)
    before = export_of(url)
    backup(tmp_path / "copy.backup", url)
    for tail in ("-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    path.write_bytes(b"ruined " * 1000)
    beside = restore(tmp_path / "copy.backup", url)
    assert beside is not None and beside.read_bytes().startswith(b"ruined ")
    assert export_of(url) == before


def test_what_is_no_backup_changes_nothing(url: str, tmp_path: Path) -> None:
    before = export_of(url)
    for name, content in (
        ("empty", b""),
        ("text", b"not a backup"),
        ("half", b"SQLite format 3\0"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(BackupRefused, match=name if sqlite_path(url) else "pg_restore failed"):
            restore(file, url)
    with pytest.raises(BackupRefused, match="There is no file nothing"):
        restore(tmp_path / "nothing", url)
    assert export_of(url) == before
    assert len(releases(url)) == 1


def test_a_backup_never_overwrites_a_file(url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.backup"
    file.write_text("precious", encoding="utf-8")
    with pytest.raises(BackupRefused, match="exists already"):
        backup(file, url)
    assert file.read_text(encoding="utf-8") == "precious"


def test_a_backup_of_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        backup(tmp_path / "copy.backup", f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_was_tampered_with_is_refused(tmp_path: Path) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    load_rows(url, tmp_path, ROWS)
    file = tmp_path / "copy.backup"
    backup(file, url)
    engine = write_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM observation WHERE area = 'NPL'"))
    engine.dispose()
    with pytest.raises(BackupRefused, match="the loads account for"):
        restore(file, url)
    assert len(export_of(url)) == len(ROWS)
