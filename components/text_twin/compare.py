"""Countries side by side as text: the five answers, then child labour by survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from components.brief.charts import child_labour_charts
from components.brief.content import brief_tiles
from components.brief.records import Tile
from components.cards import CSV_ROUTE
from components.country.answers import CountryAnswers
from components.text_twin.addresses import COMPARE, asked, country_path
from components.text_twin.blocks import Block, Heading, Link, Paragraph, TextPage
from components.text_twin.parts import file_blocks, number_text, said, strength_text, table
from components.wording import Wording


def compare_page(
    several: Sequence[CountryAnswers], wording: Wording, *, today: date, as_of: str = ""
) -> TextPage:
    """The comparison, in the order that the reader asked for; never a rank."""
    t = wording.t
    codes = ",".join(one.area.code for one in several)
    names = t("sentence.comma").join(one.area.name for one in several)
    title = t("text_twin.compare_title", countries=names)
    query = {"iso3": codes}
    return TextPage(
        path=COMPARE,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=title,
        description=t("compare.lead"),
        blocks=tuple(_blocks(several, wording, today, as_of, codes)),
        twin=asked("compare", wording.code, query, as_of),
        query=query,
    )


def _blocks(
    several: Sequence[CountryAnswers], wording: Wording, today: date, as_of: str, codes: str
) -> Iterator[Block]:
    t = wording.t
    yield Paragraph(t("compare.lead"), "lead")
    columns = [brief_tiles(one, wording, today=today) for one in several]
    for tiles in zip(*columns, strict=True):
        yield Heading(tiles[0].label)
        yield from _answers(several, tiles, wording, as_of)
    csv = f"{CSV_ROUTE}?area={codes}" + (f"&as_of={as_of}" if as_of else "")
    yield Heading(t("theme.child_labour"))
    for one in several:
        charts = child_labour_charts(one, wording, today)
        yield Heading(one.area.name, 3)
        if not charts:
            yield Paragraph(t("country_brief.nothing"))
        for chart in charts[:1]:
            yield Paragraph(chart.title)
            yield from said(strength_text(chart.strength, wording), "state")
            yield from table(chart.label, chart.columns, chart.rows, csv=csv, newest_last=True)
    yield from file_blocks([Link(t("text_twin.figures_csv"), csv)], wording)


def _answers(
    several: Sequence[CountryAnswers], tiles: Sequence[Tile], wording: Wording, as_of: str
) -> Iterator[Block]:
    heads = ("figure", "what", "change", "strength", "gap")
    yield from table(
        tiles[0].label,
        [wording.t("column.area"), *(wording.t(f"brief_files.column.{head}") for head in heads)],
        [
            (
                Link(
                    country.area.name,
                    asked(country_path(country.area.code), wording.code, as_of=as_of),
                ),
                number_text(one, wording),
                one.what,
                one.verdict,
                strength_text(one.strength, wording),
                one.gap,
            )
            for country, one in zip(several, tiles, strict=True)
        ],
    )
