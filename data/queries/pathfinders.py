"""The pathfinder way: stages, roadmaps, actions, resources and the timeline of events."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from data.records import Action, Completion, Event, Resource, Roadmap, Stage
from data.schema import action, event, resource, roadmap, stage


def events(connection: Connection) -> list[Event]:
    """Every dated event, by date."""
    question = select(event).order_by(event.c.date, event.c.code)
    return [Event(**row) for row in connection.execute(question).mappings()]


def stages(connection: Connection) -> dict[str, list[Stage]]:
    """Dated steps by country, undated ones last."""
    order = (stage.c.area, stage.c.date == "", stage.c.date, stage.c.stage, stage.c.page)
    question = select(stage).order_by(*order)
    found: dict[str, list[Stage]] = {}
    for row in connection.execute(question).mappings():
        made = Stage(**row)
        found.setdefault(made.area, []).append(made)
    return found


def actions(connection: Connection, area_code: str) -> list[Action]:
    """Listed actions and targets of one country, in the order of their codes."""
    question = select(action).where(action.c.area == area_code).order_by(action.c.code)
    return [Action(**row) for row in connection.execute(question).mappings()]


def completions(connection: Connection) -> dict[str, Completion]:
    """Counts of listed actions and targets by status, for every country that has any."""
    by = (action.c.area, action.c.status)
    question = select(*by, func.count()).group_by(*by).order_by(*by)
    counts: dict[str, dict[str, int]] = {}
    for area_code, status, number in connection.execute(question):
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
    question = select(roadmap).order_by(roadmap.c.area, roadmap.c.start.desc(), roadmap.c.code)
    found: dict[str, list[Roadmap]] = {}
    for row in connection.execute(question).mappings():
        made = Roadmap(**row)
        found.setdefault(made.area, []).append(made)
    return found


def resources(connection: Connection, area_code: str) -> list[Resource]:
    """Money or means stated for one country's roadmap, by start."""
    question = (
        select(resource)
        .where(resource.c.area == area_code)
        .order_by(resource.c.start, resource.c.code)
    )
    return [Resource(**row) for row in connection.execute(question).mappings()]


def actions_by_country(connection: Connection) -> dict[str, list[Action]]:
    """Listed actions and targets of all countries, in the order of their codes."""
    question = select(action).order_by(action.c.area, action.c.code)
    found: dict[str, list[Action]] = {}
    for row in connection.execute(question).mappings():
        made = Action(**row)
        found.setdefault(made.area, []).append(made)
    return found
