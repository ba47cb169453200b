"""Countries that may be set beside the first one, in groups, each with the reason it is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from components import numbers
from components.cards import SourceLine, source_line
from components.markup import render
from components.wording import Wording
from data.methods.peers import REGION, Group, Held, Peer, groups_of
from data.records import Area, Described, Indicator, Observation


@dataclass(frozen=True)
class Suggested:
    """One country as a link: its name, why, both figures with years and sources on hover."""

    name: str
    address: str
    reason: str
    tip: str
    label: str


@dataclass(frozen=True)
class Suggestions:
    """A group with its heading, what is near counts as, its countries, its sources."""

    title: str
    own: str
    countries: tuple[Suggested, ...]
    sources: tuple[SourceLine, ...]


def peers_html(
    area: Area,
    chosen: Collection[str],
    countries: Sequence[Area],
    held: Held,
    known: Described,
    wording: Wording,
    *,
    add: Callable[[str], str],
    full: bool,
) -> str:
    """Suggestions for the first country as safe HTML; a sentence where there are none.

    `add` gives the address of the comparison with one country more; `full`: there is no room.
    """
    t = wording.t
    title = t("peers.title", country=area.name)
    if full:
        return render("compare_peers.html", title=title, said=t("peers.full"), groups=(), t=t)
    groups = suggestions(area, chosen, countries, held, known, wording, add=add)
    said = t("peers.rule", country=area.name) if groups else t("peers.none", country=area.name)
    return render("compare_peers.html", title=title, said=said, groups=groups, t=t)


def suggestions(
    area: Area,
    chosen: Collection[str],
    countries: Sequence[Area],
    held: Held,
    known: Described,
    wording: Wording,
    *,
    add: Callable[[str], str],
) -> tuple[Suggestions, ...]:
    """The groups that name a country that is not chosen yet; up to four countries each."""
    open_to = [one for one in countries if one.code not in chosen]
    return tuple(
        _said(group, area, known, wording, add)
        for group in groups_of(area, open_to, held, known.indicators)
    )


def _said(
    group: Group, area: Area, known: Described, wording: Wording, add: Callable[[str], str]
) -> Suggestions:
    own = group.own
    near = ""
    if own is not None:
        figure = _figure(own, known.indicators, wording)
        near = wording.t("peers.near", country=area.name, figure=figure)
    figures = [own, *(peer.other for peer in group.peers)]
    codes = dict.fromkeys(row.source for row in figures if row is not None)
    return Suggestions(
        wording.t(f"peers.group.{group.measure or group.key}"),
        near,
        tuple(_one(group, peer, area, known, wording, add) for peer in group.peers),
        tuple(source_line(known.sources[code], wording) for code in codes),
    )


def _one(
    group: Group,
    peer: Peer,
    area: Area,
    known: Described,
    wording: Wording,
    add: Callable[[str], str],
) -> Suggested:
    other = known.areas[peer.code]
    if group.key == REGION or peer.other is None or group.own is None:
        region = known.areas[area.subregion].name
        reason = region
        tip = wording.t("peers.same_region", region=region)
    else:
        reason = _figure(peer.other, known.indicators, wording)
        tip = wording.t(
            "peers.tip",
            other=_told(other, peer.other, known, wording),
            own=_told(area, group.own, known, wording),
        )
    label = wording.t("peers.add", country=other.name, reason=reason)
    return Suggested(other.name, add(other.code), reason, tip, label)


def _figure(row: Observation, indicators: Mapping[str, Indicator], wording: Wording) -> str:
    about = indicators[row.indicator]
    # An index has two decimals for the eye, which are too few to tell near from equal.
    say = numbers.figure if row.unit == "INDEX" else numbers.read_figure
    shown = say(row, about, wording)
    return wording.t("peers.figure", value=shown, year=numbers.isolate(row.year, wording))


def _told(area: Area, row: Observation, known: Described, wording: Wording) -> str:
    exact = numbers.figure(row, known.indicators[row.indicator], wording)
    return wording.t(
        "peers.told",
        country=area.name,
        value=exact,
        year=numbers.isolate(row.year, wording),
        source=source_line(known.sources[row.source], wording).text,
    )
