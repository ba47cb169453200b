"""Proves of a built store that nothing was lost, and tells what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Table, func, select, text

from data import schema
from data.database import build_facts, read_engine
from data.queries import figures
from data.shape import shape_of
from data.trouble import NoStore
from loaders.publish import audit, migrate
from loaders.publish import other_tables as plain
from loaders.publish.coverage import problems as holding_problems
from loaders.validate.worded_codes import Words


@dataclass(frozen=True)
class LedgerLine:
    """One dataset on its way in: records_in must equal loaded + rejected."""

    dataset: str
    file: str
    records_in: int
    loaded: int
    rejected: int

    @property
    def adds_up(self) -> bool:
        """Whether nothing was lost."""
        return self.records_in == self.loaded + self.rejected


@dataclass(frozen=True)
class Reject:
    """A record set aside (or `times` of them that broke the same rule for the same reason)."""

    dataset: str
    file: str
    line: str
    column: str
    value: str
    rule: str
    reason: str
    times: int = 1


@dataclass(frozen=True)
class Report:
    """What a check found; `problems` are sentences, empty when the store is sound."""

    ledger: list[LedgerLine]
    rejects: list[Reject]
    problems: list[str]

    @property
    def records_in(self) -> int:
        """Records in, over all datasets."""
        return sum(line.records_in for line in self.ledger)

    @property
    def loaded(self) -> int:
        """Records loaded, over all datasets."""
        return sum(line.loaded for line in self.ledger)

    @property
    def rejected(self) -> int:
        """Records rejected, over all datasets."""
        return sum(line.rejected for line in self.ledger)

    @property
    def sound(self) -> bool:
        """Whether every line adds up and no problem was found."""
        return not self.problems and all(line.adds_up for line in self.ledger)

    def one_reject_of_each_kind(self) -> list[Reject]:
        """The first reject of each dataset and rule, with how many there are."""
        key = lambda r: (r.dataset, r.rule)  # noqa: E731 - used twice, as sort and group key
        found = []
        for _, same in groupby(sorted(self.rejects, key=key), key=key):
            first, *others = list(same)
            found.append(Reject(**{**vars(first), "times": 1 + len(others)}))
        return found


def _table_ledger(connection: Connection) -> list[LedgerLine]:
    """A line for each of our own tables: its rows in the files, in the store, and refused."""
    refused: dict[str, int] = {}
    question = select(schema.rejected.c.dataset, func.count()).group_by(schema.rejected.c.dataset)
    for dataset, number in connection.execute(question):
        if dataset.startswith("tables/"):
            folder = dataset.removeprefix("tables/").split("/")[0]
            refused[folder] = refused.get(folder, 0) + number
    facts = {r.key: int(r.value) for r in connection.execute(select(schema.build)) if _is_count(r)}
    lines = []
    for folder, table in TABLE_OF_FOLDER.items():
        held = _loaded(connection, table)
        records_in = facts.get(f"in:{folder}", 0)
        lines.append(
            LedgerLine(
                f"tables/{folder}", "our own table", records_in, held, refused.get(folder, 0)
            )
        )
    return lines


def _loaded(connection: Connection, table: Table) -> int:
    """How many of our own rows are in a table, or gave way to a file that was loaded since."""
    if table is not schema.observation:
        question = select(schema.build.c.value).where(schema.build.c.key == f"taken:{table.name}")
        return int(connection.execute(question).scalar() or 0)
    taken = schema.load.c.rows_in - schema.load.c.rejected
    question = select(taken).where(schema.load.c.format == "curated")
    last = question.order_by(schema.load.c.id.desc()).limit(1)
    return connection.execute(last).scalar() or 0


def _load_problems(connection: Connection) -> Iterator[str]:
    """Loads that do not add up, each for itself and all of them against what is stored."""
    load = schema.load
    went = load.c.added + load.c.revised + load.c.unchanged + load.c.superseded + load.c.rejected
    unequal = select(load.c.id, load.c.file).where(load.c.rows_in != went)
    for number, file in connection.execute(unequal):
        yield f"load {number} ({file}): its rows do not add up"
    kept = (
        select(schema.load_reject.c.load, func.count().label("number"))
        .group_by(schema.load_reject.c.load)
        .subquery()
    )
    lost = (
        select(load.c.id, load.c.file, load.c.rejected, func.coalesce(kept.c.number, 0))
        .outerjoin_from(load, kept, kept.c.load == load.c.id)
        .where(load.c.rejected != func.coalesce(kept.c.number, 0))
    )
    for number, file, rejected, found in connection.execute(lost):
        yield f"load {number} ({file}): {rejected} rows were rejected, {found} are kept"
    yield from _release_problems(connection)
    yield from _count_problems(connection)


def _release_problems(connection: Connection) -> Iterator[str]:
    """Releases whose loads count something else than their slices."""
    names = ("added", "revised", "withdrawn")

    def sums(table: Table) -> dict[int, tuple[int, ...]]:
        question = select(table.c.release, *(func.sum(table.c[n]) for n in names))
        grouped = question.where(table.c.release.is_not(None)).group_by(table.c.release)
        return {row[0]: tuple(map(int, row[1:])) for row in connection.execute(grouped)}

    by_load, by_slice = sums(schema.load), sums(schema.release_slice)
    for number in sorted(by_load.keys() | by_slice.keys()):
        if by_load.get(number) != by_slice.get(number):
            yield f"release {number}: its loads and its slices count different changes"


def _count_problems(connection: Connection) -> Iterator[str]:
    told = schema.release_slice
    ours = ~told.c.indicator.startswith(plain.PREFIX, autoescape=True)
    sums = [func.coalesce(func.sum(told.c[n]), 0) for n in ("added", "revised", "withdrawn")]
    added, revised, withdrawn = map(int, connection.execute(select(*sums).where(ours)).one())
    for table, expected in (
        (schema.observation, added - withdrawn),
        (schema.observation_past, revised + withdrawn),
    ):
        held = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if held != expected:
            yield f"{table.name} holds {held} rows, the loads account for {expected}"
        known = select(schema.release.c.id)
        lone = select(func.count()).select_from(table).where(table.c.release.not_in(known))
        if number := connection.execute(lone).scalar_one():
            yield f"{number} rows of {table.name} are of no release"


def _is_count(row: object) -> bool:
    return str(getattr(row, "key", "")).startswith("in:")


TABLE_OF_FOLDER = {
    "observations": schema.observation,
    "ratifications": schema.ratification,
    "legal_facts": schema.legal_fact,
    "mechanisms": schema.mechanism,
    "suggested_actions": schema.suggested_action,
    "listed_goods": schema.listed_good,
    "survey_names": schema.survey_name,
    "national_series": schema.national_series,
    "events": schema.event,
    "stages": schema.stage,
    "roadmaps": schema.roadmap,
    "actions": schema.action,
    "resources": schema.resource,
}


def _problems(connection: Connection) -> list[str]:
    """Damage and broken references, in sentences."""
    found = []
    if connection.dialect.name == "sqlite":
        verdict = connection.execute(text("PRAGMA quick_check")).scalar_one()
        if verdict != "ok":
            found.append(f"the database file is damaged ({verdict}); run: python -m loaders build")
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            found.append(f"a row of {row[0]} points to a {row[2]} that is not there")
    return [
        *found,
        *_load_problems(connection),
        *holding_problems(connection),
        *audit.problems(connection),
        *Words().problems(connection),
    ]


def report(url: str) -> Report:
    """Check the store at the address. Raises NoStore or DamagedStore."""
    engine = read_engine(url)
    try:
        build_facts(engine, any_shape=True)
        with engine.connect() as connection:
            if (found := shape_of(connection)) != migrate.newest():
                raise NoStore(
                    f"The database has shape {found}, this version wants {migrate.newest()}. "
                    "Bring it up with: python -m loaders migrate up"
                )
            curated = [
                LedgerLine(r.dataset, r.file, r.records_in, r.loaded, r.rejected)
                for r in connection.execute(select(schema.ledger).order_by(schema.ledger.c.dataset))
            ]
            columns = [c for c in schema.rejected.columns if c.name != "number"]
            question = select(*columns).order_by(schema.rejected.c.number)
            rejects = [Reject(**row._mapping) for row in connection.execute(question)]
            return Report(curated + _table_ledger(connection), rejects, _problems(connection))
    finally:
        engine.dispose()


def holdings(url: str) -> list[tuple[str, ...]]:
    """One line an indicator: code, theme, name, areas, years, rows, suppressed rows."""
    engine = read_engine(url)
    try:
        build_facts(engine)
        with engine.connect() as connection:
            covered = figures.coverage_by_indicator(connection)
            lines: list[tuple[str, ...]] = []
            for code, about in figures.indicators(connection).items():
                held = covered.get(code)
                if held is None:
                    lines.append((code, about.theme, about.name, "0", "", "0", "0"))
                    continue
                years = f"{held['first']}-{held['last']}"
                counts = (str(held["areas"]), years, str(held["rows"]), str(held["suppressed"]))
                lines.append((code, about.theme, about.name, *counts))
            return lines
    finally:
        engine.dispose()
