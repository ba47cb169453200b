"""The rows of lists that programs fetch whole: cells in the order of their columns.

Each function names its columns where it makes a row, as a mapping; a cell that is not known is
empty text, or None for a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Select, select

from data import store
from data.gap_facts import gaps as every_gap
from data.languages import DEFAULT, LANGUAGES
from data.queries import coverage, government
from data.queries.areas import COUNTRY_KINDS
from data.records import Ratification, Source
from data.schema import legal_fact, listed_good, suggested_action

Row = Mapping[str, str | int | float | None]
UNKNOWN: Final = "unknown"


def indicators(release: int | None) -> Iterator[Row]:
    """What is measured, and how much of it is held."""
    known = store.known(release, DEFAULT)
    for code, about in known.indicators.items():
        offer = known.offers.get(code)
        yield {
            "code": code,
            "theme": about.theme,
            "sdg": about.sdg,
            "name": about.name,
            "short": about.short,
            "unit": about.unit,
            "decimals": about.decimals,
            "direction": about.direction,
            "population": about.population,
            "age": about.age,
            "method": about.method,
            "official": int(about.official),
            "comparability": about.comparability,
            "definition": about.definition,
            "caveats": " ".join(about.caveats),
            "dimension": about.dimension,
            "sources": ";".join(about.sources),
            "mapped": int(about.mapped),
            "order": about.order,
            "areas": len(offer.areas) if offer else 0,
            "rows": offer.rows if offer else 0,
            "suppressed_rows": offer.suppressed if offer else 0,
            "first_year": offer.first if offer else None,
            "last_year": offer.last if offer else None,
        }


def areas(release: int | None) -> Iterator[Row]:
    """Countries, territories, regions and groupings, with the sets that a country is in."""
    known = store.known(release, DEFAULT)
    groups: dict[str, list[str]] = {}
    for code, members in known.members.items():
        for member in members:
            groups.setdefault(member, []).append(code)
    with store.connected() as connection:
        held = [row for row in coverage.coverage_rows(connection, release) if row.facet == "area"]
    measured: dict[str, list[int]] = {}
    for row in held:
        measured.setdefault(row.code, []).append(row.rows)
    for code, area in known.areas.items():
        yield {
            "code": code,
            "kind": area.kind,
            **{f"name_{each}": store.reference(each).names[code] for each in LANGUAGES},
            "iso2": area.iso2,
            "m49": area.m49,
            "region": area.region,
            "subregion": area.subregion,
            "sdg_region": area.sdg_region,
            "un_member": int(area.un_member),
            "pathfinder": area.pathfinder,
            "groups": ";".join(sorted(groups.get(code, ()))),
            "indicators": len(measured.get(code, ())),
            "rows": sum(measured.get(code, ())),
        }


def sources(release: int | None) -> Iterator[Row]:
    """Where figures come from, on what terms, and how many are held."""
    known = store.known(release, DEFAULT)
    rows: dict[str, list[coverage.CoverageRow]] = {}
    with store.connected() as connection:
        for row in coverage.coverage_rows(connection, release):
            if row.facet == "source":
                rows.setdefault(row.code, []).append(row)
    for code, source in sorted(known.sources.items()):
        held = rows.get(code, [])
        yield {
            **_fields(source),
            "passed_on": "yes" if source.downloadable else "no",
            "rows": sum(row.rows for row in held),
            "first_year": min((row.first for row in held), default=None),
            "last_year": max((row.last for row in held), default=None),
        }


def _fields(source: Source) -> dict[str, str]:
    return {name: getattr(source, name) for name in Source.__dataclass_fields__}


def releases(_release: int | None) -> Iterator[Row]:
    """Every publication, the oldest first."""
    for release in reversed(store.releases()):
        yield {name: getattr(release, name) for name in type(release).__dataclass_fields__}


def instruments(_release: int | None) -> Iterator[Row]:
    """Conventions, protocols and covenants that a State can ratify."""
    for one in store.reference(DEFAULT).instruments.values():
        yield {
            **{name: getattr(one, name) for name in type(one).__dataclass_fields__},
            "adopted_year": one.adopted,
        }


def ratifications(_release: int | None) -> Iterator[Row]:
    """Where every country and territory stands on every instrument; unknown where no page tells."""
    about = store.reference(DEFAULT)
    with store.connected() as connection:
        found = {
            (one.instrument, one.area): one for one in government.every_ratification(connection)
        }
    countries = sorted(a.code for a in about.areas.values() if a.kind in COUNTRY_KINDS)
    for code, one in about.instruments.items():
        for area in countries:
            stands = found.get((code, area))
            if stands is None:
                stands = Ratification(code, area, UNKNOWN, "", "", "", "", "")
            yield {
                **{name: getattr(stands, name) for name in Ratification.__dataclass_fields__},
                "instrument_name": one.short,
                "area_name": about.names[area],
            }


def legal_facts(_release: int | None) -> Iterator[Row]:
    """What laws, institutions and reports say, by country, topic and year."""
    its = legal_fact.c
    yield from _of_countries(select(legal_fact).order_by(its.area, its.topic, its.year, its.source))


def goods(_release: int | None) -> Iterator[Row]:
    """Goods that a list names as made with child or forced labour."""
    its = listed_good.c
    yield from _of_countries(select(listed_good).order_by(its.area, its.edition, its.good))


def suggested_actions(_release: int | None) -> Iterator[Row]:
    """Topics on which one government's findings suggested action to a country."""
    its = suggested_action.c
    yield from _of_countries(select(suggested_action).order_by(its.area, its.group, its.topic))


def _of_countries(query: Select[Any]) -> Iterator[Row]:
    names = store.reference(DEFAULT).names
    with store.connected() as connection:
        for row in connection.execute(query).mappings():
            yield {**row, "area_name": names.get(row["area"], row["area"])}


def roadmaps(release: int | None) -> Iterator[Row]:
    """Named plans of countries; the made-up country is none of them."""
    known, names = store.pathfinder_data(release), store.reference(DEFAULT).names
    for code in sorted(known.roadmaps.keys() & names.keys()):
        for plan in sorted(known.roadmaps[code], key=lambda one: one.code):
            inside = [one for one in known.priorities.get(code, ()) if one.roadmap == plan.code]
            yield {
                **{name: getattr(plan, name) for name in type(plan).__dataclass_fields__},
                "area_name": names[code],
                "priorities": len(inside),
            }


def coverage_of_indicators(release: int | None) -> Iterator[Row]:
    """How many figures of each indicator there are by area, sex, age and source."""
    themes = store.reference(DEFAULT).indicators
    with store.connected() as connection:
        for row in coverage.coverage_rows(connection, release):
            yield {
                "indicator": row.indicator,
                "theme": themes[row.indicator].theme if row.indicator in themes else "",
                "facet": row.facet,
                "code": row.code,
                "rows": row.rows,
                "suppressed_rows": row.suppressed,
                "first_year": row.first,
                "last_year": row.last,
            }


def gaps(release: int | None) -> Iterator[Row]:
    """Of each thing to be counted in a country, the state of the whole and of each split."""
    names = store.reference(DEFAULT).names
    for area, found in every_gap(release, date.today().year).items():
        for one in found:
            for split, state in one.states.items():
                yield {
                    "area": area,
                    "area_name": names[area],
                    "thing": one.wanted.code,
                    "split": split,
                    "state": state.code,
                    "year": state.year,
                    "theme": one.wanted.theme,
                    "who": one.wanted.who,
                    "indicator_codes": ";".join(one.wanted.indicators),
                }
