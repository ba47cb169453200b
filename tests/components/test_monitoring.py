"""The view of the monitoring framework and its file: words, views, sexes, absences, columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from html import unescape

import pytest

from components.monitoring.files import COLUMNS, framework_csv
from components.monitoring.lines import Row, row_of
from components.monitoring.page import Links, monitoring_html
from components.monitoring.places import GLYPHS
from components.wording import LANGUAGES, Wording, wording
from data import store
from data.example import example_area
from data.framework_facts import framework_facts
from data.methods.framework.catalogue import framework
from data.methods.framework.cells import cells
from data.methods.framework.said import VIEWS, FrameworkFacts
from data.records import FrameworkValue, Priority
from tests.components.ui.test_foreign_words import foreign_words, unmarked
from tests.factories import NEPAL

EN = wording("en")
LINKS = Links("country?iso3=NPL", "pathfinders")
PATHFINDER = replace(NEPAL, pathfinder="pathfinder")
CODE = "prevalence.child_labour.sna_5_17"
CAMPAIGNS = "commitment.child_labour.policy.campaigns"
STATED = FrameworkValue(
    *("NPL", CODE, "proportion", "2023", "T", "reported", "12.5", "PERCENT", ""),
    *("2026-11-01", "Questionnaire 2026", "https://example.org/report"),
)


def facts_of(code: str, language: str = "en") -> FrameworkFacts:
    return framework_facts(None, store.reference(language).areas[code], language)


def html_of(facts: FrameworkFacts, words: Wording = EN) -> str:
    return monitoring_html(facts, words, LINKS)


def rows_of(facts: FrameworkFacts, code: str, words: Wording = EN) -> Row:
    about = framework()[code]
    return row_of(about, [c for c in cells(facts) if c.indicator is about], facts, words)


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"(?s)<[^>]*>", " ", html)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_framework_has_its_words(language: str) -> None:
    texts = wording(language).texts
    wanted = [f"framework.{code}.{part}" for code in framework() for part in ("name", "about")]
    wanted += [f"framework_who.{who}" for one in framework().values() for who in one.who]
    wanted += [
        f"framework_part.{part.code}"
        for one in framework().values()
        for part in one.parts
        if part.code
    ]
    wanted += [f"framework_view.{view}" for view in VIEWS]
    assert [key for key in wanted if not str(texts.get(key, "")).strip()] == []
    assert list(GLYPHS) == list(VIEWS) and len(set(GLYPHS.values())) == len(VIEWS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_shown_whole(store_url: str, language: str) -> None:
    assert store_url
    words = wording(language)
    for area in store.reference(language).countries:
        html = html_of(framework_facts(None, area, language), words)
        heads = re.findall(r'<th scope="row" rowspan="\d+" id="([a-z0-9_.]+)">', html)
        shown = set(framework()) - set(heads)
        assert shown <= {"implementation.customized.priorities"}, area.code
        assert html.count("<caption>") == html.count("<table") >= 9
        assert "None" not in text_of(html)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("area", ["MEX", "MWI", "CIV", "ALB", "IND", "TUV"])
def test_no_english_stands_unmarked(store_url: str, language: str, area: str) -> None:
    assert store_url
    html = html_of(facts_of(area, language), wording(language))
    texts = unmarked(html, language)
    assert len(texts) > 200
    assert {text: words for text in texts if (words := foreign_words(text, language))} == {}


def test_a_line_says_value_year_view_source_and_page(store_url: str) -> None:
    assert store_url
    line, stated, number, missing = rows_of(facts_of("MEX"), CODE).lines
    assert (line.label, line.value, line.year) == ("Proportion:", "4.3\u202f%", "2022")
    assert line.small == ("Girls: 2.6\u202f%, Boys: 5.9\u202f%",)
    assert (line.view, line.source) == ("international agency", "UNICEF, child labour")
    assert line.page == "https://data.unicef.org/topic/child-protection/child-labour/"
    assert (stated.value, stated.year) == ("4\u202f%", "year not stated")
    assert stated.small == ("children at work aged 5-14; the report does not date the survey",)
    assert number.label == "Number:" and not number.missing
    assert missing.missing
    assert missing.value == "Number: not reported · could be reported by: statistics office"


def test_victims_are_never_said_to_be_prevalence(store_url: str) -> None:
    assert store_url
    facts = facts_of("MWI")
    victims = rows_of(facts, "prevalence.forced_labour.victims_identified")
    assert victims.caution == "Counts what authorities detected, not how many are affected."
    assert [line.value for line in victims.lines] == ["0"]
    data = rows_of(facts, "commitment.trafficking.measurement.available").lines[0]
    assert data.small == ("detected victims are counted; this is no prevalence",)


def test_an_estimate_is_called_a_model_and_a_region_is_no_country(store_url: str) -> None:
    assert store_url
    rate, _number, region, _sector = rows_of(
        facts_of("IND"), "prevalence.forced_labour.estimates"
    ).lines
    assert (rate.value, rate.small) == ("8.0 per 1,000", ("estimate, modelled",))
    assert rate.view == "model of Walk Free, a private foundation"
    assert "a figure of the region, not of the country: Asia and the Pacific" in region.small[0]


def test_a_survey_is_said_by_its_year_and_not_by_its_figure(store_url: str) -> None:
    assert store_url
    facts = facts_of("MWI")
    held = {
        which: rows_of(facts, f"commitment.child_labour.measurement.{which}").lines[0].value
        for which in ("survey", "latest", "frequency")
    }
    assert held == {"survey": "2014", "latest": "2020", "frequency": "2 survey years, 2014–2020"}


def test_a_position_that_is_none_says_up_to_when_it_is_known(store_url: str) -> None:
    assert store_url
    lines = rows_of(facts_of("TUV"), "commitment.child_labour.law.priority_conventions").lines
    c138 = next(line for line in lines if line.label.startswith("C138"))
    assert (c138.value, c138.year) == ("Not ratified", "as of 2023")
    assert c138.checked == "read 11 May 2023"


def test_a_report_stands_first_and_its_own_year_before_replaces_nothing_of_others() -> None:
    older = replace(STATED, year="2020", value="14")
    dol = replace(STATED, view="usdol", value="20", year="2021", source_title="Findings")
    girls = replace(STATED, sex="F", value="11")
    facts = FrameworkFacts(PATHFINDER, framework_values=(older, dol, girls, STATED))
    lines = rows_of(facts, CODE).lines
    assert [(line.value, line.year, line.glyph) for line in lines[:2]] == [
        ("12.5\u202f%", "2023", "◆"), ("20\u202f%", "2021", "▲"),
    ]  # fmt: skip
    assert lines[0].small == ("Female: 11\u202f%",)
    assert lines[0].view == "reported by the government" and lines[2].missing
    assert "1 of 110 answers are known; 1 of them" in text_of(html_of(facts))


@pytest.mark.parametrize(
    ("language", "fold"), [("en", "2 questions"), ("fr", "2 questions"), ("ar", "سؤالان (2)")]
)
def test_several_questions_of_one_body_open_in_place(language: str, fold: str) -> None:
    asked = [
        replace(
            STATED, indicator="commitment.forced_labour.law.recruitment", part="", unit="",
            view="walk_free", value=value, note=f"walk_free_asked:{code}", source_title=code,
        )
        for code, value in (("M4221", "yes"), ("M4222", "no"))
    ]  # fmt: skip
    facts = FrameworkFacts(PATHFINDER, framework_values=tuple(asked))
    [line] = rows_of(facts, asked[0].indicator, wording(language)).lines
    assert line.fold.replace("\u2066", "").replace("\u2069", "") == fold
    assert len(line.folded) == 2 and line.small == ()
    assert html_of(facts, wording(language)).count('<details class="monitor-fold">') == 1


def test_a_text_of_a_report_is_never_markup_and_has_no_year_of_ours() -> None:
    said = replace(
        STATED, indicator=CAMPAIGNS, part="", year="", value="<b>Red card</b>", unit="",
        page="", source_title="<i>Form</i>",
    )  # fmt: skip
    facts = FrameworkFacts(PATHFINDER, framework_values=(said,))
    [line] = rows_of(facts, CAMPAIGNS).lines
    assert (line.value, line.year) == ("<b>Red card</b>", "year not stated")
    html = html_of(facts)
    assert "<b>Red" not in html and "<i>Form" not in html and "&lt;b&gt;Red card" in html


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [("yes", "", "Yes"), ("0", "COUNT", "0"), ("1.2", "PERCENT_GDP", "1.2 % of GDP"),
     ("2500000", "MWK", "2,500,000 MWK"), ("about ten", "", "about ten")],
)  # fmt: skip
def test_a_stated_value_is_shown_as_stated(value: str, unit: str, shown: str) -> None:
    said = replace(STATED, value=value, unit=unit)
    facts = FrameworkFacts(PATHFINDER, framework_values=(said,))
    assert rows_of(facts, CODE).lines[0].value == shown


def test_a_count_of_children_at_work_stands_beside_and_is_no_answer() -> None:
    at_work = replace(STATED, view="usdol", value="866293", part="number", unit="PERSONS",
                      note="children_at_work:5-14", year="")  # fmt: skip
    facts = FrameworkFacts(PATHFINDER, framework_values=(at_work,))
    row = rows_of(facts, CODE)
    assert [line.missing for line in row.lines] == [False, True]
    assert row.lines[1].value.startswith("Proportion, Number: not reported")
    assert "0 of 110 answers are known" in text_of(html_of(facts))
    held = [(one["value"], one["status"]) for one in file_of(facts) if one["part"] == "number"][:2]
    assert held == [("", "not_reported"), ("866293", "beside")]


def test_priorities_stand_with_objective_date_and_indicator() -> None:
    one = Priority("R.1", "NPL", "R", 1, "Data", "Know more", "2027", page="https://p.org",
                   source_title="Plan")  # fmt: skip
    html = html_of(FrameworkFacts(PATHFINDER, priorities=(one,)))
    table = html[html.index("monitor-priorities") :]
    assert text_of(table[: table.index("</table>")]).endswith(
        "Data Plan Know more 2027 not reported"
    )
    assert "implementation.customized.priorities" not in html
    assert "implementation.customized.priorities" in html_of(FrameworkFacts(PATHFINDER))


def test_the_made_up_country_says_that_it_is_one_and_offers_no_file_of_itself() -> None:
    html = html_of(FrameworkFacts(example_area("Exampleland")))
    assert "nothing on this page is a fact" in html
    assert "area=XEX" not in html and "Monitoring framework: Exampleland" in html


# --- the file ------------------------------------------------------------------------------------


def file_of(*facts: FrameworkFacts, withheld: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(framework_csv(facts, withheld)))))


def test_a_question_that_nobody_answered_has_a_row_too() -> None:
    rows = file_of(FrameworkFacts(PATHFINDER))
    assert len(rows) == 130 and tuple(rows[0]) == COLUMNS
    assert {row["status"] for row in rows} == {"not_reported"}
    assert rows[0]["who_could_report"] == "statistics_office" and rows[0]["part"] == "proportion"
    assert (rows[0]["value"], rows[0]["view"], rows[0]["area_name"]) == ("", "", "Nepal")


def test_every_answer_is_a_row_and_no_text_can_start_a_formula() -> None:
    bad = replace(STATED, value="=1+1", source_title="@x", unit="", note="+y")
    row = file_of(FrameworkFacts(PATHFINDER, framework_values=(STATED, bad)))
    first, second = row[:2]
    assert (first["value"], first["status"], first["view"]) == ("12.5", "reported", "reported")
    assert (first["year"], first["unit"], first["checked"]) == ("2023", "PERCENT", "2026-11-01")
    assert (second["value"], second["source_title"], second["note"]) == ("'=1+1", "'@x", "'+y")


def test_a_withheld_figure_says_where_it_stands_and_is_not_passed_on(store_url: str) -> None:
    assert store_url
    facts = facts_of("MEX")
    rows = file_of(facts, withheld=frozenset({"WALK_FREE_GSI_2023", "NORMLEX"}))
    [rate] = [row for row in rows if row["part"] == "national_rate"]
    assert (rate["value"], rate["status"], rate["year"]) == ("", "withheld", "2021")
    assert rate["source"] == "WALK_FREE_GSI_2023" and rate["page"].startswith("https://")
    [c182] = [row for row in rows if row["part"] == "c182"]
    assert (c182["value"], c182["view"]) == ("ratified", "treaty")


def test_rows_of_the_file_and_of_the_page_are_of_the_same_cells(store_url: str) -> None:
    assert store_url
    facts = facts_of("IND")
    rows = file_of(facts)
    found = cells(facts)
    questions = sum(not any(not one.beside for one in cell.said) for cell in found)
    assert len(rows) == sum(len(cell.said) for cell in found) + questions
    assert {(row["indicator"], row["part"]) for row in rows} == {
        (cell.indicator.code, cell.part.code) for cell in found
    }
    natures = {row["nature"] for row in rows if row["source"] == "WALK_FREE_GSI_2023"}
    assert natures == {"estimated"}
