"""Which countries and regions there are, what they are called, and which one was meant."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, func, select

from data.languages import DEFAULT
from data.methods.names import ALIAS, Names, Spelling
from data.records import Area
from data.schema import area, area_alias, area_name

COUNTRY_KINDS: Final = ("country", "territory")

CLDR: Final = "cldr_"
"""How the family of aliases begins that are CLDR's names in a language whose name is the UN's."""

NUMBERED: Final = frozenset({"m49", "gapminder"})
"""Families of aliases that are codes, which nobody types for a name."""


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


def spellings(connection: Connection) -> list[Spelling]:
    """Every way to write the name of an area: in each stored language, and by each alias.

    Aliases of the family `cldr_<language>` are names of that language; numbers are left out.
    """
    named = select(area_name.c.area, area_name.c.language, area_name.c.name)
    found = [Spelling(*row) for row in connection.execute(named.order_by(*named.selected_columns))]
    aliased = select(area_alias.c.area, area_alias.c.family, area_alias.c.spelling)
    for code, family, text in connection.execute(aliased.order_by(*aliased.selected_columns)):
        if family not in NUMBERED:
            found.append(
                Spelling(code, family.removeprefix(CLDR) if CLDR in family else ALIAS, text)
            )
    return found


def names(connection: Connection) -> Names:
    """All names of all areas, ready to be searched; a thing to keep, since it takes a while."""
    named = areas(connection, DEFAULT)
    codes = {each.code: each.code for each in named.values()}
    codes |= {each.iso2: each.code for each in named.values() if each.iso2}
    by_name = {code: (each.kind not in COUNTRY_KINDS, each.by_name) for code, each in named.items()}
    return Names(spellings(connection), codes, lambda code: by_name[code])
