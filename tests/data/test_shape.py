"""Which shapes this version reads: its own, any that holds what it reads; else one sentence."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data import shape
from data.database import build_facts, read_engine, write_engine
from data.shape import FIRST, WANTED, lacking, shape_of
from data.trouble import NoStore, OtherShape
from loaders.publish import migrate
from tests.loaders.old_store import make_old_store
from tests.loaders.small_store import make_store


def change(url: str, *statements: str) -> None:
    """Change a store as another version of the code might have."""
    engine = write_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def opened(url: str) -> Engine:
    """The engine that pages read with."""
    return read_engine(url)


def test_the_shape_that_is_wanted_is_the_newest_step() -> None:
    assert migrate.newest() == WANTED
    assert migrate.steps()[0] == FIRST


def test_an_older_store_is_refused_with_the_command_that_helps(empty_url: str) -> None:
    engine = opened(make_old_store(empty_url))
    with engine.connect() as connection:
        assert shape_of(connection) == FIRST
        assert "observation.release" in lacking(connection)
    with pytest.raises(OtherShape) as told:
        build_facts(engine)
    assert told.value.older
    assert str(told.value).startswith(
        f"The database has shape 0001, which is older than this version reads ({WANTED}): it lacks "
    )
    assert str(told.value).endswith("Bring it up with: python -m loaders migrate up")
    assert build_facts(engine, any_shape=True)["in:mechanisms"] == "43"
    engine.dispose()


def test_a_newer_store_that_holds_what_is_read_is_shown_and_told_of_once(
    empty_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    url = make_store(empty_url)
    change(
        url,
        "UPDATE alembic_version SET version_num = '0099'",
        "ALTER TABLE area ADD COLUMN motto TEXT",
        "CREATE TABLE of_tomorrow (code TEXT)",
    )
    shape._log_shape.cache_clear()
    engine = opened(url)
    with caplog.at_level(logging.WARNING, "target87"):
        assert build_facts(engine) == build_facts(engine) == {"inputs": "small"}
    assert [r.getMessage() for r in caplog.records] == [
        f"The database has shape 0099, which is newer than this version makes ({WANTED}); it holds "
        "all that is read, so it is shown."
    ]
    engine.dispose()


def test_a_newer_store_that_lacks_a_column_is_refused_with_the_way_back(empty_url: str) -> None:
    url = make_store(empty_url)
    change(
        url,
        "UPDATE alembic_version SET version_num = '0099'",
        "ALTER TABLE area RENAME COLUMN region TO part_of",
    )
    engine = opened(url)
    with pytest.raises(OtherShape) as told:
        build_facts(engine)
    assert not told.value.older
    assert str(told.value) == (
        f"The database has shape 0099, which is newer than this version reads ({WANTED}): it lacks "
        "area.region. Use the version that made it, or take it back with that version: "
        f"python -m loaders migrate down --to {WANTED}"
    )
    engine.dispose()


def test_tables_of_somebody_else_are_no_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'other.sqlite'}"
    change(url, "CREATE TABLE guests (name TEXT)")
    engine = opened(url)
    with engine.connect() as connection:
        assert shape_of(connection) == ""
    with pytest.raises(NoStore, match="holds no tables yet"):
        build_facts(engine)
    engine.dispose()
