"""A page's sections as one safe HTML: every piece costs the server on every visit, so there is one.

The charts are HTML themselves (components/charts/plot.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from components.cards import Card, Section
from components.markup import render
from components.wording import Wording


def sections_html(sections: Iterable[Section], wording: Wording) -> str:
    """All sections in reading order; the first stays open where the others fold on a phone."""
    return _one_line(
        "".join(
            _folding(section, wording, stays_open=place == 0)
            for place, section in enumerate(sections)
        )
    )


def _article(card: Card, words: str) -> str:
    wide = " card-wide" if card.wide else ""
    return f'<article class="card{wide}">{words}</article>'


def _folding(section: Section, wording: Wording, *, stays_open: bool) -> str:
    """A section of HTML alone: open, and folded to one line on a phone (`components.ui.places`)."""
    cards = "".join(_article(card, card_words(card, wording)) for card in section.cards)
    return render("section.html", section=section, cards=cards, stays_open=stays_open)


def card_words(card: Card, wording: Wording) -> str:
    """Head, body, comments on its figures and foot of a card as safe HTML."""
    foot = render("card_foot.html", card=card, t=wording.t).strip()
    head = render("card_head.html", card=card, t=wording.t)
    last = f'<div class="card-foot">{foot}</div>' if foot else ""
    return f"{head}{card.body}{card.comments}{last}"


def _one_line(html: str) -> str:
    """The HTML without line ends: Streamlit looks at every line's indent, every time."""
    return html.replace("\n", " ")
