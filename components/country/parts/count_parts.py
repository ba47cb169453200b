"""The parts of a count of people as one bar of its total, with names and figures under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components import numbers
from components.country.parts.yearly_counts import count_text
from components.wording import Wording
from data.methods.parts import Breakdown
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
    `rest` for what is not stated and `hidden` for a suppressed part."""

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

    @property
    def drawn(self) -> bool:
        """Whether any part has a length."""
        return any(segment.share for segment in self.segments)


def parts_bar(part: Breakdown, series: Series, wording: Wording) -> PartsBar:
    """The parts on the length of the published total, the rest hatched; without a total, on their
    own sum. What a suppressed part may be is never computed from the rest."""
    counted = sorted(filter(_telling, part.rows), key=_place)
    known = sum(row.value for row in counted if row.value is not None)
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
    rest = whole - known if total is not None else 0.0
    if rest > 0:
        segments.append(_rest(part, rest, 100 * rest / whole, wording))
    key = "by_year" if part.total is not None else "by_year_no_total"
    name = wording.t(
        f"country.parts.{key}", kind=wording.t(f"country.parts.{part.by}"), year=part.year
    )
    return PartsBar(name, tuple(segments))


def _place(row: Observation) -> int:
    """Where a part stands: what is named first, what is other or unknown last."""
    code = row.category if row.category != TOTAL else f"{row.sex}{row.age}"
    return ORDER.index(code) if code in ORDER else len(ORDER)


def _rest(part: Breakdown, rest: float, share: float, wording: Wording) -> Segment:
    """What the parts leave of the total: without a figure where one of them is suppressed."""
    hidden = any(row.value is None for row in part.rows)
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
