"""What is published all the same, but flagged: parts above their whole, sexes outside their total,
jumps between neighbouring years. Only figures that the release changed are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    and_,
    case,
    func,
    literal,
    or_,
    select,
)

from data.methods.comparability import survey_family
from data.schema import OBSERVATION_KEY, observation
from loaders.validate.keys import columns, in_words, same_key

JUMP_TIMES: Final = 3.0
"""A figure this many times its neighbour (or its third) is looked at again."""

JUMP_POINTS: Final = 15.0
"""For percentages: this many points instead."""

ROUNDED: Final = 0.5
"""Published parts and totals are rounded each for itself; this share of a last digit is allowed,
on top of a hundredth of the total."""

RUN: Final = ("indicator", "area", "dimension", "category", "sex", "age")
"""Columns that neighbouring years have in common, in the order of the key."""

ADDITIVE: Final = ("PERSONS", "COUNT", "THOUSAND_PERSONS")
PARTS: Final = (
    ("VC_HTF_DETVFL", "VC_HTF_DETV"),
    ("VC_HTF_DETVSX", "VC_HTF_DETV"),
    ("VC_HTF_DETVOP", "VC_HTF_DETV"),
    ("VC_HTF_DETVOG", "VC_HTF_DETV"),
    ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC"),
    ("GE_HAZARDOUS_NUMBER", "GE_CHILD_LABOUR_NUMBER"),
    ("GE_HAZARDOUS_RATE", "GE_CHILD_LABOUR_RATE"),
)
"""Indicators of which the first counts some of what the second counts."""


class Warned(NamedTuple):
    """A figure to look at again: source and indicator, its key in words, the rule, the sentence."""

    source: str
    indicator: str
    place: str
    rule: str
    reason: str


def _sexes(connection: Connection, release: int) -> Iterator[Warned]:
    total, girls, boys = (observation.alias(name) for name in ("total", "girls", "boys"))
    slack = func.abs(total.c.value) / 100 + ROUNDED
    apart = or_(
        and_(total.c.unit.in_(ADDITIVE), girls.c.value + boys.c.value > total.c.value + slack),
        and_(
            total.c.unit == "PERCENT",
            or_(
                and_(total.c.value > girls.c.value + slack, total.c.value > boys.c.value + slack),
                and_(total.c.value < girls.c.value - slack, total.c.value < boys.c.value - slack),
            ),
        ),
    )
    query = (
        select(*columns(total), total.c.value, girls.c.value, boys.c.value)
        .join_from(
            total,
            girls,
            and_(same_key(girls, total, "sex"), girls.c.sex == "F"),
        )
        .join(boys, and_(same_key(boys, total, "sex"), boys.c.sex == "M"))
        .where(total.c.sex == "T", total.c.release == release, apart)
    )
    for *key, all_, female, male in connection.execute(query):
        yield _warned(
            key, "sexes_against_total", f"{female:g} (F) and {male:g} (M) do not fit {all_:g} (T)"
        )


def _warned(key: list[object], rule: str, reason: str) -> Warned:
    named = dict(zip(OBSERVATION_KEY, key, strict=True))
    return Warned(str(named["source"]), str(named["indicator"]), in_words(key), rule, reason)


def _categories(connection: Connection, release: int) -> Iterator[Warned]:
    part, whole = observation.alias("part"), observation.alias("whole")
    query = (
        select(*columns(part), part.c.value, whole.c.value)
        .join_from(
            part,
            whole,
            and_(
                same_key(whole, part, "dimension", "category"),
                whole.c.dimension == "_T",
                whole.c.category == "_T",
            ),
        )
        .where(
            part.c.release == release,
            part.c.category != "_T",
            part.c.unit.in_(ADDITIVE),
            part.c.value > whole.c.value * literal(1.01) + ROUNDED,
        )
    )
    for *key, some, all_ in connection.execute(query):
        yield _warned(key, "part_above_whole", f"the part is {some:g}, the whole {all_:g}")


def _indicators(connection: Connection, release: int) -> Iterator[Warned]:
    part, whole = observation.alias("part"), observation.alias("whole")
    for one, other in PARTS:
        query = (
            select(*columns(part), part.c.value, whole.c.value)
            .join_from(part, whole, same_key(whole, part, "indicator"))
            .where(
                part.c.indicator == one,
                whole.c.indicator == other,
                part.c.release == release,
                part.c.value > whole.c.value * literal(1.01) + ROUNDED,
            )
        )
        for *key, some, all_ in connection.execute(query):
            yield _warned(
                key, "part_above_whole", f"it is {some:g}, and {other}, which holds it, {all_:g}"
            )


def _restless(release: int) -> CTE:
    """The runs that the release changed and in which any two figures lie as far apart as a jump.

    Grouped in the order in which rows are stored, so that the many quiet runs cost one look.
    """
    value, percent = observation.c.value, func.min(observation.c.unit) == "PERCENT"
    least_positive = func.min(case((value > 0, value)))
    changed = select(observation.c.indicator).where(observation.c.release == release).distinct()
    by = [observation.c[name] for name in RUN]
    return (
        select(*by)
        .where(observation.c.indicator.in_(changed), value.is_not(None))
        .group_by(*by)
        .having(
            func.max(observation.c.release) == release,
            or_(
                and_(percent, func.max(value) - func.min(value) > JUMP_POINTS),
                and_(~percent, func.max(value) > least_positive * JUMP_TIMES),
            ),
        )
        .cte("restless")
    )


def _jumps(connection: Connection, release: int) -> Iterator[Warned]:
    run = [observation.c[n] for n in OBSERVATION_KEY if n not in ("year", "survey")]
    restless = _restless(release)
    by_year = (observation.c.year, observation.c.survey)

    def before_it(name: str) -> ColumnElement[Any]:
        return func.lag(observation.c[name]).over(partition_by=run, order_by=by_year)

    steps = (
        select(
            *columns(observation),
            observation.c.value,
            observation.c.unit,
            observation.c.release,
            before_it("value").label("before"),
            before_it("year").label("year_before"),
            before_it("survey").label("survey_before"),
            before_it("release").label("release_before"),
        )
        .join_from(
            restless,
            observation,
            and_(*(observation.c[name] == restless.c[name] for name in RUN)),
        )
        .where(observation.c.value.is_not(None))
        .subquery()
    )
    value, before = steps.c.value, steps.c.before
    jumps = or_(
        and_(steps.c.unit == "PERCENT", func.abs(value - before) > JUMP_POINTS),
        and_(
            steps.c.unit != "PERCENT",
            before > 0,
            value > 0,
            or_(value > before * JUMP_TIMES, before > value * JUMP_TIMES),
        ),
    )
    query = select(
        *columns(steps), value, before, steps.c.year_before, steps.c.survey_before
    ).where(
        steps.c.year > steps.c.year_before,
        or_(steps.c.release == release, steps.c.release_before == release),
        jumps,
    )
    for *key, now, then, year, survey in connection.execute(query):
        if survey_family(str(key[OBSERVATION_KEY.index("survey")])) == survey_family(survey):
            yield _warned(key, "jump", f"{then:g} in {year}, then {now:g}")


def warnings(connection: Connection, release: int) -> Iterator[Warned]:
    """Everything about the figures of a release that a person should look at again."""
    yield from _sexes(connection, release)
    yield from _categories(connection, release)
    yield from _indicators(connection, release)
    yield from _jumps(connection, release)
