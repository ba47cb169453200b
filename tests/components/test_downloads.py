"""CSV text of observations: exact numbers, neutral texts, and one result on both ways."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import downloads
from components.downloads import (
    COLUMNS,
    HEADER,
    cell,
    lines_of_packed,
    number_text,
    texts_of_rows,
)
from components.explore.filters import Filters, file_name
from data.methods.formula_mark import marked, unmarked
from tests.csv_module import lines_of_rows

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("=+-@\t\r\n\0 ,\"'\x1f")), max_size=12
)
FIGURES = st.none() | st.floats(allow_nan=False, allow_infinity=False)
ROWS = st.lists(
    st.tuples(
        TEXTS,
        st.sampled_from(["NPL", "=X", ""]),
        st.integers(1900, 2100),
        *[TEXTS] * 4,
        *[FIGURES] * 3,
        *[TEXTS] * 8,
    ),
    max_size=4,
)
NAMES = {"NPL": "Nepal", "=X": "-1, really"}


def packed(row: tuple) -> tuple:
    """The row as SQLite packs it."""
    indicator, area, year, *rest = row
    key, figures, tail = rest[:4], rest[4:7], rest[7:]
    return (json.dumps([indicator, area, *key]), year, *figures, json.dumps(tail))


@given(ROWS)
def test_both_ways_write_the_same_bytes(rows: list[tuple]) -> None:
    by_module = "".join(lines_of_rows([rows], NAMES))
    assert "".join(lines_of_packed([map(packed, rows)], NAMES)) == by_module


@given(ROWS)
def test_a_reader_gets_back_exactly_the_texts_that_are_shown(rows: list[tuple]) -> None:
    text = HEADER + "".join(lines_of_rows([rows], NAMES))
    read = [tuple(line) for line in csv.reader(io.StringIO(text, newline=""))]
    assert read == [COLUMNS, *texts_of_rows(rows, NAMES)]


@given(TEXTS)
def test_no_text_can_run_as_a_formula(text: str) -> None:
    said = marked(text)
    assert said.lstrip(" ")[:1] not in set("=+-@\t\r\n\0")
    assert said in {text, f"'{text}"}


@pytest.mark.parametrize("start", list("=+-@\t\r\n\0"))
@pytest.mark.parametrize("before", ["", " ", "   "])
def test_each_dangerous_start_gets_an_apostrophe(start: str, before: str) -> None:
    assert marked(f"{before}{start}1") == f"'{before}{start}1"


@pytest.mark.parametrize("text", ["", "<5", "18+", "5-17", "_T", "a=b", "'a", "MICS 2019"])
def test_ordinary_texts_stay_as_they_are(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("a,b", '"a,b"'), ('say "x"', '"say ""x"""'), ("a\nb", '"a\nb"'), ("=1,2", '"\'=1,2"')],
)
def test_a_text_is_quoted_where_it_must_be(text: str, written: str) -> None:
    assert cell(text) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (37.4, "37.4"),
        (1204.0, "1204"),
        (0.0, "0"),
        (-5.25, "-5.25"),
        (None, ""),
        (1e16, "1e+16"),
        (1.5e9, "1500000000"),
    ],
)
def test_numbers_are_written_as_stored(value: float | None, written: str) -> None:
    assert number_text(value) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_can_be_read_back_exactly(value: float) -> None:
    assert float(number_text(value)) == value


def test_memory_stays_flat_however_many_texts_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "KEPT_TEXTS", 3)
    rows = [
        (f"I{n}", "NPL", 2000, "T", "_T", "_T", "_T", 1.0, None, None, "U", *[f"n{n}"] * 7)
        for n in range(20)
    ]
    by_module = "".join(lines_of_rows([rows], NAMES))
    assert "".join(lines_of_packed([map(packed, rows)], NAMES)) == by_module
    kept = downloads._Kept(str.upper)
    assert [kept[f"n{n % 5}"] for n in range(20)] == [f"N{n % 5}" for n in range(20)]
    assert len(kept) <= 3


def test_a_file_is_named_by_what_is_in_it() -> None:
    one = Filters(indicator=("SL.AGR.0714.ZS",), area=("NPL", "MEX"), first=2010, latest="value")
    assert (
        file_name(one, "2026-11-21")
        == "target87-SL.AGR.0714.ZS-NPL_MEX-2010--latest-2026-11-21.csv"
    )
    assert file_name(Filters(), "2026-11-21") == "target87-observations-2026-11-21.csv"
    many = Filters(area=("NPL", "MEX", "FJI", "TUV"))
    assert file_name(many, "2026-11-21") == "target87-4_areas-2026-11-21.csv"


@pytest.mark.parametrize("before", ["", " ", "'", "''", "' "])
@pytest.mark.parametrize("text", ["=1+1", "-2+3", "+4", "@SUM(1)", "\tx", "a", "5-17", "", "'"])
def test_the_mark_is_taken_off_and_nothing_else(before: str, text: str) -> None:
    assert unmarked(marked(before + text)) == before + text
