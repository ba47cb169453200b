"""Curate child labour law as the WORLD Policy Analysis Center coded it.

Publisher: WORLD Policy Analysis Center, UCLA, https://www.worldpolicycenter.org. Two .xls files of
193 countries: `WORLD_Dataset_Childhood_4.16.15.xls` (April 2015; ages as numbers, 0 for none) and
`WORLD_child_labor.xls` (as of October 2016; codes). No code book came with the codes. Those of
2016 were read by setting them beside the ages of 2015 (0, 12-13, 14, 15, 16 or more), so they are
kept as bands and noted; the codes for light work, school days and night rest could not be read
that way and are left out. Schooling codes of 2015 are 5 for yes and 1 for no: the publisher's own
combined variable (free and compulsory) agrees. An empty cell was not coded: left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from data.methods.notes import note
from loaders.facts.catalogue import codes
from loaders.reading.admit import validate_file
from loaders.reading.contract import Record, Refusal
from loaders.reading.files import workbook_rows
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.law import legal_fact, legal_facts
from loaders.sources.shared.observations import Row, area_in, from_each, table_rows

T = TypeVar("T")
Fact = dict[str, str]

PAGE: Final = "https://www.worldpolicycenter.org/maps-data/data-download"
_CODES: Final = codes(__file__)
AGES_2015: Final[dict[str, tuple[str, float, str]]] = _CODES["ages_2015"]
SCHOOLING_2015: Final[dict[str, str]] = _CODES["schooling_2015"]
BANDS_2016: Final[dict[str, dict[str, Any]]] = _CODES["bands_2016"]
BAND_NOTE: Final = note("band")
"""The band was read from the publisher's code by comparison with its ages of 2015."""
AGE_14: Final = 14.0
"""Convention 138 lets a Member with insufficiently developed schooling begin at 14."""


def datasets(material: Path) -> Iterator[Dataset]:
    """Law of 2015 and of 2016, of the workbooks below `material`/law.

    Raises FileRefused, and KeyError when a code appears that the tables above do not hold.
    """
    for year, name, read in (
        ("2015", "WORLD_Dataset_Childhood_4.16.15.xls", _ages_and_schooling),
        ("2016", "WORLD_child_labor.xls", _bands),
    ):
        file = material / "law" / name
        yield legal_facts(f"world_policy_{year}", file, _records(file, year, read))


def _records(
    file: Path, year: str, read: Callable[[Row], Iterator[Fact]]
) -> Iterator[Record | Refusal]:
    """What `read` makes of every country that we know."""

    def facts(row: Row) -> Iterator[Record]:
        area = area_in("", row.cells["iso3"], "world_policy")
        fixed = {"area": area, "year": year, "source": "WORLD_POLICY", "page": PAGE}
        return (legal_fact(row.place, **fixed, **fact) for fact in read(row))

    rows = workbook_rows(validate_file(file))
    return from_each(table_rows(rows, file.name, ("iso3",)), facts)


def _codes(row: Row, columns: Mapping[str, T]) -> Iterator[tuple[T, float]]:
    """What the columns with a code mean, each with its code; an empty cell was not coded."""
    for column, meaning in columns.items():
        if row.cells[column].strip():
            yield meaning, float(row.cells[column])


def _ages_and_schooling(row: Row) -> Iterator[Fact]:
    """Ages of 2015: a number of years, or `no_age_set` where the law sets no age."""
    for (topic, enough, standard), age in _codes(row, AGES_2015):
        conforms = "yes" if age >= enough else "no"
        if topic == "minimum_age_work" and age == AGE_14:
            conforms = "unknown"
        value, unit = (f"{age:g}", "YEARS") if age else ("no_age_set", "")
        yield Fact(topic=topic, value=value, unit=unit, standard=standard, conforms=conforms)
    for topic, code in _codes(row, SCHOOLING_2015):
        value = {5.0: "yes", 1.0: "no"}[code]
        yield Fact(topic=topic, value=value, standard="yes", conforms=value)


def _bands(row: Row) -> Iterator[Fact]:
    """Codes of 2016 as bands of age."""
    for band, code in _codes(row, BANDS_2016):
        value, conforms = band[str(int(code))]
        fixed = {"topic": band["topic"], "standard": band["standard"], "note": BAND_NOTE}
        yield Fact(value=value, conforms=conforms, **fixed)
