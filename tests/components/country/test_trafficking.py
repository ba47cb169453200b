"""Trafficking on the country page: the published total speaks, parts never do."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection, func, select

from components import numbers
from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.country.page import balanced
from components.country.parts.missing import Gap
from components.country.parts.tiles import years_counted
from components.country.parts.yearly_counts import LAST_YEAR
from components.country.sections.trafficking import (
    missing_lines,
    trafficking_section,
    victims_spoken,
)
from components.markup import render
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.methods.selection import headlines, representative
from data.records import Observation
from data.schema import observation as stored
from tests.components.country.held import Described, answers_of, described, rows_of_all

LIGHT = PALETTES["light"]
EN = wording("en")


@pytest.fixture
def known(connection: Connection) -> Described:
    return described(connection, "en")


def cards(connection: Connection, code: str, known: Described, language: str = "en"):
    section = trafficking_section(answers_of(connection, code, known), wording(language))
    return {card.key.removeprefix("country-tip-"): card for card in section.cards}


def text(card: Card) -> str:
    """A card's body without its tags, hovers left out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", card.body))


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("BRA", "371 in 2023, after 539 in 2022"),
        ("NPL", "211 in 2021, after 187 in 2020"),
        ("GHA", "821 in 2021, after 504 in 2020"),
        ("BFA", "1,532 in 2021, after 1,560 in 2020"),
        ("KEN", "283 in 2018, after 352 in 2017"),
        ("PRI", "<5 in 2023: the exact count is withheld"),
        ("HTI", "No total is published; parts only"),
    ],
)
def test_the_total_is_the_heading(
    connection: Connection, known: Described, code: str, title: str
) -> None:
    assert cards(connection, code, known)["victims"].title == title


def totals(answers: CountryAnswers) -> list[Observation]:
    series = answers.series("TIP_VICTIMS")
    return [
        row
        for row in (series.observations if series else ())
        if (row.dimension, row.sex, row.age) == ("_T", "T", "_T")
    ]


def check_heading(answers: CountryAnswers, section: Section, language: str) -> None:
    """The heading of the section is the newest total, where there is one."""
    valued = [row for row in totals(answers) if row.value is not None]
    spoken = victims_spoken(answers)
    if not valued:
        assert spoken is None
        return
    newest = max(valued, key=lambda row: row.year)
    assert spoken is not None and spoken.row == newest
    title = section.cards[0].title.replace("\u2066", "").replace("\u2069", "")
    number = {"en": ",", "fr": "\u202f", "ar": ","}[language]
    if newest.value is not None and newest.value < 10_000:
        assert title.startswith(f"{newest.value:,.0f}".replace(",", number)), answers.area.code
    assert str(newest.year) in title, answers.area.code


def test_in_170_areas_a_total_speaks(connection: Connection) -> None:
    """That it heads the section, in every language: tests/components/ui/test_every_country.py."""
    known, measure = described(connection, "en"), headlines()["trafficking_victims"]
    found = rows_of_all(connection, "TIP_VICTIMS", known)
    assert len(found) == 250
    assert sum(representative(measure, rows) is not None for rows in found.values()) == 170


def test_what_cannot_be_true_is_told_with_its_figures(
    connection: Connection, known: Described
) -> None:
    assert cards(connection, "NPL", known)["victims"].sentence.startswith(
        "* Parts that cannot be true beside the published total: 2021: 294 by sex, total 211; "
        "2020: 1,372 by sex, 2,023 by age, total 187; 4 more years in the table."
    )
    madagascar = cards(connection, "MDG", known)["victims"]
    assert "2021: 767 own nationals, total 27" in madagascar.sentence
    assert ">27*</span>" in madagascar.body


def test_parts_larger_than_the_whole_are_not_drawn(
    connection: Connection, known: Described
) -> None:
    brazil = text(cards(connection, "BRA", known)["victims"])
    assert "By citizenship, 2023" in brazil and "By sex" not in brazil
    nepal = text(cards(connection, "NPL", known)["victims"])
    assert "By form, 2020 Forced labour 42 Sexual exploitation 47 Other forms" in nepal
    assert "1,372" not in nepal and "767" not in text(cards(connection, "MDG", known)["victims"])


def forms_of(connection: Connection, known: Described, code: str, language: str = "en") -> str:
    """The row of a country's bar by form, as HTML."""
    body = cards(connection, code, known, language)["victims"].body
    rows = body.split('<div class="parts-row">')[1:]
    return next(row for row in rows if f"{wording(language).t('country.parts.form')}" in row)


def test_lines_without_names_are_added_where_it_is_proved(
    connection: Connection, known: Described
) -> None:
    venezuela = forms_of(connection, known, "VEN")
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", venezuela)).startswith(" By form, 2022 ")
    assert "Other forms of exploitation <b" in venezuela and ">61</b>" in venezuela
    assert "adds 3 published lines without names; the published parts by age" in venezuela
    colombia = forms_of(connection, known, "COL")
    assert ">at least 52</b>" in colombia and "within 2% of the published total" in colombia


@pytest.mark.parametrize(("code", "sentence"), [
    ("MEX", "Not separable: “Other forms of exploitation” is published on 3 lines without names"),
    ("NPL", "with the 4 lines of “Other forms of exploitation” the forms add up to 260, more than"),
])  # fmt: skip
def test_forms_that_cannot_be_told_apart_are_hatched_and_not_stacked(
    connection: Connection, known: Described, code: str, sentence: str
) -> None:
    row = forms_of(connection, known, code)
    assert re.findall(r'<i class="tone-(\w*)" style="inline-size:([\d.]+)%', row) == [
        ("rest", "100.0")
    ]
    assert sentence in row and "flt-key" not in row
    assert "not stated" not in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_what_is_not_separable(
    connection: Connection, known: Described, language: str
) -> None:
    words = wording(language)
    form = words.t("category.form.OTHER_FORMS")
    said = words.t("separable.not_separable", form=form, count=numbers.number(3, words))
    assert said in forms_of(connection, known, "MEX", language)


def test_columns_are_cut_by_age_only_where_both_ages_add_up(
    connection: Connection, known: Described
) -> None:
    body = cards(connection, "NPL", known)["victims"].body
    assert 'title="2021, children: 83 persons"' in body
    assert "2020, children" not in body
    assert re.search(r'look-hatched"[^>]*title="2020: 187 persons"', body)


def test_a_year_with_nothing_is_a_dash_and_a_suppressed_one_its_mark(
    connection: Connection, known: Described
) -> None:
    body = cards(connection, "NPL", known)["victims"].body
    assert 'title="2015: not reported"' in body and 'title="2023: not reported"' in body
    ghana = cards(connection, "GHA", known)["chain"].body
    assert ghana.count(">&lt;5</span>") == 3
    assert 'title="2017: &lt;5 (suppressed by the publisher)"' in ghana


def test_a_total_of_low_reliability_is_hatched_and_told(
    connection: Connection, known: Described
) -> None:
    card = cards(connection, "MEX", known)["victims"]
    assert "Of low reliability: the total of 2015." in card.sentence
    assert re.search(r'look-hatched"[^>]*title="2015: 2,015 persons \(low reliability\)', card.body)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("BRA", "47 suspects in formal contact in 2023; last convictions reported for 2013"),
        ("NPL", "180 suspects in formal contact in 2021; last convictions reported for 2020"),
        ("GHA", "11 persons prosecuted in 2017; <5 convicted in 2017"),
    ],
)
def test_the_stages_say_their_newest_figures(
    connection: Connection, known: Described, code: str, title: str
) -> None:
    card = cards(connection, code, known)["chain"]
    assert card.title == title
    assert card.strength is not None and card.strength.glyph == "half"
    assert "no row is a share of the row above" in card.sentence


def test_the_table_holds_every_part_of_every_year(connection: Connection, known: Described) -> None:
    series = answers_of(connection, "NPL", known).series("TIP_VICTIMS")
    table = cards(connection, "NPL", known)["victims"].table
    assert series is not None and table is not None
    assert table.columns[:3] == ("Persons counted", "2022", "2021")
    rows = {row[0]: row[1:] for row in table.rows}
    assert len(rows) == len(table.rows)
    assert rows["All persons"][:3] == ("–", "211", "187")
    assert rows["Form of exploitation: Forced labour, Men and boys, 0–17 years"][2] == "<5"
    filled = sum(cell != "–" for row in rows.values() for cell in row)
    assert filled == len(series.observations)


def test_years_counted_are_the_ten_newest_of_the_edition(
    connection: Connection, known: Described
) -> None:
    newest = connection.scalar(
        select(func.max(stored.c.year)).where(stored.c.indicator.like("TIP_%"))
    )
    assert newest == LAST_YEAR
    nepal = dict(years_counted(answers_of(connection, "NPL", known)))
    assert list(nepal) == list(range(2014, 2024))
    assert [year for year, state in nepal.items() if state == "reported"] == [
        2014,
        *range(2016, 2022),
    ]
    assert nepal[2022] == "nothing"
    assert dict(years_counted(answers_of(connection, "PRI", known)))[2023] == "suppressed"
    tuvalu = years_counted(answers_of(connection, "TUV", known))
    assert {state for _, state in tuvalu} == {"nothing"} and len(tuvalu) == 10


def test_what_is_missing_names_who_could_provide_it(
    connection: Connection, known: Described
) -> None:
    tuvalu = answers_of(connection, "TUV", known)
    assert trafficking_section(tuvalu, EN).cards == ()
    assert missing_lines(tuvalu, EN) == (
        Gap(
            "Trafficking victims",
            "No count for any year since 2003",
            "National authorities, in UNODC's yearly questionnaire",
        ),
    )
    assert missing_lines(answers_of(connection, "NPL", known), EN) == ()
    haiti = missing_lines(answers_of(connection, "HTI", known), EN)
    assert [gap.detail for gap in haiti] == ["Parts only, no total for any year"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_needs_a_script(connection: Connection, language: str) -> None:
    known = described(connection, language)
    for code in ("BRA", "NPL", "IND", "PAK", "DEU", "XKX"):
        section = balanced(
            trafficking_section(answers_of(connection, code, known), wording(language))
        )
        for card in section.cards:
            assert card.body
            assert render("card_head.html", card=card, t=wording(language).t)
