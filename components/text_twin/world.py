"""The text page of the world: its three numbers, its estimates, and every country's figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from components import numbers
from components.cards import Card, csv_address
from components.markup import Foreign
from components.sentences import map_sentence
from components.text_twin.addresses import WORLD, asked, country_path
from components.text_twin.blocks import Block, Cell, Heading, Link, Paragraph, Table, TextPage
from components.text_twin.dataset import Described, dataset
from components.text_twin.parts import (
    card_blocks,
    file_blocks,
    said,
    source_paragraph,
    strength_text,
)
from components.wording import Wording
from components.world.headline import Number
from data.records import Release, Series


@dataclass(frozen=True)
class WorldFacts:
    """What the page says, read: `latest` is every country's figure of child labour, `world` the
    series of the world as a whole; `release` whose figures they are."""

    numbers: Sequence[Number]
    estimates: Sequence[Card]
    latest: Series
    world: Mapping[str, Series]
    release: Release


def world_page(
    facts: WorldFacts, wording: Wording, *, root: str, this_year: int, as_of: str = ""
) -> TextPage:
    """The page of the world."""
    t = wording.t
    title = t("world.title")
    shown = list(facts.world.values())
    described = Described(
        root=root,
        path=WORLD,
        name=title,
        description=t("world.mission"),
        places=((t("world.world"), "WLD"),),
        rows=[row for one in (*shown, facts.latest) for row in one.observations],
        indicators=[one.indicator for one in (*shown, facts.latest)],
        csv={"area": "WLD"},
        published=facts.release.published,
        release=facts.release.id,
    )
    return TextPage(
        path=WORLD,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=title,
        description=t("world.mission"),
        blocks=tuple(_blocks(facts, wording, this_year, as_of)),
        twin=asked("world", wording.code, as_of=as_of),
        dataset=dataset(described, wording),
    )


def _blocks(facts: WorldFacts, wording: Wording, this_year: int, as_of: str) -> Iterator[Block]:
    t = wording.t
    yield Paragraph(t("world.mission"), "lead")
    for one in facts.numbers:
        yield Heading(t(f"theme.{one.theme}"))
        yield Paragraph(f"{one.number} {one.unit} {one.what}", "lead")
        yield from said(one.verdict)
        yield from said(strength_text(one.strength, wording), "state")
        for line in (*one.lines, *filter(None, (one.quoted,))):
            yield Paragraph(line)
        if one.source is not None:
            yield source_paragraph([one.source.text], wording)
    yield Heading(t("world.section.child_labour"))
    for card in facts.estimates:
        yield from card_blocks(card, wording)
    yield Heading(t("world.section.latest"))
    yield Paragraph(t("headline.child_labour.name"), "state")
    yield Paragraph(map_sentence(facts.latest, wording, this_year=this_year))
    csv = csv_address([facts.latest])
    caption = t("headline.child_labour.name")
    yield from latest_tables(facts.latest, wording, caption, csv, as_of=as_of)
    yield from file_blocks([Link(t("text_twin.figures_csv"), csv)], wording)


def latest_tables(
    latest: Series, wording: Wording, caption: str, csv: str, *, as_of: str = ""
) -> Iterator[Block]:
    """The figure that speaks for each area by name, with its year, age and source; then those of
    whom nothing is known. The alphabet orders: years, ages and surveys differ."""
    t, areas = wording.t, {area.code: area for area in latest.areas}
    about = latest.indicator
    rows: list[tuple[Cell, ...]] = []
    for row in sorted(latest.observations, key=lambda row: areas[row.area].by_name):
        link = Link(areas[row.area].name, asked(country_path(row.area), wording.code, as_of=as_of))
        other = numbers.age_text(row.age, wording) if row.age not in {about.age, "_T", ""} else ""
        figure = numbers.figure(row, about, wording)
        year = numbers.isolate(row.year, wording)
        rows.append((link, figure, year, other, Foreign(latest.source(row.source).publisher)))
    heads = ("area", "value", "year", "age", "source")
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    if rows:
        yield Table(
            caption,
            tuple(t(f"column.{heads[at]}") for at in kept),
            tuple(tuple(row[at] for at in kept) for row in rows),
            csv,
        )
    held = {row.area for row in latest.observations}
    silent = [area.name for area in sorted(latest.areas, key=lambda area: area.by_name)
              if area.code not in held]  # fmt: skip
    if silent and rows:
        names = t("sentence.comma").join(silent)
        count = numbers.number(len(silent), wording)
        yield Paragraph(t("text_twin.silent", count=count, names=names), "small")
