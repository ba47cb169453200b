"""UNICEF, global database on child labour: three vintages, two definitions.

Address: https://data.unicef.org/topic/child-protection/child-labour/ (CC BY 3.0 IGO).
Files: latest, economic activities only, 2020-2025 (CSV, UTF-8 with BOM); 2022 with the survey's
name, with household chores (CSV, `;`, decimal comma, Windows-1252); 2020 with chores (XLSX).
Quirks seen 2026-11-21:
- names in the latest file carry stray blanks; ` Central Africa` (UN Economic Commission for Africa)
  and `Central Africa (African Union)` are different groupings with different figures;
- groupings and World of 2024 are ILO-UNICEF estimates (World 7.796), not sums of the countries;
- the 2022 file prints no year and no age: the year is the last one in the survey's name, which is
  how UNICEF dates surveys (end of fieldwork); the age is that of the 2020 file or of the UN
  database where they print the same figures (Pakistan: 10-17), else the indicator's 5-17
  with a note;
- the 2022 file gives Samoa the code of American Samoa: the name decides;
- Fiji's sexes are `-`, not reported; Mexico's and Gabon's totals lie outside the two sexes.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from loaders.facts.tables import TABLES
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.named_surveys import (
    NamedFigures,
    area_named,
    figures_with_survey,
    survey_file,
)
from loaders.sources.shared.places import OUTSIDE_NOTE, agree, total_outside_sexes

LATEST: Final = "unicef_child_labour_economic"
WITH_SURVEY: Final = "unicef_child_labour_chores_2022"
EARLIER: Final = "unicef_child_labour_chores_2020"
ECONOMIC: Final = "UNICEF_CL_ECON"
WITH_CHORES: Final = "UNICEF_CL_ECON_HC"
ESTIMATE_NOTE: Final = "ILO-UNICEF estimate for the grouping"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write three observation tables, one a vintage."""
    _latest(material, tables)
    _with_survey(material, tables)
    _earlier(material, tables)


def _latest(material: Path, tables: Path) -> None:
    file = material / "unicef" / "unicef_child_labour_econ_2020_2025.csv"
    work = Curation(LATEST, file, material)

    # load
    with work.file.open(encoding="utf-8-sig", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))

    # process
    for number, row in records:
        name = row["geographic_area"].strip()
        area = area_named(name)
        if not area:
            _unknown(work, number, name)
            continue
        grouping = not re.fullmatch(r"[A-Z]{3}", area) or area == "WLD"
        notes = [ESTIMATE_NOTE] if grouping else []
        if row["coverage_time"] != row["year"]:
            notes.append(f"Fieldwork {row['coverage_time']}")
        work.observe(
            indicator=ECONOMIC,
            area=area,
            year=row["year"],
            sex=row["sex"][0],
            age=_age(row["age_group"]),
            value=row["child_labour_percentage"],
            unit="PERCENT",
            status="E" if grouping else "A",
            nature="E" if grouping else "",
            note="; ".join(notes),
            source="UNICEF_CL_2025",
            vintage="2025",
        )

    # save
    work.write(f"observations/{LATEST}", tables=tables)


def _with_survey(material: Path, tables: Path) -> None:
    work = Curation(WITH_SURVEY, survey_file(material), material)

    # load
    ages = _known_ages(material)

    # process
    for one in figures_with_survey(material):
        if not one.area:
            for _ in one.values:
                _unknown(work, one.line, one.country)
            continue
        age = _age_of(one, ages)
        notes = [] if age else ["The table prints no age; the indicator is defined for 5-17"]
        if total_outside_sexes(*one.values.values()):
            notes.append(OUTSIDE_NOTE)
        for sex, value in one.values.items():
            work.observe(
                indicator=WITH_CHORES,
                area=one.area,
                year=one.year,
                sex=sex,
                age=age or "5-17",
                value=value,
                unit="PERCENT",
                status="A" if value else "O",
                note="; ".join(notes),
                survey=one.survey,
                source="UNICEF_CL_2022",
                vintage="2022",
            )

    # save
    work.write(f"observations/{WITH_SURVEY}", tables=tables)


def _known_ages(material: Path) -> list[tuple[str, int, str, dict[str, str]]]:
    """Area, year, age and figures with chores, where UNICEF's 2020 table or the UN prints one."""
    known = [(area, year, age, v) for _, area, year, age, v in _earlier_lines(material)]
    figures: dict[tuple[str, int, str], dict[str, str]] = defaultdict(dict)
    file = material / "unsdg" / "un_sdg_8_7_1_union_of_vintages.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        newest_first = sorted(csv.DictReader(lines), key=lambda r: r["last_vintage"], reverse=True)
        for row in newest_first:
            if row["series"] == "SL_TLF_CHLDEC" and row["iso3"]:
                key = row["iso3"], int(row["year"]), row["age"].replace("_", "-")
                figures[key][_UN_SEX[row["sex"]]] = row["value"]
    return known + [(*key, values) for key, values in figures.items()]


_UN_SEX: Final = {"bothsex": "T", "female": "F", "male": "M"}


def _age_of(one: NamedFigures, known: list[tuple[str, int, str, dict[str, str]]]) -> str:
    """The age that stands beside the same three figures of the same year elsewhere, else empty."""
    for area, year, age, values in known:
        if (area, year) == (one.area, one.year) and all(
            printed and sex in values and agree(printed, values[sex])
            for sex, printed in one.values.items()
        ):
            return age
    return ""


def _earlier(material: Path, tables: Path) -> None:
    work = Curation(EARLIER, _earlier_file(material), material)

    # load
    lines = _earlier_lines(material)
    newer = {(one.area, one.year): one for one in figures_with_survey(material)}

    # process
    for number, area, year, age, values in lines:
        later = newer.get((area, year))
        for sex, value in values.items():
            if not area:
                _unknown(work, number, value)
            elif later is not None:
                rule, reason = _why_later(later, values)
                work.reject(
                    line=number,
                    column=sex,
                    value=f"{area} {year} {value}",
                    rule=rule,
                    reason=reason,
                )
            else:
                work.observe(
                    indicator=WITH_CHORES,
                    area=area,
                    year=year,
                    sex=sex,
                    age=age,
                    value=value,
                    unit="PERCENT",
                    note=OUTSIDE_NOTE if total_outside_sexes(*values.values()) else "",
                    source="UNICEF_CL_2020",
                    vintage="2020",
                )

    # save
    work.write(f"observations/{EARLIER}", tables=tables)


def _why_later(later: NamedFigures, values: dict[str, str]) -> tuple[str, str]:
    """Rule and reason for preferring the 2022 line of the same country and year."""
    if {s: _shortest(v) for s, v in later.values.items()} == values:
        return "repeated_in_later_vintage", (
            f"The 2022 table prints the same three figures (line {later.line}), with the "
            "survey's name; that line is kept."
        )
    return "superseded_revision", (
        f"The 2022 table prints revised figures for the same country and year (line {later.line})."
    )


def _earlier_lines(material: Path) -> list[tuple[int, str, int, str, dict[str, str]]]:
    """Sheet line, area, year, age and percent by sex of the 2020 workbook."""
    sheet: Any = load_workbook(_earlier_file(material), read_only=True).active
    found = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > 3 and len(cells) >= 6 and cells[1]:
            name, year, age, total, male, female = cells[:6]
            values = {"T": _shortest(total), "F": _shortest(female), "M": _shortest(male)}
            found.append((number, area_named(str(name).strip()), int(year), _age(age), values))
    return found


def _earlier_file(material: Path) -> Path:
    return material / "unicef" / "unicef_child_labour_econ_hc_2020vintage.xlsx"


def _shortest(value: object) -> str:
    """A printed percentage without a trailing `.0`, so that vintages compare as text."""
    return str(value).strip().removesuffix(".0")


def _age(text: str) -> str:
    """`5-17` from `5 to 17 years old`."""
    return "-".join(re.findall(r"\d+", text))


def _unknown(work: Curation, line: int, name: str) -> None:
    work.reject(
        line=line,
        column="country",
        value=name,
        rule="unknown_area",
        reason="Neither the unicef nor the general alias table knows this name.",
    )
