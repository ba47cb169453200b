"""Exampleland, a made-up country on which the whole way of a pathfinder can be tried.

Its code XEX is one that ISO 3166-1 leaves to users. It is no row of the table `area`: no list, map,
total, search or download of countries can hold it. Pages that are asked for it by its code show it,
with a line that says what it is.
"""

from __future__ import annotations

from typing import Final

from data.records import Area

CODE: Final = "XEX"


def example_area(name: str) -> Area:
    """The made-up country under a name in the reader's language (`example.name`)."""
    return Area(
        code=CODE,
        kind="example",
        name=name,
        iso2="",
        m49="",
        region="",
        subregion="",
        sdg_region="",
        un_member=False,
        pathfinder="pathfinder",
    )


def is_example(area_code: str) -> bool:
    """Whether a code is the made-up country's."""
    return area_code == CODE
