"""Counts by year as columns from zero: what is drawn, what is written over it, what is a dash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from components import numbers
from components.cards import Strength, TableTwin
from components.change_words import graded
from components.charts.plot import Column, Label, Plot, Tick, YearAxis, percent_of, round_steps
from components.charts.selection import flags
from components.wording import Wording
from data.methods.change import INDICATIVE, NOT_COMPARABLE
from data.methods.selection import Representative
from data.records import SUPPRESSED, TOTAL, Indicator, Observation, Series

LAST_YEAR: Final = 2023
"""The newest year in the publisher's edition of October 2025: up to here a year without a row is a
year for which nothing was reported."""

STAR: Final = "*"
"""Stands behind a count whose parts cannot be true beside it."""

UNRELIABLE: Final = "U"

_LETTER: Final = 7.8
"""Pixels of one letter of the small type, on the safe side."""

_LINE: Final = 18
_MARK: Final = 7.0
"""Height in percent of the small box that stands for a suppressed figure."""

_GAP: Final = 1.1
"""Half the length, in percent, of the dash for a year with nothing."""

_PHONE: Final = 270.0
"""Pixels that a plot has on a phone."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """One year's count. `value` None: suppressed, and `text` is the publisher's mark.

    `inner` is the part from zero upwards that is drawn filled, the rest of the column pale.
    """

    value: float | None
    text: str
    tip: str
    look: Literal["filled", "hatched", "pale"] = "filled"
    inner: float | None = None
    inner_tip: str = ""


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a label stands, in pixels; labels may not cover one another."""

    left: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and abs(self.bottom - other.bottom) < _LINE
        )


def count_text(row: Observation, about: Indicator, wording: Wording) -> str:
    """A count for the eye, or the publisher's mark for a suppressed one."""
    if row.value is None and row.suppressed:
        return numbers.isolate(row.suppressed, wording)
    return numbers.read_figure(row, about, wording)


def year_count(
    row: Observation, about: Indicator, wording: Wording, *, starred: bool = False
) -> YearCount:
    """One year's published row as a column; hatched where the publisher doubts it."""
    exact = numbers.figure(row, about, wording)
    flag = flags(row, wording)
    tip = wording.t(
        "charts.year_value",
        year=row.year,
        value=wording.t("figure.flagged", value=exact, flag=flag) if flag else exact,
    )
    text = count_text(row, about, wording)
    doubted = row.value is None or row.status == UNRELIABLE
    return YearCount(
        row.value, text + STAR if starred else text, tip, "hatched" if doubted else "filled"
    )


def year_columns(
    counts: Mapping[int, YearCount],
    first: int,
    wording: Wording,
    *,
    alt: str,
    height: int,
    top: float = 0.0,
    width: float = 500.0,
    axis: bool = True,
    values: bool = False,
) -> Plot:
    """The columns of `first` to LAST_YEAR, a dash for every year without a count.

    `top` is the scale's end, by default the highest count. `width` is about how many pixels the
    plot has: labels that would not fit are left to the hover, but for the newest and the highest.
    `axis`: years below; `values`: a grid with round values at the left.
    """
    years = range(first, LAST_YEAR + 1)
    slot = 100 / len(years)
    highest = top or max((c.value for c in counts.values() if c.value is not None), default=0.0)
    # With a grid the scale ends at its last round value, without one at the highest count.
    steps = round_steps(highest, 4)
    scale = max(highest, steps[-1] if values else highest) or 1.0
    middle = {year: round((place + 0.5) * slot, 2) for place, year in enumerate(years)}
    columns: list[Column] = []
    for year in years:
        if year in counts:
            columns += _column(counts[year], middle[year], min(0.62 * slot, 9.0), scale)
        else:
            columns.append(_dash(middle[year], year, height, wording))
    labels = _labels(counts, middle, slot, scale, height, width)
    return Plot(
        alt,
        height,
        columns=columns,
        labels=labels,
        x_ticks=[Tick(middle[y], numbers.isolate(y, wording)) for y in _named(years)]
        if axis
        else (),
        y_ticks=[
            Tick(percent_of(step, scale, 0), numbers.read_count(step, wording)) for step in steps
        ]
        if values
        else [Tick(100, "")],
        left=max(len(numbers.read_count(step, wording)) for step in steps) * 8 + 8 if values else 0,
        right=_overhang(labels, width),
        above=22,
        years=YearAxis(first, LAST_YEAR, 0, round(slot, 4)) if axis else None,
    )


def telling(counts: Mapping[int, YearCount]) -> bool:
    """Whether columns say more than their labels: from three counts on that are not all zero."""
    values = [count.value for count in counts.values() if count.value is not None]
    return len(values) > 2 and max(values) > 0


def tight(counts: Mapping[int, YearCount], first: int) -> bool:
    """Whether the labels would meet on a phone, where only the strong ones then stay."""
    widest = max((_wide(count.text) for count in counts.values()), default=0.0)
    return widest > _PHONE / (LAST_YEAR - first + 1)


def _dash(middle: float, year: int, height: int, wording: Wording) -> Column:
    """A year for which nothing was reported: a dash over the base line, never a zero."""
    tip = wording.t("charts.year_value", year=year, value=wording.t("figure.not_reported"))
    thick = round(200 / height, 2)
    left = round(middle - _GAP, 2)
    return Column(left, round(100 - 3 * thick, 2), 2 * _GAP, thick, "muted", tip)


def year_list(years: Sequence[int], wording: Wording) -> str:
    """`2013, 2015, 2018–2020`: years in words, runs of three or more as a span."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = []
    for run in runs:
        if len(run) > 2:
            parts.append(numbers.year_range(run[0], run[-1], wording))
        else:
            parts += [numbers.isolate(year, wording) for year in run]
    return wording.t("sentence.comma").join(parts)


def _column(count: YearCount, middle: float, width: float, scale: float) -> list[Column]:
    left = round(middle - width / 2, 2)
    rounded = round(width, 2)
    if count.value is None:
        return [Column(left, 100 - _MARK, rounded, _MARK, "theme", count.tip, "hatched")]
    tall = percent_of(count.value, 0, scale)
    whole = Column(left, round(100 - tall, 2), rounded, tall, "theme", count.tip, count.look)
    if count.inner is None:
        return [whole]
    inner = percent_of(count.inner, 0, scale)
    filled = Column(left, round(100 - inner, 2), rounded, inner, "theme", count.inner_tip)
    return [replace(whole, look="pale"), filled] if count.inner else [replace(whole, look="pale")]


def _labels(
    counts: Mapping[int, YearCount],
    middle: Mapping[int, float],
    slot: float,
    scale: float,
    height: int,
    width: float,
) -> list[Label]:
    """The newest and the highest count first, then every other that meets none before it."""
    drawn = sorted((year for year in counts if year in middle), reverse=True)
    if not drawn:
        return []
    peak = max(drawn, key=lambda year: (counts[year].value or 0.0, year))
    order = list(dict.fromkeys((drawn[0], peak, *drawn)))
    boxes: list[_Box] = []
    labels: list[Label] = []
    for year in order:
        count = counts[year]
        strong = year in {drawn[0], peak}
        tall = _MARK if count.value is None else percent_of(count.value, 0, scale)
        half = _wide(count.text) / 2
        at = middle[year] / 100 * width
        box = _Box(at - half, at + half, tall / 100 * height)
        wide = 2 * half > slot / 100 * width * 1.15
        text, starred = count.text, count.text.endswith(STAR)
        if any(map(box.meets, boxes)) or (wide and not strong):
            if not starred:
                continue
            text = STAR
        else:
            boxes.append(box)
        top = round(100 - tall, 2)
        labels.append(Label(middle[year], top, text, "above", strong=strong or text == STAR))
        if starred and not strong and text != STAR:
            # Where a phone has no room for the number, its star stays.
            labels.append(Label(middle[year], top, STAR, "above", "star", strong=True))
    return sorted(labels, key=lambda label: label.x)


def _wide(text: str) -> float:
    """About how many pixels a label is wide; direction marks take no room."""
    return sum(letter not in "\u2066\u2069" for letter in text) * _LETTER


def _overhang(labels: Sequence[Label], width: float) -> int:
    """Pixels by which the labels stand over the right end of the plot."""
    ends = [label.x / 100 * width + _wide(label.text) / 2 for label in labels]
    return max(0, round(max(ends, default=0.0) - width))


def _named(years: range) -> list[int]:
    """The years that are written below, counted back from the last so that it is among them."""
    step = 1 if len(years) <= 8 else next((s for s in (2, 3, 4) if len(years) / s <= 6), 5)
    return [year for year in years if (years[-1] - year) % step == 0]


def count_title(
    spoken: Representative | None,
    rows: Sequence[Observation],
    about: Indicator,
    wording: Wording,
    *,
    before: bool = True,
    absent: str = "no_total",
) -> str:
    """`371 in 2023, after 539 in 2022`: the figure that speaks, what went before, what is withheld.

    `rows` are of one population. A suppressed figure newer than the one that speaks is told.
    `absent` names the text for no figure at all.
    """
    hidden = max(
        (row for row in rows if row.status == SUPPRESSED), key=lambda row: row.year, default=None
    )
    if spoken is None:
        if hidden is None:
            return wording.t(f"country.counts.{absent}")
        return wording.t("country.counts.hidden", **_told("", hidden, about, wording))
    now = _told("", spoken.row, about, wording)
    if hidden is not None and hidden.year > spoken.row.year:
        later = _told("later_", hidden, about, wording)
        return wording.t("country.counts.then_hidden", **now, **later)
    earlier = [row for row in rows if row.value is not None and row.year < spoken.row.year]
    if not earlier or not before:
        return wording.t("country.counts.one", **now)
    last = max(earlier, key=lambda row: row.year)
    return wording.t("country.counts.after", **now, **_told("before_", last, about, wording))


def _told(prefix: str, row: Observation, about: Indicator, wording: Wording) -> dict[str, str]:
    return {
        f"{prefix}value": count_text(row, about, wording),
        f"{prefix}year": numbers.isolate(row.year, wording),
    }


def register_strength(rows: Sequence[Observation], wording: Wording) -> Strength | None:
    """How far the counts of one register may be compared; None without a count."""
    counted = [row for row in rows if row.value is not None]
    if not counted:
        return None
    strength = INDICATIVE if len(counted) > 1 else NOT_COMPARABLE
    reason = "register" if len(counted) > 1 else "one_year"
    return graded(strength, wording.t(f"country.counts.{reason}"), wording)


def counts_table(several: Sequence[Series], wording: Wording) -> TableTwin:
    """Every published count, a row a population, a column a year, the newest first.

    Exact; `<5` is the publisher's mark, a dash means that nothing was reported.
    """
    years = sorted({row.year for series in several for row in series.observations}, reverse=True)
    rows: list[tuple[str, ...]] = []
    for series in several:
        populations: dict[tuple[str, str, str, str], dict[int, Observation]] = {}
        for row in series.observations:
            who = (row.dimension, row.category, row.sex, row.age)
            populations.setdefault(who, {})[row.year] = row
        for who in sorted(populations, key=lambda who: who != (TOTAL, TOTAL, "T", TOTAL)):
            name = _population(who, series, len(several) > 1, wording)
            of_year = populations[who]
            cells = (_cell(of_year.get(year), series.indicator, wording) for year in years)
            rows.append((name, *cells))
    heads = (wording.t("country.counts.who"), *(numbers.isolate(year, wording) for year in years))
    return TableTwin(heads, tuple(rows), frozenset(range(1, len(heads))))


def _population(
    who: tuple[str, str, str, str], series: Series, named: bool, wording: Wording
) -> str:
    dimension, category, sex, age = who
    parts = [wording.of(series.indicator, "short")] if named else []
    if category != TOTAL:
        parts.append(
            wording.t(
                "country.counts.of_kind",
                kind=wording.t(f"dimension.{dimension}"),
                name=wording.t(f"category.{dimension}.{category}"),
            )
        )
    if sex != "T":
        parts.append(wording.t(f"country.counts.sex_{sex}"))
    if age not in {"", TOTAL}:
        parts.append(numbers.age_text(age, wording))
    return wording.t("sentence.comma").join(parts) or wording.t("country.counts.total")


def _cell(row: Observation | None, about: Indicator, wording: Wording) -> str:
    if row is None:
        return "\u2013"
    if row.value is None:
        return count_text(row, about, wording)
    text = numbers.number(row.value, wording)
    flag = flags(row, wording)
    return wording.t("figure.flagged", value=text, flag=flag) if flag else text
