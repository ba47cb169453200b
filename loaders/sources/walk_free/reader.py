"""Walk Free, Global Slavery Index: the workbooks of 2018 and 2023.

Publisher: Walk Free (Minderoo Foundation).
Address: https://www.walkfree.org/global-slavery-index/downloads/. Format: XLSX with a sheet of
national estimates among codebooks and import tables. The figures are those of
`loaders.sources.walk_free.codes`, whose tables and functions are used; each country gives four
records (rate, number, vulnerability, government response). Quirks as of 2026-11:
- the sheet is `GSI 2023 summary data` or `Global prev, vuln, govt table`, the header on row 3
  below merged titles; its names hold line breaks and end in blanks, `%` stands five times;
- rows below the last country are empty; 2018 prints `<1,000` for three small populations;
- the year of the estimates is 2016 and 2021, not that of the edition.
The edition of 2016 was handed out as a table on the site, not as a workbook of this kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import workbook_rows, workbook_sheets
from loaders.sources.walk_free.codes import EDITIONS, Edition, country_figures

SHEETS: Final = {"Global prev, vuln, govt table": 2018, "GSI 2023 summary data": 2023}
HEADER_WITHIN: Final = 10
AGAIN: Final = "Fetch the workbook again from walkfree.org."


class Layout(NamedTuple):
    """Where an edition's figures stand: its sheet and the edition itself."""

    sheet: str
    edition: Edition


def _recognises(sample: Sample) -> bool:
    """By the name of the sheet with the national estimates."""
    return sample.kind == "xlsx" and _layout(sample) is not None


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """Four records a country. Raises FileRefused."""
    layout = _layout(opened.sample)
    if layout is None:
        raise opened.sample.refused("no sheet is named as in the editions 2018 and 2023", AGAIN)
    chosen = {"source": opened.source, "vintage": opened.options.get("vintage", "")}
    own = {column: cell for column, cell in chosen.items() if cell}
    for number, row in _countries(opened.sample, layout):
        at = f"sheet {layout.sheet}, row {number}"
        yield from country_figures(at, layout.edition, row, own)


def _layout(sample: Sample) -> Layout | None:
    years = {edition.year: edition for edition in EDITIONS}
    for sheet in workbook_sheets(sample):
        if sheet.strip() in SHEETS:
            return Layout(sheet, years[SHEETS[sheet.strip()]])
    return None


def _countries(sample: Sample, layout: Layout) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number and the cells that an edition's figures need, by column name."""
    wanted = ("Country", *layout.edition.columns)
    columns: dict[str, int] | None = None
    for number, cells in workbook_rows(sample, layout.sheet):
        if columns:
            row = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
            if any(row.values()):
                yield number, row
        elif number > HEADER_WITHIN:
            break
        else:
            columns = _found(wanted, cells)
    if not columns:
        rule = f"no row holds the columns {', '.join(wanted)}"
        raise sample.refused(rule, AGAIN, f"sheet {layout.sheet}")


def _found(wanted: tuple[str, ...], cells: list[str]) -> dict[str, int] | None:
    """Where each wanted column stands first, or None when this row is not the header."""
    titles = [_plain(cell) for cell in cells]
    if any(_plain(name) not in titles for name in wanted):
        return None
    return {name: titles.index(_plain(name)) for name in wanted}


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


FORMAT: Final = Format("walk-free", "1", "WALK_FREE_GSI_2023", _recognises, _read, "Country Region")
