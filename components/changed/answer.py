"""What the page of changes says: how many figures differ, the first of each kind, the releases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.changed.banner import day_text
from components.changed.lines import difference
from components.figure_notes import figure_note
from components.markup import render
from components.wording import Wording
from data.records import TOTAL, VALUELESS_STATUS, Change, Described, Indicator, Observation, Release

KINDS: Final = ("revised", "new", "withdrawn")
PREVIEW: Final = 200
"""How many changes of each kind the page lists; the file has all."""


@dataclass(frozen=True)
class Differences:
    """How many figures differ by kind, and the first PREVIEW of each kind."""

    counts: Mapping[str, int]
    shown: Mapping[str, tuple[Change, ...]]
    withheld: int = 0

    @property
    def total(self) -> int:
        """Figures that differ."""
        return sum(self.counts.values())


def differences_of(changes: Iterable[Change], withheld: frozenset[str]) -> Differences:
    """Counts every change and keeps the first of each kind."""
    counts: Counter[str] = Counter()
    kept: dict[str, list[Change]] = {kind: [] for kind in KINDS}
    left_out = 0
    for change in changes:
        counts[change.kind] += 1
        left_out += change.key.source in withheld
        if len(kept[change.kind]) < PREVIEW:
            kept[change.kind].append(change)
    return Differences(counts, {kind: tuple(rows) for kind, rows in kept.items()}, left_out)


def _who(row: Observation, about: Indicator, wording: Wording) -> str:
    parts = [numbers.sex_of(row, about, wording), numbers.age_text(row.age, wording)]
    if row.category != TOTAL:
        parts.append(wording.t(f"category.{row.dimension}.{row.category}"))
    return wording.t("sentence.comma").join(parts)


def _figure(row: Observation | None, about: Indicator, wording: Wording) -> str:
    return "" if row is None else numbers.figure(row, about, wording)


def _marks(row: Observation | None, wording: Wording) -> list[str]:
    if row is None:
        return []
    ordinary = row.status == "A" or row.status in VALUELESS_STATUS
    said = [] if ordinary else [wording.t(f"charts.flag_status.{row.status}")]
    return said + ([figure_note(row.note, wording)] if row.note else [])


def _signed(change: Change, wording: Wording) -> str:
    apart = difference(change)
    if apart is None:
        return ""
    text = numbers.number(float(apart), wording)
    return (
        numbers.isolate(f"+{text.strip(chr(0x2066) + chr(0x2069))}", wording) if apart > 0 else text
    )


def _remark(change: Change, wording: Wording) -> str:
    apart = wording.t("sentence.separator")
    old = apart.join(_marks(change.old, wording))
    new = apart.join(_marks(change.new, wording))
    if change.kind != "revised" or old == new:
        return new or old
    nothing = wording.t("changed.no_mark")
    return wording.t("changed.mark_changed", old=old or nothing, new=new or nothing)


@dataclass(frozen=True)
class Line:
    """One change in words."""

    indicator: str
    area: str
    year: str
    who: str
    old: str
    new: str
    difference: str
    remark: str
    source: str


def lines(changes: Iterable[Change], described: Described, wording: Wording) -> list[Line]:
    """Changes as rows of the page's tables."""
    areas, sources = described.areas, described.sources
    made = []
    for change in changes:
        row = change.key
        about = described.indicators[row.indicator]
        made.append(
            Line(
                wording.of(about, "short"),
                areas[row.area].name if row.area in areas else row.area,
                str(row.year),
                _who(row, about, wording),
                _figure(change.old, about, wording),
                _figure(change.new, about, wording),
                _signed(change, wording),
                _remark(change, wording),
                sources[row.source].publisher if row.source in sources else row.source,
            )
        )
    return made


def release_name(release: Release, wording: Wording) -> str:
    """`Release 3, 21 November 2026, 08:30 UTC`."""
    return wording.t("changed.release", number=release.id, day=day_text(release.published, wording))


def answer_html(
    found: Differences, described: Described, wording: Wording, *, csv: str, reset: str
) -> str:
    """Counts, the download, and a table for each kind of change."""
    groups = [
        {
            "kind": kind,
            "count": numbers.number(found.counts.get(kind, 0), wording),
            "lines": lines(found.shown[kind], described, wording),
            "first": numbers.number(len(found.shown[kind]), wording)
            if found.counts.get(kind, 0) > len(found.shown[kind])
            else "",
        }
        for kind in KINDS
    ]
    return render(
        "changed_answer.html",
        t=wording.t,
        total=found.total,
        groups=groups,
        withheld=numbers.number(found.withheld, wording) if found.withheld else "",
        csv=csv if found.total > found.withheld else "",
        reset=reset,
    )


def jumps_html(figures: int, records: int, wording: Wording) -> str:
    """The two parts of the page, each with how much differs."""
    return render(
        "changed_jumps.html",
        t=wording.t,
        figures=numbers.number(figures, wording),
        records=numbers.number(records, wording),
    )


def releases_html(
    releases: Sequence[Release], wording: Wording, *, hrefs: Mapping[int, str]
) -> str:
    """Every release, the newest first; `hrefs` lead to what a release changed."""
    return render(
        "changed_releases.html",
        t=wording.t,
        releases=[
            {
                "name": release_name(release, wording),
                "kind": wording.t(f"changed.kind.{release.kind}"),
                "label": release.label,
                "counts": [
                    numbers.number(count, wording)
                    for count in (release.added, release.revised, release.withdrawn)
                ],
                "records": numbers.number(
                    release.records_added + release.records_revised + release.records_withdrawn,
                    wording,
                ),
                "href": hrefs.get(release.id, ""),
            }
            for release in releases
        ],
    )
