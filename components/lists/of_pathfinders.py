"""The lists about the pathfinder way and the Alliance."""

from __future__ import annotations

from typing import Final

from components.alliance import files as alliance
from components.lists.making import AS_OF, PLACES, REGION, columns
from components.lists.resource import Parameter, Resource, Worded
from components.monitoring import files as monitoring
from components.pathfinders import files as pathfinders
from components.progress import file as progress
from components.since import file as since
from components.timeline import choice as timeline

EVENT_YEARS: Final = (timeline.FIRST_YEAR, timeline.LAST_YEAR)

RESOURCES: Final = (
    Resource(
        "roadmaps",
        columns(
            "code area area_name start end adopted title note priorities source_title page",
            worded=("title", "note"),
        ),
        (*PLACES, AS_OF),
        "",
        "records",
        worded=tuple(Worded(stem, "roadmap", field=stem) for stem in ("title", "note")),
    ),
    Resource(
        "actions",
        columns(pathfinders.ACTION_COLUMNS),
        (*PLACES, Parameter("status", "action_status", example="completed"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "overdue",
        columns(pathfinders.OVERDUE_COLUMNS),
        (*PLACES, AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "statuses",
        columns(pathfinders.STATUS_COLUMNS),
        (*PLACES, Parameter("says", "says", example="reported"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "stages",
        columns(pathfinders.STAGE_COLUMNS),
        (*PLACES, Parameter("stage", "stage", example="workshop"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "events",
        columns(pathfinders.EVENT_COLUMNS),
        (
            *PLACES,
            Parameter("kind", "event_kind", example="gcg_meeting", meaning="event_kind"),
            Parameter("from", years=EVENT_YEARS, example="2015", several=False),
            Parameter("to", years=EVENT_YEARS, example="2024", several=False),
            AS_OF,
        ),
        "kind=gcg_meeting",
        "records",
        own_csv=True,
    ),
    Resource(
        "alliance",
        columns(alliance.columns(alliance.DEFAULT_TABLE), text=("number",)),
        (Parameter("table", "alliance_table", example="meetings", several=False),),
        "table=meetings",
        own_csv=True,
    ),
    Resource(
        "since",
        columns(since.COLUMNS),
        (
            Parameter("from", "meeting", example="gcg-06", several=False, meaning="from_day"),
            Parameter("to", "meeting", example="gcg-07", several=False, meaning="to_day"),
            Parameter("area", "country", example="CIV"),
            REGION,
        ),
        "from=2023&to=2024",
        own_csv=True,
    ),
    Resource(
        "progress",
        columns(progress.COLUMNS),
        (*PLACES, AS_OF),
        "area=NPL",
        "figures",
        own_csv=True,
    ),
    Resource(
        "framework",
        columns(monitoring.COLUMNS, text=("year", "value", "part")),
        (Parameter("area", "country", example="NPL"), REGION, AS_OF),
        "area=NPL",
        "records",
        own_csv=True,
    ),
)
