"""What the real store holds of a country, as its sections are given it, without a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from components.country.answers import CountryAnswers
from data.methods.ilo_regions import ESTIMATED_BY_REGION, ilo_region
from data.queries import areas as area_queries
from data.queries import figures, government
from data.queries.areas import COUNTRY_KINDS
from data.records import Area, Indicator, Observation, Source


@dataclass(frozen=True)
class Described:
    """Areas named in one language, indicators and sources, each by code."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of all countries and territories."""
        return tuple(code for code, area in self.areas.items() if area.kind in COUNTRY_KINDS)


def described(connection: Connection, language: str) -> Described:
    """Everything that figures are described with."""
    return Described(
        area_queries.areas(connection, language),
        figures.indicators(connection),
        figures.sources(connection),
    )


def answers_of(connection: Connection, code: str, known: Described) -> CountryAnswers:
    """One country's figures, goods and the figures around it."""
    area = known.areas[code]
    around = [place for place in (ilo_region(area), "WLD") if place]
    return CountryAnswers(
        area=area,
        areas=known.areas,
        indicators=known.indicators,
        sources=known.sources,
        figures=figures.of_area(
            connection,
            code,
            about=known,
        ),
        regional={
            indicator: figures.series(
                connection,
                indicator,
                around,
                about=known,
            )
            for indicator in ESTIMATED_BY_REGION
        },
        goods=tuple(government.listed_goods(connection, code)),
    )


def rows_of_all(
    connection: Connection, indicator: str, known: Described
) -> dict[str, tuple[Observation, ...]]:
    """Every row of an indicator by country."""
    found: dict[str, list[Observation]] = {code: [] for code in known.countries}
    for row in figures.rows_of(connection, [indicator]):
        if row.area in found:
            found[row.area].append(row)
    return {code: tuple(rows) for code, rows in found.items()}
