"""Who has told how many victims of trafficking were detected, for the start page and its screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from data import store
from data.languages import DEFAULT
from data.methods.selection import headlines
from data.queries import figures, versions
from data.queries.areas import COUNTRY_KINDS

VICTIMS: Final = "trafficking_victims"


def victims_told(release: int | None) -> Mapping[int, frozenset[str]]:
    """By year, the codes of the countries and territories that told of detected victims; nothing
    where the store has no such indicator."""
    known = store.reference(DEFAULT)
    measure = headlines()[VICTIMS]
    if measure.indicators[0] not in known.indicators:
        return {}
    with store.connected() as connection:
        table = versions.observations_as_of(release)
        reporting = figures.reporting(connection, measure, table=table)
    codes = frozenset(code for code, area in known.areas.items() if area.kind in COUNTRY_KINDS)
    return {year: found for year, areas in reporting.items() if (found := areas & codes)}
