"""Every question that pages and downloads ask gets one answer, whichever engine is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection

from data import schema
from data.database import read_engine
from data.methods.selection import headlines, measure_of
from data.queries import (
    alliance,
    areas,
    country_groups,
    export,
    figures,
    government,
    ledgers,
    pathfinders,
    record_versions,
    surveys,
    versions,
)
from data.records import Described, Selection

Question = Callable[[Connection], Any]
COUNTRIES = ("NPL", "CIV", "NAM", "XKX", "VNM")


def reference(connection: Connection) -> dict[str, Any]:
    """What figure queries want to be told."""
    return {
        "about": Described(
            areas.areas(connection, "en"),
            figures.indicators(connection),
            figures.sources(connection),
        )
    }


def of_country(code: str) -> Question:
    return lambda c: figures.of_area(c, code, **reference(c))


def latest_of_all(connection: Connection) -> Any:
    told = reference(connection)
    return [
        figures.latest(connection, measure_of(i), **told) for i in told["about"].indicators.values()
    ]


def exported(asked: Selection) -> Question:
    return lambda c: [row for part in export.rows(c, asked) for row in part]


WAY = (
    *(pathfinders.events, pathfinders.stages, pathfinders.roadmaps, pathfinders.priorities),
    *(pathfinders.actions, pathfinders.resources, pathfinders.reports, pathfinders.answers),
    *(pathfinders.framework_values, pathfinders.comments),
)
"""What is known of the pathfinder way; each takes a release."""

ALLIANCE = (
    *(alliance.partners, alliance.seats, alliance.seat_holders, alliance.gcg_meetings),
    *(alliance.meeting_points, alliance.action_groups, alliance.deliverables),
    alliance.alliance_facts,
)
"""What is known of the Alliance itself."""

QUESTIONS: dict[str, Question] = {
    **{f"figures of {code}": of_country(code) for code in COUNTRIES},
    **{
        f"areas in {language}": lambda c, language=language: areas.areas(c, language)
        for language in ("en", "fr", "ar")
    },
    "every spelling of a name": lambda c: sorted(areas.spellings(c)),
    "latest of every indicator": latest_of_all,
    "coverage": figures.coverage_by_indicator,
    "sources": figures.sources,
    "years": lambda c: figures.years(c, headlines()["child_labour"]),
    "offers": export.offers,
    "members": country_groups.members,
    "rows by source": lambda c: export.rows_by_source(c, Selection()),
    "rows of two countries": exported(Selection(areas=("NPL", "CIV"))),
    "latest rows": exported(Selection(indicators=("SL_TLF_CHLDEA",), latest=True)),
    "rows as of the first release": lambda c: [
        row
        for part in export.rows(c, Selection(areas=("NPL",)), table=versions.observations_as_of(1))
        for row in part
    ],
    "instruments": government.instruments,
    **{
        f"{name} of {code}": lambda c, ask=ask, code=code: ask(c, code)
        for code in COUNTRIES
        for name, ask in (
            ("ratifications", government.ratifications),
            ("laws", government.legal_facts),
            ("mechanisms", government.mechanisms),
            ("suggestions", government.suggested_actions),
            ("goods", government.listed_goods),
            ("national runs", surveys.national_runs),
        )
    },
    "dated ratifications": lambda c: government.dated_ratifications(c, list(COUNTRIES)),
    "all survey names": surveys.all_survey_names,
    "all national runs": surveys.all_national_runs,
    **{
        f"{ask.__name__} as of {number or 'now'}": lambda c, ask=ask, number=number: ask(c, number)
        for ask in WAY
        for number in (None, 1)
    },
    **{ask.__name__: ask for ask in ALLIANCE},
    "changes of records": lambda c: list(record_versions.record_changes(c, 0, 1)),
    "history of an action": lambda c: record_versions.history(c, schema.action, ["NPL-01"]),
    "ledger": ledgers.ledger_lines,
}


@pytest.fixture(scope="module")
def both(fresh_store_url: str, postgres_store_url: str) -> Iterator[tuple[Connection, Connection]]:
    """Today's facts built into SQLite, and into PostgreSQL."""
    engines = (read_engine(fresh_store_url), read_engine(postgres_store_url))
    with engines[0].connect() as one, engines[1].connect() as other:
        yield one, other
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_engines_give_one_answer(both: tuple[Connection, Connection], question: str) -> None:
    one, other = (QUESTIONS[question](connection) for connection in both)
    assert one == other
    if isinstance(one, dict):
        assert list(one) == list(other)


def test_readers_cannot_write_to_postgresql(both: tuple[Connection, Connection]) -> None:
    from sqlalchemy import delete
    from sqlalchemy.exc import InternalError

    from data import schema

    engine = both[1].engine
    with engine.connect() as connection:
        with pytest.raises(InternalError, match="read-only transaction"):
            connection.execute(delete(schema.observation))
