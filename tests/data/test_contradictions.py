"""Published figures that cannot all be true: by hand, and as the store holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from components.contradiction_words import contradiction_words
from components.wording import LANGUAGES, wording
from data.contradictions import contradictions
from data.methods.contradictions import CODES, Key, contradictions_of, key_of
from data.methods.selection import headlines
from data.records import Indicator, Observation
from tests.factories import INDICATOR, VICTIMS, observation, victims

DETECTED = ("TIP_VICTIMS", "TIP_CONTACT", "TIP_PROSECUTED", "TIP_CONVICTED")
WORKING = replace(
    INDICATOR, code="WORKING", unit="THOUSAND_PERSONS", dimension="schooling", method="survey"
)


def whole(**fields: object) -> Observation:
    return victims(dimension="_T", category="_T", **fields)


def working(value: float | None, **fields: object) -> Observation:
    return observation(indicator="WORKING", unit="THOUSAND_PERSONS", value=value, **fields)


def codes(rows: list[Observation], about: Indicator) -> list[tuple[str, ...]]:
    """The codes of each row, in order."""
    found = contradictions_of(rows, about)
    return [found.get(key_of(row), ()) for row in rows]


def test_a_sex_above_its_total() -> None:
    rows = [whole(value=10), whole(value=12, sex="F"), whole(value=0, sex="M")]
    both = ("sex_above_total", "parts_apart")
    assert codes(rows, VICTIMS) == [both, both, ("parts_apart",)]
    rates = [observation(value=10), observation(value=12, sex="F")]
    assert codes(rates, INDICATOR) == [(), ()]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ({"value": None, "status": "Q", "suppressed": "<5"}, "sex_above_total"),
        ({"value": None, "status": "Q", "suppressed": "<20"}, ""),
        ({"value": None, "status": "O", "suppressed": ""}, ""),
    ],
)
def test_a_hidden_total_is_contradicted_only_where_its_mark_is(
    total: dict[str, object], expected: str
) -> None:
    found = codes([whole(**total), whole(value=7, sex="F")], VICTIMS)
    assert all(expected in each if expected else not each for each in found)


@pytest.mark.parametrize(
    ("girls", "boys", "apart"),
    [(0.1, 0.1, False), (0.15, 0.1, False), (0.3, 0.1, True), (0.0, 0.0, True), (None, 0.1, False)],
)
def test_parts_differ_only_beyond_rounding(
    girls: float | None, boys: float | None, apart: bool
) -> None:
    hidden = {"status": "Q", "suppressed": "<1"} if girls is None else {}
    rows = [working(0.2), working(girls, sex="F", **hidden), working(boys, sex="M")]
    assert ["parts_apart" in each for each in codes(rows, WORKING)] == [apart] * 3


def test_the_parts_of_a_dimension_that_is_the_whole() -> None:
    at = {"dimension": "schooling"}
    rows = [
        working(20.0001),
        working(12.5001, category="ATTENDING", **at),
        working(9.5, category="NOT_ATTENDING", **at),
    ]
    assert codes(rows, WORKING) == [("parts_apart",)] * 3
    assert codes([rows[0], rows[1]], WORKING) == [(), ()]
    forms = [replace_form(row) for row in rows]
    assert codes(forms, replace(WORKING, dimension="form")) == [()] * 3


def replace_form(row: Observation) -> Observation:
    """The row in a dimension whose parts may nest."""
    return row._replace(dimension="form" if row.category != "_T" else "_T")


def test_two_publishers_more_than_a_quarter_apart() -> None:
    measure = headlines()["child_labour"]
    told = {"indicator": "SL_TLF_CHLDEA", "source": "UNSD_SDG_8_7_1"}
    own = [observation(value=value, year=year, **told) for year, value in ((2014, 10), (2015, 10))]
    told = {"indicator": "UNICEF_CL_ECON", "source": "UNICEF_CL_2025"}
    beside = [
        observation(value=value, year=year, **told) for year, value in ((2014, 7.4), (2015, 7.6))
    ]
    about = replace(INDICATOR, code="SL_TLF_CHLDEA")
    found = contradictions_of(own, about, measures=[measure], beside=beside)
    assert found == {key_of(own[0]): ("publishers_apart",)}


SEXES_ABOVE = """
    SELECT t.indicator, t.area, t.year, t.age, t.dimension, t.category, t.source
    FROM observation t JOIN observation s
    USING (indicator, area, year, age, dimension, category, source, survey)
    WHERE t.sex = 'T' AND s.sex <> 'T' AND t.indicator LIKE 'TIP%' AND s.value > t.value
    GROUP BY 1, 2, 3, 4, 5, 6, 7"""


def test_sexes_above_their_total_are_those_that_a_plain_question_finds(
    connection: Connection,
) -> None:
    asked = {tuple(row) for row in connection.execute(text(SEXES_ABOVE))}
    found: set[tuple[object, ...]] = set()
    hidden: Counter[str] = Counter()
    for code in DETECTED:
        for key, flags in contradictions(None, code).items():
            area, year, sex, age, dimension, category, source = key
            if "sex_above_total" in flags and sex == "T":
                found.add((code, area, year, age, dimension, category, source))
                hidden[code] += (code, area, year, age, dimension, category, source) not in asked
    assert asked <= found and len(asked) == 156
    # The others are above the most that the mark of a suppressed total allows.
    assert hidden == {"TIP_VICTIMS": 35, "TIP_CONTACT": 17, "TIP_PROSECUTED": 7, "TIP_CONVICTED": 6}


def test_malawi_2020_is_printed_twice_and_far_apart(connection: Connection) -> None:
    assert connection is not None
    key: Key = ("MWI", 2020, "T", "5-17", "_T", "_T", "UNICEF_CL_2025")
    assert contradictions(None, "UNICEF_CL_ECON")[key] == ("publishers_apart",)
    assert contradictions(None, "SL_TLF_NEET") == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_words(code: str, language: str) -> None:
    words = wording(language)
    assert contradiction_words([code, code], words) == " ".join(
        [words.t(f"contradiction.{code}")] * 2
    )
