"""How a value is put into a cell of a workbook: never as a formula."""

from __future__ import annotations

import re
from typing import Any, Final

from data.methods.formula_mark import marked

LONGEST: Final = 32_000
"""Characters that a cell of the format can hold, with room for the mark."""

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def put(cell: Any, value: float | str | None) -> Any:
    """The cell with a number, or with a text as it is; signs that no workbook can hold are left
    out."""
    if isinstance(value, str):
        cell.value = marked(_NO_XML.sub("", value)[:LONGEST])
        cell.data_type = "s"
    else:
        cell.value = value
    return cell
