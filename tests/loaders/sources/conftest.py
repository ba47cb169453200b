"""Reading a raw file as the loaders do, and the rows that are expected of it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from data.records import Observation
from loaders.reading.contract import Format, Opened, Page, Record, Refusal, Remark
from loaders.reading.sample import sample_of
from loaders.sources.registry import recognise
from tests.loaders.one_by_one import one_by_one

RAW = Path(__file__).resolve().parents[2] / "raw"

Row = dict[str, str]


class Taken(NamedTuple):
    """What reading a file gave, and which format it was in."""

    format: Format
    records: list[Record]
    refusals: list[Refusal]
    remarks: list[Remark]
    pages: list[Page]

    @property
    def rows(self) -> list[Row]:
        """The records with their places, as in the files of expected rows."""
        return [{"place": r.place} | dict(r.cells) for r in self.records]


ReadRaw = Callable[..., Taken]
ReadText = Callable[..., Taken]
Expected = Callable[[str], list[Row]]


def _taken(path: Path, source: str, options: dict[str, str]) -> Taken:
    sample = sample_of(path)
    found = recognise(sample)
    given = list(one_by_one(found.read(Opened(sample, source, options))))
    return Taken(
        found,
        [each for each in given if isinstance(each, Record)],
        [each for each in given if isinstance(each, Refusal)],
        [each for each in given if isinstance(each, Remark)],
        [each for each in given if isinstance(each, Page)],
    )


@pytest.fixture
def read_raw() -> ReadRaw:
    """Reads `tests/raw/<name>` with options as keywords."""

    def read(name: str, source: str = "", **options: str) -> Taken:
        return _taken(RAW / name, source, options)

    return read


@pytest.fixture
def read_text(tmp_path: Path) -> ReadText:
    """Writes a text as a file and reads it."""

    def read(text: str, name: str = "file.csv", encoding: str = "utf-8", **options: str) -> Taken:
        path = tmp_path / name
        path.write_text(text, encoding=encoding, newline="")
        return _taken(path, "", options)

    return read


@pytest.fixture
def expected() -> Expected:
    """The rows of a file of expected rows below `tests/raw`."""

    def read(name: str) -> list[Row]:
        with (RAW / name).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert rows, f"{name} expects no rows"
        assert list(rows[0]) == ["place", *Observation._fields]
        return rows

    return read
