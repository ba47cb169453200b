"""Blocks that several text pages share: cards, charts, listings, sources, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from components import numbers
from components.brief.records import BriefContent, Chart, DatedLine, Line, Listing, Tile
from components.cards import Card, Strength
from components.markup import Foreign
from components.text_twin.blocks import Block, Bullets, Cell, Heading, Link, Paragraph, Table
from components.wording import Wording

NOTES = {"law": "law.column.standard", "inspection": "law.column.first"}
"""What the note of a line is in the tables in which it is more than a note."""


def said(text: str, look: str = "") -> Iterator[Paragraph]:
    """A paragraph; none for an empty text."""
    if text:
        yield Paragraph(text, look)


def number_text(tile: Tile, wording: Wording) -> str:
    """The number of a tile with its unit; a sign of per cent stays on its side of the number."""
    if tile.unit == wording.language.percent.strip():
        return numbers.isolate(f"{tile.number}{wording.language.percent}", wording)
    return f"{tile.number} {tile.unit}".strip()


def strength_text(strength: Strength | None, wording: Wording) -> str:
    """How far figures compare and why, as one text; empty where nothing is compared."""
    if strength is None:
        return ""
    return wording.t("brief_files.strength", word=strength.word, reason=strength.reason)


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    csv: str = "",
    newest_last: bool = False,
) -> Iterator[Table]:
    """A table without the columns in which no row says anything; none without rows."""
    held = [tuple(row) for row in rows]
    kept = [place for place in range(len(columns)) if any(row[place] for row in held)]
    if kept:
        yield Table(
            caption,
            tuple(columns[place] for place in kept),
            tuple(tuple(row[place] for place in kept) for row in held),
            csv,
            newest_last,
        )


def chart_blocks(chart: Chart, wording: Wording, csv: str) -> Iterator[Block]:
    """A chart's answer, how far it compares, and its figures."""
    yield Heading(chart.title, 3)
    yield from said(strength_text(chart.strength, wording), "state")
    yield from table(chart.label, chart.columns, chart.rows, csv=csv, newest_last=True)
    yield from said(chart.note, "small")


def card_blocks(card: Card, wording: Wording) -> Iterator[Block]:
    """A card of a page: its answer, sentence, table and sources."""
    yield Heading(card.title, 3)
    yield from said(strength_text(card.strength, wording), "state")
    yield from said(card.sentence)
    if card.table is not None:
        caption = card.label or card.title
        yield from table(
            caption, card.table.columns, card.table.rows, csv=card.csv, newest_last=True
        )
    if card.sources:
        yield source_paragraph((one.text for one in card.sources), wording)
    yield from said(card.csv_refusal, "small")


def source_paragraph(names: Iterable[str], wording: Wording) -> Paragraph:
    """The publishers behind a figure, marked as standing in their own language."""
    said = wording.t("sentence.comma").join(dict.fromkeys(map(str, names)))
    return Paragraph(Foreign(said, f"{wording.t('card.sources')} "), "small")


def listing_blocks(listing: Listing, wording: Wording, *, state: str = "") -> Iterator[Block]:
    """A listing: its answer, its lines as a table, and what must be known of them."""
    yield Heading(listing.title, 3)
    text, value = listing.columns
    heads = (
        text or wording.t("brief_files.column.subject"),
        value or wording.t("brief_files.column.figure"),
        state or wording.t("brief_files.column.state"),
        wording.t(NOTES.get(listing.key, "brief_files.column.note")),
    )
    yield from line_table(listing.label, listing.lines, heads)
    yield from said(listing.note, "small")


def line_table(caption: str, lines: Iterable[Line], heads: Sequence[str]) -> Iterator[Table]:
    """Lines with their value, state and note."""
    return table(caption, heads, [(one.text, one.value, one.state, one.note) for one in lines])


def date_table(caption: str, lines: Iterable[DatedLine], wording: Wording) -> Iterator[Table]:
    """What is or was due when."""
    heads = [wording.t(f"brief_files.column.{name}") for name in ("item", "date", "state")]
    return table(caption, heads, [(one.text, one.when, one.state) for one in lines])


def source_blocks(content: BriefContent, wording: Wording) -> Iterator[Block]:
    """Every source, with its page."""
    title = wording.t("country_brief.sources").rstrip(" :\u00a0\u202f")
    yield Heading(title)
    columns = [
        wording.t(f"brief_files.column.{name}") for name in ("publisher", "title", "vintage")
    ]
    yield from table(
        title,
        columns,
        [
            (one.publisher, Link(one.title, one.address) if one.address else one.title, one.vintage)
            for one in content.sources
        ],
    )


def file_blocks(files: Iterable[Link], wording: Wording) -> Iterator[Block]:
    """Where the same is had as a file."""
    yield Heading(wording.t("text_twin.files"))
    yield Bullets(tuple(files))
