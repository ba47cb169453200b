"""UNODC Global Report on Trafficking in Persons: detected victims and the criminal justice chain.

Publisher: United Nations Office on Drugs and Crime. Address: https://dataunodc.un.org/dp-trafficking-persons
Format: XLSX of 2025-10-28, one sheet, header on row 3, `txtVALUE` is text (`1,373`, `<5`).
Taken: totals, forms of exploitation, and of the citizenship table the categories own nationals,
stateless and unknown. Not taken, so rejected as out of scope: every other named citizenship and the
table by country of repatriation.
Quirks seen 2026-11-21:
- `<5` stands for a suppressed count of 1 to 4 and is kept as suppressed; 0 is a true zero.
- 821 records repeat the key of another. Two kinds: (1) sex lines with age Total hold the two age
  parts (0-17 and 18+) one below the other, not their sum; (2) "Other forms of exploitation" holds
  several sub-forms without their names. RULE: where all copies but at most one are 0, the parts
  add up to that one figure however they overlap, so it is kept and the zeros are set aside; equal
  copies of a citizenship line are one fact printed twice, so one is kept. The sub-forms are kept
  line by line under dimension form_line (OTHER_FORMS_1, OTHER_FORMS_2 ... in the order of the
  file, zeros set aside), never added here: adding could count a victim twice and choosing one
  would understate (`data.methods.separable` says where adding is proved). Every other group is set
  aside whole. The age parts of a sex line stand under their own ages and are not lost.
- Convictions by citizenship of AND, PAK, SLE, SLV and ZAF hold impossible counts (6,112,019 and
  783,140,380 with neighbours, 544,649): anything above 100,000 is refused, the largest plausible
  count of the file being 32,022.
- Convictions by form of exploitation are refused: with every `<5` read as 0 their sum still
  exceeds the persons convicted in 464 of the 736 country-years that have both, in 204 a single form
  does (United Kingdom 2022: 5,134 for forced labour, 282 convicted), 135 repeat the victims.
- Dominican Republic 2019-2022, unknown sex, other forms: the year itself stands as the count.
  Mexico 2015 prints 2,015 victims, parts add up to 1,679: kept, marked as of low reliability.
- Sex has Other and Unknown beside Female and Male: they stand in dimensions of their own.
- Own nationals stand as "Own country nationals", as NATIONAL or under the country's own name,
  which is broken text for Türkiye and Côte d'Ivoire. Totals may differ from the sum of the parts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from data.folding import folded
from data.schema import OBSERVATION_KEY
from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.observations import joined, observation

SOURCE: Final = "UNODC_GLOTIP"
VINTAGE: Final = "2025-10-28"
LARGEST_PLAUSIBLE: Final = 100_000
DOUBTFUL: Final = {30656: "The figure equals the year; the two age groups add up to 1,679."}
"""Sheet row and what is doubtful about its figure."""
PROGRAMME: Final = "GLOTIP"
"""What the column Source holds in all rows of 2025; anything else is kept as a note."""
FORMS: Final = "form"
LINES: Final = "form_line"
ZEROS_BESIDE: Final = "Printed in parts, of which all others are 0 or equal."

_CODES: Final = codes(__file__)
INDICATOR: Final[dict[str, str]] = _CODES["indicator"]
FORM: Final[dict[str, str]] = _CODES["form"]
CITIZENSHIP: Final[dict[str, str]] = _CODES["citizenship"]
BROKEN_NAME: Final[dict[str, tuple[str, ...]]] = _CODES["broken_name"]
SEX: Final[dict[str, str]] = _CODES["sex"]
AGE: Final[dict[str, str]] = _CODES["age"]
COLUMNS: Final = (
    "Iso3_code", "Country", "Region", "Subregion", "Indicator", "Dimension", "Category", "Sex",
    "Age", "Year", "Unit of measurement", "txtVALUE", "Source",
)  # fmt: skip

KNOWN: Final[Mapping[str, Collection[str]]] = {
    "Indicator": INDICATOR,
    "Sex": SEX,
    "Age": AGE,
    "Unit of measurement": ("Counts", ""),
}
"""Columns of codes and the codes that we know of them."""

Cells = Mapping[str, str]


class Candidate(NamedTuple):
    """A record of the file: its row's number, the published figure, and what it would become."""

    line: int
    text: str
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, ...]:
        """The key under which it would stand in the table of observations."""
        return tuple(self.cells[column] for column in OBSERVATION_KEY)

    def refused(self, rule: str, reason: str) -> Refusal:
        """The refusal of this record, told by its key and figure."""
        names = ("indicator", "area", "dimension", "category", "sex", "age", "year")
        value = " | ".join([*(self.cells[name] for name in names), self.text])
        return Refusal(f"row {self.line}", "txtVALUE", value, rule, reason)


def place_of(row: Cells) -> tuple[str, str] | None:
    """Dimension and category of a record; None when the category is not taken."""
    if row["Dimension"] == "by citizenship":
        name = row["Category"]
        own = folded(name) == folded(row["Country"])
        broken = name in BROKEN_NAME.get(row["Iso3_code"], set())
        category = "NATIONAL" if own or broken else CITIZENSHIP.get(name)
        return None if category is None else ("citizenship", category)
    if row["Dimension"] == "by form of exploitation":
        kind = {"Other": "form_other_sex", "Unknown": "form_unknown_sex"}.get(row["Sex"], "form")
        return kind, FORM[row["Category"]]
    if row["Dimension"] == "Total":
        if row["Sex"] in {"Other", "Unknown"}:
            return "sex_recorded", row["Sex"].upper()
        return "_T", "_T"
    return None


def candidate_of(line: int, row: Cells, source: str, vintage: str) -> Candidate | Refusal:
    """The observation that a record would become, or why it is out of scope or set aside."""
    strange = _strange(row)
    if strange is not None:
        return Refusal(f"row {line}", *strange)
    place = place_of(row)
    if place is None:
        reason = "Single citizenships and countries of repatriation are not taken."
        return Refusal(f"row {line}", "Category", row["Category"], "out_of_scope", reason)
    rule, reason = _fault(row)
    try:
        area = area_of(row["Iso3_code"], "unodc")
    except UnknownArea as unknown:
        rule, reason, area = "unknown_area", str(unknown), ""
    if rule:
        return Refusal(f"row {line}", "txtVALUE", _described(row), rule, reason)
    text, suppressed = row["txtVALUE"], row["txtVALUE"].startswith("<")
    # The marks belong to rows of one release; in another such a row is another record.
    doubt = DOUBTFUL.get(line, "") if vintage == VINTAGE else ""
    other = row["Source"] if row["Source"] != PROGRAMME else ""
    return Candidate(
        line,
        text,
        {
            "indicator": INDICATOR[row["Indicator"]],
            "area": area,
            "year": row["Year"],
            "sex": SEX[row["Sex"]],
            "age": AGE[row["Age"]],
            "dimension": place[0],
            "category": place[1],
            "value": "" if suppressed else text.replace(",", ""),
            "unit": "COUNT" if row["Indicator"].startswith("Offences") else "PERSONS",
            "status": "Q" if suppressed else "U" if doubt else "A",
            "nature": "C",
            "suppressed": text if suppressed else "",
            "note": joined(doubt, f"Source: {other}" if other else ""),
            "survey": "",
            "source": source,
            "vintage": vintage,
        },
    )


def _strange(row: Cells) -> tuple[str, str, str, str] | None:
    """Column, value, rule and reason of what is coded in a way that we do not know."""
    unknown = ("unknown_code", "No such code with us.")
    for column, known in KNOWN.items():
        if row[column] not in known:
            return column, row[column], *unknown
    if not re.fullmatch(r"\d{4}", row["Year"]):
        return "Year", row["Year"], "not_a_year", "A year has 4 digits."
    if row["Dimension"] == "by form of exploitation" and row["Category"] not in FORM:
        return "Category", row["Category"], *unknown
    return None


def _fault(row: Cells) -> tuple[str, str]:
    """Rule and reason why a figure cannot be taken; two empty texts when it can."""
    text = row["txtVALUE"]
    if not re.fullmatch(r"<5|\d{1,3}(,?\d{3})*", text):
        return "not_a_number", "The cell holds neither a whole number nor the mark <5."
    if text != "<5" and int(text.replace(",", "")) > LARGEST_PLAUSIBLE:
        return (
            "garbage_value",
            "No State reports counts of this size; the same digits stand in several countries.",
        )
    if row["Sex"] == "Unknown" and text.replace(",", "") == row["Year"]:
        return "year_as_value", "The year stands where the count should, far above the total."
    if row["Indicator"] == "Persons convicted" and row["Category"] in FORM:
        return (
            "contradicts_total",
            "Convictions by form exceed the persons convicted in most country-years; "
            "they do not count persons convicted.",
        )
    return "", ""


def _described(row: Cells) -> str:
    names = ("Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE")
    return " | ".join(" ".join(row[name].split()) for name in names)


def settled(group: list[Candidate]) -> Iterator[Record | Refusal]:
    """The one record that a key stands for, or its lines, and the refusals of what adds nothing."""
    kept = standing(group)
    if kept is None and group[0].cells["dimension"] == FORMS:
        yield from _line_by_line(group)
        return
    lines = ", ".join(str(candidate.line) for candidate in group)
    for candidate in group:
        if candidate is kept:
            beside = len(group) > 1 and candidate.text != "0"
            note = joined(candidate.cells["note"], ZEROS_BESIDE if beside else "")
            yield observation(f"row {kept.line}", **{**candidate.cells, "note": note})
        elif kept is not None:
            yield candidate.refused(
                "duplicate_key",
                f"Adds nothing to line {kept.line}, which has the same key: it repeats it or is 0.",
            )
        elif candidate.cells["dimension"] in {"_T", "sex_recorded"}:
            yield candidate.refused(
                "age_parts_under_total",
                f"Lines {lines} share the key of all ages but hold the two age parts, which stand "
                "under their own ages; no line holds their total.",
            )
        else:
            yield candidate.refused(
                "ambiguous_duplicate",
                f"Lines {lines} share one key and hold unnamed parts; adding them could count a "
                "person twice and choosing one would understate.",
            )


def _line_by_line(group: list[Candidate]) -> Iterator[Record | Refusal]:
    """Unnamed sub-forms of one form, a record a line under a dimension of their own."""
    lines = [candidate for candidate in group if candidate.text != "0"]
    told = ", ".join(str(candidate.line) for candidate in lines)
    for number, candidate in enumerate(lines, 1):
        cells = candidate.cells
        category = f"{cells['category']}_{number}"
        yield observation(
            f"row {candidate.line}", **{**cells, "dimension": LINES, "category": category}
        )
    for candidate in group:
        if candidate.text == "0":
            reason = f"Adds nothing to lines {told}, which have the same key: it is 0."
            yield candidate.refused("duplicate_key", reason)


def standing(group: list[Candidate]) -> Candidate | None:
    """The record that holds whatever the parts of a group are; None when there is none."""
    counted = [candidate for candidate in group if candidate.text != "0"]
    if len(counted) <= 1:
        return counted[0] if counted else group[0]
    same = len({candidate.text for candidate in group}) == 1
    return group[0] if same and group[0].cells["dimension"] == "citizenship" else None
