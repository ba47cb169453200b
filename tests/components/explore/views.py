"""Views of the real store, and of made-up rows, as the drawings that the page would show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from components.explore.drawing import Drawing
from components.explore.drawn import drawing_of
from components.explore.view import View, view_of
from components.wording import wording
from data import store
from data.explored import every_survey, seen
from data.methods.change import NOTHING_KNOWN, Knowledge
from data.records import Explored, Observation

THIS_YEAR = 2026


def explored_of(view: View, language: str = "en") -> Explored:
    """Every row of a view, as the page reads them."""
    known = store.known(None, language)
    filters = view.filters
    across = replace(filters, indicator=(view.x,), theme=()) if view.x else None
    return seen(
        None,
        filters.selection(known),
        headline=filters.headline,
        x=across.selection(known) if across else None,
        withheld=filters.selection(known, withheld=True),
    )


def drawn(query: str, language: str = "en") -> tuple[Drawing, Explored]:
    """The drawing of an address and the rows that it stands on."""
    known = store.known(None, language)
    view = view_of(parse_qsl(query), known)
    explored = explored_of(view, language)
    return drawn_rows(view, explored, language=language, knowledge=every_survey()), explored


def drawn_rows(
    view: View,
    rows: Explored | Iterable[Observation],
    *,
    language: str = "en",
    knowledge: Knowledge = NOTHING_KNOWN,
) -> Drawing:
    """The drawing of some rows."""
    if not isinstance(rows, Explored):
        kept = tuple(rows)
        rows = Explored(kept, len(kept), ())
    known, words = store.known(None, language), wording(language)
    return drawing_of(view, rows, known, knowledge, words, this_year=THIS_YEAR)


def row(**changed: Any) -> Observation:
    """A figure of child labour in Nepal, with what is given changed."""
    plain: dict[str, Any] = {
        "indicator": "SL_TLF_CHLDEA",
        "area": "NPL",
        "year": 2020,
        "sex": "T",
        "age": "5-17",
        "dimension": "_T",
        "category": "_T",
        "value": 10.0,
        "lower": None,
        "upper": None,
        "unit": "PERCENT",
        "status": "A",
        "nature": "C",
        "suppressed": "",
        "note": "",
        "survey": "",
        "source": "UNSD_SDG_8_7_1",
        "vintage": "2023-05-21",
    }
    return Observation(**(plain | changed))


def data_of(drawing: Drawing) -> list[str]:
    """The datum of every mark and column, in the order of the panels."""
    return [
        mark.datum
        for panel in drawing.panels
        for mark in (*panel.plot.marks, *panel.plot.columns)
        if mark.datum
    ]
