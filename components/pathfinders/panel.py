"""What a row opens to: the items of the roadmap, measures on other pages, stages, plans, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.form_addresses import questionnaire_address
from components.markup import render
from components.pathfinders.actions import action_table
from components.pathfinders.addresses import Hrefs, file_address
from components.pathfinders.cautions import caution_words
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.line import instead
from components.pathfinders.lines import page_link, period
from components.pathfinders.next_dates import next_dates
from components.pathfinders.plans import plans, policy_plans, priorities
from components.pathfinders.stages import statements
from components.pathfinders.standing import Standing
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import of_roadmap
from data.methods.stages import report_awaited
from data.records import Report


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report of a country in words."""

    kind: str
    period: str
    title: str
    page: str


def panel(
    one: Standing,
    facts: PathfinderFacts,
    wording: Wording,
    palette: Palette,
    today: date,
    *,
    hrefs: Hrefs,
) -> str:
    """The opened row as HTML."""
    code, name = one.area.code, one.area.name
    on_roadmap = [each for each in one.actions if of_roadmap(each)]
    return render(
        "pathfinder_panel.html",
        items=action_table(
            on_roadmap,
            wording.t("pathfinders.items_of", country=name),
            wording,
            palette,
            priorities=facts.priorities.get(code, ()),
            today=today,
            rule=False,
        ),
        others=action_table(
            one.others,
            wording.t("pathfinders.others_of", country=name),
            wording,
            palette,
            today=today,
            rule=False,
        ),
        instead=instead(one, wording, "full"),
        statements=statements(one.stages, wording),
        cautions=caution_words(one.stages, wording),
        plans=plans(one.roadmaps, wording, today) + policy_plans(one.policies, wording, today),
        priorities=priorities(one.roadmaps, facts.priorities.get(code, ()), wording),
        reports=tuple(_report(each, wording) for each in one.reports),
        awaited=_awaited(one, wording, today),
        ahead=next_dates(one.actions, one.roadmaps, wording, today, one.policies)[:3],
        country=hrefs.country + code,
        monitoring=hrefs.monitoring + code,
        questionnaire=questionnaire_address(code, wording.code),
        csv=file_address("actions.csv", hrefs.as_of, area=code),
        t=wording.t,
    )


def _awaited(one: Standing, wording: Wording, today: date) -> str:
    owed = report_awaited(one.stages, one.reports, today) if one.awaited else None
    return wording.t("pathfinders.awaited", year=owed.year) if owed else ""


def _report(one: Report, wording: Wording) -> ReportLine:
    title = wording.of(one, "title") or (page_link("", one.page).title if one.page else "")
    return ReportLine(
        wording.t(f"report_kind.{one.kind}"),
        period(one.start, one.end or one.received, wording),
        title,
        one.page,
    )
