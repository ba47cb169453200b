"""Surveys behind the figures, and the runs of figures that national offices publish."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from data.queries.records import records
from data.records import NationalSeries, SurveyName
from data.schema import national_series, survey_name


def all_survey_names(connection: Connection) -> list[SurveyName]:
    """What is known of the surveys behind the figures, by country, year and source."""
    order = (survey_name.c.area, survey_name.c.year, survey_name.c.source)
    query = select(survey_name).order_by(*order)
    return records(connection, SurveyName, query)


def _run(row: Any) -> NationalSeries:
    fields = dict(row._mapping)
    fields["comparable"] = tuple(map(int, fields["comparable"].split()))
    return NationalSeries(**fields)


def _runs(connection: Connection, *where: ColumnElement[bool]) -> list[NationalSeries]:
    order = (national_series.c.area, national_series.c.indicator, national_series.c.code)
    query = select(national_series).where(*where).order_by(*order)
    return [_run(row) for row in connection.execute(query)]


def national_runs(connection: Connection, area_code: str) -> list[NationalSeries]:
    """The runs of national figures of one country, by indicator and code."""
    return _runs(connection, national_series.c.area == area_code)


def all_national_runs(connection: Connection) -> list[NationalSeries]:
    """The same for every country, by country, indicator and code."""
    return _runs(connection)
