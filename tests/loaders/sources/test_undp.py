"""The Human Development Report's time series give our rows."""

from __future__ import annotations

import pytest

from loaders.reading.contract import FileRefused, Refusal

HEADER = "iso3,country,hdicode,region,hdi_2021,hdi_2022\n"


def test_the_wide_csv_gives_the_expected_rows(read_raw, expected):
    taken = read_raw("undp/hdr_2023_24.csv")
    assert taken.format.name == "undp-hdr"
    assert taken.rows == expected("undp/expected_hdr_2023_24.csv")
    other = "The measure is not one that the store holds."
    assert taken.refusals == [
        Refusal("column hdi_rank_2022", "hdi_rank_2022", "hdi_rank", "out_of_scope", other),
        Refusal("columns le_1990 to le_2022", "le_1990", "le", "out_of_scope", other),
    ]


def test_a_doubled_header_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("undp/no_country.csv")
    assert str(refused.value) == (
        "no_country.csv, line 1: the header names iso3 more than once. "
        "Keep one column of each name."
    )


def test_empty_cells_are_no_records_and_dots_are(read_text):
    taken = read_text(HEADER + "NAM,Namibia,Medium,SSA,,..\n")
    [record] = taken.records
    assert record.place == "line 2, column hdi_2022"
    assert (record.cells["value"], record.cells["status"], record.cells["note"]) == (
        "",
        "O",
        "Published as ..",
    )


def test_an_unknown_group_is_refused_a_cell(read_text):
    taken = read_text(HEADER + "ZZX.NEW,A new group,,,0.5,0.6\n")
    assert [(r.place, r.value, r.rule) for r in taken.refusals] == [
        ("line 2, column hdi_2021", "ZZX.NEW", "unknown_area"),
        ("line 2, column hdi_2022", "ZZX.NEW", "unknown_area"),
    ]


def test_a_report_that_we_do_not_know_needs_a_vintage(read_text):
    text = HEADER.replace("2022", "2031") + "NAM,Namibia,Medium,SSA,0.6,0.7\n"
    with pytest.raises(FileRefused):
        read_text(text)
    assert {r.cells["vintage"] for r in read_text(text, vintage="HDR 2033").records} == {"HDR 2033"}
