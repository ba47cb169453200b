"""What the screen of a view is made of, read from the store as of one release."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from components import numbers
from components.changed.answer import Differences, differences_of, release_name
from components.changed.answer import lines as change_lines
from components.changed.choice import default_pair
from components.compare.page import MOST as MOST_COMPARED
from components.country.answers import CountryAnswers
from components.meeting.screens.compare import compare_screen
from components.meeting.screens.country import country_screen
from components.meeting.screens.numbers import alliance_screen, changed_screen, since_screen
from components.meeting.screens.pathfinders import pathfinders_screen
from components.meeting.screens.screen import Screen, release_line
from components.meeting.screens.timeline import timeline_screen
from components.meeting.screens.world import world_screen
from components.meeting.views import View, ViewRefused
from components.pathfinders.choice import GROUPS, SHOWS, SORTS, Choice, chosen
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.stages import STAGES
from components.pathfinders.standing import Standing, standings
from components.since.choice import Known as KnownSince
from components.since.choice import read_choice as read_since
from components.timeline.choice import chosen_events, read_choice
from components.wording import Wording, wording
from components.world import headline
from components.world.headline import Reports
from data import store
from data.country_facts import WORLD, reporting_country, whole_country
from data.methods.selection import headlines
from data.methods.since.meetings import meetings
from data.pathfinder_way import whole_way
from data.queries import versions
from data.records import Release
from data.since_facts import since
from data.world_facts import VICTIMS, victims_told
from pages.routes.event_calendar import told_events

MOST_CHANGES: Final = 6
"""Revised figures that stand below the counts of a release."""


class Shown(NamedTuple):
    """What a screen is made of beside its view: a language, a release and a day."""

    language: str
    release: Release
    today: date

    @property
    def words(self) -> Wording:
        """The language's texts."""
        return wording(self.language)

    @property
    def released(self) -> str:
        """The line that names the release."""
        return release_line(self.release, self.words)


def _one_of(view: View, name: str, allowed: Sequence[str]) -> str:
    """A choice of the view, the first of the allowed ones where it states none."""
    asked = view.choice(name)
    if asked and asked not in allowed:
        raise ViewRefused("choice", asked)
    return asked or allowed[0]


@store.cached(64)
def _answers(release: int, code: str, language: str) -> CountryAnswers | None:
    """Everything held of a country as of a release; None for no country."""
    area = reporting_country(code, language, wording(language).t("example.name"))
    return None if area is None else CountryAnswers(**whole_country(area, language, release))


def _country_of(code: str, shown: Shown) -> CountryAnswers:
    found = _answers(shown.release.id, code.strip().upper(), shown.language)
    if found is None:
        raise ViewRefused("country", code)
    return found


def _country(view: View, shown: Shown) -> Screen:
    asked = view.choice("iso3")
    if not asked:
        raise ViewRefused("no_country")
    answers = _country_of(asked, shown)
    return country_screen(answers, shown.words, today=shown.today, released=shown.released)


def _compare(view: View, shown: Shown) -> Screen:
    asked = [code for code in view.choice("iso3").split(",") if code.strip()]
    if not asked:
        raise ViewRefused("no_country")
    if len(asked) > MOST_COMPARED:
        raise ViewRefused("too_many", str(len(asked)))
    several = [_country_of(code, shown) for code in dict.fromkeys(asked)]
    return compare_screen(several, shown.words, today=shown.today, released=shown.released)


def _world(view: View, shown: Shown) -> Screen:
    if view.choices:
        # An indicator or a kind of view was chosen for the map, which only the page has.
        return page_screen(view, shown)
    release, words = shown.release.id, shown.words
    held = store.figures_of(release, WORLD, shown.language)
    made = [
        make(held[code], words)
        for code, make in (
            (headline.CHILD_LABOUR, headline.child_labour),
            (headline.FORCED_LABOUR, headline.forced_labour),
        )
        if code in held
    ]
    by_year = victims_told(release)
    if by_year:
        source = store.reference(shown.language).sources[headlines()[VICTIMS].sources[0]]
        made.append(headline.trafficking(Reports(by_year, source), words))
    blocks = [block for block in made if block is not None]
    return world_screen(blocks, words, released=shown.released)


@store.cached(6)
def _standings(language: str, release: int, today: date) -> list[Standing]:
    return standings(PathfinderFacts(**whole_way(language, release)), today)


def _pathfinders(view: View, shown: Shown) -> Screen:
    found = _standings(shown.language, shown.release.id, shown.today)
    areas = store.reference(shown.language).areas
    choice = Choice(
        _one_of(view, "region", ("", *sorted({one.area.region for one in found}))),
        _one_of(view, "stage", ("", *STAGES)),
        _one_of(view, "show", SHOWS),
        _one_of(view, "group", GROUPS),
        _one_of(view, "sort", SORTS),
    )
    region = areas.get(choice.region)
    return pathfinders_screen(chosen(found, choice), choice, region, shown.words, shown.released)


def _timeline(view: View, shown: Shown) -> Screen:
    events = told_events(shown.language, shown.release.id)
    areas, members = store.reference(shown.language).areas, store.members(shown.release.id)
    choice, refused = read_choice(dict(view.choices), regions=members, areas=areas)
    if refused:
        raise ViewRefused("choice", refused[0].value)
    return timeline_screen(
        chosen_events(events, choice, members),
        choice,
        areas,
        shown.words,
        today=shown.today,
        released=shown.released,
    )


def _since(view: View, shown: Shown) -> Screen:
    areas, members = store.reference(shown.language).areas, store.members(shown.release.id)
    held = meetings(store.pathfinder_data(shown.release.id).events)
    known = KnownSince(held, areas, shown.today, members)
    choice, refused = read_since(dict(view.choices), known)
    if refused:
        raise ViewRefused("choice", refused[0].value)
    span, among = choice.span, choice.among(members)
    found = since(span.first, span.last, areas=among, today=shown.today, release=shown.release.id)
    screen = since_screen(found, choice, areas, shown.words, released=shown.released)
    # Both ends are written out: the last meeting and today are others later.
    return replace(screen, pinned=tuple(choice.params().items()))


@store.cached(8)
def _differences(first: int, last: int) -> Differences:
    with store.connected() as connection:
        return differences_of(versions.changes(connection, first, last), frozenset())


def _changed(view: View, shown: Shown) -> Screen:
    if any(name not in {"from", "to"} for name, _ in view.choices):
        return page_screen(view, shown)
    every, words = store.releases(), shown.words
    numbered = {str(one.id): one for one in every if one.id <= shown.release.id}
    last = numbered[_one_of(view, "to", (str(shown.release.id), *numbered))]
    before = default_pair(every, last.id)[0]
    first = numbered[_one_of(view, "from", (str(before), *numbered))]
    if first.id == last.id:
        only = words.t("changed.only_one")
        return changed_screen({}, release_name(last, words), (only,), words, shown.released)
    found = _differences(first.id, last.id)
    counts = {kind: numbers.number(count, words) for kind, count in found.counts.items()}
    rows = change_lines(
        found.shown["revised"][:MOST_CHANGES], store.reference(shown.language), words
    )
    lines = [
        words.t(
            "screen.revised",
            area=row.area,
            what=row.indicator,
            year=row.year,
            old=row.old,
            new=row.new,
        )
        for row in rows
    ]
    between = words.t(
        "since.between", first=release_name(first, words), last=release_name(last, words)
    )
    return changed_screen(counts, between, lines, words, shown.released)


def _alliance(view: View, shown: Shown) -> Screen:
    if view.choices:
        # A search among the partners.
        return page_screen(view, shown)
    return alliance_screen(store.alliance(), shown.words, released=shown.released)


def page_screen(view: View, shown: Shown) -> Screen:
    """A page that has no screen of its own: the meeting shows the page."""
    name = shown.words.t(f"frame.page.{view.page}")
    return Screen(name, name)


SCREENS: Final[Mapping[str, Callable[[View, Shown], Screen]]] = {
    "alliance": _alliance,
    "changed": _changed,
    "compare": _compare,
    "country": _country,
    "pathfinders": _pathfinders,
    "since": _since,
    "timeline": _timeline,
    "world": _world,
}
"""By page; every other page is shown as it is."""
