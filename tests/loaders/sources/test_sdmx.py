"""SDMX of UNICEF and the ILO: CSV, ML and JSON of the same observations give the same rows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import sdmx

from data.records import Observation
from loaders.facts.tables import TABLES
from loaders.reading.contract import FileRefused, Refusal, Remark
from loaders.sources.sdmx.structure import codes_of

RAW = Path(__file__).resolve().parents[2] / "raw"
UNICEF = (
    ("sdmx_csv/unicef_1_0_labels.csv", "sdmx-csv"),
    ("sdmx_csv/unicef_2_0.csv", "sdmx-csv"),
    ("sdmx_ml/unicef_structure_specific.xml", "sdmx-ml"),
    ("sdmx_ml/unicef_flat.xml", "sdmx-ml"),
    ("sdmx_json/unicef_1_0.json", "sdmx-json"),
    ("sdmx_json/unicef_2_0.json", "sdmx-json"),
)
ILO = (("sdmx_csv/ilo_1_0.csv", "sdmx-csv"), ("sdmx_ml/ilo_generic.xml", "sdmx-ml"))
ILO_HEADER = (
    "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,AGE,STU,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,"
    "UNIT_MULT,SOURCE\n"
)


def without_place(rows):
    """Rows as a set of records: the formats name places in their own ways."""
    return sorted(tuple(row[c] for c in Observation._fields) for row in rows)


def ilo(flow="DF_CLD_XCHL_SEX_AGE_STU_NB", **cells):
    """One line of an ILO answer with made-up codes or figures."""
    full = {"area": "NAM", "sex": "SEX_T", "age": "AGE_CLDVERSION_Y05-17", "stu": "STU_EDU_TOTAL"}
    full |= {"year": "2016", "value": "12.5", "status": "", "unit": "PS", "mult": "3"} | cells
    line = (
        f"ILO:{flow}(1.0),{full['area']},A,X,{full['sex']},{full['age']},{full['stu']},"
        f"{full['year']},{full['value']},{full['status']},{full['unit']},{full['mult']},LFS - X\n"
    )
    return ILO_HEADER + line


@pytest.mark.parametrize(("name", "format_name"), UNICEF)
def test_unicef_gives_the_expected_rows(read_raw, expected, name, format_name):
    taken = read_raw(name, vintage="2022")
    wanted = expected("sdmx_csv/expected_unicef_1_0_labels.csv")
    assert taken.format.name == format_name
    assert without_place(taken.rows) == without_place(wanted)
    assert [(r.column, r.value, r.rule) for r in taken.refusals] == [
        ("INDICATOR", "PT_CHLD_Y0T4_REG", "out_of_scope")
    ]


@pytest.mark.parametrize(("name", "format_name"), ILO)
def test_the_ilo_gives_the_expected_rows(read_raw, expected, name, format_name):
    taken = read_raw(name, vintage="copy with data to 2024")
    assert taken.format.name == format_name
    assert without_place(taken.rows) == without_place(expected("sdmx_csv/expected_ilo_1_0.csv"))
    assert taken.refusals == []


def test_places_count_lines_in_a_csv_and_observations_in_a_message(read_raw, expected):
    lines = read_raw("sdmx_csv/unicef_1_0_labels.csv", vintage="2022")
    message = read_raw("sdmx_json/unicef_1_0.json", vintage="2022")
    assert lines.rows == expected("sdmx_csv/expected_unicef_1_0_labels.csv")
    assert message.rows[0]["place"] == "observation 1"


@pytest.mark.parametrize(
    ("raw", "curated", "vintage"),
    [
        ("sdmx_csv/unicef_2_0.csv", "unicef_child_labour_economic", "2025"),
        ("sdmx_csv/unicef_2_0.csv", "unicef_child_marriage", "2022"),
    ],
)
def test_figures_are_those_of_the_curated_tables(read_raw, raw, curated, vintage):
    with (TABLES / "observations" / f"{curated}.csv").open(encoding="utf-8", newline="") as lines:
        table = [tuple(row.values()) for row in csv.DictReader(lines)]
    rows = read_raw(raw, vintage=vintage).records
    mine = [tuple(r.cells.values()) for r in rows if r.cells["indicator"] == table[0][0]]
    assert len(mine) >= 3
    assert set(mine) <= set(table)


def test_a_message_says_its_own_release(read_raw):
    taken = read_raw("sdmx_ml/unicef_structure_specific.xml")
    assert {row["vintage"] for row in taken.rows} == {"2022-11-07"}
    assert {row["vintage"] for row in read_raw("sdmx_json/unicef_2_0.json").rows} == {"2022-11-07"}


def test_a_csv_without_a_named_release_is_refused(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("sdmx_csv/unicef_2_0.csv")
    assert str(refused.value) == (
        "unicef_2_0.csv: the file does not say of which release it is. "
        "Name the release with --vintage, for example --vintage 2026-09."
    )


def test_broken_records_are_refused_one_by_one(read_raw):
    taken = read_raw("sdmx_csv/broken_records.csv", vintage="2025")
    assert taken.records == []
    assert taken.refusals == [
        Refusal("line 2", "OBS_VALUE", "13.3x", "not_a_number", "'13.3x' is not a number."),
        Refusal("line 3", "REF_AREA", "ZZZ", "unknown_area", "No table of ours knows this area."),
        Refusal("line 4", "TIME_PERIOD", "2023-Q1", "not_a_year", "Only whole years are taken."),
        Refusal("line 5", "ACTION", "D", "deletes", "A file adds or revises here."),
        Refusal("line 6", "SEX", "X", "unknown_code", "SEX has no such code with us."),
        Refusal("line 7", "", "26", "cells_missing", "24 cells are wanted."),
        Refusal("line 8", "OBS_STATUS", "9", "unknown_status", "Not an OBS_STATUS we take."),
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "sdmx_csv/broken_header.csv",
            "broken_header.csv, line 1: the column SEX stands twice. "
            "Fetch the file again as the publisher serves it.",
        ),
        (
            "sdmx_json/broken_cut_short.json",
            "broken_cut_short.json, line 131, column 4: the JSON is broken (Expecting value). "
            "The download may have been cut short: fetch it again.",
        ),
    ],
)
def test_broken_files_are_refused_whole(read_raw, name, sentence):
    with pytest.raises(FileRefused) as refused:
        read_raw(name, vintage="2025")
    assert str(refused.value) == sentence


@pytest.mark.parametrize("name", ["broken_doctype.xml", "broken_cut_short.xml"])
def test_hostile_or_cut_messages_give_no_row(read_raw, name):
    with pytest.raises(FileRefused, match=name):
        read_raw(f"sdmx_ml/{name}", vintage="2025")


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({"value": "0"}, ("0", "A", "")),
        ({"value": "", "status": "U"}, ("", "Q", "Unreliable")),
        ({"value": ""}, ("", "O", "")),
        ({"value": "NaN"}, ("", "O", "")),
        ({"value": "..", "status": "M"}, ("", "M", "")),
        ({"value": "<5"}, ("", "Q", "<5")),
        ({"value": "12500", "mult": "0"}, ("12.5", "A", "")),
        ({"value": "0.0125", "mult": "6"}, ("12.5", "A", "")),
        ({"value": "3.10"}, ("3.10", "A", "")),
    ],
)
def test_absence_zero_and_multipliers_stay_apart(read_text, cells, wanted):
    (row,) = read_text(ilo(**cells), vintage="2026-10").rows
    assert (row["value"], row["status"], row["suppressed"]) == wanted


def test_a_figure_in_another_unit_is_refused(read_text):
    (refusal,) = read_text(ilo(unit="PT"), vintage="2026-10").refusals
    assert refusal == Refusal(
        "line 2", "UNIT_MEASURE", "PT", "unit_differs", "We hold it in THOUSAND_PERSONS."
    )


def test_a_series_without_a_source_of_ours_asks_for_one(read_text):
    text = ilo("DF_SDG_A871_SEX_AGE_RT", unit="PT", mult="0", stu="")
    with pytest.raises(FileRefused) as refused:
        read_text(text, vintage="2026-10")
    assert str(refused.value) == (
        "file.csv: the catalogue has no source for DF_SDG_A871_SEX_AGE_RT as its publisher hands "
        "it out. Name the source with --source."
    )


def test_codes_are_held_against_the_publishers_own_lists(read_raw):
    structure = RAW / "sdmx_ml" / "unicef_structure.xml"
    assert codes_of(str(structure)) == {"SEX": frozenset({"F", "_T"})}
    taken = read_raw("sdmx_csv/unicef_2_0.csv", vintage="2025", structure=str(structure))
    assert {r.rule for r in taken.refusals} == {"code_not_in_structure", "out_of_scope"}
    assert {row["sex"] for row in taken.rows} == {"T", "F"}


def test_a_data_message_is_no_structure():
    with pytest.raises(FileRefused) as refused:
        codes_of(str(RAW / "sdmx_ml" / "ilo_generic.xml"))
    assert str(refused.value) == (
        "ilo_generic.xml: it is no SDMX structure message. "
        "Fetch the dataflow with references=all, as SDMX-ML 2.1."
    )


def test_the_stream_reads_what_sdmx1_reads(read_raw):
    content = (RAW / "sdmx_ml" / "ilo_generic.xml").read_bytes()
    (data,) = sdmx.read_sdmx(io.BytesIO(content)).data
    theirs = [str(one.value or "") for one in data.obs]
    ours = [row["value"] for row in read_raw("sdmx_ml/ilo_generic.xml").rows]
    assert ours == theirs


def test_a_series_of_json_keeps_its_own_attributes(read_text):
    document = json.loads((RAW / "sdmx_json" / "unicef_1_0.json").read_text(encoding="utf-8"))
    structure = document["data"]["structure"]
    at = next(
        n for n, a in enumerate(structure["attributes"]["observation"]) if a["id"] == "DATA_SOURCE"
    )
    survey = structure["attributes"]["observation"].pop(at)
    structure["attributes"]["series"] = [survey]
    for series in document["data"]["dataSets"][0]["series"].values():
        values = [o.pop(at + 1) for o in series["observations"].values()]
        series["attributes"] = values[:1]
    rows = read_text(json.dumps(document), name="moved.json", vintage="2022").rows
    with (RAW / "sdmx_csv/expected_unicef_1_0_labels.csv").open(newline="") as lines:
        assert without_place(rows) == without_place(list(csv.DictReader(lines)))


@pytest.mark.parametrize("key", ["9:0:0", "-1:0:0", "0:0", "a:b:c"])
def test_a_key_that_its_structure_does_not_hold_refuses_the_message(read_text, key):
    document = json.loads((RAW / "sdmx_json" / "unicef_1_0.json").read_text(encoding="utf-8"))
    series = document["data"]["dataSets"][0]["series"]
    series[key] = series.pop(next(iter(series)))
    with pytest.raises(FileRefused) as refused:
        read_text(json.dumps(document), name="odd.json", vintage="2022")
    assert refused.value.rule == (
        "the message points to a component that its structure does not hold"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_order_of_columns_and_rows_and_encoding_make_no_difference(read_text, expected, encoding):
    with (RAW / "sdmx_csv" / "unicef_2_0.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    order = sorted(range(len(header)), key=lambda at: header[at])
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([row[at] for at in order] for row in (header, *reversed(rows)))
    taken = read_text(text.getvalue(), encoding=encoding, vintage="2022")
    wanted = expected("sdmx_csv/expected_unicef_1_0_labels.csv")
    assert without_place(taken.rows) == without_place(wanted)


SECOND = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE"


def unicef(*, header: str = SECOND, more: dict[str, str] | None = None, **cells: str) -> str:
    """An SDMX-CSV 2 line of UNICEF with made-up figures; `more` are further columns."""
    full = {"STRUCTURE": "dataflow", "STRUCTURE_ID": "UNICEF:GLOBAL_DATAFLOW(1.0)", "ACTION": "I"}
    full |= {"REF_AREA": "NPL", "INDICATOR": "PT_CHLD_5-17_LBR_ECON", "SEX": "_T"}
    full |= {"TIME_PERIOD": "2026", "OBS_VALUE": "11.5"} | cells
    text = io.StringIO()
    names = header.split(",")
    codes = [full[name.partition("[")[0].partition(":")[0]] for name in names]
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([[*names, *(more or {})], [*codes, *(more or {}).values()]])
    return text.getvalue()


@pytest.mark.parametrize(
    "structure", ["STRUCTURE", "STRUCTURE[;]", "STRUCTURE[|]", "STRUCTURE:Kind"]
)
@pytest.mark.parametrize("start", ["", "\n", "\ufeff", "sep=,\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_the_standard_leaves_open_is_not_needed(read_text, structure, start, line_end):
    header = SECOND.replace("ACTION,", "").replace("STRUCTURE,", f"{structure},", 1)
    text = start + unicef(header=header)
    taken = read_text(text.replace("\n", line_end), vintage="2026-11")
    assert taken.format.name == "sdmx-csv"
    assert [(row["area"], row["year"], row["value"]) for row in taken.rows] == [
        ("NPL", "2026", "11.5")
    ]
    assert (taken.refusals, taken.remarks) == ([], [])


@pytest.mark.parametrize(
    ("structure", "title", "cell", "note"),
    [
        ("STRUCTURE", "OBS_FOOTNOTE[]", "Urban areas only", "Urban areas only"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[]", "Urban; Girls", "Urban; Girls"),
        ("STRUCTURE[|]", "OBS_FOOTNOTE[]", "Urban, and rural|Girls", "Urban, and rural; Girls"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[]", '"Urban; rural";Girls', "Urban; rural; Girls"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[en;fr]", "fr:Villes;en:Towns: all", "Towns: all"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[fr;es]", "fr:Villes;es:Ciudades", "Villes"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[en;fr]", '"en:A;fr:B";"fr:C"', "A; C"),
        ("STRUCTURE[;]", "OBS_FOOTNOTE[en;fr]", "", ""),
        ("STRUCTURE", "SERIES_FOOTNOTE[]", "Of the series", "Of the series"),
        ("STRUCTURE", "OBS_FOOTNOTE[]:Note", "Urban: all", "Urban: all"),
    ],
)
def test_a_component_of_several_values_or_languages_is_kept(
    read_text, structure, title, cell, note
):
    text = unicef(header=SECOND.replace("STRUCTURE,", f"{structure},", 1), more={title: cell})
    taken = read_text(text, vintage="2026-11")
    assert [row["note"] for row in taken.rows] == [note]
    assert (taken.refusals, taken.remarks) == ([], [])


def test_what_no_row_takes_is_told(read_text):
    more = {"Urban part": "7", "CUSTODIAN": "UNICEF", "NOTE_LABEL": "x", "REF_AREA_LABEL": "Nepal"}
    taken = read_text(unicef(more=more), vintage="2026-11")
    assert [row["value"] for row in taken.rows] == ["11.5"]
    no_column = "is neither a component nor its label: it is not read."
    assert taken.remarks == [
        Remark("line 2", "attribute_not_read", "No column of ours holds CUSTODIAN."),
        Remark("line 1", "unknown_column", f"'Urban part' {no_column}"),
        Remark("line 1", "unknown_column", f"'NOTE_LABEL' {no_column}"),
    ]


def test_labels_that_stand_beside_their_components_are_known(read_text):
    header = SECOND.replace("ACTION", "STRUCTURE_NAME")
    text = unicef(header=header, STRUCTURE_NAME="Indicators", more={"AGE": "Y5T17", "Age": "5-17"})
    taken = read_text(text, vintage="2026-11")
    assert ([row["age"] for row in taken.rows], taken.remarks) == (["5-17"], [])


@pytest.mark.parametrize("mark", ["#N/A", "NaN", "#n/a", "nan"])
@pytest.mark.parametrize(
    "component",
    "OBS_FOOTNOTE SERIES_FOOTNOTE DATA_SOURCE COVERAGE_TIME UNIT_MULTIPLIER UNIT_MEASURE OBS_CONF"
    " LOWER_BOUND UPPER_BOUND AGE SOURCE_LINK CUSTODIAN REF_PERIOD WEALTH_QUINTILE".split(),
)
def test_a_mark_of_the_standard_means_absent(read_text, component, mark):
    taken = read_text(unicef(more={component: mark}), vintage="2026-11")
    (row,) = read_text(unicef(), vintage="2026-11").rows
    assert (taken.rows, taken.refusals, taken.remarks) == ([row], [], [])


@pytest.mark.parametrize("mark", ["#N/A", "NaN", ""])
@pytest.mark.parametrize(("said", "status"), [("M", "M"), ("O", "O"), ("A", "O"), ("#N/A", "O")])
def test_a_missing_value_keeps_its_status(read_text, mark, said, status):
    taken = read_text(unicef(OBS_VALUE=mark, more={"OBS_STATUS": said}), vintage="2026-11")
    assert [(row["value"], row["status"], row["note"]) for row in taken.rows] == [("", status, "")]


def test_a_survey_keeps_its_colon_where_titles_have_no_labels(read_text):
    one = ilo().replace("LFS - X", "NLFS: 2024/25 round")
    (row,) = read_text(one, vintage="2026-11").rows
    assert row["survey"] == "NLFS: 2024/25 round"
    (row,) = read_text(one.replace(",SOURCE\n", ",SOURCE:Source\n"), vintage="2026-11").rows
    assert row["survey"] == "NLFS"


@pytest.mark.parametrize(
    ("code", "title"), [("510", "Response size exceeds service limit"), ("1001", "Truncated at 5")]
)
def test_an_answer_that_says_that_it_is_cut_is_refused(read_text, code, title):
    rule = f"the publisher says that its answer is cut (message {code}: {title})"
    document = json.loads((RAW / "sdmx_json" / "unicef_2_0.json").read_text(encoding="utf-8"))
    document["errors"] = [{"code": int(code), "title": title}]
    with pytest.raises(FileRefused) as refused:
        read_text(json.dumps(document), name="cut.json", vintage="2022")
    assert refused.value.rule == rule
    with pytest.raises(FileRefused) as refused:
        read_text(_with_footer(code, title), name="cut.xml", vintage="2022")
    assert refused.value.rule == rule


def test_other_messages_of_a_server_are_told(read_text):
    document = json.loads((RAW / "sdmx_json" / "unicef_2_0.json").read_text(encoding="utf-8"))
    document["errors"] = [{"code": 1002, "title": "Figures of 2022", "detail": "are provisional"}]
    told = Remark("errors", "publisher_message", "1002 Figures of 2022; are provisional")
    assert told in read_text(json.dumps(document), name="told.json", vintage="2022").remarks
    message = _with_footer("1002", "Figures of 2022 are provisional")
    told = Remark("footer", "publisher_message", "1002 Figures of 2022 are provisional")
    assert told in read_text(message, name="told.xml", vintage="2022").remarks


def _with_footer(code: str, text: str) -> str:
    """A message of UNICEF with a footer as SDMX 2.1 defines it."""
    whole = (RAW / "sdmx_ml" / "unicef_flat.xml").read_text(encoding="utf-8")
    start, end, rest = whole.rpartition("</")
    footer = (
        '<f:Footer xmlns:f="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer">'
        f'<f:Message code="{code}" severity="Warning"><Text>{text}</Text></f:Message></f:Footer>'
    )
    return start + footer + end + rest
