"""Curate the law of single territories, which the wide files of findings leave blank.

`usdol/usdol_territory_values_long.csv` holds one value a line of the entries that the reports split
by territory: Bosnia and Herzegovina, Iraq, Pakistan, Saint Helena, Somalia and Tanzania, report
years 2015 to 2022. Taken are the fields of the monitoring framework; the other lines are no
candidates. Territories of one report that answer alike share a row, which names them. "N/A",
"Unknown" and blank are no answers: refused. Some reports shorten names (`FBiH`): `codes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from data.methods.notes import note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.ilab.curation import country_pages
from loaders.sources.ilab.findings import REPORT_PAGE, answer
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.framework import framework_value, framework_values
from loaders.sources.shared.observations import Misfit, Row, area_in, from_each, table

_CODES: Final = codes(__file__)
FIELDS: Final[dict[str, str]] = _CODES["territory_fields"]
NAMES: Final[dict[str, str]] = _CODES["territories"]
TITLE: Final = "{} Findings on the Worst Forms of Child Labor: {} ({})"
WHOLE: Final = "All Territories"
READ: Final = "2026-11-27"


class Answer(NamedTuple):
    """What a report says of one territory."""

    place: str
    area: str
    country: str
    year: str
    field: str
    value: str
    territory: str


def datasets(material: Path) -> Iterator[Dataset]:
    """The values of the file below `material`/usdol. Raises FileRefused."""
    folder = material / "usdol"
    file = folder / "usdol_territory_values_long.csv"
    pages = country_pages(folder)
    yield framework_values("ilab_territories", file, _rows(file, pages))


def _rows(file: Path, pages: Mapping[str, str]) -> Iterator[Record | Refusal]:
    """A row for each answer of a report, then what is none."""
    alike: dict[tuple[str, ...], list[Answer]] = {}
    for found in from_each(table(file, ()), _answers):
        if isinstance(found, Refusal):
            yield found
        else:
            alike.setdefault(found[1:-1], []).append(found)
    for answers in alike.values():
        yield _row(answers, pages)


def _row(answers: Sequence[Answer], pages: Mapping[str, str]) -> Record:
    first = answers[0]
    territories = ", ".join(dict.fromkeys(one.territory for one in answers))
    whole = territories == WHOLE
    return framework_value(
        first.place,
        area=first.area,
        indicator=FIELDS[first.field],
        year=first.year,
        view="usdol",
        source_title=TITLE.format(first.year, first.country, territories),
        value=first.value,
        unit="YEARS" if first.value.isdigit() else "",
        note=note("all_territories") if whole else note("territory", territories),
        checked=READ,
        page=pages.get(first.area, REPORT_PAGE),
    )


def _answers(row: Row) -> Iterator[Answer]:
    cells = row.cells
    field, country = cells["field"], cells["country"]
    if field in FIELDS:
        area = area_in("country", country, "ilab")
        value = _age(cells) if field.endswith(".Age") else _yes_or_no(cells)
        territory = NAMES.get(cells["territory"], cells["territory"])
        yield Answer(row.place, area, country, cells["report_year"], field, value, territory)


def _age(cells: Mapping[str, str]) -> str:
    if not cells["value"].isdigit():
        raise Misfit("value", cells["value"], "no_answer", "The report gives no age.")
    return cells["value"]


def _yes_or_no(cells: Mapping[str, str]) -> str:
    said = answer(cells["value"])
    if said not in {"yes", "no"}:
        raise Misfit("value", cells["value"], "no_answer", "The report says neither yes nor no.")
    return said
