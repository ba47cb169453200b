"""What is dated in a span as a CSV file: one row an item, figures as counts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from components.downloads import LINE_END
from components.since.lines import line_of
from components.wording import Wording
from data.methods.formula_mark import marked
from data.methods.since.records import SECTIONS, Edition, Item, Since
from data.methods.since.span import edition_days
from data.records import Area, Described

COLUMNS: Final = (
    *("section", "certainty", "date", "end", "precision", "first_day", "last_day"),
    *("area", "area_name", "kind", "state", "what", "from", "to", "who", "source", "page"),
)
"""In this order for as long as the address is `/api/v1/`; new columns come at the end."""

_PRECISION: Final = ("year", "month", "day")


def precision(item: Item) -> str:
    """day, month or year as published; period where any day of it may be meant."""
    if item.state == "period" and item.section not in {"due", "plans"}:
        return "period"
    return _PRECISION[(item.end or item.date).count("-")]


def _names(codes: str, areas: Mapping[str, Area]) -> str:
    return "; ".join(areas[code].name if code in areas else code for code in codes.split(";"))


def _item(item: Item, certainty: str, areas: Mapping[str, Area], wording: Wording) -> list[str]:
    what = line_of(item, areas, wording).what
    return [
        *(item.section, certainty, item.date, item.end, precision(item)),
        *(day.isoformat() for day in item.days),
        *(item.area, _names(item.area, areas), item.kind, item.state, what),
        *(item.before, item.after, item.who, item.source, item.page),
    ]


def _edition(one: Edition, certainty: str, about: Described, wording: Wording) -> list[str]:
    days = edition_days(one.vintage)
    spread = _PRECISION[one.vintage.count("-")] if "Q" not in one.vintage else "quarter"
    return [
        *("figures", certainty, one.vintage, "", spread),
        *(day.isoformat() for day in days or ()),
        *("", "", "edition", "held"),
        *_figure(one.indicator, one.source, "", str(one.figures), about, wording),
    ]


def _figure(
    indicator: str, source: str, before: str, after: str, about: Described, wording: Wording
) -> list[str]:
    name = wording.of(about.indicators[indicator], "name")
    known = about.sources.get(source)
    title = f"{known.publisher}, {known.title}" if known else source
    return [name, before, after, "", title, known.address if known else ""]


def _figures(found: Since, about: Described, wording: Wording) -> Iterator[list[str]]:
    """Counts of new, revised and withdrawn figures, then the editions dated in the span."""
    span, news = found.span, found.figures
    for one in news.counts:
        for kind in ("new", "revised", "withdrawn"):
            if count := getattr(one, kind):
                yield [
                    *("figures", "in", "", "", ""),
                    *(span.first.isoformat(), span.last.isoformat()),
                    *("", "", kind, "held"),
                    *_figure(one.indicator, one.source, "", str(count), about, wording),
                ]
    sure = (_edition(one, "in", about, wording) for one in news.editions)
    may = (_edition(one, "may", about, wording) for one in news.may)
    yield from chain(sure, may)


def since_csv(found: Since, about: Described, wording: Wording) -> str:
    """The rows with their header; areas named in the language of `wording`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(COLUMNS)
    for key in SECTIONS:
        section = found.sections[key]
        for certainty, items in (("in", section.items), ("may", section.may)):
            for item in items:
                row = _item(item, certainty, about.areas, wording)
                writer.writerow([marked(cell) for cell in row])
    for row in _figures(found, about, wording):
        writer.writerow([marked(cell) for cell in row])
    return buffer.getvalue()
