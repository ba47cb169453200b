"""Which observations of a Series a figure shows, and how each is named, coloured and explained."""

from __future__ import annotations

from components.charts.frame import lines
from components.numbers import age_text, figure, isolate, number, sex_of
from components.wording import Wording
from data.methods.uncertainty import interval_unpublished
from data.records import TOTAL, Indicator, Observation, Series


def area_name(code: str, series: Series) -> str:
    """The name of an area as the series carries it, the code when it carries none."""
    return next((area.name for area in series.areas if area.code == code), code)


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
            "charts.interval", lower=number(row.lower, wording), upper=number(row.upper, wording)
        )
    elif interval_unpublished(row, series.indicator):
        interval = wording.t("uncertainty.interval_unpublished")
    flag = flags(row, wording)
    source = series.source(row.source)
    return lines(
        " · ".join(who),
        wording.t("charts.year_value", year=row.year, value=value),
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
