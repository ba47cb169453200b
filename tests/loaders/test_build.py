"""A build is the same every time, loses nothing, and leaves the old store when it fails."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, func, select, text

from data import schema
from data.database import read_engine, sqlite_path
from loaders.facts import catalogue, tables
from loaders.facts.catalogue import CatalogueError
from loaders.facts.curated import FOLDERS
from loaders.facts.tables import TABLES, TableError, files, lines
from loaders.jobs import build as building
from loaders.jobs.build import BuildResult, build, build_if_needed, up_to_date
from tests.shared import copied

ABOUT_LOADS = (schema.build, schema.load, schema.load_reject, schema.load_warning, schema.audit)
"""Tables that tell when and by whom something was loaded: a line more with every build."""


def content(url: str) -> str:
    """SHA-256 over every row of every table of facts (the release they came with included)."""
    total = hashlib.sha256()
    engine = read_engine(url, patient=True)
    with engine.connect() as connection:
        for table in schema.metadata.sorted_tables:
            key = list(table.primary_key.columns)
            question = select(table).order_by(*key)
            if table in ABOUT_LOADS:
                continue
            for row in connection.execute(question):
                total.update(repr(tuple(row)).encode())
    engine.dispose()
    return total.hexdigest()


@pytest.fixture(scope="module")
def built_twice(fresh_store_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store that was built from nothing, read, and built again over itself."""
    return copied(fresh_store_url, tmp_path_factory.mktemp("build") / "twice.sqlite")


@dataclass(frozen=True)
class Builds:
    """A second build of one store: how many figures it had before, what the build did, its content
    before and after, and what a reader saw meanwhile."""

    held: int
    second: BuildResult
    contents: tuple[str, str]
    seen: tuple[tuple[int, int, int], ...]


@pytest.fixture(scope="module")
def builds(built_twice: str) -> Builds:
    """The store as built from nothing, built again while somebody reads it."""
    before = content(built_twice)
    reader = read_engine(built_twice)
    seen = []

    def held() -> int:
        with reader.connect() as connection:
            question = select(func.count()).select_from(schema.observation)
            return connection.execute(question).scalar_one()

    def look(_what: str, done: int, total: int) -> None:
        seen.append((done, total, held()))

    first = held()
    second = build(built_twice, step=look)
    reader.dispose()
    return Builds(first, second, (before, content(built_twice)), tuple(seen))


def test_twice_gives_the_same_content(builds: Builds) -> None:
    before, after = builds.contents
    assert after == before
    assert builds.second.loaded["observation"] == builds.held


def test_a_store_of_today_is_not_built_again(builds: Builds, built_twice: str) -> None:
    assert builds
    assert up_to_date(built_twice)
    assert build_if_needed(built_twice) is False


def test_readers_see_the_old_store_until_the_new_one_is_whole(builds: Builds) -> None:
    assert {held for _, _, held in builds.seen} == {builds.held}
    progress = [done for done, _, _ in builds.seen]
    assert progress == sorted(progress)
    assert builds.seen[-1][0] == builds.seen[-1][1]


def test_every_table_was_read(builds: Builds) -> None:
    assert builds.second.loaded["observation"] > 100_000
    filled = {table.name for folder, table in FOLDERS.items() if files(folder)}
    assert set(builds.second.read) == filled
    may_be_empty = {"report", "framework_value"}
    assert filled >= {table.name for table in FOLDERS.values()} - may_be_empty


def test_every_line_of_our_tables_is_loaded_or_rejected(builds: Builds, built_twice: str) -> None:
    in_files = {
        folder: sum(sum(1 for _ in _records(path)) for path in files(folder)) for folder in FOLDERS
    }
    curated = sum(sum(1 for _ in _records(path)) for path in files("rejected"))
    assert sum(builds.second.read.values()) == sum(in_files.values()) + curated
    assert sum(builds.second.rejected.values()) == curated
    engine = read_engine(built_twice)
    with engine.connect() as connection:
        for folder, number in in_files.items():
            held = connection.execute(select(func.count()).select_from(FOLDERS[folder]))
            assert number == held.scalar_one(), folder
    engine.dispose()


def _records(path: Path) -> Iterator[list[str]]:
    opened = gzip.open(path, "rt") if path.suffix == ".gz" else path.open()
    with opened as lines:
        rows = csv.reader(lines)
        next(rows)
        yield from rows


def test_an_unchanged_dataset_keeps_its_line_in_the_ledger(
    builds: Builds, built_twice: str
) -> None:
    assert builds.second.release is None
    engine = read_engine(built_twice)
    with engine.connect() as connection:
        lines = connection.execute(select(schema.load.c.dataset, schema.load.c.id)).all()
    engine.dispose()
    assert sorted(line.id for line in lines) == list(range(1, len(lines) + 1))
    assert sorted(line.dataset for line in lines) == sorted(
        f"{folder}/{path.name.partition('.')[0]}" for folder in FOLDERS for path in files(folder)
    )


def test_every_loaded_value_is_the_value_in_the_file(built_twice: str, builds: Builds) -> None:
    """One dataset from end to end: what the file says, cell by cell, is what the store holds."""
    assert builds
    path = next(p for p in files("observations") if p.name == "unicef_child_labour_economic.csv")
    columns = [c.name for c in schema.observation.columns if c.name != "release"]
    key = [c.name for c in schema.observation.primary_key]
    engine = read_engine(built_twice)
    with engine.connect() as connection:
        for line in lines(path, tuple(columns)):
            where = [
                schema.observation.c[name] == (int(v) if name == "year" else v)
                for name, v in ((k, line.cells[k]) for k in key)
            ]
            (row,) = connection.execute(select(schema.observation).where(*where))
            stored = row._asdict()
            for name in columns:
                cell: object = line.cells[name]
                if name in {"value", "lower", "upper"}:
                    cell = float(line.cells[name]) if line.cells[name] else None
                if name == "year":
                    cell = int(line.cells[name])
                assert stored[name] == cell, (line.number, name)
    engine.dispose()


def _old_store(path: Path) -> tuple[str, Engine]:
    """A small store that stands for the one readers use now."""
    url = f"sqlite:///{path}"
    engine = create_engine(url)
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(schema.build.insert(), [{"key": "inputs", "value": "of old"}])
    return url, engine


@pytest.mark.parametrize(
    ("file", "written", "said"),
    [
        ("sources_broken.toml", "[X]\nno_such_key = 1\n", "unknown key 'no_such_key'"),
        ("indicators_broken.toml", "[X\n", "indicators_broken.toml"),
        ("indicators_broken.toml", '[X]\ntheme = "weather"\n', "no key 'name'"),
    ],
)
def test_a_failing_catalogue_leaves_the_old_store_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, written: str, said: str
) -> None:
    url, engine = _old_store(tmp_path / "store.sqlite")
    folder = tmp_path / "catalogue"
    folder.mkdir()
    for path in catalogue.CATALOGUE.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / file).write_text(written, encoding="utf-8")
    read = {name: getattr(catalogue, name) for name in ("indicators", "sources", "instruments")}
    for name, reader in read.items():
        monkeypatch.setattr(catalogue, name, lambda reader=reader: reader(folder))

    with pytest.raises(CatalogueError, match=said):
        build(url)

    with engine.connect() as connection:
        kept = connection.execute(select(schema.build.c.key, schema.build.c.value)).all()
    assert [tuple(row) for row in kept] == [("inputs", "of old")]
    engine.dispose()


def test_a_damaged_file_is_set_aside_and_kept(tmp_path: Path) -> None:
    damaged = tmp_path / "store.sqlite"
    damaged.write_bytes(b"not a database " * 1000)

    building._set_aside_damaged(damaged)

    assert not damaged.exists()
    kept = tmp_path / "store.sqlite.damaged"
    assert kept.read_bytes() == b"not a database " * 1000


def test_a_sound_file_is_not_set_aside(tmp_path: Path) -> None:
    _, engine = _old_store(tmp_path / "store.sqlite")
    engine.dispose()
    building._set_aside_damaged(tmp_path / "store.sqlite")
    assert [p.name for p in tmp_path.iterdir()] == ["store.sqlite"]


def test_nothing_to_set_aside_is_fine(tmp_path: Path) -> None:
    building._set_aside_damaged(tmp_path / "none.sqlite")
    building._set_aside_damaged(None)
    assert sqlite_path("postgresql://somewhere/db") is None


def test_indexes_and_keys_are_really_there(builds: Builds, built_twice: str) -> None:
    assert builds
    engine = read_engine(built_twice)
    with engine.connect() as connection:
        plan = connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT value FROM observation "
                "WHERE indicator = :indicator AND area = :area"
            ),
            {"indicator": "SL_TLF_CHLDEA", "area": "NPL"},
        ).all()
    engine.dispose()
    assert "SEARCH" in plan[0].detail
    assert "PRIMARY KEY" in plan[0].detail or "INDEX" in plan[0].detail


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("area,kind\nNPL,country\n", "the header should name once each of ['name']"),
        ("area,kind,name,name\n", "the header should name once each of ['name']"),
        ("", "the header should name once each of"),
        ("area,kind,name\nNPL,country\n", "line 2: 2 cells, the header has 3"),
        ("area,kind,name\nNPL,country,Nepal,more\n", "line 2: 4 cells, the header has 3"),
    ],
)
def test_a_file_that_is_not_the_table_says_what_it_lacks(
    tmp_path: Path, written: str, said: str
) -> None:
    folder = tmp_path / "areas"
    folder.mkdir()
    (folder / "broken.csv").write_text(written, encoding="utf-8")
    with pytest.raises(TableError) as refused:
        list(lines(folder / "broken.csv", ("area", "kind", "name"), tmp_path))
    assert "areas/broken.csv" in str(refused.value)
    assert said in str(refused.value)


def test_namibia_is_not_a_missing_value(tmp_path: Path) -> None:
    folder = tmp_path / "areas"
    folder.mkdir()
    (folder / "a.csv").write_text("iso2,name\nNA,Namibia\n", encoding="utf-8")
    (line,) = lines(folder / "a.csv", ("iso2", "name"), tmp_path)
    assert line.cells == {"iso2": "NA", "name": "Namibia"}
    assert line.number == 2


def test_the_digest_sees_a_changed_byte_and_a_changed_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    first = tables.digest([tmp_path])
    (tmp_path / "a.csv").write_text("y", encoding="utf-8")
    second = tables.digest([tmp_path])
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    assert len({first, second, tables.digest([tmp_path])}) == 3


def test_the_tables_stay_small() -> None:
    size = sum(p.stat().st_size for p in TABLES.rglob("*") if p.is_file())
    assert size <= 25_000_000
