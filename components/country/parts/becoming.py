"""For a country that is no pathfinder: how to become one, and what it can build on."""

from __future__ import annotations

from dataclasses import dataclass

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary
from components.country.parts.reports import how_to_report, view_address
from components.country.parts.roadmap_folds import RoadmapFold, resources_fold
from components.country.parts.tiles import leading_measure
from components.form_addresses import workshop_report_address
from components.markup import render
from components.numbers import date_text
from components.wording import Wording


@dataclass(frozen=True, slots=True)
class KnownFact:
    """Something that a roadmap can build on, in words, and where on the page it stands."""

    text: str
    anchor: str


def becoming_card(answers: CountryAnswers, wording: Wording) -> Card:
    """The way in, the facts that exist, and a workshop report that comes filled with them."""
    t = wording.t
    how = RoadmapFold("how-to-report", t("how_to_report.title"), how_to_report(wording))
    forms = [
        (t("reports.workshop"), workshop_report_address(answers.area.code, wording.code), True),
        (t("reports.monitoring"), view_address(answers.area.code, wording), False),
    ]
    return Card(
        "country-how-to-report",
        t("roadmap.none"),
        "roadmap",
        label=t("roadmap.label", country=answers.area.name),
        body=render(
            "becoming.html",
            why=t("becoming.why"),
            forms=forms,
            facts=_facts(answers, wording),
            events=_events(answers, wording),
            folds=[fold for fold in (how, resources_fold(answers, wording)) if fold.inside],
            t=t,
        ),
        wide=True,
    )


def _facts(answers: CountryAnswers, wording: Wording) -> list[KnownFact]:
    """What the page holds of the three things that a workshop begins with."""
    leading = leading_measure(answers)
    survey = wording.t("becoming.no_survey")
    if leading is not None:
        survey = wording.t("becoming.survey", year=leading[1].row.year)
    party, known, _, _ = instruments_summary(answers)
    law = (
        wording.t("brief.law", party=party, known=known) if known else wording.t("becoming.no_law")
    )
    policies = [one for one in answers.mechanisms if one.kind == "policy"]
    plans = wording.t("becoming.plans", count=len(policies))
    if not policies:
        plans = wording.t("becoming.no_plan")
    return [
        KnownFact(survey, "#child-labour"),
        KnownFact(law, "#government"),
        KnownFact(plans, "#government"),
    ]


def _events(answers: CountryAnswers, wording: Wording) -> list[tuple[str, str]]:
    """The country's own dated steps, the newest first."""
    ordered = sorted(answers.events, key=lambda one: (one.date, one.code), reverse=True)
    return [(date_text(one.date, wording), wording.of(one, "title")) for one in ordered]
