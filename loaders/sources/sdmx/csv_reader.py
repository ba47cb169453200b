"""SDMX-CSV 1.0 and 2.x: UNICEF's and the ILO's answers to `format=csv`, one line an observation.

Publishers: UNICEF, https://sdmx.data.unicef.org/ws/public/sdmxapi/rest/data/UNICEF,GLOBAL_DATAFLOW,
1.0/all?format=csv; ILO, https://sdmx.ilo.org/rest/data/ILO,DF_CLD_XCHL_SEX_AGE_STU_NB,1.0?format=csv.
Format: 1.0 begins with DATAFLOW; 2.x with STRUCTURE, STRUCTURE_ID, ACTION (sdmx.org, SDMX 3.0,
section 7). Columns may stand in any order. Quirks as of 2026-11:
- with `labels=both` UNICEF writes `REF_AREA:Geographic area` and `AFG: Afghanistan`; with
  `labels=name` in 2.x each component has a second column, `REF_AREA_LABEL` or the name alone;
- UNICEF misspells a title (`OBS_CONF:Observation confidentaility`): only the code counts;
- neither says which release it is: the operator names it (`--vintage`);
- ACTION D deletes at the receiver: such a line is refused, for a file never deletes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from loaders.reading.contract import FileRefused, Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.sdmx.codes import AREA_NAME, Message, message_of, observation

FIRST_VERSION: Final = "DATAFLOW"
SECOND_VERSION: Final = frozenset({"STRUCTURE", "STRUCTURE_ID", "ACTION"})
CODE: Final = re.compile(r"[A-Za-z0-9_@$.-]+")
COMPONENT: Final = re.compile(r"[A-Z0-9_]+(#name)?")
FLOW: Final = re.compile(r"(?:.*=)?(?P<agency>[\w.]+):(?P<id>[\w@.-]+)\((?P<version>[\w.+]+)\)")
DELETES: Final = frozenset({"D", "Delete"})


class SdmxCsv:
    """SDMX-CSV of UNICEF and the ILO."""

    name = "sdmx-csv"
    version = "1"
    source = "UNICEF_CL_2025"

    def recognises(self, sample: Sample) -> bool:
        """By the columns that the standard puts into every file."""
        names = {_code(name) for name in header_of(sample)}
        return "OBS_VALUE" in names and (FIRST_VERSION in names or names >= SECOND_VERSION)

    def read(self, opened: Opened) -> Iterator[Record | Refusal]:
        """The observations, streamed. Raises FileRefused."""
        rows = csv_rows(opened.sample)
        _, header = next(rows, (0, []))
        components = [_code(name) for name in header]
        _check(opened, components)
        message: Message | None = None
        for line, row in rows:
            at = f"line {line}"
            if len(row) != len(components):
                yield Refusal(
                    at, "", str(len(row)), "cells_missing", f"{len(components)} cells are wanted."
                )
                continue
            cells = _cells(components, row)
            flow = _flow(cells)
            if message is None or message.flow != flow:
                message = message_of(opened, flow=flow)
            if cells.get("ACTION", "") in DELETES:
                yield Refusal(
                    at, "ACTION", cells["ACTION"], "deletes", "A file adds or revises here."
                )
                continue
            yield observation(at, _components(cells), message)


def _code(title: str) -> str:
    """`REF_AREA` from `REF_AREA:Geographic area`."""
    return title.strip().strip('"').partition(":")[0].strip()


def _check(opened: Opened, components: list[str]) -> None:
    twice = sorted({c for c in components if components.count(c) > 1})
    if twice:
        raise FileRefused(
            opened.sample.path.name,
            "line 1",
            f"the column {twice[0]} stands twice",
            "Fetch the file again as the publisher serves it.",
        )
    missing = {"REF_AREA", "TIME_PERIOD", "OBS_VALUE"} - set(components)
    if missing:
        raise FileRefused(
            opened.sample.path.name,
            "line 1",
            f"the column {min(missing)} is missing",
            "Fetch the file again with all components.",
        )


def _cells(components: list[str], row: list[str]) -> dict[str, str]:
    """Component to code; a label beside the area's code is kept as `REF_AREA#name`."""
    cells: dict[str, str] = {}
    for component, text in zip(components, row, strict=True):
        code, _, label = text.strip().partition(": ")
        coded = bool(label) and CODE.fullmatch(code) is not None and component not in _FREE_TEXT
        cells[component] = code if coded else text.strip()
        if component == "REF_AREA" and coded:
            cells[AREA_NAME] = label.strip()
    return cells


_FREE_TEXT: Final = frozenset(
    "OBS_VALUE OBS_FOOTNOTE SERIES_FOOTNOTE DATA_SOURCE SOURCE_LINK NOTE_SOURCE NOTE_INDICATOR"
    " NOTE_CLASSIF REF_PERIOD COVERAGE_TIME CUSTODIAN STRUCTURE_ID DATAFLOW".split()
)


def _flow(cells: dict[str, str]) -> str:
    """`GLOBAL_DATAFLOW` from `UNICEF:GLOBAL_DATAFLOW(1.0): Cross-sector indicators`."""
    named = cells.get(FIRST_VERSION, "") or cells.get("STRUCTURE_ID", "")
    found = FLOW.match(named)
    return found["id"] if found else named


def _components(cells: dict[str, str]) -> dict[str, str]:
    """The cells that belong to the observation, without the envelope and the label columns."""
    envelope = SECOND_VERSION | {FIRST_VERSION, "STRUCTURE_NAME"}
    kept = {c: v for c, v in cells.items() if c not in envelope and not _is_label(c)}
    if label := cells.get("REF_AREA_LABEL", ""):
        kept[AREA_NAME] = label
    return kept


def _is_label(component: str) -> bool:
    return component.endswith("_LABEL") or COMPONENT.fullmatch(component) is None


FORMAT: Final[Format] = SdmxCsv()
