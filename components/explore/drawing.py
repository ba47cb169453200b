"""What a view looks like, before it is HTML, SVG or a row of a table: the one noun of drawings.

`drawing_of` in `components/explore/drawn.py` makes it; the page, an embedded chart, a picture and
the text twin show it. So the same sentence, years and strengths stand everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.charts.plot import Plot
from data.records import Observation, Source

COMPARABLE: Final = "comparable"
INDICATIVE: Final = "indicative"
NOT_COMPARABLE: Final = "not_comparable"
"""The strength of a view: how far its figures may be set beside each other."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot; `title` names it where there are several, `figure` is its newest figure in words.

    `rows` are the observations that it draws, each once, in the order of the file.
    """

    title: str
    plot: Plot
    rows: tuple[Observation, ...]
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend: what a shape and colour stand for, and how many marks it has."""

    text: str
    colour: str
    shape: str = "circle"
    hollow: bool = False
    dash: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be compared, in one sentence; `anyway`: the reader compares against it."""

    strength: str
    sentence: str
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is seen of a view.

    `label` says what, of whom and when, in small; `title` is the answer as a sentence; `unit` in
    words; `honest_year` says how many countries show which years, empty within one country's
    series; `notes` are further sentences (unseparable parts, unpublished intervals, rows that are
    not drawn and why). `alt` stands for the whole. `chart` is the form that was taken.
    """

    chart: str
    label: str
    title: str
    unit: str
    alt: str
    panels: tuple[Panel, ...]
    keys: tuple[Key, ...]
    guard: Guard | None
    honest_year: str
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    without: tuple[str, ...] = ()
    """Names of asked areas that have no figure."""
    left: tuple[tuple[str, int], ...] = ()
    """Rows of the view that are not drawn: a code of the reason, and how many."""

    @property
    def rows(self) -> tuple[Observation, ...]:
        """All that is drawn, each once."""
        return tuple(dict.fromkeys(row for panel in self.panels for row in panel.rows))
