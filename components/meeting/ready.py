"""Agendas that are ready to be opened: pathfinders of the world or a region, a group's meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from components.meeting.agenda import Agenda, Item, plain
from components.meeting.item_views import page_or_instead
from components.wording import Wording
from data.records import Area

OPENING_MINUTES: Final = 5
COUNTRY_MINUTES: Final = 5
DECISIONS_MINUTES: Final = 10

GROUP_MEETING: Final = (
    ("opening", "", 15),
    ("since", "since", 15),
    ("way", "timeline", 15),
    ("pathfinders", "pathfinders", 30),
    ("countries", "", 20),
    ("break", "", 15),
    ("groups", "alliance", 25),
    ("partners", "alliance", 30),
    ("decisions", "", 10),
    ("closing", "", 5),
)
"""Item, page and minutes of a meeting of the coordinating group: three hours, as in May 2020."""

_SAYS_ALL: Final = frozenset({"break"})
"""Items whose title needs no note."""


def ready_agendas(
    areas: Mapping[str, Area], pages: Collection[str], wording: Wording, release: int
) -> list[dict[str, Any]]:
    """The ready agendas as JSON: `code`, `title`, `text` (what it holds) and `agenda`.

    `pages` are the pages that exist; `areas` are named in the language.
    """
    pathfinders = sorted(
        (area for area in areas.values() if area.pathfinder == "pathfinder"),
        key=lambda area: area.by_name,
    )
    regions = sorted(
        (areas[code] for code in {one.region for one in pathfinders} if code in areas),
        key=lambda area: area.by_name,
    )
    made = [_group_meeting(pages, wording, release)]
    if pathfinders:
        made.append(_world(pathfinders, pages, wording, release))
    for region in regions:
        among = [one for one in pathfinders if one.region == region.code]
        made.append(_region(region, among, pages, wording, release))
    return made


def _group_meeting(pages: Collection[str], wording: Wording, release: int) -> dict[str, Any]:
    items = tuple(
        Item(
            wording.t(f"meeting_files.ready.group.{name}.title"),
            page_or_instead(page, pages),
            minutes,
            "" if name in _SAYS_ALL else wording.t(f"meeting_files.ready.group.{name}.note"),
        )
        for name, page, minutes in GROUP_MEETING
    )
    title = wording.t("meeting_files.ready.group.title")
    text = _text(items, wording)
    return {"code": "group", "title": title, "text": text} | _agenda(title, items, release)


def _world(
    countries: list[Area], pages: Collection[str], wording: Wording, release: int
) -> dict[str, Any]:
    title = wording.t("meeting_files.ready.world")
    items = _one_by_one(countries, page_or_instead("pathfinders", pages), wording)
    text = _text(items, wording)
    return {"code": "world", "title": title, "text": text} | _agenda(title, items, release)


def _region(
    region: Area, countries: list[Area], pages: Collection[str], wording: Wording, release: int
) -> dict[str, Any]:
    title = wording.t("meeting_files.ready.region", region=region.name)
    page = page_or_instead("pathfinders", pages)
    items = _one_by_one(countries, f"{page}?region={region.code}" if page else "", wording)
    text = _text(items, wording)
    return {"code": region.code, "title": title, "text": text} | _agenda(title, items, release)


def _one_by_one(countries: Iterable[Area], opening: str, wording: Wording) -> tuple[Item, ...]:
    """The countries in alphabetical order between an opening and the decisions."""
    return (
        Item(wording.t("meeting_files.ready.opening"), opening, OPENING_MINUTES),
        *(Item(one.name, f"country?iso3={one.code}", COUNTRY_MINUTES) for one in countries),
        Item(wording.t("meeting_files.ready.decisions"), "", DECISIONS_MINUTES),
    )


def _text(items: tuple[Item, ...], wording: Wording) -> str:
    """How many items, and how long they take together."""
    hours, minutes = divmod(sum(item.minutes for item in items), 60)
    count = wording.plural("meeting_files.ready.items", len(items), count=len(items))
    return wording.t("meeting_files.ready.text", items=count, length=f"{hours}:{minutes:02}")


def _agenda(title: str, items: tuple[Item, ...], release: int) -> dict[str, Any]:
    return {"agenda": plain(Agenda(title, items, "", release))}
