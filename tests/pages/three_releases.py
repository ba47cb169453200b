"""A copy of the real store with two more releases: a figure revised, one new, one withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from data import schema
from data.database import read_engine, write_engine
from data.records import Observation
from tests import shared
from tests.loaders.small_store import load_rows

INDICATOR, AREA = "SL_TLF_CHLDEA", "NPL"
ADDED = 2024
"""The year of the figure that the second release adds and the third withdraws."""

DAYS = {1: "2026-01-10", 2: "2026-02-10", 3: "2026-03-10"}


def copied(url: str, folder: Path) -> str:
    """The address of a copy of a SQLite store."""
    address = shared.copied(url, folder / "three.sqlite")
    _dated(address)
    return address


def _slice(url: str) -> list[dict[str, Any]]:
    """Every current figure of the publisher of the area's newest figure, as rows of a file."""
    held, engine = schema.observation, read_engine(url)
    with engine.connect() as connection:
        of_area = (held.c.indicator == INDICATOR, held.c.area == AREA)
        source = connection.execute(select(held.c.source).where(*of_area).limit(1)).scalar()
        fields = [held.c[name] for name in Observation._fields]
        question = select(*fields).where(held.c.indicator == INDICATOR, held.c.source == source)
        found = [dict(row) for row in connection.execute(question).mappings()]
    engine.dispose()
    return found


def _texts(rows: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {name: "" if cell is None else str(cell) for name, cell in row.items()}


def _dated(url: str) -> None:
    engine = write_engine(url)
    with engine.begin() as connection:
        for number, day in DAYS.items():
            mine = schema.release.c.id == number
            moment = f"{day}T12:00:00.000000+00:00"
            connection.execute(update(schema.release).where(mine).values(published=moment))
    engine.dispose()


def second_release(url: str, folder: Path) -> dict[str, Any]:
    """Revise the area's last figure and add one of a later year; the row as it was."""
    rows = _slice(url)
    whole = [r for r in rows if r["area"] == AREA and r["sex"] == "T" and r["value"] is not None]
    old = max(whole, key=lambda r: r["year"])
    revised = old | {"value": round(old["value"] + 1.5, 6), "note": "revised in a test"}
    kept = [revised if row is old else row for row in rows]
    load_rows(url, folder, _texts([*kept, old | {"year": ADDED, "value": old["value"]}]))
    _dated(url)
    return old


def third_release(url: str, folder: Path) -> None:
    """Withdraw the figure that the second release added."""
    rows = [r for r in _slice(url) if not (r["area"] == AREA and r["year"] == ADDED)]
    load_rows(url, folder, _texts(rows), accept=True)
    _dated(url)
