"""A country's text page: what its brief says, with every figure, and its forced labour."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from components.brief.addresses import DOCX, brief_address
from components.brief.records import BriefContent
from components.cards import CSV_ROUTE
from components.country.answers import CountryAnswers
from components.country.sections.forced_labour import forced_labour_section
from components.text_twin.addresses import country_path
from components.text_twin.blocks import Block, Heading, Link, Paragraph, TextPage
from components.text_twin.dataset import Described, dataset
from components.text_twin.parts import (
    card_blocks,
    chart_blocks,
    date_table,
    file_blocks,
    line_table,
    listing_blocks,
    number_text,
    said,
    source_blocks,
    strength_text,
    table,
)
from components.wording import DEFAULT, Wording


def country_page(
    answers: CountryAnswers, content: BriefContent, wording: Wording, *, root: str, as_of: str = ""
) -> TextPage:
    """The page of one country; `content` is its brief, `root` our own absolute address."""
    t, area = wording.t, answers.area
    path = country_path(area.code)
    title = t("text_twin.country_title", country=area.name)
    description = " ".join(content.sentences[:2])
    rows = [row for series in answers.figures.values() for row in series.observations]
    described = Described(
        root=root,
        path=path,
        name=title,
        description=description,
        places=((area.name, area.code),),
        rows=rows,
        indicators=[series.indicator for series in answers.figures.values()],
        csv={"area": area.code},
        published=content.version.published,
        release=content.version.release,
    )
    return TextPage(
        path=path,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=area.name,
        description=description,
        blocks=tuple(_Country(answers, content, wording, as_of).blocks()),
        twin=_page("country", wording.code, as_of, iso3=area.code),
        dataset=dataset(described, wording),
    )


def _page(name: str, language: str, as_of: str, **given: str) -> str:
    asked = given | ({"lang": language} if language != DEFAULT else {})
    asked |= {"as_of": as_of} if as_of else {}
    return f"{name}?{urlencode(asked, safe=',')}" if asked else name


class _Country:
    """The blocks of one country, from its head to its files."""

    def __init__(
        self, answers: CountryAnswers, content: BriefContent, wording: Wording, as_of: str
    ) -> None:
        self._answers, self._content, self._wording = answers, content, wording
        self._t, self._as_of = wording.t, as_of
        self._names = dict(content.headings)

    def blocks(self) -> Iterator[Block]:
        content = self._content
        yield from said(content.badge, "state")
        for sentence in content.sentences:
            yield Paragraph(sentence, "lead")
        yield Paragraph(content.version.text, "small")
        yield from self._tiles()
        yield Heading(self._names["child_labour"], anchor="child-labour")
        yield from self._charts("child_labour")
        yield from self._forced_labour()
        yield Heading(self._names["trafficking"], anchor="trafficking")
        yield from self._charts("trafficking")
        yield from self._roadmap()
        yield Heading(self._names["law"], anchor="law")
        for listing in (content.instruments, content.law, content.suggestions, content.inspection):
            yield from listing_blocks(listing, self._wording)
        yield from self._ground()
        yield from source_blocks(content, self._wording)
        yield Paragraph(content.cite, "small")
        yield from file_blocks(self._files(), self._wording)

    def _csv(self, theme: str) -> str:
        asked = {"area": self._answers.area.code, "theme": theme}
        asked |= {"as_of": self._as_of} if self._as_of else {}
        return f"{CSV_ROUTE}?{urlencode(asked, safe=',')}"

    def _tiles(self) -> Iterator[Block]:
        heads = ("subject", "figure", "what", "change", "strength", "gap")
        yield from table(
            self._t("brief_files.answers"),
            [self._t(f"brief_files.column.{head}") for head in heads],
            [
                (
                    one.label,
                    number_text(one, self._wording),
                    one.what,
                    one.verdict,
                    strength_text(one.strength, self._wording),
                    one.gap,
                )
                for one in self._content.tiles
            ],
        )

    def _charts(self, theme: str) -> Iterator[Block]:
        content = self._content
        charts = content.child_labour if theme == "child_labour" else content.trafficking
        if not charts:
            yield Paragraph(self._t("country_brief.nothing"))
        for chart in charts:
            yield from chart_blocks(chart, self._wording, self._csv(theme))

    def _forced_labour(self) -> Iterator[Block]:
        section = forced_labour_section(self._answers, self._wording)
        yield Heading(section.title, anchor="forced-labour")
        if not section.cards:
            yield Paragraph(self._t("country_brief.nothing"))
        for card in section.cards:
            yield from card_blocks(card, self._wording)

    def _roadmap(self) -> Iterator[Block]:
        way, t, wording = self._content.roadmap, self._t, self._wording
        yield Heading(self._names["roadmap"], anchor="roadmap")
        yield Heading(way.title, 3)
        for text in (way.instead, way.alt):
            yield from said(text)
        columns = (t("country_brief.status"), t("country_brief.count"))
        yield from table(way.label, columns, [(one.word, str(one.count)) for one in way.counts])
        heads = [t(f"brief_files.column.{name}") for name in ("item", "due", "state", "note")]
        yield from line_table(t("brief_files.items"), way.items, heads)
        yield from line_table(way.others_title, way.others, heads)
        steps = [(one.name, one.when or t(f"brief_files.step.{one.mark}")) for one in way.steps]
        columns = (t("brief_files.column.step"), t("brief_files.column.date"))
        yield from table(t("brief_files.steps"), columns, steps)
        yield from date_table(t("country_brief.ahead"), way.ahead, wording)
        yield from date_table(t("country_brief.late"), way.late, wording)
        yield from date_table(t("brief_files.ended"), way.ended, wording)
        yield from said(way.note, "small")

    def _ground(self) -> Iterator[Block]:
        content, t, wording = self._content, self._t, self._wording
        yield Heading(self._names["ground"], anchor="context")
        if content.calendar is not None:
            yield from chart_blocks(content.calendar, wording, "")
        yield from listing_blocks(content.context, wording, state=t("column.year"))
        heads = [t(f"brief_files.column.{name}") for name in ("lacks", "instead", "by_whom")]
        gaps = [(one.what, one.detail, one.by_whom) for one in content.gaps]
        yield from table(t("country_brief.gaps"), heads, gaps)
        for note in content.notes:
            yield Paragraph(note, "small")

    def _files(self) -> Iterator[Link]:
        code, language = self._answers.area.code, self._wording.code
        asked = {"area": code} | ({"as_of": self._as_of} if self._as_of else {})
        query = urlencode(asked)
        brief = (code, language, self._as_of)
        yield Link(self._t("text_twin.figures_csv"), f"{CSV_ROUTE}?{query}")
        yield Link(self._t("text_twin.figures_xlsx"), f"api/v1/observations.xlsx?{query}")
        yield Link(self._t("country_brief.button"), brief_address(*brief))
        yield Link(self._t("brief_files.word"), brief_address(*brief, DOCX))
