"""Brings the store to what the catalogues and tables under data/ hold, in one transaction.

Every record is loaded or rejected with its rule and reason; a catalogue that breaks its contract
stops the build before anything is written.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Table, delete, insert, text
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import (
    ROOT,
    build_facts,
    database_url,
    disposed,
    loader_url,
    read_engine,
    sqlite_files,
    sqlite_path,
    write_engine,
    write_transaction,
)
from data.languages import FACTS, FOLDER
from data.log import logged
from data.records import Indicator
from data.trouble import StoreError
from loaders.facts import catalogue, reference, tables
from loaders.facts.area_names import area_names
from loaders.facts.areas import alias_rows, area_rows
from loaders.facts.curated import CuratedFile, curated_files
from loaders.jobs import upgrade
from loaders.publish import audit, ledger, migrate
from loaders.publish.analyze import analyze
from loaders.publish.ledger import FileFacts
from loaders.reading.contract import Record, Refusal, Rows
from loaders.validate import row as rules

if TYPE_CHECKING:
    from loaders.publish.incoming import Incoming

Step = Callable[[str, int, int], None]
"""Told of progress: what, how much is done, how much there is."""

LOG: Final = logging.getLogger("target87")
VERSION: Final = "3"
"""Raised when what a build makes of our tables changes."""

DATA: Final = ROOT / "data"
INPUTS: Final = (
    *(DATA / "tables", DATA / "catalogue", ROOT / "loaders", DATA / "schema.py"),
    *sorted(path for name in (FACTS, "*.csv") for path in FOLDER.glob(f"*/{name}")),
)
"""Files and folders that the store is made of; of the languages, what names areas."""


@dataclass
class BuildResult:
    """What a build did: rows read, taken and rejected, those that curation rejected among them."""

    release: int | None
    loaded: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, counts: ledger.Counts) -> None:
        """Note what became of one file's rows."""
        for sums, number in (
            (self.read, counts.rows_in),
            (self.rejected, counts.rejected),
            (self.loaded, counts.rows_in - counts.rejected),
        ):
            sums[table] = sums.get(table, 0) + number


def inputs_digest() -> str:
    """What the store depends on: facts, catalogues, and the code that turns them into tables."""
    return tables.digest(list(INPUTS))


def up_to_date(url: str | None = None) -> bool:
    """Whether the store at the address was built from today's inputs."""
    try:
        with disposed(read_engine(url or loader_url())) as engine:
            return build_facts(engine).get("inputs") == inputs_digest()
    except StoreError:
        return False


def _incoming(
    connection: Connection, file: CuratedFile, actor: str, step: Callable[[str], None]
) -> Incoming:
    from loaders.publish.incoming import Incoming

    facts = FileFacts(
        file=file.file,
        sha256=file.sha256,
        bytes=file.path.stat().st_size,
        source="",
        format="curated" if file.curated else "table",
        version=VERSION,
        options=json.dumps({"state": file.state}),
        dataset=file.dataset,
    )

    def read() -> Iterator[Record | Refusal | Rows]:
        step(file.table.name)
        return file.read()

    return Incoming(ledger.Line(connection, facts, actor), read)


def _indicator_row(indicator: Indicator) -> dict[str, Any]:
    row = asdict(indicator)
    row["caveats"] = json.dumps(indicator.caveats, ensure_ascii=False)
    row["sources"] = json.dumps(indicator.sources)
    row["official"] = int(indicator.official)
    row["mapped"] = int(indicator.mapped)
    return row


def _fill(connection: Connection, step: Step) -> BuildResult:
    # The app asks at every start whether there is something to build, and mostly there is not:
    # what brings pandas along is loaded when there is.
    from loaders.publish.publish import PublishRequest, publish
    from loaders.validate.plausibility import warnings

    indicators, sources = catalogue.indicators(), catalogue.sources()
    rows = area_rows()
    named = area_names(rows)
    fixed: list[tuple[Table, Iterable[Mapping[str, Any]]]] = [
        (schema.area, rows),
        (schema.area_name, named),
        (schema.area_alias, alias_rows(rows, named)),
        (schema.source, [asdict(each) for each in sources.values()]),
        (schema.indicator, [_indicator_row(each) for each in indicators.values()]),
        (schema.instrument, [asdict(each) for each in catalogue.instruments().values()]),
    ]
    found = curated_files()
    progress = count(1)

    def told(what: str) -> None:
        step(what, min(next(progress), total), total)

    total = len(fixed) + len(found)
    absent = {}
    for table, wanted in fixed:
        told(table.name)
        absent[table] = reference.bring_up_to_date(connection, table, wanted)
    actor = audit.person()
    files = [_incoming(connection, file, actor, told) for file in found]
    request = PublishRequest("curated", label="our own tables", actor=actor)
    known = rules.Known(frozenset(row["code"] for row in rows), frozenset(sources), indicators)
    done = publish(connection, files, request, known, warnings)
    ledger.forget_others(connection, {file.dataset for file in found})
    reference.drop_absent(connection, absent)
    step("", total, total)
    outcome = BuildResult(done.release)
    for file, incoming in zip(found, files, strict=True):
        outcome.add(file.table.name, incoming.line.counts)
    return outcome


def _set_aside_damaged(path: Path | None) -> None:
    """Move a file that is not a readable database out of the way, keeping it."""
    if path is None or not path.exists():
        return
    try:
        with (
            disposed(write_engine(f"sqlite:///{path}")) as engine,
            engine.connect() as connection,
        ):
            damaged = connection.execute(text("PRAGMA quick_check")).scalar() != "ok"
    except DatabaseError:
        damaged = True
    if damaged:
        for part in sqlite_files(path):
            part.replace(part.with_name(part.name + ".damaged"))


def build(url: str | None = None, step: Step = lambda _what, _done, _total: None) -> BuildResult:
    """Bring the store to what data/ holds; readers see the old one until all of it is there.

    What changed among the figures becomes a release. Figures that were loaded from files stay. Of a
    store that has an older shape a copy is kept first.
    Raises CatalogueError or TableError, with every problem named, StoreError when the store cannot
    be written; then nothing was changed.
    """
    with logged("build") as told:
        outcome = _build(url or loader_url(), step)
        told |= {
            "release": outcome.release,
            "rows": sum(outcome.loaded.values()),
            "rejected": sum(outcome.rejected.values()),
        }
    return outcome


def _build(address: str, step: Step) -> BuildResult:
    _set_aside_damaged(sqlite_path(address))
    with disposed(write_engine(address)) as engine:
        # An older store by itself: on PostgreSQL readers would else wait for the whole build.
        upgrade.bring_up(engine)
        with write_transaction(engine) as connection:
            migrate.up(connection)
            outcome = _fill(connection, step)
            facts = {
                "inputs": inputs_digest(),
                "built": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                "observations": str(outcome.loaded["observation"]),
            }
            connection.execute(delete(schema.build))
            rows = [{"key": key, "value": value} for key, value in facts.items()]
            connection.execute(insert(schema.build), rows)
        analyze(engine)
    return outcome


def build_if_needed(url: str | None = None, step: Step = lambda _w, _d, _t: None) -> bool:
    """Build when the store is missing or older than its inputs; whether it was built."""
    if up_to_date(url):
        return False
    build(url, step)
    return True


def build_at_start() -> bool:
    """What the product does before it serves: make its SQLite file; whether it was built.

    A database server is filled by loaders alone: the product may be on a replica of it, or have a
    role that may only read. A store that cannot be built is served as it is, or the pages say what
    to do: the log has the sentence.
    """
    if sqlite_path(database_url()) is None:
        return False
    try:
        return build_if_needed(database_url())
    except StoreError as error:
        LOG.error("The database was left as it is. %s", error)
        return False
