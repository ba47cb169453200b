"""Proves of a built store that nothing was lost, and tells what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Table, func, select, text

from data import schema
from data.database import reading
from data.queries import figures
from data.shape import shape_of
from data.trouble import NoStore
from loaders.facts.curated import FOLDERS
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
    place: str
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


def _present(connection: Connection) -> tuple[list[LedgerLine], list[Reject]]:
    """What became of each publisher's file and, below, of the rows of each of our own tables."""
    lines, rejects, tables = [], [], {folder: [0, 0] for folder in FOLDERS}
    load, reject = schema.load, schema.load_reject
    query = select(load).where(load.c.dataset != "").order_by(load.c.dataset)
    for row in connection.execute(query).all():
        folder, _, name = row.dataset.rpartition("/")
        kept = connection.execute(
            select(*list(reject.columns)[2:])
            .where(reject.c.load == row.id)
            .order_by(reject.c.number)
        )
        found = [Reject(name, row.file, *each) for each in kept]
        refused = sum(each.place.startswith(row.dataset) for each in found)
        rejects += found
        if row.format == "curated":
            taken = row.rows_in - row.rejected
            lines.append(LedgerLine(name, row.file, row.rows_in, taken, row.rejected))
        if folder in tables:
            tables[folder][0] += row.rows_in - len(found) + refused
            tables[folder][1] += refused
    lines.sort(key=lambda line: line.dataset)
    rejects.sort(key=lambda reject: reject.dataset)
    for folder, (rows, refused) in tables.items():
        line = LedgerLine(f"tables/{folder}", "our own table", rows, rows - refused, refused)
        lines.append(line)
    return lines, rejects


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
        query = select(table.c.release, *(func.sum(table.c[n]) for n in names))
        grouped = query.where(table.c.release.is_not(None)).group_by(table.c.release)
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
    with reading(url, any_shape=True) as connection:
        if (found := shape_of(connection)) != migrate.newest():
            raise NoStore(
                f"The database has shape {found}, this version wants {migrate.newest()}. "
                "Bring it up with: python -m loaders migrate up"
            )
        return Report(*_present(connection), _problems(connection))


def holdings(url: str) -> list[tuple[str, ...]]:
    """One line an indicator: code, theme, name, areas, years, rows, suppressed rows."""
    lines: list[tuple[str, ...]] = []
    with reading(url) as connection:
        covered = figures.coverage_by_indicator(connection)
        for code, about in figures.indicators(connection).items():
            counts = ("0", "", "0", "0")
            if held := covered.get(code):
                years = f"{held['first']}-{held['last']}"
                counts = (str(held["areas"]), years, str(held["rows"]), str(held["suppressed"]))
            lines.append((code, about.theme, about.name, *counts))
    return lines
