"""Which countries and regions there are, what they are called, and which one was meant."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, case, func, literal_column, or_, select

from data.folding import folded
from data.records import Area
from data.schema import area, area_alias, area_name

COUNTRY_KINDS: Final = ("country", "territory")


def _named(language: str) -> Select[Any]:
    return select(
        area.c.code,
        area.c.kind,
        func.coalesce(area_name.c.name, area.c.name).label("name"),
        area.c.iso2,
        area.c.m49,
        area.c.region,
        area.c.subregion,
        area.c.sdg_region,
        area.c.un_member,
        area.c.pathfinder,
    ).select_from(
        area.outerjoin(
            area_name, and_(area_name.c.area == area.c.code, area_name.c.language == language)
        )
    )


def _record(row: Row[Any]) -> Area:
    return Area(**{**row._mapping, "un_member": bool(row.un_member)})


def areas(connection: Connection, language: str) -> dict[str, Area]:
    """Every area by code, named in the language (English where it has no name there)."""
    return {
        row[0]: _record(row) for row in connection.execute(_named(language).order_by(area.c.code))
    }


def find(connection: Connection, typed: str, language: str, *, most: int = 12) -> list[Area]:
    """Countries whose name in any stored language, code or known alias matches what was typed.

    Names that begin with it come before names that hold it. Empty input finds nothing.
    """
    wanted = folded(typed)
    if not wanted:
        return []
    literal = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    begins = area_name.c.folded.like(f"{literal}%", escape="\\")
    holds = area_name.c.folded.like(f"%{literal}%", escape="\\")
    rank = case((area_name.c.folded == wanted, 0), (begins, 1), else_=2)
    by_name = select(area_name.c.area, rank.label("rank")).where(holds)
    by_code = select(area.c.code, literal_column("0")).where(
        or_(area.c.code == wanted.upper(), area.c.iso2 == wanted.upper())
    )
    by_alias = select(area_alias.c.area, literal_column("1")).where(
        func.lower(area_alias.c.spelling) == typed.strip().lower()
    )
    ranks: dict[str, int] = {}
    for question in (by_code, by_name, by_alias):
        for code, place in connection.execute(question):
            ranks[code] = min(ranks.get(code, 9), place or 0)
    if not ranks:
        return []
    named = _named(language).where(area.c.code.in_(ranks), area.c.kind.in_(COUNTRY_KINDS))
    found = [_record(row) for row in connection.execute(named)]
    return sorted(found, key=lambda a: (ranks[a.code], a.by_name))[:most]
