"""One sentence about a Series, generated from its figures in the reader's language.

Every figure has its year; "down from" is said only of comparable figures; absences say which kind
they are; detected victims are called detected.
"""

from __future__ import annotations

from components.charts.map_classes import honest_years
from components.charts.selection import area_name, flags, totals
from components.numbers import age_text, figure, isolate, number, percent, quantity
from components.wording import Wording
from data.methods.change import Change, change, latest
from data.methods.comparability import why_not
from data.records import SUPPRESSED, TOTAL, Indicator, Observation, Series

COMPUTED_DECIMALS = 1
"""Decimals of a relative change, the one figure here that is ours and not a publisher's."""


def latest_sentence(series: Series, wording: Wording) -> str:
    """The newest figure with its year, or the newest absence, or that nothing was published."""
    row = latest(series.observations)
    if row is not None:
        return _end(_clause(row, series, wording), wording)
    absence = max(series.observations, key=lambda row: row.year, default=None)
    if absence is None:
        return wording.t("sentence.nothing")
    return _end(_in_year(absence, series, wording), wording)


def trend_sentence(series: Series, wording: Wording) -> str:
    """The newest figure and what became of the first comparable one, or why none is comparable."""
    row = latest(series.observations)
    if row is None:
        return latest_sentence(series, wording)
    method = series.indicator.method
    found = change(series.observations, method=method)
    clause = _clause(row, series, wording)
    if found.first is not None and found.last == row:
        remark = _since(found, series.indicator, wording)
    elif found.first is not None and found.last is not None:
        reason = why_not(found.last, row, method=method) or "too_close"
        remark = _not_comparable(reason, wording)
    elif found.reason == "too_few":
        remark = wording.t("sentence.alone_survey" if method == "survey" else "sentence.alone")
    else:
        remark = _not_comparable(found.reason, wording)
    return _end(wording.t("sentence.joined", clause=clause, remark=remark), wording)


def counts_sentence(series: Series, wording: Wording) -> str:
    """The newest year's count (or its parts when no total is published), what was suppressed, and,
    for trafficking, that detection is not prevalence."""
    years = [row.year for row in series.observations]
    if not years:
        return wording.t("sentence.nothing")
    newest = latest(series.observations)
    year = max(years) if newest is None else newest.year
    rows = tuple(row for row in series.observations if row.year == year)
    whole = next((row for row in rows if row.category == TOTAL and row.sex == "T"), None)
    parts = tuple(
        row
        for row in totals(
            Series(series.indicator, series.areas, series.sources, rows), by="category"
        )
        if row.category != TOTAL
    )
    row = whole or rows[0]
    known = (
        figure(whole, series.indicator, wording)
        if whole
        else _listing([part for part in parts if part.value is not None], series.indicator, wording)
    )
    texts = [_end(_in_year(row, series, wording, value=known), wording)] if known else []
    hidden = [part for part in parts if part.status == SUPPRESSED]
    if hidden:
        words = _listing(hidden, series.indicator, wording)
        texts.append(wording.t("sentence.suppressed_parts", parts=words))
    if series.indicator.theme == "trafficking":
        texts.append(wording.t("sentence.detected"))
    return " ".join(texts)


def change_sentence(change: Change, indicator: Indicator, wording: Wording) -> str:
    """First and last comparable figure with the difference, or why no change can be stated."""
    if change.first is None or change.last is None or change.difference is None:
        reason = wording.t(f"reason.{change.reason}")
        return wording.t("sentence.change_none", reason=reason)
    clause = wording.t(
        f"sentence.change_{_direction(change.difference)}",
        last=_flagged(change.last, indicator, wording),
        last_year=_year(change.last, wording),
        first=_flagged(change.first, indicator, wording),
        first_year=_year(change.first, wording),
    )
    if not change.difference:
        return _end(clause, wording)
    unit = change.last.unit or indicator.unit
    if unit == "PERCENT":
        details = [wording.t("sentence.points", number=number(change.difference, wording))]
    else:
        value = quantity(change.difference, unit, wording)
        details = [wording.t("sentence.difference", value=value)]
    if change.relative is not None:
        value = percent(change.relative, wording, COMPUTED_DECIMALS)
        details.append(wording.t("sentence.relative", value=value))
    separator = wording.t("sentence.separator")
    return _end(
        wording.t("sentence.details", clause=clause, details=separator.join(details)), wording
    )


def map_sentence(latest: Series, wording: Wording, asked: int | None = None) -> str:
    """How many countries and territories show which year, an earlier one, or nothing."""
    common, kinds = honest_years(latest, asked)
    parts = []
    if common is not None:
        parts += [
            wording.t(
                "sentence.map_current",
                year=isolate(str(common), wording),
                count=number(kinds["current"], wording),
            ),
            wording.t("sentence.map_earlier", count=number(kinds["earlier"], wording)),
        ]
    if kinds["suppressed"]:
        parts.append(
            wording.t("sentence.map_suppressed", count=number(kinds["suppressed"], wording))
        )
    parts.append(wording.t("sentence.map_nothing", count=number(kinds["no_data"], wording)))
    return _end(wording.t("sentence.separator").join(parts), wording)


def _end(text: str, wording: Wording) -> str:
    return wording.t("sentence.end", text=f"{text[0].upper()}{text[1:]}")


def _year(row: Observation, wording: Wording) -> str:
    return isolate(str(row.year), wording)


def _flagged(row: Observation, indicator: Indicator, wording: Wording) -> str:
    value, flag = figure(row, indicator, wording), flags(row, wording)
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
            value=figure(row, series.indicator, wording),
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
    parts = [wording.indicator(indicator, "name")]
    if row.category != TOTAL:
        parts.append(wording.t(f"category.{row.dimension}.{row.category}"))
    if row.age not in {"", TOTAL}:
        parts.append(age_text(row.age, wording))
    if row.sex != "T":
        parts.append(wording.t(f"charts.sex.{row.sex}"))
    return wording.t("sentence.comma").join(parts)


def _in_year(row: Observation, series: Series, wording: Wording, *, value: str = "") -> str:
    name = wording.indicator(series.indicator, "name")
    return wording.t(
        "sentence.in_year",
        indicator=name if value else _what(row, series.indicator, wording),
        area=area_name(row.area, series),
        year=_year(row, wording),
        value=value or figure(row, series.indicator, wording),
    )


def _listing(rows: list[Observation], indicator: Indicator, wording: Wording) -> str:
    return wording.t("sentence.comma").join(
        wording.t(
            "sentence.part",
            category=wording.t(f"category.{row.dimension}.{row.category}"),
            value=isolate(row.suppressed, wording)
            if row.suppressed
            else figure(row, indicator, wording),
        )
        for row in rows
    )


def _direction(difference: float) -> str:
    if not difference:
        return "same"
    return "down" if difference < 0 else "up"


def _since(found: Change, indicator: Indicator, wording: Wording) -> str:
    assert found.first is not None and found.difference is not None
    return wording.t(
        f"sentence.since_{_direction(found.difference)}",
        value=_flagged(found.first, indicator, wording),
        year=_year(found.first, wording),
    )


def _not_comparable(reason: str, wording: Wording) -> str:
    return wording.t("sentence.not_comparable", reason=wording.t(f"reason.{reason}"))
