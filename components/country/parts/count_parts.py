"""The parts of a count of people as one bar of its total, with names and figures under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components import numbers
from components.country.parts.yearly_counts import count_text
from components.wording import Wording
from data.methods.parts import Breakdown
from data.methods.separable import Lines
from data.records import TOTAL, Observation, Series

ORDER: Final = (
    "F_T",
    "M_T",
    "T0-17",
    "T18+",
    "FORCED_LABOUR",
    "SEXUAL_EXPLOITATION",
    "OTHER_FORMS",
    "NATIONAL",
    "STATELESS",
    "OTHER",
    "UNKNOWN",
)
"""Parts in the order in which they stand in a bar."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part. `share` is percent of the bar, 0 for a part that has no length; `tone` 1 to 4 or
    `rest` for what is not stated, `hidden` for a suppressed part, empty for one that is only told;
    one without a name is only drawn."""

    name: str
    value: str
    tip: str
    share: float
    tone: str


@dataclass(frozen=True, slots=True)
class PartsBar:
    """A breakdown of one year, named above its bar."""

    name: str
    segments: tuple[Segment, ...]
    note: str = ""
    """A sentence under the bar: how lines without names were added, or why nothing is stacked."""

    @property
    def drawn(self) -> bool:
        """Whether any part has a length."""
        return any(segment.share for segment in self.segments)


def parts_bar(
    part: Breakdown, series: Series, wording: Wording, lines: Lines | None = None
) -> PartsBar:
    """The parts on the length of the published total, the rest hatched; without a total, on their
    own sum. What a suppressed part may be is never computed from the rest.

    `lines` are those of one form without names: one part where adding them is proved, else the
    whole bar is hatched and nothing is stacked.
    """
    counted = sorted(filter(_telling, part.rows), key=_place)
    if lines is not None and (why := _not_stacked(part, lines, wording)):
        return _unstacked(part, counted, lines, why, series, wording)
    known = sum(row.value for row in counted if row.value is not None)
    known += lines.known if lines is not None else 0.0
    total = part.total.value if part.total is not None else None
    # Parts may exceed their total (told elsewhere); a bar never runs over its end.
    whole = max(total or 0.0, known) or 1.0
    segments = []
    for place, row in enumerate(counted, 1):
        name = _name(part, row, wording)
        figure = numbers.figure(row, series.indicator, wording)
        segments.append(
            Segment(
                name,
                count_text(row, series.indicator, wording),
                wording.t("country.counts.of_kind", kind=name, name=figure),
                round(100 * (row.value or 0.0) / whole, 2),
                str(min(place, 4)) if row.value is not None else "hidden",
            )
        )
    if lines is not None:
        segments.append(_added(lines, len(segments) + 1, whole, wording))
    rest = whole - known if total is not None else 0.0
    if rest > 0:
        hidden = any(row.value is None for row in (*part.rows, *(lines.rows if lines else ())))
        segments.append(_rest(part, rest, 100 * rest / whole, wording, hidden=hidden))
    note = _how_added(lines, wording) if lines is not None else ""
    return PartsBar(_bar_name(part, wording), tuple(segments), note)


def _bar_name(part: Breakdown, wording: Wording) -> str:
    key = "by_year" if part.total is not None else "by_year_no_total"
    kind = wording.t(f"country.parts.{part.by}")
    return wording.t(f"country.parts.{key}", kind=kind, year=part.year)


def _added(lines: Lines, place: int, whole: float, wording: Wording) -> Segment:
    """The sum of lines without names as one part; hidden ones among them make it a least."""
    number = numbers.read_count(lines.known, wording)
    if lines.low != lines.high:
        number = wording.t("country.trafficking.at_least", number=number)
    name = wording.t(f"category.form.{lines.form}")
    tip = wording.t("country.counts.of_kind", kind=name, name=number)
    return Segment(name, number, tip, round(100 * lines.known / whole, 2), str(min(place, 4)))


def _how_added(lines: Lines, wording: Wording) -> str:
    return wording.t(
        f"separable.added_{lines.proof}",
        form=wording.t(f"category.form.{lines.form}"),
        count=numbers.number(len(lines.rows), wording),
    )


def _not_stacked(part: Breakdown, lines: Lines, wording: Wording) -> str:
    """Why the forms of a year are not stacked; empty where they may be."""
    form = wording.t(f"category.form.{lines.form}")
    count = numbers.number(len(lines.rows), wording)
    if not lines.separable:
        return wording.t("separable.not_separable", form=form, count=count)
    total = part.total.value if part.total is not None else None
    together = part.low + lines.low
    if lines.proof == "total" or total is None or together <= total:
        return ""
    return wording.t(
        "separable.above_total",
        form=form,
        count=count,
        sum=numbers.read_count(together, wording),
        total=numbers.read_count(total, wording),
    )


def _unstacked(
    part: Breakdown,
    counted: list[Observation],
    lines: Lines,
    why: str,
    series: Series,
    wording: Wording,
) -> PartsBar:
    """One hatched bar and the figures as they were published, none of them as a share."""
    told = [Segment("", "", why, 100.0, "rest")]
    for row in (*counted, *lines.rows):
        name = wording.t(f"category.{row.dimension}.{row.category}")
        tip = wording.t(
            "country.counts.of_kind", kind=name, name=numbers.figure(row, series.indicator, wording)
        )
        told.append(Segment(name, count_text(row, series.indicator, wording), tip, 0.0, ""))
    return PartsBar(_bar_name(part, wording), tuple(told), why)


def _place(row: Observation) -> int:
    """Where a part stands: what is named first, what is other or unknown last."""
    code = row.category if row.category != TOTAL else f"{row.sex}{row.age}"
    return ORDER.index(code) if code in ORDER else len(ORDER)


def _rest(part: Breakdown, rest: float, share: float, wording: Wording, *, hidden: bool) -> Segment:
    """What the parts leave of the total: without a figure where one of them is `hidden`."""
    key = "rest_citizenship" if part.by == "citizenship" else "rest"
    name = wording.t(f"country.parts.{key}")
    value = "" if hidden else numbers.read_count(rest, wording)
    return Segment(name, value, name, round(share, 2), "rest")


def _telling(row: Observation) -> bool:
    """Whether a part is named: the zeros of a sex that is neither are filled in everywhere."""
    return row.value is None or row.value > 0 or row.dimension != "sex_recorded"


def _name(part: Breakdown, row: Observation, wording: Wording) -> str:
    if part.by == "age":
        return wording.t(f"country.parts.{'children' if row.age == '0-17' else 'adults'}")
    if part.by == "sex" and row.sex != "T":
        return wording.t(f"country.counts.sex_{row.sex}")
    if part.by == "sex":
        return wording.t(f"country.parts.sex_{row.category}")
    return wording.t(f"category.{row.dimension}.{row.category}")
