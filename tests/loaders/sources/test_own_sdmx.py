"""Our figures as SDMX-CSV are taken back by the loaders row by row, and follow the standard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.methods.formula_mark import marked, unmarked
from data.methods.sdmx_codes import age_code, age_of, sex_code, sex_of, unit_codes, unit_of
from data.records import Observation
from pages.routes import ROUTES
from tests.loaders.sources.conftest import ReadRaw

ASKED = "area=NPL,MEX,WLD,MDG,BRA"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES))) as opened:
        yield opened


def _lines(client: TestClient, form: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/v1/observations.{form}?{ASKED}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def test_the_loaders_take_every_figure_back(
    client: TestClient, read_raw: ReadRaw, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(client.get(f"/api/v1/observations.sdmx.csv?{ASKED}").content)
    taken = read_raw(path)
    assert taken.format.name == "sdmx-csv"
    assert (taken.refusals, taken.remarks) == ([], [])
    wanted = [
        {name: unmarked(line[name]) for name in Observation._fields}
        for line in _lines(client, "csv")
    ]
    assert [dict(record.cells) for record in taken.records] == wanted
    assert {line["status"] for line in wanted} >= {"A", "Q", "O", "E"}


def test_the_columns_are_those_of_the_standard(client: TestClient) -> None:
    lines = _lines(client, "sdmx.csv")
    assert list(lines[0])[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert {line["STRUCTURE"] for line in lines} == {"dataflow"}
    assert {line["STRUCTURE_ID"] for line in lines} == {"TARGET87:OBSERVATIONS(1.0)"}
    assert {line["ACTION"] for line in lines} == {"I"}
    assert {line["SEX"] for line in lines} == {"_T", "F", "M"}
    ages = {line["AGE"] for line in lines}
    assert {"_T", "Y5T17", "Y_GE15"} <= ages and not any("-" in age for age in ages)
    thousands = [line for line in lines if line["INDICATOR"] == "CLD_XCHL_SEX_AGE_STU_NB"]
    assert {(line["UNIT_MEASURE"], line["UNIT_MULT"]) for line in thousands} == {("PS", "3")}


@pytest.mark.parametrize("age", ["_T", "5-17", "0-4", "18+", "15", "0", "AGE_OTHER"])
def test_an_age_comes_back(age: str) -> None:
    assert age_of(age_code(age)) == age


@pytest.mark.parametrize("unit", ["PERCENT", "PERSONS", "THOUSAND_PERSONS", "YEARS", "USD_2015"])
def test_a_unit_comes_back(unit: str) -> None:
    assert unit_of(*unit_codes(unit)) == unit


def test_a_sex_and_a_marked_text_come_back() -> None:
    assert [sex_of(sex_code(sex)) for sex in ("T", "F", "M")] == ["T", "F", "M"]
    assert unmarked(marked("=1+1")) == "=1+1"
