"""US Department of Labor, findings on the worst forms of child labour: one country's entry.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB),
https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings. One government's reading
of other governments; the year of every answer and figure is the report year. Quirks:
- tags are misspelt (`Minumum_...`, `Premitted`) and kept as column names here;
- text cells carry marks (`*`, `†`, `‡`) that point to footnotes the files do not hold: the mark is
  kept in our note, the value is read;
- entries with several territories (Bosnia and Herzegovina, Iraq, Pakistan, Somalia, Tanzania) leave
  the national cells blank; report 2014 holds the assessment only;
- `N/A` as an age beside a yes or no means that the report states no age: `not_stated`;
- the lowest assessment has a dozen wordings, with and without a blank before the dash;
- "Unknown" and "Unavailable" mean that a figure was not reported, "N/A" that it cannot exist;
  neither is zero. Amounts such as `$1.1 million` are converted exactly and noted, because the
  publisher had rounded them. 2016 alone splits off desk reviews and dedicated inspectors; 2022 no
  longer counts worksite inspections and criminal violations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from data.methods.notes import joined, note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.law import legal_fact
from loaders.sources.shared.observations import Misfit, observation

SOURCE: Final = "ILAB_FINDINGS"
REPORT_PAGE: Final = "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings"
_CODES: Final = codes(__file__)
AGES: Final[dict[str, tuple[str, str]]] = _CODES["ages"]
PROHIBITIONS: Final[dict[str, str]] = _CODES["prohibitions"]
INSTITUTIONS: Final[dict[str, str]] = _CODES["institutions"]
BENCHMARK: Final = "enforcement_enough_inspectors"
"""The one institution that the report measures against an ILO figure (inspectors per worker)."""

FIGURES: Final[dict[str, tuple[str, str]]] = _CODES["figures"]
MARKS: Final = "*†‡"
ANSWERS: Final[dict[str, str]] = _CODES["answers"]
ABSENT: Final[dict[str, str]] = _CODES["absent"]

AMOUNT: Final = re.compile(r"\$?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<million>million)?", re.I)

Cells = Mapping[str, str]
Answer = dict[str, str]


def unmarked(cell: str) -> tuple[str, str]:
    """A cell without its footnote marks, and the marks: `15‡` is `15` and `‡`."""
    marks = "".join(sign for sign in MARKS if sign in cell)
    return re.sub(f"[{re.escape(MARKS)}]", "", cell).strip(), marks


def answer(cell: str) -> str | None:
    """yes, no, unknown or not_applicable; None when the cell says something else."""
    return ANSWERS.get(unmarked(cell)[0].casefold())


def advancement_level(text: str) -> str:
    """The Department's assessment of a year as a code; `text` is not empty."""
    text = text.casefold()
    if "assessment" in text:
        return "no_assessment"
    if "complicit" in text:
        return "no_advancement_complicit"
    if "delayed" in text:
        return "minimal_advancement_delayed"
    return f"{text.split()[0]}_advancement"


def legal_facts(place: str, row: Cells, area: str, page: str) -> Iterator[Record | Refusal]:
    """The assessment, law and institutions of one country in one report."""
    fixed = {"area": area, "year": row["report_year"], "source": SOURCE, "page": page}
    for column, topic, read in QUESTIONS:
        try:
            if not _blank(row, column):
                yield legal_fact(place, topic=topic, **fixed, **read(row, column))
        except Misfit as misfit:
            yield misfit.at(place)


def figures(place: str, row: Cells, area: str) -> Iterator[Record | Refusal]:
    """The numbers of labour inspection and criminal enforcement of one country in one report."""
    for tag, (indicator, unit) in FIGURES.items():
        column = f"Enforcements.{tag}"
        cell = row[column].strip()
        try:
            if cell or _split_by_territory(row):
                value, status, said = _figure(column, cell)
                yield observation(
                    place,
                    indicator=indicator,
                    area=area,
                    year=row["report_year"],
                    value=value,
                    unit=unit,
                    status=status,
                    note=said,
                    source=SOURCE,
                    vintage=row["report_year"],
                )
        except Misfit as misfit:
            yield misfit.at(place)


def _blank(row: Cells, column: str) -> bool:
    """Whether a cell is blank. Raises Misfit for a blank in an entry of several territories."""
    if row[column].strip():
        return False
    if row["multiple_territories"] == "Yes" and row["report_year"] != "2014":
        reason = "The report splits this country by territory and leaves the country blank."
        raise Misfit(column, "", "blank_several_territories", reason)
    return True


def _split_by_territory(row: Cells) -> bool:
    return row["multiple_territories"] == "Yes" and bool(row["Mechanisms.Coordination"])


def _garbage(row: Cells, column: str) -> Misfit:
    reason = "A yes-or-no cell holds something else."
    return Misfit(column, row[column], "garbage_value", reason)


def _advancement(row: Cells, column: str) -> Answer:
    return {"value": advancement_level(row[column])}


def _age(standard: str, row: Cells, column: str) -> Answer:
    """An age in years, `not_stated`, or `not_applicable` (no conscription, for one)."""
    stem = column.rpartition(".")[0]
    conforms = answer(row[column]) or "unknown"
    age, marks = unmarked(row[f"{stem}.Age"])
    calculated = row[f"{stem}.Calculated_Age"] == "Yes"
    known = re.fullmatch(r"\d+(\.\d+)?", age) is not None
    absent = "not_applicable" if conforms == "not_applicable" else "not_stated"
    return {
        "value": age if known else absent,
        "unit": "YEARS" if known else "",
        "standard": standard,
        "conforms": conforms,
        "note": joined(
            note("age_calculated") if calculated else "", _marked(marks or unmarked(row[column])[1])
        ),
    }


def _prohibition(row: Cells, column: str) -> Answer:
    """Whether the law holds the rule, and whether that meets the standard."""
    stem = column.rpartition(".")[0]
    value, conforms = answer(row[column]), answer(row[f"{stem}.Conforms_To_Intl_Standard"])
    if value is None or conforms is None:
        raise _garbage(row, column)
    age = row[f"{stem}.Age"]
    said = joined(
        note("age_stated", age) if age.isdigit() else "",
        note("contradicts") if {value, conforms} == {"yes", "no"} else "",
    )
    return {"value": value, "standard": "yes", "conforms": conforms, "note": said}


def _institution(row: Cells, column: str) -> Answer:
    """Whether an institution or practice is in place, in the report's yes or no."""
    value = answer(row[column])
    if value is None:
        raise _garbage(row, column)
    found = {"value": value, "note": _marked(unmarked(row[column])[1])}
    if INSTITUTIONS[column] == BENCHMARK:
        found |= {"standard": "yes", "conforms": value}
    return found


def _marked(marks: str) -> str:
    """The note that a publisher's footnote marks become."""
    return note("marked", marks) if marks else ""


def _figure(column: str, cell: str) -> tuple[str, str, str]:
    """Value, status and note of a cell. Raises Misfit for neither a number nor an absence."""
    if not cell:
        reason = "The report splits this country by territory; no national figure."
        raise Misfit(column, cell, "blank_several_territories", reason)
    bare, marks = unmarked(cell)
    said = f"Marked {marks} by the publisher." if marks else ""
    if status := ABSENT.get(bare.casefold()):
        why = "Published as unavailable. " if bare.casefold() == "unavailable" else ""
        return "", status, f"{why}{said}".strip()
    found = AMOUNT.fullmatch(bare)
    if found is None:
        reason = "The cell holds no number and no word for its absence."
        raise Misfit(column, cell, "garbage_value", reason)
    number = Decimal(found["number"].replace(",", ""))
    if found["million"]:
        number *= 1_000_000
        said = f"Published as {bare}. {said}".strip()
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text), "A", said


QUESTIONS: Final[tuple[tuple[str, str, Callable[[Cells, str], Answer]], ...]] = (
    ("advancement_level", "advancement_level", _advancement),
    *(
        (f"Legal_Standards.{tag}.Conforms_To_Intl_Standard", topic, partial(_age, standard))
        for tag, (topic, standard) in AGES.items()
    ),
    *(
        (f"Legal_Standards.{tag}.Standard", topic, _prohibition)
        for tag, topic in PROHIBITIONS.items()
    ),
    *((column, topic, _institution) for column, topic in INSTITUTIONS.items()),
)
"""Columns of an entry, the topics that they answer, and how they are read."""
