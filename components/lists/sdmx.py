"""Figures as SDMX-CSV 2.0: one line an observation, with the standard's components and codes.

`STRUCTURE,STRUCTURE_ID,ACTION` stand first. Indicators, areas, sources and breakdowns have our own
codes, since no list of the standard holds them all. `python -m loaders load` takes the file back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from components.downloads import LINE_END
from data.methods.sdmx_codes import COMPONENTS, STRUCTURE, age_code, sex_code, unit_codes

HEADER: Final = (
    ",".join(("STRUCTURE", "STRUCTURE_ID", "ACTION", *COMPONENTS, "UNIT_MEASURE", "UNIT_MULT"))
    + LINE_END
)
_BEFORE: Final = ("dataflow", STRUCTURE, "I")


def sdmx_pieces(columns: Sequence[str], pieces: Iterable[str]) -> Iterator[str]:
    """The text without its header, of the lines of our own CSV, whose columns are named.

    Texts keep the mark before what a spreadsheet would run.
    """
    places = [columns.index(name) for name in COMPONENTS.values()]
    sex, age, unit = (columns.index(name) for name in ("sex", "age", "unit"))
    for piece in pieces:
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator=LINE_END)
        for cells in csv.reader(io.StringIO(piece, newline="")):
            cells[sex], cells[age] = sex_code(cells[sex]), age_code(cells[age])
            said = (cells[place] for place in places)
            writer.writerow((*_BEFORE, *said, *unit_codes(cells[unit])))
        yield buffer.getvalue()
