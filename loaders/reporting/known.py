"""What is known of one country, of which its questionnaire is made and against which it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import Connection

from components.country.answers import CountryAnswers
from components.reporting.layout import Made
from components.reporting.rows import Known
from components.wording import wording
from data.example import CODE, example_area, is_example
from data.methods.change import knowledge
from data.queries import areas as area_queries
from data.queries import figures, government, pathfinders, surveys, versions
from data.records import Area, Described, Series

COUNTRIES = ("country", "territory")


def known_area(connection: Connection, code: str, language: str) -> Area | None:
    """A country by its code, the made-up one too; None when there is none."""
    if code == CODE:
        return example_area(wording(language).t("example.name"))
    found = area_queries.areas(connection, language).get(code)
    return found if found is not None and found.kind in COUNTRIES else None


def known_of(connection: Connection, area: Area, language: str, release: int | None) -> Known:
    """The ledger of a country and the indicators of which it has figures, as of a release."""

    def mine(found: dict[str, list[Any]]) -> tuple[Any, ...]:
        return tuple(found.get(area.code, ()))

    about = Described(
        area_queries.areas(connection, language),
        figures.indicators(connection),
        figures.sources(connection),
    )
    ways: dict[str, Any] = {name: mine(ask(connection, release)) for name, ask in _WAY.items()}
    answers = CountryAnswers(
        area=area,
        areas=about.areas,
        indicators=about.indicators,
        sources=about.sources,
        instruments=government.instruments(connection),
        figures=_commentable(connection, area, about, release),
        ratifications=government.ratifications(connection, area.code),
        legal_facts=tuple(government.legal_facts(connection, area.code)),
        mechanisms=tuple(government.mechanisms(connection, area.code)),
        suggested_actions=tuple(government.suggested_actions(connection, area.code)),
        goods=tuple(government.listed_goods(connection, area.code)),
        runs=tuple(surveys.national_runs(connection, area.code)),
        knowledge=knowledge(surveys.all_survey_names(connection)),
        **ways,
    )
    return Known(answers, (), wording(language))


_WAY: Final[dict[str, Callable[[Connection, int | None], dict[str, list[Any]]]]] = {
    name: getattr(pathfinders, name)
    for name in (
        *("stages", "roadmaps", "priorities", "actions", "resources", "reports", "answers"),
        *("framework_values", "comments"),
    )
}


def _commentable(
    connection: Connection, area: Area, about: Described, release: int | None
) -> dict[str, Series]:
    """The figures that a country may comment on; of the made-up country, which has none, the first
    indicator without any."""
    if is_example(area.code):
        first = min(about.indicators.values(), key=lambda one: (one.order, one.code))
        return {first.code: Series(first, (area,), (), ())}
    table = versions.observations_as_of(release)
    return figures.of_area(connection, area.code, about=about, table=table)


def made_now(connection: Connection) -> Made:
    """The newest release, from which a file is made."""
    newest = versions.newest(connection)
    return Made(versions.published(connection, newest)[:10], newest)
