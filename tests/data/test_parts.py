"""Which parts of detected victims agree with their total, on figures as published."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from data.methods.parts import By, YearParts, kind_of, parts_by_year
from data.queries import areas as area_queries
from data.queries import figures
from data.records import Described, Observation
from data.schema import observation as stored
from tests.factories import victims


def year_of(connection: Connection, area: str, year: int) -> YearParts:
    """One country's published victims of one year, from the real store."""
    held = figures.series(
        connection,
        "TIP_VICTIMS",
        [area],
        about=Described(
            indicators=figures.indicators(connection),
            sources=figures.sources(connection),
            areas=area_queries.areas(connection, "en"),
        ),
    )
    (found,) = parts_by_year(row for row in held.observations if row.year == year)
    return found


@pytest.mark.parametrize(
    ("area", "year", "total", "parts"),
    [
        ("NPL", 2020, 187, {"form": (89, "less"), "sex": (1372, "more"), "age": (2023, "more")}),
        ("NPL", 2021, 211, {"form": (0, "empty"), "sex": (294, "more"), "age": (211, "equal")}),
        (
            "MDG",
            2021,
            27,
            {
                "form": (27, "equal"),
                "sex": (27, "equal"),
                "age": (27, "equal"),
                "citizenship": (767, "more"),
            },
        ),
        (
            "MEX",
            2021,
            115,
            {
                "form": (41, "less"),
                "sex": (21, "less"),
                "age": (21, "less"),
                "citizenship": (114, "less"),
            },
        ),
        (
            "BRA",
            2023,
            371,
            {"sex": (377, "more"), "age": (377, "more"), "citizenship": (20, "less")},
        ),
        (
            "BFA",
            2021,
            1532,
            {
                "form": (1803, "more"),
                "sex": (1532, "equal"),
                "age": (1532, "equal"),
                "citizenship": (1506, "less"),
            },
        ),
        ("GHA", 2021, 821, {"form": (0, "empty"), "sex": (821, "equal"), "age": (672, "less")}),
        ("KEN", 2018, 283, {"form": (0, "denied")}),
    ],
)
def test_published_parts_beside_their_total(
    connection: Connection,
    area: str,
    year: int,
    total: float,
    parts: dict[By, tuple[float, str]],
) -> None:
    found = year_of(connection, area, year)
    assert found.total is not None and found.total.value == total
    assert {part.by: (part.low, part.verdict) for part in found.breakdowns} == parts
    wrong = [by for by, (_, verdict) in parts.items() if verdict in {"more", "denied"}]
    assert [part.by for part in found.impossible] == wrong


def test_the_parts_of_nepal_in_2020_are_eleven_times_its_total(connection: Connection) -> None:
    found = year_of(connection, "NPL", 2020)
    assert round(found.apart, 1) == 10.8
    assert [(part.by, part.low) for part in found.differing] == [
        ("form", 89),
        ("sex", 1372),
        ("age", 2023),
    ]


def whole(**fields: object) -> Observation:
    return victims(dimension="_T", category="_T", **fields)


def hidden(**fields: object) -> dict[str, object]:
    return {"value": None, "status": "Q", "suppressed": "<5"} | fields


def test_a_suppressed_part_may_be_anything_its_mark_allows() -> None:
    total = whole(value=10.0)
    girls = whole(sex="F", **hidden())
    for boys, verdict in ((5.0, "less"), (6.0, "equal"), (10.0, "equal"), (11.0, "more")):
        (found,) = parts_by_year([total, girls, whole(sex="M", value=boys)])
        (sexes,) = found.breakdowns
        assert (sexes.low, sexes.high, sexes.verdict) == (boys, boys + 4, verdict)
        assert not sexes.exact


def test_a_suppressed_total_denies_only_what_is_certainly_larger() -> None:
    total = whole(**hidden())
    for boys, verdict in ((0.0, "equal"), (4.0, "equal"), (5.0, "more")):
        (found,) = parts_by_year([total, whole(sex="M", value=boys)])
        assert found.breakdowns[0].verdict == verdict


def test_without_a_total_nothing_is_judged() -> None:
    (found,) = parts_by_year([victims(value=3.0)])
    assert (found.total, found.breakdowns[0].verdict) == (None, "no_total")
    assert found.impossible == found.differing == ()


def test_parts_of_parts_belong_to_no_breakdown(connection: Connection) -> None:
    kinds = {
        (row.dimension, row.category, row.sex, row.age): kind_of(row)
        for row in map(
            Observation._make,
            connection.execute(
                select(*(stored.c[name] for name in Observation._fields)).where(
                    stored.c.indicator == "TIP_VICTIMS", stored.c.area.in_(["ROU", "MDG", "CIV"])
                )
            ),
        )
    }
    assert kinds[("_T", "_T", "T", "_T")] is None
    assert kinds[("_T", "_T", "F", "0-17")] is None
    assert kinds[("form", "FORCED_LABOUR", "F", "0-17")] is None
    assert kinds[("_T", "_T", "F", "_T")] == "sex"
    assert kinds[("_T", "_T", "T", "0-17")] == "age"
    assert kinds[("form", "FORCED_LABOUR", "T", "_T")] == "form"
    assert kinds[("citizenship", "NATIONAL", "T", "_T")] == "citizenship"
