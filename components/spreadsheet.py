"""A table as a workbook (.xlsx) that a spreadsheet opens as it is, packed while its rows come.

Written by hand: openpyxl takes ten times as long, and gives nothing before the last row. Texts are
text cells, so that ages do not become dates and no text is run as a formula.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import Final, NamedTuple

from components.byte_sink import ByteSink

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS: Final = 1_048_576
"""Rows that a sheet of the format can hold, its header included; more go to a further sheet."""

_PIECE: Final = 2_000
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET: Final = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>'
)
# Style 1 is the format "Text": what is typed into such a cell stays text as well.
_STYLES: Final = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Sheet(NamedTuple):
    """A small sheet behind the rows: its name (at most 31 characters), its rows, headers first,
    the columns of figures, and widths of columns in characters."""

    name: str
    rows: Sequence[Sequence[str]]
    numeric: Collection[int] = ()
    widths: Sequence[int] = ()


def _no_more() -> Sequence[Sheet]:
    return ()


def workbook_pieces(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    numeric: Collection[int],
    beside: Callable[[], Sequence[Sheet]] = _no_more,
) -> Iterator[bytes]:
    """The bytes of a workbook in pieces; the same rows always give the same bytes.

    `numeric` are the columns of figures: their texts are written as numbers, with every digit.
    `beside` gives the sheets behind the rows; it is asked when all rows have passed.
    """
    sink = ByteSink()
    source = iter(rows)
    sheets = 0
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        more = True
        while more:
            sheets += 1
            more = False
            with packed.open(_member(f"xl/worksheets/sheet{sheets}.xml"), "w") as sheet:
                sheet.write((_SHEET + _row(header, ())).encode())
                lines: list[str] = []
                for number, row in enumerate(source, 2):
                    lines.append(_row(row, numeric))
                    if number == MOST_ROWS:
                        more = True
                        break
                    if len(lines) == _PIECE:
                        sheet.write("".join(lines).encode())
                        lines.clear()
                        yield sink.taken()
                sheet.write(("".join(lines) + "</sheetData></worksheet>").encode())
        more_sheets = beside()
        for place, each in enumerate(more_sheets, sheets + 1):
            packed.writestr(_member(f"xl/worksheets/sheet{place}.xml"), _small(each))
        names = [*(f"Data {n}" for n in range(1, sheets + 1)), *(s.name for s in more_sheets)]
        for name, text in _parts(names).items():
            packed.writestr(_member(name), text)
    yield sink.taken()


def _small(sheet: Sheet) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(sheet.widths, 1)
    )
    head = _SHEET.replace(
        "<sheetData>", f"<cols>{columns}</cols><sheetData>" if columns else "<sheetData>"
    )
    lines = [_row(row, sheet.numeric if at else ()) for at, row in enumerate(sheet.rows)]
    return f"{head}{''.join(lines)}</sheetData></worksheet>"


def _member(name: str) -> zipfile.ZipInfo:
    """A member with a fixed date, for the same bytes every time."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _row(texts: Sequence[str], numeric: Collection[int]) -> str:
    return f"<row>{''.join(_cell(t, at in numeric) for at, t in enumerate(texts))}</row>"


def _cell(text: str, is_number: bool) -> str:
    return f"<c><v>{text}</v></c>" if is_number and text else _text_cell(text)


@lru_cache(maxsize=20_000)
def _text_cell(text: str) -> str:
    if not text:
        return '<c s="1"/>'
    safe = escape(_NO_XML.sub(lambda c: f"_x{ord(c[0]):04X}_", text), quote=False)
    kept = ' xml:space="preserve"' if safe != safe.strip() or "\n" in safe else ""
    return f'<c s="1" t="inlineStr"><is><t{kept}>{safe}</t></is></c>'


def _parts(names: Sequence[str]) -> dict[str, str]:
    """The members beside the sheets: what there is, and how it hangs together."""
    sheets = len(names)
    numbers = range(1, sheets + 1)
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("styles", "styles"),
            *((f"worksheets/sheet{n}", "worksheet") for n in numbers),
        )
    )
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, names, strict=True)
    )
    targets = [f"worksheets/sheet{n}" for n in numbers] + ["styles"]
    kinds = ["worksheet"] * sheets + ["styles"]
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for n, (target, kind) in enumerate(zip(targets, kinds, strict=True), 1)
    )
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "xl/styles.xml": _STYLES,
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{_HEAD}{relations}{related}</Relationships>",
        "_rels/.rels": f'{_HEAD}{relations}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
    }
