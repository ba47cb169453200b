"""Countries side by side: five rows of tiles, then child labour and detection over the years.

Only figures of one definition share a panel's axis; each country keeps its own years and its own
verdict. The order is the reader's, never a rank.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.cards import csv_address
from components.country.answers import CountryAnswers
from components.country.parts.measures import history_of, rows_of, series_of
from components.country.parts.survey_charts import SeriesLine, panels_html
from components.country.parts.survey_lines import line_of
from components.country.parts.tiles import Tile, tiles
from components.markup import render
from components.wording import Wording
from data.methods.selection import headlines
from data.records import Series

MOST: Final = 4
"""Countries at once: more columns than that cannot be read."""

PANELS: Final = ("child_labour", "child_labour_chores")
TARGET: Final = 2025


@dataclass(frozen=True)
class Compared:
    """One row of panels: a measure, its panels as safe HTML, who has none, and its CSV."""

    title: str
    html: str
    without: str
    csv: str


def compare_html(
    several: Sequence[CountryAnswers], wording: Wording, *, link: Callable[[str], str], today: date
) -> str:
    """The whole comparison as safe HTML. `link` gives the address of a country's page."""
    columns = [tiles(one, wording, today=today) for one in several]
    rows: list[tuple[Tile, ...]] = list(zip(*columns, strict=True))
    heads = [(one.area.name, link(one.area.code)) for one in several]
    panels = [
        found for code in PANELS if (found := _panels(code, several, wording, today)) is not None
    ]
    return render("compare.html", heads=heads, rows=rows, panels=panels, t=wording.t)


def _panels(
    code: str, several: Sequence[CountryAnswers], wording: Wording, today: date
) -> Compared | None:
    """A panel a country on one axis of years and one of values; none where nobody has a figure."""
    lines: list[SeriesLine] = []
    without: list[str] = []
    held: list[Series] = []
    for one in several:
        line = _line(code, one, wording, today)
        if line is None:
            without.append(one.area.name)
        else:
            lines.append(line)
            held += series_of(one, headlines()[code])
    if not lines:
        return None
    title = wording.t(f"compare.panels.{code}")
    areas = ",".join(one.area.code for one in several)
    text = ""
    if without:
        names = wording.t("sentence.comma").join(without)
        text = wording.t("compare.without", countries=names)
    return Compared(
        title,
        panels_html(lines, title, "PERCENT", wording, target=TARGET),
        text,
        csv_address(held, areas),
    )


def _line(code: str, one: CountryAnswers, wording: Wording, today: date) -> SeriesLine | None:
    measure = headlines()[code]
    surveys = history_of(one, code)
    if not surveys:
        return None
    rows = rows_of(one, measure)
    return line_of(one.area.name, surveys, measure, rows, one, wording, today)
