"""Stages, actions, next dates, events and files of the pathfinder way, on small facts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.pathfinders.actions import action_table
from components.pathfinders.addresses import Hrefs, file_address
from components.pathfinders.choice import SHOWS, SORTS, Choice, chosen, counted
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.files import (
    ACTION_COLUMNS,
    OVERDUE_COLUMNS,
    STAGE_COLUMNS,
    STATUS_COLUMNS,
    actions_csv,
    events_csv,
    overdue_csv,
    stages_csv,
    statuses_csv,
)
from components.pathfinders.guide import FOLDS, guide_html
from components.pathfinders.head import asks, head_html, sum_words
from components.pathfinders.line import bars, line
from components.pathfinders.lines import action_lines, grouped_lines, period
from components.pathfinders.next_dates import next_dates
from components.pathfinders.rows import rows_html
from components.pathfinders.stages import STAGES, reached, statements, steps
from components.pathfinders.standing import Standing, standing, standings
from components.theme import PALETTES
from components.timeline.choice import (
    DEFAULT_KINDS,
    EVERYTHING,
    chosen_events,
    events_address,
    read_choice,
)
from components.timeline.choice import Choice as TimelineChoice
from components.timeline.ratification_events import ratification_events
from components.timeline.table import event_table
from components.wording import LANGUAGES, Wording, wording
from data.records import (
    Action,
    Area,
    Event,
    Mechanism,
    Priority,
    Ratification,
    Report,
    Roadmap,
    Stage,
    Status,
)

EN, AR = wording("en"), wording("ar")
LIGHT = PALETTES["light"]
TODAY = date(2026, 11, 21)
CHOICE = Choice()
NO_TEXTS: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
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


def a_status(says: str, status: str, checked: str = "2026-11-21", **more: str) -> Status:
    fields = {"basis": "A law was drafted", "page": "https://example.org/a"} | more
    return Status("NPL-01", says, checked, "NPL", status, **fields)


def an_action(code: str = "NPL-01", status: str = "limited", **more: Any) -> Action:
    """An action whose status is our reading of a page; `said` are statuses instead of that one."""
    said = more.pop("said", None)
    of_status = {
        "source_title": more.pop("status_title", "A page"),
        "page": more.pop("status_page", "https://example.org/a"),
    }
    fields = {
        "area": "NPL",
        "kind": "action",
        "priority": "legislation",
        "start": "2019",
        "due": "",
        "origin": "page",
        "responsible": "Ministry of Labour",
        "source_title": "A page",
        "page": "https://example.org/a",
    } | more
    history = said or (a_status("curated", status, **of_status),)
    history = tuple(replace(one, action=code, area=fields["area"]) for one in history)
    return Action(code=code, text="Align the <law>", history=history, **fields)


def roadmap_items(count: int, status: str = "limited", **more: Any) -> list[Action]:
    return [an_action(f"NPL-{n:02}", status, origin="roadmap", **more) for n in range(1, count + 1)]


def some_facts(actions: Sequence[Action], **more: Any) -> PathfinderFacts:
    by_area: dict[str, list[Action]] = {}
    for one in actions:
        by_area.setdefault(one.area, []).append(one)
    fields: dict[str, Any] = {"stages": {}, "roadmaps": {}, "priorities": {}} | more
    return PathfinderFacts(AREAS, actions=by_area, **fields)


def nepal(actions: Sequence[Action] = (), **more: Any) -> Standing:
    return standing(AREAS["NPL"], some_facts(actions, **more), TODAY)


def shown(facts: PathfinderFacts, choice: Choice = CHOICE, words: Wording = EN) -> str:
    found = standings(facts, TODAY)
    hrefs = Hrefs("country?iso3=", "monitoring?iso3=")
    return rows_html(facts, found, choice, words, LIGHT, today=TODAY, hrefs=hrefs)


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
    assert [step.year for step in made] == ["", "2018", "", "", ""]
    assert [step.mark for step in made] == ["not_seen", "stated", "not_seen", "stated", "not_seen"]
    assert [step.year for step in steps(stages, AR)][0] == ""


def test_a_named_roadmap_without_a_stated_adoption_is_not_called_unseen() -> None:
    plan = Roadmap("BRA-roadmap-2025", "BRA", "2025", "2030", "", "", "", "")
    assert steps([], EN, [plan])[2].when == EN.t("pathfinders.named")
    assert not steps([], EN, [plan])[2].reached


def test_a_step_that_was_postponed_was_not_taken() -> None:
    postponed = replace(a_stage("workshop", "2020-03-26"), state="postponed")
    assert reached([postponed]) == frozenset()
    assert [step.mark for step in steps([postponed], EN)] == ["not_seen"] * 5
    assert statements([postponed], EN)[0].state == "Postponed"
    assert statements([a_stage("workshop")], EN)[0].state == ""


def test_an_action_shows_each_page_by_its_own_title() -> None:
    actions = [
        an_action("NPL-02", "no_evidence"),
        an_action(
            "NPL-01",
            "completed",
            due="2028",
            status_page="https://www.example.org/b",
            status_title="",
        ),
    ]
    first, last = action_lines(actions, EN, TODAY)
    assert (first.code, first.status, first.status_word) == ("NPL-01", "completed", "Completed")
    assert first.links == (
        ("A page", "https://example.org/a"),
        ("example.org", "https://www.example.org/b"),
    )
    assert first.when == "2019–2028" and first.late == ""
    assert (last.status, last.basis) == ("no_evidence", "A law was drafted")


def test_next_steps_stand_below_their_action_and_actions_below_their_priority() -> None:
    priority = Priority("P1", "NPL", "R", 1, "Schools", objective="All go", target_date="2030")
    actions = [
        an_action("NPL-01", "no_evidence", roadmap_priority="P1"),
        an_action("NPL-02", "completed", roadmap_priority="P1"),
        an_action("NPL-03", "completed", kind="next_step", parent="NPL-01"),
        an_action("NPL-04", "completed"),
    ]
    below, apart = grouped_lines(actions, [priority], EN, TODAY)
    assert (below.priority, below.aim) == ("Schools", "All go · by 2030")
    assert [(one.code, one.nested) for one in below.lines] == [
        ("NPL-02", False),
        ("NPL-01", False),
        ("NPL-03", True),
    ]
    assert (apart.priority, [one.code for one in apart.lines]) == ("", ["NPL-04"])


def test_voices_beside_ours_are_named_each() -> None:
    said = (
        a_status("curated", "limited"),
        a_status("reported", "completed"),
        a_status("reviewed", "substantial"),
    )
    (line,) = action_lines([an_action(said=said)], EN, TODAY)
    assert line.status == "substantial"
    assert [(one.who, one.word) for one in line.voices] == [
        (EN.t("status_says.reviewed"), "Substantial progress"),
        (EN.t("status_says.reported"), "Completed"),
        (EN.t("status_says.curated"), "Limited progress"),
    ]
    assert action_lines([an_action()], EN, TODAY)[0].voices == ()


def test_what_is_late_stands_first_and_what_was_said_before_beside_it() -> None:
    said = (
        a_status("curated", "completed", "2026-11-01"),
        a_status("curated", "limited", "2026-11-21"),
    )
    actions = [an_action("A", "completed"), an_action("B", said=said, due="2020")]
    late, done = action_lines(actions, EN, TODAY)
    assert (late.code, late.late, done.late) == ("B", "2020", "")
    assert late.before == "before: Completed (read on 1 November 2026)"
    assert done.before == ""
    assert [one.code for one in action_lines(actions, EN)] == ["A", "B"]


def test_money_and_weight_stand_as_stated() -> None:
    (line,) = action_lines([an_action(allocated="1000", currency="USD", weight="3")], EN, TODAY)
    assert line.money == "allocated 1,000 USD · weight 3"


def test_texts_are_escaped_and_the_rule_stands_above_the_table() -> None:
    html = action_table([an_action(due="2020")], "Listed", EN, LIGHT, today=TODAY)
    assert "Align the &lt;law&gt;" in html and "<law>" not in html
    assert EN.t("pathfinders.rule")[:40] in html
    assert EN.t("pathfinders.late") in html
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


def test_an_end_of_a_national_plan_is_a_next_date() -> None:
    policy = Mechanism("NPL", "policy", "A plan", "2025", "2029", "", "S", "")
    (found,) = next_dates([], [], EN, TODAY, [policy])
    assert (found.date, found.what) == ("2029", "End of the plan: A plan")


@pytest.mark.parametrize(
    ("items", "others", "bars", "words"),
    [
        (0, 0, 0, "none known"),
        (0, 9, 0, "none known"),
        (1, 2, 0, "1 item"),
        (4, 0, 0, "4 items"),
        (5, 9, 1, ""),
    ],
)
def test_a_bar_counts_items_of_a_roadmap_alone_and_from_five_on(
    items: int, others: int, bars: int, words: str
) -> None:
    elsewhere = [
        an_action(f"NPL-9{n}", "completed", origin=("page", "findings", "news")[n % 3])
        for n in range(others)
    ]
    made = line(nepal([*roadmap_items(items), *elsewhere]), EN, LIGHT, TODAY, "x")
    assert (len(made.bars), made.instead) == (bars, words)
    beside = made.elsewhere
    assert (beside.listed if beside else "") == (str(others) if others else "")
    assert beside is None or beside.words == f"Completed: {others}"
    if bars:
        assert made.bars[0].count == "0 of 5" and made.bars[0].who == ""
        assert made.bars[0].words == "Limited progress: 5"


def test_two_bars_where_reported_and_reviewed_both_exist() -> None:
    said = (a_status("reported", "completed"), a_status("reviewed", "limited"))
    reported = (a_status("reported", "completed"),)
    items = [*roadmap_items(3, said=reported), *roadmap_items(2, said=said)]
    found = bars(items, "NPL", EN, LIGHT)
    assert [(one.who, one.count) for one in found] == [
        ("reported", "5 of 5"),
        ("reviewed", "0 of 5"),
    ]
    assert [one.who for one in bars(roadmap_items(5, said=reported), "NPL", EN, LIGHT)] == [""]


def test_what_is_late_ended_awaited_ahead_and_last() -> None:
    one = nepal(
        [an_action("A", due="2025"), an_action("B", due="2019-06"), an_action("C", due="2027")],
        stages={"NPL": [a_stage("status_confirmed", "2020")]},
        roadmaps={"NPL": [Roadmap("R", "NPL", "2019", "2021", "", "Plan", "", "")]},
        policies={
            "NPL": [
                Mechanism("NPL", "policy", "Old", "", "2025", "", "S", ""),
                Mechanism("NPL", "policy", "New", "", "2026", "", "S", ""),
                Mechanism("NPL", "policy", "Open", "2020", "", "", "S", ""),
            ]
        },
        events={"NPL": [an_event(when="2024-05"), an_event("late", when="2030")]},
    )
    assert ([each.code for each in one.late], one.late_since) == (["B", "A"], "2019-06")
    assert (one.dated_plans, one.ended_plans) == (3, 2)
    assert one.next_date == "2026"
    assert one.sign == ("2024-05", "workshop")
    assert one.checked == "2026-11-21"
    assert one.awaited


@pytest.mark.parametrize(
    ("kind", "end", "received", "awaited"),
    [
        ("questionnaire", "2025-12", "2026-03-01", False),
        ("yearly_report", "", "2025-11-30", False),
        ("yearly_report", "2024", "2025-02-01", True),
        ("workshop_report", "2025", "2026-03-01", True),
    ],
)
def test_the_report_on_the_last_full_year_is_awaited(
    kind: str, end: str, received: str, awaited: bool
) -> None:
    report = Report("R", "NPL", kind, "", end, received, "en", "", "A report", "")
    confirmed = {"NPL": [a_stage("status_confirmed", "2020")]}
    assert nepal(stages=confirmed, reports={"NPL": [report]}).awaited is awaited
    assert not nepal(reports={"NPL": []}).awaited, "no status is confirmed"
    new = {"NPL": [a_stage("status_confirmed", "2026-05")]}
    assert not nepal(stages=new).awaited, "the first year is not over"


def test_a_status_that_rests_bears_its_badge_and_a_caution_its_words() -> None:
    stages = [
        a_stage("status_confirmed", "2020-03"),
        a_stage("workshop", "2022-09-28"),
        a_stage("on_hold", "2024"),
    ]
    one = nepal(stages={"NPL": stages})
    made = line(one, EN, LIGHT, TODAY, "x")
    assert made.badges == ("on hold",) and not one.awaited
    assert any("workshop" in words.lower() for words in made.cautions)
    html = shown(some_facts([], stages={"NPL": stages}))
    assert html.count("pf-warned") == len(made.cautions) > 0
    assert 'role="img"' in html
    owing = {"NPL": [a_stage("status_confirmed", "2020")]}
    assert EN.t("pathfinders.awaited", year=2025) in shown(some_facts([], stages=owing))


def test_the_order_is_the_alphabet_or_the_readers() -> None:
    facts = some_facts(
        [
            an_action("A", due="2020"),
            an_action("B", area="MWI", due="2018"),
            an_action("C", area="COG", due="2030"),
        ]
    )
    found = standings(facts, TODAY)

    def order(**asked: str) -> list[str]:
        return [one.area.code for one in chosen(found, Choice(**asked))]

    assert order() == ["COG", "MWI", "NPL"]
    assert order(sort="overdue") == ["MWI", "NPL", "COG"]
    assert order(sort="next") == ["COG", "MWI", "NPL"]
    assert order(show="overdue") == ["MWI", "NPL"]
    assert order(region="M49_142") == ["NPL"]
    assert order(show="ended") == order(show="awaited") == order(stage="workshop") == []
    for sort in SORTS:
        assert sorted(order(sort=sort)) == ["COG", "MWI", "NPL"]
    assert [counted(found, show) for show in SHOWS] == [3, 2, 0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_for_each_chosen_country_in_groups_with_sums(language: str) -> None:
    words = wording(language)
    facts = some_facts(
        [*roadmap_items(6), an_action("NPL-90")],
        stages={"NPL": [a_stage("workshop", "2019-02-07")], "MWI": []},
    )
    assert [area.code for area in facts.countries] == ["COG", "MWI", "NPL"]
    assert [area.code for area in facts.regions] == ["M49_002", "M49_142"]
    html = shown(facts, words=words)
    assert re.findall(r'id="pf-(\w+)"', html) == ["COG", "MWI", "NPL"]
    assert html.count('class="pf-group"') == 2
    assert 'href="country?iso3=NPL"' in html and 'href="monitoring?iso3=NPL"' in html
    # One of the six items of the roadmap, one of the measure on another page.
    assert html.count('class="pf-bar"') == 2
    assert html.count(words.t("pathfinders.others") + "</h4>") == 1
    assert html.count(words.t("pathfinders.instead_full.nothing")) == 4
    assert "pf-group" not in shown(facts, Choice(group="none"), words)
    assert "pf-row" not in shown(facts, Choice(stage="yearly_report"), words)


def test_the_head_counts_items_and_measures_apart() -> None:
    facts = some_facts([*roadmap_items(6, "completed"), an_action("NPL-90", "adopted", due="2020")])
    found = standings(facts, TODAY)
    html = head_html(found, EN, LIGHT, presenting=False)
    assert "6 of 6 known roadmap items completed" in html
    assert "measures named on other pages: 1, of them completed 0, adopted 1" in html
    assert "pf-part-completed" in html and "pf-part-adopted" not in html
    assert sum_words(found, EN) == (
        "3 countries · 6 of 6 roadmap items completed · 1 measure on other pages"
    )
    few = head_html(standings(some_facts(roadmap_items(4)), TODAY), EN, LIGHT, presenting=False)
    assert "4 roadmap items are known to us" in few and "pf-bar" not in few


def test_what_is_late_is_said_first_in_whole_sentences() -> None:
    facts = some_facts([an_action("A", due="2020"), an_action("B", area="MWI", due="2018")])
    said = dict(asks(standings(facts, TODAY), EN))
    assert list(said) == ["overdue", "ended", "awaited"]
    assert said["overdue"] == ("2 actions in 2 countries are past the date that was set for them.")
    assert said["ended"] == "0 of 0 dated plans have ended."


def test_files_are_asked_for_as_of_the_moment_that_is_shown() -> None:
    assert file_address("stages.csv") == "api/v1/stages.csv"
    assert file_address("actions.csv", "3", area="NPL") == "api/v1/actions.csv?area=NPL&as_of=3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_tells_every_tool_of_the_guidance(language: str) -> None:
    html = guide_html([AREAS["NPL"]], wording(language))
    assert html.count("<details") == len(FOLDS) + 1 == 8
    assert f"api/v1/questionnaire.xlsx?area=NPL&amp;lang={language}" in html
    counts = [len(wording(language).several(f"pathfinder_guide.{fold}.items")) for fold in FOLDS]
    assert counts == [9, 4, 8, 8, 8, 3, 8]
    assert html.count("<li>") == sum(counts) + 3 + 1


def test_a_choice_is_read_from_an_address_and_refusals_are_named() -> None:
    regions, areas = ("M49_142",), ("NPL",)
    chosen, refused = read_choice(
        {"area": "NPL", "kind": "workshop,launch", "from": "2018", "to": "2020"},
        regions=regions,
        areas=areas,
    )
    assert chosen == TimelineChoice((), ("NPL",), ("workshop", "launch"), 2018, 2020)
    assert refused == ()
    asked = "area=NPL&kind=workshop,launch&from=2018&to=2020"
    assert events_address(chosen, "csv") == f"api/v1/events.csv?{asked}"
    assert events_address(chosen, "ics", "7") == f"api/v1/events.ics?{asked}&as_of=7"
    odd = {"region": "X", "kind": "party", "from": "1066", "to": "²"}
    chosen, refused = read_choice(odd, regions=regions, areas=areas)
    assert chosen == TimelineChoice() and chosen.kinds == DEFAULT_KINDS
    assert [one.parameter for one in refused] == ["region", "kind", "from", "to"]
    half = {"area": "NPL,ZZZ,NPL", "kind": "party,report"}
    chosen, refused = read_choice(half, regions=regions, areas=areas)
    assert (chosen.areas, chosen.kinds) == (("NPL",), ("report",))
    assert [(one.parameter, one.value) for one in refused] == [("area", "ZZZ"), ("kind", "party")]
    _, refused = read_choice({"from": "2025", "to": "2020"}, regions=regions, areas=areas)
    assert [one.parameter for one in refused] == ["from"]


def test_events_are_chosen_by_place_kind_and_year_and_target_dates_stay() -> None:
    events = [
        an_event("late", when="2024"),
        an_event("undated", when=""),
        an_event("span", when="2017", end="2019"),
        an_event("elsewhere", area="MWI"),
        an_event("of_it", area="M49_002", when="2016"),
        an_event("target", "target_date", "2025", area="WLD", state="period"),
        an_event("other", "action_group"),
    ]
    members = {"M49_002": ("MWI", "COG"), "SAARC": ("NPL",), "ASEAN": ("VNM",)}

    def found_by(choice: TimelineChoice) -> list[str]:
        return [event.code for event in chosen_events(events, choice, members)]

    dated = TimelineChoice(areas=("NPL",), first=2018, last=2025)
    assert found_by(dated) == ["span", "late", "target", "undated"]
    assert found_by(replace(dated, areas=(), regions=("SAARC",))) == found_by(dated)
    assert found_by(TimelineChoice(regions=("M49_002",))) == ["of_it", "elsewhere", "target"]
    assert found_by(TimelineChoice(regions=("ASEAN",))) == ["target"]
    both = TimelineChoice(areas=("NPL",), regions=("M49_002",))
    assert {*found_by(both)} == {event.code for event in events} - {"other"}
    assert len(found_by(EVERYTHING)) == len(events)


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
    html = event_table(events, AREAS, EN, "country?iso3=")
    assert "26 March 2020" in html and "August 2019" in html
    assert "○</span> Postponed" in html
    assert 'Kathmandu, <a href="country?iso3=NPL">Nepal</a>' in html
    assert "Kathmandu, World" not in html
    assert html.index(EN.t("timeline.undated_events")) > html.index(EN.t("timeline.dated"))
    assert EN.t("timeline.undated_events") not in event_table(events[:2], AREAS, EN, "")
    assert "٢" not in event_table(events, AREAS, AR, "")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_files_have_stable_columns_and_no_formulas() -> None:
    action = an_action(responsible="=HYPERLINK(1)", due="2021", status_title="Another")
    texts = {"en": {}, "fr": {}, "ar": {"action.NPL-01.text": "مواءمة القانون"}}
    rows = rows_of(actions_csv([action], AREAS, texts, TODAY))
    assert list(rows[0]) == list(ACTION_COLUMNS)
    assert rows[0]["responsible"] == "'=HYPERLINK(1)"
    assert (rows[0]["area_name"], rows[0]["text_ar"]) == ("Nepal", "مواءمة القانون")
    assert (rows[0]["text_en"], rows[0]["text_fr"]) == ("Align the <law>", "")
    new = ("said_by", "checked", "evidence_title", "overdue_since", "on_roadmap")
    assert [rows[0][name] for name in new] == [
        "curated",
        "2026-11-21",
        "Another",
        "2022-01-01",
        "no",
    ]
    (line,) = rows_of(events_csv([an_event(area="NPL;MWI")], AREAS, texts))
    assert (line["area"], line["area_name"], line["state"]) == ("NPL;MWI", "Nepal; Malawi", "held")


def test_old_columns_of_actions_keep_their_places() -> None:
    old = "code area area_name kind priority start due status status_date origin responsible"
    texts = "text_en text_fr text_ar basis_en basis_fr basis_ar source_title page page2"
    assert list(ACTION_COLUMNS[:20]) == f"{old} {texts}".split()


def test_the_list_for_the_secretariat_holds_only_what_is_past_its_date() -> None:
    actions = [
        an_action("A", due="2027"),
        an_action("B", due="2020-05", origin="roadmap"),
        an_action("C", "adopted", due="2020"),
        an_action("D", area="MWI", due="2021"),
        an_action("E", due="2019-03-31"),
    ]
    rows = rows_of(overdue_csv(actions, AREAS, NO_TEXTS, TODAY))
    assert list(rows[0]) == list(OVERDUE_COLUMNS)
    assert [(row["area"], row["code"], row["overdue_since"]) for row in rows] == [
        ("MWI", "D", "2022-01-01"),
        ("NPL", "E", "2019-04-01"),
        ("NPL", "B", "2020-06-01"),
    ]
    assert [row["on_roadmap"] for row in rows] == ["no", "no", "yes"]


def test_the_history_of_statuses_holds_every_dated_row() -> None:
    said = (a_status("curated", "limited", "2026-11-21"), a_status("reported", "completed"))
    rows = rows_of(statuses_csv([an_action(said=said)], ("curated", "reported"), AREAS, NO_TEXTS))
    assert list(rows[0]) == list(STATUS_COLUMNS)
    assert [(row["says"], row["status"], row["speaks"]) for row in rows] == [
        ("curated", "limited", "no"),
        ("reported", "completed", "yes"),
    ]
    only = rows_of(statuses_csv([an_action(said=said)], ("reported",), AREAS, NO_TEXTS))
    assert [row["says"] for row in only] == ["reported"]


def test_the_file_of_stages_says_what_was_postponed() -> None:
    stage = replace(a_stage("workshop", "2020-03-26"), state="postponed")
    (row,) = rows_of(stages_csv([stage], AREAS, NO_TEXTS))
    assert list(row) == list(STAGE_COLUMNS)
    assert (row["area_name"], row["stage"], row["state"]) == ("Nepal", "workshop", "postponed")
