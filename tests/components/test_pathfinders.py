"""Stages, actions, next dates, events and files of the pathfinder way, on small facts."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from components.charts.enlarge import enlarged
from components.charts.timeline import KIND_SIGNS, timeline
from components.pathfinders.actions import action_lines, action_table, period, sum_line
from components.pathfinders.files import ACTION_COLUMNS, actions_csv, events_csv
from components.pathfinders.next_dates import next_dates
from components.pathfinders.rows import PathfinderFacts, rows_html
from components.pathfinders.stages import STAGES, reached, steps
from components.theme import PALETTES
from components.timeline.choice import (
    DEFAULT_KINDS,
    EVERYTHING,
    KINDS,
    Choice,
    chosen_events,
    csv_address,
    read_choice,
)
from components.timeline.ratification_events import ratification_events
from components.timeline.table import event_table
from components.wording import LANGUAGES, wording
from data.records import Action, Area, Completion, Event, Ratification, Roadmap, Stage
from tests import factories

EN, AR = wording("en"), wording("ar")
LIGHT = PALETTES["light"]
TODAY = date(2026, 11, 21)
AREAS = {
    "NPL": Area("NPL", "country", "Nepal", region="M49_142", pathfinder="pathfinder"),
    "MWI": Area("MWI", "country", "Malawi", region="M49_002", pathfinder="pathfinder"),
    "COG": Area("COG", "country", "Congo", region="M49_002", pathfinder="candidate"),
    "NOR": Area("NOR", "country", "Norway", region="M49_150"),
    "M49_142": Area("M49_142", "region", "Asia"),
    "M49_002": Area("M49_002", "region", "Africa"),
    "WLD": Area("WLD", "world", "World"),
}

SHOWN_AS = {"today": TODAY, "lanes": {"NPL": "Asia"}, "names": {"NPL": "Nepal"}}


def an_action(code: str = "NPL-01", status: str = "limited", **more: str) -> Action:
    fields = {
        "priority": "legislation",
        "start": "2019",
        "due": "",
        "origin": "page",
        "responsible": "Ministry of Labour",
        "text": "Align the <law>",
        "source_title": "A page",
        "page": "https://example.org/a",
        "status_date": "",
        "basis": "A law was drafted",
        "status_page": "https://example.org/a",
    } | more
    return factories.action(code=code, status=status, **fields)


def a_stage(stage: str, when: str = "", area: str = "NPL") -> Stage:
    return Stage(area, stage, when, "Said so.", "A page", "https://example.org/s")


def an_event(
    code: str = "E1", kind: str = "workshop", when: str = "2019-02-07", **more: str
) -> Event:
    fields = {"end": "", "area": "NPL", "place": "Kathmandu", "state": "held"} | more
    return Event(code=code, kind=kind, date=when, title="A workshop", **fields)


def test_all_five_stages_stand_and_an_unseen_one_says_so() -> None:
    stages = [
        a_stage("workshop", "2019-02-07"),
        a_stage("workshop", "2018-11"),
        a_stage("status_confirmed"),
    ]
    made = steps(stages, EN)
    assert [step.code for step in made] == list(STAGES)
    assert [step.reached for step in made] == [False, True, False, True, False]
    assert [step.when for step in made] == [
        "not seen",
        "November 2018",
        "not seen",
        "date not stated",
        "not seen",
    ]
    assert reached(stages) == {"workshop", "status_confirmed"}


def test_a_named_roadmap_without_a_stated_adoption_is_not_called_unseen() -> None:
    plan = Roadmap("BRA-roadmap-2025", "BRA", "2025", "2030", "", "", "", "")
    assert steps([], EN, [plan])[2].when == EN.t("pathfinders.named")
    assert not steps([], EN, [plan])[2].reached


def test_actions_keep_status_basis_and_both_pages() -> None:
    actions = [
        an_action("NPL-02", "no_evidence"),
        an_action("NPL-01", "completed", status_page="https://example.org/b", due="2028"),
    ]
    first, last = action_lines(actions, EN)
    assert (first.code, first.symbol, first.status_word) == ("NPL-01", "●", "Completed")
    assert first.pages == ("https://example.org/a", "https://example.org/b")
    assert first.when == "2019–2028"
    assert (last.symbol, last.basis) == ("▨", "A law was drafted")


def test_texts_are_escaped_and_the_rule_stands_above_the_table() -> None:
    html = action_table([an_action()], "Listed", EN, LIGHT)
    assert "Align the &lt;law&gt;" in html and "<law>" not in html
    assert EN.t("pathfinders.rule")[:40] in html
    assert "https://example.org/a" in html
    assert action_table([], "Listed", EN, LIGHT) == ""


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2019", "2021", "2019–2021"),
        ("2019", "2019", "2019"),
        ("2019-02", "", "from February 2019"),
        ("", "2030", "by 2030"),
        ("", "", "no date stated"),
    ],
)
def test_a_period_says_what_is_stated(start: str, end: str, text: str) -> None:
    assert period(start, end, EN) == text


def test_next_dates_are_ahead_stated_and_not_of_completed_actions() -> None:
    actions = [
        an_action("A", due="2025"),
        an_action("B", due="2026"),
        an_action("C", due="2026-10"),
        an_action("D", "completed", due="2030"),
        an_action("E"),
    ]
    plans = [Roadmap("P", "NPL", "2020", "2028", "", "Plan", "", "")]
    found = next_dates(actions, plans, EN, TODAY)
    assert [one.date for one in found] == ["2026", "2028"]
    assert found[1].what == "End of the plan: Plan"
    assert next_dates([an_action()], [], EN, TODAY) == ()


def test_the_sum_counts_and_never_turns_unknown_into_nothing() -> None:
    html = sum_line(
        [Completion("NPL", 1, 0, 2, no_evidence=4), Completion("MWI", no_evidence=3)], EN, LIGHT
    )
    assert "Actions and targets listed: 10, in 2 countries. Completed: 1." in html
    assert "No public evidence: 7" in html
    assert "pf-part-no_evidence" in html and "pf-part-substantial" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_for_each_chosen_country_with_ring_and_link(language: str) -> None:
    words = wording(language)
    facts = PathfinderFacts(
        AREAS,
        {"NPL": [a_stage("workshop", "2019-02-07")], "MWI": []},
        {},
        {},
        {"NPL": [an_action()]},
    )
    assert [area.code for area in facts.countries()] == ["COG", "MWI", "NPL"]
    assert [area.code for area in facts.countries("M49_002")] == ["COG", "MWI"]
    assert [area.code for area in facts.countries("", "workshop")] == ["NPL"]
    assert [area.code for area in facts.regions] == ["M49_002", "M49_142"]
    chosen = facts.countries()
    hrefs = {area.code: f"country?iso3={area.code}" for area in chosen}
    html = rows_html(facts, chosen, words, LIGHT, today=TODAY, hrefs=hrefs)
    assert html.count('class="pf-row"') == 3
    assert html.count("data:image/svg+xml;base64,") == 3
    assert 'href="country?iso3=NPL"' in html
    assert html.count(words.t("pathfinders.nothing_listed")) >= 2
    assert rows_html(facts, [], words, LIGHT, today=TODAY, hrefs={}).count("pf-row") == 0


def test_a_choice_is_read_from_an_address_and_refusals_are_named() -> None:
    regions, areas = ("M49_142",), ("NPL",)
    chosen, refused = read_choice(
        {"area": "NPL", "kind": "workshop,launch", "from": "2018", "to": "2020"},
        regions=regions,
        areas=areas,
    )
    assert chosen == Choice("", "NPL", ("workshop", "launch"), 2018, 2020)
    assert refused == ()
    assert csv_address(chosen) == (
        "api/v1/events.csv?area=NPL&kind=workshop,launch&from=2018&to=2020"
    )
    odd = {"region": "X", "kind": "party", "from": "1066", "to": "²"}
    chosen, refused = read_choice(odd, regions=regions, areas=areas)
    assert chosen == Choice() and chosen.kinds == DEFAULT_KINDS
    assert [one.parameter for one in refused] == ["region", "kind", "from", "to"]
    _, refused = read_choice({"from": "2025", "to": "2020"}, regions=regions, areas=areas)
    assert [one.parameter for one in refused] == ["from"]


def test_events_are_chosen_by_place_kind_and_year_and_target_dates_stay() -> None:
    events = [
        an_event("late", when="2024"),
        an_event("undated", when=""),
        an_event("span", when="2017", end="2019"),
        an_event("elsewhere", area="MWI"),
        an_event("target", "target_date", "2025", area="WLD", state="period"),
        an_event("other", "report"),
    ]
    found = chosen_events(events, Choice(area="NPL", first=2018, last=2025), AREAS)
    assert [event.code for event in found] == ["span", "late", "target", "undated"]
    found = chosen_events(events, Choice(region="M49_002"), AREAS)
    assert [event.code for event in found] == ["elsewhere", "target"]
    assert len(chosen_events(events, EVERYTHING, AREAS)) == len(events)


def test_a_ratification_with_a_date_becomes_an_event_in_every_language() -> None:
    known = [
        Ratification("C182", "NPL", "ratified", "2002", "", "", "NORMLEX", "https://example.org"),
        Ratification("C138", "NPL", "ratified", "", "", "", "NORMLEX", ""),
    ]
    for language in LANGUAGES:
        (made,) = ratification_events(known, {}, {"NPL": f"N-{language}"}, wording(language))
        assert (made.kind, made.date, made.area) == ("ratification", "2002", "NPL")
        assert f"N-{language}" in wording(language).of(made, "title")


def test_the_table_twin_keeps_precision_state_and_undated_events_apart() -> None:
    events = [
        an_event("a", when="2020-03-26", state="postponed", page="https://example.org/p"),
        an_event("b", when="2019-08"),
        an_event("c", when=""),
        an_event("d", area="WLD"),
    ]
    html = event_table(events, AREAS, EN)
    assert "26 March 2020" in html and "August 2019" in html
    assert "○</span> Postponed" in html
    assert "Kathmandu, Nepal" in html and "Kathmandu, World" not in html
    assert html.index(EN.t("timeline.undated_events")) > html.index(EN.t("timeline.dated"))
    assert EN.t("timeline.undated_events") not in event_table(events[:2], AREAS, EN)
    assert "٢" not in event_table(events, AREAS, AR)


def test_files_have_stable_columns_and_no_formulas() -> None:
    action = an_action(responsible="=HYPERLINK(1)")
    texts = {"en": {}, "fr": {}, "ar": {"action.NPL-01.text": "مواءمة القانون"}}
    rows = list(csv.DictReader(io.StringIO(actions_csv([action], AREAS, texts))))
    assert list(rows[0]) == list(ACTION_COLUMNS)
    assert rows[0]["responsible"] == "'=HYPERLINK(1)"
    assert (rows[0]["area_name"], rows[0]["text_ar"]) == ("Nepal", "مواءمة القانون")
    assert (rows[0]["text_en"], rows[0]["text_fr"]) == ("Align the <law>", "")
    (line,) = csv.DictReader(io.StringIO(events_csv([an_event(area="NPL;MWI")], AREAS, texts)))
    assert (line["area"], line["area_name"], line["state"]) == ("NPL;MWI", "Nepal; Malawi", "held")


def test_a_figure_for_a_projector_is_larger_and_says_the_same() -> None:
    figure = timeline([an_event(), an_event("E2", when="2020")], EN, LIGHT, **SHOWN_AS)
    large = enlarged(figure, 2)
    assert large["layout"]["height"] == 2 * figure["layout"]["height"]
    assert large["layout"]["font"]["size"] == 2 * figure["layout"]["font"]["size"]
    for small, grown in zip(figure["data"], large["data"], strict=True):
        assert (small["x"], small["y"], small["customdata"]) == (
            grown["x"],
            grown["y"],
            grown["customdata"],
        )


def test_kinds_have_markers_of_their_own_and_target_dates_a_label() -> None:
    events = [
        an_event(),
        an_event("G", "gcg_meeting", "2019-07-01"),
        an_event("T", "target_date", "2025", area="WLD", state="period"),
    ]
    figure = timeline(events, EN, LIGHT, **SHOWN_AS)
    markers = {
        trace["marker"]["symbol"][0] for trace in figure["data"] if trace["mode"] == "markers"
    }
    assert markers == {"circle", "diamond"}
    assert "Target date 2025" in [note["text"] for note in figure["layout"]["annotations"]]
    assert set(KIND_SIGNS) == set(KINDS)
