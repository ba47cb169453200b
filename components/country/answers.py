"""Everything the store answers about one country: what its sections are built from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.methods.change import NOTHING_KNOWN, Knowledge
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


@dataclass(frozen=True, eq=False)
class CountryAnswers:
    """One country's facts with the descriptions needed to name and explain them.

    `areas`, `indicators`, `sources` and `instruments` describe everything by code, areas named in
    the reader's language. `figures` holds a Series an indicator, only where there is something;
    `regional` the same of the country's regions, by indicator. `ratifications` are by instrument:
    one left out is not known to us. `events` are the country's own; `peers` are the other countries
    and territories of its sub-region that have people and figures, by name.

    `around` holds, by headline measure, the figure that speaks for the country, each peer, its
    regions and the world, by area. `knowledge` names surveys and grades the offices' own `runs`.
    """

    area: Area
    areas: Mapping[str, Area] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    figures: Mapping[str, Series] = field(default_factory=dict)
    regional: Mapping[str, Series] = field(default_factory=dict)
    ratifications: Mapping[str, Ratification] = field(default_factory=dict)
    legal_facts: tuple[LegalFact, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    suggested_actions: tuple[SuggestedAction, ...] = ()
    goods: tuple[ListedGood, ...] = ()
    stages: tuple[Stage, ...] = ()
    roadmaps: tuple[Roadmap, ...] = ()
    priorities: tuple[Priority, ...] = ()
    actions: tuple[Action, ...] = ()
    resources: tuple[Resource, ...] = ()
    reports: tuple[Report, ...] = ()
    answers: tuple[Answer, ...] = ()
    framework_values: tuple[FrameworkValue, ...] = ()
    comments: tuple[Comment, ...] = ()
    events: tuple[Event, ...] = ()
    peers: tuple[Area, ...] = ()
    around: Mapping[str, Mapping[str, Observation]] = field(default_factory=dict)
    knowledge: Knowledge = NOTHING_KNOWN
    runs: tuple[NationalSeries, ...] = ()

    @property
    def made_up(self) -> bool:
        """Whether this is the made-up country, of which nothing goes into a download."""
        return self.area.kind == "example"

    def series(self, code: str) -> Series | None:
        """The country's figures of one indicator; None when the store holds nothing of it."""
        found = self.figures.get(code)
        return found if found else None
