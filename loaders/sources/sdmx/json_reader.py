"""SDMX-JSON data messages 1.0 and 2.0 (and the draft that stood before them).

Publishers: UNICEF, https://sdmx.data.unicef.org/ws/public/sdmxapi/rest/data/…?format=sdmx-json;
ILO, https://sdmx.ilo.org/rest/data/… Format: github.com/sdmx-twg/sdmx-json, data message. Quirks as
of 2026-11:
- 1.0 has data.structure and index values only; 2.0 has data.structures, and a component without a
  list of values has its values in place; the draft has structure and dataSets at the top;
- UNICEF writes every value as text, with all its digits (`3.64794848995631`);
- null in place of an index means that the component is absent, and zero is an index, not a value;
- series attributes stand on the series. (The reader of sdmx1 2.28.0 takes them from the data set,
  shifts the attributes behind one without values, and knows neither 1.0 nor 2.0 as published:
  for these figures that would be wrong surveys, so messages are taken apart here.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from loaders.reading.contract import (
    FileRefused,
    Format,
    Item,
    Opened,
    Record,
    Refusal,
    Remark,
    Sample,
)
from loaders.reading.files import json_document
from loaders.sources.sdmx.codes import AREA_NAME, Found, message_of, observations, refuse_cut
from loaders.sources.shared.observations import joined

URN: Final = re.compile(r"Data(?:flow|Structure)=[\w.]+:([\w@-]+)\(")
Component = Mapping[str, Any]


def _recognises(sample: Sample) -> bool:
    """By the members that every data message has near its start, or its schema."""
    return (
        sample.kind in {"json", "gz"}
        and sample.text.lstrip("\ufeff \r\n\t")[:1] == "{"
        and (
            '"dataSets"' in sample.text
            or ('"structure"' in sample.text and '"keyPosition"' in sample.text)
        )
    )


def _read(opened: Opened) -> Iterator[Item]:
    """The observations, and the server's messages as remarks. Raises FileRefused."""
    document = json_document(opened.sample)
    yield from _errors(opened.sample.path.name, document)
    count = 0
    try:
        for item in observations(_found(opened, document)):
            count += isinstance(item, Record | Refusal)
            yield item
    except FileRefused:
        raise
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        rule = "the message points to a component that its structure does not hold"
        remedy = "Fetch the message again as the publisher serves it."
        raise opened.sample.refused(rule, remedy, f"after observation {count}") from error


def _errors(file: str, document: Any) -> Iterator[Remark]:
    """The server's messages beside the data. Raises FileRefused when they say that it is cut."""
    stated = document.get("errors") if isinstance(document, dict) else None
    for error in stated if isinstance(stated, list) else ():
        said = error if isinstance(error, dict) else {"title": error}
        code = str(said.get("code", ""))
        text = joined(*(_text(said.get(key) or "") for key in ("title", "detail")))
        refuse_cut(file, code, text)
        yield Remark("errors", "publisher_message", f"{code} {text}".strip())


def _found(opened: Opened, document: Any) -> Iterator[Found]:
    """Every observation's components, with what holds for its data set."""
    count = 0
    body = document.get("data", document)
    head = document.get("meta") or document.get("header") or {}
    structures = body.get("structures") or [body.get("structure")]
    for dataset in body["dataSets"]:
        structure = structures[dataset.get("structure", 0)]
        flow = _flow(dataset, structure)
        message = message_of(opened, flow=flow, prepared=str(head.get("prepared", "")))
        for cells in _observations(dataset, structure, opened.sample.path.name):
            count += 1
            yield Found(f"observation {count}", cells, message)


def _flow(dataset: Mapping[str, Any], structure: Mapping[str, Any]) -> str:
    for link in (*dataset.get("links", ()), *structure.get("links", ())):
        if found := URN.search(str(link.get("urn", ""))):
            return found[1]
    return ""


def _observations(
    dataset: Mapping[str, Any], structure: Mapping[str, Any], file: str
) -> Iterator[dict[str, str]]:
    """Component to code of each observation, with all that stands above it."""
    if dataset.get("dimensionGroupAttributes"):
        raise FileRefused(
            file, "", "it has attributes for groups of series", "Fetch it as SDMX-CSV instead."
        )
    dimensions, attributes = structure["dimensions"], structure.get("attributes", {})
    measures = structure.get("measures", {}).get("observation") or [{"id": "OBS_VALUE"}]
    shared = _keyed("0:" * len(dimensions.get("dataSet", ())), dimensions.get("dataSet", ()))
    shared |= _valued(dataset.get("attributes", ()), attributes.get("dataSet", ()))
    at_observation = dimensions["observation"]
    columns = [*measures, *attributes.get("observation", ())]
    series = dataset.get("series") or {"": dataset}
    for key, one in series.items():
        above = shared | _keyed(key, dimensions.get("series", ()))
        if key:
            above |= _valued(one.get("attributes", ()), attributes.get("series", ()))
        for at, values in one.get("observations", {}).items():
            yield above | _keyed(at, at_observation) | _valued(values, columns)


def _keyed(key: str, components: Sequence[Component]) -> dict[str, str]:
    """Codes of a key such as `0:12:1`, with the name of the area beside its code."""
    cells: dict[str, str] = {}
    for index, component in zip(filter(None, key.split(":")), components, strict=True):
        value = _listed(component, int(index))
        cells[component["id"]] = _code(value)
        if component["id"] == "REF_AREA" and value.get("name"):
            cells[AREA_NAME] = str(value["name"])
    return cells


def _valued(values: Sequence[Any], components: Sequence[Component]) -> dict[str, str]:
    """Codes of a list of measures and attributes: an index where the component has a list."""
    cells: dict[str, str] = {}
    for value, component in zip(values, components, strict=False):
        listed = component.get("values")
        if value is None or component["id"] in cells:
            continue
        is_index = bool(listed) and isinstance(value, int)
        cells[component["id"]] = _code(_listed(component, value)) if is_index else _text(value)
    return cells


def _listed(component: Component, index: int) -> Mapping[str, Any]:
    """The value of a component at an index. Raises IndexError, for a negative one too."""
    if index < 0:
        raise IndexError(index)
    value: Mapping[str, Any] = component["values"][index]
    return value


def _code(value: Mapping[str, Any]) -> str:
    """The id of a coded value; what has none is free text in its name or value."""
    return _text(value.get("id") or value.get("name") or value.get("value") or "")


def _text(value: object) -> str:
    """Text as it stands; of several languages the English one, else the first."""
    if isinstance(value, Mapping):
        return str(value.get("en") or next(iter(value.values()), ""))
    return str(value).strip()


FORMAT: Final = Format(
    "sdmx-json", "1", "UNICEF_CL_2025", _recognises, _read, '"dataSets" "structure" "observations"'
)
