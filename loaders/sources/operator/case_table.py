"""An operator's own cases of trafficking, one line a case, turned into counts that may be shown.

Publisher: the operator who loads the file, such as a national referral mechanism; no address.
Format version 1: CSV with exactly the columns `area,year,form,sex,age_group`, in any order:
- area: ISO 3166 alpha-3 code or a country's name;
- year: the year in which the person was identified;
- form: FORCED_LABOUR, SEXUAL_EXPLOITATION or OTHER_FORMS, as UNODC counts them; empty: unknown;
- sex: F, M, female or male; empty: unknown;
- age_group: such as `0-17` and `18+`, never overlapping; empty: unknown.
Options: `k`, the smallest count shown (5 when not given; 11 is usual for files of single cases);
`zeros`, `hide` to hide zeros like small counts (they are shown when not given);
`vintage`, the date of the extract.
Quirks as of 2026-11: a further column is refused, since it may identify a person; lines are
counted, so the number of rows differs from that of lines; cases of unknown form, sex or age count
in totals only, and are protected there too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from data.methods.disclosure import AGGREGATE_K
from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.operator.case_counts import SOURCE, UNKNOWN, Case, CaseTable, case_tables
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    area_in,
    csv_table,
    from_each,
    joined,
    observation,
    vintage_of,
)
from loaders.validate.row import FIRST_YEAR, LAST_YEAR

COLUMNS: Final = ("area", "year", "form", "sex", "age_group")
FORMS: Final = ("FORCED_LABOUR", "SEXUAL_EXPLOITATION", "OTHER_FORMS")
SEXES: Final = {"f": "F", "female": "F", "m": "M", "male": "M"}
NO_AREA: Final = "The area is neither an ISO 3166 code nor a name that is known."
_UNKNOWN: Final = frozenset({"", "unknown", "not known", "n/a", ".."})
_AGE: Final = re.compile(r"(\d{1,3})(?:-(\d{1,3})|(\+))", re.ASCII)
_OLDEST: Final = 999


def _recognises(sample: Sample) -> bool:
    """By the header: all five columns stand in it."""
    names = set(header_of(sample))
    return set(COLUMNS) <= names and "value" not in names


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """A refusal for each case that cannot be counted, then a record for each count."""
    k, zeros, vintage = _smallest(opened), _zeros_hidden(opened), vintage_of(opened)
    _refuse_further_columns(opened)
    cases: Counter[Case] = Counter()
    for taken in from_each(csv_table(opened, COLUMNS), lambda row: (_case(row),)):
        if isinstance(taken, Refusal):
            yield taken
        else:
            cases[taken] += 1
    if not cases:
        rule, remedy = "no line is a case that can be counted", "Mend the lines, or the header."
        raise opened.sample.refused(rule, remedy)
    _refuse_overlaps(cases, opened.sample)
    source = opened.source or SOURCE
    for table in case_tables(cases, vintage, k=k, zeros=zeros, source=source):
        yield from _records(table)


def _smallest(opened: Opened) -> int:
    text = opened.options.get("k", "") or str(AGGREGATE_K)
    if not re.fullmatch(r"\d{1,3}", text, re.ASCII) or int(text) < 2:
        remedy = f"Give a whole number of 2 or more, such as {AGGREGATE_K}."
        raise opened.sample.refused(f"k is {text}, which is no smallest count to show", remedy)
    return int(text)


def _zeros_hidden(opened: Opened) -> bool:
    text = opened.options.get("zeros", "") or "show"
    if text not in ("show", "hide"):
        rule = f"zeros is {text}, which is neither show nor hide"
        raise opened.sample.refused(rule, "Choose show or hide.")
    return text == "hide"


def _refuse_further_columns(opened: Opened) -> None:
    number, header = next(csv_rows(opened.sample), (1, []))
    names = [name.strip() for name in header]
    if further := sorted(set(names) - set(COLUMNS)):
        rule = f"the header has {', '.join(further)} beside the five columns of a case"
        remedy = "Leave these columns out: they are not counted, and may identify a person."
        raise opened.sample.refused(rule, remedy, f"line {number}")


def _case(row: Row) -> Case:
    """The case of a line. Raises Misfit."""
    area, year, form, sex, age = (" ".join(row.cells[name].split()) for name in COLUMNS)
    known = area_in("area", area, "general", NO_AREA)
    return Case(known, _year(year), _form(form), _sex(sex), _age(age))


def _year(text: str) -> str:
    if re.fullmatch(r"\d{4}", text, re.ASCII) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return text
    raise Misfit("year", text, "year_range", f"A year lies between {FIRST_YEAR} and {LAST_YEAR}.")


def _form(text: str) -> str:
    if text.casefold() in _UNKNOWN:
        return UNKNOWN
    form = text.upper().replace(" ", "_")
    if form not in FORMS:
        raise Misfit("form", text, "unknown_form", f"The form is none of {', '.join(FORMS)}.")
    return form


def _sex(text: str) -> str:
    if text.casefold() in _UNKNOWN:
        return UNKNOWN
    reason = "The sex is neither F nor M; leave it empty when it is not known."
    if text.casefold() not in SEXES:
        raise Misfit("sex", text, "unknown_sex", reason)
    return SEXES[text.casefold()]


def _age(text: str) -> str:
    if text.casefold() in _UNKNOWN:
        return UNKNOWN
    span = _span(text)
    if span is None or span[0] > span[1]:
        raise Misfit("age_group", text, "age_form", "An age group is written 0-17 or 18+.")
    return f"{span[0]}+" if text.endswith("+") else f"{span[0]}-{span[1]}"


def _span(text: str) -> tuple[int, int] | None:
    found = _AGE.fullmatch(text)
    return (int(found[1]), int(found[2] or _OLDEST)) if found else None


def _refuse_overlaps(cases: Iterable[Case], sample: Sample) -> None:
    """Refuse age groups that share an age: a count of one would leave persons out."""
    groups: dict[str, set[str]] = {}
    for case in cases:
        groups.setdefault(case.area, set()).add(case.age)
    for area, ages in sorted(groups.items()):
        spans = sorted((span, age) for age in ages if (span := _span(age)))
        for ((_, last), age), ((first, _), other) in zip(spans, spans[1:], strict=False):
            if first <= last:
                remedy = "Give every case one of a set of age groups that do not overlap."
                rule = f"the age groups {age} and {other} overlap"
                raise sample.refused(rule, remedy, f"area {area}")


def _records(table: CaseTable) -> Iterator[Record]:
    for row in table.rows:
        whole = row["dimension"] == row["age"] == "_T" and row["sex"] == "T"
        note = joined(row["note"], table.sentence) if whole else row["note"]
        yield observation(
            f"count of {table.area} {table.year}, form {row['category']}, sex {row['sex']}, "
            f"age {row['age']}",
            **{**row, "note": note},
        )


FORMAT: Final = Format("case-table", "1", SOURCE, _recognises, _read, " ".join(COLUMNS))
