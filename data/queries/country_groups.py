"""Which countries a region or a set of countries stands for."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from sqlalchemy import Connection

from data.languages import DEFAULT
from data.methods.country_sets import members_of_sets
from data.methods.selection import Measure
from data.methods.speaking import speaking
from data.queries.areas import COUNTRY_KINDS, areas
from data.queries.figures import read_rows
from data.queries.versions import observations_as_of

_DEVELOPMENT: Final = Measure("HDI", "context", ("HDI",))


def _human_development(connection: Connection, release: int | None) -> dict[str, float]:
    """The newest Human Development Index by area, by the rule of every page."""
    table = observations_as_of(release)
    where = (table.c.indicator == "HDI", table.c.sex == _DEVELOPMENT.sex)
    rows = speaking(_DEVELOPMENT, read_rows(connection, table, *where))
    return {row.area: row.value for row in rows if row.value is not None}


def members(connection: Connection, release: int | None = None) -> dict[str, tuple[str, ...]]:
    """The countries and territories of every region and set that has some, by its code: regions
    first. Levels of development are those of the release, all else is as it is today."""
    every = areas(connection, DEFAULT).values()
    inside: dict[str, set[str]] = defaultdict(set)
    for area in every:
        if area.kind in COUNTRY_KINDS:
            for region in filter(None, (area.region, area.subregion, area.sdg_region)):
                inside[region].add(area.code)
    regions = {region: tuple(sorted(codes)) for region, codes in sorted(inside.items())}
    return regions | members_of_sets(every, _human_development(connection, release))
