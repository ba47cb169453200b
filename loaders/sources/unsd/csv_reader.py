"""UN Statistics Division, SDG Global Database: the CSV that its data portal hands out.

Publisher: UN Statistics Division. Address: https://unstats.un.org/sdgs/dataportal/database.
Format: CSV, UTF-8, one line a figure; fixed columns Goal to FootNote, then one column in square
brackets for each dimension and attribute that a series of the selection has.
Quirks as of 2026-11:
- the bracketed columns differ from file to file; a column that a series has not is empty;
- footnotes are long, hold commas and line breaks, and are quoted;
- a missing value is `NaN` or blank, mostly with an observation status; `<` marks a bound;
- the file does not say of which release it is: the operator names the vintage;
- `[Reporting Type]` `N` marks national figures beside the global ones: set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from loaders.reading.contract import Format, Item, Opened, Refusal, Sample
from loaders.reading.files import header_of
from loaders.sources.shared.observations import Row, csv_table, vintage_of
from loaders.sources.unsd.codes import SOURCE, Figure, read_figures

NEEDED: Final = ("SeriesCode", "GeoAreaCode", "TimePeriod", "Value")
_ATTRIBUTES: Final = frozenset({"Nature", "Units", "Observation Status"})


def _recognises(sample: Sample) -> bool:
    """A CSV header with the portal's column names."""
    return {*NEEDED} <= {*header_of(sample)}


def _read(opened: Opened) -> Iterator[Item]:
    """A record or refusal for every line, then what is not read."""
    vintage = vintage_of(opened)
    yield from read_figures(map(_figure, csv_table(opened, NEEDED)), opened.source, vintage)


@lru_cache(maxsize=16)
def _sorted(columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A header's names: attributes and dimensions (both without brackets), and all others."""
    coded = tuple(c[1:-1] for c in columns if c.startswith("[") and c.endswith("]"))
    attributes = tuple(name for name in coded if name in _ATTRIBUTES)
    dimensions = tuple(name for name in coded if name not in _ATTRIBUTES)
    return attributes, dimensions, tuple(c for c in columns if c[1:-1] not in coded)


def _figure(row: Row | Refusal) -> Figure | Refusal:
    if isinstance(row, Refusal):
        return row
    cells = row.cells
    attributes, dimensions, others = _sorted(tuple(cells))
    return Figure(
        place=row.place,
        series=cells["SeriesCode"].strip(),
        area=cells["GeoAreaCode"].strip(),
        year=cells["TimePeriod"].strip().removesuffix(".0"),
        value=cells["Value"],
        lower=cells.get("LowerBound", ""),
        upper=cells.get("UpperBound", ""),
        notes=(cells.get("Source", ""), cells.get("FootNote", "")),
        attributes={name: cells[f"[{name}]"] for name in attributes},
        dimensions={name: cells[f"[{name}]"] for name in dimensions},
        others={name: cells[name] for name in others},
    )


FORMAT: Final = Format("unsd-csv", "2", SOURCE, _recognises, _read, " ".join(NEEDED))
