"""The world map's shapes, reduced to what the geo subplot of plotly.js reads.

plotly.js 4.1.1, `dist/plotly-geo-assets.js` (MIT), topology `world_50m`: boundaries from UN
geodata, the rest from Natural Earth; TopoJSON, quantized, ids ISO 3166 alpha-3. Seen 2026-11.

Quirks: six ids that begin with X are disputed areas and belong to no country. Rivers, lakes and
parts of countries take up half of the arcs and are left out: their objects stay, empty, because
plotly.js looks every object up by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import dist, radians
from pathlib import Path
from typing import Any, Final

from loaders.sources.geography.areas import areas
from loaders.sources.shared.curation import Asset

KEPT: Final = ("countries", "land", "coastlines", "ocean")
EMPTIED: Final = ("lakes", "rivers", "subunits")
DISPUTED: Final = frozenset({"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"})
NORTH, SOUTH = 84.0, -58.0
"""The window of the map, in degrees."""

SILHOUETTE_WIDTH: Final = 900
SILHOUETTE_STEP: Final = 1.5
CLICKABLE_DEGREES: Final = 0.6
"""Shapes whose widest side is below this many degrees are under two pixels on a world map."""


def _arcs_of(node: Any) -> Iterator[int]:
    """Every arc number below a geometry, whatever its depth; ~n (reversed) counts as n."""
    if isinstance(node, int):
        yield node if node >= 0 else ~node
    elif isinstance(node, list):
        for part in node:
            yield from _arcs_of(part)
    elif isinstance(node, dict):
        yield from _arcs_of(node.get("arcs", []))
        yield from _arcs_of(node.get("geometries", []))


def _renumbered(node: Any, number: dict[int, int]) -> Any:
    """The same nested list of arcs with the new numbers."""
    if isinstance(node, int):
        return number[node] if node >= 0 else ~number[~node]
    return [_renumbered(part, number) for part in node]


def _geometry(shape: dict[str, Any], number: dict[int, int]) -> dict[str, Any]:
    """A geometry with renumbered arcs; id and label point stay, nothing else."""
    kept: dict[str, Any] = {"type": shape["type"]}
    if shape["type"] is not None and "arcs" in shape:
        kept["arcs"] = _renumbered(shape["arcs"], number)
    for key in ("id", "properties"):
        if key in shape:
            kept[key] = shape[key]
    return kept


def _reduced(world: dict[str, Any]) -> dict[str, Any]:
    """The topology with only the kept objects and the arcs that they use."""
    used = sorted({a for name in KEPT for a in _arcs_of(world["objects"][name])})
    number = {old: new for new, old in enumerate(used)}
    objects: dict[str, Any] = {}
    for name in KEPT:
        shapes = [_geometry(g, number) for g in world["objects"][name]["geometries"]]
        objects[name] = {"type": "GeometryCollection", "geometries": shapes}
    for name in EMPTIED:
        objects[name] = {"type": "GeometryCollection", "geometries": []}
    arcs = [world["arcs"][old] for old in used]
    rest = {k: world[k] for k in ("type", "bbox", "transform") if k in world}
    return rest | {"objects": objects, "arcs": arcs}


def _extent(shape: dict[str, Any], world: dict[str, Any]) -> float:
    """The wider side, in degrees, of the largest single part of a shape."""
    scale = world["transform"]["scale"]
    widest = 0.0
    for part in shape["arcs"]:
        xs, ys = [], []
        for arc in set(_arcs_of(part)):
            x = y = 0
            for dx, dy in world["arcs"][arc]:
                x, y = x + dx, y + dy
                xs.append(x)
                ys.append(y)
        widest = max(widest, (max(xs) - min(xs)) * scale[0], (max(ys) - min(ys)) * scale[1])
    return widest


def _not_drawn(world: dict[str, Any], material: Path) -> Iterator[str]:
    """A line for each country or territory without a shape, or too small to see on a world map."""
    shapes = {g["id"]: g for g in world["objects"]["countries"]["geometries"] if "id" in g}
    places = (row["code"] for row in areas(material) if row["kind"] in {"country", "territory"})
    for code in sorted(places):
        if code not in shapes:
            yield f"{code},no_shape\n"
        elif _extent(shapes[code], world) < CLICKABLE_DEGREES:
            yield f"{code},too_small\n"


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Natural Earth by its polynomial (Šavrič and others, 2011), as the map itself is drawn:
    radians of an equal sphere, y downwards."""
    lam, phi = radians(longitude), radians(latitude)
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return x, -y


def _ring(world: dict[str, Any], numbers: list[int]) -> list[tuple[float, float]]:
    """A ring of arcs as longitudes and latitudes within the map's window."""
    (width, height), (left, bottom) = world["transform"]["scale"], world["transform"]["translate"]
    found: list[tuple[float, float]] = []
    for number in numbers:
        x = y = 0
        points = []
        for dx, dy in world["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            points.append((left + x * width, bottom + y * height))
        found += points if number >= 0 else points[::-1]
    return [(x, min(max(y, SOUTH), NORTH)) for x, y in found]


def silhouette(world: dict[str, Any]) -> str:
    """The land as a small SVG, in place of the map until that is drawn.

    Points nearer than a pixel and a half of a 900 pixel map, and islands smaller than that, are
    left out.
    """
    left, top = _projected(-180, 0)[0], _projected(0, NORTH)[1]
    scale = SILHOUETTE_WIDTH / (-2 * left)
    height = round((_projected(0, SOUTH)[1] - top) * scale)
    paths = []
    for shape in world["objects"]["land"]["geometries"]:
        for numbers in (ring for polygon in shape["arcs"] for ring in polygon):
            pieces: list[list[tuple[int, int]]] = [[]]
            for place in _ring(world, numbers):
                x, y = _projected(*place)
                point = (round((x - left) * scale), round((y - top) * scale))
                last = pieces[-1][-1] if pieces[-1] else None
                if last and abs(point[0] - last[0]) > SILHOUETTE_WIDTH / 2:
                    # The ring goes on at the other edge of the map.
                    pieces.append([point])
                elif not last or dist(point, last) > SILHOUETTE_STEP:
                    pieces[-1].append(point)
            paths += [
                "M" + "L".join(f"{x} {y}" for x, y in piece) + "Z"
                for piece in pieces
                if len(piece) > 2
            ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SILHOUETTE_WIDTH} {height}">'
        '<path fill="#8A93A3" fill-opacity=".22" fill-rule="evenodd" '
        f'd="{"".join(paths)}"/></svg>\n'
    )


def datasets(material: Path) -> Iterator[Asset]:
    """`geo/world_50m.json`, `geo/land.svg` and `geo/not_drawn.csv`.

    Raises ValueError on unknown ids.
    """
    world = json.loads((material / "geo" / "world_50m.json").read_text(encoding="utf-8"))
    reduced = _reduced(world)
    ids = {g.get("id", "") for g in reduced["objects"]["countries"]["geometries"]}
    strange = {i for i in ids if i.startswith("X")} - DISPUTED - {"XKX"}
    if strange:
        raise ValueError(f"shapes with unexpected ids, decide how to draw them: {sorted(strange)}")
    text = json.dumps(reduced, ensure_ascii=False, separators=(",", ":"))
    yield Asset("geo/world_50m.json", text + "\n")
    yield Asset("geo/land.svg", silhouette(reduced))
    yield Asset("geo/not_drawn.csv", "area,reason\n" + "".join(_not_drawn(reduced, material)))
