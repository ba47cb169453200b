"""The figures by which countries are alike, read once for all of them."""

from __future__ import annotations

from typing import Final

from data import store
from data.languages import DEFAULT
from data.methods.peers import LIKENESSES, Held
from data.methods.selection import headlines

MEASURES: Final = tuple(measure for one in LIKENESSES for measure in one.measures)


@store.cached(4)
def peer_figures(release: int | None) -> Held:
    """By measure and area the figure that speaks; a measure that the store lacks has none."""
    known = store.reference(DEFAULT)
    return {
        measure: {
            row.area: row
            for row in store.latest(release, measure, DEFAULT).observations
            if row.value is not None
        }
        for measure in MEASURES
        if measure in known.indicators
        or (measure in headlines() and headlines()[measure].indicators[0] in known.indicators)
    }
