"""Jumps between neighbouring years are found by one question, as a person would find them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, insert

from data import schema
from data.database import write_engine
from data.methods.comparability import survey_family
from data.schema import OBSERVATION_KEY
from loaders.validate import plausibility as warn
from tests.factories import INDICATOR, VICTIMS
from tests.loaders.small_store import make_store

RELEASE = 2
RUN = ("indicator", "area", "dimension", "category", "sex", "age", "source")

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "indicator": st.sampled_from([INDICATOR.code, VICTIMS.code]),
            "area": st.sampled_from(["NPL", "GHA"]),
            "sex": st.sampled_from(["T", "F"]),
            "year": st.integers(2001, 2006),
            "source": st.sampled_from(["UNSD", "OFFICE"]),
            "survey": st.sampled_from(["", "MICS 2014", "MICS 2019", "DHS 2016"]),
            "value": st.sampled_from([None, 0.0, 1.0, 3.0, 3.1, 10.0, 18.0, 18.1, 40.0, 60.0]),
            "release": st.sampled_from([1, RELEASE]),
        }
    ),
    min_size=2,
    max_size=24,
    unique_by=lambda row: tuple(row[n] for n in (*RUN[:2], "sex", "year", "source", "survey")),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Engine]:
    """A store without figures."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('warn') / 'store.sqlite'}"
    else:
        url = request.getfixturevalue("postgres").new_database()
    made = write_engine(make_store(url))
    yield made
    made.dispose()


def whole(row: dict[str, Any]) -> dict[str, Any]:
    unit = "PERCENT" if row["indicator"] == INDICATOR.code else VICTIMS.unit
    status = "A" if row["value"] is not None else "O"
    fixed = {"dimension": "_T", "category": "_T", "age": "5-17", "unit": unit, "status": status}
    return fixed | {"nature": "C", "vintage": "2026"} | row


def is_jump(percent: bool, then: float, now: float) -> bool:
    if percent:
        return abs(now - then) > warn.JUMP_POINTS
    return then > 0 and now > 0 and max(then, now) > warn.JUMP_TIMES * min(then, now)


def jumps_by_hand(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    def run(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[name] for name in RUN)

    valued = [row for row in rows if row["value"] is not None]
    valued.sort(key=lambda row: (run(row), row["year"], row["survey"]))
    for _, same in groupby(valued, key=run):
        for then, now in pairwise(same):
            looked_at = RELEASE in (then["release"], now["release"]) and then["year"] < now["year"]
            kin = survey_family(then["survey"]) == survey_family(now["survey"])
            percent = now["unit"] == "PERCENT"
            if looked_at and kin and is_jump(percent, then["value"], now["value"]):
                place = " ".join(str(now[name]) for name in OBSERVATION_KEY if now[name] != "")
                yield place, f"{then['value']:g} in {then['year']}, then {now['value']:g}"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_jumps_are_those_that_a_person_would_find(engine: Engine, data: st.DataObject) -> None:
    rows = [whole(row) for row in data.draw(ROWS)]
    with engine.connect() as connection:
        connection.execute(insert(schema.observation), rows)
        found = [w for w in warn.warnings(connection, RELEASE) if w.rule == "jump"]
        connection.rollback()
    assert sorted((w.place, w.reason) for w in found) == sorted(jumps_by_hand(rows))
