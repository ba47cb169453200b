"""The world map of one indicator: each country's newest figure, its year told, absences grey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from components.charts.frame import Figure, layout, lines
from components.charts.map_classes import (
    HonestYears,
    class_breaks,
    class_label,
    class_of,
    honest_years,
    is_old,
    kind_of,
    shades_of,
)
from components.charts.plot import DECADE
from components.charts.selection import hover
from components.numbers import quantity
from components.theme import Palette
from components.wording import Wording
from data.records import Observation, Series

_STEADY: Final = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
}
"""No country fades when another one is clicked."""


@dataclass(frozen=True, slots=True)
class MapClass:
    """One line of the legend to print beside the map.

    `kind`: class, earlier, suppressed, no_data or neutral. `count` is of countries and territories.
    A class holds values from `lower` up to, not including, `upper` (None: no upper end); `short`
    names its lower end only, for a legend in which the next class follows.
    """

    kind: str
    label: str
    colour: str
    count: int
    lower: float | None = None
    upper: float | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The figure, whose points carry ISO 3166 alpha-3 codes as `location`, and its legend."""

    figure: Figure
    legend: tuple[MapClass, ...]


def world_map(
    latest: Series,
    wording: Wording,
    palette: Palette,
    *,
    neutral: Collection[str] = (),
    asked: int | None = None,
    this_year: int | None = None,
    small: Collection[str] = (),
    height: int = 520,
) -> WorldMap:
    """The map of `latest`: one observation an area, the newest, and in `areas` every area that
    must be accounted for, named in the reader's language.

    When a year is `asked`, figures of an earlier one have a dark outline; without, each country
    shows its own newest year, and figures that are ten years old in `this_year` bear a ring. A
    dot stands for each of the `small` areas, whose shape cannot be seen. Suppressed figures,
    missing figures and `neutral` areas (shape codes without settled status) have greys of their
    own.
    """
    ages = honest_years(latest, asked, this_year=this_year)
    by_kind: dict[str, list[Observation]] = {"current": [], "earlier": [], "suppressed": []}
    for row in latest.observations:
        by_kind.setdefault(kind_of(row, asked), []).append(row)
    valued = by_kind["current"] + by_kind["earlier"]
    values = [row.value for row in valued if row.value is not None]
    breaks = class_breaks(values) if values else ()
    shades = shades_of(palette.ramps[latest.indicator.theme], len(breaks))
    traces = [
        _classed(by_kind[kind], latest, wording, palette, breaks, shades, earlier=kind == "earlier")
        for kind in ("current", "earlier")
        if by_kind[kind]
    ]
    silent = {row.area: hover(row, latest, wording) for row in by_kind["suppressed"]}
    traces += _plain_trace(silent, palette.suppressed, palette)
    heard = {row.area for row in latest.observations if kind_of(row, asked) != "no_data"}
    nothing = {
        area.code: lines(area.name, wording.t("charts.undisclosed"))
        for area in latest.areas
        if area.code not in heard
    }
    traces += _plain_trace(nothing, palette.no_data, palette)
    unsettled = dict.fromkeys(neutral, lines(wording.t("charts.neutral")))
    traces += _plain_trace(unsettled, palette.not_applicable, palette)
    dots = [row for row in valued if row.area in small]
    traces += _dots(dots, latest, wording, palette, breaks, shades)
    traces += _rings([r for r in valued if is_old(r.year, this_year)], latest, wording, palette)
    figure = {
        "data": traces,
        "layout": layout(
            palette,
            wording,
            height=height,
            geo=_geo(palette),
            clickmode="event+select",
            margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        ),
    }
    legend = (
        *_class_lines(values, breaks, shades, latest, wording),
        *_other_lines(ages, asked, this_year, len(unsettled), wording, palette),
    )
    return WorldMap(figure, legend)


def place_of(drawn: WorldMap, point: Mapping[str, Any]) -> str:
    """The code of the area that a clicked point stands for; empty for none.

    plotly.js tells it of shapes; of rings and dots only their place in the figure (4.2, 2026-11).
    """
    traces = drawn.figure["data"]
    curve, at = point.get("curve_number"), point.get("point_index")
    if not isinstance(curve, int) or not isinstance(at, int) or not 0 <= curve < len(traces):
        return str(point.get("location") or "")
    locations = traces[curve]["locations"]
    return str(locations[at]) if 0 <= at < len(locations) else ""


def _classed(
    rows: Sequence[Observation],
    latest: Series,
    wording: Wording,
    palette: Palette,
    breaks: Sequence[float],
    shades: Sequence[str],
    *,
    earlier: bool,
) -> dict[str, Any]:
    count = len(breaks)
    scale: list[list[float | str]] = []
    for place, colour in enumerate(shades):
        scale += [[place / count, colour], [(place + 1) / count, colour]]
    return {
        "type": "choropleth",
        "name": "earlier" if earlier else "current",
        "locationmode": "ISO-3",
        "locations": [row.area for row in rows],
        "z": [class_of(row.value, breaks) for row in rows if row.value is not None],
        "zmin": -0.5,
        "zmax": count - 0.5,
        "colorscale": scale,
        "showscale": False,
        "marker": {
            "line": {
                "color": palette.ink if earlier else palette.surface,
                "width": 1.2 if earlier else 0.5,
            }
        },
        "hoverinfo": "text",
        "hovertext": [hover(row, latest, wording) for row in rows],
        **_STEADY,
    }


def _plain_trace(texts: dict[str, str], colour: str, palette: Palette) -> list[dict[str, Any]]:
    if not texts:
        return []
    return [
        {
            "type": "choropleth",
            "locationmode": "ISO-3",
            "locations": list(texts),
            "z": [0] * len(texts),
            "colorscale": [[0, colour], [1, colour]],
            "showscale": False,
            "marker": {"line": {"color": palette.surface, "width": 0.5}},
            "hoverinfo": "text",
            "hovertext": list(texts.values()),
            **_STEADY,
        }
    ]


def _geo(palette: Palette) -> dict[str, Any]:
    return {
        "resolution": 50,
        "fitbounds": False,
        "projection": {"type": "natural earth"},
        "showframe": False,
        "showcoastlines": False,
        "showcountries": True,
        "countrycolor": palette.surface,
        "countrywidth": 0.5,
        "showland": True,
        "landcolor": palette.no_data,
        "showocean": False,
        "showlakes": False,
        "bgcolor": "rgba(0,0,0,0)",
        "lataxis": {"range": [-58, 84]},
    }


def _class_lines(
    values: Sequence[float],
    breaks: Sequence[float],
    shades: Sequence[str],
    latest: Series,
    wording: Wording,
) -> list[MapClass]:
    counts = Counter(class_of(value, breaks) for value in values)
    unit = latest.indicator.unit
    found = []
    for place, (lower, colour) in enumerate(zip(breaks, shades, strict=True)):
        upper = breaks[place + 1] if place + 1 < len(breaks) else None
        short = wording.t("charts.map.from", lower=quantity(lower, unit, wording))
        label = class_label(breaks, place, unit, wording)
        found.append(MapClass("class", label, colour, counts[place], lower, upper, short))
    return found


def _dots(
    rows: Sequence[Observation],
    latest: Series,
    wording: Wording,
    palette: Palette,
    breaks: Sequence[float],
    shades: Sequence[str],
) -> list[dict[str, Any]]:
    """A dot of the class's colour on each area that is too small to be seen."""
    colours = [shades[class_of(row.value, breaks)] for row in rows if row.value is not None]
    marker = {"size": 8, "color": colours, "line": {"color": palette.muted, "width": 1}}
    return _marked(rows, latest, wording, marker)


def _rings(
    rows: Sequence[Observation], latest: Series, wording: Wording, palette: Palette
) -> list[dict[str, Any]]:
    """A ring on each area whose figure is ten years old or older."""
    marker = {"size": 7, "color": palette.surface, "line": {"color": palette.ink, "width": 1.5}}
    return _marked(rows, latest, wording, marker)


def _marked(
    rows: Sequence[Observation], latest: Series, wording: Wording, marker: dict[str, Any]
) -> list[dict[str, Any]]:
    if not rows:
        return []
    return [
        {
            "type": "scattergeo",
            "locationmode": "ISO-3",
            "locations": [row.area for row in rows],
            "mode": "markers",
            "marker": marker,
            "hoverinfo": "text",
            "hovertext": [hover(row, latest, wording) for row in rows],
            **_STEADY,
        }
    ]


def _other_lines(
    ages: HonestYears,
    asked: int | None,
    this_year: int | None,
    neutral: int,
    wording: Wording,
    palette: Palette,
) -> list[MapClass]:
    before = (this_year or 0) - DECADE + 1
    kinds: tuple[tuple[str, str, int, dict[str, int | None]], ...] = (
        ("earlier", palette.surface, ages.earlier, {"year": asked}),
        ("old", palette.surface, ages.old, {"year": before}),
        ("suppressed", palette.suppressed, ages.suppressed, {}),
        ("no_data", palette.no_data, ages.no_data, {}),
        ("neutral", palette.not_applicable, neutral, {}),
    )
    return [
        MapClass(kind, wording.t(f"charts.map.{kind}", **fields), colour, count)
        for kind, colour, count, fields in kinds
        if count
    ]
