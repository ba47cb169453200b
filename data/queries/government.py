"""What governments do: ratifications, law, mechanisms, suggested actions, listed goods."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from data.queries.records import of_area, records
from data.records import Instrument, LegalFact, ListedGood, Mechanism, Ratification, SuggestedAction
from data.schema import (
    instrument,
    legal_fact,
    listed_good,
    mechanism,
    ratification,
    suggested_action,
)


def instruments(connection: Connection) -> dict[str, Instrument]:
    """Every instrument by code, in catalogue order."""
    query = select(instrument).order_by(instrument.c.order, instrument.c.code)
    return {one.code: one for one in records(connection, Instrument, query)}


def ratifications(connection: Connection, area_code: str) -> dict[str, Ratification]:
    """Where one State stands, by instrument; an instrument left out is not known to us."""
    by = ratification.c.instrument
    found = of_area(connection, Ratification, ratification, area_code, by)
    return {one.instrument: one for one in found}


def dated_ratifications(connection: Connection, area_codes: list[str]) -> list[Ratification]:
    """Ratifications with a date or year, of some States, by date."""
    query = (
        select(ratification)
        .where(
            ratification.c.area.in_(area_codes),
            ratification.c.status == "ratified",
            ratification.c.date != "",
        )
        .order_by(ratification.c.date, ratification.c.area, ratification.c.instrument)
    )
    return records(connection, Ratification, query)


def every_ratification(connection: Connection) -> list[Ratification]:
    """Where every State stands, by instrument and State."""
    query = select(ratification).order_by(ratification.c.instrument, ratification.c.area)
    return records(connection, Ratification, query)


def legal_facts(connection: Connection, area_code: str) -> list[LegalFact]:
    """Legal and institutional facts of one country, by topic, latest year first."""
    by = (legal_fact.c.topic, legal_fact.c.year.desc(), legal_fact.c.source)
    return of_area(connection, LegalFact, legal_fact, area_code, *by)


def mechanisms(connection: Connection, area_code: str) -> list[Mechanism]:
    """Bodies, policies and programmes of one country, by kind and start."""
    by = (mechanism.c.kind, mechanism.c.start, mechanism.c.name)
    return of_area(connection, Mechanism, mechanism, area_code, *by)


def policies(connection: Connection, area_codes: Sequence[str]) -> list[Mechanism]:
    """Plans and policies of some countries, by country, the latest first."""
    its = mechanism.c
    query = (
        select(mechanism)
        .where(its.kind == "policy", its.area.in_(area_codes))
        .order_by(its.area, its.start.desc(), its.name)
    )
    return records(connection, Mechanism, query)


def suggested_actions(connection: Connection, area_code: str) -> list[SuggestedAction]:
    """Topics suggested to one country, the latest suggested first."""
    its = suggested_action.c
    by = (its.last_year.desc(), its.group, its["count"].desc(), its.topic)
    query = select(suggested_action).where(its.area == area_code).order_by(*by)
    return [
        SuggestedAction(
            row.area,
            row.topic,
            row.group,
            tuple(int(year) for year in row.years.split(";")),
            row._mapping["count"],
            row.source,
            row.page,
        )
        for row in connection.execute(query)
    ]


def listed_goods(connection: Connection, area_code: str) -> list[ListedGood]:
    """Goods listed for one country, by edition (latest first) and good."""
    by = (listed_good.c.edition.desc(), listed_good.c.good)
    return of_area(connection, ListedGood, listed_good, area_code, *by)
