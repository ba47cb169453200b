"""The partners that documents name: counts by kind and country, and the list, searched by words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.alliance.cited import Cited, cited, sources_of
from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Alliance, Area, Partner

KINDS: Final = ("government", "international", "business", "workers", "civil_society", "media")
NEW: Final = "new_2020"


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner in words. `kind` is as the document lists it."""

    number: str
    name: str
    kind: str
    country: str
    note: str
    website: str
    source: Cited


def new_partners(known: Alliance) -> list[Partner]:
    """The list of new partners of May 2020, in its order."""
    return [one for one in known.partners if one.list == NEW]


def partner_name(one: Partner, areas: Mapping[str, Area], wording: Wording) -> str:
    """Its own name; that of a government is its country's, in the reader's language."""
    if one.kind == "government" and one.list != NEW and one.area in areas:
        return areas[one.area].name
    return wording.of(one, "name")


def partner_line(one: Partner, areas: Mapping[str, Area], wording: Wording) -> PartnerLine:
    """One partner, for the table and for the search."""
    return PartnerLine(
        one.number,
        partner_name(one, areas, wording),
        wording.t(f"partner_kind.{one.kind}"),
        areas[one.area].name if one.area in areas else "",
        wording.of(one, "note"),
        one.website,
        cited(one, wording),
    )


def partners_head_html(
    known: Alliance, areas: Mapping[str, Area], wording: Wording, *, pathfinders: str
) -> str:
    """What is stated and what can be named: numbers, kinds, countries. `pathfinders`: that page."""
    stated = [one for one in known.facts if one.topic == "partners_total"]
    kinds = Counter(one.kind for one in known.partners)
    countries = Counter(one.area for one in known.partners if one.area in areas)
    named = sorted(countries, key=lambda code: areas[code].by_name)
    leaders = sum(1 for area in areas.values() if area.pathfinder == "pathfinder")
    return render(
        "alliance_partners.html",
        t=wording.t,
        plural=wording.plural,
        count=len(known.partners),
        new=len(new_partners(known)),
        most=max(kinds.values()),
        kinds=[(wording.t(f"partner_kind.{kind}"), kinds[kind]) for kind in KINDS],
        countries=[(areas[code].name, countries[code]) for code in named],
        stated=[
            (one.number, date_text(one.date, wording), wording.of(one, "text"), cited(one, wording))
            for one in stated
        ],
        pathfinders=pathfinders,
        leaders=leaders,
    )


def partners_table_html(
    known: Alliance, lines: Sequence[PartnerLine], wording: Wording, *, searched: bool
) -> str:
    """The list, folded until it is searched."""
    return render(
        "alliance_partner_list.html",
        t=wording.t,
        lines=lines,
        searched=searched,
        shown=wording.t("alliance.partners.shown", count=len(lines), all=len(known.partners)),
        sources=sources_of(new_partners(known)[:1], wording),
    )
