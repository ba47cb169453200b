"""What happened below the years of a country's charts: every country, in every language."""

from __future__ import annotations

import re
from html import unescape

import pytest

from components.cards import Card, Section
from components.charts.plot import SLOT, Plot, YearAxis, plot_html, year_axis
from components.country.answers import CountryAnswers
from components.country.page import country_sections
from components.country.parts.event_marks import (
    CONVENTIONS,
    axis_of,
    events_of,
    own_events,
    with_event_marks,
    without_event_marks,
)
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data import store
from data.country_facts import whole_country
from data.queries import government
from data.records import Ratification, Roadmap, Stage
from tests.factories import NEPAL, event

EN = wording("en")
MARK = re.compile(r'<a class="tl-m [^>]*>')
AXIS = YearAxis(2000, 2024, 0, 4)
PLOT = plot_html(Plot("A chart", 100, left=40, right=12, years=AXIS))


def section_of(*bodies: str) -> Section:
    cards = tuple(
        Card(f"card-{place}", "T", "context", body=body) for place, body in enumerate(bodies)
    )
    return Section("s", "S", "context", "", cards)


def marked(*bodies: str, answers: CountryAnswers, language: str = "en") -> list[str]:
    words = wording(language)
    found = with_event_marks(section_of(*bodies), own_events(answers, words), words)
    return [card.body for card in found.cards]


def answers_of(*codes_and_dates: tuple[str, str]) -> CountryAnswers:
    events = tuple(event(code=code, date=day) for code, day in codes_and_dates)
    return CountryAnswers(NEPAL, {"NPL": NEPAL}, events=events)


def test_a_plot_without_years_has_no_place_for_events() -> None:
    assert SLOT.search(plot_html(Plot("A chart", 100))) is None
    assert [axis_of(slot) for slot in SLOT.finditer(PLOT)] == [AXIS]
    # Figures of a year stand in its middle, events on their day within it.
    axis = year_axis(2010, 2020, 2009, 2021)
    assert axis == YearAxis(2010, 2020, 4.17, 8.3333)


def test_without_the_switch_nothing_of_it_is_left() -> None:
    plain = plot_html(Plot("A chart", 100, left=40, right=12))
    (card,) = without_event_marks(section_of(PLOT)).cards
    assert card.body.replace("\n", "") == plain.replace("\n", "")


def test_only_what_began_within_the_years_is_marked() -> None:
    answers = answers_of(
        ("A", "1999-12-31"), ("B", "2000"), ("C", "2024-12"), ("D", "2025"), ("E", "")
    )
    assert [one.code for one in events_of(AXIS, own_events(answers, EN))] == ["B", "C"]
    (body,) = marked(PLOT, answers=answers)
    assert len(MARK.findall(body)) == 2 == body.count("<li ")
    assert SLOT.search(body) is None


def test_a_mark_stands_at_its_day_and_leads_to_its_line() -> None:
    (body,) = marked(PLOT, answers=answers_of(("A", "2012-07-02")))
    (mark,) = MARK.findall(body)
    place = re.search(r"left:([\d.]+)%", mark)
    assert place is not None
    # Half a year after twelve of twenty-five years.
    assert float(place[1]) == pytest.approx(50, abs=0.2)
    assert 'href="#card-0-event-1"' in mark and 'id="card-0-event-1"' in body
    assert "2 July 2012: Workshop" in unescape(mark)
    assert "not its cause" in body
    assert 'style="padding-left:40px;padding-right:12px"' in body


def test_years_of_two_plots_share_one_list_and_an_empty_card_says_so() -> None:
    early = plot_html(Plot("B", 100, years=YearAxis(1990, 1999, 0, 10)))
    both, none = marked(early + PLOT, early, answers=answers_of(("A", "2001"), ("B", "2003-04")))
    assert both.count("<li ") == 2 and both.count("event-strip") == 1
    assert MARK.search(none) is None and "1990 to 1999" in none


def test_strange_texts_stay_texts() -> None:
    strange = '"><script>alert(1)</script><!--years 0 0 0 4 1900 2030-->'
    odd = event(code="A", date="2012", title=strange, page="javascript:alert(1)", place=strange)
    (body,) = marked(PLOT, answers=CountryAnswers(NEPAL, {"NPL": NEPAL}, events=(odd,)))
    assert "<script" not in body and "javascript:" not in body
    assert SLOT.search(body) is None


def test_five_conventions_steps_and_plans_are_among_the_events() -> None:
    ratified = {
        name: Ratification(name, "NPL", "ratified", "2002-01-03", "", "", "S", "")
        for name in (*CONVENTIONS, "CRC")
    } | {"C105": Ratification("C105", "NPL", "not_ratified", "", "", "", "S", "")}
    answers = CountryAnswers(
        NEPAL,
        {"NPL": NEPAL},
        ratifications=ratified,
        stages=(Stage("NPL", "workshop", "2019-02-07", "Held."),),
        roadmaps=(Roadmap("NPL-plan", "NPL", "2018", "2022", "", "Plan", ""),),
    )
    kinds = [one.kind for one in own_events(answers, EN)]
    assert kinds == ["ratification"] * 4 + ["plan", "strategic_workshop"]


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_shows_exactly_its_events(language: str) -> None:
    about, way, words = store.reference(language), store.pathfinder_data(), wording(language)
    with store.connected() as connection:
        ratified = {
            one.code: government.ratifications(connection, one.code) for one in about.countries
        }
    shown = 0
    for area in about.countries:
        answers = CountryAnswers(
            area,
            about.areas,
            sources=about.sources,
            ratifications=ratified[area.code],
            stages=tuple(way.stages.get(area.code, ())),
            roadmaps=tuple(way.roadmaps.get(area.code, ())),
            events=tuple(one for one in way.events if area.code in one.area.split(";")),
        )
        happened = own_events(answers, words)
        (body,) = marked(PLOT, answers=answers, language=language)
        within = events_of(AXIS, happened)
        marks = MARK.findall(body)
        assert len(marks) == len(within) == len(set(marks)) == body.count("<li "), area.code
        assert all(one.date and AXIS.first <= int(one.date[:4]) <= AXIS.last for one in within)
        assert all(0 <= float(at) <= 100 for at in re.findall(r"left:([\d.-]+)%;width", body))
        shown += len(within)
    assert len(about.countries) >= 249 and shown > 600


@pytest.mark.usefixtures("store_url")
def test_every_chart_with_years_of_a_page_has_its_events() -> None:
    area = store.reference("en").areas["NPL"]
    answers = CountryAnswers(**whole_country(area, "en"))
    happened = own_events(answers, EN)
    whole = country_sections(answers, EN, PALETTES["light"], this_year=2026, events=True)
    bodies = [card.body for section in whole for card in section.cards]
    with_years = [body for body in bodies if "event-list" in body or "event-none" in body]
    assert len(with_years) >= 6
    assert not any(SLOT.search(body) for body in bodies)
    assert sum(len(MARK.findall(body)) for body in bodies) > len(happened)
    bare = country_sections(answers, EN, PALETTES["light"], this_year=2026)
    assert not any(
        SLOT.search(card.body) or "event-" in card.body
        for section in bare
        for card in section.cards
    )
