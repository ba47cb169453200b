"""Each question to the real store, with the whole answer where it is small enough to write down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select

from components.wording import LANGUAGES
from data import schema
from data.database import read_engine
from data.methods.completion import completion
from data.methods.names import Names
from data.methods.selection import Measure, headlines, measure_of
from data.queries import areas, figures, government, pathfinders, record_versions
from data.records import Area, Described, Ratification

AWKWARD = (
    "'",
    '"',
    "%",
    "_",
    "\\",
    "'; DROP TABLE area; --",
    "%' OR 1=1 --",
    "a%b_c\\d",
    "\x00",
    "é" * 300,
)


@pytest.fixture(scope="module")
def engine(either_store_url: str) -> Iterator[Engine]:
    """A read-only engine on the real store, once of each kind."""
    made = read_engine(either_store_url)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def every_name(engine: Engine) -> Names:
    """All names of areas; to make the table of what may be typed takes half a second."""
    with engine.connect() as opened:
        return areas.names(opened)


@pytest.fixture
def known(connection: Connection) -> dict[str, Any]:
    """What the figure questions want beside the connection."""
    return {
        "about": Described(
            areas.areas(connection, "en"),
            figures.indicators(connection),
            figures.sources(connection),
        )
    }


def test_nepal_whole(connection: Connection) -> None:
    assert areas.areas(connection, "fr")["NPL"] == Area(
        code="NPL",
        kind="country",
        name="Népal",
        iso2="NP",
        m49="524",
        region="M49_142",
        subregion="M49_034",
        sdg_region=areas.areas(connection, "en")["NPL"].sdg_region,
        un_member=True,
        pathfinder="pathfinder",
    )


def test_every_area_has_a_name_in_every_language(connection: Connection) -> None:
    for language in LANGUAGES:
        named = areas.areas(connection, language)
        assert len(named) > 270
        assert [code for code, area in named.items() if not area.name] == []


def test_an_unknown_language_falls_back_to_english(connection: Connection) -> None:
    assert areas.areas(connection, "xx")["NPL"].name == "Nepal"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Nepal", "NPL"),
        ("nepal", "NPL"),
        ("NPL", "NPL"),
        ("np", "NPL"),
        ("Népal", "NPL"),
        ("نيبال", "NPL"),
        ("Madagascar", "MDG"),
        ("مدغشقر", "MDG"),
        ("Fidji", "FJI"),
        ("Fiji", "FJI"),
        ("Tuvalu", "TUV"),
        ("cote d'ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Madagaskar", "MDG"),
        ("Deutschland", "DEU"),
        ("日本", "JPN"),
        ("Kosovo", "XKX"),
        ("Namibia", "NAM"),
    ],
)
def test_a_country_is_found_by_what_people_type(every_name: Names, typed: str, code: str) -> None:
    assert every_name.find(typed, "en")[0].area == code


def test_names_with_accents_stand_with_their_letter(connection: Connection) -> None:
    named = areas.areas(connection, "fr")
    in_order = [each.code for each in sorted(named.values(), key=lambda area: area.by_name)]
    places = [in_order.index(code) for code in ("DJI", "EGY", "SLV", "ETH", "FIN", "ZWE")]
    assert named["EGY"].name.startswith("É")
    assert places == sorted(places)


def test_an_area_is_named_in_every_language(connection: Connection) -> None:
    named = {code: areas.areas(connection, code)["NPL"].name for code in ("en", "fr", "ar")}
    assert named == {"en": "Nepal", "fr": "Népal", "ar": "نيبال"}


@pytest.mark.parametrize("awkward", AWKWARD)
def test_bound_values_are_only_values(
    connection: Connection, known: dict[str, Any], awkward: str
) -> None:
    assert figures.of_area(connection, awkward, **known) == {}
    assert figures.years(connection, Measure(awkward, "child_labour", (awkward,))) == []
    assert government.ratifications(connection, awkward) == {}
    assert government.legal_facts(connection, awkward) == []
    assert record_versions.history(connection, schema.action, [awkward]) == []
    assert list(record_versions.record_changes(connection, 0, 1, areas=[awkward])) == []
    held = connection.execute(select(func.count()).select_from(schema.area)).scalar_one()
    assert held > 270


def test_a_series_whole(connection: Connection, known: dict[str, Any]) -> None:
    series = figures.series(connection, "SL_TLF_CHLDEA", ["NPL"], **known)

    rows = [r for r in series.observations if r.age == "5-17" and r.category == "_T"]
    assert [(r.year, r.sex, r.value, r.unit, r.status, r.source) for r in rows] == sorted(
        ((r.year, r.sex, r.value, r.unit, r.status, r.source) for r in rows),
        key=lambda r: ("FMT".index(r[1]), r[0], r[5]),
    )
    assert (2014, "T", 19.03, "PERCENT", "A", "UNSD_SDG_8_7_1") in [
        (r.year, r.sex, r.value, r.unit, r.status, r.source) for r in rows
    ]
    assert [area.code for area in series.areas] == ["NPL"]
    assert {s.code for s in series.sources} == {r.source for r in series.observations}


def test_everything_of_an_area_carries_what_a_reader_needs(
    connection: Connection, known: dict[str, Any]
) -> None:
    found = figures.of_area(connection, "NPL", **known)
    assert len(found) > 40
    for code, series in found.items():
        assert series.indicator.code == code
        assert {row.area for row in series.observations} == {"NPL"}
        for row in series.observations:
            assert row.unit == series.indicator.unit
            assert row.vintage
            assert series.source(row.source).address.startswith("http")
            assert (row.value is None) == (row.status in {"Q", "O", "M", "L"})


def test_zero_suppressed_and_absent_stay_three_things(
    connection: Connection, known: dict[str, Any]
) -> None:
    rows = figures.series(connection, "TIP_VICTIMS", ["BGR", "BOL"], **known).observations
    zero = [r for r in rows if r.area == "BGR" and r.year == 2017 and r.value == 0]
    hidden = [r for r in rows if r.area == "BOL" and r.year == 2017 and r.status == "Q"]
    assert zero and all(r.suppressed == "" for r in zero)
    assert hidden and all(r.value is None and r.suppressed == "<5" for r in hidden)


def test_the_latest_figure_keeps_its_own_year_and_never_a_later_one(
    connection: Connection, known: dict[str, Any]
) -> None:
    newest = figures.latest(
        connection, measure_of(known["about"].indicators["SL_TLF_CHLDEA"]), **known
    )
    assert len({row.area for row in newest.observations}) == len(newest.observations) > 80
    by_area = {row.area: row for row in newest.observations}
    assert (by_area["NPL"].year, by_area["NPL"].age) == (2014, "5-17")

    before = figures.latest(
        connection, measure_of(known["about"].indicators["SL_TLF_CHLDEA"]), asked_year=2013, **known
    )
    assert max(row.year for row in before.observations) <= 2013
    assert all(row.year < 2014 for row in before.observations if row.area == "NPL")
    assert all(row.sex == "T" and row.category == "_T" for row in newest.observations)


def test_years_ascend(connection: Connection) -> None:
    years = figures.years(connection, headlines()["child_labour"])
    assert years == sorted(set(years))
    assert 2014 in years


def test_ratifications_of_nepal_are_known_or_said_to_be_unknown(connection: Connection) -> None:
    instruments = government.instruments(connection)
    found = government.ratifications(connection, "NPL")
    assert set(found) <= set(instruments)
    assert found["C182"].status == "ratified"
    assert found["C182"].date.startswith("2002")
    assert {r.status for r in found.values()} <= {"ratified", "signed", "not_ratified", "unknown"}
    assert all(isinstance(r, Ratification) and r.source for r in found.values())


def test_dated_ratifications_come_by_date(connection: Connection) -> None:
    found = government.dated_ratifications(connection, ["NPL", "MEX"])
    assert [r.date for r in found] == sorted(r.date for r in found)
    assert {r.area for r in found} == {"NPL", "MEX"}
    assert all(r.date and r.status == "ratified" for r in found)


def test_the_pathfinder_way_of_nepal(connection: Connection) -> None:
    stages = pathfinders.stages(connection)
    assert len(stages) >= 20
    dates = [stage.date for stage in stages["NPL"] if stage.date]
    assert dates == sorted(dates)
    for stage in stages["NPL"]:
        assert stage.text
        assert stage.page.startswith("http")


def test_every_action_comes_with_what_was_said_of_it(connection: Connection) -> None:
    found = pathfinders.actions(connection)
    count = connection.scalar(select(func.count()).select_from(schema.action))
    assert sum(map(len, found.values())) == count
    said = [one for listed in found.values() for action in listed for one in action.history]
    assert len(said) == connection.scalar(select(func.count()).select_from(schema.status))
    for area, listed in found.items():
        assert [action.code for action in listed] == sorted(action.code for action in listed)
        assert completion(area, listed).listed == len(listed)
        assert all(one.action == action.code for action in listed for one in action.history)


def test_events_come_by_date(connection: Connection) -> None:
    events = pathfinders.events(connection)
    assert [e.date for e in events] == sorted(e.date for e in events)
    assert {e.state for e in events} >= {"held", "announced"}
    steps = [step for several in pathfinders.stages(connection).values() for step in several]
    assert {step.state for step in steps} >= {"held", "postponed", "planned"}
