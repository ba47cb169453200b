"""Sections made ready for the screen: as few pieces as their charts allow.

Every piece costs the server on every visit. So everything between two charts is one text, and a
chart's card is two pieces: its words (in one text, which the style sheet parts around the chart)
and the chart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.cards import Card, Section
from components.markup import render
from components.wording import Wording


@dataclass(frozen=True, eq=False)
class ChartPiece:
    """A card with a chart, and its head and foot as one safe HTML."""

    card: Card
    html: str


Piece = str | ChartPiece
"""Safe HTML that needs no chart, or a chart with its words."""


def pieces(sections: Iterable[Section], wording: Wording) -> tuple[Piece, ...]:
    """All sections as pieces of one grid, in reading order."""
    found: list[Piece] = []
    texts: list[str] = []
    for section in sections:
        texts.append(render("section_head.html", section=section))
        for card in section.cards:
            words = card_words(card, wording)
            if card.chart is None:
                wide = " card-wide" if card.wide else ""
                texts.append(f'<article class="card{wide}">{words}</article>')
                continue
            if texts:
                found.append(_one_line("".join(texts)))
                texts = []
            found.append(ChartPiece(card, _one_line(words)))
    return (*found, _one_line("".join(texts))) if texts else tuple(found)


def card_words(card: Card, wording: Wording) -> str:
    """Head, body and foot of a card as safe HTML."""
    foot = render("card_foot.html", card=card, t=wording.t)
    head = render("card_head.html", card=card, t=wording.t)
    return f'{head}{card.body}<div class="card-foot">{foot}</div>'


def _one_line(html: str) -> str:
    """The HTML without line ends: Streamlit looks at every line's indent, every time."""
    return html.replace("\n", " ")
