"""A country's sections: the three harms, what the State does about them, then the ground."""

from __future__ import annotations

from dataclasses import replace

from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.parts.comments import comments_section, with_comments
from components.country.parts.event_marks import (
    own_events,
    with_event_marks,
    without_event_marks,
)
from components.country.parts.missing import Gap
from components.country.sections import forced_labour, trafficking
from components.country.sections.child_labour import child_labour_section
from components.country.sections.context import context_section
from components.country.sections.forced_labour import forced_labour_section
from components.country.sections.government import government_section
from components.country.sections.roadmap import roadmap_section
from components.country.sections.sources import sources_section
from components.country.sections.trafficking import trafficking_section
from components.theme import Palette
from components.wording import Wording


def balanced(section: Section) -> Section:
    """The section with a card that would stand alone in a row of two made as wide as the row."""
    cards = list(section.cards)
    narrow = 0
    for place, card in enumerate(cards):
        narrow = 0 if card.wide else narrow + 1
        ends = place + 1 == len(cards) or cards[place + 1].wide
        if ends and narrow % 2:
            cards[place] = replace(card, wide=True)
    return replace(section, cards=tuple(cards))


def country_sections(
    answers: CountryAnswers,
    wording: Wording,
    palette: Palette,
    *,
    this_year: int,
    events: bool = False,
) -> tuple[Section, ...]:
    """Everything below a country's header; a section without a card is left out.

    `this_year` tells how old figures are; with `events` the country's own stand below the charts.
    """
    forced = balanced(forced_labour_section(answers, wording))
    trafficked = balanced(trafficking_section(answers, wording))
    gaps = (
        *_leading_to(forced, forced_labour.missing_lines(answers, wording)),
        *_leading_to(trafficked, trafficking.missing_lines(answers, wording)),
    )
    sections = (
        balanced(child_labour_section(answers, wording, gaps=gaps)),
        forced,
        trafficked,
        government_section(answers, wording, palette),
        roadmap_section(answers, wording, palette),
        context_section(answers, wording, palette),
        sources_section(answers, wording, this_year=this_year),
    )
    told = (with_comments(section, answers, wording) for section in sections)
    shown = tuple(s for s in (*told, comments_section(answers, wording)) if s.cards)
    if not events:
        return tuple(map(without_event_marks, shown))
    happened = own_events(answers, wording)
    return tuple(with_event_marks(section, happened, wording) for section in shown)


def _leading_to(section: Section, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The gaps; the first bears the anchor of a section that is left out, so that links find it."""
    if section.cards or not gaps:
        return gaps
    return (gaps[0]._replace(section=section.key), *gaps[1:])
