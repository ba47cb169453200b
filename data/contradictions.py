"""Which figures of an indicator contradict others, worked out from the figures of a release."""

from __future__ import annotations

from collections.abc import Mapping

from data import store
from data.languages import DEFAULT
from data.methods.contradictions import COUNTED, Key, contradictions_of
from data.methods.selection import headlines
from data.queries import export, versions
from data.records import Observation, Selection


@store.cached(1_024)
def contradictions(release: int | None, indicator: str) -> Mapping[Key, tuple[str, ...]]:
    """The codes of the figures that contradict others, by (area, year, sex, age, dimension,
    category, source); empty for an indicator of which nothing can be told so.

    Read once a release and indicator: 0.3 s for the largest, nothing for those without parts.
    """
    about = store.reference(DEFAULT).indicators.get(indicator)
    measures = [m for m in headlines().values() if indicator in m.indicators]
    if about is None or not (about.unit in COUNTED or measures):
        return {}
    others = {code for measure in measures for code in measure.indicators if code != indicator}
    rows, beside = _rows(release, (indicator,)), _rows(release, tuple(sorted(others)))
    return contradictions_of(rows, about, measures=measures, beside=beside)


def _rows(release: int | None, indicators: tuple[str, ...]) -> tuple[Observation, ...]:
    if not indicators:
        return ()
    table = versions.observations_as_of(release)
    with store.connected() as connection:
        parts = export.rows(connection, Selection(indicators=indicators), table=table)
        return tuple(Observation(*row) for part in parts for row in part)
