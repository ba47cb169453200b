"""The roadmap of a country and its reports; or how to become a pathfinder country."""

from __future__ import annotations

from datetime import date

from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.country.parts.reports import how_to_report, reports_card
from components.country.parts.roadmap_folds import RoadmapFold, resources_fold
from components.country.parts.roadmap_way import way_card
from components.markup import render
from components.theme import Palette
from components.wording import Wording


def roadmap_section(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, today: date | None = None
) -> Section:
    """The way of a pathfinder country and its reports; for others, how to become one and report."""
    title = wording.t("roadmap.title")
    if not answers.area.pathfinder:
        lead = wording.t("roadmap.lead_other")
        return Section("roadmap", title, "roadmap", lead, (_other_card(answers, wording),))
    day = today or date.today()
    cards = (way_card(answers, wording, palette, day), reports_card(answers, wording, day))
    return Section("roadmap", title, "roadmap", wording.t("roadmap.lead"), cards)


def _other_card(answers: CountryAnswers, wording: Wording) -> Card:
    """How to become a pathfinder country, and what pages state already."""
    how = RoadmapFold("how-to-report", wording.t("how_to_report.title"), how_to_report(wording))
    folds = [fold for fold in (how, resources_fold(answers, wording)) if fold.inside]
    return Card(
        "country-how-to-report",
        wording.t("roadmap.none"),
        "roadmap",
        body=render("roadmap_folds.html", folds=folds),
        wide=True,
    )
