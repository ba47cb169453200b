"""Dated statements about the Alliance, by topic."""

from __future__ import annotations

from dataclasses import dataclass

from components.alliance.cited import Cited, cited
from components.numbers import date_text
from components.wording import Wording
from data.records import Alliance, AllianceFact


@dataclass(frozen=True, slots=True)
class FactLine:
    """A statement in words."""

    when: str
    text: str
    source: Cited


def facts_of(known: Alliance, topic: str) -> list[AllianceFact]:
    """The statements of a topic, in their order."""
    return [one for one in known.facts if one.topic == topic]


def fact_lines(known: Alliance, topic: str, wording: Wording) -> list[FactLine]:
    """The same in words."""
    return [
        FactLine(date_text(one.date, wording), wording.of(one, "text"), cited(one, wording))
        for one in facts_of(known, topic)
    ]
