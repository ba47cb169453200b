"""UNICEF's 2022 table of child labour, the one that names the survey behind each figure."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.places import place

SEX_COLUMNS: Final = {"T": "total", "F": "female", "M": "male"}


@dataclass(frozen=True)
class NamedFigures:
    """Child labour with chores from one named survey: percent by sex as printed, empty if `-`."""

    line: int
    country: str
    area: str
    year: int
    survey: str
    values: dict[str, str]


def survey_name(text: str) -> tuple[str, int]:
    """The survey's name without UNICEF's remark on calculation, and the year its fieldwork ended.

    Raises ValueError when the text names no year.
    """
    name = text.split(", UNICEF")[0].strip()
    years = re.findall(r"(\d{4})(?:-(\d{2,4}))?", name)
    if not years:
        raise ValueError(f"no year in the survey name {text!r}; look at the publisher's table")
    first, last = years[-1]
    return name, int(first[: 4 - len(last)] + last)


def figures_with_survey(material: Path) -> list[NamedFigures]:
    """The lines of the 2022 file; area is empty where the name is unknown to us."""
    found = []
    with survey_file(material).open(encoding="cp1252", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter=";"), 2):
            survey, year = survey_name(row["source"])
            values = {s: row[c].replace(",", ".").strip("- ") for s, c in SEX_COLUMNS.items()}
            country = row["country"].strip()
            found.append(NamedFigures(number, country, area_named(country), year, survey, values))
    return found


def survey_file(material: Path) -> Path:
    """Where the table lies below the material."""
    return material / "unicef" / "unicef_child_labour_sex_source_2022vintage.csv"


def area_named(name: str) -> str:
    """Our area code for a name of UNICEF's, or the empty text when no table knows it."""
    try:
        return place(name, "unicef")
    except UnknownArea:
        return ""
