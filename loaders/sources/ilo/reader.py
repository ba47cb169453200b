"""ILO, ILOSTAT: bulk files with codes, with labels, or with both, plain or packed with gzip.

Publisher: ILO. Address: https://rplumber.ilo.org/data/indicator/?id=CLD_XCHL_SEX_AGE_STU_NB_A
(`&format=.csv.gz`, `&type=code|label|both`); formerly
https://ilostat.ilo.org/data/bulk/. Format: CSV, one line a figure; columns
ref_area, source, indicator, sex, classif1, classif2, time, obs_value, obs_status, note_classif,
note_indicator, note_source, each with `.label` added in the edition with labels.
Quirks as of 2026-11:
- these children are in EMPLOYMENT: not every one of them is in child labour;
- the number of classif and note columns depends on the indicator; copies saved by spreadsheets
  are in Windows-1252 with `;`;
- age labels `'5-17` and `'5-11` carry an apostrophe against spreadsheets that read dates;
- a figure withheld as unreliable (`U`) is blank: it is suppressed, neither zero nor missing;
- the edition with codes names a survey by a number (`BX:1234`), the others by its name: the
  survey is part of a figure's key, so one kind of edition should be kept to;
- one country can have several surveys in a year; India 2023 has lines of sex Other, without values;
- sources that start with `XA:` are the ILO's modelled estimates, as is the label of that name;
- aggregates have codes from X01 (World) on; those whose meaning we could not confirm are read by
  their label only, so that the edition with both is the best to load;
- the file does not say of which release it is: the operator names the vintage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from loaders.facts.catalogue import codes
from loaders.reading.contract import Format, Item, Opened, Record, Refusal, Sample
from loaders.reading.files import header_of
from loaders.sources.sdmx import codes as sdmx
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    coded,
    csv_table,
    joined,
    observation,
    reading_of,
    records_and_remarks,
    vintage_of,
)
from loaders.sources.shared.places import place as place_named

SOURCE: Final = "ILOSTAT_CHILDREN"
INDICATOR: Final = "CLD_XCHL_SEX_AGE_STU_NB"
_INDICATOR_LABELS: Final = {
    "Children in employment by sex, age and school attendance status (thousands)": INDICATOR
}
_UNITS: Final = {INDICATOR: "THOUSAND_PERSONS"}
"""Every indicator that is taken, with its unit."""
_SEX: Final = sdmx.SEX | {"Total": "T", "Female": "F", "Male": "M"}
_CODES: Final = codes(__file__)
_STATUS: Final[dict[str, str]] = _CODES["status"]
_STATUS_LABELS: Final[dict[str, str]] = _CODES["status_labels"]
_SCHOOLING: Final = sdmx.SCHOOLING | {
    label: sdmx.SCHOOLING[code] for label, code in _CODES["schooling_labels"].items()
}
_MODELLED_CODE: Final = "XA:"
_AGE_CODE: Final = re.compile(r"AGE_\w+_Y(?:(\d{1,2})-(\d{1,2})|GE(\d{1,2}))")
_AGE_LABEL: Final = re.compile(r"'?(\d{1,2}(?:-\d{1,2}|\+))")
_READ: Final = re.compile(
    r"(ref_area|source|indicator|sex|classif[123]|time|obs_value|obs_status"
    r"|note_(classif|indicator|source))(\.label)?"
)
_COLUMNS: Final = ("ref_area", "source", "indicator", "sex", "classif1")


def _recognises(sample: Sample) -> bool:
    """A header with ILOSTAT's columns, in codes or labels."""
    columns = {column.removesuffix(".label") for column in header_of(sample)}
    return {*_COLUMNS, "time", "obs_value"} <= columns


def _read(opened: Opened) -> Iterator[Item]:
    """A record or refusal for every line."""
    vintage = vintage_of(opened)
    lines = csv_table(opened, ("time", "obs_value"))
    yield from read_lines(lines, opened.source or SOURCE, vintage)


def read_lines(rows: Iterable[Row | Refusal], source: str, vintage: str) -> Iterator[Item]:
    """Our observation of each line, or why it becomes none; last what is not read of the file."""

    def record(row: Row) -> Record:
        try:
            return observation(row.place, **_observed(row.cells), source=source, vintage=vintage)
        except Misfit as misfit:
            # The edition with labels alone has no column of that name.
            if misfit.column not in row.cells:
                misfit.column += ".label"
            raise

    def unread(row: Row) -> Iterator[str]:
        return (name for name, said in row.cells.items() if said and not _READ.fullmatch(name))

    return records_and_remarks(rows, record, unread)


def _either(cells: Mapping[str, str], column: str) -> str:
    """The code of a column, or its label where the edition has no codes."""
    return (cells.get(column) or cells.get(f"{column}.label") or "").strip()


def _observed(cells: Mapping[str, str]) -> dict[str, str]:
    indicator = _indicator(cells)
    age, (dimension, category) = _classified(cells)
    survey, modelled = _survey(cells)
    published = _status(cells)
    reading = reading_of(cells["obs_value"], "Q" if published == "U" else published)
    status = reading.status
    if reading.value:
        status = "E" if modelled else published
    withheld = status == "Q"
    return {
        "indicator": indicator,
        "area": _area(cells),
        "year": cells["time"].strip(),
        "sex": _sex(cells),
        "age": age,
        "dimension": dimension,
        "category": category,
        "value": reading.value,
        "unit": _UNITS[indicator],
        "status": status,
        "nature": "M" if modelled else "",
        "suppressed": _mark(reading.suppressed, published) if withheld else "",
        "note": joined(reading.note, _notes(cells)),
        "survey": survey,
    }


def _mark(mark: str, published: str) -> str:
    return _STATUS_LABELS.get(published, mark) if mark == "withheld" else mark


def _indicator(cells: Mapping[str, str]) -> str:
    named = _either(cells, "indicator")
    code = _INDICATOR_LABELS.get(named, named)
    if code not in _UNITS:
        reason = "The indicator is not one that the store holds."
        raise Misfit("indicator", named, "out_of_scope", reason)
    return code


def _sex(cells: Mapping[str, str]) -> str:
    lost = "" if cells["obs_value"].strip() else "; the line carries no value"
    reason = f"The store holds total, female and male{lost}."
    return coded(_SEX, "sex", _either(cells, "sex"), reason, "unsupported_sex")


def _classified(cells: Mapping[str, str]) -> tuple[str, tuple[str, str]]:
    """Age, and dimension with category, from the classif columns whatever their order."""
    age, part = "_T", ("_T", "_T")
    for column in ("classif1", "classif2", "classif3"):
        text = _either(cells, column)
        group, _, label = text.rpartition(": ")
        if not text:
            continue
        if text.startswith("AGE_") or group.startswith("Age "):
            age = _age(column, text, label)
        elif text in _SCHOOLING or label in _SCHOOLING:
            part = _SCHOOLING.get(text) or _SCHOOLING[label]
        else:
            reason = "The code has no counterpart in our scheme."
            raise Misfit(column, text, "unknown_code", reason)
    return age, part


def _age(column: str, text: str, label: str) -> str:
    if found := _AGE_CODE.fullmatch(text):
        first, last, least = found.groups()
        return f"{int(least)}+" if least else f"{int(first)}-{int(last)}"
    if known := _AGE_LABEL.fullmatch(label):
        return known[1]
    if text.endswith("_TOTAL") or label == "Total":
        return "_T"
    reason = "The age band has no counterpart in our scheme."
    raise Misfit(column, text, "unknown_code", reason)


def _area(cells: Mapping[str, str]) -> str:
    """Our area of the code; of an aggregate whose code we do not know, that of its label."""
    code, label = (cells.get(c, "").strip() for c in ("ref_area", "ref_area.label"))
    named = [sdmx.AGGREGATES.get(code, code), label]
    for each in filter(None, named):
        try:
            return place_named(each, "ilostat")
        except UnknownArea:
            continue
    reason = "The area is no country, territory or ILO region that we know."
    raise Misfit("ref_area", code or label, "unknown_area", reason)


def _survey(cells: Mapping[str, str]) -> tuple[str, bool]:
    """The survey's name (its code where the edition has no names), and whether it is a model."""
    code = cells.get("source", "").strip()
    if code.startswith(_MODELLED_CODE):
        return sdmx.MODELLED, True
    named = (cells.get("source.label") or code).strip()
    return named, named == sdmx.MODELLED


def _status(cells: Mapping[str, str]) -> str:
    reason = "The status has no counterpart in our scheme."
    return coded(_STATUS, "obs_status", _either(cells, "obs_status"), reason)


def _notes(cells: Mapping[str, str]) -> str:
    """The publisher's notes, without the one that stands on nearly all lines."""
    columns = ("note_classif", "note_indicator", "note_source")
    texts = [cells.get(f"{c}.label") or cells.get(c) or "" for c in columns]
    notes = [note for text in texts for note in text.split(" | ")]
    return joined(*(note for note in notes if note != sdmx.ORDINARY_NOTE))


SIGNS: Final = "ref_area source indicator sex classif1 time obs_value"
FORMAT: Final = Format("ilostat-bulk", "2", SOURCE, _recognises, _read, SIGNS)
