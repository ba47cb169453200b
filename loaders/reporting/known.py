"""What is known of one country, of which its questionnaire is made and against which it is read."""

from __future__ import annotations

from sqlalchemy import Connection

from components.country.answers import CountryAnswers
from components.reporting.layout import Made
from components.reporting.rows import Known
from components.wording import wording
from data.example import CODE, example_area, is_example
from data.queries import areas as area_queries
from data.queries import figures, government, pathfinders, versions
from data.records import Area, Described, Series

COUNTRIES = ("country", "territory")


def known_area(connection: Connection, code: str, language: str) -> Area | None:
    """A country by its code, the made-up one too; None when there is none."""
    if code == CODE:
        return example_area(wording(language).t("reporting_errors.example_name"))
    found = area_queries.areas(connection, language).get(code)
    return found if found is not None and found.kind in COUNTRIES else None


def known_of(connection: Connection, area: Area, language: str, release: int | None) -> Known:
    """The ledger of a country and the indicators of which it has figures, as of a release."""

    def mine(found: dict[str, list]) -> tuple:  # type: ignore[type-arg]
        return tuple(found.get(area.code, ()))

    about = Described(
        area_queries.areas(connection, language),
        figures.indicators(connection),
        figures.sources(connection),
    )
    answers = CountryAnswers(
        area=area,
        areas=about.areas,
        indicators=about.indicators,
        sources=about.sources,
        instruments=government.instruments(connection),
        figures=_commentable(connection, area, about, release),
        stages=mine(pathfinders.stages(connection, release)),
        roadmaps=mine(pathfinders.roadmaps(connection, release)),
        priorities=mine(pathfinders.priorities(connection, release)),
        actions=mine(pathfinders.actions(connection, release)),
        resources=mine(pathfinders.resources(connection, release)),
        reports=mine(pathfinders.reports(connection, release)),
        answers=mine(pathfinders.answers(connection, release)),
        framework_values=mine(pathfinders.framework_values(connection, release)),
        comments=mine(pathfinders.comments(connection, release)),
    )
    return Known(answers, (), wording(language))


def _commentable(
    connection: Connection, area: Area, about: Described, release: int | None
) -> dict[str, Series]:
    """The figures that a country may comment on; of the made-up country, which has none, a headline
    indicator without any."""
    if is_example(area.code):
        code = "SL_TLF_CHLDEA"
        return {code: Series(about.indicators[code], (area,), (), ())}
    table = versions.observations_as_of(release)
    return figures.of_area(connection, area.code, about=about, table=table)


def made_now(connection: Connection) -> Made:
    """The newest release, from which a file is made."""
    newest = versions.newest(connection)
    return Made(versions.published(connection, newest)[:10], newest)
