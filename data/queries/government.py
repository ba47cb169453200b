"""What governments do: ratifications, law, mechanisms, suggested actions, listed goods."""

from __future__ import annotations

from sqlalchemy import Connection, select

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
    return {row.code: Instrument(**row._mapping) for row in connection.execute(query)}


def ratifications(connection: Connection, area_code: str) -> dict[str, Ratification]:
    """Where one State stands, by instrument; an instrument left out is not known to us."""
    mine = ratification.c.area == area_code
    query = select(ratification).where(mine).order_by(ratification.c.instrument)
    return {row.instrument: Ratification(**row._mapping) for row in connection.execute(query)}


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
    return [Ratification(**row._mapping) for row in connection.execute(query)]


def legal_facts(connection: Connection, area_code: str) -> list[LegalFact]:
    """Legal and institutional facts of one country, by topic, latest year first."""
    query = (
        select(legal_fact)
        .where(legal_fact.c.area == area_code)
        .order_by(legal_fact.c.topic, legal_fact.c.year.desc(), legal_fact.c.source)
    )
    return [LegalFact(**row._mapping) for row in connection.execute(query)]


def mechanisms(connection: Connection, area_code: str) -> list[Mechanism]:
    """Bodies, policies and programmes of one country, by kind and start."""
    query = (
        select(mechanism)
        .where(mechanism.c.area == area_code)
        .order_by(mechanism.c.kind, mechanism.c.start, mechanism.c.name)
    )
    return [Mechanism(**row._mapping) for row in connection.execute(query)]


def suggested_actions(connection: Connection, area_code: str) -> list[SuggestedAction]:
    """Topics suggested to one country, the latest suggested first."""
    query = (
        select(suggested_action)
        .where(suggested_action.c.area == area_code)
        .order_by(
            suggested_action.c.last_year.desc(),
            suggested_action.c.group,
            suggested_action.c.count.desc(),
            suggested_action.c.topic,
        )
    )
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
    query = (
        select(listed_good)
        .where(listed_good.c.area == area_code)
        .order_by(listed_good.c.edition.desc(), listed_good.c.good)
    )
    return [ListedGood(**row._mapping) for row in connection.execute(query)]
