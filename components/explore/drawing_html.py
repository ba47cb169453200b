"""A drawing as safe HTML without a script: label, answer, guard, plots, keys, years, sources."""

from __future__ import annotations

from typing import Final

from components.change_words import GLYPHS
from components.charts.plot import plot_html
from components.explore.charts.source_lines import source_lines
from components.explore.drawing import Drawing
from components.markup import render
from components.wording import Wording

DENSE: Final = (14, 40)
"""Marks from which on each is drawn smaller: of a panel among several, of one plot alone."""


def drawing_html(drawing: Drawing, wording: Wording) -> str:
    """All that is seen of a drawing. The one sentence of the guard stands above the plots."""
    guard = drawing.guard
    return render(
        "drawing.html",
        t=wording.t,
        drawing=drawing,
        panels=[
            (panel, plot_html(panel.plot), len(panel.plot.marks) > DENSE[len(drawing.panels) == 1])
            for panel in drawing.panels
        ],
        glyph=GLYPHS[guard.strength] if guard else "",
        strength=wording.t(f"drawn.guard.{guard.strength}") if guard else "",
        sources=source_lines(drawing.sources, wording),
    )
