"""Curate the law of single territories, which the wide files of findings leave blank.

`usdol/usdol_territory_values_long.csv` holds one value a line of the entries that the reports split
by territory: Bosnia and Herzegovina, Iraq, Pakistan, Saint Helena, Somalia and Tanzania, report
years 2015 to 2022. Taken are the fields of the monitoring framework; the other lines are no
candidates. Each row names the report and the territory, and its note the territory again. "N/A",
"Unknown" and blank are no answers: refused. Some reports shorten names (`FBiH`): `codes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from data.methods.notes import note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Record
from loaders.sources.ilab.curation import country_pages
from loaders.sources.ilab.findings import REPORT_PAGE, answer
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.framework import framework_value, framework_values
from loaders.sources.shared.observations import Misfit, Row, area_in, from_each, table

_CODES: Final = codes(__file__)
FIELDS: Final[dict[str, str]] = _CODES["territory_fields"]
NAMES: Final[dict[str, str]] = _CODES["territories"]
TITLE: Final = "{} Findings on the Worst Forms of Child Labor: {}, {}"
WHOLE: Final = "All Territories"
READ: Final = "2026-11"


def datasets(material: Path) -> Iterator[Dataset]:
    """The values of the file below `material`/usdol. Raises FileRefused."""
    folder = material / "usdol"
    file = folder / "usdol_territory_values_long.csv"
    pages = country_pages(folder)
    rows = from_each(table(file, ()), lambda row: _values(row, pages))
    yield framework_values("ilab_territories", file, rows)


def _values(row: Row, pages: Mapping[str, str]) -> Iterator[Record]:
    cells = row.cells
    indicator = FIELDS.get(cells["field"])
    if indicator is None:
        return
    country, year = cells["country"], cells["report_year"]
    area = area_in("country", country, "ilab")
    territory = NAMES.get(cells["territory"], cells["territory"])
    aged = cells["field"].endswith(".Age")
    yield framework_value(
        row.place,
        area=area,
        indicator=indicator,
        year=year,
        view="usdol",
        source_title=TITLE.format(year, country, territory),
        value=_age(cells) if aged else _answer(cells),
        unit="YEARS" if aged else "",
        note=note("all_territories") if territory == WHOLE else note("territory", territory),
        checked=READ,
        page=pages.get(area, REPORT_PAGE),
    )


def _age(cells: Mapping[str, str]) -> str:
    if not cells["value"].isdigit():
        raise Misfit("value", cells["value"], "no_answer", "The report gives no age.")
    return cells["value"]


def _answer(cells: Mapping[str, str]) -> str:
    said = answer(cells["value"])
    if said not in {"yes", "no"}:
        raise Misfit("value", cells["value"], "no_answer", "The report says neither yes nor no.")
    return said
