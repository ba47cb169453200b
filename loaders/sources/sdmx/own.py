"""Our own figures as SDMX-CSV, as `/api/v1/observations.sdmx.csv` gives them: taken back whole."""

from __future__ import annotations

from collections.abc import Mapping

from data.methods.formula_mark import unmarked
from data.methods.sdmx_codes import COMPONENTS, age_of, sex_of, unit_of


def own_row(cells: Mapping[str, str], source: str, vintage: str) -> dict[str, str]:
    """The row of an observation; the operator's `source` and `vintage` stand before the file's."""
    row = {column: unmarked(cells.get(name, "")) for name, column in COMPONENTS.items()}
    unit = unit_of(cells.get("UNIT_MEASURE", ""), cells.get("UNIT_MULT", ""))
    coded = {"sex": sex_of(row["sex"]), "age": age_of(row["age"]), "unit": unit}
    return row | coded | {"source": source or row["source"], "vintage": vintage or row["vintage"]}
