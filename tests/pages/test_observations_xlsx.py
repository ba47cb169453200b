"""The workbook of the data page holds what the CSV holds, and loads back unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.downloads import BESIDE, COLUMNS
from components.labels import ENDING
from components.spreadsheet import MEDIA_TYPE
from components.wording import LANGUAGES, wording
from data.methods.formula_mark import unmarked
from loaders.reading.contract import Opened, Rows
from loaders.reading.sample import sample_of
from loaders.sources.registry import recognise
from pages.routes import ROUTES
from pages.service import MIDDLEWARE

ASKED = "indicator=SL_TLF_CHLDEA&area=CIV,TUR,NPL"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def _csv_rows(client: TestClient) -> list[list[str]]:
    text = client.get(f"/api/v1/observations.csv?{ASKED}").content.decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_workbook_shows_names_and_ages_as_they_are(client: TestClient) -> None:
    answer = client.get(f"/api/v1/observations.xlsx?{ASKED}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, MEDIA_TYPE)
    assert answer.headers["content-disposition"].endswith('.xlsx"')
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["Data 1"]
    shown = [["" if v is None else str(v) for v in row] for row in sheet.values]
    wanted = _csv_rows(client)
    assert shown == [[unmarked(text) for text in row] for row in wanted]
    assert {row[2] for row in wanted[1:]} == {"Côte d'Ivoire", "Türkiye", "Nepal"}
    assert {"5-14", "5-17"} & {row[COLUMNS.index("age")] for row in shown}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_download_of_ours_loads_back_unchanged(
    client: TestClient, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"mine.{suffix}"
    path.write_bytes(client.get(f"/api/v1/observations.{suffix}?{ASKED}").content)
    sample = sample_of(path)
    items = list(recognise(sample).read(Opened(sample)))
    assert {type(item) for item in items} == {Rows}
    names = [name for name in COLUMNS if name not in {"area_name", *BESIDE}]
    loaded = [
        [item.cells(at)[name] for name in names]
        for item in items
        if isinstance(item, Rows)
        for at in range(len(item.places))
    ]
    assert loaded == [
        [unmarked(text) for name, text in zip(COLUMNS, row, strict=True) if name in names]
        for row in _csv_rows(client)[1:]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_and_notes_stand_on_sheets_of_their_own(client: TestClient, language: str) -> None:
    asked = "theme=child_labour&area=WLD&year=2022"
    answer = client.get(f"/api/v1/observations.xlsx?{asked}&lang={language}&labels=1")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    words = wording(language)
    data, sources, notes = book.worksheets
    assert (sources.title, notes.title) == (
        words.t("cite.sheet.sources"),
        words.t("cite.sheet.notes"),
    )
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    header = [str(cell.value) for cell in data[1]]
    rows = [
        dict(zip(header, row, strict=True)) for row in data.iter_rows(min_row=2, values_only=True)
    ]
    assert {row["sex_label"] for row in rows if row["sex"] == "T"} == {words.t("charts.sex.T")}
    assert data.max_row - 1 == sum(row[7].value for row in sources.iter_rows(min_row=2))
    held = {row[9].value for row in sources.iter_rows(min_row=2)}
    assert held == {row["source"] for row in rows}
    told = {row[0].value: row[3].value for row in notes.iter_rows() if row[3].value}
    assert "as_of=1" in told[words.t("cite.sheet.note.address")]
    assert told[words.t("cite.sheet.note.years")].count("2022") >= 1
    # Terms withhold some of the world's figures, and the notes name their sources.
    [label] = {words.t("cite.sheet.note.withheld")} & set(told)
    codes = {(row[0].value, row[1].value): row[2].value for row in notes.iter_rows()}
    assert codes["sex", "T"] == words.t("charts.sex.T")
    assert {name for name, _ in codes} >= set(COLUMNS)


def test_labels_stand_behind_their_codes_in_the_csv(client: TestClient) -> None:
    plain = _csv_rows(client)
    text = client.get(f"/api/v1/observations.csv?{ASKED}&labels=1&lang=ar").content.decode()
    named = list(csv.reader(io.StringIO(text, newline="")))
    keep = [at for at, name in enumerate(named[0]) if not name.endswith("_label")]
    assert [[row[at] for at in keep] for row in named] == plain
    at = named[0].index("area_label")
    assert {row[at] for row in named[1:]} == {"كوت ديفوار", "تركيا", "نيبال"}
    for query in ("labels=2", "labels=1&lang=xx"):
        answer = client.get(f"/api/v1/observations.csv?{query}")
        assert answer.status_code == 400 and "llowed" in answer.text


def test_labels_stand_behind_their_codes_on_pages_of_json(client: TestClient) -> None:
    text = client.get(f"/api/v1/observations.csv?{ASKED}&labels=1&lang=fr").content.decode()
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    following = f"/api/v1/observations.json?{ASKED}&labels=1&lang=fr&limit=2"
    rows: list[dict[str, Any]] = []
    while following:
        page = client.get(following).json()
        assert page["meta"]["parameters"]["labels"] == "1"
        rows += page["rows"]
        following = page["meta"]["next"]
    assert len(rows) == len(lines) > 2
    for row, line in zip(rows, lines, strict=True):
        assert list(row) == list(line)
        for name in line:
            if name.endswith(ENDING):
                assert (row[name] or "") == unmarked(line[name])
    plain = client.get(f"/api/v1/observations.json?{ASKED}&labels=0").json()["rows"][0]
    assert plain == {name: cell for name, cell in rows[0].items() if not name.endswith(ENDING)}
    for query in ("labels=2", "labels=1&lang=xx"):
        answer = client.get(f"/api/v1/observations.json?{query}")
        assert answer.status_code == 400 and "llowed" in answer.text


def test_what_is_withheld_is_refused_as_in_csv(client: TestClient) -> None:
    for query in ("source=WALK_FREE_GSI_2023", "area=XXX", "nothing=1"):
        both = [client.get(f"/api/v1/observations.{kind}?{query}") for kind in ("csv", "xlsx")]
        assert both[0].status_code == both[1].status_code != 200
        assert both[0].text == both[1].text
