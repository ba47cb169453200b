"""The constraints of the store bite: what must not be in it cannot be put in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import IntegrityError

from data import schema
from data.database import write_engine

AREA = {"code": "NPL", "kind": "country", "name": "Nepal"}
SOURCE = {"code": "UNSD", "publisher": "UN", "title": "SDG", "redistribution": "yes"}
INDICATOR = {
    "code": "X", "theme": "child_labour", "name": "X", "unit": "PERCENT", "decimals": 1,
    "official": 1, "order": 0,
}  # fmt: skip
OBSERVATION: dict[str, Any] = {
    "indicator": "X", "area": "NPL", "dimension": "_T", "category": "_T", "sex": "T", "age": "5-17",
    "year": 2014, "source": "UNSD", "survey": "", "value": 21.7, "unit": "PERCENT", "status": "A",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Connection]:
    """An empty store with one area, source and indicator, opened as the loaders open it."""
    engine = write_engine(f"sqlite:///{tmp_path / 'store.sqlite'}")
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(schema.area), [AREA])
        connection.execute(insert(schema.source), [SOURCE])
        connection.execute(insert(schema.indicator), [INDICATOR])
        yield connection
    engine.dispose()


def test_an_ordinary_observation_enters(store: Connection) -> None:
    store.execute(insert(schema.observation), [OBSERVATION])


@pytest.mark.parametrize("status", ["Q", "O", "M", "L"])
def test_an_absence_with_its_reason_enters(store: Connection, status: str) -> None:
    store.execute(insert(schema.observation), [OBSERVATION | {"value": None, "status": status}])


def test_a_key_cannot_stand_twice(store: Connection) -> None:
    store.execute(insert(schema.observation), [OBSERVATION])
    with pytest.raises(IntegrityError):
        store.execute(insert(schema.observation), [OBSERVATION | {"value": 3.0}])


@pytest.mark.parametrize(
    "changed",
    [
        {"indicator": "NO_SUCH"},
        {"area": "ZZZ"},
        {"source": "HEARSAY"},
        {"source": None},
        {"sex": "X"},
        {"year": 20204},
        {"year": None},
        {"value": None},
        {"status": "Q"},
    ],
)
def test_a_wrong_observation_cannot_enter(store: Connection, changed: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        store.execute(insert(schema.observation), [OBSERVATION | changed])


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (schema.area, {"code": "A", "kind": "planet", "name": "A"}),
        (schema.source, SOURCE | {"code": "S", "redistribution": "perhaps"}),
        (schema.indicator, INDICATOR | {"code": "Y", "theme": "weather"}),
        (schema.area_name, {"area": "ZZZ", "language": "en", "name": "n"}),
        (
            schema.event,
            {"code": "e", "state": "cancelled", "date": "2019"},
        ),
        (
            schema.load,
            {"id": 1, "rows_in": 10, "added": 8, "rejected": 1}
            | dict.fromkeys(("bytes", "revised", "unchanged", "superseded"), 0)
            | dict.fromkeys(("withdrawn", "warnings"), 0),
        ),
    ],
)
def test_other_tables_keep_their_code_lists(
    store: Connection, table: Any, row: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError):
        store.execute(insert(table), [row])


def test_observations_are_stored_in_key_order(store: Connection) -> None:
    made = store.execute(
        text("SELECT sql FROM sqlite_master WHERE name = 'observation'")
    ).scalar_one()
    assert "WITHOUT ROWID" in made


def test_every_constraint_has_a_name() -> None:
    wrong = [
        f"{table.name}: {constraint}"
        for table in schema.metadata.tables.values()
        for constraint in table.constraints
        if not constraint.name
    ]
    assert wrong == []


def test_text_is_never_null(store: Connection) -> None:
    with pytest.raises(IntegrityError):
        store.execute(insert(schema.area), [{"code": "B", "kind": "country", "name": None}])
