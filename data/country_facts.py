"""One country's facts, read from the store once for its page and for the files that it fills in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypedDict

from data import store
from data.example import CODE, example_area
from data.methods.change import Knowledge, knowledge
from data.queries import government, surveys
from data.queries.areas import COUNTRY_KINDS
from data.records import (
    Action,
    Answer,
    Area,
    Comment,
    FrameworkValue,
    Indicator,
    Instrument,
    LegalFact,
    Mechanism,
    NationalSeries,
    Priority,
    Ratification,
    Report,
    Resource,
    Roadmap,
    Series,
    Source,
    Stage,
)

TRIED: Final = "SL_TLF_CHLDEA"
"""The indicator on which the made-up country can comment."""


class CountryFacts(TypedDict):
    """Fields of `components.country.answers.CountryAnswers`, which `data` does not know."""

    area: Area
    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]
    figures: Mapping[str, Series]
    ratifications: Mapping[str, Ratification]
    legal_facts: tuple[LegalFact, ...]
    mechanisms: tuple[Mechanism, ...]
    stages: tuple[Stage, ...]
    roadmaps: tuple[Roadmap, ...]
    priorities: tuple[Priority, ...]
    actions: tuple[Action, ...]
    resources: tuple[Resource, ...]
    reports: tuple[Report, ...]
    answers: tuple[Answer, ...]
    framework_values: tuple[FrameworkValue, ...]
    comments: tuple[Comment, ...]
    knowledge: Knowledge
    runs: tuple[NationalSeries, ...]


def reporting_country(code: str, language: str, example_name: str) -> Area | None:
    """The country that may report under a code of ISO 3166, the made-up one too; else None."""
    if code == CODE:
        return example_area(example_name)
    area = store.reference(language).areas.get(code)
    return area if area is not None and area.kind in COUNTRY_KINDS else None


def _to_try(area: Area, known: store.Reference) -> dict[str, Series]:
    """An indicator without a figure, so that the made-up country too can comment on one."""
    # A small store may lack it.
    tried = known.indicators.get(TRIED) or next(iter(known.indicators.values()))
    return {tried.code: Series(tried, (area,), (), ())}


def facts_of() -> tuple[str, int]:
    """The day of the newest release, and its number: what files that are made now are made from."""
    build = store.build()
    return build.published[:10], build.newest


@store.cached(4)
def _knowledge() -> Knowledge:
    with store.connected() as connection:
        return knowledge(surveys.all_survey_names(connection))


def reporting_facts(area: Area, language: str) -> CountryFacts:
    """What is known now of a country that may report; the made-up one gets a figure to tell of."""
    known = store.reference(language)
    facts = country_facts(area, language)
    return facts if area.code in known.areas else {**facts, "figures": _to_try(area, known)}


def country_facts(area: Area, language: str, release: int | None = None) -> CountryFacts:
    """What is known of a country, or of the made-up one, of which there are only reports."""
    known = store.reference(language)
    way = store.pathfinder_data(release)
    with store.connected() as connection:
        return CountryFacts(
            area=area,
            areas=known.areas,
            indicators=known.indicators,
            sources=known.sources,
            instruments=known.instruments,
            figures=store.figures_of(release, area.code, language),
            ratifications=government.ratifications(connection, area.code),
            legal_facts=tuple(government.legal_facts(connection, area.code)),
            mechanisms=tuple(government.mechanisms(connection, area.code)),
            stages=tuple(way.stages.get(area.code, ())),
            roadmaps=tuple(way.roadmaps.get(area.code, ())),
            priorities=tuple(way.priorities.get(area.code, ())),
            actions=tuple(way.actions.get(area.code, ())),
            resources=tuple(way.resources.get(area.code, ())),
            reports=tuple(way.reports.get(area.code, ())),
            answers=tuple(way.answers.get(area.code, ())),
            framework_values=tuple(way.framework_values.get(area.code, ())),
            comments=tuple(way.comments.get(area.code, ())),
            knowledge=_knowledge(),
            runs=tuple(surveys.national_runs(connection, area.code)),
        )
