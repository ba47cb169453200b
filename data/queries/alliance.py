"""The Alliance: partners, seats, meetings, groups, deliverables, statements, each in its order."""

from __future__ import annotations

from sqlalchemy import Connection, select

from data import schema
from data.queries.records import records
from data.records import (
    ActionGroup,
    AllianceFact,
    Deliverable,
    GcgMeeting,
    MeetingPoint,
    Partner,
    Seat,
    SeatHolder,
)


def partners(connection: Connection) -> list[Partner]:
    """Every partner that a document names, by code."""
    return records(connection, Partner, select(schema.partner).order_by(schema.partner.c.code))


def seats(connection: Connection) -> list[Seat]:
    """The seats by composition, as the document orders them."""
    table = schema.seat
    return records(connection, Seat, select(table).order_by(table.c.composition, table.c.order))


def seat_holders(connection: Connection) -> list[SeatHolder]:
    """Known holders of seats, by code."""
    table = schema.seat_holder
    return records(connection, SeatHolder, select(table).order_by(table.c.code))


def gcg_meetings(connection: Connection) -> list[GcgMeeting]:
    """The meetings in time; codes follow it."""
    table = schema.gcg_meeting
    return records(connection, GcgMeeting, select(table).order_by(table.c.code))


def meeting_points(connection: Connection) -> list[MeetingPoint]:
    """The points of all meetings, by meeting, item and order."""
    table = schema.meeting_point
    order = (table.c.meeting, table.c.item, table.c.order, table.c.code)
    return records(connection, MeetingPoint, select(table).order_by(*order))


def action_groups(connection: Connection) -> list[ActionGroup]:
    """The groups in their order."""
    table = schema.action_group
    return records(connection, ActionGroup, select(table).order_by(table.c.order))


def deliverables(connection: Connection) -> list[Deliverable]:
    """What plans were to bring, by plan, part and order."""
    table = schema.deliverable
    order = (table.c.plan, table.c.part, table.c.order)
    return records(connection, Deliverable, select(table).order_by(*order))


def alliance_facts(connection: Connection) -> list[AllianceFact]:
    """Statements by topic and order."""
    table = schema.alliance_fact
    return records(connection, AllianceFact, select(table).order_by(table.c.topic, table.c.order))
