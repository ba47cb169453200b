"""SDMX-CSV 1.0 and 2.x: UNICEF's and the ILO's answers to `format=csv`, one line an observation.

Publishers: UNICEF, https://sdmx.data.unicef.org/ws/public/sdmxapi/rest/data/UNICEF,GLOBAL_DATAFLOW,
1.0/all?format=csv; ILO, https://sdmx.ilo.org/rest/data/ILO,DF_CLD_XCHL_SEX_AGE_STU_NB,1.0?format=csv.
Format: 1.0 begins with DATAFLOW; 2.x with STRUCTURE (which may name the character between several
values, `STRUCTURE[;]`) and STRUCTURE_ID; ACTION is optional; a component with several values is
`OBS_FOOTNOTE[]`, one in several languages `OBS_FOOTNOTE[en;fr]` (github.com/sdmx-twg/sdmx-csv).
Columns may stand in any order. Quirks as of 2026-11:
- with `labels=both` UNICEF writes `REF_AREA:Geographic area` and `AFG: Afghanistan`; with
  `labels=name` in 2.x each component has a second column, `REF_AREA_LABEL` or the name alone;
- UNICEF misspells a title (`OBS_CONF:Observation confidentaility`): only the code counts;
- neither says which release it is: the operator names it (`--vintage`);
- ACTION D deletes at the receiver: such a line is refused, for a file never deletes here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from loaders.reading.contract import FileRefused, Format, Item, Opened, Refusal, Remark, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.sdmx.codes import AREA_NAME, Found, Message, message_of, observations

FIRST_VERSION: Final = "DATAFLOW"
SECOND_VERSION: Final = frozenset({"STRUCTURE", "STRUCTURE_ID"})
ENVELOPE: Final = SECOND_VERSION | frozenset(
    {FIRST_VERSION, "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "SERIESKEY"}
)
TITLE: Final = re.compile(
    r"(?P<id>[A-Z0-9_@$.-]+)(?:\[(?P<several>[^\]]*)\])?(?:\s*:(?P<label>.*))?", re.S
)
CODE: Final = re.compile(r"[A-Za-z0-9_@$.-]+")
FLOW: Final = re.compile(
    r"(?:.*=)?(?P<agency>[\w.]+):(?P<id>[\w@.-]+)(?:\((?P<version>[\w.+]+)\))?"
)
DELETES: Final = frozenset({"D", "Delete"})
_LANGUAGE: Final = "en"
"""Of a note in several languages this one is kept, else the first."""

_FREE_TEXT: Final = frozenset(
    "OBS_VALUE OBS_FOOTNOTE SERIES_FOOTNOTE DATA_SOURCE SOURCE_LINK NOTE_SOURCE NOTE_INDICATOR"
    " NOTE_CLASSIF REF_PERIOD COVERAGE_TIME CUSTODIAN STRUCTURE_ID DATAFLOW".split()
)


class Column(NamedTuple):
    """A column by its title: its component (empty for a label's column), and how it is written.

    `several` is what stands in brackets behind the component: None without brackets, languages, or
    nothing. `labelled` columns hold `AFG: Afghanistan`.
    """

    component: str
    several: str | None
    labelled: bool


def _recognises(sample: Sample) -> bool:
    """By the columns that the standard puts into every file."""
    names = {_column(title).component for title in header_of(sample)}
    return "OBS_VALUE" in names and (FIRST_VERSION in names or names >= SECOND_VERSION)


def _read(opened: Opened) -> Iterator[Item]:
    """The observations, streamed; then a remark for each column that is not read.

    Raises FileRefused.
    """
    rows = csv_rows(opened.sample)
    line, header = next(rows, (1, []))
    columns = [_column(title) for title in header]
    _check(opened, line, [column.component for column in columns])
    yield from observations(_found(opened, columns, rows))
    yield from _unread(line, header, columns)


def _found(
    opened: Opened, columns: Sequence[Column], rows: Iterator[tuple[int, list[str]]]
) -> Iterator[Found | Refusal]:
    """The observation of each line, or why it holds none."""
    named = (c.several[0] for c in columns if c.component in ENVELOPE and c.several)
    separator = next((sign for sign in named if sign not in '" \r\n'), ";")
    message: Message | None = None
    for line, row in rows:
        at = f"line {line}"
        if len(row) != len(columns):
            reason = f"{len(columns)} cells are wanted."
            yield Refusal(at, "", str(len(row)), "cells_missing", reason)
            continue
        cells = _cells(columns, row, separator)
        flow = _flow(cells)
        if message is None or message.flow != flow:
            message = message_of(opened, flow=flow)
        if (action := cells.get("ACTION", "")) in DELETES:
            yield Refusal(at, "ACTION", action, "deletes", "A file adds or revises here.")
            continue
        yield Found(at, {c: v for c, v in cells.items() if c not in ENVELOPE}, message)


def _column(title: str) -> Column:
    """What a title says, such as `REF_AREA:Geographic area`, `OBS_FOOTNOTE[]` or `Current age`."""
    found = TITLE.fullmatch(title.strip())
    if found is None or found["id"].endswith("_LABEL") and found["id"] != "REF_AREA_LABEL":
        return Column("", None, False)
    return Column(found["id"], found["several"], found["label"] is not None)


def _check(opened: Opened, line: int, components: list[str]) -> None:
    name, place = opened.sample.path.name, f"line {line}"
    if twice := sorted({c for c in components if c and components.count(c) > 1}):
        again = "Fetch the file again as the publisher serves it."
        raise FileRefused(name, place, f"the column {twice[0]} stands twice", again)
    if missing := {"REF_AREA", "TIME_PERIOD", "OBS_VALUE"} - set(components):
        again = "Fetch the file again with all components."
        raise FileRefused(name, place, f"the column {min(missing)} is missing", again)


def _unread(line: int, header: list[str], columns: Sequence[Column]) -> Iterator[Remark]:
    """A remark for each title that is neither a component nor the label of one.

    With `labels=name` (STRUCTURE_NAME tells) a label stands behind its component.
    """
    components = {column.component for column in columns}
    named = "STRUCTURE_NAME" in components
    for at, (title, column) in enumerate(zip(header, columns, strict=True)):
        of_one = title.strip().removesuffix("_LABEL") in components
        beside = named and at > 0 and bool(columns[at - 1].component)
        if not (column.component or of_one or beside):
            reason = f"{title.strip()!r} is neither a component nor its label: it is not read."
            yield Remark(f"line {line}", "unknown_column", reason)


def _cells(columns: Sequence[Column], row: list[str], separator: str) -> dict[str, str]:
    """Component to code; a label beside the area's code is kept as `REF_AREA#name`.

    A text is cut at its colon only where the title carries a label too: a survey may be called
    `NLFS: 2024/25 round`.
    """
    cells: dict[str, str] = {}
    for (component, several, labelled), cell in zip(columns, row, strict=True):
        if not component:
            continue
        text = cell.strip()
        if several is not None and component not in ENVELOPE:
            text = _joined(text, separator, in_languages=bool(several))
        code, _, label = text.partition(": ")
        coded = labelled and bool(label) and CODE.fullmatch(code) is not None
        if coded and component not in _FREE_TEXT:
            text = code
            if component == "REF_AREA":
                cells[AREA_NAME] = label.strip()
        cells[component] = text
    if label := cells.pop("REF_AREA_LABEL", ""):
        cells[AREA_NAME] = label
    return cells


def _joined(text: str, separator: str, *, in_languages: bool) -> str:
    """Several values in one text: of `A;B` both, of `en:A;fr:B` the one in our language.

    Values in several languages that are several too are quoted: `"en:A;fr:B";"en:C"`.
    """
    (parts,) = csv.reader([" ".join(text.split())], delimiter=separator)
    if in_languages:
        quoted = text.startswith('"')
        sets = [part.split(separator) for part in parts] if quoted else [parts]
        parts = [_translated(texts) for texts in sets if texts]
    return "; ".join(part.strip() for part in parts if part.strip())


def _translated(texts: list[str]) -> str:
    by_language = {language: said for language, _, said in (t.partition(":") for t in texts)}
    return by_language.get(_LANGUAGE, next(iter(by_language.values())))


def _flow(cells: dict[str, str]) -> str:
    """`GLOBAL_DATAFLOW` from `UNICEF:GLOBAL_DATAFLOW(1.0): Cross-sector indicators`."""
    named = cells.get(FIRST_VERSION, "") or cells.get("STRUCTURE_ID", "")
    found = FLOW.match(named)
    return found["id"] if found else named


FORMAT: Final = Format(
    "sdmx-csv", "2", "UNICEF_CL_2025", _recognises, _read, "DATAFLOW REF_AREA TIME_PERIOD OBS_VALUE"
)
