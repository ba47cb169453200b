"""The steps go up and down on both engines, with figures in the tables, and meet the schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, select, text

from data import schema
from data.database import write_engine, write_transaction
from data.shape import WANTED
from loaders.jobs import check
from loaders.publish import ledger, migrate
from tests.loaders.small_store import export_of, load_rows, make_store, row

ROWS = [row(area=area, year=year) for area in ("GHA", "NAM", "NPL") for year in (2001, 2002)]


def down(url: str, to: str) -> tuple[str, str]:
    """Steps down in a transaction of their own."""
    engine = write_engine(url)
    try:
        with write_transaction(engine) as connection:
            return migrate.down(connection, to)
    finally:
        engine.dispose()


def up(url: str) -> tuple[str, str]:
    """Steps up in a transaction of their own."""
    engine = write_engine(url)
    try:
        with write_transaction(engine) as connection:
            return migrate.up(connection)
    finally:
        engine.dispose()


def tables(engine: Engine) -> set[str]:
    """The names of the tables that are there."""
    return set(inspect(engine).get_table_names()) - {"alembic_version", "sqlite_stat1"}


def test_the_steps_make_what_the_schema_says(empty_url: str) -> None:
    assert up(empty_url) == ("", WANTED)
    engine = write_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
    assert tables(engine) == set(schema.metadata.tables)
    engine.dispose()


def test_figures_survive_the_way_down_and_up(empty_url: str, tmp_path: Path) -> None:
    url = make_store(empty_url)
    load_rows(url, tmp_path, ROWS)
    load_rows(url, tmp_path, [ROWS[0] | {"value": "50"}, *ROWS[1:]])
    shown = export_of(url)
    assert down(url, "0001") == (WANTED, "0001")
    engine = write_engine(url)
    assert "observation_past" not in tables(engine)
    assert "release" not in {c["name"] for c in inspect(engine).get_columns("observation")}
    engine.dispose()
    assert up(url) == ("0001", WANTED)
    assert export_of(url) == shown == export_of(url, 1)
    assert export_of(url, 0) == []
    assert check.report(url).problems == []
    done = load_rows(url, tmp_path, ROWS)
    assert (done.release, done.counts.revised) == (2, 1)
    assert export_of(url, 1) == shown


def test_all_the_way_down_leaves_nothing(empty_url: str) -> None:
    url = make_store(empty_url)
    assert down(url, "base") == (WANTED, "")
    engine = write_engine(url)
    assert tables(engine) == set()
    engine.dispose()


def test_a_store_from_before_steps_were_counted_is_known(empty_url: str, tmp_path: Path) -> None:
    url = make_store(empty_url)
    load_rows(url, tmp_path, ROWS)
    down(url, "0001")
    engine = write_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    assert up(url) == ("0001", WANTED)
    assert len(export_of(url, 1)) == len(ROWS)


def test_up_twice_changes_nothing(empty_url: str) -> None:
    url = make_store(empty_url)
    assert up(url) == (WANTED, WANTED)


def test_a_store_of_a_newer_version_is_left_alone(empty_url: str) -> None:
    url = make_store(empty_url)
    engine = write_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(migrate.UnknownShape, match="shape 9999"):
        up(url)


def test_a_step_that_fails_changes_nothing(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    url = make_store(empty_url)
    down(url, "0001")

    def fail(_config: object, _to: str) -> None:
        raise RuntimeError("power cut")

    upgrade = migrate.command.upgrade

    def upgrade_and_fail(config: object, to: str) -> None:
        upgrade(config, to)  # type: ignore[arg-type]
        fail(config, to)

    monkeypatch.setattr(migrate.command, "upgrade", upgrade_and_fail)
    with pytest.raises(RuntimeError, match="power cut"):
        up(url)
    engine = write_engine(url)
    with engine.connect() as connection:
        assert connection.execute(select(schema.source.c.code)).scalars().all()
    assert "release" not in tables(engine)
    engine.dispose()


def test_a_build_takes_the_lines_of_the_first_ledger_away(empty_url: str) -> None:
    url = make_store(empty_url)
    engine = write_engine(url)
    load, reject = schema.load, schema.load_reject
    with write_transaction(engine) as connection:
        for name in ("glotip", "observations/glotip", "observations/gone"):
            facts = ledger.FileFacts(f"{name}.csv", "", 0, "", "curated", "1", "", name)
            line = ledger.Line(connection, facts, "somebody")
            line.counts.rows_in += 1
            line.reject("line 2", "year", "20", "year_range", "no year")
            line.close(None)
        ledger.forget_others(connection, {"observations/glotip"})
        kept = connection.execute(select(load.c.file, load.c.dataset).order_by(load.c.id)).all()
        assert [tuple(row) for row in kept] == [
            ("observations/glotip.csv", "observations/glotip"),
            ("observations/gone.csv", ""),
        ]
        rejects = connection.execute(select(reject.c.load)).scalars().all()
        assert sorted(rejects) == sorted(connection.execute(select(load.c.id)).scalars())
    engine.dispose()
