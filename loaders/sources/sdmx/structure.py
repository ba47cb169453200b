"""The code lists of an SDMX structure message (DSD with references), read with sdmx1.

Publishers serve it as .../rest/dataflow/UNICEF/GLOBAL_DATAFLOW/1.0?references=all (SDMX-ML 2.1).
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

import sdmx
from sdmx.exceptions import XMLParseError
from sdmx.message import StructureMessage

from loaders.reading.admit import validate_file
from loaders.reading.contract import FileRefused

ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?Structure[\s>]",
    re.S,
)
_REMEDY: Final = "Fetch the dataflow with references=all, as SDMX-ML 2.1."


def codes_of(path: str) -> Mapping[str, frozenset[str]]:
    """Component to the codes its list allows; components without a list are left out.

    Raises FileRefused when the file is no structure message.
    """
    file = Path(path)
    content = validate_file(file).path.read_bytes()
    if b"<!DOCTYPE" in content:
        raise FileRefused(file.name, "", "the XML has a DOCTYPE", _REMEDY)
    if not ROOT.match(content):
        raise FileRefused(file.name, "", "it is no SDMX structure message", _REMEDY)
    try:
        # The library prints what it holds in memory when a message is broken.
        with redirect_stdout(io.StringIO()):
            message = sdmx.read_sdmx(io.BytesIO(content))
    except (XMLParseError, RuntimeError, KeyError) as error:
        raise FileRefused(
            file.name, "", "the SDMX structure message cannot be read", _REMEDY
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
