"""The head of a country's page: name, place, pathfinder badge, what data exist, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.picking import years_of
from components.markup import render
from components.pathfinders.stages import STAGES
from components.wording import Wording
from data.records import Area, Stage

CHILD_LABOUR: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "UNICEF_CL_ECON", "UNICEF_CL_ECON_HC")
FORCED_LABOUR: Final = (
    "WF_MODERN_SLAVERY_2023_RATE",
    "WF_MODERN_SLAVERY_2018_RATE",
    "WF_MODERN_SLAVERY_2016_RATE",
)
TRAFFICKING: Final = ("TIP_VICTIMS",)


@dataclass(frozen=True)
class Glance:
    """One item of the strip: what, and how much of it is there."""

    theme: str
    anchor: str
    label: str
    known: str


@dataclass(frozen=True)
class Link:
    """A text and where it leads."""

    text: str
    address: str


def glances(answers: CountryAnswers, wording: Wording) -> tuple[Glance, ...]:
    """What data exist, in five items: years and counts, or "nothing known"."""
    t = wording.t
    figures = (
        ("child_labour", "child-labour", _years(answers, CHILD_LABOUR, "surveys", wording)),
        ("forced_labour", "forced-labour", _years(answers, FORCED_LABOUR, "estimates", wording)),
        ("trafficking", "trafficking", _years(answers, TRAFFICKING, "years", wording)),
    )
    ratified = sum(r.status == "ratified" for r in answers.ratifications.values())
    law = t(
        "country.glance.law_known",
        ratified=numbers.number(ratified, wording),
        facts=numbers.number(len({fact.topic for fact in answers.legal_facts}), wording),
    )
    held = bool(answers.ratifications or answers.legal_facts)
    listed = answers.completion.listed if answers.completion else 0
    plans = t("country.glance.roadmap_known", count=numbers.number(listed, wording))
    nothing = t("country.nothing_known")
    return (
        *(Glance(theme, at, t(f"country.{theme}.title"), known) for theme, at, known in figures),
        Glance("government", "government", t("country.glance.law"), law if held else nothing),
        Glance("roadmap", "roadmap", t("country.glance.roadmap"), plans if listed else nothing),
    )


def _years(answers: CountryAnswers, codes: Iterable[str], kind: str, wording: Wording) -> str:
    rows = [row for code in codes if (s := answers.series(code)) for row in s.observations]
    years = years_of(rows)
    if not years:
        return wording.t("country.nothing_known")
    return wording.t(
        f"country.glance.{kind}",
        count=numbers.number(len(years), wording),
        span=_unbroken(numbers.year_range(years[0], years[-1], wording)),
    )


def _unbroken(span: str) -> str:
    """The years on one line: a break at the dash turns them round in Arabic."""
    return span.replace("\u2013", "\u2060\u2013\u2060")


def latest_stage(stages: Sequence[Stage]) -> Stage | None:
    """The furthest stage that some page states, by its newest date; None without stages."""
    order = {name: place for place, name in enumerate(STAGES)}
    return max(stages, key=lambda stage: (order.get(stage.stage, -1), stage.date), default=None)


def header_html(
    answers: CountryAnswers,
    wording: Wording,
    *,
    country_link: Callable[[str], str],
    pathfinders_link: str,
) -> str:
    """Name, region, badge, strip and peers as one block of safe HTML."""
    area, t = answers.area, wording.t
    places = [
        answers.areas[code].name for code in (area.region, area.subregion) if code in answers.areas
    ]
    stage = latest_stage(answers.stages)
    step = ""
    if stage is not None:
        when = numbers.date_text(stage.date, wording)
        name = t(f"stage.{stage.stage}")
        step = t("country.with_note", text=name, note=when) if when else name
    badge = t(f"country.badge.{area.pathfinder}") if area.pathfinder else ""
    subregion = answers.areas.get(area.subregion)
    return render(
        "country_header.html",
        name=area.name,
        code=area.code,
        kind=t(f"country.kind.{area.kind}"),
        places=list(dict.fromkeys(places)),
        badge=badge,
        stage=step,
        pathfinders=pathfinders_link,
        glances=glances(answers, wording),
        peers=[Link(peer.name, country_link(peer.code)) for peer in answers.peers],
        subregion=subregion.name if subregion else "",
        t=t,
    )


def contents_html(sections: Iterable[Section], wording: Wording) -> str:
    """The list of sections as links into the page."""
    return render("country_contents.html", sections=list(sections), t=wording.t)


def chooser_html(
    countries: Iterable[Area], areas: dict[str, Area], link: Callable[[str], str], wording: Wording
) -> str:
    """Every country and territory as a link, by region and sub-region."""
    groups: dict[str, dict[str, list[Link]]] = {}
    for country in countries:
        names = [areas[c].name if c in areas else "" for c in (country.region, country.subregion)]
        region, subregion = names[0] or wording.t("country.chooser.elsewhere"), names[1]
        found = groups.setdefault(region, {}).setdefault(subregion, [])
        found.append(Link(country.name, link(country.code)))
    elsewhere = wording.t("country.chooser.elsewhere")
    regions = sorted(groups, key=lambda region: (region == elsewhere, region))
    ordered = {region: dict(sorted(groups[region].items())) for region in regions}
    return render("country_chooser.html", groups=ordered, t=wording.t)
