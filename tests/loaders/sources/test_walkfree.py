"""The workbooks of the Global Slavery Index give the curated rows."""

from __future__ import annotations

import csv

import pytest

from loaders.facts.tables import TABLES
from loaders.reading.contract import FileRefused


@pytest.mark.parametrize("year", ["2018", "2023"])
def test_an_edition_gives_the_expected_rows(read_raw, expected, year):
    taken = read_raw(f"walkfree/edition_{year}.xlsx")
    assert taken.format.name == "walk-free"
    assert taken.rows == expected(f"walkfree/expected_edition_{year}.csv")
    assert taken.refusals == []


@pytest.mark.parametrize("year", ["2018", "2023"])
def test_its_rows_stand_in_the_curated_table(read_raw, year):
    path = TABLES / "observations" / f"walkfree_{year}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        curated = {tuple(row.values()) for row in csv.DictReader(lines)}
    mine = {tuple(r.cells.values()) for r in read_raw(f"walkfree/edition_{year}.xlsx").records}
    assert len(mine) >= 20
    assert mine <= curated


def test_what_the_index_suppresses_or_leaves_out_stays_apart(read_raw):
    rows = read_raw("walkfree/edition_2018.xlsx").rows
    numbers = {r["area"]: r for r in rows if r["indicator"] == "WF_MODERN_SLAVERY_2018_NUMBER"}
    assert (numbers["ISL"]["status"], numbers["ISL"]["suppressed"]) == ("Q", "<1,000")
    assert (numbers["BLZ"]["status"], numbers["BLZ"]["value"]) == ("L", "")
    assert (numbers["ERI"]["status"], numbers["ERI"]["value"]) == ("E", "451000")


def test_the_operator_may_choose_the_source(read_raw):
    taken = read_raw("walkfree/edition_2023.xlsx", source="WALK_FREE_GSI_2023", vintage="2024")
    assert {row["vintage"] for row in taken.rows} == {"2024"}


def test_a_sheet_without_its_columns_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("walkfree/broken_header.xlsx")
    assert str(refused.value) == (
        "broken_header.xlsx, sheet GSI 2023 summary data: no row holds the columns Country, "
        "Estimated prevalence of modern slavery per 1,000 population, Estimated number of people "
        "in modern slavery, Total Vulnerability score (%), Government response total (%). "
        "Fetch the workbook again from walkfree.org."
    )
