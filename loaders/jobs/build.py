"""Brings the store to what the catalogues and tables under data/ hold, in one transaction.

Every record is loaded or rejected with its rule and reason; a catalogue that breaks its contract
stops the build before anything is written.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, text
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import (
    ROOT,
    StoreError,
    build_facts,
    database_url,
    loader_url,
    read_engine,
    sqlite_path,
    write_engine,
    write_transaction,
)
from data.languages import FACTS, FOLDER
from data.log import logged
from data.records import Indicator
from loaders.facts import area_names as names
from loaders.facts import catalogue, reference, tables
from loaders.facts.tables import Line
from loaders.jobs import upgrade
from loaders.publish import audit, ledger, migrate
from loaders.publish import other_tables as plain
from loaders.publish.analyze import analyze
from loaders.reading.contract import Rows
from loaders.validate import row as rules

Step = Callable[[str, int, int], None]
"""Told of progress: what, how much is done, how much there is."""

LOG: Final = logging.getLogger("target87")
BATCH: Final = 20_000
DATA: Final = ROOT / "data"
INPUTS: Final = (
    *(DATA / "tables", DATA / "catalogue", ROOT / "loaders", DATA / "schema.py"),
    *sorted(path for name in (FACTS, "*.csv") for path in FOLDER.glob(f"*/{name}")),
)
"""Files and folders that the store is made of; of the languages, what names areas."""

PLAIN_TABLES: Final = {
    "ratifications": (schema.ratification, ("date",)),
    "legal_facts": (schema.legal_fact, ()),
    "mechanisms": (schema.mechanism, ()),
    "suggested_actions": (schema.suggested_action, ()),
    "listed_goods": (schema.listed_good, ()),
    "survey_names": (schema.survey_name, ()),
    "national_series": (schema.national_series, ()),
    "events": (schema.event, ("date", "end")),
    "stages": (schema.stage, ("date",)),
    "roadmaps": (schema.roadmap, ("start", "end", "adopted")),
    "actions": (schema.action, ("start", "due", "status_date")),
    "resources": (schema.resource, ("start", "end")),
}
"""Folder under data/tables, the table it fills, and its columns that hold dates."""


@dataclass
class BuildResult:
    """What a build did: rows by table, and every reject."""

    release: int | None = None
    loaded: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    rejected: list[dict[str, str]] = field(default_factory=list)
    ledger: list[dict[str, str]] = field(default_factory=list)

    @property
    def refused_here(self) -> int:
        """Rejects of this build, beside those that curation set aside."""
        return sum(1 for reject in self.rejected if reject["dataset"].startswith("tables/"))

    def count(self, folder: str, number: int = 1) -> None:
        """Note that so many records of a table were read."""
        self.read[folder] = self.read.get(folder, 0) + number

    def refuse(self, line: Line, breaches: Iterable[rules.Breach]) -> None:
        """Set a line aside with the first rule that it broke."""
        breach = next(iter(breaches))
        self.rejected.append(
            {"dataset": f"tables/{line.file}", "file": line.file, "line": str(line.number)}
            | {k: str(v) for k, v in breach._asdict().items()}
        )


def inputs_digest() -> str:
    """What the store depends on: facts, catalogues, and the code that turns them into tables."""
    return tables.digest(list(INPUTS))


def up_to_date(url: str | None = None) -> bool:
    """Whether the store at the address was built from today's inputs."""
    engine = read_engine(url or loader_url())
    try:
        return build_facts(engine).get("inputs") == inputs_digest()
    except StoreError:
        return False
    finally:
        engine.dispose()


def _observations(outcome: BuildResult) -> Iterator[Rows]:
    columns = tuple(c.name for c in schema.observation.columns if c.name != "release")
    for path in tables.files("observations"):
        for rows in tables.rows(path, columns):
            outcome.count("observations", len(rows.places))
            yield rows


def _plain(
    folder: str, table: Table, dates: tuple[str, ...], known: rules.Known, outcome: BuildResult
) -> Iterator[dict[str, str]]:
    """Rows of a table whose cells are text, checked for area, source, dates and a unique key."""
    columns = tuple(c.name for c in table.columns)
    key = tuple(c.name for c in table.primary_key)
    seen: set[tuple[str, ...]] = set()
    for path in tables.files(folder):
        for line in tables.lines(path, columns):
            outcome.count(folder)
            breaches = rules.date_breaches(line.cells, dates)
            area = line.cells["area"]
            if area not in known.areas and (area or folder != "events"):
                breaches.append(rules.Breach("area", area, "unknown_area", "not in areas"))
            source = line.cells.get("source")
            if source is not None and source not in known.sources:
                breaches.append(
                    rules.Breach("source", source, "unknown_source", "not in catalogue")
                )
            k = tuple(line.cells[c] for c in key)
            if k in seen:
                breaches.append(rules.Breach("", " ".join(k), "duplicate_key", "key stands twice"))
            if breaches:
                outcome.refuse(line, breaches)
                continue
            seen.add(k)
            yield line.cells


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> int:
    count, batch = 0, []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            connection.execute(insert(table), batch)
            count, batch = count + BATCH, []
    if batch:
        connection.execute(insert(table), batch)
    return count + len(batch)


def _area_rows() -> list[dict[str, Any]]:
    columns = tuple(c.name for c in schema.area.columns)
    rows: list[dict[str, Any]] = []
    status = {
        line.cells["area"]: line.cells["pathfinder"]
        for path in tables.files("areas")
        if path.stem == "pathfinders"
        for line in tables.lines(path, ("area", "pathfinder"))
    }
    for path in tables.files("areas"):
        if path.stem != "pathfinders":
            rows += [dict(line.cells) for line in tables.lines(path, columns)]
    blank = dict.fromkeys(columns, "")
    for path in tables.files("groupings"):
        for line in tables.lines(path, ("code", "name")):
            rows.append(blank | line.cells | {"kind": "grouping"})
    for row in rows:
        row["pathfinder"] = status.get(row["code"], "")
        row["un_member"] = int(row["un_member"] or 0)
    return rows


def _alias_rows(
    areas: list[dict[str, Any]], named: list[dict[str, str]]
) -> Iterator[dict[str, str]]:
    yield from names.everyday_names(areas, named)
    seen: set[tuple[str, str]] = set()
    for path in tables.files("aliases"):
        for line in tables.lines(path, ("family", "spelling", "area")):
            key = (line.cells["family"], line.cells["spelling"])
            if key not in seen:
                seen.add(key)
                yield line.cells


def _indicator_row(indicator: Indicator) -> dict[str, Any]:
    row = asdict(indicator)
    row["caveats"] = json.dumps(indicator.caveats, ensure_ascii=False)
    row["sources"] = json.dumps(indicator.sources)
    row["official"] = int(indicator.official)
    row["mapped"] = int(indicator.mapped)
    return row


def _curated_ledger(outcome: BuildResult) -> None:
    """Take up what curation recorded: its ledger lines and its rejects."""
    columns = ("dataset", "file", "sha256", "records_in", "loaded", "rejected")
    for path in tables.files("ledger"):
        outcome.ledger += [line.cells for line in tables.lines(path, columns)]
    reject_columns = ("dataset", "file", "line", "column", "value", "rule", "reason")
    for path in tables.files("rejected"):
        outcome.rejected += [line.cells for line in tables.lines(path, reject_columns)]


def _publish(connection: Connection, known: rules.Known, outcome: BuildResult) -> None:
    """Our own observations, compared with what is current of them."""
    # The app asks at every start whether there is something to build, and mostly there is not:
    # what brings pandas along is loaded when there is.
    from loaders.publish.publish import Incoming, PublishRequest, publish

    digest = tables.digest(tables.files("observations"))
    size = sum(path.stat().st_size for path in tables.files("observations"))
    facts = ledger.FileFacts("data/tables/observations", digest, size, "", "curated", "2", "")
    actor = audit.person()
    line = ledger.Line(connection, facts, actor)

    def read() -> Iterator[Rows]:
        outcome.read.pop("observations", None)
        return _observations(outcome)

    order = PublishRequest("curated", label="our own tables", actor=actor)
    done = publish(connection, [Incoming(line, read)], order, known)
    outcome.release = done.release
    outcome.loaded["observation"] = done.counts.rows_in - done.counts.rejected
    columns = [c for c in schema.load_reject.columns if c.name not in ("load", "number")]
    refused = select(*columns).where(schema.load_reject.c.load == line.id)
    for row in connection.execute(refused.order_by(schema.load_reject.c.number)):
        file, _, number = row.place.partition(", line ")
        breach = rules.Breach(row.column, row.value, row.rule, row.reason)
        outcome.refuse(Line(file, int(number), {}), [breach])


def _clear(connection: Connection, table: Table) -> None:
    """Empty a table of facts, but for what files brought."""
    if "source" not in table.columns:
        connection.execute(delete(table))
        return
    kept = plain.sources_of_files(connection, table.name)
    connection.execute(delete(table).where(table.c.source.not_in(kept)))


def _left_to_us(
    connection: Connection, table: Table, rows: list[dict[str, str]]
) -> list[dict[str, str]]:
    """Our rows but for those that files speak for: their sources, and their keys."""
    if "source" not in table.columns:
        return rows
    kept = plain.sources_of_files(connection, table.name)
    if not kept:
        return rows
    names = [column.name for column in table.primary_key]
    held = {
        tuple(map(str, key))
        for key in connection.execute(select(*(table.c[name] for name in names)))
    }
    return [
        row
        for row in rows
        if row["source"] not in kept and tuple(str(row[n]) for n in names) not in held
    ]


def _drop_absent(connection: Connection, absent: dict[Table, set[reference.Key]]) -> None:
    """Take away what is no longer in the catalogues, but for what figures still name."""
    named = [t for t in absent if t is not schema.area and t is not schema.area_name]
    for table in named:
        reference.drop_absent(connection, table, absent[table])
    codes = {key[0] for key in absent[schema.area]}
    names = absent[schema.area_name]
    reference.drop_absent(connection, schema.area_name, {n for n in names if n[0] not in codes})
    for (code,) in absent[schema.area]:
        if not reference.is_named(connection, schema.area, code, but=schema.area_name):
            own = {name for name in names if name[0] == code}
            reference.drop_absent(connection, schema.area_name, own)
            reference.drop_absent(connection, schema.area, {(code,)})


def _fill(connection: Connection, step: Step) -> BuildResult:
    outcome = BuildResult()
    known_indicators = catalogue.indicators()
    known_sources = catalogue.sources()
    areas = _area_rows()
    known = rules.Known(
        frozenset(a["code"] for a in areas), frozenset(known_sources), known_indicators
    )
    _curated_ledger(outcome)

    named = names.area_names(areas)
    fixed: list[tuple[Table, Iterable[dict[str, Any]]]] = [
        (schema.area, areas),
        (schema.area_name, named),
        (schema.area_alias, _alias_rows(areas, named)),
        (schema.source, [asdict(s) for s in known_sources.values()]),
        (schema.indicator, [_indicator_row(i) for i in known_indicators.values()]),
        (schema.instrument, [asdict(i) for i in catalogue.instruments().values()]),
    ]
    total = len(fixed) + 1 + len(PLAIN_TABLES)
    for table, _ in PLAIN_TABLES.values():
        _clear(connection, table)
    for table in (schema.ledger, schema.rejected):
        connection.execute(delete(table))
    absent = {}
    for done, (table, rows) in enumerate(fixed):
        step(table.name, done, total)
        absent[table] = reference.bring_up_to_date(connection, table, rows)
    step("observation", len(fixed), total)
    _publish(connection, known, outcome)
    for done, (folder, (table, dates)) in enumerate(PLAIN_TABLES.items(), len(fixed) + 1):
        step(table.name, done, total)
        rows = list(_plain(folder, table, dates, known, outcome))
        outcome.loaded[table.name] = len(rows)
        _insert(connection, table, _left_to_us(connection, table, rows))
    _drop_absent(connection, absent)
    _insert(connection, schema.ledger, outcome.ledger)
    numbered = [{"number": n} | reject for n, reject in enumerate(outcome.rejected)]
    _insert(connection, schema.rejected, numbered)
    step("", total, total)
    return outcome


def _set_aside_damaged(path: Path | None) -> None:
    """Move a file that is not a readable database out of the way, keeping it."""
    if path is None or not path.exists():
        return
    engine = write_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            verdict = connection.execute(text("PRAGMA quick_check")).scalar()
        damaged = verdict != "ok"
    except DatabaseError:
        damaged = True
    finally:
        engine.dispose()
    if damaged:
        for tail in ("", "-wal", "-shm"):
            part = path.with_name(path.name + tail)
            if part.exists():
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
            "refused": outcome.refused_here,
        }
    return outcome


def _build(address: str, step: Step) -> BuildResult:
    _set_aside_damaged(sqlite_path(address))
    engine = write_engine(address)
    try:
        # An older store by itself: on PostgreSQL readers would else wait for the whole build.
        upgrade.bring_up(engine)
        with write_transaction(engine) as connection:
            migrate.up(connection)
            outcome = _fill(connection, step)
            facts = {
                "inputs": inputs_digest(),
                "built": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                "observations": str(outcome.loaded["observation"]),
            } | {f"in:{folder}": str(number) for folder, number in outcome.read.items()}
            facts |= {f"taken:{table}": str(number) for table, number in outcome.loaded.items()}
            connection.execute(delete(schema.build))
            _insert(connection, schema.build, [{"key": k, "value": v} for k, v in facts.items()])
        analyze(engine)
    finally:
        engine.dispose()
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
