"""The pathfinder way: stages, roadmaps, actions, resources and the timeline of events."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from data.methods.completion import STATUSES
from data.queries.records import by_area, of_area, records
from data.records import Action, Completion, Event, Resource, Roadmap, Stage
from data.schema import action, event, resource, roadmap, stage


def events(connection: Connection) -> list[Event]:
    """Every dated event, by date."""
    return records(connection, Event, select(event).order_by(event.c.date, event.c.code))


def stages(connection: Connection) -> dict[str, list[Stage]]:
    """Dated steps by country, undated ones last."""
    order = (stage.c.date == "", stage.c.date, stage.c.stage, stage.c.page)
    return by_area(connection, Stage, stage, *order)


def actions(connection: Connection, area_code: str) -> list[Action]:
    """Listed actions and targets of one country, in the order of their codes."""
    return of_area(connection, Action, action, area_code, action.c.code)


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
    return Completion(area_code, **{status: by_status.get(status, 0) for status in STATUSES})


def roadmaps(connection: Connection) -> dict[str, list[Roadmap]]:
    """Named plans by country, the latest first."""
    return by_area(connection, Roadmap, roadmap, roadmap.c.start.desc(), roadmap.c.code)


def resources(connection: Connection, area_code: str) -> list[Resource]:
    """Money or means stated for one country's roadmap, by start."""
    return of_area(connection, Resource, resource, area_code, resource.c.start, resource.c.code)


def actions_by_country(connection: Connection) -> dict[str, list[Action]]:
    """Listed actions and targets of all countries, in the order of their codes."""
    return by_area(connection, Action, action, action.c.code)
