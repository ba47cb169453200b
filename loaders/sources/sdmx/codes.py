"""From the components of an SDMX observation to a row of ours, whatever the message looked like.

The three SDMX formats (CSV, ML, JSON) only take a message apart; what its codes mean stands here.
Taken are the series of `SERIES`; each other observation is refused with rule `out_of_scope`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar

from data.methods.sdmx_codes import FLOW
from data.records import Observation
from loaders.facts.catalogue import codes
from loaders.reading.contract import FileRefused, Item, Opened, Record, Refusal
from loaders.sources.sdmx.own import own_row
from loaders.sources.shared.areas import UnknownArea, grouping_codes
from loaders.sources.shared.observations import (
    Misfit,
    coded,
    joined,
    records_and_remarks,
    vintage_of,
)
from loaders.sources.shared.places import place
from loaders.validate.row import number

T = TypeVar("T")


class Series(NamedTuple):
    """What a publisher's series is with us. `scale` is the power of ten our unit holds."""

    indicator: str
    source: str
    family: str
    age: str
    unit: str = "PERCENT"
    scale: int = 0
    survey_in_key: bool = True


_CODES: Final = codes(__file__)
SERIES: Final = {code: Series(**series) for code, series in _CODES["series"].items()}

AGGREGATES: Final[dict[str, str]] = _CODES["aggregates"]
MODELLED: Final = "ILO - Modelled Estimates"
ORDINARY_NOTE: Final = "Repository: ILO-STATISTICS - Micro data processing"
"""How nearly every figure of the ILO was computed; says nothing about the single figure."""

ESTIMATE_NOTE: Final = "ILO-UNICEF estimate for the grouping"
SEX: Final[dict[str, str]] = _CODES["sex"]
SCHOOLING: Final[dict[str, tuple[str, str]]] = _CODES["schooling"]
TOTALS: Final = frozenset({"", "_T", "_Z", "TOTAL"})
NOTES: Final = (
    "OBS_FOOTNOTE", "SERIES_FOOTNOTE", "NOTE_INDICATOR", "NOTE_CLASSIF", "NOTE_SOURCE",
)  # fmt: skip
UNREAD: Final = ("WGTD_SAMPL_SIZE", "SOURCE_LINK", "CUSTODIAN", "REF_PERIOD")
"""Attributes that no column of ours holds; a file that fills one says so in a warning."""

KNOWN: Final = frozenset(
    "REF_AREA INDICATOR MEASURE SEX AGE STU FREQ TIME_PERIOD OBS_VALUE OBS_STATUS OBS_CONF"
    " UNIT_MEASURE UNIT_MEASURE_TYPE UNIT_MULT UNIT_MULTIPLIER LOWER_BOUND UPPER_BOUND"
    " DATA_SOURCE SOURCE TIME_PERIOD_METHOD COVERAGE_TIME DECIMALS TIME_FORMAT".split()
).union(NOTES, UNREAD)
"""Components that a row accounts for; any other that is not a total makes it another series."""

AREA_NAME: Final = "REF_AREA#name"
"""Not a component: the name that a message gives for the code of an area."""

PERCENT_CODES: Final = frozenset({"", "PCNT", "PT", "%"})
STATUS: Final = {c: c for c in "AEBPUFIQOML"} | {"": "A", "R": "A"}
"""`R` is the ILO's real value, beside imputed ones in its modelled series."""

CUT: Final = frozenset({"130", "413", "510"})
"""SDMX REST: the answer would be larger than the client, or the service, allows."""

_CUT_WORDS: Final = re.compile(r"truncat|too large|size limit|exceed|incomplete|partial", re.I)
WITHHELD: Final = {"C", "D", "N", "S"}
ABSENT: Final = frozenset({"#N/A", "NAN"})
"""How the standard marks a component that is absent on purpose: attributes, and measures."""

NO_VALUE: Final = frozenset({"", "..", ":", "N/A", "-"})
VALUELESS: Final = frozenset("QOML")


class Message(NamedTuple):
    """What holds for every observation of a file: its structure, and the release of the file."""

    file: str
    flow: str
    vintage: str
    source: str
    codes: Mapping[str, frozenset[str]]


class Found(NamedTuple):
    """An observation of a message: where it stood, component to code, what holds for its file."""

    place: str
    cells: Mapping[str, str]
    message: Message


def refuse_cut(file: str, code: str, text: str) -> None:
    """Raises FileRefused for a word of the publisher's server that its answer is not whole.

    `code` is one of the SDMX REST interface: 1xx and 413 client's limits, 5xx the server's.
    """
    if code in CUT or _CUT_WORDS.search(text):
        rule = f"the publisher says that its answer is cut (message {code}: {text})"
        remedy = "Fetch it in smaller parts, and give all parts in one load."
        raise FileRefused(file, "", rule, remedy)


def message_of(opened: Opened, *, flow: str, prepared: str = "") -> Message:
    """What holds for the whole file. Raises FileRefused when nothing states its release.

    The operator's `vintage` stands before the day on which the publisher prepared the message,
    for that day only says when somebody asked. `structure` names a structure message (SDMX-ML)
    whose code lists the file is held against.
    """
    # Each of our own figures says of which release it is.
    stated = opened.options.get("vintage", "")
    vintage = stated if flow == FLOW else vintage_of(opened, prepared[:10])
    codes: Mapping[str, frozenset[str]] = {}
    if structure := opened.options.get("structure", ""):
        from loaders.sources.sdmx.structure import codes_of

        codes = codes_of(structure)
    return Message(opened.sample.path.name, flow, vintage, opened.source, codes)


def observations(found: Iterable[Found | Refusal]) -> Iterator[Item]:
    """The row of each observation, or why it becomes none; last what of the file is not read."""
    return records_and_remarks(
        map(_present, found), lambda each: Record(each.place, _row(*each[1:])), _unread
    )


def _present(found: Found | Refusal) -> Found | Refusal:
    """The observation without the components that are marked as absent."""
    if isinstance(found, Refusal):
        return found
    cells = {c: "" if code.upper() in ABSENT else code for c, code in found.cells.items()}
    return found._replace(cells=cells)


def _unread(found: Found) -> Iterator[str]:
    fieldwork_noted = found.cells.get("INDICATOR") == "PT_CHLD_5-17_LBR_ECON"
    columns = UNREAD if fieldwork_noted else (*UNREAD, "COVERAGE_TIME")
    return (component for component in columns if found.cells.get(component))


def _row(cells: Mapping[str, str], message: Message) -> dict[str, str]:
    if message.flow == FLOW:
        return own_row(cells, message.source, message.vintage)
    series = _series(cells, message)
    _check_codes(cells, message)
    area = _area(cells, series)
    value, status, suppressed = _figure(cells, series)
    grouping = not re.fullmatch(r"[A-Z]{3}", area) or area == "WLD"
    dimension, category = _coded(cells, "STU", SCHOOLING | {"": ("_T", "_T")})
    survey = cells.get("DATA_SOURCE", "") or cells.get("SOURCE", "")
    modelled = survey == MODELLED or (grouping and series.indicator == "UNICEF_CL_ECON")
    row = dict.fromkeys(Observation._fields, "")
    return row | {
        "indicator": series.indicator,
        "area": area,
        "year": _year(cells),
        "sex": _coded(cells, "SEX", SEX),
        "age": _age(cells.get("AGE", "")) or series.age or "_T",
        "dimension": dimension,
        "category": category,
        "value": value,
        "lower": _scaled(cells, "LOWER_BOUND", series),
        "upper": _scaled(cells, "UPPER_BOUND", series),
        "unit": series.unit,
        "status": "E" if modelled and status == "A" else status,
        "nature": "" if not modelled else "M" if survey == MODELLED else "E",
        "suppressed": suppressed,
        "note": _note(cells, series, grouping),
        "survey": survey if series.survey_in_key else "",
        "source": message.source or series.source,
        "vintage": message.vintage,
    }


def _series(cells: Mapping[str, str], message: Message) -> Series:
    """The series of an observation. Raises Misfit, or FileRefused when its source is unknown."""
    named = cells.get("INDICATOR", "") or message.flow
    series = SERIES.get(named)
    if series is None:
        raise Misfit("INDICATOR", named, "out_of_scope", "We take no series of this code.")
    if not (message.source or series.source):
        rule = f"the catalogue has no source for {named} as its publisher hands it out"
        raise FileRefused(message.file, "", rule, "Name the source with --source.")
    for component, code in cells.items():
        if component not in KNOWN and component != AREA_NAME and code not in TOTALS:
            reason = "A breakdown that our series does not have."
            raise Misfit(component, code, "out_of_scope", reason)
    return series


def _check_codes(cells: Mapping[str, str], message: Message) -> None:
    for component, allowed in message.codes.items():
        code = cells.get(component, "")
        if code and code not in allowed:
            reason = "The publisher's code list lacks it."
            raise Misfit(component, code, "code_not_in_structure", reason)


def _coded(cells: Mapping[str, str], component: str, table: Mapping[str, T]) -> T:
    reason = f"{component} has no such code with us."
    return coded(table, component, cells.get(component, ""), reason)


def _area(cells: Mapping[str, str], series: Series) -> str:
    """Our area: a country by its code, a grouping by its code or, failing that, by its name."""
    code, label = cells.get("REF_AREA", ""), cells.get(AREA_NAME, "")
    if code in {"WORLD", "WLD"}:
        return "WLD"
    if series.family == "ilostat":
        code = AGGREGATES.get(code, code)
    for spelling in filter(None, (code if len(code) == 3 else "", label, code)):
        try:
            return place(spelling, series.family)
        except UnknownArea:
            if re.fullmatch(r"UNICEF_[A-Z]+", spelling) and spelling in grouping_codes("unicef"):
                return spelling
    raise Misfit("REF_AREA", code, "unknown_area", "No table of ours knows this area.")


def _year(cells: Mapping[str, str]) -> str:
    period = cells.get("TIME_PERIOD", "")
    if not re.fullmatch(r"\d{4}", period):
        raise Misfit("TIME_PERIOD", period, "not_a_year", "Only whole years are taken.")
    return period


def _age(code: str) -> str:
    """`5-17` from Y5T17 or AGE_CLDVERSION_Y05-17; empty when no age is stated."""
    if code in TOTALS:
        return ""
    if found := re.fullmatch(r"(?:.*_)?Y0?(\d+)(?:T|-)0?(\d+)", code):
        return f"{found[1]}-{found[2]}"
    if found := re.fullmatch(r"(?:.*_)?Y_?GE0?(\d+)", code):
        return f"{found[1]}+"
    raise Misfit("AGE", code, "unknown_code", "AGE has no such code with us.")


def _figure(cells: Mapping[str, str], series: Series) -> tuple[str, str, str]:
    """Value, status, and the publisher's mark when it withholds the value."""
    _check_unit(cells, series)
    said = cells.get("OBS_STATUS", "")
    reason = "Not an OBS_STATUS we take."
    status = coded(STATUS, "OBS_STATUS", said, reason, "unknown_status")
    text = cells.get("OBS_VALUE", "").strip()
    if text.startswith("<"):
        return "", "Q", text
    if text.upper() not in NO_VALUE:
        if status in VALUELESS:
            reason = "The status says there is no value."
            raise Misfit("OBS_STATUS", said, "value_beside_absence", reason)
        return _scaled(cells, "OBS_VALUE", series), status, ""
    if cells.get("OBS_CONF", "") in WITHHELD:
        return "", "Q", cells["OBS_CONF"]
    if status == "U":
        return "", "Q", "Unreliable"
    return "", status if status in VALUELESS else "O", said if status == "Q" else ""


def _check_unit(cells: Mapping[str, str], series: Series) -> None:
    unit = cells.get("UNIT_MEASURE", "")
    allowed = PERCENT_CODES if series.unit == "PERCENT" else {"", "PS"}
    if unit not in allowed:
        raise Misfit("UNIT_MEASURE", unit, "unit_differs", f"We hold it in {series.unit}.")


def _scaled(cells: Mapping[str, str], component: str, series: Series) -> str:
    """A figure in our unit; as published when its multiplier is ours, else moved exactly."""
    text = cells.get(component, "").strip()
    if text.upper() in NO_VALUE:
        return ""
    stated = cells.get("UNIT_MULT", "") or cells.get("UNIT_MULTIPLIER", "") or str(series.scale)
    if not re.fullmatch(r"-?\d{1,2}", stated):
        raise Misfit("UNIT_MULT", stated, "unknown_code", "A multiplier is a power of ten.")
    try:
        number(text)
    except ValueError as error:
        raise Misfit(component, text, "not_a_number", f"{error}.") from error
    if int(stated) == series.scale:
        return text
    moved = Decimal(text).scaleb(int(stated) - series.scale)
    plain = format(moved, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _note(cells: Mapping[str, str], series: Series, grouping: bool) -> str:
    """The publisher's footnotes; for a grouping or a longer fieldwork, what the curation says."""
    texts = (note.strip() for c in NOTES for note in cells.get(c, "").split(" | "))
    notes = [note for note in texts if note != ORDINARY_NOTE]
    if series.indicator == "UNICEF_CL_ECON":
        fieldwork = cells.get("COVERAGE_TIME", "")
        if grouping:
            notes.insert(0, ESTIMATE_NOTE)
        if fieldwork and fieldwork != cells.get("TIME_PERIOD", ""):
            notes.append(f"Fieldwork {fieldwork}")
        if survey := cells.get("DATA_SOURCE", ""):
            notes.append(f"Survey: {survey}")
    return joined(*notes)
