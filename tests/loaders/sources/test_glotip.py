"""The GLOTIP workbook: both layouts give the curated rows, and nothing is lost."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import openpyxl
import pytest

from data.records import Observation
from loaders.facts.tables import TABLES
from loaders.reading.contract import FileRefused, Refusal

RAW = Path(__file__).resolve().parents[2] / "raw"


def facts(rows, *left_out):
    """Rows without their places, and without the columns left out."""
    kept = [c for c in Observation._fields if c not in left_out]
    return sorted(tuple(row[c] for c in kept) for row in rows)


def test_the_layout_of_2025_gives_the_expected_rows(read_raw, expected):
    taken = read_raw("glotip/layout_2025.xlsx")
    assert taken.format.name == "unodc-glotip"
    assert taken.rows == expected("glotip/expected_layout_2025.csv")
    assert {row["vintage"] for row in taken.rows} == {"2025-10-28"}


def test_its_rows_stand_in_the_curated_table(read_raw):
    path = TABLES / "observations" / "unodc_glotip.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        curated = {tuple(row.values()) for row in csv.DictReader(lines)}
    mine = [tuple(r.cells.values()) for r in read_raw("glotip/layout_2025.xlsx").records]
    assert len(mine) > 10
    assert set(mine) <= curated


def test_the_layout_of_2023_gives_the_same_rows_of_its_own_release(read_raw, expected):
    taken = read_raw("glotip/layout_2023.xlsx")
    wanted = expected("glotip/expected_layout_2025.csv")
    assert facts(taken.rows, "vintage") == facts(wanted, "vintage")
    assert {row["vintage"] for row in taken.rows} == {"2023-01-24"}


@pytest.mark.parametrize("name", ["layout_2023.xlsx", "layout_2025.xlsx"])
def test_every_record_is_a_row_or_a_refusal(read_raw, name):
    book = openpyxl.load_workbook(RAW / "glotip" / name)
    filled = [row for row in book.worksheets[0].iter_rows(values_only=True) if any(row)]
    book.close()
    above = next(n for n, row in enumerate(filled, 1) if "Iso3_code" in row)
    taken = read_raw(f"glotip/{name}")
    assert len(taken.records) + len(taken.refusals) == len(filled) - above


def test_duplicate_keys_and_garbage_are_told_with_their_rows(read_raw):
    refused = read_raw("glotip/layout_2025.xlsx").refusals
    assert [(r.place, r.rule) for r in refused] == [
        ("row 4", "out_of_scope"),
        ("row 9", "contradicts_total"),
        ("row 10", "garbage_value"),
        ("row 20", "duplicate_key"),
    ]
    assert refused[3].reason.startswith("Adds nothing to line 21")


def test_unnamed_lines_of_one_form_are_kept_line_by_line_and_never_added(read_raw):
    rows = read_raw("glotip/layout_2025.xlsx").rows
    lines = [row for row in rows if row["dimension"] == "form_line"]
    assert [(row["place"], row["category"], row["value"]) for row in lines] == [
        ("row 18", "OTHER_FORMS_1", "31"),
        ("row 19", "OTHER_FORMS_2", "8"),
    ]
    assert not [row for row in rows if (row["area"], row["category"]) == ("AUS", "OTHER_FORMS")]


def test_broken_records_are_refused_one_by_one(read_raw):
    taken = read_raw("glotip/broken_records.xlsx", vintage="2026")
    described = "Offences of trafficking in persons | Total | Total | Total | Total | 2013"
    assert taken.records == []
    assert sorted(taken.refusals) == [
        Refusal(
            "row 2",
            "txtVALUE",
            f"ZZZ | {described} | 103",
            "unknown_area",
            "'ZZZ' is not in data/tables/aliases/unodc.csv",
        ),
        Refusal("row 3", "Indicator", "Persons seen", "unknown_code", "No such code with us."),
        Refusal("row 4", "Year", "20204", "not_a_year", "A year has 4 digits."),
        Refusal(
            "row 5",
            "txtVALUE",
            f"AFG | {described} | 12.5",
            "not_a_number",
            "The cell holds neither a whole number nor the mark <5.",
        ),
        Refusal("row 6", "Sex", "Any", "unknown_code", "No such code with us."),
        Refusal("row 7", "Category", "Begging", "unknown_code", "No such code with us."),
    ]


def test_a_workbook_without_a_date_asks_for_its_release(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("glotip/broken_records.xlsx")
    assert str(refused.value) == (
        "broken_records.xlsx: the file does not say of which release it is. "
        "Name the release with --vintage, for example --vintage 2026-09."
    )


def test_a_date_with_the_month_first_asks_for_the_release(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("glotip/month_first.xlsx")
    assert str(refused.value) == (
        "month_first.xlsx: the date 10/28/2026 is no day/month/year. "
        "Name the release with --vintage, for example --vintage 2026-09."
    )
    assert read_raw("glotip/month_first.xlsx", vintage="2026-10-28").records
