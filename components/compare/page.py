"""Countries side by side: five rows of tiles, or a table of them, then child labour over the years.

Only figures of one definition share a panel's axis; each country keeps its own years and its own
verdict. The order is the reader's, never a rank.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components import numbers
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

MOST: Final = 8
"""Countries at once: a panel each, and a row each of a table, can still be read."""

MOST_TILES: Final = 4
"""Countries whose tiles stand side by side; more are rows of a table."""

PANELS: Final = ("child_labour", "child_labour_chores")
TARGET: Final = 2025


@dataclass(frozen=True)
class Row:
    """One country's row of the table: its name, its page, its five tiles."""

    name: str
    address: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Compared:
    """One row of panels: a measure, its panels as safe HTML, who has none, and its CSV."""

    title: str
    html: str
    without: str
    csv: str


def compare_html(
    several: Sequence[CountryAnswers],
    wording: Wording,
    *,
    link: Callable[[str], str],
    draw: str,
    today: date,
) -> str:
    """The whole comparison as safe HTML. `link` gives the address of a country's page, `draw` is
    that of the page which draws any indicator for these countries."""
    panels = [
        found for code in PANELS if (found := _panels(code, several, wording, today)) is not None
    ]
    return tiles_html(several, wording, link=link, draw=draw, today=today) + render(
        "compare_panels.html", columns=min(len(several), MOST_TILES), panels=panels, t=wording.t
    )


def tiles_html(
    several: Sequence[CountryAnswers],
    wording: Wording,
    *,
    link: Callable[[str], str],
    draw: str,
    today: date,
) -> str:
    """Which years the figures are of, then the five answers of each country, and their files."""
    columns = [tiles(one, wording, today=today) for one in several]
    rows: list[tuple[Tile, ...]] = list(zip(*columns, strict=True))
    heads = [(one.area.name, link(one.area.code)) for one in several]
    return render(
        "compare.html" if len(several) <= MOST_TILES else "compare_table.html",
        heads=heads,
        rows=rows,
        countries=[
            Row(name, address, column)
            for (name, address), column in zip(heads, columns, strict=True)
        ],
        years=years_sentences(rows, wording),
        draw=draw,
        csv=_csv(several, rows),
        t=wording.t,
    )


def years_sentences(rows: Sequence[Sequence[Tile]], wording: Wording) -> tuple[str, ...]:
    """Of which years the figures of each row are; no figure of two years stands as if of one."""
    found = [
        (row[0].label, sorted({tile.figure.year for tile in row if tile.figure is not None}))
        for row in rows
    ]
    every = sorted({year for _, years in found for year in years})
    if not every:
        return (wording.t("compared.no_years"),)
    if len(every) == 1:
        return (wording.t("compared.one_year", years=numbers.isolate(every[0], wording)),)
    said = [
        wording.t(
            "compared.years" if len(years) == 1 else "compared.years_several",
            what=what,
            years=numbers.year_range(years[0], years[-1], wording),
        )
        for what, years in found
        if years
    ]
    return (wording.t("compared.lead"), *said)


def _csv(several: Sequence[CountryAnswers], rows: Sequence[Sequence[Tile]]) -> str:
    """The CSV of the indicators that the figures of the tiles are of, for exactly these countries;
    empty where there is none that may be given away."""
    shown = [tile.figure for row in rows for tile in row if tile.figure is not None]
    held = [
        series
        for one in several
        for code in dict.fromkeys(row.indicator for row in shown)
        if (series := one.series(code)) is not None
        and any(source.downloadable for source in series.sources)
    ]
    return csv_address(held, ",".join(one.area.code for one in several)) if held else ""


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
