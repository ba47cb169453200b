"""What happened since a day, read from the store: for the page, the file and a meeting's screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from data import store
from data.languages import DEFAULT
from data.methods.since.facts import Facts
from data.methods.since.gathered import sections
from data.methods.since.records import Edition, FigureCount, FigureNews, Since
from data.methods.since.span import Span, edition_days
from data.queries import government, record_versions, versions
from data.queries.editions import editions
from data.records import Change, Ratification, Release

KEPT: Final = 100
"""How many revised figures are told one by one."""

KINDS: Final = ("new", "revised", "withdrawn")


@store.cached(2)
def _ratifications() -> tuple[Ratification, ...]:
    with store.connected() as connection:
        return tuple(government.every_ratification(connection))


@store.cached(16)
def _editions(release: int | None, areas: frozenset[str] | None) -> tuple[Edition, ...]:
    with store.connected() as connection:
        return tuple(editions(connection, versions.observations_as_of(release), areas))


def _facts(release: int | None) -> Facts:
    way, about = store.pathfinder_data(release), store.reference(DEFAULT)
    known = about.areas
    return Facts(
        # The made-up country has no area and is never among them.
        **{
            name: {code: rows for code, rows in getattr(way, name).items() if code in known}
            for name in ("stages", "actions", "roadmaps", "reports", "framework_values")
        },
        events=way.events,
        policies=store.pathfinder_policies(),
        ratifications=_ratifications(),
        sources={code: source.title for code, source in about.sources.items()},
        pathfinders=frozenset(c for c, area in known.items() if area.pathfinder == "pathfinder"),
    )


def _day(release: Release) -> date:
    return datetime.fromisoformat(release.published).astimezone(UTC).date()


def _compared(
    first: int, last: int, areas: frozenset[str] | None
) -> tuple[tuple[FigureCount, ...], tuple[Change, ...], int]:
    counted: dict[tuple[str, str], Counter[str]] = {}
    revised: list[Change] = []
    with store.connected() as connection:
        for change in versions.changes(connection, first, last, areas=areas):
            counted.setdefault((change.key.indicator, change.key.source), Counter())[
                change.kind
            ] += 1
            if change.kind == "revised" and len(revised) < KEPT:
                revised.append(change)
        among = areas or ("", *store.reference(DEFAULT).areas)
        records = sum(
            1 for _ in record_versions.record_changes(connection, first, last, areas=among)
        )
    counts = (FigureCount(*key, *(of[kind] for kind in KINDS)) for key, of in counted.items())
    return tuple(counts), tuple(revised), records


@store.cached(32)
def _figures(span: Span, areas: frozenset[str] | None, release: int | None) -> FigureNews:
    """What is known of figures in a span: by release, and before the first by edition."""
    every = [one for one in store.releases() if release is None or one.id <= release]
    within = tuple(one for one in every if span.first < _day(one) <= span.last)
    upto = [one.id for one in every if _day(one) <= span.last]
    at_first = [one.id for one in every if _day(one) <= span.first]
    begins = every[-1] if every else None
    covered = "whole" if at_first else "part" if upto else "none"
    news = FigureNews(covered, begins.published if begins else "", releases=within)
    if begins is not None and upto:
        first, last = max(at_first, default=begins.id), max(upto)
        counts, revised, records = _compared(first, last, areas) if last > first else ((), (), 0)
        news = FigureNews(covered, begins.published, first, last, within, counts, revised, records)
    if covered == "whole":
        return news
    # Of the time after the first release the releases themselves tell.
    before = Span(span.first, min(span.last, _day(begins))) if begins else span
    return _with_editions(news, before, areas, release)


def _with_editions(
    news: FigureNews, span: Span, areas: frozenset[str] | None, release: int | None
) -> FigureNews:
    placed: dict[str, list[Edition]] = {"in": [], "may": [], "out": []}
    undated = 0
    for one in _editions(release, areas):
        if days := edition_days(one.vintage):
            placed[span.place(days)].append(one)
        else:
            undated += one.figures
    sure, may = tuple(placed["in"]), tuple(placed["may"])
    return replace(news, editions=sure, may=may, undated=undated)


def since(
    first: date,
    last: date,
    *,
    areas: frozenset[str] | None = None,
    today: date,
    release: int | None = None,
) -> Since:
    """What is dated after `first` and up to the end of `last`, of some countries or of all.

    `release` None is what is known now. Raises ValueError when the span holds no day.
    """
    span = Span(first, last)
    read_to = max((one.as_of for one in _ratifications()), default="")
    return Since(
        span,
        areas,
        _figures(span, areas, release),
        sections(_facts(release), span, areas, today),
        read_to,
    )
