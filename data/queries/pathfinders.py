"""The pathfinder way: stages, roadmaps, actions, resources and the timeline of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from data.records import Action, Completion, Event, Resource, Roadmap, Stage
from data.schema import action, event, resource, roadmap, stage

LANGUAGES = ("en", "fr", "ar")


def _texts(row: RowMapping, stem: str) -> dict[str, str]:
    return {language: row[f"{stem}_{language}"] for language in LANGUAGES}


def _fields(row: RowMapping, record: type) -> dict[str, Any]:
    return {name: row[name] for name in record.__dataclass_fields__ if name in row}  # type: ignore[attr-defined]


def events(connection: Connection) -> list[Event]:
    """Every dated event, by date."""
    query = select(event).order_by(event.c.date, event.c.code)
    return [
        Event(**_fields(row, Event), titles=_texts(row, "title"))
        for row in connection.execute(query).mappings()
    ]


def stages(connection: Connection) -> dict[str, list[Stage]]:
    """Dated steps by country, undated ones last."""
    order = (stage.c.area, stage.c.date == "", stage.c.date, stage.c.stage, stage.c.page)
    query = select(stage).order_by(*order)
    found: dict[str, list[Stage]] = {}
    for row in connection.execute(query).mappings():
        made = Stage(**_fields(row, Stage), texts=_texts(row, "text"))
        found.setdefault(made.area, []).append(made)
    return found


def actions(connection: Connection, area_code: str) -> list[Action]:
    """Listed actions and targets of one country, in the order of their codes."""
    query = select(action).where(action.c.area == area_code).order_by(action.c.code)
    return [
        Action(**_fields(row, Action), texts=_texts(row, "text"), basis=_texts(row, "basis"))
        for row in connection.execute(query).mappings()
    ]


def completions(connection: Connection) -> dict[str, Completion]:
    """Counts of listed actions and targets by status, for every country that has any."""
    by = (action.c.area, action.c.status)
    query = select(*by, func.count()).group_by(*by).order_by(*by)
    counts: dict[str, dict[str, int]] = {}
    for area_code, status, number in connection.execute(query):
        counts.setdefault(area_code, {})[status] = number
    return {code: completion_of(code, by_status) for code, by_status in counts.items()}


def completion_of(area_code: str, by_status: Mapping[str, int]) -> Completion:
    """A Completion from counts by status; statuses left out are 0 actions."""
    return Completion(
        area_code,
        by_status.get("completed", 0),
        by_status.get("substantial", 0),
        by_status.get("limited", 0),
        by_status.get("not_started", 0),
        by_status.get("no_evidence", 0),
    )


def roadmaps(connection: Connection) -> dict[str, list[Roadmap]]:
    """Named plans by country, the latest first."""
    query = select(roadmap).order_by(roadmap.c.area, roadmap.c.start.desc(), roadmap.c.code)
    found: dict[str, list[Roadmap]] = {}
    for row in connection.execute(query).mappings():
        priorities = {
            language: tuple(p.strip() for p in text.split(";") if p.strip())
            for language, text in _texts(row, "priorities").items()
        }
        made = Roadmap(
            **_fields(row, Roadmap),
            titles=_texts(row, "title"),
            notes=_texts(row, "note"),
            priorities=priorities,
        )
        found.setdefault(made.area, []).append(made)
    return found


def resources(connection: Connection, area_code: str) -> list[Resource]:
    """Money or means stated for one country's roadmap, by start."""
    query = (
        select(resource)
        .where(resource.c.area == area_code)
        .order_by(resource.c.start, resource.c.code)
    )
    return [
        Resource(**_fields(row, Resource), texts=_texts(row, "text"))
        for row in connection.execute(query).mappings()
    ]


def actions_by_country(connection: Connection) -> dict[str, list[Action]]:
    """Listed actions and targets of all countries, in the order of their codes."""
    query = select(action).order_by(action.c.area, action.c.code)
    found: dict[str, list[Action]] = {}
    for row in connection.execute(query).mappings():
        made = Action(**_fields(row, Action), texts=_texts(row, "text"), basis=_texts(row, "basis"))
        found.setdefault(made.area, []).append(made)
    return found
