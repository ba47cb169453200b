"""The command line of the loaders: `python -m loaders --help` lists what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from data import VERSION
from data.database import loader_url
from data.log import logs_requests, start_log
from loaders.briefs import brief
from loaders.commands import app, command, err, out, say, table
from loaders.facts.tables import TABLES
from loaders.jobs import build as building
from loaders.jobs import check as checking
from loaders.jobs import curate as curating
from loaders.jobs import fingerprint as fingerprinting
from loaders.questionnaires import questionnaire
from loaders.sources.registry import CURATIONS

app.add_typer(questionnaire, name="questionnaire")
command("brief")(brief)


def _print_version(asked: bool) -> None:
    if asked:
        out.print(VERSION)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[  # noqa: ARG001 - its callback has printed it
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Turn facts into the database of the Target 8.7 dashboards."""


@command("build")
def build(
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="Only when it is missing or older than its inputs.")
    ] = False,
) -> None:
    """Make the database from the catalogues and tables under data/."""
    if if_needed and building.up_to_date():
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err) as progress:
        task = progress.add_task("building the database", total=None)

        def step(what: str, done: int, total: int) -> None:
            progress.update(task, description=f"building {what}", completed=done, total=total)

        outcome = building.build(step=step)
    rows = sum(outcome.loaded.values())
    rejected = sum(outcome.rejected.values())
    out.print(f"{rows:,} records loaded, {rejected:,} rejected (see: loaders check)")


@command("check")
def check(
    every_reject: Annotated[
        bool, typer.Option("--all", help="Print every rejected record, not the first of each kind.")
    ] = False,
) -> None:
    """Prove that nothing is lost: records in = loaded + rejected, each reject with its reason."""
    report = checking.report(loader_url())
    columns = ("dataset", "publisher's file", "in", "loaded", "rejected", "adds up")
    shown = table(*columns, right=slice(2, 5))
    for line in report.ledger:
        counts = (f"{number:,}" for number in (line.records_in, line.loaded, line.rejected))
        adds_up = "yes" if line.adds_up else "NO"
        shown.add_row(escape(line.dataset), escape(line.file), *counts, adds_up)
    out.print(shown)
    for reject in report.rejects if every_reject else report.one_reject_of_each_kind():
        where = ", ".join(filter(None, (reject.file, reject.place, reject.column)))
        say(f"{reject.rule} ({reject.times}x): {where}: {reject.value!r}: {reject.reason}")
    for problem in report.problems:
        out.print(f"[bold]{escape(problem)}[/bold]")
    verdict = "all adds up" if report.sound else "does not add up"
    out.print(
        f"{report.records_in:,} records in = {report.loaded:,} loaded "
        f"+ {report.rejected:,} rejected: {verdict}"
    )
    if not report.sound:
        raise typer.Exit(1)


@command("fingerprint")
def fingerprint(
    store: Annotated[
        Path | None, typer.Argument(exists=True, help="A SQLite file that nobody writes.")
    ] = None,
) -> None:
    """Print what a store holds as digests, so that two stores are compared with diff."""
    url = f"sqlite:///file:{store}?mode=ro&immutable=1&uri=true" if store else loader_url()
    for line in fingerprinting.fingerprint(url):
        typer.echo(line)


@command("list")
def list_all() -> None:
    """List sources and indicators with what the database holds of each."""
    shown = Table("indicator", "theme", "name", "areas", "years", "rows", "suppressed")
    for row in checking.holdings(loader_url()):
        shown.add_row(*(escape(cell) for cell in row))
    out.print(shown)


# Not a `command`, which says that nothing was changed: earlier curations have written by then.
@app.command("curate")
def curate(
    path: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Publishers' files.")],
    only: Annotated[list[str] | None, typer.Option(help="Only these curations.")] = None,
    tables: Annotated[
        Path, typer.Option("--into", help="Another folder of tables, to compare with ours.")
    ] = TABLES,
) -> None:
    """Make the tables under data/tables/ anew from publishers' files that lie in PATH."""
    chosen = only or list(CURATIONS)
    unknown = sorted(set(chosen) - set(CURATIONS))
    if unknown:
        known = ", ".join(CURATIONS)
        raise typer.BadParameter(f"No curation is called {unknown}. There are: {known}")
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err) as progress:
        task = progress.add_task("curating", total=len(chosen))
        for name in chosen:
            progress.update(task, description=f"curating {name}")
            try:
                curating.curate(name, path, tables)
            except (OSError, ValueError) as error:
                said = f"{name}: {error} What the curations before it made is written."
                err.print(escape(said), soft_wrap=True)
                raise typer.Exit(1) from error
            progress.advance(task)


if __name__ == "__main__":
    if logs_requests():
        start_log()
    app()
