"""How much a file may hold: the bounds in force, and other bounds for a file that is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True)
class Limits:
    """How much a file may hold; the figures in brackets were measured on publishers' own files.

    `unpacked_bytes`: ten times the largest workbook (GLOTIP of 2025, 30 MB).
    `members`: a workbook with thirteen sheets and their drawings has 121.
    `ratio`: of a whole archive and of each member above 1 MB (workbooks: 4 to 16 times).
    `columns`, `sheet_rows`: a sheet's own bounds. `lines`: what is read and judged in minutes.
    `line_characters`: a line of 16,384 columns with 60 characters each.
    `json_bytes`, `json_marks`: a document is in memory as a whole, and these keep that below
    400 MB. A mark is a comma, colon or opening bracket.
    `xml_depth`: ten times the deepest message (10). `xml_elements`: in one record.
    `xml_silence`: bytes without a tag, so that no text or tag is held that fills the memory.
    `child_bytes`: address space of the process that reads a workbook (GLOTIP: 60 MB).
    `child_seconds`, `child_seconds_a_megabyte`: its time, by the unpacked size (GLOTIP: 4 to
    25 seconds, as busy as two cores are).
    """

    unpacked_bytes: int = 300 * MEGABYTE
    members: int = 2_000
    ratio: int = 100
    columns: int = 16_384
    sheet_rows: int = 1_048_576
    lines: int = 5_000_000
    line_characters: int = 1_000_000
    json_bytes: int = 40 * MEGABYTE
    json_marks: int = 2_000_000
    xml_depth: int = 100
    xml_elements: int = 200_000
    xml_silence: int = 8 * MEGABYTE
    child_bytes: int = 400 * MEGABYTE
    child_seconds: float = 4.0
    child_seconds_a_megabyte: float = 2.0


_LIMITS: ContextVar[Limits] = ContextVar("limits", default=Limits())  # noqa: B039 (it is frozen)


def limits() -> Limits:
    """The bounds that hold here."""
    return _LIMITS.get()


@contextmanager
def override_limits(other: Limits) -> Iterator[None]:
    """Other bounds within a `with` block, for a file that an operator knows."""
    before = _LIMITS.set(other)
    try:
        yield
    finally:
        _LIMITS.reset(before)
