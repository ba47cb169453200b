"""Curate the Global Slavery Index: three editions of estimates, and flags of the edition of 2023.

Publisher: Walk Free (Minderoo Foundation), https://www.walkfree.org/global-slavery-index/; all
rights reserved, quoted with attribution. The estimates: `codes`.
`gsi/gsi_2023_government_response_flags_long.csv` is one organisation's coding of 42 questions for
176 countries, as of 31 August 2022. Taken are the ratifications that no list of ours covers to that
day: Convention 189 and the two Slavery Conventions. The others are on NORMLEX and in the UN Treaty
Collection, which are preferred; its questions on Conventions 29 and 105 are defined otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.law import legal_fact, legal_facts
from loaders.sources.shared.observations import Row, coded, from_each, table
from loaders.sources.walk_free.codes import EDITIONS, Edition, country_figures

FLAGS: Final = {
    "M2111": "walk_free_slavery_1926",
    "M2112": "walk_free_slavery_1956",
    "M2173": "walk_free_c189",
}


def datasets(material: Path) -> Iterator[Dataset]:
    """Estimates of each edition and the flags, of the files below `material`/gsi."""
    folder = material / "gsi"
    for edition in EDITIONS:
        name, file = f"walkfree_{edition.year}", folder / edition.file
        figures = from_each(table(file, ()), partial(_figures, edition))
        yield observations(name, file, figures)
    file = folder / "gsi_2023_government_response_flags_long.csv"
    flags = from_each(table(file, ("iso3", "indicator_code", "value", "as_of")), _flag)
    yield legal_facts("walkfree_flags", file, flags)


def _figures(edition: Edition, row: Row) -> Iterator[Record | Refusal]:
    return country_figures(row.place, edition, row.cells) if row.cells["Country"] else iter(())


def _flag(row: Row) -> Iterator[Record]:
    cells = row.cells
    if topic := FLAGS.get(cells["indicator_code"]):
        yield legal_fact(
            row.place,
            area=cells["iso3"],
            topic=topic,
            year=cells["as_of"][:4],
            value=coded({"1": "yes", "0": "no"}, "value", cells["value"], "Neither 1 nor 0."),
            source="WALK_FREE_RESPONSE_2023",
            page="https://www.walkfree.org/global-slavery-index/",
        )
