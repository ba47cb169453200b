"""Releases as entries of the feed: figures by indicator, then records by country, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from components import numbers
from components.changed.answer import release_name
from components.changed.atom import Entry
from components.changed.record_lines import Known, RecordLine, by_area
from components.markup import render
from components.wording import Wording
from data.records import RecordChange, Release

MOST_LINES: Final = 60
"""Indicators, and records, that an entry names; the page has all."""

KINDS: Final = ("new", "revised", "withdrawn")


@dataclass(frozen=True, slots=True)
class News:
    """What a release changed: of figures indicator, new, revised, withdrawn; `records` one by one,
    or, of the first release, their number. `before` is the release before it, 0 for none."""

    release: Release
    before: int
    figures: Sequence[tuple[str, int, int, int]]
    records: Sequence[RecordChange]
    first_records: int = 0

    def __bool__(self) -> bool:
        return bool(self.figures or self.records or self.first_records)


def release_entry(
    news: News, known: Known, wording: Wording, *, address: str, narrowed: str = ""
) -> Entry:
    """The release as an entry, updated when it was published; `address` is the page of it,
    `narrowed` the choice that it is narrowed to."""
    release = news.release
    title = wording.t(
        "feeds.atom.release",
        release=release_name(release, wording),
        kind=wording.t(f"changed.kind.{release.kind}"),
    )
    # All of a first release is new: its indicators would be the list of all that there are.
    figures = news.figures if news.before else ()
    groups = by_area(news.records, known, wording, MOST_LINES)
    html = render(
        "feed_release.html",
        t=wording.t,
        language=wording.language,
        lines=_totals(news, wording),
        indicators=[
            _counted("indicator", one[1:], wording, name=_name(one[0], known, wording))
            for one in figures[:MOST_LINES]
        ],
        groups=[
            {"name": group.name, "lines": [_line(line, wording) for line in group.lines]}
            for group in groups
        ],
        more=max(len(figures), len(news.records)) > MOST_LINES,
    )
    return Entry(
        "/".join(part for part in (wording.code, "release", str(release.id), narrowed) if part),
        title,
        datetime.fromisoformat(release.published),
        html,
        address,
        ("release", wording.t("changed.release_column")),
    )


def _totals(news: News, wording: Wording) -> list[str]:
    sums = [sum(each) for each in zip(*(counts for _, *counts in news.figures), strict=True)]
    counts = Counter(change.kind for change in news.records)
    of_records = [counts[kind] for kind in KINDS]
    of_records[0] += news.first_records
    said = [] if news.before else [wording.t("feeds.atom.first")]
    if any(sums):
        said.append(_counted("figures", sums, wording))
    if any(of_records):
        said.append(_counted("records", of_records, wording))
    return said


def _counted(key: str, counts: Sequence[int], wording: Wording, **named: str) -> str:
    new, revised, withdrawn = (numbers.number(count, wording) for count in counts)
    return wording.t(f"feeds.atom.{key}", new=new, revised=revised, withdrawn=withdrawn, **named)


def _name(indicator: str, known: Known, wording: Wording) -> str:
    about = known.indicators.get(indicator)
    return wording.of(about, "name") if about else indicator


def _line(line: RecordLine, wording: Wording) -> str:
    kind = wording.t(f"record.kind.{line.kind}")
    if not line.details:
        return wording.t("feeds.atom.record", kind=kind, what=line.what)
    details = wording.t("sentence.separator").join(line.details)
    return wording.t("feeds.atom.record_in", kind=kind, what=line.what, details=details)
