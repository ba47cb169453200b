"""Ratifications by pathfinder countries as events, beside the workshops and meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from components.wording import LANGUAGES, wording
from data.records import Event, Ratification, Source


def ratification_events(
    ratifications: Iterable[Ratification],
    sources: Mapping[str, Source],
    names: Mapping[str, Mapping[str, str]],
) -> tuple[Event, ...]:
    """A dated ratification becomes an event `<country>-<instrument>`, titled in every language.

    `names` gives area names by language, then by code.
    """
    return tuple(
        Event(
            code=f"{one.area}-ratification-{one.instrument}",
            kind="ratification",
            date=one.date,
            end="",
            area=one.area,
            place="",
            state="held",
            titles={language: _title(one, language, names[language]) for language in LANGUAGES},
            source_title=sources[one.source].title if one.source in sources else one.source,
            page=one.page,
        )
        for one in ratifications
        if one.date
    )


def _title(one: Ratification, language: str, names: Mapping[str, str]) -> str:
    words = wording(language)
    return words.t(
        "timeline.ratification",
        instrument=words.t(f"instrument.{one.instrument}.short"),
        country=names.get(one.area, one.area),
    )
