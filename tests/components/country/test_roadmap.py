"""The roadmap of a country's page: rule of origin, dates, folds, reports, other countries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.brief import brief
from components.country.parts.roadmap_dates import dates_ahead, ended_plans
from components.country.parts.tiles import tiles
from components.country.sections.roadmap import roadmap_section
from components.theme import PALETTES
from components.ui.country import answers as stored_answers
from components.wording import LANGUAGES, wording
from data.example import example_area
from tests.components.country.ledger import ANSWERS, BARE, ITEMS, OTHER, PLAN, item

EN = wording("en")
LIGHT = PALETTES["light"]
TODAY = date(2026, 11, 21)


def cards(answers: CountryAnswers, language: str = "en") -> dict[str, Card]:
    """The cards of the section by their keys."""
    section = roadmap_section(answers, wording(language), LIGHT, today=TODAY)
    return {card.key: card for card in section.cards}


def fold(card: Card, anchor: str) -> str:
    """What one fold of a card holds."""
    return card.body.partition(f'id="{anchor}"')[2].partition("</details>")[0]


def test_the_heading_counts_items_of_the_roadmap_and_says_the_others_apart() -> None:
    assert cards(ANSWERS)["country-roadmap"].title == (
        "0 of 5 items of the roadmap completed; 2 measures on other pages"
    )
    assert cards(BARE)["country-roadmap"].title == "No item of a roadmap is known"


def test_both_bodies_have_a_ring_that_opens_to_the_rows_it_counts() -> None:
    body = cards(ANSWERS)["country-roadmap"].body
    assert body.count("data:image/svg+xml;base64") == 2
    assert body.index("Reported by the government") < body.index("Reviewed")
    assert 'href="#roadmap-items"' in body and 'id="roadmap-items"' in body


def test_every_anchor_of_the_card_is_on_the_card() -> None:
    for answers in (ANSWERS, BARE, OTHER):
        for card in cards(answers).values():
            for anchor in re.findall(r'href="#(roadmap[^"]*)"', card.body):
                assert f'id="{anchor}"' in card.body, anchor


def test_what_is_overdue_stands_first_and_says_how_far_it_is() -> None:
    card = cards(ANSWERS)["country-roadmap"]
    passed = card.body.partition(EN.t("roadmap.passed"))[2].partition("<h4>")[0]
    assert re.findall(r"<b>(\d+)</b>", passed) == ["2023", "2024"]
    assert "limited progress" in passed and "not started" in passed
    rows = re.findall(r'<th scope="row"><bdi>(Item \d)', fold(card, "roadmap-items"))
    assert rows[0] == "Item 3" and sorted(rows) == [f"Item {n}" for n in range(1, 6)]
    folds = re.findall(r'<details class="fold" id="([^"]+)">', card.body)
    assert folds == [
        "roadmap-items",
        "roadmap-targets",
        "roadmap-elsewhere",
        "roadmap-plans",
        "roadmap-stages",
        "roadmap-resources",
    ]
    assert "Item 6" in fold(card, "roadmap-elsewhere")
    assert "Item 6" not in fold(card, "roadmap-items")


def test_dates_ahead_are_those_of_roadmaps_of_policies_and_of_money() -> None:
    ahead = [(one.date, str(one.what)) for one in dates_ahead(ANSWERS, EN, TODAY)]
    assert ahead[:2] == [
        ("2027", "End of the plan: A policy ahead"),
        ("2028", "Money stated until then: Money"),
    ]
    assert ahead[-1] == ("2030", "End of the plan: The plan")
    assert not [what for _, what in ahead if "again" in what or "committee" in what]


def test_plans_whose_period_is_over_say_so() -> None:
    over = replace(ANSWERS, roadmaps=(replace(PLAN, end="2025-06"),))
    assert [(one.date, str(one.what)) for one in ended_plans(over, EN, TODAY)] == [
        ("2025-06", "The plan"),
        ("2014", "A policy of old"),
    ]
    card = cards(over)["country-roadmap"]
    said = fold(card, "roadmap-plans")
    assert [line.count(EN.t("pathfinders.ended")) for line in said.split("<strong")[1:]] == [
        1,
        0,
        0,
        1,
    ]


def test_cote_divoire_shows_the_dates_of_its_own_plan(store_url: str) -> None:
    assert store_url
    found = stored_answers(None, "CIV", "en")
    ahead = {(one.date, str(one.what)) for one in dates_ahead(found, EN, TODAY)}
    assert (
        "2029",
        "End of the plan: Fourth national plan against trafficking, exploitation and labour of "
        "children",
    ) in ahead
    assert any("165.643 billion" in what for when, what in ahead if when == "2029")
    assert EN.t("pathfinders.no_next") not in cards(found)["country-roadmap"].body
    french = stored_answers(None, "CIV", "fr")
    named = [str(one.what) for one in dates_ahead(french, wording("fr"), TODAY)]
    assert (
        "Fin du plan\u00a0: Quatrième plan national de lutte contre la traite, l’exploitation et "
        "le travail des enfants"
    ) in named


def test_two_measures_of_one_governments_findings_are_no_ring(store_url: str) -> None:
    assert store_url
    card = cards(stored_answers(None, "ALB", "en"))["country-roadmap"]
    assert card.title == "No item of a roadmap is known; 2 measures on other pages"
    assert "data:image/svg+xml" not in card.body


def test_reports_are_listed_and_their_answers_stand_as_written() -> None:
    card = cards(ANSWERS)["country-reports"]
    assert card.title == "Reports known to us: 1; the latest came in on 1 February 2026"
    assert (
        'by <bdi lang="und">Ministry of Labour</bdi>' in card.body
        and "written in: Nepali" in card.body
    )
    said = fold(card, "answers-NPL-q-2025")
    assert EN.t("reporting.questions.highlights", country="Nepal") in unescape(said)
    assert '<dd lang="ne" dir="auto">' in said
    assert "<b>काम</b> भयो" in unescape(said) and "<b>काम" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pathfinder_is_told_how_to_report_with_its_forms(language: str) -> None:
    card = cards(BARE, language)["country-reports"]
    for address in (
        f"api/v1/questionnaire.xlsx?area=NPL&amp;lang={language}",
        f"api/v1/workshop-report.docx?area=NPL&amp;lang={language}",
        "monitoring?iso3=NPL",
    ):
        assert f'href="{address}' in card.body
    assert 'id="how-to-report"' in card.body


def test_another_country_is_told_how_to_become_one() -> None:
    (card,) = roadmap_section(OTHER, EN, LIGHT, today=TODAY).cards
    assert card.title == EN.t("roadmap.none")
    assert fold(card, "how-to-report").count("<li>") == len(EN.several("how_to_report.steps"))
    assert 'href="api/v1/workshop-report.docx?area=IND&amp;lang=en"' in card.body
    assert "questionnaire" not in card.body
    for said in ("no_survey", "no_law", "no_plan"):
        assert EN.t(f"becoming.{said}") in card.body


def test_what_is_known_of_another_country_is_what_it_can_build_on(store_url: str) -> None:
    assert store_url
    (card,) = cards(stored_answers(None, "IND", "en")).values()
    facts = re.findall(r'<li><a href="(#[a-z-]+)">([^<]+)</a>', card.body)
    assert [place for place, _ in facts] == ["#child-labour", "#government", "#government"]
    assert facts[0][1] == "Newest survey of child labour held: 2024"
    assert facts[1][1].startswith("Party to ")
    assert "Samagra Shiksha" in card.body


def test_nothing_of_the_made_up_country_is_in_a_download() -> None:
    made_up = replace(ANSWERS, area=example_area("Exampleland"))
    assert cards(made_up)["country-roadmap"].csv == ""
    assert cards(ANSWERS)["country-roadmap"].csv == "api/v1/actions.csv?area=NPL"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [ANSWERS, BARE, OTHER], ids=["full", "bare", "other"])
def test_the_section_stands_in_every_language(answers: CountryAnswers, language: str) -> None:
    section = roadmap_section(answers, wording(language), LIGHT, today=TODAY)
    assert section.title and section.lead and section.cards
    assert all(card.body for card in section.cards)


def test_the_tile_and_the_sentence_follow_the_rule() -> None:
    tile = tiles(ANSWERS, EN, today=TODAY)[-1]
    assert (tile.number, tile.unit) == ("0", "of 5")
    assert tile.strip_label == "2 measures on other pages"
    assert brief(ANSWERS, EN)[-1] == (
        "Items of its roadmap: 5, of them completed: 0, without public evidence: 0 "
        "(2 measures on other pages)."
    )
    few = tiles(replace(ANSWERS, actions=ITEMS[:2]), EN, today=TODAY)[-1]
    assert few.number == "–" and few.strip == ""
    assert few.what == "items of a roadmap known: 2, of them completed: 0"
    none = tiles(replace(ANSWERS, actions=ITEMS[5:7]), EN, today=TODAY)[-1]
    assert none.what == "no item of a roadmap is known"
    assert brief(replace(ANSWERS, actions=ITEMS[5:7]), EN)[-1] == (
        "No item of its roadmap is known (2 measures on other pages)."
    )


def test_money_is_told_item_by_item_and_silence_is_not_zero() -> None:
    paid = (
        item(1, allocated="100", disbursed="40", currency="USD"),
        item(2, allocated="50", currency="USD"),
        item(3),
    )
    table = fold(cards(replace(ANSWERS, actions=paid))["country-roadmap"], "roadmap-money")
    rows = [re.sub(r"<[^>]+>", "|", row) for row in table.split("<tr>")[2:]]
    assert "100 USD" in rows[0] and "40 USD" in rows[0] and "60 USD" in rows[0]
    assert rows[1].count(EN.t("roadmap.not_stated")) == 2
    assert rows[2].count(EN.t("roadmap.not_stated")) == 3


def test_a_step_out_of_order_bears_its_caution() -> None:
    confirmed = replace(ANSWERS.stages[0], stage="status_confirmed", date="2018-01-01")
    early = replace(ANSWERS, stages=(*ANSWERS.stages, confirmed))
    body = cards(early)["country-roadmap"].body
    told = EN.t(
        "stage_caution.status_before_workshop",
        stage=EN.t("pathfinders.stage_short.status_confirmed"),
    )
    assert told in unescape(body) and EN.t("pathfinders.caution") in body
    assert EN.t("pathfinders.caution") not in cards(ANSWERS)["country-roadmap"].body


def test_a_confirmed_pathfinder_owes_the_report_on_the_last_full_year() -> None:
    confirmed = replace(ANSWERS.stages[0], stage="status_confirmed", date="2020-01-01")
    owing = replace(BARE, stages=(confirmed,))
    assert "The report on 2025 is awaited." in cards(owing)["country-reports"].body
    came = replace(owing, reports=ANSWERS.reports)
    assert "is awaited" not in cards(came)["country-reports"].body


def test_priorities_of_a_report_stand_without_a_plan() -> None:
    (stated,) = ANSWERS.priorities
    loose = replace(ANSWERS, roadmaps=(), mechanisms=(), priorities=(replace(stated, roadmap=""),))
    card = cards(loose)["country-roadmap"]
    assert "<li>Inspection</li>" in card.body.partition("road-track")[0]
    assert "Inspection" in fold(card, "roadmap-plans")
