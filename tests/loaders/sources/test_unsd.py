"""The SDG Global Database: pages of its API and the CSV of its portal give our rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from loaders.reading.contract import FileRefused, Refusal, Remark

PORTAL = "unsd_csv/portal.csv"
PAGE = "unsd_json/child_labour_page.json"
RAW = Path(__file__).resolve().parents[2] / "raw"
HEADER = (
    "SeriesCode,GeoAreaCode,TimePeriod,Value,FootNote,[Age],[Location],[Nature],"
    "[Observation Status],[Reporting Type],[Sex],[Units]\n"
)


def one(series: str = "SL_TLF_CHLDEA", value: str = "16.6", **codes: str) -> str:
    """One line of a portal CSV with made-up figures, for codes that real lines rarely have."""
    cells = {"area": "516", "year": "2020", "note": "", "age": "5-17", "location": "ALLAREA"}
    cells |= {"nature": "C", "status": "A", "type": "G", "sex": "BOTHSEX", "unit": "PERCENT"}
    cells |= codes
    names = ("area", "year", "value", "note", "age", "location", "nature", "status", "type")
    cells["value"] = value
    line = ",".join([series, *(cells[n] for n in (*names, "sex", "unit"))])
    return HEADER + line + "\n"


def test_portal_csv_gives_the_expected_rows(read_raw, expected):
    taken = read_raw(PORTAL, vintage="2023-12")
    assert taken.format.name == "unsd-csv"
    assert taken.rows == expected("unsd_csv/expected_portal.csv")


def test_an_area_that_is_gone_is_refused_with_its_place(read_raw):
    assert read_raw(PORTAL, vintage="2023-12").refusals == [
        Refusal(
            "line 33",
            "GeoAreaCode",
            "736",
            "unknown_area",
            "The area is no country, territory or region today.",
        )
    ]


@pytest.mark.parametrize(
    ("page", "rows", "vintage"),
    [
        (PAGE, "unsd_json/expected_child_labour_page.csv", "2023-05-21"),
        (
            "unsd_json/trafficking_page.json",
            "unsd_json/expected_trafficking_page.csv",
            "2019-Q3",
        ),
    ],
)
def test_api_page_gives_the_expected_rows(read_raw, expected, page, rows, vintage):
    taken = read_raw(page, vintage=vintage)
    assert taken.format.name == "unsd-json"
    assert taken.rows == expected(rows)
    assert taken.refusals == []


def test_both_layouts_give_the_same_cells(read_raw):
    page = [r.cells for r in read_raw(PAGE, vintage="1").records]
    portal = [r.cells for r in read_raw(PORTAL, vintage="1").records]
    assert page == portal[: len(page)]


def test_column_order_line_ends_and_encoding_make_no_difference(read_raw, tmp_path):
    plain = read_raw(PORTAL, vintage="2023-12")
    with (RAW / PORTAL).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    other = tmp_path / "other.csv"
    with other.open("w", encoding="utf-16", newline="") as out:
        csv.writer(out, delimiter=";", lineterminator="\n").writerows(r[::-1] for r in rows)
    again = read_raw(str(other), vintage="2023-12")
    assert [r.cells for r in again.records] == [r.cells for r in plain.records]
    assert again.refusals == plain.refusals


def test_every_line_is_a_record_or_a_refusal(read_raw):
    taken = read_raw(PORTAL, vintage="2023-12")
    places = [each.place for each in (*taken.records, *taken.refusals)]
    with (RAW / PORTAL).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert sorted(places) == sorted(f"line {n}" for n in range(2, len(rows) + 1))


def test_without_a_vintage_the_file_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw(PORTAL)
    assert str(refused.value) == (
        "portal.csv: the file does not say of which release it is. "
        "Name the release with --vintage, for example --vintage 2026-09."
    )


def test_a_cut_page_is_refused_with_its_place(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("unsd_json/cut_page.json", vintage="1")
    assert str(refused.value).startswith("cut_page.json, line 3")
    assert refused.value.remedy == "The download may have been cut short: fetch it again."


def test_a_doubled_header_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("unsd_csv/doubled_header.csv", vintage="1")
    assert str(refused.value) == (
        "doubled_header.csv, line 1: the header names Value more than once. "
        "Keep one column of each name."
    )


@pytest.mark.parametrize(
    ("value", "status", "then"),
    [
        ("0", "A", ("0", "A", "", "")),
        ("<5", "A", ("", "Q", "<5", "")),
        ("NaN", "O", ("", "O", "", "")),
        ("NaN", "M", ("", "M", "", "")),
        ("", "A", ("", "O", "", "")),
        ("..", "A", ("", "O", "", "Published as ..")),
        ("n/a", "A", ("", "O", "", "Published as n/a")),
        ("3.10", "E", ("3.10", "E", "", "")),
    ],
)
def test_absences_stay_different(read_text, value, status, then):
    [record] = read_text(one(value=value, status=status), vintage="1").records
    cells = record.cells
    assert (cells["value"], cells["status"], cells["suppressed"], cells["note"]) == then


@pytest.mark.parametrize(
    ("line", "column", "value", "rule"),
    [
        (one(series="SL_TLF_UEM_19ICLS"), "series", "SL_TLF_UEM_19ICLS", "out_of_scope"),
        (one(type="N"), "Reporting Type", "N", "out_of_scope"),
        (one(sex="_O"), "Sex", "_O", "unknown_code"),
        (one(age="UNK"), "Age", "UNK", "unknown_code"),
        (one(unit="SCORE"), "Units", "SCORE", "unknown_code"),
        (one(location="CITY"), "location", "CITY", "unknown_code"),
        (one(area="9999"), "GeoAreaCode", "9999", "unknown_area"),
        (one().replace("BOTHSEX", "BOTHSEX,7"), "", "13", "cell_count"),
    ],
)
def test_what_has_no_place_is_refused(read_text, line, column, value, rule):
    taken = read_text(line, vintage="1")
    assert taken.records == []
    [refusal] = taken.refusals
    assert (refusal.place, refusal.column, refusal.value, refusal.rule) == (
        "line 2",
        column,
        value,
        rule,
    )


def test_numbers_and_rates_of_the_newer_series_are_taken(read_text):
    [number] = read_text(one("SL_TLF_CHLDEAN", "12.0", unit="NUMBER"), vintage="1").records
    rate = one("VC_HTF_DETVFLR", "0.3", unit="PER_100000_POP", age="<18Y")
    [victims] = read_text(rate, vintage="1").records
    assert (number.cells["value"], number.cells["unit"]) == ("12", "PERSONS")
    assert (victims.cells["unit"], victims.cells["age"]) == ("PER_100000", "0-17")


def test_bounds_and_sdmx_codes_are_read(read_text):
    item = {
        "series": "VC_HTF_DETV",
        "geoAreaCode": "516",
        "timePeriodStart": 2020.0,
        "value": "7",
        "lowerBound": "5",
        "upperBound": "9",
        "footnotes": ["", "Revised"],
        "attributes": {"Nature": "C", "Units": "NUMBER"},
        "dimensions": {"Age": "Y0T17", "Sex": "F", "Reporting Type": "G"},
    }
    page = {"totalElements": 1, "pageNumber": 1, "dimensions": [], "data": [item, "broken"]}
    taken = read_text(json.dumps(page), name="page.json", vintage="2026-09")
    cells = taken.records[0].cells
    assert (cells["sex"], cells["age"], cells["lower"], cells["upper"], cells["note"]) == (
        "F",
        "0-17",
        "5",
        "9",
        "Revised",
    )
    assert [r.rule for r in taken.refusals] == ["item_form"]


def test_the_operator_may_choose_the_source(read_raw):
    taken = read_raw(PORTAL, source="UNSD_SDG_2026", vintage="2026-09")
    assert {r.cells["source"] for r in taken.records} == {"UNSD_SDG_2026"}


def test_what_an_item_says_and_no_column_holds_is_told(read_text):
    item = {"series": "SL_TLF_CHLDEA", "geoAreaCode": "524", "timePeriodStart": 2020.0}
    item |= {"value": "7", "source": "Survey A", "basePeriod": "2015", "time_detail": "2020"}
    item |= {"attributes": {"Nature": "C", "Units": "PERCENT", "Reliability": "low"}}
    item |= {"dimensions": {"Age": "5-17", "Sex": "BOTHSEX"}, "timeCoverage": None}
    page = {"totalElements": 1, "pageNumber": 1, "dimensions": [], "data": [item, item]}
    taken = read_text(json.dumps(page), name="page.json", vintage="2026-09")
    assert taken.records[0].cells["note"] == "Survey A"
    assert taken.remarks == [
        Remark("data item 1", "attribute_not_read", f"No column of ours holds {name}.")
        for name in ("basePeriod", "Reliability")
    ]
    text = one().replace("SeriesCode", "BasePeriod,SeriesCode").replace("\nSL_", "\n2015,SL_")
    assert read_text(text, vintage="1").remarks == [
        Remark("line 2", "attribute_not_read", "No column of ours holds BasePeriod.")
    ]
