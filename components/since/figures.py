"""What is said of figures: counts by indicator, the revised ones, editions of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from components import numbers
from components.changed.answer import Line, lines, release_name
from components.numbers import date_text, isolate
from components.wording import Wording
from data.methods.since.records import Edition, FigureNews
from data.records import Described

SHORT_LIST = 4
"""How many indicators an edition names."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many figures of an indicator differ."""

    indicator: str
    source: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition of a source: what of it is held."""

    when: str
    source: str
    indicators: tuple[str, ...]
    further: str
    figures: str


@dataclass(frozen=True, slots=True)
class FigureTexts:
    """The section of figures, ready to be set."""

    releases: tuple[str, ...]
    counts: tuple[CountLine, ...]
    revised: tuple[Line, ...]
    editions: tuple[EditionLine, ...]
    may: tuple[EditionLine, ...]
    undated: str


def _vintage(vintage: str, wording: Wording) -> str:
    return isolate(vintage, wording) if "Q" in vintage else date_text(vintage, wording)


def _publisher(code: str, about: Described) -> str:
    if code not in about.sources:
        return code
    source = about.sources[code]
    return f"{source.publisher}, {source.title}" if source.title else source.publisher


def _editions(
    found: Iterable[Edition], about: Described, wording: Wording
) -> tuple[EditionLine, ...]:
    made = []
    for (source, vintage), group in groupby(found, key=lambda one: (one.source, one.vintage)):
        rows = list(group)
        named = [
            wording.of(about.indicators[row.indicator], "short")
            for row in rows
            if row.indicator in about.indicators
        ]
        left = len(named) - SHORT_LIST
        made.append(
            EditionLine(
                _vintage(vintage, wording),
                _publisher(source, about),
                tuple(named[:SHORT_LIST]),
                wording.t("since.further", count=numbers.number(left, wording)) if left > 0 else "",
                numbers.number(sum(row.figures for row in rows), wording),
            )
        )
    return tuple(made)


def figure_texts(news: FigureNews, about: Described, wording: Wording) -> FigureTexts:
    """The releases, counts and revised figures of the span, and the editions dated in it."""
    counts = sorted(news.counts, key=lambda one: (one.indicator, one.source))
    return FigureTexts(
        tuple(release_name(one, wording) for one in news.releases),
        tuple(
            CountLine(
                wording.of(about.indicators[one.indicator], "short"),
                _publisher(one.source, about),
                tuple(numbers.number(n, wording) for n in (one.new, one.revised, one.withdrawn)),
            )
            for one in counts
        ),
        tuple(lines(news.revised, about, wording)),
        _editions(news.editions, about, wording),
        _editions(news.may, about, wording),
        numbers.number(news.undated, wording) if news.undated else "",
    )
