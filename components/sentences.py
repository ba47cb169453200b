"""One sentence about a Series, generated from its figures in the reader's language.

Figures are rounded for the eye; every published digit stands on hover, in the table and the file.

Every figure has its year; "down from" is said only of comparable figures; absences say which kind
they are; detected victims are called detected.
"""

from __future__ import annotations

from components.charts.map_classes import RECENT, HonestYears, honest_years
from components.charts.plot import DECADE
from components.charts.selection import area_name, flags
from components.numbers import age_text, isolate, number, read_figure, says_age, sex_of
from components.wording import Wording
from data.methods.comparability import projected
from data.methods.selection import measure_of, speaking
from data.records import TOTAL, Indicator, Observation, Series


def leading_row(series: Series) -> Observation | None:
    """The row that a Series speaks with: by the one rule, else (when it holds parts only) the
    newest figure of the widest part. Absences and projections are passed over."""
    spoken = speaking(measure_of(series.indicator), series.observations)
    if spoken is not None:
        return spoken.row
    valued = [r for r in series.observations if r.value is not None and not projected(r)]
    return max(
        valued, key=lambda row: (row.year, row.sex == "T", row.category == TOTAL), default=None
    )


def latest_sentence(series: Series, wording: Wording) -> str:
    """The newest figure with its year, or the newest absence, or that nothing was published."""
    row = leading_row(series)
    if row is not None:
        return _end(_clause(row, series, wording), wording)
    absence = max(series.observations, key=lambda row: row.year, default=None)
    if absence is None:
        return wording.t("sentence.nothing")
    return _end(_in_year(absence, series, wording), wording)


def map_sentence(
    latest: Series, wording: Wording, asked: int | None = None, *, this_year: int
) -> str:
    """How many countries and territories have a figure, how old these are, how many have none.

    With a year asked for: how many have a figure of that year, and how many an earlier one.
    """
    ages = honest_years(latest, asked, this_year=this_year)
    told = {
        name: isolate(str(year), wording)
        for name, year in (
            ("first", ages.first),
            ("last", ages.last),
            ("recent_from", this_year - RECENT + 1),
            ("old_before", this_year - DECADE + 1),
            ("asked", asked),
        )
    }
    told |= {
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
    return " ".join(wording.t(f"sentence.map.{part}", **told) for part in parts)


def _valued_clause(ages: HonestYears, asked: int | None) -> str:
    if not ages.valued:
        return "nobody"
    if asked is not None:
        return "asked_earlier" if ages.earlier else "asked"
    if ages.first == ages.last:
        return "one_year"
    return "years_old" if ages.old else "years"


def _end(text: str, wording: Wording) -> str:
    return wording.t("sentence.end", text=f"{text[0].upper()}{text[1:]}")


def _year(row: Observation, wording: Wording) -> str:
    return isolate(str(row.year), wording)


def _flagged(row: Observation, indicator: Indicator, wording: Wording) -> str:
    value, flag = read_figure(row, indicator, wording), flags(row, wording)
    return wording.t("figure.flagged", value=value, flag=flag) if flag else value


def _clause(row: Observation, series: Series, wording: Wording) -> str:
    """The figure in a clause; indicators of child labour have one that names children."""
    key = f"sentence.share.{row.indicator}"
    youngest, _, oldest = row.age.partition("-")
    whole = row.sex == "T" and row.category == TOTAL
    if key in wording.texts and whole and oldest:
        age = wording.t(
            "figure.age_span", first=isolate(youngest, wording), last=isolate(oldest, wording)
        )
        flag = flags(row, wording)
        return wording.t(
            key,
            year=_year(row, wording),
            value=read_figure(row, series.indicator, wording),
            age=age,
            area=area_name(row.area, series),
            flag=wording.t("sentence.separator") + flag if flag else "",
        )
    return wording.t(
        "sentence.latest",
        indicator=_what(row, series.indicator, wording),
        area=area_name(row.area, series),
        value=_flagged(row, series.indicator, wording),
        year=_year(row, wording),
    )


def _what(row: Observation, indicator: Indicator, wording: Wording) -> str:
    """The indicator's name with whatever narrows it: category, age, sex."""
    name = wording.indicator(indicator, "name")
    parts = [name]
    if row.category != TOTAL:
        parts.append(wording.t(f"category.{row.dimension}.{row.category}"))
    if row.age not in {"", TOTAL} and not says_age(name, row.age):
        parts.append(age_text(row.age, wording))
    if row.sex != "T":
        parts.append(sex_of(row, indicator, wording))
    return wording.t("sentence.comma").join(parts)


def _in_year(row: Observation, series: Series, wording: Wording, *, value: str = "") -> str:
    name = wording.indicator(series.indicator, "name")
    return wording.t(
        "sentence.in_year",
        indicator=name if value else _what(row, series.indicator, wording),
        area=area_name(row.area, series),
        year=_year(row, wording),
        value=value or read_figure(row, series.indicator, wording),
    )
