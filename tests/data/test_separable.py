"""Lines of one form without names: added where it is proved, else nothing is stacked."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from sqlalchemy import Connection

from data.methods.comparability import why_not
from data.methods.separable import Lines, lines_of
from data.queries import export
from data.records import Observation, Selection
from tests.factories import victims

HIDDEN = {"value": None, "status": "Q", "suppressed": "<5"}


def line(number: int, value: float | None) -> Observation:
    fields = HIDDEN if value is None else {"value": value}
    return victims(dimension="form_line", category=f"OTHER_FORMS_{number}", **fields)


def form(category: str, value: float, **fields: object) -> Observation:
    return victims(dimension="form", category=category, value=value, **fields)


def total(value: float) -> Observation:
    return victims(dimension="_T", category="_T", value=value)


def proof(*rows: Observation) -> str:
    """What shows that lines of 10 and 20 may be added, beside these rows."""
    found = lines_of((line(1, 10), line(2, 20), *rows))
    assert found is not None and (found.low, found.high, found.known) == (30, 30, 30)
    return found.proof


FORCED = form("FORCED_LABOUR", 70)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((), ""),
        ((FORCED, total(100)), "total"),
        ((FORCED, total(102)), "total"),
        ((FORCED, total(98.1)), "total"),
        ((FORCED, total(102.1)), ""),
        ((FORCED, total(90)), ""),
        ((form("OTHER_FORMS", 18, age="0-17"), form("OTHER_FORMS", 12, age="18+")), "age"),
        ((form("OTHER_FORMS", 18, age="0-17"), form("OTHER_FORMS", 13, age="18+")), ""),
        (
            (
                form("OTHER_FORMS", 18, sex="F", age="18+"),
                form("OTHER_FORMS", 12, sex="M", age="18+"),
            ),
            "sex",
        ),
    ],
)
def test_what_proves_a_sum(rows: tuple[Observation, ...], expected: str) -> None:
    assert proof(*rows) == expected


def test_a_hidden_line_is_never_given_a_number() -> None:
    found = lines_of((line(1, 10), line(2, None), FORCED, total(84)))
    assert found is not None
    assert (found.low, found.high, found.known, found.proof) == (11, 14, 10, "total")
    ages = (form("OTHER_FORMS", 6, age="0-17"), form("OTHER_FORMS", 6, age="18+"))
    unproved = lines_of((line(1, 10), line(2, None), *ages))
    assert unproved is not None and not unproved.separable


def test_a_year_without_such_lines_has_none() -> None:
    assert lines_of((FORCED, total(100))) is None


def test_unnamed_lines_of_two_years_are_never_joined() -> None:
    assert why_not(line(1, 10), line(1, 10)._replace(year=2020), method="administrative") == (
        "different_definition"
    )


def test_63_of_153_groups_may_be_added(connection: Connection) -> None:
    years: dict[tuple[str, int], list[Observation]] = defaultdict(list)
    for part in export.rows(connection, Selection(indicators=("TIP_VICTIMS",))):
        for row in map(Observation._make, part):
            years[row.area, row.year].append(row)
    found: dict[tuple[str, int], Lines] = {
        place: lines for place, rows in years.items() if (lines := lines_of(rows)) is not None
    }
    assert len(found) == 153 and len({area for area, _ in found}) == 51
    # 33 of them whatever the hidden counts are; the others for some count that the mark allows.
    assert Counter(lines.proof for lines in found.values()) == {
        "": 90,
        "total": 45,
        "age": 17,
        "sex": 1,
    }
    usa = found["USA", 2019]
    assert ([row.value for row in usa.rows], usa.known, usa.proof) == ([561, 754], 1315, "age")
    assert found["PER", 2022].proof == ""
