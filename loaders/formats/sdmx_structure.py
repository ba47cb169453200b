"""The code lists of an SDMX structure message (DSD with references), read with sdmx1.

Publishers serve it as .../rest/dataflow/UNICEF/GLOBAL_DATAFLOW/1.0?references=all (SDMX-ML 2.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import sdmx
from sdmx.exceptions import XMLParseError
from sdmx.message import StructureMessage

from loaders.formats.contract import FileRefused

_REMEDY = "Fetch the dataflow with references=all, as SDMX-ML 2.1."


def codes_of(path: str) -> Mapping[str, frozenset[str]]:
    """Component to the codes its list allows; components without a list are left out.

    Raises FileRefused when the file is no structure message.
    """
    file = Path(path)
    try:
        if b"<!DOCTYPE" in file.read_bytes():
            raise FileRefused(file.name, "", "the XML has a DOCTYPE", _REMEDY)
        message = sdmx.read_sdmx(file)
    except (OSError, XMLParseError, RuntimeError) as error:
        raise FileRefused(
            file.name, "", "it is no SDMX structure message that can be read", _REMEDY
        ) from error
    if not isinstance(message, StructureMessage) or not message.structure:
        raise FileRefused(file.name, "", "it holds no data structure definition", _REMEDY)
    found: dict[str, frozenset[str]] = {}
    for definition in message.structure.values():
        for component in (*definition.dimensions.components, *definition.attributes.components):
            listed = getattr(component.local_representation, "enumerated", None)
            codes = frozenset(code.id for code in listed) if listed is not None else frozenset()
            if codes:
                found[component.id] = codes
    return found
