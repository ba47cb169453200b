"""The rows of the store that may be dated within a span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.methods.since.records import Item
from data.records import (
    Action,
    Event,
    FrameworkValue,
    Mechanism,
    Ratification,
    Report,
    Roadmap,
    Stage,
)

Found = Iterator[Item | str]
"""Items of a section; of a row without a date, only its area."""


@dataclass(frozen=True)
class Facts:
    """The rows that may be dated within a span; `pathfinders` are codes of countries."""

    stages: Mapping[str, Sequence[Stage]]
    actions: Mapping[str, Sequence[Action]]
    roadmaps: Mapping[str, Sequence[Roadmap]]
    reports: Mapping[str, Sequence[Report]]
    framework_values: Mapping[str, Sequence[FrameworkValue]]
    events: Sequence[Event]
    policies: Sequence[Mechanism]
    ratifications: Sequence[Ratification]
    sources: Mapping[str, str]
    """Titles of sources by code."""
    pathfinders: frozenset[str]
