"""Asks a limited process what a workbook holds, and trusts nothing that comes back."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import IO, Any, Final, NamedTuple

from loaders.reading import workbook_child
from loaders.reading.admit import ensure_valid
from loaders.reading.archive import external_links
from loaders.reading.contract import OWN, FileRefused, Sample
from loaders.reading.limits import limits

_LONGEST_ANSWER: Final = 16_000_000
_CHUNK: Final = 1 << 16
_LATE: Final = "Save the one sheet you need as CSV or as a workbook of its own."


def sheet_states(sample: Sample) -> tuple[tuple[str, str], ...]:
    """Name and state (`visible`, `hidden`, `veryHidden`) of every sheet. Raises FileRefused."""
    with closing(_ask(sample, "sheets", None)) as answers:
        for answer in answers:
            found = answer.get("sheets") if isinstance(answer, dict) else None
            if isinstance(found, list) and all(_is_state(each) for each in found):
                return tuple((name, state) for name, state in found)
    raise _broken(sample)


def sheet_rows(sample: Sample, sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells of a sheet (the first visible one when none is named).

    Empty rows are left out. A hidden sheet is refused. A formula's cell holds the formula, never
    its remembered result.
    """
    with closing(_ask(sample, "rows", sheet)) as answers:
        for answer in answers:
            if not _is_row(answer):
                raise _broken(sample)
            yield answer[0], answer[1]


class TypedCell(NamedTuple):
    """A cell and what it is, one of workbook_child.CELL_KINDS."""

    kind: str
    text: str


NO_CELL: Final = TypedCell("empty", "")


class TypedSheet(NamedTuple):
    """The rows of a sheet that are not empty, by number; the cells that are merged (`B2:C3`)."""

    rows: dict[int, list[TypedCell]]
    merged: tuple[str, ...]


def typed_sheets(sample: Sample) -> dict[str, TypedSheet]:
    """Every sheet of an .xlsx by its name, hidden or not. Raises FileRefused."""
    found: dict[str, TypedSheet] = {}
    rows: dict[int, list[TypedCell]] = {}
    with closing(_ask(sample, "cells", None)) as answers:
        for answer in answers:
            if not _is_row(answer):
                raise _broken(sample)
            number, cells = answer
            if number == 0 and cells:
                rows = {}
                found[cells[0]] = TypedSheet(rows, tuple(cells[1:]))
            else:
                rows[number] = [_typed(cell, sample) for cell in cells]
    return found


def _typed(cell: str, sample: Sample) -> TypedCell:
    kind, _, text = cell.partition(":")
    if kind not in {"", *workbook_child.CELL_KINDS}:
        raise _broken(sample)
    return TypedCell(kind, text) if kind else NO_CELL


def notes(sample: Sample) -> tuple[str, ...]:
    """What a workbook holds that is not read, a sentence each, for the ledger's warnings."""
    if sample.kind not in {"xlsx", "xls"}:
        return ()
    hidden = [
        f"The sheet {name} is hidden and was not read."
        for name, state in sheet_states(sample)
        if state != "visible"
    ]
    links = external_links(sample.path) if sample.kind == "xlsx" else ()
    return (*hidden, *(f"The link to another workbook, {n}, was not followed." for n in links))


def _is_state(each: Any) -> bool:
    return isinstance(each, list) and len(each) == 2 and all(isinstance(e, str) for e in each)


def _is_row(answer: Any) -> bool:
    return (
        isinstance(answer, list)
        and len(answer) == 2
        and isinstance(answer[0], int)
        and isinstance(answer[1], list)
        and all(isinstance(cell, str) for cell in answer[1])
    )


def _seconds(sample: Sample) -> float:
    bounds = limits()
    size = sample.path.stat().st_size
    if sample.kind == "xlsx":
        with zipfile.ZipFile(sample.path) as packed:
            size = sum(member.file_size for member in packed.infolist())
    return bounds.child_seconds + bounds.child_seconds_a_megabyte * size / 1_000_000


def _ask(sample: Sample, what: str, sheet: str | None) -> Generator[Any, None, None]:
    """The answers of the process, without the closing one. Raises FileRefused."""
    ensure_valid(sample)
    bounds, seconds = limits(), _seconds(sample)
    query = {
        "what": what,
        "kind": sample.kind,
        "sheet": sheet,
        "rows": bounds.sheet_rows,
        "columns": bounds.columns,
        "memory": bounds.child_bytes,
        "seconds": seconds,
    }
    with sample.path.open("rb") as file:
        process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", workbook_child.__file__, json.dumps(query)],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            # No secret of ours goes along, and openpyxl shall use the parser that we checked with.
            env={"OPENPYXL_LXML": "False"},
            start_new_session=True,
        )
    assert process.stdout is not None
    try:
        for line in _lines(process.stdout, seconds, sample):
            answer = _parsed(line, sample)
            if isinstance(answer, dict) and "refused" in answer:
                raise _refused(answer["refused"], sample)
            if isinstance(answer, dict) and "end" in answer:
                return
            yield answer
        raise _ended(process.wait(), seconds, sample)
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


def _lines(pipe: IO[bytes], seconds: float, sample: Sample) -> Iterator[bytes]:
    """The lines that come; only the time spent waiting for them counts."""
    left, rest = seconds, b""
    while True:
        started = time.monotonic()
        ready, _, _ = select.select([pipe], [], [], max(left, 0))
        left -= time.monotonic() - started
        if not ready:
            raise _late(seconds, sample)
        chunk = os.read(pipe.fileno(), _CHUNK)
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n") if b"\n" in chunk else (rest + chunk,)
        yield from lines
        if len(rest) > _LONGEST_ANSWER:
            raise _broken(sample)


def _parsed(line: bytes, sample: Sample) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _broken(sample) from error


def _refused(reason: Any, sample: Sample) -> FileRefused:
    if isinstance(reason, list) and len(reason) == 3 and all(isinstance(r, str) for r in reason):
        return FileRefused(sample.path.name, *reason)
    return _broken(sample)


def _ended(code: int, seconds: float, sample: Sample) -> FileRefused:
    """Why a process ended without its closing answer."""
    if code == -signal.SIGXCPU:
        return _late(seconds, sample)
    if code < 0:
        most = limits().child_bytes // 1_000_000
        rule = f"reading it takes more than the {most} MB of memory that it may have"
        return FileRefused(sample.path.name, "", rule, _LATE)
    return _broken(sample)


def _late(seconds: float, sample: Sample) -> FileRefused:
    rule = f"reading it takes longer than {seconds:.0f} seconds"
    return FileRefused(sample.path.name, "", rule, _LATE)


def _broken(sample: Sample) -> FileRefused:
    return FileRefused(sample.path.name, "", "the workbook is broken inside", OWN)
