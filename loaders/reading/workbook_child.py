"""Reads a workbook in a process of its own that has little memory, time and rights.

`loaders.reading.workbook` starts this file with the workbook as standard input and a question as
argument: `{"what": "sheets" | "rows" | "cells", "kind": "xlsx" | "xls", "sheet": …, bounds}`. It
answers with JSON lines on standard output: `[number, [cells]]` for each row that is not empty, or
`{"sheets": …}`, then `{"end": true}`; or `{"refused": [place, rule, remedy]}`. Of `cells`, which
are those of all sheets of an .xlsx, hidden ones too, each is a text with its kind before it
(`CELL_KINDS`); each sheet begins with a row of number 0, its name and its merged cells. What goes
wrong otherwise ends the process.
"""

from __future__ import annotations

import json
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any, Final

_AGAIN: Final = "The download may be damaged: fetch it again."
_OWN: Final = "Fetch the publisher's own unchanged file."
_ROW_CHARACTERS: Final = 4_000_000
"""No row is longer in our files than 40,000; the other side reads no line above 16 MB."""
_FORMULA_RECORDS: Final = frozenset({0x0006, 0x0206, 0x0406})
_END_RECORD: Final = 0x000A
FORMULA: Final = "=formula"
"""What stands for a cell of an .xls that holds a formula; an .xlsx gives the formula itself."""

CELL_KINDS: Final = ("empty", "text", "number", "percent", "date", "formula", "other")
"""What a cell of `cells` is; a percentage is given as it is shown, `12.5` for 12.5 %."""


class _Refused(ValueError):
    def __init__(self, place: str, rule: str, remedy: str) -> None:
        super().__init__(place, rule, remedy)


def cell_text(value: object) -> str:
    """The text of a workbook's cell: whole numbers without `.0`, an empty cell as empty text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _formula_text(value: Any) -> str:
    """A cell's text, or its formula: a result that the sheet remembers is nobody's figure."""
    kind = type(value).__name__
    if kind in {"ArrayFormula", "DataTableFormula"}:
        return str(getattr(value, "text", None) or FORMULA)
    return cell_text(value)


def _limit(memory: int, seconds: float) -> None:
    whole = int(seconds) + 1
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))


def _chosen(sheets: list[tuple[str, str]], sheet: str | None) -> str:
    """The sheet asked for, or the first that can be seen. Raises _Refused."""
    visible = [name for name, state in sheets if state == "visible"]
    if sheet is None and visible:
        return visible[0]
    named = sheet if sheet is not None else ", ".join(name for name, _ in sheets)
    if sheet is None or sheet in {name for name, state in sheets if state != "visible"}:
        raise _Refused(
            f"sheet {named[:80]}",
            "the sheet is hidden, so that nobody has seen what would be loaded",
            "Unhide the sheet, look at it, save, and load again.",
        )
    if sheet not in visible:
        raise _Refused("", f"the workbook has no sheet {sheet[:80]}", _OWN)
    return sheet


def _new_book(file: IO[bytes]) -> Any:
    import openpyxl

    return openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)


def _new_sheets(book: Any) -> list[tuple[str, str]]:
    return [(sheet.title, sheet.sheet_state) for sheet in book.worksheets]


def _new_rows(file: IO[bytes], sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    book = _new_book(file)
    page = book[_chosen(_new_sheets(book), sheet)]
    page.reset_dimensions()  # publishers' files declare sheets of one cell
    for number, row in enumerate(page.iter_rows(values_only=True), 1):
        yield number, [_formula_text(value) for value in row]


def _typed(cell: Any) -> tuple[str, str]:
    """The kind of a cell of an .xlsx, and its text."""
    value, kind = cell.value, cell.data_type
    if value is None:
        return "empty", ""
    if kind == "f":
        return "formula", _formula_text(value)
    if hasattr(value, "isoformat"):
        return "date", str(value.isoformat())
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if "%" in str(cell.number_format):
            return "percent", format(Decimal(repr(value)) * 100, "f")
        return "number", cell_text(value)
    return "other" if kind in {"e", "b"} else "text", str(value)


def _new_cells(file: IO[bytes], _sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    """The cells of every sheet with their kinds, hidden or not."""
    from xml.etree import ElementTree

    for page in _new_book(file).worksheets:
        with page._get_source() as source:
            marks = ElementTree.iterparse(source)
            merged = [mark.get("ref", "") for _, mark in marks if _cleared(mark, "mergeCell")]
        yield 0, [page.title, *merged]
        page.reset_dimensions()
        for number, row in enumerate(page.iter_rows(), 1):
            typed = [_typed(cell) for cell in row]
            yield number, ["" if kind == "empty" else f"{kind}:{text}" for kind, text in typed]


def _cleared(mark: Any, name: str) -> bool:
    """Whether an element has this name; what others hold is let go."""
    found = bool(mark.tag.endswith(f"}}{name}"))
    if not found:
        mark.clear()
    return found


def _old_book(file: IO[bytes]) -> Any:
    import xlrd

    return xlrd.open_workbook(file_contents=file.read(), on_demand=True)


def _old_sheets(book: Any) -> list[tuple[str, str]]:
    states = ("visible", "hidden", "veryHidden")
    return [
        (name, states[min(seen, 2)])
        for name, seen in zip(book.sheet_names(), book._sheet_visibility, strict=True)
    ]


def _old_formulas(book: Any, index: int) -> frozenset[tuple[int, int]]:
    """Row and column of the formulas of a sheet, which xlrd reads as their last results."""
    found = set()
    at, memory, depth = book._sh_abs_posn[index], book.mem, 0
    while at + 4 <= len(memory):
        code = int.from_bytes(memory[at : at + 2], "little")
        size = int.from_bytes(memory[at + 2 : at + 4], "little")
        if code in _FORMULA_RECORDS:
            row = int.from_bytes(memory[at + 4 : at + 6], "little")
            found.add((row, int.from_bytes(memory[at + 6 : at + 8], "little")))
        depth += {0x0809: 1, _END_RECORD: -1}.get(code, 0)
        if code == _END_RECORD and depth <= 0:
            break
        at += 4 + size
    return frozenset(found)


def _old_rows(file: IO[bytes], sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    import xlrd

    book = _old_book(file)
    name = _chosen(_old_sheets(book), sheet)
    formulas = _old_formulas(book, book.sheet_names().index(name))
    table = book.sheet_by_name(name)
    for at in range(table.nrows):
        row = []
        for column, cell in enumerate(table.row(at)):
            if (at, column) in formulas:
                row.append(FORMULA)
            elif cell.ctype == xlrd.XL_CELL_ERROR:
                row.append(str(xlrd.error_text_from_code.get(cell.value, "#ERROR")))
            elif cell.ctype == xlrd.XL_CELL_DATE:
                row.append(str(xlrd.xldate_as_datetime(cell.value, book.datemode)))
            elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                row.append(str(bool(cell.value)))
            else:
                row.append(cell_text(cell.value))
        yield at + 1, row


def _row_in_order(number: int, row: list[str], ask: dict[str, Any]) -> None:
    if number > ask["rows"]:
        raise _Refused(f"row {number:,}", f"a sheet has at most {ask['rows']:,} rows", _OWN)
    if len(row) > ask["columns"]:
        raise _Refused(f"row {number:,}", f"the row is wider than {ask['columns']:,} columns", _OWN)
    if sum(map(len, row)) > _ROW_CHARACTERS:
        raise _Refused(f"row {number:,}", f"it holds more than {_ROW_CHARACTERS:,} letters", _OWN)


def _answers(file: IO[bytes], ask: dict[str, Any]) -> Iterator[Any]:
    old = ask["kind"] == "xls"
    if ask["what"] == "sheets":
        yield {"sheets": _old_sheets(_old_book(file)) if old else _new_sheets(_new_book(file))}
    else:
        read = _old_rows if old else _new_cells if ask["what"] == "cells" else _new_rows
        for number, row in read(file, ask["sheet"]):
            _row_in_order(number, row, ask)
            if any(row):
                yield [number, row]
    yield {"end": True}


def main(query: str, file: IO[bytes], out: IO[bytes]) -> None:
    """Answer one question about the workbook."""
    ask = json.loads(query)
    _limit(ask["memory"], ask["seconds"])
    # openpyxl wants numpy only for writing, and it takes more memory than all the rest.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        for answer in _answers(file, ask):
            out.write(json.dumps(answer).encode() + b"\n")
        out.flush()
        return
    except _Refused as refused:
        reason = refused.args
    except MemoryError:
        reason = (
            "",
            f"reading it takes more than {ask['memory'] // 1_000_000} MB of memory",
            "Save the one sheet you need as CSV or as a workbook of its own.",
        )
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        reason = ("", f"a part of the workbook cannot be unpacked ({type(error).__name__})", _AGAIN)
    out.write(json.dumps({"refused": reason}).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
