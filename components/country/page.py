"""A country's sections in the order of a Delta 8.7 dashboard."""

from __future__ import annotations

from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.availability import availability_section
from components.country.child_labour import child_labour_section
from components.country.context import context_section
from components.country.forced_labour import forced_labour_section
from components.country.measuring import measuring_section
from components.country.sources import sources_section
from components.country.trafficking import trafficking_section
from components.theme import Palette
from components.wording import Wording


def country_sections(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, this_year: int
) -> tuple[Section, ...]:
    """Everything below a country's header. `this_year` tells how old figures are."""
    return (
        measuring_section(answers, wording, palette),
        child_labour_section(answers, wording, palette),
        forced_labour_section(answers, wording, palette),
        trafficking_section(answers, wording, palette),
        availability_section(answers, wording, palette, this_year=this_year),
        context_section(answers, wording, palette),
        sources_section(answers, wording, palette),
    )
