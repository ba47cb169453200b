"""One attempt to load a file, down to the rules that each row must keep, and what it cost."""

from __future__ import annotations

import csv
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from loaders.facts import catalogue
from loaders.facts.tables import TABLES
from loaders.reading.admit import validate_file
from loaders.reading.contract import FileRefused, Opened, Page, Record, Refusal, Remark
from loaders.sources.registry import recognise
from loaders.validate.columns import observation_breaches
from loaders.validate.row import Known
from tests.loaders.one_by_one import one_by_one

VINTAGE = "2026-10"
NOBODY = 65_534


class Refused(NamedTuple):
    """What a FileRefused says, in a shape that another process can be sent."""

    sentence: str
    file: str
    rule: str
    remedy: str


@dataclass
class Outcome:
    """What came of a file: a refusal, or rows taken and the rules by which others were rejected."""

    refused: Refused | None = None
    taken: list[tuple[str, ...]] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0
    child_megabytes: float = 0.0


@cache
def known() -> Known:
    """The codes that rows may use, from the tables and catalogues."""
    areas = set()
    for folder, column in (("areas", "code"), ("groupings", "code")):
        for path in (TABLES / folder).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as lines:
                areas |= {row.get(column, "") for row in csv.DictReader(lines)}
    return Known(frozenset(areas - {""}), frozenset(catalogue.sources()), catalogue.indicators())


@contextmanager
def _as_nobody(wanted: bool) -> Iterator[None]:
    """Root may read everything, so that the case of the unreadable file needs another user."""
    lower = wanted and os.geteuid() == 0
    if lower:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if lower:
            os.seteuid(0)


def attempt(path: Path, *, as_nobody: bool = False) -> Outcome:
    """Try to load a file. Whatever is no FileRefused comes through, for that is a fault.

    Memory is that of the whole process and of its largest child, so give it a process of its own.
    """
    known()
    outcome = Outcome()
    _forget_peak()
    started = _processor_seconds()
    try:
        with _as_nobody(as_nobody):
            _read(path, outcome)
    except FileRefused as why:
        outcome.refused = Refused(str(why), why.file, why.rule, why.remedy)
    outcome.seconds = _processor_seconds() - started
    outcome.megabytes = _peak()
    outcome.child_megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1.024 / 1000
    return outcome


def _read(path: Path, outcome: Outcome) -> None:
    sample = validate_file(path)
    opened = Opened(sample, options={"vintage": VINTAGE})
    for found in one_by_one(recognise(sample).read(opened)):
        if isinstance(found, Page | Remark):
            continue
        if isinstance(found, Refusal):
            outcome.rejected.append(found.rule)
        elif breaches := _breaches(found):
            outcome.rejected.append(breaches[0])
        else:
            cells = (found.cells.get(column, "") for column in ("area", "year", "value"))
            outcome.taken.append((found.place, *cells))


def _breaches(record: Record) -> list[str]:
    if record.table != "observation":
        return []
    return [breach.rule for breach in observation_breaches(record.cells, known())]


def _processor_seconds() -> float:
    """Of this process and its ended children: what the clock tells depends on the neighbours."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _forget_peak() -> None:
    """Let the kernel count this process's largest memory anew."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """Largest memory since then, in MB."""
    for line in _status():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1.024 / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1.024 / 1000


def _status() -> Iterator[str]:
    with suppress(OSError):
        yield from Path("/proc/self/status").read_text(encoding="ascii").splitlines()
