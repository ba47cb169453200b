"""`/api/v1/changes.atom`: releases and the newest dated facts, for feed readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from typing import Final
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.changed.atom import Entry, Feed, atom
from components.changed.choice import NARROWING, areas_told
from components.changed.dated_facts import (
    Fact,
    event_facts,
    fact_entry,
    newest,
    report_facts,
    status_facts,
)
from components.changed.feed_address import FEED_ROUTE, feed_address
from components.changed.record_lines import Known
from components.changed.release_entries import News, release_entry
from components.explore.filters import Filters, Refused, filters_of
from components.explore.region_names import region_name
from components.timeline.every_event import every_event
from components.wording import DEFAULT, Wording, wording
from data import example, store
from data.queries import government, record_versions, versions
from data.records import Release
from pages.routes.own_address import own_root
from pages.routes.shown import Shown, language_asked, only_known, open_store, refusal
from pages.service.download import Asked, Download

ATOM: Final = "application/atom+xml; charset=utf-8"
PARAMETERS: Final = ("area", "region", "theme", "lang")
MOST_FACTS: Final = 100
MOST_RELEASES: Final = 20


@dataclass(frozen=True)
class Wanted:
    """One feed: its language, its filters, and the absolute address of our root, which may be
    empty."""

    language: str
    filters: Filters
    root: str

    @property
    def narrowing(self) -> dict[str, str]:
        """The filters as parameters."""
        return {k: v for k, v in self.filters.params().items() if k in NARROWING}

    @property
    def narrowed(self) -> str:
        """The filters as part of an identity."""
        return "/".join(f"{name}={codes}" for name, codes in self.narrowing.items())

    def address(self, page: str, **params: str) -> str:
        """The absolute address of a page of ours in the feed's language."""
        said = ({"lang": self.language} if self.language != DEFAULT else {}) | params
        return f"{self.root}{page}?{urlencode(said, safe=',')}" if said else f"{self.root}{page}"


@store.cached(8)
def _news(filters: Filters) -> tuple[News, ...]:
    """What each of the last releases changed, the newest first; those left out that changed nothing
    of the choice, and those of the made-up country."""
    every, about = store.releases(), store.known(None, DEFAULT)
    shown = every[:MOST_RELEASES]
    if not shown:
        return ()
    indicators, areas = filters.selection(about).indicators, filters.areas(about)
    begin = store.records_begin()
    with store.connected() as connection:
        counts = versions.figure_counts(connection)
        after = max(begin, shown[-1].id - 1)
        moved = record_versions.changes_by_release(
            connection, after, areas_told(areas, about.areas)
        )
        found = []
        for place, release in enumerate(shown):
            before = every[place + 1].id if place + 1 < len(every) else versions.BEFORE_ALL
            figures = counts.get(release.id, [])
            if areas is not None:
                figures = _figures_of(connection, before, release.id, indicators, areas)
            elif indicators is not None:
                figures = [one for one in figures if one[0] in indicators]
            of_all = release.records_added if release.id == begin and areas is None else 0
            found.append(News(release, before, figures, moved.get(release.id, ()), of_all))
    return tuple(news for news in found if news and not _is_exercise(news.release))


def _figures_of(
    connection: Connection,
    before: int,
    last: int,
    indicators: tuple[str, ...] | None,
    areas: tuple[str, ...],
) -> list[tuple[str, int, int, int]]:
    """Of some areas, by indicator, how many figures are new, revised, withdrawn."""
    counts: dict[str, Counter[str]] = {}
    for change in versions.changes(connection, before, last, indicators=indicators, areas=areas):
        counts.setdefault(change.key.indicator, Counter())[change.kind] += 1
    return [(code, n["new"], n["revised"], n["withdrawn"]) for code, n in sorted(counts.items())]


def _is_exercise(release: Release) -> bool:
    """Whether it brought a report of the made-up country."""
    return release.note.startswith(f"report {example.CODE}-")


@store.cached(6)
def _facts(language: str, themes: tuple[str, ...]) -> tuple[Fact, ...]:
    """Every dated fact, of the ratifications those of the themes."""
    about, words, known = store.reference(language), wording(language), store.pathfinder_data()
    with store.connected() as connection:
        ratified = government.dated_ratifications(connection, list(about.areas))
    if themes:
        of_theme = {one.code for one in about.instruments.values() if one.theme in themes}
        ratified = [one for one in ratified if one.instrument in of_theme]
    events = every_event(known, ratified, about.sources, about.names, words)
    listed = [one for code, of in known.actions.items() if code in about.areas for one in of]
    reports = [one for code, of in known.reports.items() if code in about.areas for one in of]
    return (
        *event_facts(events, about.areas, words),
        *status_facts(listed, about.areas, words),
        *report_facts(reports, about.areas, words),
    )


def _of_areas(facts: Iterable[Fact], areas: tuple[str, ...] | None) -> Iterable[Fact]:
    if areas is None:
        return facts
    return (fact for fact in facts if not set(areas).isdisjoint(fact.area.split(";")))


def feed_text(wanted: Wanted, published: str, today: date) -> bytes:
    """The feed; `published` is when the newest release came out, or the store was built."""
    words, about = wording(wanted.language), store.reference(wanted.language)
    filters = wanted.filters
    actions = chain.from_iterable(store.pathfinder_data().actions.values())
    known = Known(about.areas, about.indicators, {one.code: one for one in actions})

    def country(code: str) -> str:
        return wanted.address("country", iso3=code) if code else wanted.address("timeline")

    def difference(news: News) -> str:
        ends = {"from": str(news.before), "to": str(news.release.id)}
        return wanted.address("changed", **ends, **wanted.narrowing)

    there = filters.areas(store.known(None, DEFAULT))
    told = newest(_of_areas(_facts(wanted.language, filters.theme), there), today, MOST_FACTS)
    entries = [
        *(
            release_entry(news, known, words, address=difference(news), narrowed=wanted.narrowed)
            for news in _news(filters)
        ),
        *(fact_entry(fact, about.areas, words, country) for fact in told),
    ]
    return atom(_feed(wanted, words, _moment(published), entries))


def _feed(wanted: Wanted, words: Wording, updated: datetime, entries: list[Entry]) -> Feed:
    subtitle = words.t("feeds.atom.subtitle")
    if wanted.filters.theme:
        subtitle = f"{subtitle} {words.t('feeds.atom.themes')}"
    return Feed(
        "/".join(part for part in (wanted.language, "changes", wanted.narrowed) if part),
        wanted.language,
        _title(wanted, words),
        subtitle,
        words.t("frame.product"),
        updated,
        wanted.root + feed_address(wanted.language, **wanted.narrowing),
        wanted.address("changed", **wanted.narrowing),
        sorted(entries, key=lambda entry: entry.updated, reverse=True),
    )


def _title(wanted: Wanted, words: Wording) -> str:
    """The feed's title, with the countries and themes that it is narrowed to."""
    areas = store.reference(wanted.language).areas
    places = (*wanted.filters.region, *wanted.filters.area)
    chosen = [region_name(code, areas, words) for code in places]
    chosen += [words.t(f"theme.{code}") for code in wanted.filters.theme]
    title = words.t("feeds.atom.title")
    if not chosen:
        return title
    return words.t(
        "feeds.calendar.with_note", title=title, note=words.t("sentence.comma").join(chosen)
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read(pairs: list[tuple[str, str]], root: str) -> tuple[Shown, Wanted]:
    only_known([name for name, _ in pairs], PARAMETERS)
    shown = open_store()
    filters = filters_of([pair for pair in pairs if pair[0] in NARROWING], shown.known)
    return shown, Wanted(language_asked(dict(pairs)), filters, root)


async def changes_atom(request: Request) -> Response:
    """What changed, as Atom; 400 names what is not understood and what is allowed."""
    pairs, today = request.query_params.multi_items(), date.today()
    try:
        shown, wanted = await run_in_threadpool(_read, pairs, own_root(request))
    except Refused as why:
        return refusal(why)

    def pieces() -> Generator[bytes]:
        yield feed_text(wanted, shown.published or shown.build.built, today)

    query = wanted.filters.query()
    return Download(
        Asked(
            content=(
                FEED_ROUTE,
                *shown.content,
                wanted.root,
                wanted.language,
                query,
                today.isoformat(),
            ),
            name=f"target87-changes-{wanted.language}.atom",
            changed=shown.changed,
            make=pieces,
            media=ATOM,
        )
    )
