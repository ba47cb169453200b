"""Which observations of a Series a figure shows, and how each is named, coloured and explained."""

from __future__ import annotations

from collections.abc import Iterable

from components.charts.frame import By, lines
from components.numbers import age_text, figure, isolate, number, of_children, sex_of, sex_text
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Indicator, Observation, Series


def code_of(row: Observation, by: By) -> str:
    """The code of an observation in one of the ways to tell series apart."""
    return str(getattr(row, by))


def codes(rows: Iterable[Observation], by: By) -> tuple[str, ...]:
    """The codes present, in the order of the rows; sexes always total, female, male."""
    found = dict.fromkeys(code_of(row, by) for row in rows)
    if by == "sex":
        return tuple(code for code in ("T", "F", "M") if code in found)
    return tuple(found)


def label(code: str, by: By, series: Series, wording: Wording) -> str:
    """A code in the reader's words."""
    if by == "sex":
        return sex_text(code, _age_of(series), wording)
    if by == "age":
        return age_text(code, wording)
    if by == "area":
        return area_name(code, series)
    if code == TOTAL:
        return wording.t("charts.total")
    dimensions = {row.dimension for row in series.observations if row.category == code}
    return wording.t(f"category.{min(dimensions)}.{code}")


def _age_of(series: Series) -> str:
    """The age of everyone in a Series; empty when it holds several that are not all children's."""
    ages = {row.age for row in series.observations} - {"", TOTAL} or {series.indicator.age}
    return min(ages) if all(map(of_children, ages)) or len(ages) == 1 else ""


def area_name(code: str, series: Series) -> str:
    """The name of an area as the series carries it, the code when it carries none."""
    return next((area.name for area in series.areas if area.code == code), code)


def colours(
    keys: tuple[str, ...], by: By, indicator: Indicator, palette: Palette
) -> dict[str, str]:
    """A colour a code: by meaning for sexes, the theme's for a lone series, else the list's."""
    if len(keys) == 1:
        return {keys[0]: palette.themes[indicator.theme]}
    if by == "sex":
        return {key: palette.sexes[key] for key in keys}
    return {
        key: palette.categorical[place % len(palette.categorical)] for place, key in enumerate(keys)
    }


def totals(series: Series, *, by: By, split: By | None = None) -> tuple[Observation, ...]:
    """The observations a figure of parts may set beside each other: parts in `by` and `split`,
    totals in everything else, so that nobody is counted twice.

    Raises ValueError when several ages or dimensions would have to be mixed; choose one first.
    """
    rows = series.observations
    told_apart = {by, split}
    for name, wanted in (("sex", "T"), ("category", TOTAL)):
        present = {getattr(row, name) for row in rows}
        if name in told_apart:
            parts = present - {wanted}
            rows = tuple(row for row in rows if not parts or getattr(row, name) in parts)
        elif wanted in present:
            rows = tuple(row for row in rows if getattr(row, name) == wanted)
    rows = _one_age(rows, series.indicator, apart="age" in told_apart)
    dimensions = {row.dimension for row in rows}
    if len(dimensions) > 1:
        raise ValueError(
            f"{series.indicator.code} mixes the dimensions {sorted(dimensions)}; choose one"
        )
    return rows


def _one_age(
    rows: tuple[Observation, ...], indicator: Indicator, *, apart: bool
) -> tuple[Observation, ...]:
    ages = {row.age for row in rows}
    if apart:
        parts = ages - {TOTAL}
        return tuple(row for row in rows if not parts or row.age in parts)
    if len(ages) < 2:
        return rows
    whole = next((age for age in (TOTAL, indicator.age) if age in ages), None)
    if whole is None:
        raise ValueError(f"{indicator.code} mixes the ages {sorted(ages)}; choose one")
    return tuple(row for row in rows if row.age == whole)


def flags(row: Observation, wording: Wording) -> str:
    """What the publisher says about the quality of a figure, in words; empty when nothing."""
    words = [
        wording.texts.get(f"charts.flag_status.{row.status}", ""),
        wording.texts.get(f"charts.flag_nature.{row.nature}", "") if row.nature else "",
    ]
    return wording.t("sentence.comma").join(dict.fromkeys(str(word) for word in words if word))


def hover(row: Observation, series: Series, wording: Wording) -> str:
    """What a point tells: who, year, value with unit, interval, survey, flag, source; escaped."""
    who = [area_name(row.area, series)]
    if row.category != TOTAL:
        who.append(wording.t(f"category.{row.dimension}.{row.category}"))
    who.append(sex_of(row, series.indicator, wording))
    if row.age not in {"", TOTAL}:
        who.append(age_text(row.age, wording))
    value = figure(row, series.indicator, wording)
    interval = ""
    if row.lower is not None and row.upper is not None:
        interval = wording.t(
            "charts.interval",
            lower=number(row.lower, wording),
            upper=number(row.upper, wording),
        )
    flag = flags(row, wording)
    source = series.source(row.source)
    return lines(
        " · ".join(who),
        wording.t("charts.year_value", year=isolate(str(row.year), wording), value=value),
        interval,
        _survey(row, series.indicator, wording),
        wording.t("charts.flag", flag=flag) if flag else "",
        wording.t(
            "charts.source",
            publisher=source.publisher,
            vintage=isolate(row.vintage or source.vintage, wording),
        ),
    )


def _survey(row: Observation, indicator: Indicator, wording: Wording) -> str:
    if row.survey:
        return wording.t("charts.survey", survey=isolate(row.survey, wording))
    return wording.t("charts.survey_unknown") if indicator.method == "survey" else ""
