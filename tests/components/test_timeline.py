"""The timeline drawn: signs, widths, levels, lanes and words, on made-up events and the store's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from components.charts.text_width import text_width
from components.charts.timeline import Row, Years, drawn_row, ticks
from components.look import SHEETS
from components.timeline.below import meetings_note, undated_kinds, undated_lines
from components.timeline.choice import (
    DEFAULT_KINDS,
    EVERYTHING,
    KINDS,
    LAST_YEAR,
    PAGE_DEFAULT,
    Choice,
    chosen_events,
    events_with_places,
    places_of,
    year_choices,
)
from components.timeline.drawing import (
    WIDTH,
    WIDTH_PRESENTED,
    Scene,
    country_rows,
    mark_of,
    panels_html,
    world_rows,
)
from components.timeline.event_words import (
    label_texts,
    meeting_number,
    precision_text,
    short_date,
    tip_text,
    when_text,
)
from components.timeline.every_event import every_event
from components.timeline.lanes import country_lanes, undated_events, world_lanes
from components.wording import LANGUAGES, wording
from data import store
from data.queries import alliance, pathfinders
from data.records import Area, Event
from tests.components.test_timeline_labels import wrong_in

EN, FR, AR = (wording(code) for code in ("en", "fr", "ar"))
TODAY = date(2026, 11, 27)
AREAS = {
    area.code: area
    for area in (
        Area("WLD", "world", "World"),
        Area("M49_142", "region", "Asia"),
        Area("M49_002", "region", "Africa"),
        Area("NPL", "country", "Nepal", region="M49_142"),
        Area("VNM", "country", "Viet Nam", region="M49_142"),
        Area("MWI", "country", "Malawi", region="M49_002"),
    )
}


def event(code: str, kind: str, when: str, end: str = "", area: str = "NPL", **more: str) -> Event:
    made = {"place": "", "state": "held", "title": f"Title of {code}"} | more
    return Event(code=code, kind=kind, date=when, end=end, area=area, **made)


def scene(choice: Choice = PAGE_DEFAULT, language: str = "en", presenting: bool = False) -> Scene:
    return Scene(AREAS, wording(language), choice, TODAY, "country?iso3=", presenting)


def drawn(*events: Event, choice: Choice = PAGE_DEFAULT) -> dict[str, tuple[float, float, str]]:
    """Left edge, width in percent and classes of each event, in one row."""
    here = scene(choice)
    row = drawn_row(Row("Nepal", [mark_of(one, here) for one in events]), here.years)
    return {one.mark.code: (one.left, one.wide, one.classes) for one in row.drawn}


def test_a_day_a_month_a_year_and_a_period_are_as_wide_as_they_are() -> None:
    choice = Choice(first=2018, last=2019)
    found = drawn(
        event("day", "workshop", "2018-07-01"),
        event("month", "workshop", "2018-07"),
        event("year", "workshop", "2018"),
        event("period", "milestone", "2018-07", "2019-06"),
        choice=choice,
    )
    day, whole = 100 / 730, 100.0
    assert found["day"][1] == pytest.approx(day, abs=0.01)
    assert found["month"][1] == pytest.approx(31 * day, abs=0.01)
    assert found["month"][0] == pytest.approx(181 * day, abs=0.01)
    assert found["year"][:2] == (0.0, pytest.approx(whole / 2, abs=0.01))
    assert found["period"][1] == pytest.approx(365 * day, abs=0.01)
    assert "tl-wide" not in found["day"][2] and "tl-wide" in found["month"][2]


def test_what_reaches_beyond_the_years_in_view_is_cut_at_their_ends() -> None:
    found = drawn(
        event("old", "plan", "2012", "2020"), event("new", "plan", "2027", "2040"),
        choice=Choice(first=2018, last=2029),
    )  # fmt: skip
    assert found["old"][0] == 0.0
    assert found["new"][0] + found["new"][1] == pytest.approx(100.0, abs=0.02)


def test_what_did_not_take_place_is_hollow_and_a_plan_without_an_end_is_open() -> None:
    found = drawn(
        event("held", "workshop", "2019-05-09"),
        *(event(state, "workshop", "2020", state=state)
          for state in ("postponed", "planned", "announced")),
        event("plan", "plan", "2019", "2025", state="period"),
        event("open", "plan", "2021", state="period"),
    )  # fmt: skip
    hollow = {code for code, (_, _, classes) in found.items() if "tl-hollow" in classes}
    assert hollow == {"postponed", "planned", "announced"}
    assert "tl-bar" in found["plan"][2] and "tl-open" not in found["plan"][2]
    assert "tl-open" in found["open"][2]
    assert when_text(event("o", "plan", "2021"), EN) == "from 2021, no end stated"


def test_meetings_carry_their_numbers_and_unknown_days_are_dashed_and_said() -> None:
    second = event("A87-gcg-02", "gcg_meeting", "2018-07", area="WLD")
    between = event("A87-gcg-03-04", "gcg_meeting", "2018-08", "2019-07", "WLD", state="period")
    nameless = event("A87-gcg-2022-12", "gcg_meeting", "2022-12", area="WLD", state="announced")
    events = (second, between, nameless)
    assert [meeting_number(one, EN) for one in events] == ["2", "3\u20134", ""]
    assert meeting_number(replace(second, kind="workshop"), EN) == ""
    found = drawn(*events)
    assert "tl-unknown" in found["A87-gcg-03-04"][2]
    # Its report is filed under July: a mark of a month, not of the whole of 2018.
    assert found["A87-gcg-02"][1] == pytest.approx(100 * 31 / 5844, abs=0.01)
    assert label_texts(between, EN) == ("days not known",)
    assert "Meetings 3\u20134" in meetings_note(events, EN)
    assert meetings_note((second, nameless), EN) == ""


def test_labels_are_short_dates_with_the_state_where_it_did_not_take_place() -> None:
    assert [short_date(day, EN) for day in ("2019", "2019-05", "2019-05-24")] == [
        "2019", "May", "24 May",
    ]  # fmt: skip
    assert short_date("2025-10-01", FR) == "1er oct."
    assert short_date("2019-05-24", AR) == "24 مايو"
    postponed = event("x", "workshop", "2020-03-26", state="postponed")
    assert label_texts(postponed, EN) == ("26 Mar, postponed", "26 Mar")
    assert label_texts(event("p", "plan", "2019-03", "2025"), EN) == ("2019\u20132025",)
    named = event("A87-global-conference-5-2022-05-15", "conference", "2022-05-15", area="WLD")
    assert label_texts(named, EN)[0] == "V Global Conference, Durban"


def test_a_mark_tells_all_of_it_and_leads_to_its_row() -> None:
    one = event("x", "workshop", "2020-03-26", place="Kathmandu", state="postponed")
    assert tip_text(one, AREAS, EN) == (
        "26 March 2020: Title of x. Other workshop or meeting, Kathmandu, Nepal (postponed)"
    )
    step = event("s", "status", "2019", title="Status confirmed, Nepal: It was so.")
    assert tip_text(step, AREAS, EN) == "2019: Status confirmed, Nepal: It was so"
    (html,) = panels_html([one], scene())
    assert 'href="#event-x"' in html and 'aria-label="26 March 2020: Title of x' in html
    assert '<a href="country?iso3=NPL">Nepal</a>' in html
    hostile = replace(one, title='<img src=x onerror="alert(1)">')
    (html,) = panels_html([hostile], scene())
    assert "<img" not in html


@pytest.mark.parametrize(
    ("when", "end", "said"),
    [
        ("", "", "date not known"),
        ("2019", "", "to the year"),
        ("2019-03", "2019-03", "to the month"),
        ("2019-03-04", "", "to the day"),
        ("2019-03-04", "2019-03-05", "to the day"),
    ],
)
def test_the_table_says_how_exactly_a_date_is_known(when: str, end: str, said: str) -> None:
    assert precision_text(event("x", "workshop", when, end), EN) == said
    lasting = event("x", "plan", "2019", "2025", state="period")
    assert precision_text(lasting, EN) == "period"


def test_lanes_are_the_world_then_countries_by_region_in_the_order_of_names() -> None:
    events = (
        event("g", "gcg_meeting", "2018", area="WLD"),
        event("c", "conference", "2018", area="WLD"),
        event("w", "workshop", "2019", area="VNM"),
        event("m", "workshop", "2019", area="MWI;NPL"),
        event("u", "workshop", "", area="MWI"),
        event("t", "target_date", "2025", area="WLD", state="period"),
    )
    assert [lane.key for lane in world_lanes(events, AREAS)] == [
        "conferences",
        "meetings",
        "targets",
    ]
    lanes = country_lanes(events, AREAS)
    assert [(lane.key, lane.region) for lane in lanes] == [
        ("MWI", "M49_002"), ("NPL", "M49_142"), ("VNM", "M49_142"),
    ]  # fmt: skip
    assert [lane.key for lane in country_lanes(events, AREAS, ("NPL",))] == ["NPL"]
    rows = country_rows(lanes, scene())
    assert [row.group for row in rows] == ["Africa", "Asia", ""]


def test_undated_events_stand_below_in_words() -> None:
    events = undated_events(
        [
            event("a", "status", "", area="VNM"),
            event("b", "status", "", area="NPL"),
            event("c", "workshop", "", area="MWI"),
            event("d", "workshop", "2019"),
        ]
    )
    assert undated_lines(events, AREAS, EN) == (
        ("Malawi", "Title of c"),
        ("Pathfinder status", "Nepal, Viet Nam"),
    )
    assert undated_kinds(events, EN) == "Other workshops 1, Status 2"


def test_years_are_ticks_and_the_years_of_the_target_stand_apart() -> None:
    years = Years(2024, 2031, WIDTH)
    found = ticks(years, (2025, 2030))
    assert [one.year for one in found if one.target] == [2025, 2030]
    assert found[0].left == 0.0
    assert found[-1].left + found[-1].wide == pytest.approx(100.0, abs=0.02)
    html = panels_html([event("x", "workshop", "2019")], scene(Choice(first=2018, last=2020)))[0]
    assert "tl-today" not in html and "<u " not in html
    html = panels_html([event("x", "workshop", "2019")], scene())[0]
    assert html.count("<u ") == 1 and "Today, 27 November 2026" in html


def test_quick_choices_are_whole_spans_that_an_address_may_state() -> None:
    assert year_choices(2026) == {
        "all": (2014, 2030), "since_2018": (2018, 2030), "five": (2022, 2026),
        "ahead": (2026, 2030),
    }  # fmt: skip
    assert year_choices(2044)["ahead"] == (LAST_YEAR, LAST_YEAR)


def test_each_kind_has_a_sign_of_its_own_filled_and_hollow() -> None:
    sheet = (SHEETS / "52_timeline.css").read_text(encoding="utf-8")
    signs = {}
    for number, kind in enumerate(KINDS, 1):
        rule = re.search(
            rf"(?m)^\.tl-{kind.replace('_', '-')}, \.st-key-choice-kind "
            rf"button:nth-child\({number}\) \{{ --c: [^;]+; --f: ([^;]+); --h: ([^;]+); \}}",
            sheet,
        )
        assert rule, kind
        signs[kind] = rule.groups()
    filled = [sign for sign, _ in signs.values()]
    hollow = [sign for kind, (_, sign) in signs.items() if kind != "target_date"]
    assert len(set(filled)) == len(KINDS)
    assert len(set(hollow)) == len(hollow)
    assert DEFAULT_KINDS[0] == "strategic_workshop" and "milestone" not in DEFAULT_KINDS


def test_panels_stand_in_every_language_and_arabic_isolates_its_numbers() -> None:
    events = [
        event("x", "plan", "2019", "2025"),
        event("A87-gcg-03-04", "gcg_meeting", "2018", "2019", "WLD", state="period"),
    ]
    for language in LANGUAGES:
        world, countries = panels_html(events, scene(language=language))
        words = wording(language)
        assert words.t("timeline.panel.world") in world
        assert words.t("timeline.panel.countries") in countries
    assert "\u20662019\u20132025\u2069" in countries and "\u20663\u20134\u2069" in world


def _choices(
    areas: dict[str, Area], events: tuple[Event, ...], members: Mapping[str, tuple[str, ...]]
) -> list[Choice]:
    """The choices that can be told in a word: kinds, regions and sets of countries, countries,
    spans of years."""
    regions = events_with_places(events, areas, members).regions
    countries = sorted({one.area for one in events if one.area in areas} - {"WLD"})
    spans = (*year_choices(TODAY.year).values(), (2018, 2020), (2019, 2019))
    return [
        PAGE_DEFAULT,
        replace(EVERYTHING, first=2014, last=LAST_YEAR),
        *(Choice(kinds=(kind,)) for kind in KINDS),
        *(Choice(regions=(region,)) for region in regions),
        *(Choice(areas=(code,), kinds=KINDS) for code in countries),
        *(Choice(first=first, last=last) for first, last in spans),
    ]


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_overlaps_another_in_any_choice(language: str) -> None:
    about, words = store.reference(language), wording(language)
    known, ratified = store.pathfinder_data(None), store.pathfinder_ratifications()
    events = every_event(known, ratified, about.sources, about.names, words)
    wrong: list[str] = []
    labels = rows = 0
    members = store.members(None)
    for choice in _choices(dict(about.areas), events, members):
        places = places_of(choice, members)
        for presenting in {False, choice == PAGE_DEFAULT}:
            here = Scene(about.areas, words, choice, TODAY, "", presenting, places)
            chosen = chosen_events(events, choice, members)
            world = world_rows(world_lanes(chosen, about.areas), here)
            countries = country_rows(country_lanes(chosen, about.areas, places), here)
            for row in (*world, *countries):
                made = drawn_row(row, here.years)
                rows += 1
                labels += sum(bool(one.placed.label) for one in made.drawn)
                signs = [one.placed for one in made.drawn if one.mark.look in {"sign", "box"}]
                wrong += [f"{row.name}: {said}" for said in wrong_in(signs, here.years.width)]
                assert {one.mark.code for one in made.drawn} == {one.code for one in row.marks}
    assert wrong == []
    assert rows > 300 and labels > 1500


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_short_name_fits_the_plot_of_a_projector(language: str) -> None:
    words = wording(language)
    short = {key: text for key, text in words.texts.items() if key.startswith("timeline_short.")}
    assert len(short) > 30
    for key, text in short.items():
        assert isinstance(text, str)
        assert text_width(text) < 0.7 * WIDTH_PRESENTED, key


def test_numbers_of_meetings_are_those_of_the_table_of_meetings(connection: Connection) -> None:
    events = {one.code: one for one in pathfinders.events(connection)}
    for meeting in alliance.gcg_meetings(connection):
        said = meeting_number(events[meeting.event], EN).split("\u2013")
        first, last = (int(said[0] or 0), int(said[-1] or 0))
        assert first <= meeting.number <= last, meeting.code
