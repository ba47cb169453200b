"""UN Statistics Division, SDG Global Database: indicator 8.7.1, children in child labour.

Address: https://unstats.un.org/sdgs/dataportal (series SL_TLF_CHLDEA, SL_TLF_CHLDEC; CC BY 4.0).
Format: CSV, one line a series, area, year, age, sex; union of the releases of 2018-10 to 2023-05.
Quirks seen 2026-11-21:
- the database keeps one survey a country, so earlier surveys stand only in earlier releases;
- from the release of 2021-04 surveys are dated by the end of fieldwork: the surveys of 13
  countries moved one year, and the earlier copy (same figures, sometimes more decimals) is no
  survey of its own;
- Pakistan 2017 is Pakistan 2018 with the two sexes swapped, and with chores a later revised figure;
- Ghana 2018 and North Macedonia 2019 stand twice, under an age label that was later corrected;
- World and region lines of CHLDEC (2020) are the ILO-UNICEF estimates, which leave chores out;
- eleven surveys (Mexico 2019 and Nepal 2014 among them) print totals outside the two sexes.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of_m49
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.places import OUTSIDE_NOTE, agree, total_outside_sexes
from loaders.sources.unicef.surveys import NamedFigures, figures_with_survey

DATASET: Final = "unsd_child_labour"
SOURCE: Final = "UNSD_SDG_8_7_1"
ESTIMATE: Final = "GE_CHILD_LABOUR_RATE"
SERIES: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC")
SWAPPED: Final = {"bothsex": "bothsex", "female": "male", "male": "female"}
SEX: Final = {"bothsex": "T", "female": "F", "male": "M"}

Line = dict[str, str]
Survey = tuple[str, str, str, int]
"""Series, area number, age, year."""
Verdict = tuple[str, str]
"""Rule and reason why a survey is no survey of its own."""
REDATED: Final = "redated_duplicate"
RELABELLED: Final = "relabelled_age"
REVISED: Final = "superseded_revision"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/unsd_child_labour from the union of releases."""
    work = Curation(DATASET, material / "unsdg" / "un_sdg_8_7_1_union_of_vintages.csv", material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = [(number, row) for number, row in enumerate(csv.DictReader(lines), 2)]
    surveys = _surveys([row for _, row in records])
    copies = _copies(surveys)
    named = _by_area_and_year(figures_with_survey(material))

    # process
    for number, row in records:
        _record(work, number, row, surveys, copies, named)

    # save
    work.write(f"observations/{DATASET}", tables=tables)


def _record(
    work: Curation,
    number: int,
    row: Line,
    surveys: dict[Survey, dict[str, Line]],
    copies: dict[Survey, Verdict],
    named: dict[tuple[str, int], list[NamedFigures]],
) -> None:
    """Keep one line, or set it aside as a re-dated copy."""
    survey = _survey(row)
    if survey in copies:
        rule, reason = copies[survey]
        work.reject(
            line=number,
            column="age" if rule == RELABELLED else "year",
            value=" ".join(row[c] for c in ("iso3", "series", "year", "age", "sex", "value")),
            rule=rule,
            reason=f"{reason} This copy was last published in the release of "
            f"{row['last_vintage']}.",
        )
        return
    try:
        area = area_of_m49(row["geo_area"], "m49")
    except UnknownArea as unknown:
        work.reject(
            line=number,
            column="geo_area",
            value=row["geo_area"],
            rule="unknown_area",
            reason=str(unknown),
        )
        return
    shared = {
        "area": area,
        "year": row["year"],
        "sex": SEX[row["sex"]],
        "age": row["age"].replace("_", "-"),
        "value": row["value"],
        "unit": "PERCENT",
        "source": SOURCE,
        "vintage": row["last_vintage"],
    }
    if not row["iso3"]:
        note = "Published under SL_TLF_CHLDEC with nature N; leaves household chores out"
        work.observe(indicator=ESTIMATE, nature="E", status="E", note=note, **shared)
        return
    values = {SEX[sex]: line["value"] for sex, line in surveys[survey].items()}
    notes = []
    if row["value_distinct_across_vintages"] == "2":
        notes.append("Releases of the database differ slightly on this value")
    if total_outside_sexes(values.get("T", ""), values.get("F", ""), values.get("M", "")):
        notes.append(OUTSIDE_NOTE)
    work.observe(
        indicator=row["series"],
        nature=row["nature"].upper(),
        note="; ".join(notes),
        survey=_named(row, area, values, named),
        **shared,
    )


def _survey(row: Line) -> Survey:
    return row["series"], row["geo_area"], row["age"], int(row["year"])


def _surveys(rows: list[Line]) -> dict[Survey, dict[str, Line]]:
    """The lines of each survey by sex."""
    found: dict[Survey, dict[str, Line]] = defaultdict(dict)
    for row in rows:
        found[_survey(row)][row["sex"]] = row
    return found


def _copies(surveys: dict[Survey, dict[str, Line]]) -> dict[Survey, Verdict]:
    """Surveys that a later release shows again under another year or another age, with the reason.

    A total that happens to repeat is not enough (Colombia 2016 and 2017, both 3.6, are two
    surveys): all three sexes must agree at the coarser of the two printed precisions.
    """
    copies: dict[Survey, Verdict] = {}
    for survey, lines in surveys.items():
        series, area, age, year = survey
        for later, others in surveys.items():
            if later[:2] != (series, area) or not _left_before(lines, others):
                continue
            if later[2:] == (age, year + 1) and (
                _same(lines, others, {s: s for s in SEX}) or _same(lines, others, SWAPPED)
            ):
                copies[survey] = (
                    REDATED,
                    f"The three figures repeat in {year + 1}, the end of fieldwork.",
                )
            elif later[3] == year and later[2] != age and _same(lines, others, {s: s for s in SEX}):
                label = later[2].replace("_", "-")
                copies[survey] = RELABELLED, f"The same figures are now published for ages {label}."
    for series, area, age, year in [s for s, verdict in copies.items() if verdict[0] == REDATED]:
        twin = next(s for s in SERIES if s != series), area, age, year
        if twin in surveys and twin not in copies and (*twin[:3], year + 1) in surveys:
            copies[twin] = (
                REVISED,
                f"The survey was moved to {year + 1}, as {series} shows, and this series revised.",
            )
    return copies


def _left_before(lines: dict[str, Line], others: dict[str, Line]) -> bool:
    """Whether one survey was out of the database when the other came in."""
    return max(r["last_vintage"] for r in lines.values()) < min(
        r["first_vintage"] for r in others.values()
    )


def _same(one: dict[str, Line], other: dict[str, Line], pairs: dict[str, str]) -> bool:
    return set(one) == set(other) == set(SEX) and all(
        agree(one[sex]["value"], other[pair]["value"]) for sex, pair in pairs.items()
    )


def _named(
    row: Line,
    area: str,
    values: dict[str, str],
    named: dict[tuple[str, int], list[NamedFigures]],
) -> str:
    """The survey's name where UNICEF prints the same three figures of the same year, else empty.

    UNICEF's table holds child labour with chores, so it proves nothing about SL_TLF_CHLDEA.
    """
    if row["series"] != "SL_TLF_CHLDEC":
        return ""
    for found in named.get((area, int(row["year"])), []):
        printed = found.values
        if all(printed[s] and agree(values[s], printed[s]) for s in values):
            return found.survey
    return ""


def _by_area_and_year(figures: list[NamedFigures]) -> dict[tuple[str, int], list[NamedFigures]]:
    found: dict[tuple[str, int], list[NamedFigures]] = defaultdict(list)
    for one in figures:
        found[one.area, one.year].append(one)
    return found
