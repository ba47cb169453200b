"""Loads publishers' files: recognised by content, checked, compared, published as one release.

All files of one call become one release in one transaction: either everything that they hold is
shown from one moment on, or nothing of it.
"""

from __future__ import annotations

import gc
import hashlib
import heapq
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from data import schema
from data.database import build_facts, disposed, loader_url, write_engine, write_transaction
from data.log import logged
from data.queries import figures, versions
from data.records import Change
from data.trouble import NoStore
from loaders.jobs import upgrade
from loaders.publish import audit
from loaders.publish.analyze import ANALYZE_MIN_ROWS, analyze
from loaders.publish.incoming import Incoming
from loaders.publish.ledger import Counts, FileFacts, Line
from loaders.publish.other_tables import PREFIX
from loaders.publish.publish import PublishRequest, PublishResult, publish
from loaders.publish.withdraw import withdraw
from loaders.reading.admit import validate_file
from loaders.reading.contract import (
    FileRefused,
    Format,
    Item,
    Opened,
    Page,
    Record,
    Refusal,
    Remark,
    Rows,
)
from loaders.reading.pages import refuse_missing_pages
from loaders.reading.workbook import notes
from loaders.sources.registry import format_named, recognise
from loaders.validate import plausibility as warn
from loaders.validate import row as rules
from loaders.validate.worded_codes import Words

_FOR_FORMATS: Final = ("vintage", "instrument", "structure", "k", "zeros")
_NEVER_MERGED: Final = "case-table"
"""Counts of two states of a register, side by side, would give hidden ones away."""

LARGEST: Final = 10
_COLUMN_OF_KIND: Final = {"new": "added", "revised": "revised", "withdrawn": "withdrawn"}


@dataclass(frozen=True)
class LoadOptions:
    """What the operator chose for a load; empty texts leave it to the file."""

    source: str = ""
    vintage: str = ""
    format: str = ""
    merge: bool = False
    accept: bool = False
    actor: str = ""
    instrument: str = ""
    structure: str = ""
    k: str = ""
    zeros: str = ""
    dry_run: bool = False


@dataclass(frozen=True)
class LoadPlan:
    """What a load would do: figures by indicator and area, the largest changes, and why it would
    not be published without --accept."""

    lines: tuple[tuple[str, str, int, int, int], ...]
    largest: tuple[Change, ...]
    stops: tuple[str, ...]


@dataclass(frozen=True)
class LoadResult:
    """What a load did, file by file. `release` is None when nothing changed."""

    release: int | None
    files: tuple[tuple[FileFacts, Counts], ...]
    numbers: tuple[int, ...] = ()
    """The files' numbers in the ledger."""

    plan: LoadPlan | None = None

    @property
    def counts(self) -> Counts:
        """All files together."""
        total = Counts()
        for _, counts in self.files:
            total = total.plus(counts)
        return total


@dataclass(frozen=True)
class _Found:
    """A file whose format is known."""

    facts: FileFacts
    format: Format
    opened: Opened

    def read(self) -> Iterator[Item]:
        return self.format.read(self.opened)


def _found(path: Path, wanted: LoadOptions) -> _Found:
    sample = validate_file(path)
    if wanted.format:
        try:
            chosen = format_named(wanted.format)
        except KeyError as error:
            raise FileRefused(path.name, "", str(error.args[0]), "Choose one of them.") from error
    else:
        chosen = recognise(sample)
    if wanted.vintage and not rules.is_vintage(wanted.vintage):
        rule = f"{wanted.vintage!r} is not a date or a year, or one to come"
        raise FileRefused(path.name, "", rule, "Name the release as in --vintage 2026-09.")
    if wanted.merge and chosen.name == _NEVER_MERGED:
        rule = "counts of cases are never merged with what is published"
        raise FileRefused(path.name, "", rule, "Load the whole register without --merge.")
    with path.open("rb") as file:
        digest, size = hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    source = wanted.source or chosen.source
    chosen_options = {name: getattr(wanted, name) for name in _FOR_FORMATS}
    options = {name: choice for name, choice in chosen_options.items() if choice}
    kept = json.dumps(asdict(wanted), sort_keys=True, ensure_ascii=False)
    facts = FileFacts(path.name, digest, size, source, chosen.name, chosen.version, kept)
    return _Found(facts, chosen, Opened(sample, wanted.source, options))


def _incoming(found: Sequence[_Found], lines: Sequence[Line]) -> list[Incoming]:
    """The files with their lines; what of them is not read becomes a warning.

    Reading the last one raises FileRefused when pages are missing of an answer in several files.
    """
    pages: dict[Path, Page] = {}

    def read(file: _Found, line: Line) -> Iterator[Record | Refusal | Rows]:
        for note in notes(file.opened.sample):
            line.warn("workbook", "not_read", note)
        for item in file.read():
            if isinstance(item, Remark):
                line.warn(*item)
            elif isinstance(item, Page):
                pages[file.opened.sample.path] = item
            else:
                yield item
        if file is found[-1]:
            refuse_missing_pages(pages)

    return [
        Incoming(line, partial(read, file, line), yearly=file.format.yearly)
        for file, line in zip(found, lines, strict=True)
    ]


def known_codes(connection: Connection) -> rules.Known:
    """The codes that rows may use, as the store has them. Raises NoStore when it has none."""
    areas = frozenset(connection.execute(select(schema.area.c.code)).scalars())
    sources = frozenset(connection.execute(select(schema.source.c.code)).scalars())
    described = figures.indicators(connection)
    if not (areas and sources and described):
        raise NoStore("The database holds no catalogue yet. Make it with: python -m loaders build")
    return rules.Known(areas, sources, described, Words().breaches)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Rows make no cycles, so that looking for some takes a fifth of the time for nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _RolledBack(Exception):
    """Ends the transaction of a dry run."""


def load(
    paths: Sequence[Path],
    wanted: LoadOptions,
    url: str | None = None,
    report: Callable[[str], None] = lambda _sentence: None,
) -> LoadResult:
    """Load files as one release; `report` is called with what is withdrawn before it is published.

    A dry run does the same and takes it back. Raises FileRefused or Blocked (about a file) and
    StoreError (about the store); then nothing was changed, and what was published before is still
    all there.
    """
    with logged("load", files=[path.name for path in paths]) as told:
        done = _load(paths, wanted, url, report)
        counts = asdict(done.counts)
        told |= {"release": done.release, "rows": {k: v for k, v in counts.items() if v}}
    return done


def _load(
    paths: Sequence[Path], wanted: LoadOptions, url: str | None, report: Callable[[str], None]
) -> LoadResult:
    found = [_found(path, wanted) for path in paths]
    actor = wanted.actor or audit.person()
    names = ", ".join(f.facts.file for f in found)
    sources = ", ".join(sorted({f.facts.source for f in found} - {""}))
    switches = {"merge": wanted.merge, "accept": wanted.accept, "dry_run": wanted.dry_run}
    request = PublishRequest("file", names, sources, "", actor, **switches, report=report)
    plan = None
    with disposed(write_engine(url or loader_url())) as engine:
        if wanted.dry_run:
            build_facts(engine)
        elif not upgrade.bring_up(engine).after:
            raise NoStore("There is no database yet. Make it with: python -m loaders build")
        with (
            _no_collections(),
            suppress(_RolledBack),
            write_transaction(engine) as connection,
        ):
            known = known_codes(connection)
            files = _incoming(found, [Line(connection, f.facts, actor) for f in found])
            done = publish(connection, files, request, known, warn.warnings)
            if wanted.dry_run:
                plan = _plan(connection, done)
                raise _RolledBack
        if done.counts.changes > ANALYZE_MIN_ROWS and not wanted.dry_run:
            analyze(engine)
    lines = tuple((file.line.facts, file.line.counts) for file in files)
    numbers = tuple(file.line.id for file in files)
    return LoadResult(done.release, lines, numbers, plan)


def _plan(connection: Connection, done: PublishResult) -> LoadPlan:
    """What a release in the open transaction changes."""
    by_area: dict[tuple[str, str], Counter[str]] = {}
    largest: list[Change] = []
    if done.release is not None:
        for change in versions.changes(connection, done.release - 1, done.release):
            key = (change.key.indicator, change.key.area)
            by_area.setdefault(key, Counter())[change.kind] += 1
            if change.kind == "revised":
                largest.append(change)
            if len(largest) > 100 * LARGEST:
                largest = heapq.nlargest(LARGEST, largest, _relative)
        other = schema.release_slice
        tables = other.c.indicator.startswith(PREFIX, autoescape=True)
        for row in connection.execute(
            select(other).where(other.c.release == done.release, tables)
        ).mappings():
            numbers = {k: row[n] for k, n in _COLUMN_OF_KIND.items()}
            by_area[row["indicator"], row["source"]] = Counter(numbers)
    lines = tuple(
        (*key, counts["new"], counts["revised"], counts["withdrawn"])
        for key, counts in sorted(by_area.items())
    )
    return LoadPlan(lines, tuple(heapq.nlargest(LARGEST, largest, _relative)), tuple(done.stops))


def _relative(change: Change) -> float:
    """How far a value goes from what it was, in parts of it; infinite from zero."""
    old, new = (row.value if row else None for row in (change.old, change.new))
    if old is None or new is None or old == new:
        return 0.0
    return abs(new - old) / abs(old) if old else math.inf


def withdraw_release(number: int, actor: str = "", url: str | None = None) -> PublishResult:
    """Publish the state before a release as a new one. Raises Blocked or StoreError."""
    with (
        disposed(write_engine(url or loader_url())) as engine,
        logged("withdraw", withdrawn=number) as told,
    ):
        build_facts(engine)
        with write_transaction(engine) as connection:
            done = withdraw(connection, number, actor or audit.person())
        if done.counts.changes > ANALYZE_MIN_ROWS:
            analyze(engine)
        told["release"] = done.release
    return done
