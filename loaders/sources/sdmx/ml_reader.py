"""SDMX-ML 2.1 data messages, generic and structure-specific, read as a stream.

Publishers: UNICEF, https://sdmx.data.unicef.org/ws/public/sdmxapi/rest/data/ (structure-specific,
whatever is asked for); ILO, https://sdmx.ilo.org/rest/data/ (both). Format: SDMX 2.1 (IMF, ECB and
others write the same), namespace .../schemas/v2_1/message. Quirks as of 2026-11:
- namespace prefixes differ (`mes`, `message`, `ns1`): only local names count;
- with `dimensionAtObservation=AllDimensions` there is no Series, the observations stand bare;
- groups carry attributes for several series and stand before them;
- Prepared is when the message was made: the release, unless the operator names another.
A message of any size is read in the same way: one series is in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from loaders.reading.contract import Format, Item, Opened, Remark, Sample
from loaders.reading.files import xml_events
from loaders.sources.sdmx.codes import Found, message_of, observations, refuse_cut
from loaders.sources.shared.observations import joined

MESSAGE: Final = re.compile(
    r"<(?:[\w.-]+:)?(GenericData|StructureSpecificData|GenericTimeSeriesData"
    r"|StructureSpecificTimeSeriesData)[\s>]"
)
NAMESPACE: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
FLAT: Final = "AllDimensions"


def _recognises(sample: Sample) -> bool:
    """By the namespace of the standard and the name of a data message."""
    return (
        sample.kind in {"xml", "gz"}
        and NAMESPACE in sample.text
        and MESSAGE.search(sample.text) is not None
    )


def _read(opened: Opened) -> Iterator[Item]:
    """The observations, streamed, then the server's messages as remarks. Raises FileRefused."""
    header = next(xml_events(opened.sample, {"Header"}), None)
    if header is None:
        remedy = "Fetch the message again as the publisher serves it."
        raise opened.sample.refused("the message has no header", remedy)
    flow = _flow(header)
    message = message_of(opened, flow=flow, prepared=_prepared(header))
    cells = _observations(opened.sample, flat=_is_flat(header))
    yield from observations(
        Found(f"observation {count}", each, message) for count, each in enumerate(cells, 1)
    )
    # The footer is the last element: a cut is known only once all has been read.
    for footer in xml_events(opened.sample, {"Footer"}):
        yield from _said(opened.sample.path.name, footer)


def _said(file: str, footer: Element) -> Iterator[Remark]:
    """The server's messages behind the data. Raises FileRefused when they say that it is cut."""
    for said in footer:
        code, text = said.get("code", ""), joined(*(text or "" for text in said.itertext()))
        refuse_cut(file, code, text)
        yield Remark("footer", "publisher_message", f"{code} {text}".strip())


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _prepared(header: Element) -> str:
    return next((e.text or "" for e in header if _local(e) == "Prepared"), "").strip()


def _flow(header: Element) -> str:
    """The dataflow's id, from a Ref or a URN below the header's Structure."""
    for element in header.iter():
        if _local(element) == "Ref" and element.get("id"):
            return element.get("id", "")
        if _local(element) == "URN" and (found := re.search(r":([\w@-]+)\(", element.text or "")):
            return found[1]
    return ""


def _is_flat(header: Element) -> bool:
    return any(
        e.get("dimensionAtObservation") == FLAT for e in header.iter() if _local(e) == "Structure"
    )


def _observations(sample: Sample, *, flat: bool) -> Iterator[dict[str, str]]:
    """Component to code of each observation, its series' and groups' components included."""
    groups: list[Mapping[str, str]] = []
    for element in xml_events(sample, {"Group", "Obs"} if flat else {"Group", "Series"}):
        if _local(element) == "Group":
            groups.append(_components(element))
        elif flat:
            yield _joined(_components(element), groups)
        else:
            shared = _joined(_components(element), groups)
            for child in element:
                if _local(child) == "Obs":
                    yield shared | _components(child)


def _joined(cells: dict[str, str], groups: list[Mapping[str, str]]) -> dict[str, str]:
    """Cells with the attributes of the groups they belong to."""
    for group in groups:
        common = group.keys() & cells.keys()
        if common and all(group[c] == cells[c] for c in common):
            cells = dict(group) | cells
    return cells


def _components(element: Element) -> dict[str, str]:
    """The components on an element (structure-specific) or in its Value children (generic)."""
    cells = {
        name: text.strip()
        for name, text in element.attrib.items()
        if not name.startswith("{") and name not in {"REPORTING_YEAR_START_DAY", "type"}
    }
    for child in element:
        kind = _local(child)
        if kind == "ObsDimension":
            cells[child.get("id", "TIME_PERIOD")] = child.get("value", "").strip()
        elif kind == "ObsValue":
            cells["OBS_VALUE"] = child.get("value", "").strip()
        elif kind in {"SeriesKey", "GroupKey", "ObsKey", "Attributes"}:
            cells |= {v.get("id", ""): v.get("value", "").strip() for v in child}
    return cells


FORMAT: Final = Format("sdmx-ml", "1", "UNICEF_CL_2025", _recognises, _read)
