"""What stands in the card while no indicator is chosen: those that have figures of what is."""

from __future__ import annotations

from components.explore.links import Links, with_filters
from components.explore.offered import offered
from components.explore.view import View
from components.markup import render
from components.wording import Wording
from data.records import THEMES, Known


def choose_html(view: View, known: Known, links: Links, wording: Wording) -> str:
    """Indicators by theme, each leading to the same filters with it."""
    filters = view.filters
    places = {*filters.area, *(c for region in filters.region for c in known.members[region])}
    codes = [
        code
        for code in offered(filters, known).indicators
        if not places or places & known.offers[code].areas
    ]
    groups = []
    for theme in THEMES:
        its = [code for code in codes if known.indicators[code].theme == theme]
        if its:
            choices = [
                {
                    "text": wording.of(known.indicators[code], "short"),
                    "href": links.to(with_filters(view, indicator=(code,))),
                }
                for code in its
            ]
            name = wording.t(f"theme.{theme}")
            groups.append({"code": theme, "name": name, "choices": choices})
    return render("explore_choose.html", t=wording.t, groups=groups)
