"""One view of the figures on the data page: the card with its tabs, and what is taken away."""

from __future__ import annotations

from dataclasses import dataclass

from components.explore.card import Body, Years, across, card_html
from components.explore.figures_table import figures_table
from components.explore.links import Links, rows_asked
from components.explore.take import Held, take_html
from components.explore.view import View
from components.markup import render
from components.packing import packed
from components.ui.as_of import asked_release
from components.ui.ready import show_html
from components.wording import DEFAULT, Wording, wording
from data import store
from data.explored import Explored, rows_of
from data.queries import export
from data.records import Known, Selection


@dataclass(frozen=True)
class Card:
    """The card as HTML, and the sentence that heads it."""

    html: str
    title: str


def card(view: View, links: Links) -> str:
    """Show the card; gives its title."""
    made = _card(view.filters.as_of, view, links)
    show_html(made.html)
    return made.title


def take(view: View, links: Links, title: str) -> None:
    """Show what can be taken away."""
    release = asked_release().release
    day = release.published[:10] if release else store.build().built[:10]
    show_html(_take(view.filters.as_of, view, links, day, title))


def _explored(release: int | None, view: View) -> Explored:
    """The rows of a view with those that are shown but may not be passed on."""
    known = store.known(release, DEFAULT)
    return rows_of(release, _selection(view, known))


def _selection(view: View, known: Known) -> Selection:
    asked = view.filters.selection(known)
    return Selection(
        **{
            name: getattr(asked, name)
            for name in Selection.__dataclass_fields__
            if name != "sources"
        },
        sources=view.filters.source or None,
    )


@store.cached(128)
def _card(release: int | None, view: View, links: Links) -> Card:
    known, words = store.known(release, links.language), wording(links.language)
    explored = _explored(release, view)
    body, title = _body(view, explored, known, links, words)
    about = [
        {
            "text": words.t("explore_page.about_indicator"),
            "href": links.other("sources", theme=known.indicators[code].theme) + f"#{code}",
        }
        for code in view.filters.indicator[:1]
    ]
    html = card_html(view, body, links, words, years=_years(view, explored, body), about=about)
    return Card(packed(html), title)


def _years(view: View, explored: Explored, body: Body) -> Years | None:
    if not across(view, body):
        return None
    among = sorted({row.year for row in explored.rows})
    if len(among) < 2:
        return None
    return Years(tuple(among), view.filters.year or among[-1], view.filters.year is not None)


def _body(
    view: View, explored: Explored, known: Known, links: Links, words: Wording
) -> tuple[Body, str]:
    """What the tab shows, and the sentence that heads it."""
    if not explored.rows:
        html = render(
            "explore_nothing.html",
            t=words.t,
            reset=links.page(),
            message=words.t("explore_page.nothing"),
        )
        return Body(html), ""
    table = figures_table(explored.rows, explored.total, view, known, links, words)
    return Body(table), ""


@store.cached(128)
def _take(release: int | None, view: View, links: Links, day: str, title: str) -> str:
    known = store.known(release, DEFAULT)
    filters = rows_asked(view)
    with store.connected() as connection:
        rows = export.rows_by_source(connection, filters.selection(known), release=release)
        withheld = (
            export.rows_by_source(
                connection, filters.selection(known, withheld=True), release=release
            )
            if known.withheld
            else {}
        )
    countries = len({row.area for row in _explored(release, view).rows})
    return packed(
        take_html(
            view,
            Held(rows, withheld, countries),
            store.known(release, links.language),
            links,
            wording(links.language),
            built=day,
            newest=store.build().newest,
            title=title,
            drawn=view.tab != "table" and bool(title),
        )
    )
