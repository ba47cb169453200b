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
    for place, section in enumerate(sections):
        if all(card.chart is None for card in section.cards):
            texts.append(_folding(section, wording, stays_open=place == 0))
            continue
        texts.append(render("section_head.html", section=section))
        for card in section.cards:
            words = card_words(card, wording)
            if card.chart is None:
                texts.append(_article(card, words))
                continue
            if texts:
                found.append(_one_line("".join(texts)))
                texts = []
            found.append(ChartPiece(card, _one_line(words)))
    return (*found, _one_line("".join(texts))) if texts else tuple(found)


def _article(card: Card, words: str) -> str:
    wide = " card-wide" if card.wide else ""
    return f'<article class="card{wide}">{words}</article>'


def _folding(section: Section, wording: Wording, *, stays_open: bool) -> str:
    """A section of HTML alone: open, and folded to one line on a phone (`components.ui.places`)."""
    cards = "".join(_article(card, card_words(card, wording)) for card in section.cards)
    return render("section.html", section=section, cards=cards, stays_open=stays_open)


def card_words(card: Card, wording: Wording) -> str:
    """Head, body and foot of a card as safe HTML."""
    foot = render("card_foot.html", card=card, t=wording.t).strip()
    head = render("card_head.html", card=card, t=wording.t)
    last = f'<div class="card-foot">{foot}</div>' if foot else ""
    return f"{head}{card.body}{last}"


def _one_line(html: str) -> str:
    """The HTML without line ends: Streamlit looks at every line's indent, every time."""
    return html.replace("\n", " ")
