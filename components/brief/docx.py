"""A brief as a Word document: what the PDF says, in its order, as headings and tables.

Every figure that a chart of the PDF draws stands in a table here, and nothing is left out for want
of room. Several countries make one document with a table of contents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from components.brief.records import BriefContent, Chart, DatedLine, Line, Listing
from components.cards import Strength
from components.reporting.word_document import WordDocument
from components.wording import Wording

PAGE: Final = 17.0
"""Centimetres between the margins of an upright page."""

LETTER: Final = 0.23
"""Centimetres of a bold letter, on the wide side."""
MARGINS: Final = 0.4
"""Centimetres at the sides of a cell's text."""
LONGEST: Final = 14
"""Letters of a word that a column must have room for; longer ones may be broken."""

NOTES: Final = {"law": "law.column.standard", "inspection": "law.column.first"}
"""What the note of a line is in the tables in which it is more than a note."""


def brief_docx(contents: Sequence[BriefContent], wording: Wording) -> bytes:
    """The briefs of one country or several, all in the language of `wording`; the same facts always
    give the same bytes. Raises ValueError for none."""
    if not contents:
        raise ValueError("a brief wants a country")
    first, several = contents[0], len(contents) > 1
    title = wording.t("brief_files.pack") if several else first.title
    document = WordDocument(wording, title)
    if several:
        document.title(title)
        document.subtitle(wording.t("sentence.comma").join(one.country for one in contents))
        document.text(first.version.text)
        document.contents(wording.t("brief_files.contents"))
    for content in contents:
        _Brief(document, content, wording).write(new_page=several)
    return document.saved(first.version.made)


def _widths(columns: Sequence[Sequence[str]]) -> list[float]:
    """Centimetres of each column: room for its longest word, and what is left by its texts: they
    run over several lines, so that twice as wide is enough for four times the letters."""
    words = [[word for text in column for word in text.split()] for column in columns]
    least = [LETTER * min(max(map(len, of), default=0), LONGEST) + MARGINS for of in words]
    wants = [max(map(len, column)) ** 0.5 for column in columns]
    left = max(PAGE - sum(least), 0.0)
    whole = [low + left * want / sum(wants) for low, want in zip(least, wants, strict=True)]
    return [round(PAGE * width / sum(whole), 2) for width in whole]


class _Brief:
    """One country's brief, written from its head to its sources."""

    def __init__(self, document: WordDocument, content: BriefContent, wording: Wording) -> None:
        self._document, self._content, self._t = document, content, wording.t
        self._names = dict(content.headings)

    def write(self, *, new_page: bool) -> None:
        content = self._content
        self._document.heading(content.title, new_page=new_page)
        for text in (content.badge, content.version.text, *content.sentences):
            self._say(text)
        self._tiles()
        self._part("child_labour")
        self._charts(content.child_labour)
        self._part("trafficking")
        self._charts(content.trafficking)
        self._roadmap()
        self._part("law")
        for listing in (content.instruments, content.law, content.suggestions, content.inspection):
            self._listing(listing)
        self._part("ground")
        if content.calendar is not None:
            self._chart(content.calendar)
        self._listing(content.context, state=self._t("column.year"))
        self._gaps()
        self._end()

    def _say(self, text: str) -> None:
        if text:
            self._document.text(text)

    def _part(self, key: str) -> None:
        self._document.heading(self._names[key], 2)

    def _table(self, caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table without the columns in which no row says anything; nothing without rows."""
        kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
        if not kept:
            return
        columns = [[heads[place], *(row[place] for row in rows)] for place in kept]
        self._document.table(
            caption,
            [heads[place] for place in kept],
            [[row[place] for place in kept] for row in rows],
            _widths(columns),
        )

    def _strength(self, strength: Strength | None) -> str:
        if strength is None:
            return ""
        return self._t("brief_files.strength", word=strength.word, reason=strength.reason)

    def _tiles(self) -> None:
        heads = ("subject", "figure", "what", "change", "strength", "gap")
        self._table(
            self._t("brief_files.answers"),
            [self._t(f"brief_files.column.{head}") for head in heads],
            [
                (
                    one.label,
                    f"{one.number} {one.unit}".strip(),
                    one.what,
                    one.verdict,
                    self._strength(one.strength),
                    one.gap,
                )
                for one in self._content.tiles
            ],
        )
        for _, word, means in self._content.strengths:
            self._say(self._t("brief_files.strength", word=word, reason=means))

    def _charts(self, charts: Sequence[Chart]) -> None:
        if not charts:
            self._say(self._t("country_brief.nothing"))
        for one in charts:
            self._chart(one)

    def _chart(self, chart: Chart) -> None:
        self._document.heading(chart.title, 3)
        self._say(self._strength(chart.strength))
        self._table(chart.label, chart.columns, chart.rows)
        self._say(chart.note)

    def _listing(self, listing: Listing, *, state: str = "") -> None:
        self._document.heading(listing.title, 3)
        text, value = listing.columns
        heads = (
            text or self._t("brief_files.column.subject"),
            value or self._t("brief_files.column.figure"),
            state or self._t("brief_files.column.state"),
            self._t(NOTES.get(listing.key, "brief_files.column.note")),
        )
        self._lines(listing.label, listing.lines, heads)
        self._say(listing.note)

    def _lines(self, caption: str, lines: Sequence[Line], heads: Sequence[str]) -> None:
        rows = [(one.text, one.value, one.state, one.note) for one in lines]
        self._table(caption, heads, rows)

    def _roadmap(self) -> None:
        way, t = self._content.roadmap, self._t
        self._part("roadmap")
        self._document.heading(way.title, 3)
        for text in (way.instead, way.alt):
            self._say(text)
        counted = [(one.word, str(one.count)) for one in way.counts]
        self._table(way.label, (t("country_brief.status"), t("country_brief.count")), counted)
        heads = tuple(t(f"brief_files.column.{name}") for name in ("item", "due", "state", "note"))
        self._lines(t("brief_files.items"), way.items, heads)
        self._lines(way.others_title, way.others, heads)
        steps = [(one.name, one.when or t(f"brief_files.step.{one.mark}")) for one in way.steps]
        columns = (t("brief_files.column.step"), t("brief_files.column.date"))
        self._table(t("brief_files.steps"), columns, steps)
        for title, lines in (
            ("country_brief.ahead", way.ahead),
            ("country_brief.late", way.late),
            ("brief_files.ended", way.ended),
        ):
            self._dates(t(title), lines)
        self._say(way.note)

    def _dates(self, caption: str, lines: Sequence[DatedLine]) -> None:
        heads = [self._t(f"brief_files.column.{name}") for name in ("item", "date", "state")]
        self._table(caption, heads, [(one.text, one.when, one.state) for one in lines])

    def _gaps(self) -> None:
        heads = [self._t(f"brief_files.column.{name}") for name in ("lacks", "instead", "by_whom")]
        rows = [(one.what, one.detail, one.by_whom) for one in self._content.gaps]
        self._table(self._t("country_brief.gaps"), heads, rows)

    def _end(self) -> None:
        content = self._content
        for note in content.notes:
            self._say(note)
        heads = [
            self._t(f"brief_files.column.{name}") for name in ("publisher", "title", "vintage")
        ]
        rows = [(one.publisher, one.title, one.vintage) for one in content.sources]
        self._table(self._t("country_brief.sources").rstrip(" :\u00a0\u202f"), heads, rows)
        self._say(content.cite)
        self._document.link(f"{self._t('country_brief.full')} ", content.permalink)
