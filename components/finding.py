"""What a box of country names offers for what was typed, as plain records for a browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.methods.names import Match
from data.records import Area


def entries(matches: Iterable[Match], areas: Mapping[str, Area]) -> list[dict[str, str]]:
    """Code, name and note of each match; the note is the spelling that was recognised where it is
    another than the name shown, else the sub-region, which tells the Congos apart."""
    found = []
    for match in matches:
        area = areas[match.area]
        region = areas.get(area.subregion)
        other = match.spelling if match.spelling.casefold() != area.name.casefold() else ""
        found.append(
            {"code": area.code, "name": area.name, "note": other or (region.name if region else "")}
        )
    return found


def everything(areas: Mapping[str, Area]) -> list[Match]:
    """All areas by name, for a box in which nothing is typed yet."""
    return [Match(area.code, "") for area in sorted(areas.values(), key=lambda a: a.by_name)]
