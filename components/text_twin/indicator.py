"""The text page of an indicator: what it means, whom it covers, and each area's newest figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components import numbers
from components.cards import csv_address
from components.explore.described import coverage_text
from components.sentences import map_sentence
from components.text_twin.addresses import asked, indicator_path
from components.text_twin.blocks import Block, Bullets, Heading, Link, Paragraph, TextPage
from components.text_twin.dataset import Described, dataset
from components.text_twin.parts import file_blocks, said, table
from components.text_twin.world import latest_tables
from components.wording import Wording
from data.records import Known, Release, Series


def indicator_page(
    latest: Series,
    known: Known,
    release: Release,
    wording: Wording,
    *,
    root: str,
    this_year: int,
    as_of: str = "",
) -> TextPage:
    """The page of one indicator; `latest` holds the figure that speaks for each country."""
    t, about = wording.t, latest.indicator
    path, name = indicator_path(about.code), wording.of(about, "name")
    offer = known.offers.get(about.code)
    described = Described(
        root=root,
        path=path,
        name=name,
        description=wording.of(about, "definition"),
        places=((t("world.world"), "WLD"),),
        rows=latest.observations,
        indicators=[about],
        csv={"indicator": about.code},
        published=release.published,
        release=release.id,
    )
    described_as: dict[str, Any] = dataset(described, wording)
    if described_as and offer is not None:
        described_as["temporalCoverage"] = f"{offer.first}/{offer.last}"
    return TextPage(
        path=path,
        title=t("text_twin.page_title", title=name, product=t("frame.product")),
        heading=name,
        description=wording.of(about, "definition"),
        blocks=tuple(_blocks(latest, known, wording, this_year, as_of)),
        twin=asked("explore", wording.code, {"indicator": about.code}, as_of),
        dataset=described_as,
    )


def _blocks(
    latest: Series, known: Known, wording: Wording, this_year: int, as_of: str
) -> Iterator[Block]:
    t, about = wording.t, latest.indicator
    yield Paragraph(wording.of(about, "definition"), "lead")
    caveats = wording.caveats(about)
    if caveats:
        yield Bullets(caveats)
    official = t("sources_page.official" if about.official else "sources_page.unofficial")
    facts = (
        ("unit", t(f"unit.{about.unit}")),
        ("population", wording.of(about, "population")),
        ("age", numbers.age_text(about.age, wording) if about.age else ""),
        ("method", t("sources_page.method", method=t(f"method.{about.method}"), official=official)),
        ("coverage", coverage_text(known.offers.get(about.code), known, wording)),
    )
    sdg = t("sources_page.sdg", number=about.sdg) if about.sdg else ""
    yield from said(sdg, "state")
    columns = (t("text_twin.fact"), t("text_twin.what_it_is"))
    rows = [(t(f"sources_page.fact.{key}"), text) for key, text in facts if text]
    yield from table(t("card.about"), columns, rows)
    yield Heading(t("world.section.latest"))
    yield Paragraph(map_sentence(latest, wording, this_year=this_year))
    csv = csv_address([latest])
    caption = t("text_twin.latest_of", name=wording.of(about, "short"))
    yield from latest_tables(latest, wording, caption, csv, as_of=as_of)
    yield Heading(t("sources_page.sources"))
    links = [Link(f"{one.publisher}, {one.title}", one.address) for one in latest.sources]
    if links:
        yield Bullets(tuple(links))
    yield from file_blocks([Link(t("text_twin.figures_csv"), csv)], wording)
