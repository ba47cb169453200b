"""Government response: what is known, what is not, and whose view it is."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from markupsafe import escape

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary, latest_facts, law_points
from components.country.parts.notes import note_text
from components.country.parts.spark import spark
from components.country.parts.suggestions import open_topics, reports, runs_text
from components.country.sections.government import government_section
from components.numbers import date_text, isolate
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.records import (
    Area,
    Instrument,
    LegalFact,
    Mechanism,
    Ratification,
    Series,
    Source,
    Stage,
    SuggestedAction,
)
from loaders.sources.treaties.codes import ACTIONS
from tests import factories

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


RICH = CountryAnswers(
    area=Area("NPL", "country", "Nepal", pathfinder="pathfinder"),
    sources={"ILAB_FINDINGS": SOURCE},
    instruments=INSTRUMENTS,
    ratifications={
        "C182": stands("C182", "ratified", "2002-01-03"),
        "C138": stands("C138", "ratified"),
        "C081": stands("C081", "not_ratified", note="stated_not_ratified:2022"),
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
    stages=(Stage("NPL", "workshop", "2019-02-07", "Held.", "A page", PAGE),),
)
EMPTY = CountryAnswers(area=Area("TUV", "country", "Tuvalu"), instruments=INSTRUMENTS)


def body(answers: CountryAnswers, key: str, language: str = "en") -> str:
    words = wording(language)
    cards = government_section(answers, words, LIGHT).cards
    return next(card.body for card in cards if card.key == f"country-{key}")


def section(answers: CountryAnswers, language: str = "en") -> dict[str, Card]:
    cards = government_section(answers, wording(language), LIGHT).cards
    return {card.key: card for card in cards}


def test_every_instrument_stands_with_its_year_its_no_or_that_we_do_not_know() -> None:
    card = section(RICH)["country-ratifications"]
    assert card.title == "Party to 2 of 3 instruments of known position"
    words = re.findall(
        r'law-(\w+)" aria-hidden="true"></span><span class="law-name">([^<]+)<', card.body
    )
    assert words == [
        ("yes", "C182 Worst forms"),
        ("yes", "C138 Minimum age"),
        ("no", "C081 Labour inspection"),
        ("unknown", "C129 Farm inspection"),
    ]
    short = re.findall(r'class="law-word" aria-hidden="true">([^<]+)<', card.body)
    assert short == ["2002", "date not known", "not a party", "not known"]
    assert "Party (ratified); 3 January 2002" in card.body


def test_the_instruments_in_full_fold_below_with_dates_notes_and_pages() -> None:
    html = section(RICH)["country-government-more"].body
    assert "3 January 2002" in html
    assert EN.t("government.date_unknown") in html
    assert "stated as not ratified in the report for 2022" in html
    assert EN.t("government_label.ratification_absent") in html
    assert EN.t("instrument.C182.name") in html
    assert html.count(f'href="{PAGE}"') >= len(INSTRUMENTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denunciation_a_signature_and_a_later_effect_are_worded(language: str) -> None:
    words = wording(language)
    held = {
        "C182": stands("C182", "denounced", "1990-01-10", "ratified_on:1958-10-13"),
        "C138": stands("C138", "ratified", "2022-06-13", "in_force_on:2023-06-13"),
        "C081": stands("C081", "signed", "2012-03-01"),
    }
    cards = section(replace(RICH, ratifications=held), language)
    matrix = cards["country-ratifications"].body
    full = cards["country-government-more"].body
    for key, year in (("denounced_in", "1990"), ("signed_in", "2012")):
        assert words.t(f"law.state.{key}", year=isolate(year, words)) in matrix
    for when in ("1990-01-10", "1958-10-13", "2022-06-13", "2023-06-13", "2012-03-01"):
        assert date_text(when, words) in full
    assert words.t("ratification_status.denounced") in full


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_action_of_a_treaty_reads_in_words(action: str, language: str) -> None:
    states = ("denounced",) if action == "denunciation" else ("ratified", "signed", "not_ratified")
    for state in states:
        held = {"C182": replace(stands("C182", state, "1990-01-10"), action=action)}
        html = section(replace(RICH, ratifications=held), language)["country-government-more"].body
        words = wording(language)
        assert date_text("1990-01-10", words) in html
        silent = action in {"ratification", "denunciation"}
        assert silent or str(escape(words.t(f"ratification_action.{action}"))) in html


def test_codes_without_words_cost_their_own_lines_and_never_the_page() -> None:
    answers = replace(
        RICH,
        ratifications={
            "C182": replace(stands("C182", "ratified", "2019-02-31"), action="beknighted"),
        },
        legal_facts=(*RICH.legal_facts, fact("minimum_age_moon", 2022, "waxing", "perhaps")),
        suggested_actions=(replace(RICH.suggested_actions[0], topic="dance", group="joy"),),
    )
    lenient = replace(EN, strict=False)
    cards = {card.key: card for card in government_section(answers, lenient, LIGHT).cards}
    html = "".join(card.body for card in cards.values())
    for code in ("beknighted", "2019-02-31", "minimum_age_moon", "waxing", "dance"):
        assert code in html, code
    assert "Party (ratified)" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_views_of_one_government_say_whose_they_are_and_which_years_were_not_seen(
    language: str,
) -> None:
    words = wording(language)
    views = (
        replace(
            fact("advancement_level", 2023, "moderate_advancement", ""), note="quoted_by:El Sol"
        ),
        replace(fact("tip_tier", 2023, "tier_2_watch_list", ""), note="other_tier_2"),
        fact("walk_free_c189", 2022, "yes", ""),
    )
    body = section(replace(RICH, legal_facts=views), language)["country-government-more"].body
    shown = [
        *(words.t(f"law.{key}") for key in ("tiers", "tier_view", "walk_free", "walk_free_view")),
        words.t("government_label.ilab_view"),
        words.t("legal_value.tier_2_watch_list"),
        words.t("law.note.quoted_by", publisher=isolate("El Sol", words)),
        words.t("law.note.other_tier_2"),
        words.t("legal_topic.walk_free_c189.name"),
    ]
    assert [text for text in shown if str(escape(text)) not in body] == []
    assert body.count(str(escape(words.t("law.not_seen")))) == (11 - 1) + (6 - 1)


def test_the_summary_counts_what_the_matrix_shows() -> None:
    party, known, outside, states = instruments_summary(RICH)
    assert (party, known, outside) == (2, 3, ("C081",))
    assert states == (
        ("C182", "ratified"),
        ("C138", "ratified"),
        ("C081", "not_ratified"),
        ("C129", "unknown"),
    )
    assert instruments_summary(EMPTY)[:3] == (0, 0, ())


def test_the_heading_of_the_law_counts_its_rows() -> None:
    card = section(RICH)["country-law"]
    assert card.title == "1 point meets the standard, 1 does not"
    assert law_points(RICH) == (1, 1, 2022)
    assert card.body.count('class="law-mark law-yes"') == 1
    assert card.body.count('class="law-mark law-no"') == 1
    assert ">14<" in card.body and ">13<" not in card.body
    assert law_points(EMPTY) == (0, 0, None)
    assert len(latest_facts(RICH.legal_facts)) == 5


def test_other_sources_fold_without_a_verdict_of_their_own() -> None:
    old = LegalFact(
        "NPL", "minimum_age_work", 2016, "14_or_15", "", "15", "no", "band", "WORLD_POLICY", PAGE
    )
    card = section(replace(RICH, legal_facts=(*RICH.legal_facts, old)))["country-law"]
    shown, folded = card.body.split("<details")
    assert "14 or 15" not in shown and "14 or 15" in folded
    assert "law-mark" not in folded
    assert "age band read" in folded


def test_no_age_stated_is_never_counted_as_meeting_the_standard() -> None:
    silent = fact("minimum_age_compulsory_recruitment", 2022, "not_stated", "yes")
    answers = replace(RICH, legal_facts=(silent,))
    assert law_points(answers) == (0, 0, 2022)
    card = section(answers)["country-law"]
    assert 'class="law-mark law-unknown"' in card.body
    assert EN.t("legal_conforms.unknown") in card.body


def test_open_topics_come_first_the_longest_repeated_on_top() -> None:
    def topic(name: str, *years: int) -> SuggestedAction:
        return SuggestedAction("NPL", name, "enforcement", years, 1, "ILAB_FINDINGS", PAGE)

    several = (
        topic("light_work_rules", 2014, 2016, 2017),
        topic("hazardous_work_list", 2016, 2022),
        topic("ratify_conventions", 2014, 2016, 2017, 2022),
        topic("minimum_age_hazardous_work", 2014, 2022),
    )
    answers = replace(RICH, suggested_actions=several, legal_facts=())
    assert reports(answers) == (2014, 2016, 2017, 2022)
    assert [one.topic for one in open_topics(answers)] == [
        "ratify_conventions",
        "minimum_age_hazardous_work",
        "hazardous_work_list",
    ]
    card = section(answers)["country-suggestions"]
    assert card.title == "3 topics named in 2022, 1 in every report"
    shown, folded = card.body.split("<details")
    assert 'aria-label="2 of 4 reports: 2014, 2022"' in shown
    assert shown.count('<i class="on">') == 4 + 2 + 2
    assert EN.t("suggestion.light_work_rules") in folded
    assert EN.t("law.one_view") in card.body


def test_a_topic_named_once_reads_as_one() -> None:
    card = section(RICH)["country-suggestions"]
    assert card.title.startswith("1 topic named in 2022")


ABOUT = replace(
    factories.INDICATOR,
    code="ILAB_INSPECTORS",
    theme="government",
    unit="PERSONS",
    short="Labour inspectors",
    method="administrative",
)


def inspectors(*figures: tuple[int, float | None]) -> Series:
    rows = [
        factories.observation(
            indicator="ILAB_INSPECTORS", year=year, value=value, unit="PERSONS", survey=""
        )
        for year, value in figures
    ]
    return factories.series(*rows, indicator=ABOUT)


@pytest.mark.parametrize(
    ("figures", "heading"),
    [
        (((2016, 12.0), (2022, 11.0)), "Labour inspectors: 11 in 2022, 12 in 2016"),
        (((2022, 0.0),), "Labour inspectors: 0 in 2022"),
        (((2020, 4.0), (2022, None)), "Labour inspectors: 4 in 2020; no figure for 2022"),
        (((2022, None),), "No figure on labour inspectors"),
    ],
)
def test_inspection_says_the_newest_count_and_the_first(
    figures: tuple[tuple[int, float | None], ...], heading: str
) -> None:
    answers = replace(RICH, figures={"ILAB_INSPECTORS": inspectors(*figures)})
    card = section(answers)["country-enforcement"]
    assert card.title == heading
    assert card.body.count('<th scope="row">') == 6
    assert EN.t("law.no_figure") in card.body


def test_counts_at_most_three_years_apart_are_one_line() -> None:
    def lines(*years: int) -> int:
        rows = inspectors(*((year, 1.0) for year in years)).observations
        image = spark(rows, "administrative", "#000000", apart=3)
        return b64decode(image.partition(",")[2]).count(b"<polyline")

    assert lines(2016, 2017, 2020, 2022) == 1
    assert lines(2012, 2013, 2017, 2018) == 2
    assert lines(2012, 2016) == 0


def test_one_government_view_is_labelled_so() -> None:
    html = section(RICH)["country-government-more"].body
    assert html.count(str(escape(EN.t("government_label.ilab_view")))) == 2
    assert "Moderate advancement" in html
    assert 'id="country-practice"' in html and 'id="country-advancement"' in html


def test_missing_facts_give_lines_and_no_empty_tables() -> None:
    cards = section(EMPTY)
    assert set(cards) == {"country-government-more"}
    html = cards["country-government-more"].body
    for key in ("law.no_position", "government.no_law", "government.no_enforcement",
                "government.no_mechanism"):  # fmt: skip
        assert str(escape(EN.t(key))) in html
    assert "<table" not in html and EN.t("ratification_status.not_ratified") not in html


def test_a_card_whose_twin_has_nothing_takes_the_whole_row() -> None:
    cards = section(replace(RICH, legal_facts=()))
    assert cards["country-ratifications"].wide
    assert "country-law" not in cards
    assert not section(RICH)["country-ratifications"].wide


@pytest.mark.parametrize(("answers", "language"), list(product((RICH, EMPTY), LANGUAGES)))
def test_sections_stand_in_every_language(answers: CountryAnswers, language: str) -> None:
    words = wording(language)
    section = government_section(answers, words, LIGHT)
    assert section.title and section.lead and section.cards
    for card in section.cards:
        assert card.body or card.sentence


def test_notes_are_worded_and_what_is_none_stays_as_it_stands() -> None:
    assert note_text("signed:1990-01-26", wording("fr")) == ("signé\u00a0: 26 janvier 1990", "")
    two = "not_ilo_page | other_state:ILAB_FINDINGS:ratified"
    assert note_text(two, EN)[0] == (
        "weaker evidence: not a page of the ILO; "
        "a report of the US Department of Labor says: ratified"
    )
    assert note_text("publisher_note:In part.", EN) == ("", "In part.")
    assert note_text("Something else.", EN) == ("", "Something else.")
    assert note_text("signed:some day", EN) == ("", "signed")
    assert note_text("other_date:NOBODY:1990", EN) == ("", "other_date")


def test_years_in_a_row_are_joined() -> None:
    assert runs_text((2014, 2016, 2017, 2018, 2022), EN) == "2014, 2016–2018, 2022"
    assert runs_text((2014, 2016, 2017), wording("ar")) == (
        "\u20662014\u2069، \u20662016–2017\u2069"
    )
