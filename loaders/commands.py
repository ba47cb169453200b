"""Commands that publish, undo, compare and keep releases: load, withdraw, diff, backup, migrate."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table
from sqlalchemy import Connection, RowMapping, select
from sqlalchemy import Table as SqlTable

from data.database import build_facts, loader_url, read_engine, write_engine
from data.queries import versions
from data.records import Change, Observation
from data.schema import load as load_table
from data.schema import load_reject, load_warning
from data.shape import UP, WANTED
from data.trouble import StoreError
from loaders.fetch.fetch import fetch_source
from loaders.fetch.publishers import SOURCES, FetchRefused
from loaders.jobs import backup, upgrade
from loaders.jobs.load import LoadOptions, LoadPlan, LoadResult, load, withdraw_release
from loaders.publish import migrate
from loaders.publish.publish import Blocked
from loaders.reading.contract import FileRefused

Answer = TypeVar("Answer")
out = Console()
err = Console(stderr=True)

_PARTS = ("added", "revised", "unchanged", "superseded", "rejected")
_AFTER = ("withdrawn", "warnings")


class Direction(StrEnum):
    """Which way to migrate."""

    up = "up"
    down = "down"


def refused(message: str) -> typer.Exit:
    """Say why nothing was done; raise what this gives."""
    err.print(f"[bold]Nothing was changed.[/bold] {escape(message)}", soft_wrap=True)
    return typer.Exit(1)


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
    try:
        done = load(files, wanted, report=lambda text: err.print(escape(text), soft_wrap=True))
    except (FileRefused, Blocked, StoreError) as error:
        raise refused(str(error)) from error
    _print_loaded(done)


def _sentence(row: Mapping[str, Any]) -> str:
    """What became of the rows of a file, as the ledger counts them."""
    parts = " + ".join(f"{row[name]:,} {name}" for name in _PARTS)
    after = ", ".join(f"{row[name]:,} {name}" for name in _AFTER)
    return f"{row['file']} ({row['format']}): {row['rows_in']:,} rows in = {parts}; {after}"


def _print_loaded(done: LoadResult) -> None:
    for number, (facts, counts) in zip(done.numbers, done.files, strict=True):
        load_number = "" if done.plan else f"load {number}: "
        sentence = _sentence(facts._asdict() | asdict(counts))
        out.print(escape(load_number + sentence), soft_wrap=True)
    if done.plan:
        _print_plan(done.plan)
        return
    told = "nothing changed" if done.release is None else f"published as release {done.release}"
    out.print(told)


def _print_plan(plan: LoadPlan) -> None:
    table = _table("indicator", "area", "added", "revised", "withdrawn", right=3)
    for line in plan.lines:
        table.add_row(*(cell if isinstance(cell, str) else f"{cell:,}" for cell in line))
    out.print(table)
    for change in plan.largest:
        out.print(escape(" ".join(_line(change)[1:-2])), soft_wrap=True, end=": ")
        out.print(escape(f"{_figure(change.old)} would become {_figure(change.new)}"))
    for sentence in plan.stops:
        out.print(escape(f"Without --accept this load stops: {sentence}"), soft_wrap=True)
    out.print("dry run: nothing was written")


def _table(*columns: str, right: int) -> Table:
    """A table whose last so many columns are numbers."""
    table = Table(*columns)
    for column in table.columns[-right:]:
        column.justify = "right"
    return table


def withdraw(
    release: Annotated[int, typer.Argument(help="Number of the release, as `releases` lists it.")],
    actor: Annotated[str, typer.Option(help="Who withdraws, for the audit.")] = "",
) -> None:
    """Publish the figures as they were before a release, as a new release; nothing is deleted."""
    try:
        done = withdraw_release(release, actor)
    except (Blocked, StoreError) as error:
        raise refused(str(error)) from error
    counts = done.counts
    out.print(
        f"release {release} is withdrawn by release {done.release}: {counts.added:,} figures are "
        f"back, {counts.revised:,} are what they were, {counts.withdrawn:,} are gone",
        soft_wrap=True,
    )


def list_loads() -> None:
    """List every load with its number, its file, and what became of its rows, the newest first."""
    question = select(load_table).order_by(load_table.c.id.desc())
    for row in _read(lambda connection: connection.execute(question).mappings().all()):
        release = f", release {row['release']}" if row["release"] else ""
        moment = row["finished"][:16].replace("T", " ")
        line = f"load {row['id']}{release}, {moment} UTC, {row['actor']}: {_sentence(dict(row))}"
        out.print(escape(line), soft_wrap=True)


def list_releases() -> None:
    """List every release with what it changed, the newest first."""
    numbers = ("added", "revised", "withdrawn")
    table = _table("release", "published (UTC)", "kind", "what", *numbers, right=3)
    for each in _read(versions.releases):
        moment = each.published[:19].replace("T", " ")
        counts = [f"{getattr(each, name):,}" for name in numbers]
        table.add_row(str(each.id), moment, each.kind, escape(each.label), *counts)
    out.print(table)


def _read(ask: Callable[[Connection], Answer]) -> Answer:
    """The answer of the store to a question. Exits with a sentence when it cannot be read."""
    engine = read_engine(loader_url())
    try:
        build_facts(engine)
        with engine.connect() as connection:
            return ask(connection)
    except (ValueError, StoreError) as error:
        raise refused(str(error)) from error
    finally:
        engine.dispose()


def _figure(row: Observation | None) -> str:
    if row is None:
        return ""
    return row.suppressed or row.status if row.value is None else f"{row.value:.15g}"


def _line(change: Change) -> list[str]:
    key = [str(getattr(change.key, name)) for name in versions.KEY]
    return [change.kind, *key, _figure(change.old), _figure(change.new)]


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
        line(["change", *versions.KEY, "old", "new"])
        count = 0
        for change in versions.changes(connection, one, other, indicators=only):
            line(_line(change))
            count += 1
        return f"release {one} to release {other}: {count:,} figures differ"

    err.print(_read(write))


def back_up(file: Annotated[Path, typer.Argument(help="A file that does not exist yet.")]) -> None:
    """Copy the whole store to a file, while readers and loaders go on."""
    try:
        digest = backup.backup(file, loader_url())
    except StoreError as error:
        raise refused(str(error)) from error
    out.print(f"{escape(file.name)}: SHA-256 {digest}", soft_wrap=True)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    actor: Annotated[str, typer.Option(help="Who restores, for the audit.")] = "",
) -> None:
    """Put a backup in the place of the store; what it replaces is kept in a file beside."""
    try:
        beside = backup.restore(file, loader_url(), actor)
    except StoreError as error:
        raise refused(str(error)) from error
    kept = "" if beside is None else f"; what was there is kept as {escape(beside.name)}"
    out.print(f"restored from {escape(file.name)}{kept}", soft_wrap=True)


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
        raise refused("--dry-run is for the way down; the way up loses nothing.")
    engine = write_engine()
    try:
        if direction is Direction.up:
            done = upgrade.bring_up(engine, to or migrate.HEAD, keep=not no_backup)
            if not done.after:
                raise refused("There is no database yet. Make it with: python -m loaders build")
        else:
            down = to or migrate.ONE_DOWN
            done = upgrade.take_down(engine, down, keep=not no_backup, only_try=dry_run)
    except StoreError as error:
        raise refused(str(error)) from error
    finally:
        engine.dispose()
    _print_change(done, only_tried=dry_run)


def _print_change(done: upgrade.Change, *, only_tried: bool) -> None:
    if done.copy is not None:
        out.print(f"copy of the store as it was: {escape(str(done.copy))}", soft_wrap=True)
    out.print(f"shape {done.before or 'none'} → {done.after or 'none'}")
    if done.lost:
        out.print(escape(f"lost: {', '.join(done.lost)}"), soft_wrap=True)
    if only_tried:
        out.print("tried only, nothing was changed")
    elif done.after < WANTED:
        out.print(
            f"this version shows shape {WANTED}: use the one that wants {done.after or 'none'}, "
            f"or go up again with: {UP}",
            soft_wrap=True,
        )


def fetch_files(
    source: Annotated[str, typer.Argument(help="A name of the list; without one, the list.")] = "",
    folder: Annotated[Path, typer.Option(help="Where the files go.")] = Path("fetched"),
) -> None:
    """Download a publisher's file over https, from the publishers' own hosts only."""
    if source not in SOURCES:
        for name, remote in SOURCES.items():
            out.print(f"{escape(name)}  {escape(remote.address)}", soft_wrap=True)
        if source:
            raise refused(f"There is no source {source!r} to fetch. Choose one of the list above.")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=err) as progress:
        task = progress.add_task(f"fetching {source}", total=None)

        def tell(here: int, total: int | None) -> None:
            progress.update(task, completed=here, total=total)

        try:
            paths = fetch_source(source, folder, progress=tell)
        except FetchRefused as error:
            raise refused(str(error)) from error
    for path in paths:
        out.print(str(path), soft_wrap=True)


LoadNumber = Annotated[int, typer.Argument(help="Number of the load, as `load` prints it.")]


def _lines_of_load(table: SqlTable, number: int) -> Sequence[RowMapping]:
    def ask(connection: Connection) -> Sequence[RowMapping]:
        known = select(load_table.c.id).where(load_table.c.id == number)
        if connection.execute(known).scalar() is None:
            raise ValueError(f"There is no load {number}. See: python -m loaders loads")
        lines = select(table).where(table.c.load == number).order_by(table.c.number)
        return connection.execute(lines).mappings().all()

    return _read(ask)


def list_rejects(number: LoadNumber) -> None:
    """Print every record that a load set aside, with place, value, rule and reason."""
    found = _lines_of_load(load_reject, number)
    for row in found:
        what = f"{row['column']} {row['value']!r}" if row["column"] else repr(row["value"])
        line = f"{row['place']}: {what}: {row['rule']}: {row['reason']}"
        out.print(escape(line), soft_wrap=True)
    out.print(f"load {number}: {len(found):,} rejected")


def list_warnings(number: LoadNumber) -> None:
    """Print every warning of a load: what is published all the same, and what is withdrawn."""
    found = _lines_of_load(load_warning, number)
    for row in found:
        out.print(escape(f"{row['place']}: {row['rule']}: {row['reason']}"), soft_wrap=True)
    out.print(f"load {number}: {len(found):,} warnings")


def add_to(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command("load")(load_files)
    app.command("fetch")(fetch_files)
    app.command("loads")(list_loads)
    app.command("rejects")(list_rejects)
    app.command("warnings")(list_warnings)
    app.command("withdraw")(withdraw)
    app.command("releases")(list_releases)
    app.command("diff")(diff)
    app.command("backup")(back_up)
    app.command("restore")(restore)
    app.command("migrate")(migrate_store)
