"""Every list of the interface for programs: routes, documents and tests come of this table.

To add a list: a Resource in one of the three files named here, its rows in data/list_rows.py, the
words of new columns and parameters in components/wording/<language>/api.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from components.lists import of_figures, of_governments, of_pathfinders
from components.lists.resource import Resource

OBSERVATIONS: Final = "observations"


@cache
def resources() -> Mapping[str, Resource]:
    """Every list by its name, in the order in which documents show them."""
    every = (of_figures.RESOURCES, of_governments.RESOURCES, of_pathfinders.RESOURCES)
    return {resource.name: resource for some in every for resource in some}
