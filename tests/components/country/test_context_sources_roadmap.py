"""Context, data and sources, and the roadmap, on the real store: real figures, every area."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable

import pytest

from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.country.layout import sections_html
from components.country.parts.availability import calendar
from components.country.parts.spark import spark
from components.country.sections.context import context_section
from components.country.sections.roadmap import roadmap_section
from components.country.sections.sources import sources_section, used_sources
from components.theme import PALETTES
from components.ui.country import answers as stored_answers
from components.wording import Wording, wording
from tests.factories import observation

LIGHT = PALETTES["light"]
EN = wording("en")

Answers = Callable[[str], CountryAnswers]


@pytest.fixture
def held(store_url: str) -> Answers:
    """What the store holds of a country, by its code."""
    assert store_url
    return lambda code: stored_answers(None, code, "en")


def sections(found: CountryAnswers, words: Wording = EN) -> tuple[Section, ...]:
    """The three sections of one country."""
    return (
        roadmap_section(found, words, LIGHT),
        context_section(found, words, LIGHT),
        sources_section(found, words, this_year=2026),
    )


def context_card(found: CountryAnswers) -> Card:
    """The one card of the section."""
    (card,) = context_section(found, EN, LIGHT).cards
    return card


def row_of(body: str, label: str) -> str:
    """A figure's row as text: label, value, year, first."""
    row = next(row for row in body.split("<tr>") if f'<th scope="row">{label}' in row)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip()


def test_the_heading_answers_and_every_figure_of_it_has_its_year(held: Answers) -> None:
    assert context_card(held("BRA")).title == (
        "8.3 years of schooling on average (2022); 39.2\u202f% of employment is informal (2021)"
    )


def test_an_old_figure_of_informal_work_does_not_lead_a_newer_one(held: Answers) -> None:
    title = context_card(held("NPL")).title
    assert "≈ 61.2\u202f% of employment is in agriculture (2023)" in title
    assert "2017" not in title


def test_a_row_has_the_latest_and_the_first_figure_and_the_exact_one_on_hover(
    held: Answers,
) -> None:
    body = context_card(held("BRA")).body
    assert row_of(body, "Human Development Index") == (
        "Human Development Index 0.79 2023 0.78 (2022)"
    )
    assert row_of(body, "GDP per head").startswith("GDP per head , US$ of 2015 9,567 2024")
    assert 'title="8.278307638 years · United Nations Development Programme' in body
    assert "9,566.744" in body


def test_working_poverty_is_the_total_of_its_own_year(held: Answers) -> None:
    row = row_of(context_card(held("NPL")).body, "Working poverty")
    assert "5.1 % 2022" in row and "4.8" not in row


def test_two_themes_stand_open_and_the_others_say_their_key_figure(held: Answers) -> None:
    body = context_card(held("BRA")).body
    groups = re.findall(r'<details class="fold([^"]*)"[^>]*><summary><b>([^<]+)</b>', body)
    assert [name for look, name in groups if "first" in look] == [
        "Schooling and development",
        "Work",
    ]
    assert len(groups) == 6
    assert "GDP per head: 9,567 US$ of 2015 (2024)" in body


def test_lines_break_where_figures_lie_more_than_three_years_apart() -> None:
    years = (2000, 2004, 2005, 2008, 2012)
    rows = [observation(year=y, value=1.0, survey="MICS", status="E") for y in years]
    image = b64decode(spark(rows, "model", "#000").partition(",")[2]).decode()
    (line,) = re.findall(r'<polyline points="([^"]+)"', image)
    assert len(line.split()) == 3
    assert image.count('r="1.5"') == 2 and image.count('r="3"') == 1


def test_the_calendar_of_brazil(held: Answers) -> None:
    lines = {one.line.key: one for one in calendar(held("BRA"))}
    assert list(lines["child_labour"].states) == [2015, 2022]
    assert lines["victims"].states[2009] == "suppressed"
    assert lines["victims"].states[2023] == "reported"
    assert lines["modern_slavery"].states == {2016: "estimated", 2021: "estimated"}
    assert lines["convicted"].latest() == 2013


def test_one_survey_under_two_years_is_one_square(held: Answers) -> None:
    """Ghana's survey of 2012-13 stands under 2012 and 2013 in two tables."""
    lines = {one.line.key: one for one in calendar(held("GHA"))}
    assert list(lines["child_labour"].states) == [2012, 2018, 2022]


def test_the_cards_of_brazil_answer_and_count(held: Answers) -> None:
    found = held("BRA")
    section = sources_section(found, EN, this_year=2026)
    exists, sources = section.cards
    assert exists.key == "availability" and section.key == "sources"
    assert exists.title == "Latest child labour survey: 2022; latest count of convictions: 2013"
    count = len(used_sources(found))
    assert sources.title == f"{count} sources stand behind this page"
    assert sources.body.count("<cite") == count
    assert sources.csv == "api/v1/observations.csv?area=BRA"


def test_what_holds_no_figure_says_so_in_words(held: Answers) -> None:
    body = sources_section(held("TUV"), EN, this_year=2026).cards[0].body
    row = row_of(body, "Modern slavery rate, 2018 edition")
    assert re.search(r"\d", row.replace("2018 edition", "")) is None
    assert " no no " not in row
    assert "no figure held" in body
    lines = calendar(held("TUV"))
    assert len(lines) == 6
    assert {"child_labour", "modern_slavery", "victims"} <= {one.line.key for one in lines}


def test_a_section_without_charts_folds_on_a_phone_but_the_first(held: Answers) -> None:
    html = sections_html(sections(held("TUV")), EN)
    assert html.count("section-fold") == 3
    assert len(re.findall(r'<details class="section-fold[^>]*data-fold="narrow"', html)) == 2
