"""The gap atlas: every country and every thing to be counted, read once."""

from __future__ import annotations

from collections.abc import Mapping

from data import store
from data.methods.gaps import Gap, Summary, gap, wanted
from data.queries import versions
from data.queries.summaries import summaries


@store.cached(6)
def gaps(release: int | None, this_year: int) -> Mapping[str, tuple[Gap, ...]]:
    """By country or territory, the state of each thing, in the order of the catalogue."""
    things = wanted()
    codes = {code for thing in things.values() for code in thing.indicators}
    held: dict[str, list[Summary]] = {}
    with store.connected() as connection:
        table = versions.observations_as_of(release)
        for row in summaries(connection, codes, table=table):
            held.setdefault(row.area, []).append(row)
    return {
        area.code: tuple(
            gap(area.code, thing, held.get(area.code, ()), this_year=this_year)
            for thing in things.values()
        )
        for area in store.reference("en").countries
    }
