"""The list of all text pages, and the map of the site for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from components.text_twin.addresses import (
    ALONE,
    INDEX,
    asked,
    country_path,
    indicator_path,
    languages_of,
)
from components.text_twin.blocks import Block, Bullets, Heading, Link, Paragraph, TextPage
from components.wording import LANGUAGES, Wording
from data.records import THEMES, Area, Indicator


def index_page(
    countries: Sequence[Area], indicators: Iterable[Indicator], wording: Wording, *, as_of: str = ""
) -> TextPage:
    """Every text page: those there is one of, countries by name, indicators by theme."""
    t = wording.t

    def link(text: str, path: str) -> Link:
        return Link(text, asked(path, wording.code, as_of=as_of))

    several = [link(t(f"text_twin.page.{path[5:]}"), path) for path in ALONE if path != INDEX]
    blocks: list[Block] = [Paragraph(t("document.description"), "lead"), Bullets(tuple(several))]
    blocks += [Heading(t("frame.page.country"))]
    blocks += [Bullets(tuple(link(area.name, country_path(area.code)) for area in countries))]
    blocks += [Heading(t("text_twin.indicators"))]
    every = list(indicators)
    for theme in THEMES:
        inside = [one for one in every if one.theme == theme]
        blocks += [Heading(t(f"theme.{theme}"), 3)] if inside else []
        named = [link(wording.of(one, "short"), indicator_path(one.code)) for one in inside]
        blocks += [Bullets(tuple(named))] if inside else []
    return TextPage(
        path=INDEX,
        title=t("text_twin.page_title", title=t("text_twin.index"), product=t("frame.product")),
        heading=t("text_twin.index"),
        description=t("document.description"),
        blocks=tuple(blocks),
        twin=asked("world", wording.code, as_of=as_of),
    )


def sitemap_xml(root: str, paths: Iterable[str], day: str) -> str:
    """The map of the site: every text page in every language, each with the others beside it."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in paths:
        beside = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(root + address)}/>'
            for code, address in languages_of(path, {})
        )
        lines += [
            f"<url><loc>{root}{asked(path, code)}</loc><lastmod>{day}</lastmod>{beside}</url>"
            for code in LANGUAGES
        ]
    return "\n".join((*lines, "</urlset>", ""))
