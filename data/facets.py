"""How many rows there would be for each value of a filter, the other filters kept.

What stands beside each value that may be chosen. Counted once a release for each selection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final

from data import store
from data.languages import DEFAULT
from data.methods.speaking import PARTS
from data.queries.counted import rows_by, rows_held
from data.queries.coverage import FACETS as COVERED
from data.queries.selected import SETS
from data.records import Selection

FACETS: Final = (*SETS, "year")
"""What may be counted by: the columns that a selection restricts."""


@store.cached(2_048)
def counts(release: int | None, asked: Selection, facet: str) -> Mapping[str, int]:
    """Rows by value of the facet (of FACETS), as the file would hold them: the facet's own
    restriction is lifted, all others stay. A value without any row is left out."""
    lifted = replace(asked, **_lifted(release, asked, facet))
    known = store.known(release, DEFAULT)
    found: Counter[str] = Counter()
    with store.connected() as connection:
        whole = _whole(lifted, release) if facet in (*COVERED, "indicator") else ()
        if whole:
            found.update(rows_held(connection, whole, facet, release=release))
            asked_for = known.indicators if lifted.indicators is None else lifted.indicators
            lifted = replace(lifted, indicators=tuple(c for c in asked_for if c not in whole))
        if lifted.indicators != ():
            found.update(rows_by(connection, lifted, facet, release=release))
    return dict(sorted(found.items()))


def _lifted(release: int | None, asked: Selection, facet: str) -> dict[str, Any]:
    if facet == "year":
        return {"first": None, "last": None}
    known = store.known(release, DEFAULT)
    if facet == "source":
        # Any source, but for those whose terms keep their figures out of the file.
        return {"sources": tuple(sorted(known.sources.keys() - known.withheld))}
    if asked.headline and facet in PARTS:
        # Each value by name: a headline without one speaks for the whole alone.
        return {SETS[facet]: known.allowed[facet]}
    return {SETS[facet]: None}


def _whole(asked: Selection, release: int | None) -> tuple[str, ...]:
    """The indicators of which every row is asked for, so that the counts of the release serve."""
    plain = Selection(indicators=asked.indicators, sources=asked.sources)
    if any(getattr(asked, f.name) != getattr(plain, f.name) for f in fields(Selection)):
        return ()
    offers = store.known(release, DEFAULT).offers
    sources = asked.sources
    return tuple(
        code
        for code in (offers if asked.indicators is None else asked.indicators)
        if code in offers and (sources is None or offers[code].sources <= set(sources))
    )
