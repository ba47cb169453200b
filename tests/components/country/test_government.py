"""Government response and roadmap: what is known, what is not, and whose view it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from components.country.answers import CountryAnswers
from components.country.enforcement import runs_text
from components.country.government import government_section
from components.country.law import latest_facts
from components.country.notes import note_text
from components.country.roadmap import roadmap_section
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.records import (
    Action,
    Area,
    Instrument,
    LegalFact,
    Mechanism,
    Ratification,
    Resource,
    Roadmap,
    Source,
    Stage,
    SuggestedAction,
)

EN = wording("en")
LIGHT = PALETTES["light"]
TODAY = date(2026, 11, 21)
PAGE = "https://example.org/page"
INSTRUMENTS = {
    code: Instrument(code, "ILO", f"Name of {code}", code, 1999, "child_labour", PAGE, order)
    for order, code in enumerate(("C182", "C138", "C081", "C129"))
}
SOURCE = Source(
    "ILAB_FINDINGS", "A department", "Findings", PAGE, "2022", "", "", "yes", "A department (2022)"
)


def stands(code: str, status: str, when: str = "", note: str = "") -> Ratification:
    return Ratification(code, "NPL", status, when, "", note, "ILAB_FINDINGS", PAGE)


def fact(topic: str, year: int, value: str, conforms: str, unit: str = "") -> LegalFact:
    return LegalFact("NPL", topic, year, value, unit, "", conforms, "", "ILAB_FINDINGS", PAGE)


def action(status: str, due: str = "") -> Action:
    return Action(
        f"NPL-{status}",
        "NPL",
        "action",
        "legislation",
        "",
        due,
        status,
        "",
        "page",
        "",
        {"en": "Do it"},
        {"en": "Said so"},
        "A page",
        PAGE,
    )


RICH = CountryAnswers(
    area=Area("NPL", "country", "Nepal", pathfinder="pathfinder"),
    sources={"ILAB_FINDINGS": SOURCE},
    instruments=INSTRUMENTS,
    ratifications={
        "C182": stands("C182", "ratified", "2002-01-03"),
        "C138": stands("C138", "ratified"),
        "C081": stands(
            "C081", "not_ratified", note="Stated as not ratified in the report for 2022."
        ),
    },
    legal_facts=(
        fact("minimum_age_work", 2022, "14", "yes", "YEARS"),
        fact("minimum_age_work", 2016, "13", "no", "YEARS"),
        fact("child_trafficking_prohibition", 2022, "no", "no"),
        fact("enforcement_complaint_mechanism", 2022, "yes", "not_applicable"),
        fact("mechanism_policy", 2022, "yes", "not_applicable"),
        fact("advancement_level", 2022, "moderate_advancement", "not_applicable"),
    ),
    mechanisms=(Mechanism("NPL", "policy", "A plan", "2018", "2028", "", "ILAB_FINDINGS", PAGE),),
    suggested_actions=(
        SuggestedAction(
            "NPL",
            "hazardous_work_list",
            "legal_framework",
            (2016, 2017, 2022),
            3,
            "ILAB_FINDINGS",
            PAGE,
        ),
    ),
    stages=(Stage("NPL", "workshop", "2019-02-07", {"en": "Held."}, "A page", PAGE),),
    roadmaps=(
        Roadmap("NPL-r", "NPL", "2019", "2028", "", {"en": "Plan"}, {}, {"en": ("law", "data")}),
    ),
    actions=(action("completed"), action("no_evidence", "2030")),
    resources=(
        Resource("R", "NPL", "35380", "USD", "2023", "", "A fund", {"en": "Money"}, "", PAGE),
    ),
)
EMPTY = CountryAnswers(area=Area("TUV", "country", "Tuvalu"), instruments=INSTRUMENTS)


def body(answers: CountryAnswers, key: str, language: str = "en") -> str:
    words = wording(language)
    sections = (
        government_section(answers, words, LIGHT),
        roadmap_section(answers, words, LIGHT, today=TODAY),
    )
    return next(c.body for section in sections for c in section.cards if c.key == f"country-{key}")


def test_every_instrument_stands_with_its_date_its_no_or_that_we_do_not_know() -> None:
    html = body(RICH, "ratifications")
    assert "3 January 2002" in html
    assert EN.t("government.date_unknown") in html
    assert "Not ratified" in html and "in the report for 2022" in html
    assert EN.t("government_label.ratification_absent") in html
    assert html.count('<th scope="row">') == len(INSTRUMENTS)
    card = government_section(RICH, EN, LIGHT).cards[0]
    assert card.sentence == "Of 4 instruments, we know the position on 3; 2 of these are ratified."


def test_nothing_known_is_never_called_not_ratified() -> None:
    html = body(EMPTY, "ratifications")
    assert "Not ratified" not in html
    assert html.count(EN.t("government_label.ratification_absent")) == len(INSTRUMENTS)


def test_the_law_shows_the_latest_year_of_each_source_against_the_standard() -> None:
    html = body(RICH, "law")
    assert "14 years" in html and "13 years" not in html
    assert "✓" in html and "✕" in html
    assert EN.t("legal_topic.minimum_age_work.standard") in html
    assert "enforcement" not in html and "Advancement" not in html
    card = government_section(RICH, EN, LIGHT).cards[1]
    assert card.sentence == "Entries below that meet the standard: 1; that do not: 1; not known: 0."
    assert len(latest_facts(RICH.legal_facts)) == 5


def test_one_government_view_is_labelled_so() -> None:
    label = EN.t("government_label.ilab_view")
    cards = {card.key: card for card in government_section(RICH, EN, LIGHT).cards}
    for key in ("country-suggestions", "country-advancement", "country-practice"):
        assert cards[key].sentence == label
    assert "2016–2017, 2022" in cards["country-suggestions"].body
    assert "Moderate advancement" in cards["country-advancement"].body


def test_missing_facts_give_sentences_and_no_empty_tables() -> None:
    cards = {card.key: card for card in government_section(EMPTY, EN, LIGHT).cards}
    assert cards["country-law"].sentence == EN.t("government.no_law")
    assert cards["country-enforcement"].sentence == EN.t("government.no_enforcement")
    assert cards["country-mechanisms"].sentence == EN.t("government.no_mechanism")
    assert "country-suggestions" not in cards and "country-advancement" not in cards


def test_the_roadmap_of_a_pathfinder_opens_every_action_to_its_page() -> None:
    keys = [card.key for card in roadmap_section(RICH, EN, LIGHT, today=TODAY).cards]
    assert keys == [
        "country-roadmap-progress",
        "country-roadmap-actions",
        "country-roadmap-plans",
        "country-roadmap-stages",
        "country-roadmap-resources",
    ]
    progress = body(RICH, "roadmap-progress")
    assert "1 of 2 listed actions and targets completed" in progress
    assert "<strong>2028</strong>" in progress and "<strong>2030</strong>" in progress
    assert EN.t("pathfinders.curated") in progress
    assert body(RICH, "roadmap-actions").count(PAGE) == 2
    assert "35,380 USD" in body(RICH, "roadmap-resources")


def test_another_country_is_told_how_to_become_one_and_how_to_report() -> None:
    (card,) = roadmap_section(EMPTY, EN, LIGHT, today=TODAY).cards
    assert card.key == "country-how-to-report"
    assert card.body.count("<li>") == len(EN.several("how_to_report.steps"))
    candidate = replace(RICH, area=Area("COG", "country", "Congo", pathfinder="candidate"))
    keys = [card.key for card in roadmap_section(candidate, EN, LIGHT, today=TODAY).cards]
    assert keys[0] == "country-roadmap-progress" and keys[-1] == "country-how-to-report"


@pytest.mark.parametrize(("answers", "language"), list(product((RICH, EMPTY), LANGUAGES)))
def test_sections_stand_in_every_language(answers: CountryAnswers, language: str) -> None:
    words = wording(language)
    for section in (
        government_section(answers, words, LIGHT),
        roadmap_section(answers, words, LIGHT, today=TODAY),
    ):
        assert section.title and section.lead and section.cards
        for card in section.cards:
            assert card.body or card.sentence
            assert card.chart is None


def test_notes_of_a_known_form_are_worded_and_others_stay_english() -> None:
    assert note_text("Signed 1990-01-26.", wording("fr")) == ("signé\u00a0: 26 janvier 1990", "")
    assert note_text("Year only; the day is not known to us.", EN) == ("", "")
    assert note_text("Something else.", EN) == ("", "Something else.")


def test_years_in_a_row_are_joined() -> None:
    assert runs_text((2014, 2016, 2017, 2018, 2022)) == "2014, 2016–2018, 2022"
