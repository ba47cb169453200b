"""Work in agriculture, in the family and on own account, income per head, poverty lines.

World Bank (World Development Indicators) and ILO (ILOSTAT modelled estimates), as distributed by
Gapminder, Systema Globalis, https://github.com/open-numbers/ddf--gapminder--systema_globalis;
one line an indicator, country (ISO alpha-3 in lower case, with five exceptions) and year; the
original publisher of each indicator is in the concepts file. CC BY 4.0. Seen 2026-11.

Quirks: the copy carries no release dates, so the vintage is "copy of 2026". Thirteen of 28
indicators are taken: shares of employment by sex (ILO, modelled for every year, also those without
a survey), GDP per head in constant 2015 US dollars and three international poverty lines at 2021
purchasing power. Left out: `income_per_person_with_projections` (holds projections, no publisher
named), labour series up to 2026 (projections not marked), industry and services, the Human
Development Index, unemployment, national poverty and out-of-school numbers (taken from their own
publishers), primary completion (definition and address disagree). None of the series taken runs
past its publisher's last year of estimates as far as the copy shows; the Channel Islands have no
ISO code and are rejected. The description of the 3.00-dollar line says "2.15" once: a leftover.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Row, area_in, coded, observation, records, table

FIXED: Final = {
    "ilo": {"source": "ILO_MODELLED_2023", "nature": "M", "status": "E", "age": "15+"},
    "bank": {"source": "WB_WDI_2026", "nature": "", "status": "A", "age": "_T"},
}
MEASURES: Final[dict[str, dict[str, str]]] = {
    name: {"indicator": indicator, "sex": sex, "unit": unit} | FIXED[publisher]
    for publisher, series in codes(__file__).items()
    for name, (indicator, sex, unit) in series.items()
}
"""Name in the file to the fields that are the same in all its records."""


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/gapminder_context` (percent; US dollars of 2015 per person)."""
    file = material / "context" / "gapminder_systema_globalis_context.csv"
    found = records(table(file, ("indicator", "geo", "time", "value")), _record)
    yield observations("gapminder_context", file, found)


def _record(row: Row) -> Record:
    cells = row.cells
    reason = "The series is not taken: it has another publisher or holds projections."
    fixed = coded(MEASURES, "indicator", cells["indicator"], reason, "out_of_scope")
    area = area_in("", cells["geo"], "gapminder")
    own = {"year": cells["time"], "value": cells["value"], "vintage": "copy of 2026"}
    return observation(row.place, area=area, **own, **fixed)
