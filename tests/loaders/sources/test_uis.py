"""National data of UNESCO's bulk files, alone and in the zip, give our rows."""

from __future__ import annotations

import zipfile

import pytest

from loaders.reading.contract import Refusal
from tests.loaders.sources.conftest import RAW

HEADER = "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\n"


def test_the_csv_gives_the_expected_rows(read_raw, expected):
    taken = read_raw("uis/SDG_DATA_NATIONAL.csv", vintage="2024-10")
    assert taken.format.name == "uis-bulk"
    assert taken.rows == expected("uis/expected_SDG_DATA_NATIONAL.csv")
    early = "Years before 1990 are not held."
    assert taken.refusals == [
        Refusal("line 4", "YEAR", "1989", "out_of_scope", early),
        Refusal("line 7", "YEAR", "1989", "out_of_scope", early),
        Refusal("line 12", "YEAR", "1989", "out_of_scope", early),
        Refusal(
            "line 15",
            "INDICATOR_ID",
            "ROFST.1T2.CP",
            "out_of_scope",
            "The indicator is not one that the store holds.",
        ),
    ]


def test_the_zip_with_small_letters_gives_the_same_cells(read_raw):
    plain = read_raw("uis/SDG_DATA_NATIONAL.csv", vintage="2024-10")
    packed = read_raw("uis/SDG.zip", vintage="2024-10")
    assert [r.cells for r in packed.records] == [r.cells for r in plain.records]
    assert packed.records[0].place == "member SDG_DATA_NATIONAL.csv, line 2"


def test_a_short_line_is_refused(read_raw):
    taken = read_raw("uis/short_line.csv", vintage="1")
    assert taken.records == []
    assert taken.refusals == [
        Refusal("line 2", "", "3", "cell_count", "The line has 3 cells, the header 6.")
    ]


@pytest.mark.parametrize(
    ("ending", "then"),
    [
        ("0,,", ("0", "A", "")),
        ("0,NIL,", ("0", "A", "Magnitude nil or negligible")),
        (",NIL,", ("", "O", "Magnitude nil or negligible")),
        (",NA,", ("", "M", "Not applicable")),
        (",,", ("", "O", "")),
        ("1.25,,UIS_EST", ("1.25", "E", "UIS estimate")),
    ],
)
def test_magnitudes_and_qualifiers_keep_absences_apart(read_text, ending, then):
    [record] = read_text(f"{HEADER}ROFST.1.CP,NAM,2012,{ending}\n", vintage="1").records
    assert (record.cells["value"], record.cells["status"], record.cells["note"]) == then


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("ROFST.1.CP,XXX,2012,1,,", "COUNTRY_ID", "unknown_area"),
        ("ROFST.1.CP,NAM,2012,1,WHAT,", "MAGNITUDE", "unknown_code"),
        ("ROFST.1.CP,NAM,2012,1,,WHAT", "QUALIFIER", "unknown_code"),
    ],
)
def test_what_has_no_place_is_refused(read_text, line, column, rule):
    [refusal] = read_text(f"{HEADER}{line}\n", vintage="1").refusals
    assert (refusal.place, refusal.column, refusal.rule) == ("line 2", column, rule)


def test_the_metadata_of_a_figure_are_its_note(read_raw, tmp_path):
    with zipfile.ZipFile(tmp_path / "SDG.zip", "w") as packed:
        packed.write(RAW / "uis" / "SDG_DATA_NATIONAL.csv", "SDG_DATA_NATIONAL.csv")
        packed.writestr(
            "SDG_METADATA.csv",
            "INDICATOR_ID,COUNTRY_ID,YEAR,TYPE,METADATA\n"
            "ROFST.1.CP,NPL,2011,Source,Census 2011\n"
            "ROFST.1.CP,NPL,2011,Point,Public schools only\n"
            "XUNIT.1,NPL,2011,Source,Of another series\n",
        )
    rows = read_raw(tmp_path / "SDG.zip", vintage="2026-02").rows
    assert [(r["indicator"], r["area"], r["year"], r["note"]) for r in rows if r["note"]] == [
        ("ROFST_1", "NPL", "2011", "Source: Census 2011; Point: Public schools only")
    ]
