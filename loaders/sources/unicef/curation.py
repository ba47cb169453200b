"""UNICEF: child labour in three vintages and two definitions, and child marriage.

Child labour, https://data.unicef.org/topic/child-protection/child-labour/ (CC BY 3.0 IGO): latest,
economic activities only, 2020-2025 (CSV, UTF-8 with BOM); 2022 with the survey's name, with
household chores (CSV, `;`, decimal comma, Windows-1252); 2020 with chores (XLSX). Women aged 20 to
24 married or in a union before age 18, https://data.unicef.org/topic/child-protection/child-marriage/
(2022; CSV with SDMX titles, one line an area). Quirks seen 2026-11:
- names in the latest file carry stray blanks; ` Central Africa` (UN Economic Commission for Africa)
  and `Central Africa (African Union)` are different groupings with different figures;
- groupings and World of 2024 are ILO-UNICEF estimates (World 7.796), not sums of the countries;
- the 2022 file prints no year and no age: the year is the last one in the survey's name, which is
  how UNICEF dates surveys (end of fieldwork); the age is that of the 2020 file or of the UN
  database where they print the same figures (Pakistan: 10-17), else the indicator's 5-17
  with a note;
- the 2022 file gives Samoa the code of American Samoa: the name decides;
- Fiji's sexes are `-`, not reported; Mexico's and Gabon's totals lie outside the two sexes;
- the file on marriage does not name its measure; its values equal SP_DYN_MRBF18 of the SDG Global
  Database. Belgium's footnote speaks of marriages before age 15, while both publishers give the
  figure (0.002) as that of age 18: kept, with the footnote as its note.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from loaders.reading.admit import validate_file
from loaders.reading.contract import Record, Refusal
from loaders.reading.files import workbook_rows
from loaders.sources.sdmx.codes import ESTIMATE_NOTE
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.named_surveys import (
    NamedFigures,
    area_named,
    figures_with_survey,
    survey_file,
)
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    area_in,
    joined,
    observation,
    records,
    table,
)
from loaders.sources.shared.places import OUTSIDE_NOTE, agree, total_outside_sexes

ECONOMIC: Final = "UNICEF_CL_ECON"
WITH_CHORES: Final = "UNICEF_CL_ECON_HC"
_UN_SEX: Final = {"bothsex": "T", "female": "F", "male": "M"}


class Printed(NamedTuple):
    """A line of the 2020 workbook, or of the SDG database's union: percent by sex."""

    place: str
    area: str
    year: int
    age: str
    values: Mapping[str, str]


def datasets(material: Path) -> Iterator[Dataset]:
    """Observations: child labour in three vintages, and child marriage."""
    folder = material / "unicef"
    named = figures_with_survey(material)
    workbook = folder / "unicef_child_labour_econ_hc_2020vintage.xlsx"
    earlier = list(_printed(workbook))
    union = material / "unsdg" / "un_sdg_8_7_1_union_of_vintages.csv"
    file = folder / "unicef_child_labour_econ_2020_2025.csv"
    yield observations("unicef_child_labour_economic", file, records(table(file, LATEST), _latest))
    with_survey = _with_survey(named, [*earlier, *_in_union(union)])
    yield observations("unicef_child_labour_chores_2022", survey_file(material), with_survey)
    yield observations("unicef_child_labour_chores_2020", workbook, _earlier(earlier, named))
    file = folder / "unicef_child_marriage_2016_2022.csv"
    yield observations("unicef_child_marriage", file, records(table(file, MARRIAGE), _marriage))


LATEST: Final = (
    "geographic_area", "sex", "year", "child_labour_percentage", "coverage_time", "age_group",
)  # fmt: skip


def _latest(row: Row) -> Record:
    line = row.cells
    area = area_named(line["geographic_area"].strip())
    if not area:
        raise _unknown(line["geographic_area"].strip())
    grouping = not re.fullmatch(r"[A-Z]{3}", area) or area == "WLD"
    longer = line["coverage_time"] != line["year"]
    return observation(
        row.place,
        indicator=ECONOMIC,
        area=area,
        year=line["year"],
        sex=line["sex"][0],
        age=_age(line["age_group"]),
        value=line["child_labour_percentage"],
        unit="PERCENT",
        status="E" if grouping else "A",
        nature="E" if grouping else "",
        note=joined(
            ESTIMATE_NOTE if grouping else "",
            f"Fieldwork {line['coverage_time']}" if longer else "",
        ),
        source="UNICEF_CL_2025",
        vintage="2025",
    )


def _with_survey(named: list[NamedFigures], printed: list[Printed]) -> Iterator[Record | Refusal]:
    for one in named:
        place = f"line {one.line}"
        age = _age_of(one, printed)
        no_age = "" if age else "The table prints no age; the indicator is defined for 5-17"
        outside = OUTSIDE_NOTE if total_outside_sexes(*one.values.values()) else ""
        for sex, value in one.values.items():
            if not one.area:
                yield _unknown(one.country).at(place)
                continue
            yield observation(
                place,
                indicator=WITH_CHORES,
                area=one.area,
                year=str(one.year),
                sex=sex,
                age=age or "5-17",
                value=value,
                unit="PERCENT",
                status="A" if value else "O",
                note=joined(no_age, outside),
                survey=one.survey,
                source="UNICEF_CL_2022",
                vintage="2022",
            )


def _in_union(file: Path) -> Iterator[Printed]:
    """Figures with chores of the SDG database, the newest release of each."""
    needed = ("series", "iso3", "year", "age", "sex", "value", "last_vintage")
    rows = [row.cells for row in table(file, needed) if isinstance(row, Row)]
    found: dict[tuple[str, int, str], dict[str, str]] = defaultdict(dict)
    for line in sorted(rows, key=lambda cells: cells["last_vintage"], reverse=True):
        if line["series"] == "SL_TLF_CHLDEC" and line["iso3"]:
            key = line["iso3"], int(line["year"]), line["age"].replace("_", "-")
            found[key][_UN_SEX[line["sex"]]] = line["value"]
    return (Printed("", *key, values) for key, values in found.items())


def _age_of(one: NamedFigures, printed: list[Printed]) -> str:
    """The age that stands beside the same three figures of the same year elsewhere, else empty."""
    for other in printed:
        if (other.area, other.year) == (one.area, one.year) and all(
            value and sex in other.values and agree(value, other.values[sex])
            for sex, value in one.values.items()
        ):
            return other.age
    return ""


def _printed(workbook: Path) -> Iterator[Printed]:
    """The lines of the 2020 workbook; figures without a trailing `.0`, so that they compare."""
    for number, cells in workbook_rows(validate_file(workbook)):
        if number > 3 and len(cells) >= 6 and cells[1]:
            name, year, age, *figures = cells[:6]
            total, male, female = (figure.strip().removesuffix(".0") for figure in figures)
            values = {"T": total, "F": female, "M": male}
            area = area_named(name.strip())
            yield Printed(f"row {number}", area, int(float(year)), _age(age), values)


def _earlier(lines: list[Printed], named: list[NamedFigures]) -> Iterator[Record | Refusal]:
    """Figures of the 2020 workbook that the 2022 table does not print, as they are or revised."""
    newer = {(one.area, one.year): one for one in named}
    for place, area, year, age, values in lines:
        later = newer.get((area, year))
        for sex, value in values.items():
            if not area:
                yield _unknown(value).at(place)
            elif later is not None:
                yield Refusal(place, sex, f"{area} {year} {value}", *_why_later(later, values))
            else:
                yield observation(
                    place,
                    indicator=WITH_CHORES,
                    area=area,
                    year=str(year),
                    sex=sex,
                    age=age,
                    value=value,
                    unit="PERCENT",
                    note=OUTSIDE_NOTE if total_outside_sexes(*values.values()) else "",
                    source="UNICEF_CL_2020",
                    vintage="2020",
                )


def _why_later(later: NamedFigures, values: Mapping[str, str]) -> tuple[str, str]:
    """Rule and reason for preferring the 2022 line of the same country and year."""
    if {sex: value.removesuffix(".0") for sex, value in later.values.items()} == values:
        return "repeated_in_later_vintage", (
            f"The 2022 table prints the same three figures (line {later.line}), with the "
            "survey's name; that line is kept."
        )
    return "superseded_revision", (
        f"The 2022 table prints revised figures for the same country and year (line {later.line})."
    )


AREA: Final = "Geographic area"
YEAR: Final = "TIME_PERIOD:Time period"
VALUE: Final = "OBS_VALUE:Observation Value"
FOOTNOTE: Final = "OBS_FOOTNOTE:Observation footnote"
SURVEY: Final = "DATA_SOURCE:Data Source"
MARRIAGE: Final = (AREA, YEAR, VALUE, FOOTNOTE, SURVEY)


def _marriage(row: Row) -> Record:
    """Percent of women aged 20 to 24."""
    line = row.cells
    return observation(
        row.place,
        indicator="SP_DYN_MRBF18",
        area=area_in("", line[AREA], "unicef_marriage"),
        year=line[YEAR],
        sex="F",
        age="20-24",
        value=line[VALUE],
        unit="PERCENT",
        note=line[FOOTNOTE].strip(),
        survey=line[SURVEY].strip(),
        source="UNICEF_CHILD_MARRIAGE_2022",
        vintage="2022",
    )


def _age(text: str) -> str:
    """`5-17` from `5 to 17 years old`."""
    return "-".join(re.findall(r"\d+", text))


def _unknown(name: str) -> Misfit:
    reason = "Neither the unicef nor the general alias table knows this name."
    return Misfit("country", name, "unknown_area", reason)
