"""Rules that answer with law, conventions, plans and lists."""

from __future__ import annotations

import re
from typing import Final

from data.methods.framework.said import FrameworkFacts, Said, from_source
from data.methods.law import law_points, positions
from data.records import NOT_APPLICABLE, LegalFact, Ratification

NOT_KNOWN: Final = frozenset({"unknown", "not_stated", ""})
SCHOOLING: Final = "compulsory_education_age"


def law(facts: FrameworkFacts, topic: str) -> list[Said]:
    """What the newest source says of the law on a topic, and after it every other source."""
    points = law_points(fact for fact in facts.legal_facts if fact.topic == topic)
    told = [fact for point in points for fact in (point.fact, *point.others)]
    return [_of_fact(facts, fact) for fact in told if fact.value not in NOT_KNOWN]


def _of_fact(facts: FrameworkFacts, fact: LegalFact) -> Said:
    bare = fact.value == "not_applicable"
    return Said(
        value="" if bare else fact.value,
        unit=fact.unit,
        year=str(fact.year),
        absence=NOT_APPLICABLE if bare else "",
        subject=fact.topic,
        record=fact,
        **from_source(facts, fact.source, fact.page),
    )


def schooling(facts: FrameworkFacts, topic: str) -> list[Said]:
    """Whether an age is the age at which compulsory schooling ends, both as one source has them."""
    ages = {
        (fact.source, fact.year, fact.topic): fact
        for fact in facts.legal_facts
        if fact.topic in {topic, SCHOOLING} and fact.value.isdigit()
    }
    pairs = [
        (fact, ages[source, year, SCHOOLING])
        for (source, year, of), fact in ages.items()
        if of == topic and (source, year, SCHOOLING) in ages
    ]
    if not pairs:
        return []
    work, school = max(pairs, key=lambda pair: (pair[0].year, pair[0].source))
    where = from_source(facts, work.source, work.page)
    where["view"] = "ours"
    return [
        Said(
            value="yes" if work.value == school.value else "no",
            year=str(work.year),
            remark="ages",
            numbers=(work.value, school.value),
            record=work,
            **where,
        )
    ]


def instrument(facts: FrameworkFacts, code: str) -> list[Said]:
    """Where the State stands on a convention; nothing where that is not known."""
    for one in positions(facts.instruments, facts.ratifications):
        if one.instrument.code == code and one.stands and one.state != "unknown":
            return [_of_position(facts, one.stands, code)]
    return []


def _of_position(facts: FrameworkFacts, stands: Ratification, code: str) -> Said:
    where = from_source(facts, stands.source, stands.page)
    where["checked"] = stands.as_of or where["checked"]
    # That a State is no party is known up to the day that the list was read.
    day = stands.date or (stands.as_of if stands.status == "not_ratified" else "")
    return Said(value=stands.status, year=day[:4], subject=code, record=stands, **where)


def plan(facts: FrameworkFacts, pattern: str) -> list[Said]:
    """Plans and policies that pages name and whose name holds the pattern, the newest first."""
    named = [
        one
        for one in facts.mechanisms
        if one.kind == "policy" and re.search(pattern, one.name, re.IGNORECASE)
    ]
    return [
        Said(
            value="yes",
            year=one.start[:4],
            subject=one.name,
            remark="plan",
            numbers=(one.start, one.end),
            record=one,
            **from_source(facts, one.source, one.page),
        )
        for one in sorted(named, key=lambda one: (one.start, one.name), reverse=True)
    ]


def goods(facts: FrameworkFacts, sector: str) -> list[Said]:
    """Goods of a sector that the newest edition of a list names for the country."""
    own = [one for one in facts.goods if one.sector == sector]
    last = max((one.edition for one in own), default=None)
    return [
        Said(
            value=one.good,
            year=str(one.edition),
            subject=one.good,
            record=one,
            **from_source(facts, one.source, one.page),
        )
        for one in own
        if one.edition == last
    ]
