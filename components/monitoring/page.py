"""The monitoring view of one country: three dimensions, each a table, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import urlencode

from components import numbers
from components.markup import render
from components.monitoring.lines import Row, row_of
from components.wording import Wording
from data.methods.framework.catalogue import BESIDE, TOPICS
from data.methods.framework.cells import Cell, cells, tally
from data.methods.framework.said import FrameworkFacts
from data.records import Priority

CSV_ROUTE: Final = "api/v1/framework.csv"
BESIDE_TOPICS: Final = ("agriculture", "root_causes")
PRIORITIES: Final = "implementation.customized.priorities"


@dataclass(frozen=True)
class Block:
    """One table: its caption, and its rows under headings (an empty one is left out)."""

    key: str
    caption: str
    theme: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]


@dataclass(frozen=True)
class Dimension:
    """One headed part of the page with its tables; `told` counts its answers."""

    key: str
    title: str
    lead: str
    told: str
    blocks: tuple[Block, ...]
    priorities: tuple[Priority, ...] = ()


@dataclass(frozen=True)
class Links:
    """Where the page leads: the country's own page and the page of pathfinders."""

    country: str
    pathfinders: str


def monitoring_html(facts: FrameworkFacts, wording: Wording, links: Links, as_of: str = "") -> str:
    """The whole view as safe HTML. `as_of` is what the address asks for, kept by downloads."""
    found = cells(facts)
    counts = tally(found)
    kept = {"as_of": as_of} if as_of else {}
    return render(
        "monitoring.html",
        area=facts.area,
        title=wording.t("monitoring.title", country=facts.area.name),
        counts=_told(counts.known, counts.asked, counts.reported, wording),
        dimensions=_dimensions(found, facts, wording),
        own_csv=f"{CSV_ROUTE}?{urlencode({'area': facts.area.code} | kept)}",
        all_csv=f"{CSV_ROUTE}?{urlencode(kept)}" if kept else CSV_ROUTE,
        example=facts.area.kind == "example",
        links=links,
        t=wording.t,
        of=wording.of,
    )


def _told(known: int, asked: int, reported: int, wording: Wording) -> str:
    texts = {
        name: numbers.number(count, wording)
        for name, count in (("known", known), ("asked", asked), ("reported", reported))
    }
    return wording.t("monitoring.counts", **texts)


def _dimensions(found: Sequence[Cell], facts: FrameworkFacts, wording: Wording) -> list[Dimension]:
    whole = []
    for key, group in groupby(found, key=lambda cell: cell.indicator.dimension):
        own = list(group)
        counts = tally(own)
        texts = {
            name: numbers.number(count, wording)
            for name, count in (("known", counts.known), ("asked", counts.asked))
        }
        whole.append(
            Dimension(
                key,
                wording.t(f"monitoring.dimension.{key}.title"),
                wording.t(f"monitoring.dimension.{key}.lead"),
                wording.t("monitoring.known_of", **texts) if counts.asked else "",
                tuple(_blocks(key, own, facts, wording)),
                facts.priorities if key == "implementation" else (),
            )
        )
    return whole


def _blocks(
    dimension: str, found: Sequence[Cell], facts: FrameworkFacts, wording: Wording
) -> Iterable[Block]:
    """A table a topic; of the implementation one table for all."""
    for topic, group in groupby(found, key=lambda cell: cell.indicator.topic):
        title = wording.t(f"monitoring.topic.{topic}")
        yield Block(
            f"monitoring-{dimension}-{topic}",
            title,
            topic if topic in TOPICS else "context" if dimension == BESIDE else "roadmap",
            tuple(_groups(list(group), facts, wording)),
        )


def _groups(
    found: Sequence[Cell], facts: FrameworkFacts, wording: Wording
) -> Iterable[tuple[str, tuple[Row, ...]]]:
    for group, some in groupby(found, key=lambda cell: cell.indicator.group):
        rows = [
            row_of(indicator, list(parts), facts, wording)
            for indicator, parts in groupby(some, key=lambda cell: cell.indicator)
            if indicator.code != PRIORITIES or not facts.priorities
        ]
        heading = "" if group in BESIDE_TOPICS else wording.t(f"monitoring.group.{group}")
        if rows:
            yield heading, tuple(rows)
