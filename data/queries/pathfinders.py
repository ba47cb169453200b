"""The pathfinder way: stages, roadmaps, priorities, actions, reports and the timeline of events.

Each function takes the number of a release and answers as it stood then; None answers as of now.
Rows of the made-up country are among them under its own code: views of countries go by the areas.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from data import schema
from data.queries.record_versions import as_records, by_area
from data.records import (
    Action,
    Answer,
    Comment,
    Event,
    FrameworkValue,
    Priority,
    Report,
    Resource,
    Roadmap,
    Stage,
    Status,
)


def events(connection: Connection, release: int | None = None) -> list[Event]:
    """Every dated event that is no stage of a country, by date."""
    found = as_records(connection, Event, schema.event, release)
    return sorted(found, key=lambda one: (one.date, one.code))


def stages(connection: Connection, release: int | None = None) -> dict[str, list[Stage]]:
    """Steps by country, by date, undated ones last."""
    found = as_records(connection, Stage, schema.stage, release)
    found.sort(key=lambda one: (one.date == "", one.date, one.stage, one.page))
    return by_area(found)


def roadmaps(connection: Connection, release: int | None = None) -> dict[str, list[Roadmap]]:
    """Named plans by country, the latest first."""
    found = as_records(connection, Roadmap, schema.roadmap, release)
    found.sort(key=lambda one: one.code)
    found.sort(key=lambda one: one.start, reverse=True)
    return by_area(found)


def priorities(connection: Connection, release: int | None = None) -> dict[str, list[Priority]]:
    """Priorities by country, by roadmap and number."""
    found = as_records(connection, Priority, schema.priority, release)
    return by_area(sorted(found, key=lambda one: (one.roadmap, one.number, one.code)))


def actions(connection: Connection, release: int | None = None) -> dict[str, list[Action]]:
    """Actions, targets and next steps by country, by code, each with its statuses by day."""
    said: dict[str, list[Status]] = {}
    statuses = as_records(connection, Status, schema.status, release)
    for one in sorted(statuses, key=lambda one: (one.checked, one.says)):
        said.setdefault(one.action, []).append(one)
    found: Iterable[Action] = as_records(connection, Action, schema.action, release)
    return by_area([replace(one, history=tuple(said.get(one.code, ()))) for one in found])


def resources(connection: Connection, release: int | None = None) -> dict[str, list[Resource]]:
    """Money or means stated for roadmaps by country, by start."""
    found = as_records(connection, Resource, schema.resource, release)
    return by_area(sorted(found, key=lambda one: (one.start, one.code)))


def reports(connection: Connection, release: int | None = None) -> dict[str, list[Report]]:
    """Reports by country, the latest first."""
    found = as_records(connection, Report, schema.report, release)
    return by_area(sorted(found, key=lambda one: (one.received, one.end, one.code), reverse=True))


def answers(connection: Connection, release: int | None = None) -> dict[str, list[Answer]]:
    """Answers to open questions by country, by report and question."""
    return by_area(as_records(connection, Answer, schema.answer, release))


def framework_values(
    connection: Connection, release: int | None = None
) -> dict[str, list[FrameworkValue]]:
    """Values of the monitoring framework by country, by indicator, the latest year first."""
    found = as_records(connection, FrameworkValue, schema.framework_value, release)
    found.sort(key=lambda one: one.year, reverse=True)
    found.sort(key=lambda one: (one.indicator, one.part))
    return by_area(found)


def comments(connection: Connection, release: int | None = None) -> dict[str, list[Comment]]:
    """What governments say of figures by country, the latest first."""
    found = as_records(connection, Comment, schema.comment, release)
    return by_area(sorted(found, key=lambda one: (one.date, one.code), reverse=True))
