"""UN Statistics Division, SDG Global Database: child labour, trafficking, and 21 context series.

Address: https://unstats.un.org/sdgs/dataportal (CC BY 4.0). Formats, all CSV, seen 2026-11: the
context series in the DDF edition of December 2023, one file a series, its values in a column named
like the series; 8.7.1 (SL_TLF_CHLDEA, SL_TLF_CHLDEC) as the union of the releases of 2018-10 to
2023-05; 16.2.2 of the release 2019.Q3.G.01, kept beside UNODC's newer file for comparison. Quirks:
- "not specified" sex, age and status stand for the total and an ordinary value; Sudan before 2011
  is not joined to today's; Cabo Verde 2021 has 132.4 per cent of old people with a pension;
- 16.2.2 prints counts of 1 to 4, which UNODC's file of 2025 suppresses; values carry `.0`;
- 8.7.1 keeps one survey a country, so earlier surveys stand only in earlier releases;
- from the release of 2021-04 surveys are dated by the end of fieldwork: the surveys of 13
  countries moved one year, and the earlier copy (same figures, sometimes more decimals) is no
  survey of its own;
- Pakistan 2017 is Pakistan 2018 with the two sexes swapped, and with chores a later revised figure;
- Ghana 2018 and North Macedonia 2019 stand twice, under an age label that was later corrected;
- World and region lines of CHLDEC (2020) are the ILO-UNICEF estimates, which leave chores out;
- eleven surveys (Mexico 2019 and Nepal 2014 among them) print totals outside the two sexes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.areas import area_of_m49
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.named_surveys import NamedFigures, figures_with_survey
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
from loaders.sources.unsd.codes import (
    CHILD_LABOUR_SOURCE,
    CONTEXT,
    ESTIMATE,
    ESTIMATE_NOTE,
    SEX,
    Figure,
    age_of,
    record_of,
)

RELEASE: Final = "2023-12"
RELEASE_WITH_SURVEYS: Final = "un_sdg_2023Q1_chldec_and_birth_registration_with_survey_source"
"""The file of the release before, as its API gave it: the only one that names the surveys."""

BIRTHS: Final = "SG_REG_BRTH"
VICTIMS: Final = ("seriesCode", "geoAreaCode", "year", "value")
TRAFFICKING_RELEASE: Final = "2019-Q3"
SERIES: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC")
SAME: Final = {"bothsex": "bothsex", "female": "female", "male": "male"}
SWAPPED: Final = {"bothsex": "bothsex", "female": "male", "male": "female"}

Survey = tuple[str, str, str, int]
"""Series, area number, age, year."""
Lines = Mapping[str, Mapping[str, str]]
"""The lines of one survey by sex."""
Surveys = Mapping[tuple[str, str, str], Mapping[str, str]]
"""Lines that name their survey, by area number, year and age."""
Verdict = tuple[str, str, str]
"""Column, rule and reason why a survey is no survey of its own."""


def datasets(material: Path) -> Iterator[Dataset]:
    """Observations of 8.7.1, of 16.2.2 and of each context series."""
    file = material / "unsdg" / "un_sdg_8_7_1_union_of_vintages.csv"
    named = figures_with_survey(material)
    yield observations("unsd_child_labour", file, _child_labour(file, named))
    file = material / "unodc" / "sdg_16_2_2_unsd_2019Q3_long.csv"
    yield observations("unsd_trafficking", file, records(table(file, VICTIMS), _trafficking))
    surveys = _surveys(material / "unsdg" / f"{RELEASE_WITH_SURVEYS}.csv")
    for series in CONTEXT:
        [file] = sorted((material / "unsdg").glob(f"ddf--datapoints--{series.lower()}--*.csv"))
        known = surveys if series == BIRTHS else {}
        rows = table(file, ("geo_area", "year", series.lower()))
        found = records(rows, partial(_context, series, known))
        yield observations(f"unsd_{series.lower()}", file, found)


def _surveys(file: Path) -> Surveys:
    """Figures of birth registration with their survey, by area number, year and age."""
    needed = ("series", "geo_area", "year", "age", "value", "source", "footnote")
    rows = [row.cells for row in table(file, needed) if isinstance(row, Row)]
    return {(c["geo_area"], c["year"], age_of(c["age"])): c for c in rows if c["series"] == BIRTHS}


def _context(series: str, surveys: Surveys, row: Row) -> Record:
    """The record of a line of one series, in its unit; the survey is noted where it is known.

    A survey is that of another release: it is taken only where the figure is the same.
    """
    cells, column = dict(row.cells), series.lower()
    area, year, value = cells.pop("geo_area"), cells.pop("year"), cells.pop(column)
    attributes = {c: cells.pop(c, "") for c in ("nature", "observation_status", "units")}
    said = surveys.get((area, year, age_of(cells.get("age", ""))))
    known = said is not None and agree(said["value"], value)
    notes = (said["source"], said["footnote"]) if said and known else ()
    try:
        record = record_of(
            Figure(row.place, series, area, year, value, "", "", notes, attributes, cells),
            "",
            RELEASE,
        )
    except Misfit as misfit:
        raise Misfit("", value, misfit.rule, misfit.reason) from misfit
    if record.cells["unit"] == "PERCENT" and not 0 <= float(value) <= 100:
        reason = "A share of persons cannot lie outside 0 to 100 per cent."
        raise Misfit("", value, "out_of_range", reason)
    return record


def _trafficking(row: Row) -> Record:
    c = row.cells
    attributes = {"nature": c["nature"].partition(":")[0], "units": c["unitsCode"]}
    dimensions = {"age": c["ageCode"], "sex": c["sexCode"]}
    figure = Figure(
        row.place, c["seriesCode"], c["geoAreaCode"], c["year"], c["value"], "", "", (),
        attributes, dimensions,
    )  # fmt: skip
    return record_of(figure, "", TRAFFICKING_RELEASE)


def _child_labour(file: Path, named: list[NamedFigures]) -> Iterator[Record | Refusal]:
    """The union of releases, without the copies of a survey under another year or age."""
    rows = list(table(file, ("series", "geo_area", "year", "age", "sex", "value", "last_vintage")))
    surveys: dict[Survey, dict[str, Mapping[str, str]]] = defaultdict(dict)
    for row in rows:
        if isinstance(row, Row):
            surveys[_survey(row.cells)][row.cells["sex"]] = row.cells
    copies = _copies(surveys)

    def record(row: Row) -> Record:
        cells, survey = row.cells, _survey(row.cells)
        if survey in copies:
            column, rule, reason = copies[survey]
            value = " ".join(cells[c] for c in ("iso3", "series", "year", "age", "sex", "value"))
            last = f"This copy was last published in the release of {cells['last_vintage']}."
            raise Misfit(column, value, rule, f"{reason} {last}")
        return observation(row.place, **_row(cells, surveys[survey], named))

    return records(rows, record)


def _row(cells: Mapping[str, str], survey: Lines, named: list[NamedFigures]) -> dict[str, str]:
    """Our observation of a line. Raises Misfit."""
    area = area_in("geo_area", cells["geo_area"], "m49", resolve=area_of_m49)
    row = {
        "area": area,
        "year": cells["year"],
        "sex": SEX[cells["sex"]],
        "age": age_of(cells["age"]),
        "value": cells["value"],
        "unit": "PERCENT",
        "source": CHILD_LABOUR_SOURCE,
        "vintage": cells["last_vintage"],
    }
    if not cells["iso3"]:
        return row | {"indicator": ESTIMATE, "nature": "E", "status": "E", "note": ESTIMATE_NOTE}
    values = {SEX[sex]: line["value"] for sex, line in survey.items()}
    differ = cells["value_distinct_across_vintages"] == "2"
    outside = total_outside_sexes(*(values.get(sex, "") for sex in "TFM"))
    return row | {
        "indicator": cells["series"],
        "nature": cells["nature"].upper(),
        "note": joined(
            "Releases of the database differ slightly on this value" if differ else "",
            OUTSIDE_NOTE if outside else "",
        ),
        "survey": _named(cells, area, values, named),
    }


def _survey(cells: Mapping[str, str]) -> Survey:
    return cells["series"], cells["geo_area"], cells["age"], int(cells["year"])


def _copies(surveys: Mapping[Survey, Lines]) -> dict[Survey, Verdict]:
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
            same = _same(lines, others, SAME)
            if later[2:] == (age, year + 1) and (same or _same(lines, others, SWAPPED)):
                reason = f"The three figures repeat in {year + 1}, the end of fieldwork."
                copies[survey] = "year", "redated_duplicate", reason
            elif later[3] == year and later[2] != age and same:
                reason = f"The same figures are now published for ages {age_of(later[2])}."
                copies[survey] = "age", "relabelled_age", reason
    for series, area, age, year in [s for s, found in copies.items() if found[0] == "year"]:
        twin = next(s for s in SERIES if s != series), area, age, year
        if twin in surveys and twin not in copies and (*twin[:3], year + 1) in surveys:
            reason = (
                f"The survey was moved to {year + 1}, as {series} shows, and this series revised."
            )
            copies[twin] = "year", "superseded_revision", reason
    return copies


def _left_before(lines: Lines, others: Lines) -> bool:
    """Whether one survey was out of the database when the other came in."""
    first = min(line["first_vintage"] for line in others.values())
    return max(line["last_vintage"] for line in lines.values()) < first


def _same(one: Lines, other: Lines, pairs: Mapping[str, str]) -> bool:
    return set(one) == set(other) == set(SAME) and all(
        agree(one[sex]["value"], other[pair]["value"]) for sex, pair in pairs.items()
    )


def _named(
    cells: Mapping[str, str], area: str, values: Mapping[str, str], named: list[NamedFigures]
) -> str:
    """The survey's name where UNICEF prints the same three figures of the same year, else empty.

    UNICEF's table holds child labour with chores, so it proves nothing about SL_TLF_CHLDEA.
    """
    if cells["series"] != "SL_TLF_CHLDEC":
        return ""
    for found in named:
        printed = found.values
        if (found.area, found.year) == (area, int(cells["year"])) and all(
            printed[sex] and agree(value, printed[sex]) for sex, value in values.items()
        ):
            return found.survey
    return ""
