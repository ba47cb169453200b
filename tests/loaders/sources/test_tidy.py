"""Our own columns: what we wrote is read as it was, and what is not read is named."""

from __future__ import annotations

from collections.abc import Mapping

from components.downloads import HEADER
from data.records import Observation
from tests.csv_module import lines_of_rows
from tests.factories import observation

NOTES = ("=1+1", "-2+3", "@SUM(1)", "'=1", "' -1", " +1", "plain", "'", "21.70", "Côte d'Ivoire")


def test_a_download_loads_back_as_it_was(read_text):
    rows = [
        observation(area="NPL", year=2001 + n, value=21.7, note=note, survey=note, age="5-14")
        for n, note in enumerate(NOTES)
    ]
    text = HEADER + "".join(lines_of_rows([[tuple(row) for row in rows]], {"NPL": "Nepal"}))
    taken = read_text(text)
    assert (taken.refusals, taken.remarks) == ([], [])
    assert [r.cells["note"] for r in taken.records] == list(NOTES)
    assert [_row(r.cells) for r in taken.records] == [_row(_texts(row)) for row in rows]


def _row(cells: Mapping[str, str]) -> list[str]:
    return [cells[name] for name in Observation._fields]


def _texts(row: Observation) -> dict[str, str]:
    return {name: "" if v is None else str(v) for name, v in row._asdict().items()}


def test_a_figure_keeps_its_digits(read_text):
    header = "indicator,area,year,value,unit,vintage,source\n"
    (record,) = read_text(header + "HDI,NPL,2020,21.70,INDEX,2026,UNDP_HDR_2024\n").records
    assert record.cells["value"] == "21.70"


def test_a_column_that_is_not_ours_is_named(read_text):
    taken = read_text(
        "indicator,area,area_name,year,value,unit,vintage,source,weight\n"
        "HDI,NPL,Nepal,2020,0.6,INDEX,2026,UNDP_HDR_2024,3\n"
    )
    assert [remark.reason for remark in taken.remarks] == ["The column weight is not read."]
