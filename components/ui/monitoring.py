"""The page of the monitoring framework: who is asked for, and one country's view."""

from __future__ import annotations

import streamlit as st

from components.echo import echoed
from components.markup import render
from components.monitoring.page import Links, monitoring_html
from components.packing import packed
from components.ui.as_of import release_id
from components.ui.country import PARAMETER
from components.ui.find import find_country_box
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.example import example_area, is_example
from data.framework_facts import framework_facts
from data.queries.areas import COUNTRY_KINDS
from data.records import Area


def asked_country(here: Visit) -> Area | None:
    """The country of the address by its code, in capitals or not; the made-up one by its own.

    None when none is asked for, and when the code is unknown; the page then says so.
    """
    asked = st.query_params.get(PARAMETER, "").strip()
    code = asked.upper()
    if not code:
        return None
    if is_example(code):
        return example_area(here.wording.t("example.name"))
    area = store.reference(here.language).areas.get(code)
    if area is not None and area.kind in COUNTRY_KINDS:
        return area
    notice(here.wording.t("frame.unknown_country", asked=echoed(asked)))
    return None


def search(here: Visit) -> None:
    """A box of country names; the choice opens that country's view."""
    find_country_box(
        here, key="find", page="monitoring.py", label=here.wording.t("monitoring.search")
    )


def chooser(here: Visit) -> None:
    """Every country as a link to its view, pathfinders first."""
    words = here.wording
    groups = [
        (words.t(key), [(area.name, here.href("monitoring", iso3=area.code)) for area in areas])
        for key, areas in _by_way(store.reference(here.language).countries)
    ]
    st.html(render("monitoring_chooser.html", groups=groups, t=words.t))


def _by_way(countries: list[Area]) -> list[tuple[str, list[Area]]]:
    """Pathfinder countries and all others, each under the key of its heading."""
    pathfinders = [area for area in countries if area.pathfinder == "pathfinder"]
    others = [area for area in countries if area.pathfinder != "pathfinder"]
    return [("monitoring.to_pathfinders", pathfinders), ("monitoring.other_countries", others)]


@store.cached(128)
def _view(
    release: int | None, area: Area, language: str, as_of: str, country: str, pathfinders: str
) -> str:
    facts = framework_facts(release, area, language)
    html = monitoring_html(facts, wording(language), Links(country, pathfinders), as_of)
    return packed(html)


def show(area: Area, here: Visit) -> None:
    """The view of one country."""
    show_html(
        _view(
            release_id(),
            area,
            here.language,
            here.as_of,
            here.href("country", iso3=area.code),
            here.href("pathfinders"),
        )
    )
