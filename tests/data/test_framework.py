"""The monitoring framework: the annex whole, and every answer with its source, year and view."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from sqlalchemy import Connection

from data import store
from data.framework_facts import framework_facts
from data.languages import DEFAULT
from data.methods.framework.catalogue import framework, has_part, view_of_source
from data.methods.framework.cells import RULES, STATUSES, Cell, cells, tally
from data.methods.framework.said import VIEWS, FrameworkFacts, Said
from data.methods.selection import headlines
from data.queries import figures, government
from data.records import (
    Action,
    Area,
    FrameworkValue,
    LegalFact,
    Observation,
    Priority,
    Resource,
    Roadmap,
    Source,
    Status,
)
from tests.factories import INDICATOR, NEPAL, SOURCE, observation, series

ANNEX = {
    "prevalence.child_labour": [
        "sna_5_17: proportion and number of children 5-17 in economic activity over the hours",
        "general_5_17: the same with household chores",
        "national: proportion and number by the national definition, age and sex",
        "hazardous_national: proportion and number in hazardous work",
    ],
    "prevalence.forced_labour": [
        "victims_identified: victims", "legal_cases: cases",
        "estimates: national, regional, sectoral",
    ],
    "prevalence.trafficking": [
        "victims_identified: victims", "legal_cases: cases",
        "estimates: national, regional, sectoral",
    ],
    "commitment.child_labour": [
        "law.priority_conventions: 182, 138, CRC", "law.additional_conventions: others",
        "law.minimum_age: minimum age", "law.hazardous_list: hazardous occupations",
        "law.working_hours: hours", "law.age_matches_schooling: age and compulsory education",
        "law.other_provisions: others",
        "policy.national_plan: plan", "policy.targeting: number on child labour",
        "policy.including: number in development, education, social protection",
        "policy.campaigns: campaigns",
        "budget.elimination: GDP and amount", "budget.education: GDP and amount",
        "budget.social_protection: GDP and amount",
        "measurement.survey: year", "measurement.latest: year", "measurement.frequency: frequency",
    ],
    "commitment.forced_labour": [
        "law.priority_conventions: 105, 29, P29", "law.additional_conventions: others",
        "law.definition: definition", "law.rights_protection: rights",
        "law.punishment: perpetrators", "law.recruitment: fair recruitment",
        "law.due_diligence: transparency", "law.other_provisions: others",
        "policy.national_plan: plan", "policy.targeting: number on forced labour",
        "policy.fair_recruitment: number on fair recruitment",
        "policy.complaints: complaints", "policy.campaigns: campaigns",
        "budget.elimination: GDP and amount", "budget.social_protection: GDP and amount",
        "measurement.available: national, regional, sectoral", "measurement.survey: year",
        "measurement.latest: year", "measurement.frequency: frequency",
    ],
    "commitment.trafficking": [
        "law.priority_conventions: Palermo, 143, 181", "law.additional_conventions: others",
        "law.rights_protection: rights", "law.punishment: perpetrators",
        "law.recruitment: fair recruitment", "law.due_diligence: transparency",
        "law.migration: migration", "law.bilateral_agreements: bilateral agreements",
        "law.other_provisions: others",
        "policy.national_plan: plan", "policy.targeting: number on trafficking",
        "policy.pre_migration: before migration", "policy.campaigns: campaigns",
        "budget.elimination: GDP and amount", "budget.social_protection: GDP and amount",
        "measurement.available: national, regional, sectoral", "measurement.survey: year",
        "measurement.latest: year", "measurement.frequency: frequency",
    ],
    "implementation": [
        "roadmap.developed: roadmap", "roadmap.activities: share of activities",
        "roadmap.targets: share of targets", "budget.allocated: allocated",
        "budget.disbursed: disbursed", "support.convening: sponsoring, convening, chairing",
        "support.scaling_up: scaling up, testing",
        "support.knowledge_platform: Knowledge Platform", "support.action_groups: action groups",
        "customized.priorities: priority, objective, target date, indicator",
    ],
}  # fmt: skip
"""Every line of the annex in our words, behind the end of its code, in the annex's order."""

PARTS = {
    "prevalence.child_labour.sna_5_17": "proportion number",
    "prevalence.child_labour.general_5_17": "proportion number",
    "prevalence.child_labour.national": "proportion number",
    "prevalence.child_labour.hazardous_national": "proportion number",
    "prevalence.forced_labour.estimates": "national_rate national_number regional sectoral",
    "commitment.child_labour.law.priority_conventions": "c182 c138 crc",
    "commitment.child_labour.policy.including": "national_development education social_protection",
    "commitment.child_labour.budget.education": "share_of_gdp amount",
    "commitment.forced_labour.law.priority_conventions": "c105 c029 p029",
    "commitment.trafficking.law.priority_conventions": "palermo c143 c181",
    "commitment.trafficking.measurement.available": "national regional sectoral",
    "commitment.forced_labour.law.due_diligence": "",
    "implementation.customized.priorities": "priority objective target_date indicator",
}


def _codes_of_the_annex() -> list[str]:
    return [
        f"{head}.{line.partition(':')[0]}" for head, lines in ANNEX.items() for line in lines
    ]  # fmt: skip


def test_every_line_of_the_annex_is_an_indicator_in_its_order() -> None:
    annex = [one.code for one in framework().values() if one.dimension != "beside"]
    assert annex == _codes_of_the_annex()
    assert len(annex) == 75


@pytest.mark.parametrize("code", PARTS)
def test_what_is_answered_in_parts_has_its_parts(code: str) -> None:
    assert [part.code for part in framework()[code].parts] == PARTS[code].split() or [""]
    assert all(has_part(code, part) for part in PARTS[code].split() or [""])
    assert not has_part(code, "nothing") and not has_part("no.such.code", "")


def test_agriculture_and_root_causes_stand_beside_the_annex() -> None:
    beside = [one.code for one in framework().values() if one.dimension == "beside"]
    assert len(beside) == 12 and beside == list(framework())[-12:]
    assert {code.split(".")[1] for code in beside} == {"agriculture", "root_causes"}


def test_every_rule_asks_for_something_that_there_is(connection: Connection) -> None:
    known = {
        "measure": set(headlines()),
        "measured": set(headlines()),
        "indicator": set(figures.indicators(connection)),
        "national": set(figures.indicators(connection)),
        "regional": set(figures.indicators(connection)),
        "instrument": set(government.instruments(connection)) | {"C143", "C181"},
    }
    rules = [rule for one in framework().values() for part in one.parts for rule in part.fill]
    assert len(rules) > 70
    for rule in rules:
        name, _, argument = rule.partition(":")
        assert name in RULES, rule
        assert argument in known.get(name, {argument}), rule


def test_every_source_that_answers_has_its_view_or_is_a_statistics_office() -> None:
    found = {
        (said.source, said.view)
        for code in _countries()
        for cell in _cells(code)
        for said in cell.said
        if said.source
    }
    assert len(found) > 20
    assert [source for source, view in found if view == "other"] == []
    assert ("MEX_INEGI", "office") in found and ("UNICEF_CL_2025", "official") in found
    assert view_of_source("SOMEBODY_ELSE") == "other"


# --- every country of the store ------------------------------------------------------------------


def _countries() -> list[str]:
    return [area.code for area in store.reference(DEFAULT).countries]


def _facts(code: str) -> FrameworkFacts:
    return framework_facts(None, store.reference(DEFAULT).areas[code])


@cache
def _cells(code: str) -> tuple[Cell, ...]:
    return cells(_facts(code))


def test_every_cell_of_every_country_is_an_answer_with_its_source_or_says_who_could_report(
    store_url: str,
) -> None:
    assert store_url and len(_countries()) == 250
    wrong = []
    for code in _countries():
        found = _cells(code)
        assert len(found) == 130
        for cell in found:
            assert cell.status in STATUSES
            assert cell.indicator.who
            wrong += [
                f"{code} {cell.indicator.code}: {said}"
                for said in cell.said
                if not (said.value or said.absence)
                or not (said.source_title and said.page)
                or said.view not in VIEWS
                or not (said.year.isdigit() and len(said.year) == 4 or not said.year)
            ]
            assert cell.answered == any(said.value and not said.beside for said in cell.said)
    assert wrong == []


@pytest.mark.parametrize(
    ("area", "code", "part", "value", "year", "view"),
    [
        ("MEX", "prevalence.child_labour.sna_5_17", "proportion", "4.3", "2022", "official"),
        ("MEX", "prevalence.child_labour.general_5_17", "proportion", "5.994", "2019", "official"),
        ("MEX", "prevalence.trafficking.victims_identified", "", "226", "2023", "official"),
        ("MEX", "commitment.child_labour.law.priority_conventions", "c138", "ratified", "2015",
         "treaty"),
        ("MEX", "commitment.child_labour.law.age_matches_schooling", "", "no", "2022", "ours"),
        ("MEX", "commitment.child_labour.measurement.latest", "", "2022", "2022", "office"),
        ("MEX", "beside.agriculture.employment", "", "11.96476", "2023", "official"),
        ("MWI", "prevalence.child_labour.sna_5_17", "proportion", "24.1", "2020", "official"),
        ("MWI", "prevalence.forced_labour.victims_identified", "", "0", "2020", "official"),
        ("MWI", "commitment.forced_labour.law.priority_conventions", "p029", "ratified", "2019",
         "treaty"),
        ("MWI", "beside.agriculture.children_in_agriculture", "", "71.2", "2015", "official"),
        ("IND", "prevalence.child_labour.sna_5_17", "proportion", "0.9", "2024", "official"),
        ("IND", "prevalence.forced_labour.estimates", "national_number", "11050000", "2021",
         "walk_free"),
        ("IND", "commitment.trafficking.law.punishment", "", "no", "2022", "usdol"),
        ("TUV", "commitment.child_labour.law.priority_conventions", "c138", "not_ratified", "2023",
         "treaty"),
        ("TUV", "commitment.child_labour.law.hazardous_list", "", "no", "2022", "usdol"),
        ("TUV", "beside.root_causes.child_marriage", "by_15", "0", "2020", "official"),
    ],
)  # fmt: skip
def test_a_cell_holds(
    area: str, code: str, part: str, value: str, year: str, view: str, store_url: str
) -> None:
    assert store_url
    [cell] = [c for c in _cells(area) if (c.indicator.code, c.part.code) == (code, part)]
    # A value that was curated beside it may come first; the one of the store stays.
    assert (value, year, view) in [(one.value, one.year, one.view) for one in cell.said]


def test_both_publishers_of_one_year_stand_where_they_differ_by_far(store_url: str) -> None:
    assert store_url
    cell = next(c for c in _cells("MWI") if c.part.code == "proportion")
    whole = [(one.value, one.source) for one in cell.said if one.sex == "T"]
    # Then what the US Department of Labor's report states, which has no source of figures.
    assert whole == [("24.1", "UNICEF_CL_2025"), ("9.954", "UNSD_SDG_8_7_1"), ("26.3", "")]


def test_of_a_country_that_is_no_pathfinder_no_roadmap_is_asked(store_url: str) -> None:
    assert store_url
    found = [c for c in _cells("IND") if c.indicator.dimension == "implementation"]
    assert {c.status for c in found} == {"not_applicable"}
    assert tally(found).asked == 0
    assert {c.status for c in _cells("MEX")} <= set(STATUSES) - {"not_applicable"}


def test_every_value_that_is_held_answers_a_part_that_there_is(store_url: str) -> None:
    assert store_url
    values = [one for some in store.pathfinder_data().framework_values.values() for one in some]
    assert len(values) > 500
    assert {(v.indicator, v.part) for v in values if not has_part(v.indicator, v.part)} == set()
    assert {v.view for v in values} <= set(VIEWS)


# --- rules, one by one ---------------------------------------------------------------------------

CODE = "prevalence.child_labour.sna_5_17"
PATHFINDER = replace(NEPAL, pathfinder="pathfinder")
STATED = FrameworkValue(
    *("NPL", CODE, "proportion", "2023", "T", "reported", "12.5", "PERCENT", ""),
    *("2026-11-01", "Questionnaire 2026", "https://example.org/report"),
)


def _made(*rows: Observation, area: Area = PATHFINDER, **more: object) -> FrameworkFacts:
    about = replace(INDICATOR, code="UNICEF_CL_ECON")
    held = {"UNICEF_CL_ECON": series(*rows, indicator=about)} if rows else {}
    facts = FrameworkFacts(
        area, indicators={"UNICEF_CL_ECON": about}, sources={"UNSD": SOURCE}, figures=held
    )
    return replace(facts, **more)  # type: ignore[arg-type]


def _said(facts: FrameworkFacts, code: str, part: str = "") -> tuple[Said, ...]:
    [cell] = [c for c in cells(facts) if (c.indicator.code, c.part.code) == (code, part)]
    return cell.said


def _status(facts: FrameworkFacts, code: str, part: str = "") -> str:
    [cell] = [c for c in cells(facts) if (c.indicator.code, c.part.code) == (code, part)]
    return cell.status


def _row(value: float | None = 30.0, **more: object) -> Observation:
    return observation(indicator="UNICEF_CL_ECON", year=2020, value=value, **more)


def test_what_the_government_reports_stands_first_and_the_other_figure_stays() -> None:
    facts = _made(_row(), _row(28.0, sex="F"), framework_values=(STATED,))
    said = _said(facts, CODE, "proportion")
    assert [(one.view, one.value, one.sex) for one in said] == [
        ("reported", "12.5", "T"), ("other", "30", "T"), ("other", "28", "F"),
    ]  # fmt: skip
    assert _status(facts, CODE, "proportion") == "reported"
    assert tally(cells(facts)).reported == 1
    assert _status(_made(_row()), CODE, "proportion") == "known"


def test_a_view_of_others_is_no_report() -> None:
    facts = _made(framework_values=(replace(STATED, view="usdol"),))
    assert _status(facts, CODE, "proportion") == "known"
    assert tally(cells(facts)) == replace(tally(cells(facts)), known=1, reported=0)


@pytest.mark.parametrize(
    ("mark", "status"),
    [("Q", "suppressed"), ("M", "not_applicable"), ("L", "not_collected"), ("O", "not_reported")],
)
def test_the_absences_stay_four_things_and_zero_is_a_value(mark: str, status: str) -> None:
    empty = _made(_row(None, status=mark))
    assert _status(empty, CODE, "proportion") == status
    assert _status(_made(_row(0.0)), CODE, "proportion") == "known"
    assert _said(_made(_row(0.0)), CODE, "proportion")[0].value == "0"


def test_a_report_may_say_that_a_question_does_not_apply() -> None:
    facts = _made(framework_values=(replace(STATED, value="not_applicable"),))
    assert _status(facts, CODE, "proportion") == "not_applicable"


def _item(number: int, status: str, **more: object) -> Action:
    said = Status(f"NPL-{number}", "curated", "2026-10-01", "NPL", status, page="https://p.org",
                  source_title="Page")  # fmt: skip
    made = Action(f"NPL-{number}", "NPL", "action", "", "", "", "roadmap", "", "x",
                  history=(said,))  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


SHARE = "implementation.roadmap.activities"


def test_only_items_of_a_roadmap_or_of_a_report_on_it_count_as_implemented() -> None:
    items = [_item(n, "completed" if n < 2 else "adopted") for n in range(5)]
    other = [_item(9, "completed", origin="page"), _item(8, "completed", origin="findings")]
    [said] = _said(_made(actions=(*items, *other)), SHARE)
    assert (said.value, said.unit, said.numbers, said.view) == ("40", "PERCENT", ("2", "5"), "ours")
    assert (said.year, said.page) == ("2026", "https://p.org")
    assert _said(_made(actions=tuple(other)), SHARE) == ()


def test_of_fewer_than_five_items_there_is_no_share() -> None:
    [said] = _said(_made(actions=tuple(_item(n, "completed") for n in range(4))), SHARE)
    assert (said.value, said.unit) == ("4/4", "")


def test_targets_have_a_share_of_their_own() -> None:
    facts = _made(actions=tuple(_item(n, "completed", kind="target") for n in range(5)))
    assert _said(facts, SHARE) == ()
    assert _said(facts, "implementation.roadmap.targets")[0].value == "100"


def test_money_is_summed_by_currency_and_never_across() -> None:
    items = (
        _item(1, "completed", allocated="1000.50", currency="USD"),
        _item(2, "completed", allocated="2000", currency="USD", disbursed="500"),
        _item(3, "completed", allocated="7", currency="NPR"),
        _item(4, "completed", allocated="not stated", currency="EUR"),
        _item(5, "completed", allocated="99", currency="USD", origin="page"),
    )
    facts = _made(actions=items)
    allocated = _said(facts, "implementation.budget.allocated")
    assert {(one.value, one.unit) for one in allocated} == {("3000.50", "USD"), ("7", "NPR")}
    disbursed = _said(facts, "implementation.budget.disbursed")
    assert [(one.value, one.unit) for one in disbursed] == [("500", "USD")]


def test_resources_roadmaps_and_priorities_answer() -> None:
    way = Roadmap("R", "NPL", "2024", "2028", "2024-03", "A plan", "", "Page", "https://p.org")
    facts = _made(
        roadmaps=(way,),
        resources=(
            Resource(
                "S", "NPL", "500", "USD", "2024", "", "Somebody", "x", "Page", "https://p.org"
            ),
            Resource("T", "NPL", "", "", "2024", "", "", "no amount", "Page", "https://p.org"),
        ),
        priorities=(
            Priority("R.1", "NPL", "R", 1, "data", objective="know", page="https://p.org"),
        ),
    )
    [plan] = _said(facts, "implementation.roadmap.developed")
    assert (plan.value, plan.year, plan.numbers) == ("yes", "2024", ("2024", "2028"))
    [given] = _said(facts, "implementation.budget.allocated")
    assert (given.value, given.unit, given.subject) == ("500", "USD", "Somebody")
    code = "implementation.customized.priorities"
    assert [one.value for one in _said(facts, code, "priority")] == ["data"]
    assert [one.value for one in _said(facts, code, "objective")] == ["know"]
    assert _said(facts, code, "target_date") == ()


def _law(topic: str, value: str, year: int = 2022, source: str = "ILAB_FINDINGS") -> LegalFact:
    return LegalFact("NPL", topic, year, value, "", "", "", "", source, "https://law.org")


def test_the_ages_are_compared_only_as_one_source_has_them_in_one_year() -> None:
    code = "commitment.child_labour.law.age_matches_schooling"
    work = _law("minimum_age_work", "14")
    school = "compulsory_education_age"
    [same] = _said(_made(legal_facts=(work, _law(school, "14"))), code)
    assert (same.value, same.numbers, same.view) == ("yes", ("14", "14"), "ours")
    [other] = _said(_made(legal_facts=(work, _law(school, "16"))), code)
    assert other.value == "no"
    assert _said(_made(legal_facts=(work, _law(school, "14", 2021))), code) == ()
    assert _said(_made(legal_facts=(work, _law(school, "14", source="WORLD_POLICY"))), code) == ()


def test_what_a_source_does_not_know_is_no_answer() -> None:
    code = "commitment.child_labour.law.hazardous_list"
    assert _said(_made(legal_facts=(_law("hazardous_work_list", "unknown"),)), code) == ()
    facts = _made(legal_facts=(_law("hazardous_work_list", "not_applicable"),))
    assert _status(facts, code) == "not_applicable"


def test_a_source_without_a_page_leads_to_its_own() -> None:
    own = Source("ILAB_FINDINGS", "DOL", "Findings", "https://dol.org", "", "", "", "yes", "",
                 "2026-11-20")  # fmt: skip
    fact = replace(_law("hazardous_work_list", "yes"), page="")
    facts = _made(legal_facts=(fact,), sources={"ILAB_FINDINGS": own})
    [said] = _said(facts, "commitment.child_labour.law.hazardous_list")
    assert (said.page, said.checked, said.view) == ("https://dol.org", "2026-11-20", "usdol")
    assert said.source_title == "DOL: Findings"
