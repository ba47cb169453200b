"""Countries side by side as one screen: their headline figures with years and strengths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.compare.page import MOST_TILES
from components.country.answers import CountryAnswers
from components.meeting.screens.headline import headline_figures
from components.meeting.screens.screen import Screen, drawn
from components.wording import Wording

ROWS = ("child_labour", "second", "trafficking")


def compare_screen(
    several: Sequence[CountryAnswers], wording: Wording, *, today: date, released: str
) -> Screen:
    """A column a country in the order of the address, a row a figure; of more countries than
    columns can be read a row a country."""
    columns = [headline_figures(one, wording, today) for one in several]
    names = [one.area.name for one in several]
    wide = len(several) <= MOST_TILES
    return drawn(
        "screen_compare.html" if wide else "screen_compare_rows.html",
        wording.t("compare.title"),
        wording.t("sentence.comma").join(names),
        names=names,
        rows=[
            (wording.t(f"screen.row.{key}"), row)
            for key, row in zip(ROWS, zip(*columns, strict=True), strict=True)
        ],
        kinds=[wording.t(f"screen.row.{key}") for key in ROWS],
        countries=list(zip(names, columns, strict=True)),
        note=wording.t("compare.order"),
        released=released,
        t=wording.t,
    )
