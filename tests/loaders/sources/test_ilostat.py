"""ILOSTAT's bulk files with codes and with labels give the same figures."""

from __future__ import annotations

import pytest

from loaders.reading.contract import FileRefused, Refusal

VINTAGE = "copy with data to 2024"
HEADER = "ref_area,source,indicator,sex,classif1,classif2,time,obs_value,obs_status\n"
LINE = "NAM,BX:1,CLD_XCHL_SEX_AGE_STU_NB,SEX_T,AGE_CLDVERSION_Y05-17,STU_EDU_TOTAL,2019,1.5,"


@pytest.mark.parametrize("name", ["labels.csv", "labels_semicolon.csv"])
def test_labels_give_the_expected_rows_in_both_spellings(read_raw, expected, name):
    taken = read_raw(f"ilostat/{name}", vintage=VINTAGE)
    assert taken.format.name == "ilostat-bulk"
    assert taken.rows == expected("ilostat/expected_labels.csv")
    assert taken.refusals == [
        Refusal(
            "line 15",
            "sex.label",
            "Other",
            "unsupported_sex",
            "The store holds total, female and male; the line carries no value.",
        )
    ]


def test_codes_packed_with_gzip_give_the_expected_rows(read_raw, expected):
    taken = read_raw("ilostat/codes.csv.gz", vintage=VINTAGE)
    assert taken.rows == expected("ilostat/expected_codes.csv")
    assert [(r.place, r.value, r.rule) for r in taken.refusals] == [
        ("line 15", "SEX_O", "unsupported_sex"),
        ("line 22", "X66", "unknown_area"),
    ]


def test_codes_and_labels_differ_in_survey_and_notes_only(read_raw):
    def bare(name: str) -> list[dict[str, str]]:
        records = read_raw(f"ilostat/{name}", vintage=VINTAGE).records
        told = [dict(r.cells) for r in records if not r.cells["area"].startswith("ILO_")]
        return [{k: v for k, v in c.items() if k not in ("survey", "note")} for c in told]

    assert bare("codes.csv.gz") == bare("labels.csv")


def test_a_cut_gzip_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("ilostat/cut.csv.gz", vintage=VINTAGE)
    assert str(refused.value) == (
        "cut.csv.gz, end of file: the packed file is damaged or cut short. "
        "The download may have been cut short: fetch it again."
    )


@pytest.mark.parametrize(
    ("old", "new", "column", "rule"),
    [
        ("CLD_XCHL_SEX_AGE_STU_NB", "SDG_0852_SEX_AGE_RT", "indicator", "out_of_scope"),
        ("STU_EDU_TOTAL", "GEO_COV_NAT", "classif2", "unknown_code"),
        ("AGE_CLDVERSION_Y05-17", "AGE_OTHER_X", "classif1", "unknown_code"),
        (",1.5,", ",1.5,Z", "obs_status", "unknown_code"),
        ("NAM,", "X99,", "ref_area", "unknown_area"),
    ],
)
def test_what_has_no_place_is_refused(read_text, old, new, column, rule):
    taken = read_text(HEADER + LINE.replace(old, new) + "\n", vintage="1")
    assert taken.records == []
    assert [(r.place, r.column, r.rule) for r in taken.refusals] == [("line 2", column, rule)]


@pytest.mark.parametrize(
    ("ending", "then"),
    [
        (",0,", ("0", "A", "")),
        (",,U", ("", "Q", "Unreliable")),
        (",,", ("", "O", "")),
        (",2.5,U", ("2.5", "U", "")),
        (",2.5,B", ("2.5", "B", "")),
    ],
)
def test_zero_withheld_and_blank_stay_different(read_text, ending, then):
    [record] = read_text(HEADER + LINE.removesuffix(",1.5,") + ending + "\n", vintage="1").records
    cells = record.cells
    assert (cells["value"], cells["status"], cells["suppressed"]) == then


def test_na_is_namibia_and_modelled_sources_are_marked(read_text):
    lines = LINE + "\n" + LINE.replace("NAM,BX:1", "X01,XA:2198") + "\n"
    namibia, world = read_text(HEADER + lines, vintage="1").records
    assert (namibia.cells["area"], namibia.cells["survey"]) == ("NAM", "BX:1")
    assert (world.cells["area"], world.cells["survey"]) == ("WLD", "ILO - Modelled Estimates")
    assert (world.cells["status"], world.cells["nature"]) == ("E", "M")


def test_the_edition_with_both_takes_survey_and_aggregate_from_the_labels(read_text):
    header = HEADER.replace("ref_area,source", "ref_area,ref_area.label,source,source.label")
    line = LINE.replace("NAM,BX:1", "X66,Northern Africa,BX:1,LFS - Labour Force Survey")
    [record] = read_text(header + line + "\n", vintage="1").records
    assert (record.cells["area"], record.cells["survey"]) == (
        "ILO_NORTHERN_AFRICA",
        "LFS - Labour Force Survey",
    )


def test_a_column_that_no_row_takes_is_told(read_text):
    text = HEADER.replace("\n", ",note_source,quality\n") + LINE + ",Own note,low\n"
    taken = read_text(text, vintage=VINTAGE)
    assert [row["note"] for row in taken.rows] == ["Own note"]
    assert [remark.reason for remark in taken.remarks] == ["No column of ours holds quality."]
