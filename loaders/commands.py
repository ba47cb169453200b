"""Commands that publish, undo, compare and keep releases: load, withdraw, diff, backup, migrate."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Final, ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table
from sqlalchemy import Connection, RowMapping, select
from sqlalchemy import Table as SqlTable

from data.database import disposed, loader_url, reading, write_engine
from data.queries import record_versions, versions
from data.records import Change, Observation
from data.schema import OBSERVATION_KEY, load_reject, load_warning
from data.schema import load as load_table
from data.shape import UP, WANTED
from data.trouble import StoreError
from loaders.facts.catalogue import CatalogueError
from loaders.facts.tables import TableError
from loaders.fetch.fetch import fetch_source
from loaders.fetch.publishers import SOURCES, FetchRefused
from loaders.jobs import backup, upgrade
from loaders.jobs.load import LoadOptions, LoadPlan, LoadResult, load, withdraw_release
from loaders.publish import migrate
from loaders.publish.publish import Blocked
from loaders.reading.contract import FileRefused

Answer = TypeVar("Answer")
P = ParamSpec("P")
app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out = Console()
err = Console(stderr=True)

_PARTS = ("added", "revised", "unchanged", "superseded", "rejected")
_AFTER = ("withdrawn", "warnings")


class Direction(StrEnum):
    """Which way to migrate."""

    up = "up"
    down = "down"


class CommandRefused(ValueError):
    """What a command cannot do, in one sentence."""


_REFUSALS: Final = (
    *(CommandRefused, FileRefused, Blocked, FetchRefused),
    *(StoreError, CatalogueError, TableError),
)


def say(text: str) -> None:
    """Print a line as it stands, however long."""
    out.print(escape(text), soft_wrap=True)


def table(*columns: str, right: slice) -> Table:
    """A table, some of whose columns are numbers."""
    made = Table(*columns)
    for column in made.columns[right]:
        column.justify = "right"
    return made


def commands_of(
    group: typer.Typer, *refusals: type[Exception]
) -> Callable[[str], Callable[[Callable[P, None]], Callable[P, None]]]:
    """Makes functions commands of a group, which say in one sentence why they changed nothing."""
    refused: tuple[type[Exception], ...] = (*_REFUSALS, *refusals)

    def named(name: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
        def add(does: Callable[P, None]) -> Callable[P, None]:
            @wraps(does)
            def run(*args: P.args, **chosen: P.kwargs) -> None:
                try:
                    does(*args, **chosen)
                except refused as error:
                    told = escape(str(error))
                    err.print(f"[bold]Nothing was changed.[/bold] {told}", soft_wrap=True)
                    raise typer.Exit(1) from error

            return group.command(name)(run)

        return add

    return named


def command(name: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Make a function a command of the loaders themselves."""
    return commands_of(app)(name)


@command("load")
def load_files(
    files: Annotated[list[Path], typer.Argument(help="Publishers' own files, unchanged.")],
    source: Annotated[str, typer.Option(help="Source code, where the file leaves it open.")] = "",
    vintage: Annotated[str, typer.Option(help="Release of the data, where the file is mute.")] = "",
    format: Annotated[str, typer.Option(help="Format, where several readers take it.")] = "",
    merge: Annotated[
        bool, typer.Option("--merge", help="Keep published figures that the files do not hold.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Publish although much is missing or rejected.")
    ] = False,
    instrument: Annotated[str, typer.Option(help="Treaty of a table of ratifications.")] = "",
    structure: Annotated[str, typer.Option(help="SDMX structure file, where one is needed.")] = "",
    k: Annotated[str, typer.Option(help="Smallest count of cases to show; 5 if left out.")] = "",
    zeros: Annotated[str, typer.Option(help="`hide` to hide zeros of cases too.")] = "",
    actor: Annotated[str, typer.Option(help="Who loads, for the audit.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what the load would do; write nothing.")
    ] = False,
) -> None:
    """Load publishers' files as one release; all of it is shown, or nothing is changed."""
    wanted = LoadOptions(
        source, vintage, format, merge, accept, actor, instrument, structure, k, zeros, dry_run
    )
    done = load(files, wanted, report=lambda text: err.print(escape(text), soft_wrap=True))
    _print_loaded(done)


def _sentence(row: Mapping[str, Any]) -> str:
    """What became of the rows of a file, as the ledger counts them."""
    parts = " + ".join(f"{row[name]:,} {name}" for name in _PARTS)
    after = ", ".join(f"{row[name]:,} {name}" for name in _AFTER)
    return f"{row['file']} ({row['format']}): {row['rows_in']:,} rows in = {parts}; {after}"


def _print_loaded(done: LoadResult) -> None:
    for number, (facts, counts) in zip(done.numbers, done.files, strict=True):
        load_number = "" if done.plan else f"load {number}: "
        say(load_number + _sentence(facts._asdict() | asdict(counts)))
    if done.plan:
        _print_plan(done.plan)
    elif done.release is None:
        out.print("nothing changed")
    else:
        out.print(f"published as release {done.release}")


def _print_plan(plan: LoadPlan) -> None:
    shown = table("indicator", "area", "added", "revised", "withdrawn", right=slice(-3, None))
    for line in plan.lines:
        shown.add_row(*(cell if isinstance(cell, str) else f"{cell:,}" for cell in line))
    out.print(shown)
    for change in plan.largest:
        _, *key, old, new = _line(change)
        say(f"{' '.join(key)}: {old} would become {new}")
    for sentence in plan.stops:
        say(f"Without --accept this load stops: {sentence}")
    out.print("dry run: nothing was written")


@command("withdraw")
def withdraw(
    release: Annotated[int, typer.Argument(help="Number of the release, as `releases` lists it.")],
    actor: Annotated[str, typer.Option(help="Who withdraws, for the audit.")] = "",
) -> None:
    """Publish the figures as they were before a release, as a new release; nothing is deleted."""
    done = withdraw_release(release, actor)
    counts = done.counts
    say(
        f"release {release} is withdrawn by release {done.release}: {counts.added:,} rows are "
        f"back, {counts.revised:,} are what they were, {counts.withdrawn:,} are gone"
    )


@command("loads")
def list_loads() -> None:
    """List every load with its number, its file, and what became of its rows, the newest first."""
    question = select(load_table).order_by(load_table.c.id.desc())
    for row in _read(lambda connection: connection.execute(question).mappings().all()):
        release = f", release {row['release']}" if row["release"] else ""
        moment = row["finished"][:16].replace("T", " ")
        say(f"load {row['id']}{release}, {moment} UTC, {row['actor']}: {_sentence(dict(row))}")


@command("releases")
def list_releases() -> None:
    """List every release with what it changed, the newest first."""
    numbers = ("added", "revised", "withdrawn")
    columns = ("release", "published (UTC)", "kind", "what", *numbers, "records")
    shown = table(*columns, right=slice(-4, None))
    for each in _read(versions.releases):
        moment = each.published[:19].replace("T", " ")
        counts = [f"{getattr(each, name):,}" for name in numbers]
        records = each.records_added + each.records_revised + each.records_withdrawn
        counts.append(f"{records:,}")
        shown.add_row(str(each.id), moment, each.kind, escape(each.label), *counts)
    out.print(shown)


def _read(ask: Callable[[Connection], Answer]) -> Answer:
    """The answer of the store to a question. Raises CommandRefused for what it does not hold."""
    try:
        with reading(loader_url()) as connection:
            return ask(connection)
    except ValueError as error:
        raise CommandRefused(str(error)) from error


def _figure(row: Observation | None) -> str:
    if row is None:
        return ""
    return row.suppressed or row.status if row.value is None else f"{row.value:.15g}"


def _line(change: Change) -> list[str]:
    key = [str(getattr(change.key, name)) for name in OBSERVATION_KEY]
    return [change.kind, *key, _figure(change.old), _figure(change.new)]


@command("diff")
def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="Release, or date (2026-11-21).")],
    second: Annotated[str, typer.Argument(metavar="B", help="Release, or date (2026-11-21).")],
    indicator: Annotated[str, typer.Option(help="Only this indicator.")] = "",
) -> None:
    """Print as CSV every figure that is new, revised (old and new) or withdrawn from A to B."""
    only = [indicator] if indicator else None

    def write(connection: Connection) -> str:
        one, other = (versions.release_at(connection, moment) for moment in (first, second))
        line = csv.writer(sys.stdout, lineterminator="\n").writerow
        line(["change", *OBSERVATION_KEY, "old", "new"])
        count = 0
        for change in versions.changes(connection, one, other, indicators=only):
            line(_line(change))
            count += 1
        records = sum(1 for _ in record_versions.record_changes(connection, one, other))
        told = f"; so do {records:,} steps, actions, reports and the like" if records else ""
        return f"release {one} to release {other}: {count:,} figures differ{told}"

    err.print(_read(write))


@command("backup")
def back_up(file: Annotated[Path, typer.Argument(help="A file that does not exist yet.")]) -> None:
    """Copy the whole store to a file, while readers and loaders go on."""
    say(f"{file.name}: SHA-256 {backup.backup(file, loader_url())}")


@command("restore")
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    actor: Annotated[str, typer.Option(help="Who restores, for the audit.")] = "",
) -> None:
    """Put a backup in the place of the store; what it replaces is kept in a file beside."""
    beside = backup.restore(file, loader_url(), actor)
    kept = "" if beside is None else f"; what was there is kept as {beside.name}"
    say(f"restored from {file.name}{kept}")


@command("migrate")
def migrate_store(
    direction: Annotated[
        Direction, typer.Argument(help="up to the newest, or one down.")
    ] = Direction.up,
    to: Annotated[str, typer.Option(help="The shape to reach, as 0003; base for none.")] = "",
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help="Change it without keeping a copy.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what the way down would lose; change nothing.")
    ] = False,
) -> None:
    """Bring the store to the shape that this version wants, or back; a copy is kept first."""
    if dry_run and direction is Direction.up:
        raise CommandRefused("--dry-run is for the way down; the way up loses nothing.")
    with disposed(write_engine()) as engine:
        if direction is Direction.up:
            done = upgrade.bring_up(engine, to or migrate.HEAD, keep=not no_backup)
            if not done.after:
                raise CommandRefused(
                    "There is no database yet. Make it with: python -m loaders build"
                )
        else:
            down = to or migrate.ONE_DOWN
            done = upgrade.take_down(engine, down, keep=not no_backup, only_try=dry_run)
    if done.copy is not None:
        say(f"copy of the store as it was: {done.copy}")
    out.print(f"shape {done.before or 'none'} → {done.after or 'none'}")
    if done.lost:
        say(f"lost: {', '.join(done.lost)}")
    if dry_run:
        out.print("tried only, nothing was changed")
    elif done.after < WANTED:
        say(
            f"this version shows shape {WANTED}: use the one that wants {done.after or 'none'}, "
            f"or go up again with: {UP}"
        )


@command("fetch")
def fetch_files(
    source: Annotated[str, typer.Argument(help="A name of the list; without one, the list.")] = "",
    folder: Annotated[Path, typer.Option(help="Where the files go.")] = Path("fetched"),
) -> None:
    """Download a publisher's file over https, from the publishers' own hosts only."""
    if source not in SOURCES:
        for name, remote in SOURCES.items():
            say(f"{name}  {remote.address}")
        if source:
            raise CommandRefused(
                f"There is no source {source!r} to fetch. Choose one of the list above."
            )
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=err) as progress:
        task = progress.add_task(f"fetching {source}", total=None)

        def tell(here: int, total: int | None) -> None:
            progress.update(task, completed=here, total=total)

        paths = fetch_source(source, folder, progress=tell)
    for path in paths:
        say(str(path))


LoadNumber = Annotated[int, typer.Argument(help="Number of the load, as `load` prints it.")]


def _lines_of_load(kept: SqlTable, number: int) -> Sequence[RowMapping]:
    def ask(connection: Connection) -> Sequence[RowMapping]:
        known = select(load_table.c.id).where(load_table.c.id == number)
        if connection.execute(known).scalar() is None:
            raise ValueError(f"There is no load {number}. See: python -m loaders loads")
        lines = select(kept).where(kept.c.load == number).order_by(kept.c.number)
        return connection.execute(lines).mappings().all()

    return _read(ask)


@command("rejects")
def list_rejects(number: LoadNumber) -> None:
    """Print every record that a load set aside, with place, value, rule and reason."""
    found = _lines_of_load(load_reject, number)
    for row in found:
        what = f"{row['column']} {row['value']!r}" if row["column"] else repr(row["value"])
        say(f"{row['place']}: {what}: {row['rule']}: {row['reason']}")
    out.print(f"load {number}: {len(found):,} rejected")


@command("warnings")
def list_warnings(number: LoadNumber) -> None:
    """Print every warning of a load: what is published all the same, and what is withdrawn."""
    found = _lines_of_load(load_warning, number)
    for row in found:
        say(f"{row['place']}: {row['rule']}: {row['reason']}")
    out.print(f"load {number}: {len(found):,} warnings")
