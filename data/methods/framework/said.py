"""What is known of a country for the monitoring framework, and one answer to one question of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypedDict

from data.methods.framework.catalogue import view_of_source
from data.records import (
    Action,
    Area,
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
    Resource,
    Roadmap,
    Series,
    Source,
)

VIEWS: Final = (
    "reported",
    "government",
    "office",
    "official",
    "treaty",
    "usdol",
    "walk_free",
    "research",
    "other",
    "press",
    "pages",
    "ours",
)
"""Whose view an answer is, in the order in which answers stand: `office` is the statistics office,
`official` an agency of the United Nations or the World Bank, `treaty` the keeper of a treaty,
`pages` what we read on a public page, `ours` what we counted or compared."""

Record = (
    Observation
    | LegalFact
    | Ratification
    | Mechanism
    | ListedGood
    | FrameworkValue
    | Roadmap
    | Resource
    | Priority
)


@dataclass(frozen=True, eq=False)
class FrameworkFacts:
    """One country's facts from which the framework is filled, and what names them by code."""

    area: Area
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    figures: Mapping[str, Series] = field(default_factory=dict)
    regional: Mapping[str, Series] = field(default_factory=dict)
    ratifications: Mapping[str, Ratification] = field(default_factory=dict)
    legal_facts: tuple[LegalFact, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    goods: tuple[ListedGood, ...] = ()
    roadmaps: tuple[Roadmap, ...] = ()
    priorities: tuple[Priority, ...] = ()
    actions: tuple[Action, ...] = ()
    resources: tuple[Resource, ...] = ()
    framework_values: tuple[FrameworkValue, ...] = ()
    runs: tuple[NationalSeries, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One answer. `value` is a number or code word as text, empty where `absence` says why.

    `absence` is an SDMX status (Q, L, M) or empty. `year` is empty where none is stated. `source`
    is a code of the store, or empty where only a page is known. `subject` says what a part of a
    list is about (`C182`, a topic, a good); `remark` is a code of a remark with its `numbers`.
    `record` is the row it was read from. `beside`: it is of another population than was asked, so
    it stands beside the question and is no answer to it.
    """

    view: str
    value: str = ""
    unit: str = ""
    year: str = ""
    sex: str = "T"
    absence: str = ""
    source: str = ""
    source_title: str = ""
    page: str = ""
    checked: str = ""
    subject: str = ""
    remark: str = ""
    numbers: tuple[str, ...] = ()
    record: Record | None = None
    beside: bool = False


def number_text(value: float) -> str:
    """A figure with all its digits; whole numbers without a point."""
    text = repr(float(value))
    return text.removesuffix(".0")


class Where(TypedDict):
    """The fields of an answer that say whose it is and where it was read."""

    view: str
    source: str
    source_title: str
    page: str
    checked: str


def from_source(facts: FrameworkFacts, code: str, page: str = "") -> Where:
    """Where an answer of a source was read: a page of its own, else the source's."""
    source = facts.sources.get(code)
    return Where(
        view=view_of_source(code),
        source=code,
        source_title=f"{source.publisher}: {source.title}" if source else "",
        page=page or (source.address if source else ""),
        checked=source.accessed if source else "",
    )
