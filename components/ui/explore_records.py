"""A list of records on the data page: what the address asks, and the rows of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection

from components.echo import MOST_SAID
from components.explore.filters import Refused
from components.explore.links import Links
from components.explore.places import chosen_places, picked_places
from components.explore.record_kinds import KINDS, Row
from components.explore.records_page import RecordsAsked, chosen, in_order, records_html
from components.explore.refusals import refusal_sentence
from components.packing import packed
from components.ui.as_of import release_id
from components.ui.explore_filters import MOST_PLACES
from components.ui.find import find_anything
from components.ui.notice import notice
from components.ui.press import go_to
from components.ui.ready import show_html
from components.ui.timeline_choices import all_events
from components.ui.url_state import pairs
from components.ui.visit import Visit
from components.wording import DEFAULT, wording
from data import list_rows, store
from data.queries import government
from data.records import Known, Ratification

OF_A_COUNTRY: Final[Mapping[str, Callable[[Connection, str], Sequence[Row]]]] = {
    "legal-facts": government.legal_facts,
    "goods": government.listed_goods,
    "suggested-actions": government.suggested_actions,
}


def show(here: Visit, kind: str, links: Links) -> None:
    """The list, its filter of places, and its file."""
    known = store.known(None, here.language)
    asked, refused = _asked(kind, known)
    for why in refused[:MOST_SAID]:
        notice(refusal_sentence(why, here.wording))
    find_anything(
        here,
        "pick-record-place",
        kind="place",
        label=here.wording.t("explore_page.places"),
        example=here.wording.t("explore_page.all_places"),
        chosen=chosen_places(asked.area, asked.region, known, here.wording),
        most=MOST_PLACES,
        on_picked=lambda picked: _take_places(asked, links, picked),
    )
    show_html(_html(asked, links, release_id()))


def _take_places(asked: RecordsAsked, links: Links, picked: tuple[str, ...]) -> None:
    places = {name: ",".join(codes) for name, codes in picked_places(picked).items()}
    go_to(links.page(**(asked.params() | places)).partition("?")[2])


def _asked(kind: str, known: Known) -> tuple[RecordsAsked, list[Refused]]:
    """What the address asks of a list; what does not exist is left out."""
    narrowed = KINDS[kind].narrowed
    allowed = {"area": known.areas.keys(), "region": known.members.keys()}
    if narrowed:
        allowed[narrowed] = {str(getattr(row, KINDS[kind].field)) for row in rows_of(kind, None)}  # type: ignore[assignment]
    found: dict[str, tuple[str, ...]] = {}
    refused = []
    for name, text in pairs():
        if name == "records":
            continue
        if name not in allowed:
            refused.append(Refused("", name, allowed))
            continue
        codes = tuple(dict.fromkeys(code for code in text.split(",") if code))
        refused += [Refused(name, code, ()) for code in codes if code not in allowed[name]]
        found[name] = tuple(code for code in codes if code in allowed[name])
    return (
        RecordsAsked(
            kind,
            found.get(narrowed, ()) if narrowed else (),
            found.get("area", ()),
            found.get("region", ()),
            str(release_id() or ""),
        ),
        refused,
    )


@store.cached(16)
def rows_of(kind: str, release: int | None, language: str = DEFAULT) -> tuple[Row, ...]:
    """Every row of a list by the name of its country in the language; events by date."""
    rows = _read(kind, release, language)
    return tuple(rows if kind == "events" else in_order(rows, store.reference(language).areas))


def _read(kind: str, release: int | None, language: str) -> Sequence[Row]:
    known = store.pathfinder_data(release)
    areas = store.reference(DEFAULT).areas
    if kind == "actions":
        return [one for code, rows in known.actions.items() if code in areas for one in rows]
    if kind == "stages":
        return [one for code, rows in known.stages.items() if code in areas for one in rows]
    if kind == "events":
        # As their file has them: steps of countries and ratifications among them.
        return all_events(language, release).events
    if kind == "ratifications":
        # With the positions that are not known, as their file has them.
        fields = Ratification.__dataclass_fields__
        found = list_rows.ratifications(release)
        return [Ratification(*(str(row[name]) for name in fields)) for row in found]
    with store.connected() as connection:
        return [one for code in areas for one in OF_A_COUNTRY[kind](connection, code)]


@store.cached(64)
def _html(asked: RecordsAsked, links: Links, release: int | None) -> str:
    known, words = store.known(None, links.language), wording(links.language)
    found = chosen(rows_of(asked.kind, release, links.language), asked, known.members)
    return packed(records_html(asked, found, known, links, words))
