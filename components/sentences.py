"""How many countries a map shows, and how old their figures are, as sentences."""

from __future__ import annotations

from components.charts.map_classes import RECENT, HonestYears, honest_years
from components.charts.plot import DECADE
from components.numbers import isolate, number
from components.wording import Wording
from data.records import Series


def map_sentence(
    latest: Series, wording: Wording, asked: int | None = None, *, this_year: int
) -> str:
    """How many countries and territories have a figure, how old these are, how many have none.

    With a year asked for: how many have a figure of that year, and how many an earlier one.
    """
    ages = honest_years(latest, asked, this_year=this_year)
    values = {
        name: isolate(str(year), wording)
        for name, year in (
            ("first", ages.first),
            ("last", ages.last),
            ("recent_from", this_year - RECENT + 1),
            ("old_before", this_year - DECADE + 1),
            ("asked", asked),
        )
    }
    values |= {
        name: number(count, wording)
        for name, count in (
            ("count", ages.valued),
            ("recent", ages.recent),
            ("old", ages.old),
            ("earlier", ages.earlier),
            ("current", ages.valued - ages.earlier),
            ("suppressed", ages.suppressed),
            ("none", ages.no_data),
        )
    }
    parts = [_valued_clause(ages, asked)]
    parts += ["suppressed"] if ages.suppressed else []
    parts += ["none"] if ages.no_data else []
    return " ".join(wording.t(f"sentence.map.{part}", **values) for part in parts)


def _valued_clause(ages: HonestYears, asked: int | None) -> str:
    if not ages.valued:
        return "nobody"
    if asked is not None:
        return "asked_earlier" if ages.earlier else "asked"
    if ages.first == ages.last:
        return "one_year"
    return "years_old" if ages.old else "years"
