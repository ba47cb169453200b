"""The government's section of every area of the store, in every language, from the real facts."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection, Engine

from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary, law_points
from components.country.parts.notes import note_text
from components.country.sections.government import government_section
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.queries import areas, figures, government


@pytest.fixture(scope="module")
def everywhere(engine: Engine) -> list[CountryAnswers]:
    """What the store knows of law and government, area by area; without figures."""
    with engine.connect() as connection:
        return _everywhere(connection)


def _everywhere(connection: Connection) -> list[CountryAnswers]:
    sources = figures.sources(connection)
    instruments = government.instruments(connection)
    return [
        CountryAnswers(
            area=area,
            sources=sources,
            instruments=instruments,
            ratifications=government.ratifications(connection, area.code),
            legal_facts=tuple(government.legal_facts(connection, area.code)),
            mechanisms=tuple(government.mechanisms(connection, area.code)),
            suggested_actions=tuple(government.suggested_actions(connection, area.code)),
        )
        for area in areas.areas(connection, "en").values()
        if area.kind in {"country", "territory"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_of_every_area_stands(everywhere: list[CountryAnswers], language: str) -> None:
    words, palette = wording(language), PALETTES["light"]
    assert len(everywhere) == 250
    for answers in everywhere:
        for card in government_section(answers, words, palette).cards:
            assert card.body or card.sentence, answers.area.code
            if card.key == "country-ratifications":
                assert card.body.count('class="law-name"') == len(instruments_summary(answers)[3])
                assert card.body.count("law-mark law-yes") == instruments_summary(answers)[0]
            if card.key == "country-law":
                shown = card.body.split("<details")[0]
                meets, fails, _ = law_points(answers)
                marks = re.findall(r"law-mark law-(\w+)", shown)
                assert (marks.count("yes"), marks.count("no")) == (meets, fails)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_note_is_left_in_english(everywhere: list[CountryAnswers], language: str) -> None:
    words = wording(language)
    facts = [
        fact
        for answers in everywhere
        for fact in (*answers.ratifications.values(), *answers.legal_facts, *answers.mechanisms)
    ]
    left = {note_text(note, words)[1] for note in {fact.note for fact in facts}}
    assert left == {""}


def test_france_kosovo_and_tuvalu_say_what_is_known(everywhere: list[CountryAnswers]) -> None:
    found = {answers.area.code: answers for answers in everywhere}
    assert instruments_summary(found["XKX"])[:2] == (0, 0)
    assert instruments_summary(found["FRA"])[:3] == (14, 15, ("ICMW",))
    assert instruments_summary(found["TUV"])[:2] == (4, 13)
    assert instruments_summary(found["BRA"])[:3] == (14, 16, ("ICMW", "C129"))
    assert dict(instruments_summary(found["MYS"])[3])["C105"] == "denounced"
    assert dict(instruments_summary(found["MEX"])[3])["P029"] == "ratified"
    assert law_points(found["TUV"]) == (8, 2, 2022)
    assert law_points(found["NPL"]) == (7, 5, 2022)
    assert law_points(found["BRA"]) == (9, 3, 2022)
