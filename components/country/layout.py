"""A section made ready for the screen: as few pieces as its charts allow.

Every piece costs the server on every visit, so cards without a chart are laid out as HTML, and a
section without any chart is one piece.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.cards import Card, Section
from components.markup import render
from components.wording import Wording


@dataclass(frozen=True, eq=False)
class Laid:
    """A section: its safe HTML, then what follows it in a grid, a text being a card as safe HTML.

    `parts` is empty when the HTML already holds every card.
    """

    key: str
    html: str
    parts: tuple[Card | str, ...]


def laid_out(section: Section, wording: Wording) -> Laid:
    """The section in pieces, in reading order."""
    head = render("section_head.html", section=section)
    parts = tuple(
        card if card.chart is not None else card_html(card, wording) for card in section.cards
    )
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) < len(parts):
        return Laid(section.key, head, parts)
    return Laid(section.key, f'{head}<div class="card-grid">{"".join(texts)}</div>', ())


def card_html(card: Card, wording: Wording) -> str:
    """A card without a chart as one safe HTML article."""
    head = render("card_head.html", card=card)
    foot = render("card_foot.html", card=card, t=wording.t)
    wide = " card-wide" if card.wide else ""
    return f'<article class="card{wide}">{head}{card.body}{foot}</article>'
