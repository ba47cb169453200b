"""One country's facts for the monitoring framework, read from the store."""

from __future__ import annotations

from dataclasses import replace

from data import store
from data.languages import DEFAULT
from data.methods.framework.catalogue import framework
from data.methods.framework.said import FrameworkFacts
from data.methods.ilo_regions import ilo_region
from data.queries import figures, government, surveys, versions
from data.records import Area, Series


def framework_facts(release: int | None, area: Area, language: str = DEFAULT) -> FrameworkFacts:
    """Everything of one country that the framework asks for, as of a release.

    `area` may be the made-up country, of which the store holds nothing but its reports.
    """
    known = store.reference(language)
    way = store.pathfinder_data(release)
    real = area.code in known.areas
    with store.connected() as connection:
        return FrameworkFacts(
            area=area,
            indicators=known.indicators,
            sources=known.sources,
            instruments=known.instruments,
            areas=known.areas,
            figures=store.figures_of(release, area.code, language) if real else {},
            regional=_regional(release, ilo_region(area), language) if real else {},
            ratifications=government.ratifications(connection, area.code),
            legal_facts=tuple(government.legal_facts(connection, area.code)),
            mechanisms=tuple(government.mechanisms(connection, area.code)),
            goods=tuple(government.listed_goods(connection, area.code)),
            roadmaps=tuple(way.roadmaps.get(area.code, ())),
            priorities=tuple(way.priorities.get(area.code, ())),
            actions=tuple(way.actions.get(area.code, ())),
            resources=tuple(way.resources.get(area.code, ())),
            framework_values=tuple(way.framework_values.get(area.code, ())),
            runs=tuple(surveys.national_runs(connection, area.code)),
        )


@store.cached(32)
def _regional(release: int | None, region: str, language: str) -> dict[str, Series]:
    """Figures of a region of the ILO, by indicator that the framework asks for."""
    known = store.reference(language)
    if region not in known.areas:
        return {}
    table = versions.observations_as_of(release)
    codes = {
        rule.removeprefix("regional:")
        for indicator in framework().values()
        for part in indicator.parts
        for rule in part.fill
        if rule.startswith("regional:")
    }
    with store.connected() as connection:
        found = {
            code: figures.series(connection, code, [region], about=known, table=table)
            for code in sorted(codes & set(known.indicators))
        }
    return {code: replace(series, release=release) for code, series in found.items() if series}
