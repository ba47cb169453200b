"""The product cannot write to its store, and says what to do when there is none to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, insert, select, text
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import (
    EMBEDDED,
    URL_VARIABLE,
    build_facts,
    database_url,
    read_engine,
    sqlite_path,
)
from data.trouble import DamagedStore, NoStore, StoreError

WRITES = (
    "INSERT INTO area (code, kind) VALUES ('ZZZ', 'country')",
    "INSERT OR REPLACE INTO area (code, kind) VALUES ('NPL', 'country')",
    "UPDATE observation SET value = 0",
    "DELETE FROM observation",
    "DROP TABLE area",
    "CREATE TABLE t (x)",
    "CREATE INDEX i ON area (name)",
    "ALTER TABLE area ADD COLUMN x",
    "PRAGMA user_version = 7",
    "VACUUM",
    "REINDEX",
    "CREATE TRIGGER t AFTER INSERT ON area BEGIN SELECT 1; END",
)


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The address of a small store with one build fact."""
    url = f"sqlite:///{tmp_path / 'small.sqlite'}"
    engine = create_engine(url)
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(schema.build), [{"key": "inputs", "value": "abc"}])
    engine.dispose()
    return url


@pytest.mark.parametrize("statement", WRITES)
def test_no_statement_writes(small: str, statement: str) -> None:
    path = sqlite_path(small)
    assert path is not None
    before = path.read_bytes()
    engine = read_engine(small)
    with engine.connect() as connection, pytest.raises(DatabaseError):
        connection.execute(text(statement))
    engine.dispose()
    assert path.read_bytes() == before


def test_the_guard_cannot_be_lifted(small: str) -> None:
    engine = read_engine(small)
    with engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = 0"))
        with pytest.raises(DatabaseError, match="readonly"):
            connection.execute(text("DELETE FROM build"))
    engine.dispose()


def test_the_real_store_refuses_too(connection: Connection) -> None:
    with pytest.raises(DatabaseError):
        connection.execute(schema.observation.delete())


def test_reading_works_from_many_connections(small: str) -> None:
    engine = read_engine(small)
    opened = [engine.connect() for _ in range(20)]
    assert [c.execute(select(schema.build.c.value)).scalar_one() for c in opened] == ["abc"] * 20
    for connection in opened:
        connection.close()
    engine.dispose()


def test_the_facts_of_a_build(small: str) -> None:
    assert build_facts(read_engine(small)) == {"inputs": "abc"}


def test_no_file_is_no_store_and_none_is_made(tmp_path: Path) -> None:
    missing = tmp_path / "missing.sqlite"
    with pytest.raises(NoStore) as told:
        build_facts(read_engine(f"sqlite:///{missing}"))
    assert str(told.value) == (
        "No database at missing.sqlite. Make it with: python -m loaders build"
    )
    assert not missing.exists()


def test_an_empty_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(NoStore) as told:
        build_facts(read_engine(f"sqlite:///{tmp_path / 'empty.sqlite'}"))
    assert str(told.value) == (
        "The database holds no tables yet. Make them with: python -m loaders build"
    )


def test_a_file_of_something_else_is_a_damaged_store(tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_bytes(b"certainly no database\n" * 200)
    with pytest.raises(DamagedStore) as told:
        build_facts(read_engine(f"sqlite:///{tmp_path / 'other.sqlite'}"))
    assert str(told.value) == (
        "The database cannot be read. Make it anew with: python -m loaders build"
    )


def test_every_trouble_is_a_store_error() -> None:
    assert issubclass(NoStore, StoreError)
    assert issubclass(DamagedStore, StoreError)


def test_the_environment_says_where_the_store_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "sqlite:///elsewhere.sqlite")
    assert database_url() == "sqlite:///elsewhere.sqlite"
    monkeypatch.setenv(URL_VARIABLE, "")
    assert database_url() == f"sqlite:///{EMBEDDED}"
    monkeypatch.delenv(URL_VARIABLE)
    assert database_url() == f"sqlite:///{EMBEDDED}"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///a/b.sqlite", "a/b.sqlite"),
        ("sqlite:////a/b.sqlite", "/a/b.sqlite"),
        ("sqlite://", None),
        ("postgresql://host/name", None),
    ],
)
def test_the_file_behind_an_address(url: str, path: str | None) -> None:
    assert sqlite_path(url) == (Path(path) if path else None)


def test_the_engine_of_the_real_store_opens(engine: Engine) -> None:
    facts = build_facts(engine)
    assert int(facts["observations"]) > 100_000
    assert len(facts["inputs"]) == 64
