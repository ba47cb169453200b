"""A store with a small catalogue and no figures, and files of figures to load into it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from sqlalchemy import URL, insert, make_url, select

from data import schema
from data.database import read_engine, sqlite_path, write_engine, write_transaction
from data.queries import export
from data.queries.versions import observations_as_of
from data.records import Indicator, Observation, Selection
from data.schema import OBSERVATION_COLUMNS
from loaders.jobs.load import LoadOptions, LoadResult, load
from loaders.publish import migrate
from tests.factories import INDICATOR, SOURCE, VICTIMS

AREAS = ("CIV", "GHA", "KEN", "MDG", "MEX", "NAM", "NPL", "PER", "UGA", "VNM")
SOURCES = ("UNSD", "OFFICE")
INDICATORS = tuple(replace(each, sources=SOURCES) for each in (INDICATOR, VICTIMS))
ORDINARY: dict[str, Any] = {
    "indicator": INDICATOR.code,
    "area": "NPL",
    "year": 2014,
    "sex": "T",
    "age": "5-17",
    "dimension": "_T",
    "category": "_T",
    "value": "37.4",
    "lower": "",
    "upper": "",
    "unit": "PERCENT",
    "status": "A",
    "nature": "C",
    "suppressed": "",
    "note": "",
    "survey": "Enquête MICS 2014",
    "source": "UNSD",
    "vintage": "2026",
}


def _catalogued(indicator: Indicator) -> dict[str, Any]:
    row = asdict(indicator)
    row["caveats"] = json.dumps(indicator.caveats)
    row["sources"] = json.dumps(indicator.sources)
    row["official"] = int(indicator.official)
    row["mapped"] = int(indicator.mapped)
    return row


@cache
def _sqlite_bytes() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.sqlite"
        _make(f"sqlite:///{path}")
        return path.read_bytes()


def make_store(url: str) -> str:
    """Give an empty database the tables and the small catalogue; its address."""
    path = sqlite_path(url)
    if path is None:
        return _copied_on_postgresql(make_url(url))
    if path.exists():
        return _make(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_sqlite_bytes())
    return url


TEMPLATE = "small_store"


@cache
def _template_made(server: URL) -> bool:
    with psycopg.connect(conninfo(server), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {TEMPLATE}")
    _make(server.set(database=TEMPLATE).render_as_string(hide_password=False))
    return True


def _copied_on_postgresql(url: URL) -> str:
    server = url.set(database="postgres")
    assert _template_made(server)
    # The database is there and empty; only a new one can be made after a template.
    with psycopg.connect(conninfo(server), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {url.database}")
        connection.execute(f"CREATE DATABASE {url.database} TEMPLATE {TEMPLATE}")
    return url.render_as_string(hide_password=False)


def conninfo(url: URL) -> str:
    """libpq's address of a database."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _make(url: str) -> str:
    engine = write_engine(url)
    with write_transaction(engine) as connection:
        migrate.up(connection)
        areas = [{"code": code, "kind": "country", "name": code} for code in AREAS]
        connection.execute(insert(schema.area), areas)
        connection.execute(
            insert(schema.source), [asdict(SOURCE) | {"code": code} for code in SOURCES]
        )
        connection.execute(insert(schema.indicator), [_catalogued(i) for i in INDICATORS])
        connection.execute(insert(schema.build), [{"key": "inputs", "value": "small"}])
    engine.dispose()
    return url


def row(**cells: object) -> dict[str, str]:
    """One row of a tidy file as text; what is not said is ordinary."""
    return {name: str(cell) for name, cell in (ORDINARY | cells).items()}


def csv_text(
    rows: Iterable[Mapping[str, str]],
    columns: Sequence[str] = OBSERVATION_COLUMNS,
    *,
    line_end: str = "\n",
    delimiter: str = ",",
) -> str:
    """The rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator=line_end, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def load_rows(
    url: str,
    folder: Path,
    rows: Iterable[Mapping[str, str]],
    report: Callable[[str], None] = lambda _sentence: None,
    **wanted: Any,
) -> LoadResult:
    """Write the rows to a file and load it."""
    path = folder / "figures.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    return load([path], LoadOptions(actor="a tester", **wanted), url, report)


def export_of(url: str, release: int | None = None) -> list[tuple[Any, ...]]:
    """Every figure as of a release (now, for None), in the order in which exports give them."""
    engine = read_engine(url)
    with engine.connect() as connection:
        table = observations_as_of(release)
        found = [r for part in export.rows(connection, Selection(), table=table) for r in part]
    engine.dispose()
    return found


def values(url: str) -> dict[tuple[str, int], float | None]:
    """The current value of each area and year."""
    place = Observation._fields.index("value")
    return {(r[1], r[2]): r[place] for r in export_of(url)}


def counted(url: str, table: Any) -> int:
    """How many rows a table holds."""
    engine = read_engine(url)
    with engine.connect() as connection:
        number = len(connection.execute(select(table)).all())
    engine.dispose()
    return number
