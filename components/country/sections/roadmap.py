"""The roadmap of a country and its reports; or how to become a pathfinder country."""

from __future__ import annotations

from datetime import date

from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.parts.becoming import becoming_card
from components.country.parts.reports import reports_card
from components.country.parts.roadmap_way import way_card
from components.theme import Palette
from components.wording import Wording


def roadmap_section(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, today: date | None = None
) -> Section:
    """The way of a pathfinder country and its reports; for others, how to become one and report."""
    title = wording.t("roadmap.title")
    if not answers.area.pathfinder:
        lead = wording.t("roadmap.lead_other")
        return Section("roadmap", title, "roadmap", lead, (becoming_card(answers, wording),))
    day = today or date.today()
    cards = (way_card(answers, wording, palette, day), reports_card(answers, wording, day))
    return Section("roadmap", title, "roadmap", wording.t("roadmap.lead"), cards)
