"""ILO: children in employment from ILOSTAT, and estimates of child labour by edition, 2000-2024.

ILOSTAT, https://ilostat.ilo.org/data/ (CLD_XCHL_SEX_AGE_STU_NB; CC BY 4.0, the copy read here
carried no licence): CSV, `;`, Windows-1252, labels without codes; see the reader for its quirks.
Estimates: ILO trends 2000-2004 (2006), ILO Marking progress (2013), ILO Global estimates 2012-2016
(2017), ILO-UNICEF Global estimates 2020 (2021) and 2024 (2025), and the two worldwide totals that
ILOSTAT publishes, https://www.ilo.org/topics-and-sectors/child-labour: two CSV of figures taken
down from pages, each with the publication and the page it was read on. Quirks seen 2026-11:
- an edition revises earlier years, so each edition is a source of its own and none is joined;
- nearly all lines were read on a page of somebody else who quotes the publisher: the note says
  which; two lines were read on the ILO's own page;
- 360 lines repeat ILOSTAT's table, 45 UNICEF's and 11 the SDG database's (compared line by line):
  they are loaded from those files;
- a page gives Sub-Saharan Africa's 86.6 million without a year, another work within the family
  (83 percent, 2020) without the age it is of;
- numbers are printed in millions or thousands: the store holds persons, the note what was printed;
- the 2021 and 2025 editions' Sub-Saharan Africa and Latin America are the SDG regions (21.5 percent
  in 2024 is UNICEF's 21.457 for that region); earlier editions use the ILO's own regions. The
  report's charts name the kind of region, and use both;
- the report's figures on school are shares of children in child labour; those of compulsory school
  age name no ages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final
from urllib.parse import urlparse

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.ilo import reader
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, joined, observation, records, table
from loaders.sources.shared.places import place

COPY: Final = "copy with data to 2024"
"""The release of ILOSTAT's file: the copy says no day."""

_CODES: Final = codes(__file__)
HELD_ELSEWHERE: Final[dict[str, str]] = _CODES["held_elsewhere"]
REPORT: Final = "ILO_UNICEF_GE_2025"
ILOSTAT: Final = "ILOSTAT_GE"
"""The report's worldwide totals, with all their digits."""

EDITIONS: Final[tuple[tuple[str, str, str], ...]] = _CODES["editions"]
MEASURES: Final[dict[str, str]] = _CODES["measures"]
CUTS: Final[dict[str, tuple[str, str]]] = _CODES["cuts"]
SUFFIX: Final = {"sector": "_SECTOR", "location": "_LOCATION"}
SCALE: Final = {"million": 1_000_000, "thousand": 1_000, "children": 1}
SEX: Final = {"": "T", "total": "T", "female": "F", "male": "M", "girls": "F", "boys": "M"}
RENAMED: Final = ("Sub-Saharan Africa", "Latin America and the Caribbean")
SDG_REGION_YEARS: Final = 2020
"""From this reference year the two regions above are the SDG regions, where no kind is named."""
SDG_REGIONS: Final[dict[str, str]] = _CODES["sdg_regions"]
FIRST_HAND: Final = "www.ilo.org"
SECOND_HAND: Final = "Second hand, read at {}"
CHARTS_AT: Final = "github.com"
"""Where a public project (owid/etl) has copied the labels of the report's charts."""


COLLECTED: Final = ("year", "area", "population_group", "measure", "value", "unit")
REPORTED: Final = ("reference_year", "geography", "breakdown", "measure", "value", "unit")
Cells = Mapping[str, str]


def datasets(material: Path) -> Iterator[Dataset]:
    """Children in employment (ILOSTAT), and the estimates of two collections."""
    file = material / "ilostat" / "ilostat_children_in_employment_sex_age_school.csv"
    found = reader.read_lines(
        table(file, ("time", "obs_value"), delimiter=";"), reader.SOURCE, COPY
    )
    rows = (item for item in found if isinstance(item, Record | Refusal))
    yield observations("ilostat_children", file, rows)
    file = material / "global_estimates" / "global_estimates_child_labour.csv"
    collected = list(records(table(file, COLLECTED), _collected))
    yield observations("global_child_labour", file, collected)
    file = material / "global_estimates" / "ilo_unicef_2024_report_figures.csv"
    held = {
        _figure_key(record)
        for record in collected
        if isinstance(record, Record) and record.cells["source"] in {REPORT, ILOSTAT}
    }
    reported = records(table(file, REPORTED), lambda row: _reported(row, held))
    yield observations("ilo_unicef_report_2025", file, reported)


def _collected(row: Row) -> Record:
    line = row.cells
    if refused := _refusal(line):
        said = f"{line['area']} {line['year']} {line['population_group']} {line['value']}"
        raise Misfit("value", said, *refused)
    share = line["unit"] == "percent"
    source, vintage = _edition(line["original_report"])
    return observation(
        row.place,
        **_cells(line["measure"].split(" (")[0], line["population_group"], share),
        area=_area(line),
        year=line["year"],
        value=line["value"] if share else _persons(line),
        note=joined(*_notes(line)),
        source=source,
        vintage=vintage,
    )


def _refusal(line: Cells) -> tuple[str, str] | None:
    """Rule and reason why a line is not loaded, or None."""
    origin = line["original_report"]
    for start, holder in HELD_ELSEWHERE.items():
        if origin.startswith(start):
            return "held_by_original", f"The same figure is loaded from {holder}."
    if "without a year" in origin:
        return "year_not_stated", "The page gives the figure without saying which year it is of."
    if line["population_group"] == "within family":
        return (
            "group_not_stated",
            "The line names no age group, while 83 percent is elsewhere quoted for ages 5-11 only; "
            "it could not be checked.",
        )
    try:
        _area(line)
    except UnknownArea as unknown:
        return "unknown_area", str(unknown)
    return None


def _reported(row: Row, held: set[tuple[str, ...]]) -> Record:
    """A figure of the report that the other collection does not hold. Raises Misfit."""
    line = row.cells
    share = line["unit"].startswith("percent")
    said = f"{line['geography']} {line['reference_year']} {line['breakdown']} {line['value']}"
    if not line["breakdown"][0].isdigit():
        reason = "The page says `of compulsory school age` and names no ages."
        raise Misfit("breakdown", said, "group_not_stated", reason)
    quoted = urlparse(line["url"]).netloc if line["source_kind"] == "secondary" else CHARTS_AT
    measure, group = line["measure"].partition(" (")[0], line["breakdown"].replace(",", "")
    record = observation(
        row.place,
        **_cells(measure, group, share),
        area=_named_region(line["geography"]),
        year=line["reference_year"],
        value=line["value"] if share else _persons(line),
        note=joined(_printed(line), SECOND_HAND.format(quoted)),
        source=REPORT,
        vintage="2025",
    )
    if _figure_key(record) in held:
        reason = "The figure of this edition is loaded from the dataset global_child_labour."
        raise Misfit("value", said, "held_by_original", reason)
    return record


def _figure_key(record: Record) -> tuple[str, ...]:
    names = ("indicator", "area", "year", "sex", "age", "dimension", "category")
    return tuple(record.cells[name] for name in names)


def _cells(measure: str, group: str, share: bool) -> dict[str, str]:
    """Indicator, group and unit. Raises KeyError for a measure or group not listed above."""
    indicator = MEASURES[f"{measure} | {'share' if share else 'number'}"]
    age, sex, dimension, category = _group(group)
    if dimension != "_T":
        indicator += SUFFIX[dimension]
    elif indicator == "GE_CHILD_LABOUR_SHARE":
        indicator += "_AGE"
    unit = "PERCENT" if share else "PERSONS"
    cells = {"indicator": indicator, "age": age, "sex": sex, "unit": unit}
    return cells | {"dimension": dimension, "category": category, "status": "E", "nature": "E"}


def _group(text: str) -> tuple[str, str, str, str]:
    """Age, sex, dimension and category of `5-17 male`, `5-14 girls`, `5-17 services` or `rural`."""
    age, _, cut = text.rpartition(" ")
    if cut in CUTS:
        return age or "5-17", "T", *CUTS[cut]
    age, _, sex = text.partition(" ")
    return age, SEX[sex], "_T", "_T"


def _area(line: Cells) -> str:
    if int(line["year"]) >= SDG_REGION_YEARS and line["area"] in RENAMED:
        return SDG_REGIONS[line["area"]]
    return place(line["area"], "ilostat")


def _named_region(geography: str) -> str:
    """Our area of `World` or of a region with its kind, `Sub-Saharan Africa (SDG region)`."""
    name, _, kind = geography.partition(" (")
    return SDG_REGIONS[name] if kind.startswith("SDG") else place(name, "ilostat")


def _edition(report: str) -> tuple[str, str]:
    """Source code and vintage of the publication. Raises KeyError for an unknown one."""
    for start, source, vintage in EDITIONS:
        if report.startswith(start):
            return source, vintage
    raise KeyError(f"edition {report!r} is not listed; add it to codes.toml and the sources")


def _persons(line: Cells) -> str:
    return f"{(Decimal(line['value']) * SCALE[line['unit']]).normalize():f}"


def _printed(line: Cells) -> str:
    rounded = line["unit"] in {"million", "thousand"}
    return f"Published as {line['value']} {line['unit']}" if rounded else ""


def _notes(line: Cells) -> list[str]:
    """What a reader must know of a line: printed precision, later revision, second hand."""
    host = urlparse(line["seen_at"]).netloc or line["seen_at"].split()[0]
    revised = "Revised in later editions" if "later revised" in line["measure"] else ""
    return [_printed(line), revised, "" if host == FIRST_HAND else SECOND_HAND.format(host)]
