"""The page of changes: two releases and filters from the URL, and the cached reads behind it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.changed.answer import (
    Differences,
    answer_html,
    differences_of,
    jumps_html,
    release_name,
    releases_html,
)
from components.changed.banner import refusal_sentence
from components.changed.choice import NARROWING, Choice, areas_told, default_pair
from components.changed.feed_address import feed_address
from components.changed.record_answer import records_html
from components.changed.record_lines import Known as RecordsKnown
from components.echo import MOST_SAID, echoed
from components.explore.filters import Filters, without_unknown
from components.explore.offered import offered
from components.explore.refusals import refusal_sentence as filter_sentence
from components.explore.region_names import region_name
from components.markup import render
from components.ui.as_of import release_id
from components.ui.explore import known
from components.ui.notice import notice
from components.ui.url_state import choose_one, choose_several, pairs
from components.ui.visit import Visit
from components.wording import DEFAULT
from data import example, store
from data.queries import record_versions, versions
from data.queries.shown import NoSuchRelease
from data.records import Action, RecordChange

FROM, TO = "from", "to"
_EXERCISE = f"report {example.CODE}-"
"""How the note of a release begins that brought a report of the made-up country."""


def _number(name: str, here: Visit, default: int) -> int:
    """The release that a parameter of the URL names; says so when there is none."""
    asked = st.query_params.get(name, "").strip()
    if not asked:
        return default
    try:
        return store.release_shown(asked).id
    except NoSuchRelease as why:
        first = why.first.published if why.first else ""
        notice(refusal_sentence(f"pair_{why.reason}", why.asked, first, here.wording))
        return default


def head(here: Visit) -> None:
    """Title, lead, and the feed."""
    feed, since = feed_address(here.language), here.href("since")
    st.html(render("changed_head.html", t=here.wording.t, since=since, feed=feed))


def asked_for(here: Visit) -> Choice | None:
    """The two releases and the filters of the URL; None, said kindly, when nothing compares."""
    every = store.releases()
    if len(every) < 2:
        notice(here.wording.t("changed.only_one" if every else "changed.none"))
        return None
    last = _number(TO, here, release_id() or every[0].id)
    first = _number(FROM, here, default_pair(every, last)[0])
    given = [(name, text) for name, text in pairs() if name not in (FROM, TO)]
    filters, refused = without_unknown(
        [(name, text) for name, text in given if name in NARROWING], known(here.language)
    )
    for why in refused[:MOST_SAID]:
        notice(filter_sentence(why, here.wording))
    for name in sorted({name for name, _ in given} - set(NARROWING))[:MOST_SAID]:
        notice(here.wording.t("explore.unknown_parameter", value=echoed(name)))
    return Choice(first, last, filters)


def choices(here: Visit, asked: Choice) -> None:
    """A box for each of the two releases, and the filters."""
    about, words = known(here.language), here.wording
    every = {str(release.id): release for release in store.releases()}
    there = offered(asked.filters, about)

    def name(number: str) -> str:
        return release_name(every[number], words)

    with st.container(key="changed-releases", horizontal=True):
        choose_one(words.t("changed.from"), FROM, list(every), str(asked.first), name)
        choose_one(words.t("changed.to"), TO, list(every), str(asked.last), name)
    anything = words.t("explore.anything")
    chosen: Filters = asked.filters
    with st.container(key="changed-filters", horizontal=True):
        for parameter, options, spoken in (
            ("theme", there.themes, lambda code: words.t(f"theme.{code}")),
            ("indicator", there.indicators, lambda code: words.of(about.indicators[code], "name")),
            ("region", there.regions, lambda code: region_name(code, about.areas, words)),
            ("area", there.areas, lambda code: about.areas[code].name),
        ):
            choose_several(
                words.t(f"explore.parameter.{parameter}"),
                parameter,
                options,
                getattr(chosen, parameter),
                spoken,
                placeholder=anything,
            )


@store.cached(32)
def _differences(asked: Choice) -> Differences:
    about = known(DEFAULT)
    with store.connected() as connection:
        found = versions.changes(
            connection,
            asked.first,
            asked.last,
            indicators=asked.indicators(about),
            areas=asked.areas(about),
        )
        return differences_of(found, about.withheld)


@store.cached(16)
def _record_changes(
    first: int, last: int, areas: tuple[str, ...] | None
) -> tuple[RecordChange, ...]:
    among = areas_told(areas, store.reference(DEFAULT).areas)
    with store.connected() as connection:
        return tuple(record_versions.record_changes(connection, first, last, areas=among))


@store.cached(6)
def _actions(first: int, last: int) -> dict[str, Action]:
    sides = (store.pathfinder_data(first), store.pathfinder_data(last))
    return {one.code: one for side in sides for listed in side.actions.values() for one in listed}


def answer(here: Visit, asked: Choice) -> None:
    """What differs: figures, then steps, actions and reports, each with its counts and file."""
    found = _differences(asked)
    changes = _record_changes(asked.first, asked.last, asked.areas(known(DEFAULT)))
    about = store.reference(here.language)
    reset = here.href("changed", **{FROM: str(asked.first), TO: str(asked.last)})
    figures = answer_html(found, about, here.wording, csv=asked.csv, reset=reset)
    records = records_html(
        changes,
        RecordsKnown(about.areas, about.indicators, _actions(asked.first, asked.last)),
        here.wording,
        csv=asked.records_csv,
        country=lambda code: here.href("country", iso3=code),
        narrowed=bool(asked.filters.theme or asked.filters.indicator),
    )
    st.html(jumps_html(found.total, len(changes), here.wording) + figures + records)


def releases(here: Visit) -> None:
    """Every release with what it changed; each leads to its own changes."""
    every = [each for each in store.releases() if not each.note.startswith(_EXERCISE)]
    bare = replace(here, as_of="")
    hrefs = {
        new.id: bare.href("changed", **{FROM: str(old.id), TO: str(new.id)})
        for new, old in zip(every, every[1:], strict=False)
    }
    st.html(releases_html(every, here.wording, hrefs=hrefs))
