"""The World Bank's API answers and bulk zips give our rows."""

from __future__ import annotations

import json
import zipfile

import pytest

from loaders.reading.contract import FileRefused, Page, Refusal
from tests.loaders.sources.conftest import RAW


@pytest.mark.parametrize("name", ["children_total", "study_and_work_girls"])
def test_api_answers_give_the_expected_rows(read_raw, expected, name):
    taken = read_raw(f"worldbank_json/{name}.json")
    assert taken.format.name == "worldbank-json"
    assert taken.rows == expected(f"worldbank_json/expected_{name}.csv")
    assert taken.refusals == []


def test_the_zip_of_one_series_gives_the_expected_rows(read_raw, expected):
    taken = read_raw("worldbank_bulk/wage.zip")
    assert taken.format.name == "worldbank-bulk"
    assert taken.rows == expected("worldbank_bulk/expected_wage.csv")
    assert taken.refusals == []


def test_the_zip_of_all_series_needs_a_vintage_and_refuses_other_series(read_raw, expected):
    taken = read_raw("worldbank_bulk/wdi.zip", vintage="2021")
    assert taken.rows == expected("worldbank_bulk/expected_wdi.csv")
    assert taken.refusals == [
        Refusal(
            "member WDICSV.csv, line 4",
            "indicator",
            "SP.ADO.TFRT",
            "out_of_scope",
            "The series is not one that the store holds.",
        )
    ]
    with pytest.raises(FileRefused) as refused:
        read_raw("worldbank_bulk/wdi.zip")
    assert refused.value.rule == "the file does not say of which release it is"


def test_a_file_without_its_header_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("worldbank_bulk/no_header.csv")
    assert str(refused.value) == (
        "no_header.csv: the header with Country Code is not among the first lines. "
        "Fetch the World Bank's unchanged file."
    )


def test_a_message_of_the_api_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("worldbank_json/message.json")
    assert str(refused.value) == (
        "message.json: the answer holds no figures, but a message of the API. "
        "Ask again with the code of a series, and format=json."
    )


def item(**changes: object) -> str:
    """An answer with one made-up figure."""
    figure: dict[str, object] = {
        "indicator": {"id": "SL.TLF.0714.ZS", "value": ""},
        "country": {"id": "NA", "value": "Namibia"},
        "countryiso3code": "NAM",
        "date": "2016",
        "value": 0,
        "unit": "",
        "obs_status": "",
    }
    page = {"page": 1, "pages": 1, "per_page": 50, "total": 1, "lastupdated": "2026-10-07"}
    return json.dumps([page, [figure | changes]])


def test_zero_is_a_figure_null_is_none_and_long_figures_stay_whole(read_text):
    [zero] = read_text(item(), name="a.json").records
    assert (zero.cells["area"], zero.cells["value"], zero.cells["vintage"]) == (
        "NAM",
        "0",
        "2026-10-07",
    )
    nothing = read_text(item(value=None), name="b.json")
    assert (nothing.records, nothing.refusals) == ([], [])
    text = item(value=1).replace('"value": 1,', '"value": 43.36842105263150,')
    [whole] = read_text(text, name="c.json").records
    assert whole.cells["value"] == "43.36842105263150"


def test_iso2_na_is_namibia(read_text):
    [record] = read_text(item(countryiso3code=""), name="a.json").records
    assert record.cells["area"] == "NAM"


@pytest.mark.parametrize(
    ("changes", "column", "rule"),
    [
        ({"indicator": {"id": "SP.POP.TOTL"}}, "indicator", "out_of_scope"),
        ({"countryiso3code": "CHI"}, "country", "unknown_area"),
        ({"obs_status": "X"}, "obs_status", "unknown_code"),
    ],
)
def test_what_has_no_place_is_refused(read_text, changes, column, rule):
    taken = read_text(item(**changes), name="a.json")
    assert taken.records == []
    assert [(r.place, r.column, r.rule) for r in taken.refusals] == [("item 1", column, rule)]


def test_the_footnote_of_a_figure_is_its_note(read_raw):
    taken = read_raw("worldbank_json/footnote.json")
    (row,) = taken.rows
    said = (row["area"], row["year"], row["value"], row["note"])
    assert said == ("NPL", "2025", "12.5", "Rural areas only. Source: household survey")
    assert taken.remarks == []
    assert taken.pages == [Page(1, 1, 1, 1)]


def test_what_an_item_says_beside_its_figure_is_noted_or_named(read_text):
    text = json.dumps(
        [
            {"page": "2", "pages": "3", "per_page": "1", "total": "3", "lastupdated": "2026-10-01"},
            [
                {
                    "indicator": {"id": "SL.TLF.0714.ZS"},
                    "country": {"id": "NP"},
                    "countryiso3code": "NPL",
                    "date": "2025",
                    "value": 12.5,
                    "unit": "%",
                    "revised_by": "somebody",
                }
            ],
        ]
    )
    taken = read_text(text, "answer.json")
    assert [record.cells["note"] for record in taken.records] == ["Unit: %"]
    assert [remark.reason for remark in taken.remarks] == [
        "The items have revised_by, which is not read."
    ]
    assert taken.pages == [Page(2, 3, 1, 3)]


def test_footnotes_of_the_whole_zip_reach_their_figures(read_raw, tmp_path):
    with (
        zipfile.ZipFile(RAW / "worldbank_bulk" / "wdi.zip") as old,
        zipfile.ZipFile(tmp_path / "wdi.zip", "w") as new,
    ):
        for member in old.namelist():
            new.writestr(member, old.read(member))
        new.writestr(
            "WDIFootNote.csv",
            "CountryCode,SeriesCode,Year,DESCRIPTION\n"
            "JOR,SL.TLF.0714.SW.TM,YR2016,National survey\n"
            "JOR,SP.ADO.TFRT,YR2016,Of another series\n",
        )
    before = read_raw("worldbank_bulk/wdi.zip", vintage="2021").rows
    after = read_raw(tmp_path / "wdi.zip", vintage="2021").rows
    noted = [row for row in after if row["note"]]
    assert {(r["area"], r["indicator"], r["year"], r["note"]) for r in noted} == {
        ("JOR", "SL.TLF.0714.SW.TM", "2016", "National survey")
    }
    assert [row | {"note": ""} for row in after] == before


@pytest.mark.parametrize("day", ["2026-28-10", "2025-02-29", "2026-00", "2026-13"])
def test_a_release_is_a_day_of_the_calendar(read_raw, read_text, day):
    text = (RAW / "worldbank_json" / "footnote.json").read_text(encoding="utf-8")
    with pytest.raises(FileRefused, match=f"the release {day} is no day or month"):
        read_text(text.replace("2026-10-01", day), "answer.json")
    with pytest.raises(FileRefused, match=f"the release {day} is no day or month"):
        read_raw("worldbank_json/footnote.json", vintage=day)
