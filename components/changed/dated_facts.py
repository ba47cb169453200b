"""Dated facts as entries of the feed: events, steps, ratifications, statuses, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from components.changed.atom import Entry
from components.markup import render
from components.numbers import date_text, span_text
from components.timeline.choice import WORLD, areas_of
from components.timeline.event_words import when_text, where_text
from components.timeline.precision import date_note, not_known, noted, stated_title
from components.wording import Wording
from data.methods.dates import span
from data.records import Action, Area, Event, Report, Status


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened on a day, or in a month or year. `path` makes its identity; `area`
    holds codes with `;` between; `lines` say what its title does not."""

    path: str
    kind: str
    label: str
    date: str
    area: str
    title: str
    lines: tuple[str, ...]
    source_title: str
    page: str


def event_facts(
    events: Iterable[Event], areas: Mapping[str, Area], wording: Wording
) -> Iterator[Fact]:
    """The dated ones of the events."""
    for event in events:
        if not event.date:
            continue
        label = wording.t(f"event_kind.{event.kind}")
        state = wording.t(f"event_state.{event.state}")
        when = noted(when_text(event, wording), not_known(event, wording), wording)
        yield Fact(
            f"event/{event.code}",
            event.kind,
            label,
            event.date,
            event.area,
            _of_country(stated_title(event, wording), areas_of(event), areas, wording),
            (
                wording.t("sentence.comma").join((label, state)),
                when,
                where_text(event, areas, wording),
            ),
            event.source_title,
            event.page,
        )


def status_facts(
    actions: Iterable[Action], areas: Mapping[str, Area], wording: Wording
) -> Iterator[Fact]:
    """The statuses that say on which day, month or year they were true; of a government's or
    reviewer's word without one, the day it was said."""
    for action in actions:
        # Of several readings of one date by one voice the last stands: it corrected the others.
        dated = {(said.says, _true_on(said)): said for said in action.history}
        for (_, when), said in dated.items():
            if when:
                yield _status(action, said, when, areas, wording)


def _true_on(said: Status) -> str:
    return said.status_date or ("" if said.says == "curated" else said.checked)


def _status(
    action: Action, said: Status, when: str, areas: Mapping[str, Area], wording: Wording
) -> Fact:
    title = _of_country(wording.of(action, "text"), (action.area,), areas, wording)
    status = wording.t(f"action_status.{said.status}")
    told = noted(date_text(when, wording), date_note(when, "", wording), wording)
    return Fact(
        f"status/{said.action}/{said.says}/{said.checked}",
        "status",
        wording.t("record.table.status"),
        when,
        action.area,
        wording.t("sentence.joined", clause=title.rstrip("."), remark=status),
        (
            wording.t(f"action_kind.{action.kind}"),
            wording.t("feeds.atom.status_as_of", status=status, when=told),
            wording.t(f"status_says.{said.says}"),
            wording.of(said, "basis"),
        ),
        said.source_title or action.source_title,
        said.page or action.page,
    )


def report_facts(
    reports: Iterable[Report], areas: Mapping[str, Area], wording: Wording
) -> Iterator[Fact]:
    """Reports by the day they came in; where none is stated, by the end of what they tell of."""
    for one in reports:
        when = one.received or one.end or one.start
        if not when:
            continue
        label = wording.t(f"report_kind.{one.kind}")
        dated = noted(date_text(when, wording), date_note(when, "", wording), wording)
        told = wording.t("feeds.atom.received", when=dated) if one.received else ""
        about = span_text(one.start or one.end, one.end or one.start, wording)
        period = wording.t("feeds.atom.period", period=about) if about else ""
        yield Fact(
            f"report/{one.code}",
            "report_received",
            label,
            when,
            one.area,
            _of_country(wording.of(one, "title") or label, (one.area,), areas, wording),
            (label, told, period, wording.of(one, "note")),
            one.source_title,
            one.page,
        )


def _of_country(
    title: str, codes: Sequence[str], areas: Mapping[str, Area], wording: Wording
) -> str:
    """The title behind the name of its country, where it does not name it itself."""
    named = [areas[code].name for code in codes if code in areas and code != WORLD]
    if len(named) != 1 or named[0] in title:
        return title
    return wording.t("feeds.atom.of_country", country=named[0], title=title)


def newest(facts: Iterable[Fact], today: date, most: int) -> list[Fact]:
    """The last facts whose date has come, the newest first."""
    come = [fact for fact in facts if span(fact.date)[0] <= today]
    return sorted(come, key=lambda fact: (span(fact.date)[0], fact.path), reverse=True)[:most]


def fact_entry(
    fact: Fact, areas: Mapping[str, Area], wording: Wording, page: Callable[[str], str]
) -> Entry:
    """The fact as an entry, updated on the first day that its date may mean: no time is known, and
    the words say how exact the date is. `page` gives the address of a country's page, of the
    timeline for none."""
    known = [code for code in fact.area.split(";") if code in areas and code != WORLD]
    stated = fact.source_title or fact.page
    html = render(
        "feed_fact.html",
        language=wording.language,
        lines=[line for line in fact.lines if line],
        source=wording.t("feeds.calendar.source", source=stated) if stated else "",
        page=fact.page if fact.page.startswith(("https://", "http://")) else "",
    )
    return Entry(
        f"{wording.code}/{fact.path}",
        fact.title,
        datetime.combine(span(fact.date)[0], time(), UTC),
        html,
        page(known[0] if len(known) == 1 else ""),
        (fact.kind, fact.label),
        fact.page,
    )
