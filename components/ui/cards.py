"""Shows cards and sections: the one place where a card becomes Streamlit elements."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

import streamlit as st
from plotly.basedatatypes import BaseFigure

from components.cards import Card, Section
from components.markup import render
from components.wording import Wording, wording

CHART_CONFIG: Final = {
    "displayModeBar": False,
    "responsive": True,
    "topojsonURL": "geo/",
    "scrollZoom": False,
}
"""Shapes of maps come from our own static folder: by default the browser would ask a CDN."""


class ReadyFigure(BaseFigure):  # type: ignore[misc]
    """A figure that is a plain dictionary already.

    Streamlit validates a dictionary through plotly's graph objects, a millisecond a chart;
    ours come from builders with tests of their own.
    """

    def __init__(self, figure: Any) -> None:
        self._ready = figure

    def to_dict(self) -> Any:
        """The figure as it was built."""
        return self._ready

    def to_plotly_json(self) -> Any:
        """The figure as it was built."""
        return self._ready


def show_chart(figure: Any, *, key: str, alt: str) -> None:
    """Draw a chart that only speaks: no selection, no menu."""
    st.plotly_chart(
        ReadyFigure(figure), key=key, theme=None, config=dict(CHART_CONFIG), alt=alt or None
    )


@lru_cache(maxsize=2048)
def _halves(card: Card, language: str) -> tuple[str, str]:
    """The HTML before and after the chart; cards are shared, so this is made once for each."""
    words = wording(language)
    head = render("card_head.html", card=card)
    return head, render("card_foot.html", card=card, t=words.t)


def show_card(card: Card, words: Wording) -> None:
    """One card: head, chart or body, foot."""
    head, foot = _halves(card, words.code)
    with st.container(key=f"card-{'wide-' if card.wide else ''}{card.key}"):
        if card.chart is None:
            st.html(head + card.body + foot)
        else:
            st.html(head)
            show_chart(card.chart, key=f"chart-{card.key}", alt=card.sentence or card.title)
            st.html(foot)


def show_section(section: Section, words: Wording) -> None:
    """A section's title and its cards in a grid."""
    st.html(render("section_head.html", section=section))
    with st.container(key=f"grid-{section.key}"):
        show_cards(section.cards, words)


def show_cards(cards: Iterable[Card], words: Wording) -> None:
    """Cards one after the other; the surrounding container lays them out."""
    for card in cards:
        show_card(card, words)
