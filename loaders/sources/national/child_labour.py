"""Child labour by national definitions: figures of statistics offices, run by run.

Material: 374 figures of 47 countries, from offices' own platforms and from pages that quote them.
`data/catalogue/national_runs.toml` says which line belongs to which run: one survey programme, one
definition, one age band, one unit. Only figures of one run are ever set beside each other.
Quirks seen 2026-11-26:
- no figure here is one of indicator 8.7.1: Mexico 2019 is 7.1 % here and 5.0 % there;
- `measure` calls employment `children_in_employment` where the office itself says child labour
  (Colombia, Panama 2014-2016); the definition of the run says so;
- counts stand in persons and in thousands; all become persons;
- Brazil's counts of 2016 and 2024 have the weights of September 2025, those between them older
  ones: only the two may be compared;
- 270 figures were read on a page that quotes the office; three pages and part of a fourth address
  are known by their site alone;
- pages of the ILO, of ministries and of archives count as quoting too, whatever the material says;
- titles in brackets describe a page and are not its title;
- 14 figures are no office's: the ILO computed them from surveys, the US Department of Labor shows
  them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from loaders.facts import catalogue
from loaders.facts.catalogue import CATALOGUE, codes, document
from loaders.reading.contract import Record
from loaders.sources.shared.areas import area_of
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, observation, records, table

DIMENSION: Final = "national_run"
INDICATORS: Final = {
    ("child_labour", True): "NATIONAL_CHILD_LABOUR_RATE",
    ("child_labour", False): "NATIONAL_CHILD_LABOUR_NUMBER",
    ("children_in_employment", True): "NATIONAL_WORKING_CHILDREN_RATE",
    ("children_in_employment", False): "NATIONAL_WORKING_CHILDREN_NUMBER",
    ("hazardous_work", True): "NATIONAL_HAZARDOUS_WORK_RATE",
    ("hazardous_work", False): "NATIONAL_HAZARDOUS_WORK_NUMBER",
}
"""By measure, and whether it is a rate."""

SERIES_COLUMNS: Final = (
    "code", "area", "indicator", "age", "scope", "programme", "definition",
    "comparable", "basis", "grade", "source", "publisher", "quoted_by", "title", "page",
)  # fmt: skip

OFFICE_COMPARES: Final = frozenset({"office_series", "office_compares", "one_report"})
"""The office publishes one series, sets the years side by side, or re-estimates them together."""

PAGE_COMPARES: Final = frozenset({"page_compares", "two_pages"})
"""A page that quotes the office does, or each year stands on a page of its own."""

WEAKENS: Final = frozenset(
    {"rounded", "preliminary", "content_changed", "definition_presumed", "questioned"}
)
FORBIDS: Final = frozenset(
    {"rounded_coarse", "redesign", "definition_unknown", "survey_unknown", "office_changed"}
)

_CODES: Final = codes(__file__)
QUOTING: Final[dict[str, str]] = _CODES["quoting"]
OFFICES: Final[tuple[str, ...]] = _CODES["offices"]
OUTLETS: Final[dict[str, str]] = _CODES["outlets"]
SITES: Final[dict[str, str]] = _CODES["sites"]
REMARKS: Final[tuple[tuple[str, str], ...]] = _CODES["remarks"]
SURVEYS: Final[tuple[tuple[str, str], ...]] = _CODES["surveys"]
ROUND_COUNT: Final = 100_000

READ: Final = "2026-11"
"""Month in which the copies were read: the vintage where the release is not known."""

RELEASES: Final[dict[str, str]] = _CODES["releases"]

Cells = Mapping[str, str]


def grade(basis: Iterable[str]) -> str:
    """How far a run's change may be stated: strong, medium, weak; empty for nothing to compare.

    Strong: the office itself compares the years or publishes them as one series, with nothing
    against it. Weak, so that no change is stated: definition or survey not given, a redesign or
    another office between, or counts rounded as coarsely as they change. Else medium.
    """
    codes = set(basis)
    unknown = codes - OFFICE_COMPARES - PAGE_COMPARES - WEAKENS - FORBIDS
    if unknown:
        raise ValueError(f"unknown codes of a basis: {sorted(unknown)}")
    if not codes:
        return ""
    if codes & FORBIDS:
        return "weak"
    return "strong" if codes & OFFICE_COMPARES and not codes & WEAKENS else "medium"


def run_of(runs: Mapping[str, dict[str, str]], row: Cells) -> str:
    """The code of the one run that a line of the material belongs to. Raises LookupError."""
    same = ("measure", "unit", "age")
    found = [
        code
        for code, run in runs.items()
        if run["series"] == row["series_id"]
        and all(run[name] == row[name] for name in same)
        and run.get("survey", row["survey_name"]) == row["survey_name"]
        and row["definition_note"].startswith(run.get("says", ""))
    ]
    if len(found) != 1:
        raise LookupError(f"{row['series_id']} {row['year']}: in {len(found)} runs {found}")
    return found[0]


def persons(value: str, unit: str) -> str:
    """A count in persons; a percentage as printed."""
    if unit == "thousand_persons":
        return str(int(Decimal(value) * 1000))
    return value


def quoted_by(publisher: str, page: str) -> str:
    """Who quotes the office; empty where the page is the office's own."""
    if publisher in OFFICES:
        return ""
    if publisher == "page quoting HCP":
        return OUTLETS[urlsplit(page).netloc]
    return QUOTING.get(publisher) or re.split(r" (?:quoting|repeating) ", publisher)[0]


def page_of(row: Mapping[str, str]) -> str:
    """The public address of the page where a figure was read."""
    return SITES.get(row["url"], row["url"]).replace("issuu.com./", "issuu.com/")


def note_of(row: Mapping[str, str], run: Mapping[str, str]) -> str:
    """`quoted_by=<who> <page>` or `read_at <page>`, then codes; `; ` between them."""
    page = page_of(row)
    who = quoted_by(row["publisher"], page)
    said = f"{row['definition_note']} | {row['survey_name']} | {row['publisher']}"
    codes = [code for code, pattern in REMARKS if re.search(pattern, said)]
    if run["code"].startswith("COL-GEIH-2012-FIRST"):
        codes.append("first_release")
    if "comparable" in run and row["year"] not in run["comparable"].split():
        codes.append("older_release")
    if row["unit"] != "percent" and int(persons(row["value"], row["unit"])) % ROUND_COUNT == 0:
        codes.append("rounded")
    if row["url"] in SITES:
        codes.append("site_only")
    return "; ".join([f"quoted_by={who} <{page}>" if who else f"read_at <{page}>", *codes])


def survey_of(name: str) -> str:
    """The survey's name with its accents, without remarks; empty when none is named."""
    for pattern, instead in SURVEYS:
        name = re.sub(pattern, instead, name)
    return name


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/national_child_labour` and `national_series/national`.

    Raises ValueError when a grade differs from the one that the material worked out for itself.
    """
    folder = material / "national_surveys"
    file = folder / "national_child_labour_series.csv"
    known = document("national_runs", CATALOGUE)
    runs: dict[str, dict[str, str]] = {c: r | {"code": c} for c, r in known["runs"].items()}
    rows_of: dict[str, list[Cells]] = defaultdict(list)

    def figure(row: Row) -> Record:
        try:
            code = run_of(runs, row.cells)
        except LookupError as unknown:
            series = row.cells["series_id"]
            raise Misfit("series_id", series, "unknown_run", str(unknown)) from unknown
        rows_of[code].append(row.cells)
        return _figure(row, runs[code])

    rows = table(file, ("series_id", "measure", "unit", "year", "value"))
    yield observations("national_child_labour", file, list(records(rows, figure)))

    publishers = {code: about.publisher for code, about in catalogue.sources().items()}
    series = [_series(run, rows_of[code], publishers) for code, run in runs.items()]
    graded = (
        row.cells
        for row in table(folder / "national_changes_first_last.csv", ("series_id", "strength"))
        if isinstance(row, Row)
    )
    _check_grades(series, runs, {row["series_id"]: row for row in graded})
    yield Dataset(
        "national_series",
        file,
        "national_series/national",
        [Record("", cells, "national_series") for cells in series],
        SERIES_COLUMNS,
        ("code",),
        ledger=False,
    )


def _figure(row: Row, run: Mapping[str, str]) -> Record:
    cells, rate = row.cells, row.cells["unit"] == "percent"
    return observation(
        row.place,
        indicator=INDICATORS[cells["measure"], rate],
        area=area_of(cells["iso3"], "general"),
        dimension=DIMENSION,
        category=run["code"],
        sex=cells["sex"],
        age=cells["age"],
        year=cells["year"],
        source=run["source"],
        survey=survey_of(cells["survey_name"]),
        value=persons(cells["value"], cells["unit"]),
        unit="PERCENT" if rate else "PERSONS",
        note=note_of(cells, run),
        vintage=RELEASES.get(f"{run['code']} {cells['year']}", READ),
    )


def _comparable(run: Mapping[str, str], rows: list[Cells]) -> str:
    """The years that the material sets side by side, or those that the catalogue leaves of them."""
    if "basis" not in run:
        return ""
    years = {row["year"] for row in rows if row["sex"] == "T" and row["comparable_with"]}
    return run.get("comparable", " ".join(sorted(years)))


def _series(
    run: Mapping[str, str], rows: list[Cells], publishers: Mapping[str, str]
) -> dict[str, str]:
    newest = max((row for row in rows if row["sex"] == "T"), key=lambda row: row["year"])
    title = "" if newest["title"].startswith("(") else newest["title"]
    page = page_of(newest)
    return {
        "code": run["code"],
        "area": area_of(newest["iso3"], "general"),
        "indicator": INDICATORS[run["measure"], run["unit"] == "percent"],
        "age": run["age"],
        "scope": run.get("scope", "national"),
        "programme": run["programme"],
        "definition": run["definition"],
        "comparable": _comparable(run, rows),
        "basis": run.get("basis", ""),
        "grade": grade(run.get("basis", "").split()),
        "source": run["source"],
        "publisher": publishers[run["source"]],
        "quoted_by": quoted_by(newest["publisher"], page),
        "title": title,
        "page": page,
    }


def _check_grades(
    series: Iterable[Mapping[str, str]],
    runs: Mapping[str, Mapping[str, str]],
    graded: Mapping[str, Mapping[str, str]],
) -> None:
    ours = {runs[one["code"]]["series"]: one for one in series if one["grade"]}
    wrong = sorted(ours.keys() ^ graded.keys())
    for code in ours.keys() & graded.keys():
        one, other = ours[code], graded[code]
        years = one["comparable"].split()
        if (one["grade"], years[0], years[-1]) != (
            other["strength"],
            other["year_first"],
            other["year_last"],
        ):
            wrong.append(f"{code}: {one['grade']} {years}, {other['strength']} in the material")
    if wrong:
        raise ValueError(f"runs graded otherwise than in the material: {wrong}")
