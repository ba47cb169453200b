"""The product on PostgreSQL: a role that may only read, a time limit, a replica to read from."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import DatabaseError

from data import database, schema
from data.database import read_engine
from data.trouble import StoreError, TooSlow
from loaders.jobs.load import LoadOptions, load
from tests.loaders.small_store import csv_text, export_of, load_rows, make_store, row, values
from tests.postgres import Cluster, standby_of

READER = "target87_reader"
GRANTS = f"""
DO $$ BEGIN CREATE ROLE {READER} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
ALTER ROLE {READER} SET default_transaction_read_only = on;
ALTER ROLE {READER} SET statement_timeout = '2s';
GRANT USAGE ON SCHEMA public TO {READER};
GRANT SELECT ON ALL TABLES IN SCHEMA public TO {READER};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {READER};
"""
REPLAY_SECONDS = 30.0


def as_reader(url: str) -> str:
    """The same database for the role that may only read."""
    return make_url(url).set(username=READER).render_as_string(hide_password=False)


@pytest.fixture
def small(postgres: Cluster, tmp_path: Path) -> str:
    """A small store with a role that may only read it; the owner's address."""
    url = make_store(postgres.new_database())
    load_rows(url, tmp_path, [row()])
    name = make_url(url).database
    assert name is not None
    with psycopg.connect(postgres.conninfo(name), autocommit=True) as connection:
        connection.execute(GRANTS)
    return url


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO area (code, kind) VALUES ('ZZZ', 'country')",
        "UPDATE observation SET value = 0",
        "DELETE FROM observation",
        "TRUNCATE observation",
        "DROP TABLE area",
        "CREATE TABLE t (x int)",
    ],
)
def test_the_reader_cannot_write_even_when_it_lifts_the_guard(small: str, statement: str) -> None:
    before = export_of(small)
    engine = read_engine(as_reader(small))
    with engine.connect() as connection, pytest.raises(DatabaseError, match="read-only"):
        connection.execute(text(statement))
    with engine.connect() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        with pytest.raises(DatabaseError, match=r"permission denied|must be owner"):
            connection.execute(text(statement))
    engine.dispose()
    assert export_of(small) == before == export_of(as_reader(small))


def test_a_slow_question_is_cancelled_with_a_sentence(
    small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "QUERY_SECONDS", 0.2)
    engine = read_engine(as_reader(small))
    start = time.monotonic()
    with engine.connect() as connection, pytest.raises(TooSlow, match="was cancelled. Ask for"):
        connection.execute(text("SELECT pg_sleep(5)"))
    assert time.monotonic() - start < 3
    with engine.connect() as connection:
        assert connection.execute(select(schema.area.c.code)).first()
    engine.dispose()


@pytest.fixture
def standby(postgres: Cluster) -> Iterator[Cluster]:
    """A hot standby that streams from the tests' server."""
    with standby_of(postgres) as replica:
        yield replica


def replayed(primary: Cluster, replica: Cluster) -> None:
    """Wait until the replica has replayed everything that the primary has written."""
    with psycopg.connect(primary.conninfo(), autocommit=True) as connection:
        written = connection.execute("SELECT pg_current_wal_lsn()").fetchone()
    assert written is not None
    deadline = time.monotonic() + REPLAY_SECONDS
    with psycopg.connect(replica.conninfo(), autocommit=True) as connection:
        question = "SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn() >= %s::pg_lsn"
        while connection.execute(question, written).fetchone() != (True, True):
            assert time.monotonic() < deadline, "the replica does not follow"
            time.sleep(0.05)


def test_loaders_write_the_primary_and_the_product_reads_the_replica(
    postgres: Cluster,
    standby: Cluster,
    small: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = make_url(small).database
    assert name is not None
    read_from = standby.url(name, READER)
    monkeypatch.setenv(database.URL_VARIABLE, read_from)
    monkeypatch.setenv(database.LOADER_URL_VARIABLE, small)
    replayed(postgres, standby)
    assert values(read_from) == {("NPL", 2014): 37.4}

    path = tmp_path / "next.csv"
    path.write_text(csv_text([row(value=21.0), row(area="GHA", value=3)]), encoding="utf-8")
    done = load([path], LoadOptions(accept=True, actor="a tester"))
    assert done.release == 2
    replayed(postgres, standby)
    assert values(read_from) == {("NPL", 2014): 21.0, ("GHA", 2014): 3.0}
    assert export_of(read_from, 1) == export_of(small, 1)
    assert export_of(read_from) == export_of(small)


def test_nothing_can_be_loaded_into_a_replica(
    postgres: Cluster, standby: Cluster, small: str, tmp_path: Path
) -> None:
    replayed(postgres, standby)
    name = make_url(small).database
    assert name is not None
    before = export_of(small)
    with pytest.raises(StoreError, match="read-only|recovery"):
        load_rows(standby.url(name), tmp_path, [row(value=1)])
    assert export_of(small) == before
