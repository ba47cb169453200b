"""Rows of the tables of areas, of their names and of the spellings that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data import schema
from loaders.facts import area_names as names
from loaders.facts import tables


def area_rows() -> list[dict[str, Any]]:
    """Countries, regions and publishers' groupings, with who is a Pathfinder Country."""
    columns = tuple(c.name for c in schema.area.columns)
    rows: list[dict[str, Any]] = []
    status = {
        line.cells["area"]: line.cells["pathfinder"]
        for path in tables.files("areas")
        if path.stem == "pathfinders"
        for line in tables.lines(path, ("area", "pathfinder"))
    }
    for path in tables.files("areas"):
        if path.stem != "pathfinders":
            rows += [dict(line.cells) for line in tables.lines(path, columns)]
    blank = dict.fromkeys(columns, "")
    for path in tables.files("groupings"):
        for line in tables.lines(path, ("code", "name")):
            rows.append(blank | line.cells | {"kind": "grouping"})
    for row in rows:
        row["pathfinder"] = status.get(row["code"], "")
        row["un_member"] = int(row["un_member"] or 0)
    return rows


def alias_rows(
    areas: list[dict[str, Any]], named: list[dict[str, str]]
) -> Iterator[dict[str, str]]:
    """Everyday names and publishers' spellings, one row a family and spelling."""
    yield from names.everyday_names(areas, named)
    seen: set[tuple[str, str]] = set()
    for path in tables.files("aliases"):
        for line in tables.lines(path, ("family", "spelling", "area")):
            key = (line.cells["family"], line.cells["spelling"])
            if key not in seen:
                seen.add(key)
                yield line.cells
