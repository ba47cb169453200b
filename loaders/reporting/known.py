"""What is known of one country's ledger, against which its questionnaire is read."""

from __future__ import annotations

from sqlalchemy import Connection

from components.country.answers import CountryAnswers
from components.reporting.rows import Known
from components.wording import wording
from data.example import CODE, example_area
from data.queries import areas as area_queries
from data.queries import pathfinders
from data.queries.areas import COUNTRY_KINDS
from data.records import Area


def known_area(connection: Connection, code: str, language: str) -> Area | None:
    """A country by its code, the made-up one too; None when there is none."""
    if code == CODE:
        return example_area(wording(language).t("example.name"))
    found = area_queries.areas(connection, language).get(code)
    return found if found is not None and found.kind in COUNTRY_KINDS else None


def known_of(connection: Connection, area: Area, language: str, release: int | None) -> Known:
    """The ledger of a country as of a release, of which the rows of its form were made."""
    code = area.code
    answers = CountryAnswers(
        area=area,
        priorities=tuple(pathfinders.priorities(connection, release).get(code, ())),
        actions=tuple(pathfinders.actions(connection, release).get(code, ())),
        comments=tuple(pathfinders.comments(connection, release).get(code, ())),
    )
    return Known(answers, (), wording(language))
