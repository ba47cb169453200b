"""One country's facts, read from the store once for its page and for the files that it fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypedDict

from data import store
from data.example import CODE, example_area, is_example
from data.explored import every_survey
from data.languages import DEFAULT
from data.methods.change import Knowledge
from data.methods.ilo_regions import ESTIMATED_BY_REGION, ilo_region
from data.methods.selection import headlines
from data.queries import figures, government, surveys, versions
from data.queries.areas import COUNTRY_KINDS
from data.records import (
    Action,
    Answer,
    Area,
    Comment,
    Event,
    FrameworkValue,
    Indicator,
    Instrument,
    LegalFact,
    ListedGood,
    Mechanism,
    NationalSeries,
    Observation,
    Priority,
    Ratification,
    Report,
    Resource,
    Roadmap,
    Series,
    Source,
    Stage,
    SuggestedAction,
)

TRIED: Final = "SL_TLF_CHLDEA"
"""The indicator on which the made-up country can comment."""

PLACED: Final = ("child_labour", "child_labour_chores", "modern_slavery")
"""Headline measures by which a country is placed among its neighbours: rates, never counts."""

WORLD: Final = "WLD"


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


class WholeCountry(CountryFacts):
    """All fields of `CountryAnswers`: the country's own facts, and what stands around it."""

    regional: Mapping[str, Series]
    suggested_actions: tuple[SuggestedAction, ...]
    goods: tuple[ListedGood, ...]
    events: tuple[Event, ...]
    peers: tuple[Area, ...]
    around: Mapping[str, Mapping[str, Observation]]


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
            knowledge=every_survey(),
            runs=tuple(surveys.national_runs(connection, area.code)),
        )


def whole_country(area: Area, language: str, release: int | None = None) -> WholeCountry:
    """Everything held of a country as of a release, areas named in the language; `release` None is
    what is known now."""
    known = store.reference(language)
    peers = _peers(release, area, known.countries)
    made_up = is_example(area.code)
    regional = {} if made_up else _regional(release, ilo_region(area), language)
    with store.connected() as connection:
        return WholeCountry(
            **country_facts(area, language, release),
            regional=regional,
            suggested_actions=tuple(government.suggested_actions(connection, area.code)),
            goods=tuple(government.listed_goods(connection, area.code)),
            events=_own_events(store.pathfinder_data(release).events, area.code),
            peers=peers,
            around=_around(release, area, peers),
        )


def _own_events(events: tuple[Event, ...], area_code: str) -> tuple[Event, ...]:
    return tuple(event for event in events if area_code in event.area.split(";"))


def _around(
    release: int | None, area: Area, peers: tuple[Area, ...]
) -> dict[str, dict[str, Observation]]:
    """By headline measure: who speaks for the country, its peers, its regions and the world."""
    wanted = {area.code, area.sdg_region, area.subregion, area.region, WORLD}
    wanted |= {peer.code for peer in peers}
    return {
        code: {
            row.area: row
            for row in store.latest(release, code, DEFAULT).observations
            if row.area in wanted and row.value is not None
        }
        for code in PLACED
    }


@store.cached(32)
def _regional(release: int | None, region: str, language: str) -> dict[str, Series]:
    """The ILO's estimates for one of its regions and the world, by indicator."""
    known = store.reference(language)
    places = [code for code in (region, WORLD) if code in known.areas]
    table = versions.observations_as_of(release)
    with store.connected() as connection:
        return {
            code: replace(found, release=release)
            for code in ESTIMATED_BY_REGION
            if code in known.indicators
            and (found := figures.series(connection, code, places, about=known, table=table))
        }


@store.cached(4)
def _with_figures(release: int | None) -> frozenset[str]:
    """Areas that have a figure of any headline measure: an island without people has none."""
    return frozenset(
        row.area
        for code in headlines()
        for row in store.latest(release, code, DEFAULT).observations
    )


def _peers(release: int | None, area: Area, countries: list[Area]) -> tuple[Area, ...]:
    held = _with_figures(release)
    return tuple(
        other
        for other in countries
        if area.subregion
        and other.subregion == area.subregion
        and other.code != area.code
        and (other.un_member or other.code in held)
    )
