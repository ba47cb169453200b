"""Workbooks for people: texts are texts, figures are numbers, and the bytes repeat."""

from __future__ import annotations

import io

import openpyxl
import pytest

from components import spreadsheet
from components.spreadsheet import workbook_pieces

HEADER = ("area_name", "age", "value", "note")
ROWS = [
    ("Côte d'Ivoire", "5-14", "21.7", "=1+1"),
    ("Türkiye", "12-14", "2.2250738585072014e-308", "#N/A"),
    ("كوت ديفوار", "18+", "", ' a <b> & "c"\nd '),
    ("", "5-17", "6112019", "-2+3"),
    ("x\x01", "_T", "0", "@SUM(1)"),
]


def opened(data: bytes) -> list[list[tuple[object, str, str]]]:
    """Value, type and format of every cell below the headers, sheets one behind the other."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [[c.value for c in sheet[1]] for sheet in book] == [list(HEADER)] * len(book.sheetnames)
    return [
        [(c.value, c.data_type, c.number_format) for c in row]
        for sheet in book
        for row in sheet.iter_rows(min_row=2)
    ]


def test_texts_are_text_cells_and_figures_numbers() -> None:
    rows = opened(b"".join(workbook_pieces(HEADER, ROWS, {2})))
    for cells, texts in zip(rows, ROWS, strict=True):
        for at, ((value, kind, form), text) in enumerate(zip(cells, texts, strict=True)):
            if at == 2 and text:
                assert (value, kind) == (float(text), "n")
            else:
                assert (value or "", form) == (text.replace("\x01", "_x0001_"), "@")
                assert kind == ("s" if text else "n")


def test_rows_beyond_a_sheet_go_to_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    data = b"".join(workbook_pieces(HEADER, ROWS, {2}))
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["Data 1", "Data 2", "Data 3"]
    assert len(opened(data)) == len(ROWS)


def test_the_bytes_repeat_and_come_in_pieces() -> None:
    many = [ROWS[0]] * 10_000
    once, again = (list(workbook_pieces(HEADER, many, {2})) for _ in range(2))
    assert b"".join(once) == b"".join(again)
    assert len(once) > 2
