"""Ratifications by pathfinder countries as events, beside the workshops and meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from components.wording import Wording
from data.records import Event, Ratification, Source


def ratification_events(
    ratifications: Iterable[Ratification],
    sources: Mapping[str, Source],
    names: Mapping[str, str],
    wording: Wording,
) -> tuple[Event, ...]:
    """A dated ratification becomes an event `<country>-ratification-<instrument>`, titled in the
    language of `wording`. `names` gives area names by code, in the same language."""
    return tuple(
        Event(
            code=f"{one.area}-ratification-{one.instrument}",
            kind="ratification",
            date=one.date,
            end="",
            area=one.area,
            place="",
            state="held",
            title=_title(one, names, wording),
            source_title=sources[one.source].title if one.source in sources else one.source,
            page=one.page,
        )
        for one in ratifications
        if one.date
    )


def _title(one: Ratification, names: Mapping[str, str], wording: Wording) -> str:
    return wording.t(
        "timeline.ratification",
        instrument=wording.t(f"instrument.{one.instrument}.short"),
        country=names.get(one.area, one.area),
    )
