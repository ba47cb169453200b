"""Forced labour on the country page: counts first, models marked as such, goods by edition."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection, select

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.listed_goods import EDITIONS, PARTLY_SEEN
from components.country.parts.missing import Gap
from components.country.sections.forced_labour import (
    forced_labour_section,
    missing_lines,
)
from components.theme import PALETTES
from components.wording import wording
from data.methods.selection import headlines, representative
from data.records import ListedGood
from data.schema import listed_good
from tests.components.country.held import Described, answers_of, described, rows_of_all
from tests.components.country.test_sections import answers
from tests.factories import words

LIGHT = PALETTES["light"]
EN = wording("en")


@pytest.fixture
def known(connection: Connection) -> Described:
    return described(connection, "en")


def cards(connection: Connection, code: str, known: Described) -> dict[str, Card]:
    section = forced_labour_section(answers_of(connection, code, known), EN)
    return {card.key.removeprefix("country-fl-"): card for card in section.cards}


def text(card: Card) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", card.body))


@pytest.mark.parametrize(
    ("code", "titles"),
    [
        (
            "BRA",
            {
                "victims": "732 in 2022; all victims reported that year: 539",
                "goods": "25 goods listed, 6 of them for forced labour",
            },
        ),
        (
            "NPL",
            {"victims": "42 in 2020", "goods": "4 goods listed, all of them for forced labour"},
        ),
        (
            "GHA",
            {
                "victims": "0 in 2020, as for every form, beside a total of 504",
                "goods": "11 goods listed, 2 of them for forced labour",
            },
        ),
        (
            "DEU",
            {
                "victims": "195 in 2023, after 1,019 in 2022",
                "editions": "≈\u202f0.56 per 1,000 people in 2021: a model, not official",
            },
        ),
        ("XKX", {"editions": "≈\u202f8.0 per 1,000 people in 2021: a model, not official"}),
        ("HTI", {"victims": "0 in 2020; no total is published for that year"}),
        (
            "ATG",
            {"victims": "0 in 2020; no total is published for that year"},
        ),
        (
            "JOR",
            {"victims": "31 in 2022", "goods": "No good listed in 2022; 1 in 2014"},
        ),
        ("TUV", {}),
    ],
)
def test_what_leads_each_card(
    connection: Connection, known: Described, code: str, titles: dict[str, str]
) -> None:
    found = {key: card.title for key, card in cards(connection, code, known).items()}
    assert found == titles


def test_editions_are_open_marks_in_rows_of_their_own(
    connection: Connection, known: Described
) -> None:
    card = cards(connection, "BRA", known)["victims"]
    told = text(card)
    for row in (
        "Edition 2023, for 2021 ≈ 5.0 1.05 million",
        "Edition 2018, for 2016 ≈ 1.8 369 thousand",
        "Edition 2016, for 2016 ≈ 0.8 161 thousand",
        "Americas (ILO) ≈ 3.5 3.60 million",
        "World (ILO) ≈ 3.5 27.6 million",
    ):
        assert row in told
    marks = re.findall(r'class="plot-mark ([^"]*)"', card.body)
    assert marks == ["shape-circle hollow"] * 3 + ["shape-diamond hollow"] * 2
    assert "plot-lines" not in card.body and "not official" in told


def test_the_edition_in_percent_stands_on_the_axis_and_keeps_its_own_figure(
    connection: Connection, known: Described
) -> None:
    card = cards(connection, "BRA", known)["victims"]
    assert 'title="Edition 2016, for 2016: 0.08\u202f%"' in card.body
    assert 'title="Edition 2023, for 2021: 4.954716682434082 per 1,000' in card.body
    assert card.table is not None
    cells = {cell for row in card.table.rows for cell in row}
    assert {"0.08\u202f%", "732 persons"} <= cells


def test_models_are_not_in_the_download_and_it_is_said(
    connection: Connection, known: Described
) -> None:
    for code in ("BRA", "DEU", "XKX"):
        told = " ".join(card.sentence for card in cards(connection, code, known).values())
        assert "not in the download" in told


def test_impossible_counts_are_starred_and_told(connection: Connection, known: Described) -> None:
    card = cards(connection, "BRA", known)["victims"]
    assert re.search(r'look-hatched"[^>]*title="2022: 732 persons"', card.body)
    assert ">732*</span>" in card.body and card.body.count(">0*</span>") == 3
    assert "* Zero in every form of exploitation beside a published total: 2018–2020." in (
        card.sentence
    )


def check_official(found: CountryAnswers, cards: tuple[Card, ...]) -> None:
    """An official count heads the English section; without anything to say it has no card."""
    counts = found.series("TIP_VICTIMS")
    measure = headlines()["forced_labour_victims"]
    official = representative(measure, counts.observations if counts else ())
    said = official is not None or not missing_lines(found, EN) or bool(found.goods)
    assert bool(cards) == said, found.area.code
    if official is not None and official.row.value is not None:
        begins = f"{official.row.value:,.0f} in {official.row.year}"
        assert cards[0].title.startswith(begins), found.area.code


def test_an_official_count_and_a_model_speak_apart(
    connection: Connection, known: Described
) -> None:
    """What each country's section says of it: tests/components/ui/test_every_country.py."""
    counts = rows_of_all(connection, "TIP_VICTIMS", known)
    rates = rows_of_all(connection, "WF_MODERN_SLAVERY_2023_RATE", known)
    measures = headlines()
    both = [
        code
        for code in known.countries
        if representative(measures["forced_labour_victims"], counts[code]) is not None
        and representative(measures["modern_slavery"], rates[code]) is not None
    ]
    assert len(both) > 100


def test_what_is_missing_names_who_could_provide_it(
    connection: Connection, known: Described
) -> None:
    assert missing_lines(answers_of(connection, "TUV", known), EN) == (
        Gap(
            "Forced labour",
            "No estimate of 2016, 2018 or 2023",
            "The national statistical office, with a survey by the ILO's guidelines of 2018",
        ),
    )
    assert missing_lines(answers_of(connection, "BRA", known), EN) == ()


# ------------------------------------------------------------------ goods


def good(code: str, edition: int, child: str = "yes", forced: str = "no") -> ListedGood:
    return ListedGood(
        "NPL", code, "MANUFACTURING", child, forced, edition, "UNSD", "https://www.dol.gov", ""
    )


def goods_of(*goods: ListedGood) -> Card:
    section = forced_labour_section(answers(goods=goods), words("en"))
    return next(card for card in section.cards if card.key == "country-fl-goods")


def test_the_first_edition_held_is_not_when_listing_began() -> None:
    always = [good("BRICKS", edition, forced="yes") for edition in EDITIONS]
    card = goods_of(*always, good("CARPETS", 2020), good("CARPETS", 2022))
    assert card.title == "2 goods listed, 1 of them for forced labour"
    assert "child labour, forced labour; in every edition held (2014–2022)" in text(card)
    assert "Carpets child labour; in the editions of 2020, 2022" in text(card)
    assert card.sentence.startswith("In every edition held (2014–2022): 1 of them.")
    assert card.table is not None and [row[0] for row in card.table.rows] == ["Bricks", "Carpets"]


def test_one_good_and_none_for_forced_labour_have_words_of_their_own() -> None:
    assert goods_of(good("BRICKS", 2022)).title == "1 good listed: child labour"
    two = goods_of(good("BRICKS", 2022), good("CARPETS", 2022))
    assert two.title == "2 goods listed, none of them for forced labour"


def test_marks_have_words_for_those_who_cannot_see_them(
    connection: Connection, known: Described
) -> None:
    card = cards(connection, "BRA", known)["goods"]
    assert "Cattle (child labour, forced labour)" in text(card)
    assert re.search(r"2014 2016 2018 2020 2022 2024 16 16 24 24 25 25", text(card))


def test_the_editions_are_those_of_the_store(connection: Connection) -> None:
    held = connection.scalars(select(listed_good.c.edition).distinct())
    assert tuple(sorted(held)) == (*EDITIONS, PARTLY_SEEN)


def test_the_edition_of_2024_is_told_apart_for_those_that_were_and_were_not_seen() -> None:
    before = [good("BRICKS", edition) for edition in EDITIONS]
    unseen, seen = goods_of(*before), goods_of(*before, good("BRICKS", PARTLY_SEEN))
    assert "The edition of 2024 was not seen for this country." in unseen.sentence
    assert "The edition of 2024 is read from the country’s own page" in seen.sentence.replace(
        "'", "’"
    )
    assert seen.sentence.startswith("All stand in every edition held (2014–2024).")
