"""The figures of a view as a table: full values as published, absences in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from components import numbers
from components.cards import note_text
from components.contradiction_words import contradiction_words
from components.explore.facets import category_names, source_name
from components.explore.links import Links
from components.explore.view import View
from components.markup import render
from components.wording import Wording
from data.records import TOTAL, VALUELESS_STATUS, Area, Indicator, Known, Observation

MOST_ROWS: Final = 200
DASH: Final = "\u2013"


def sorted_rows(
    rows: Sequence[Observation], sort: str, areas: Mapping[str, Area]
) -> list[Observation]:
    """By the name of the country, by value (absences last) or by year, the newest first."""
    by_name = sorted(
        rows, key=lambda row: areas[row.area].by_name if row.area in areas else ("", "")
    )
    if sort == "value":
        return sorted(by_name, key=lambda row: (row.value is None, -(row.value or 0)))
    if sort == "year":
        return sorted(by_name, key=lambda row: -row.year)
    return by_name


def _flags(row: Observation, wording: Wording) -> str:
    """Nature and status in words; nothing of an ordinary figure."""
    said = []
    if row.nature and f"charts.flag_nature.{row.nature}" in wording.texts:
        said.append(wording.t(f"charts.flag_nature.{row.nature}"))
    elif row.nature == "C":
        said.append(wording.t("explore_page.nature_country"))
    if row.status != "A" and row.status not in VALUELESS_STATUS:
        said.append(wording.t(f"charts.flag_status.{row.status}"))
    return wording.t("sentence.comma").join(said)


def _notes(row: Observation, contradictions: Sequence[str], wording: Wording) -> str:
    """What is to be known beside a figure: flags, what contradicts it, notes."""
    said = filter(None, (_flags(row, wording), contradiction_words(contradictions, wording)))
    return note_text(wording.t("sentence.separator").join(said), row.note, wording)


def _age(age: str, wording: Wording) -> str:
    """The bare years: the column says that they are ages."""
    return numbers.age_text(age, wording) if age == TOTAL else numbers.age_span(age, wording)


def _sex(row: Observation, indicator: Indicator, wording: Wording) -> str:
    both = row.sex == "T"
    return wording.t("explore_page.both") if both else numbers.sex_of(row, indicator, wording)


def _value(row: Observation, known: Known, wording: Wording) -> dict[str, Any]:
    indicator = known.indicators[row.indicator]
    interval = ""
    if row.value is None:
        absent = numbers.figure(row, indicator, wording)
        return {"text": absent, "absent": True, "interval": interval}
    if row.lower is not None and row.upper is not None:
        low, high = (numbers.number(bound, wording) for bound in (row.lower, row.upper))
        interval = wording.t("explore_page.interval", lower=low, upper=high)
    return {"text": numbers.number(row.value, wording), "absent": False, "interval": interval}


def figures_table(
    rows: Sequence[Observation],
    total: int,
    view: View,
    known: Known,
    links: Links,
    wording: Wording,
    *,
    label: str = "",
    contradicted: Callable[[Observation], Sequence[str]] = lambda _row: (),
) -> str:
    """A table of the first rows in the asked order, told how many there are in all.

    `contradicted` gives the codes of what contradicts a figure.
    """
    ordered = sorted_rows(rows, view.sort, known.areas)[:MOST_ROWS]
    several = len({row.indicator for row in rows}) > 1
    parted = any(row.category != TOTAL for row in rows)
    category: Callable[[str], str] = category_names(known, wording)
    lines = []
    for row in ordered:
        indicator = known.indicators[row.indicator]
        cells = [
            wording.of(indicator, "short") if several else None,
            numbers.isolate(str(row.year), wording),
            _value(row, known, wording),
            wording.t(f"unit_short.{row.unit or indicator.unit}"),
            _age(row.age, wording),
            _sex(row, indicator, wording),
            category(row.category) if parted else None,
            _notes(row, contradicted(row), wording) or DASH,
            row.survey or wording.t("explore_page.not_named"),
            source_name(row.source, known, wording),
        ]
        area = known.areas.get(row.area)
        lines.append((area.name if area else row.area, [c for c in cells if c is not None]))
    heads = ["indicator"] * several + ["year", "value", "unit", "age", "sex"]
    heads += ["category"] * parted + ["nature", "survey", "source"]
    said = {"shown": numbers.number(len(ordered), wording), "count": numbers.number(total, wording)}
    key = "caption_all" if len(ordered) == total else "caption"
    return render(
        "explore_table.html",
        t=wording.t,
        label=label,
        title=wording.plural("explore_page.rows_title", total, **said),
        caption=wording.t(f"explore_page.{key}", **said),
        heads=[_head(name, view, links, wording) for name in ("area", *heads)],
        lines=lines,
        full=len(lines) > 20,
    )


SORTED_BY: Final = {"area": "name", "value": "value", "year": "year"}


def _head(name: str, view: View, links: Links, wording: Wording) -> dict[str, Any]:
    sort = SORTED_BY.get(name, "")
    key = f"explore_page.column.{name}"
    return {
        "text": wording.t(key) if key in wording.texts else wording.t(f"column.{name}"),
        "href": links.to(replace(view, sort=sort)) if sort else "",
        "sorted": {"name": "ascending", "value": "descending", "year": "descending"}.get(sort, "")
        if sort == view.sort
        else "",
        "number": name in {"year", "value"},
        "name": name,
    }
