"""One view of the figures on the data page: the card with its tabs, and what is taken away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from components.cite.cited import Cited, publication_of
from components.cite.texts import bibtex, citation_text
from components.cite.title import title_of
from components.explore.card import Body, Years, across, card_html
from components.explore.choose import choose_html
from components.explore.drawing import NOT_COMPARABLE, Drawing
from components.explore.drawing_html import drawing_html
from components.explore.drawn import drawing_of
from components.explore.figures_table import figures_table
from components.explore.links import Links, rows_asked
from components.explore.map_drawing import map_drawing
from components.explore.map_html import map_html, map_image
from components.explore.take import Held, take_html
from components.explore.view import View
from components.markup import render
from components.methods_page.examples import KINDS
from components.methods_page.page import how_to_read
from components.packing import packed
from components.theme import Mode
from components.ui.as_of import asked_release
from components.ui.ready import show_html
from components.wording import DEFAULT, Wording, wording
from data import store
from data.contradictions import contradictions
from data.explored import every_survey, rows_of, seen
from data.methods.contradictions import key_of
from data.methods.second_hand import quoted_by
from data.queries import export
from data.records import Explored, Known, Observation


@dataclass(frozen=True)
class Made:
    """The card as HTML, the sentence that heads it, and the asked areas that have no figure."""

    html: str
    title: str = ""
    without: tuple[str, ...] = ()


def made(view: View, links: Links, mode: Mode) -> Made:
    """The card of a view, made once for all who ask the same."""
    # Only a map is another in the dark: its shapes are an image.
    shade = mode if view.tab == "map" else "light"
    return _made(view.filters.as_of, view, links, shade, date.today().year)


def take(view: View, links: Links, title: str) -> None:
    """Show what can be taken away."""
    release = asked_release().release
    day = release.published[:10] if release else store.build().built[:10]
    show_html(_take(view.filters.as_of, view, links, day, title))


def explored_of(release: int | None, view: View) -> Explored:
    """The rows of a view, with those that are shown but may not be passed on."""
    known, filters = store.known(release, DEFAULT), view.filters
    beside = replace(filters, indicator=(view.x,), theme=()) if view.x else None
    return seen(
        release,
        filters.selection(known),
        headline=filters.headline,
        x=beside.selection(known) if beside else None,
        withheld=filters.selection(known, withheld=True) if known.withheld else None,
    )


@store.cached(128)
def _made(release: int | None, view: View, links: Links, mode: Mode, this_year: int) -> Made:
    known, words = store.known(release, links.language), wording(links.language)
    if view.tab != "table" and not (view.filters.indicator or view.filters.headline):
        html = choose_html(view, known, links, words)
        return Made(packed(card_html(view, Body(html), links, words)))
    explored = explored_of(release, view)
    if not (explored.rows or explored.withheld):
        return Made(packed(card_html(view, _nothing(view, links, words), links, words)))
    body, drawing = _body(view, explored, known, links, mode, this_year)
    html = card_html(
        view,
        body,
        links,
        words,
        years=_years(release, view, body),
        about=[
            {
                "text": words.t("explore_page.about_indicator"),
                "href": links.other("sources", theme=known.indicators[code].theme) + f"#{code}",
            }
            for code in view.filters.indicator[:1]
        ],
    )
    return Made(packed(html), drawing.title, drawing.without)


def _years(release: int | None, view: View, body: Body) -> Years | None:
    """The years that have figures of what is asked, where one of them can be asked for."""
    if not across(view, body):
        return None
    known = store.known(release, DEFAULT)
    every = replace(view.filters, year=None, latest="", first=None, last=None).selection(known)
    rows = rows_of(release, every)
    among = sorted({row.year for row in rows.rows})
    if not rows.whole:
        offers = [known.offers[code] for code in view.filters.indicator if code in known.offers]
        among = list(range(min(o.first for o in offers), max(o.last for o in offers) + 1))
    if len(among) < 2:
        return None
    return Years(tuple(among), view.filters.year or among[-1], view.filters.year is not None)


def _nothing(view: View, links: Links, words: Wording) -> Body:
    """Why there is nothing, and the way on."""
    message = words.t("explore_page.nothing")
    reset = links.page(indicator=",".join(view.filters.indicator))
    return Body(render("explore_nothing.html", t=words.t, reset=reset, message=message))


def _body(
    view: View, explored: Explored, known: Known, links: Links, mode: Mode, this_year: int
) -> tuple[Body, Drawing]:
    """What the tab shows, and the drawing that says the same."""
    words, every = wording(links.language), every_survey()
    if view.tab == "map":
        mapped = map_drawing(view, explored, known, every, words, this_year=this_year)
        image = map_image(view, links.language, mode)
        return Body(map_html(mapped, words, image=image, mode=mode), "map"), mapped.drawing
    drawing = drawing_of(view, explored, known, every, words, this_year=this_year)
    if view.tab == "table":
        rows = (*explored.rows, *explored.withheld, *explored.beside)
        total = explored.total + len(explored.withheld) + len(explored.beside)
        table = figures_table(
            rows,
            total,
            view,
            known,
            links,
            words,
            label=drawing.label,
            contradicted=lambda row: _contradicted(view.filters.as_of, row),
        )
        return Body(table), drawing
    guard = drawing.guard
    unlike = guard is not None and (guard.anyway or guard.strength == NOT_COMPARABLE)
    html = drawing_html(drawing, words)
    html += how_to_read(drawing.chart, words) if drawing.chart in KINDS else ""
    return Body(html, drawing.chart, unlike), drawing


def _quoting(explored: Explored) -> dict[str, tuple[tuple[str, int], ...]]:
    """By source, who quotes how many of its rows; of a view whose rows are all here."""
    counted: dict[str, Counter[str]] = {}
    for row in explored.rows if explored.whole else ():
        for who in quoted_by(row.note):
            counted.setdefault(row.source, Counter())[who] += 1
    return {code: tuple(found.most_common()) for code, found in counted.items()}


def _contradicted(release: int | None, row: Observation) -> tuple[str, ...]:
    return contradictions(release, row.indicator).get(key_of(row), ())


@store.cached(128)
def _take(release: int | None, view: View, links: Links, day: str, title: str) -> str:
    known = store.known(release, DEFAULT)
    filters = rows_asked(view)
    with store.connected() as connection:
        rows = export.rows_by_source(connection, filters.selection(known), release=release)
        held_back = filters.selection(known, withheld=True)
        withheld = export.rows_by_source(connection, held_back, release=release)
    explored, words = explored_of(release, view), wording(links.language)
    areas = {row.area for row in explored.rows}
    newest, named = store.build().newest, store.known(release, links.language)
    quoted = _quoting(explored)
    cited = Cited(
        title_of(filters, named, words),
        links.to(view.at_release(release or newest)),
        release or newest,
        day,
        tuple(
            publication_of(known.sources[code], count, quoted.get(code, ()))
            for code, count in rows.items()
        ),
    )
    return packed(
        take_html(
            view,
            Held(rows, withheld, len(areas)),
            named,
            links,
            words,
            citation=citation_text(cited, words),
            bibtex=bibtex(cited, words),
            newest=newest,
            title=title,
            drawn=view.tab != "table" and bool(title),
        )
    )
