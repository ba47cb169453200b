"""The head of a country's page: name, place, badge, sentences, tiles, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components import numbers
from components.cards import Section
from components.change_words import GLYPHS
from components.country.answers import CountryAnswers
from components.country.parts.brief import brief
from components.country.parts.tiles import leading_measure, tiles
from components.markup import render
from components.pathfinders.stages import STAGES
from components.wording import Wording
from data.methods.change import STRENGTHS
from data.methods.selection import headlines
from data.records import Area, Observation, Stage

LOAD_EXAMPLE: Final = "python -m loaders questionnaire example"
"""The command that loads the made-up country."""

STANDARD_AGE = headlines()["child_labour"].age


@dataclass(frozen=True)
class Link:
    """A text and where it leads."""

    text: str
    address: str


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
    compare_link: str,
    today: date,
    brief_link: str = "",
    word_link: str = "",
    progress_link: str = "",
) -> str:
    """Name, place, badge, the sentences, the five tiles and the neighbours as safe HTML."""
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
    return render(
        "country_header.html",
        name=area.name,
        banner=_example_lines(answers, wording),
        code=area.code,
        language=wording.code,
        kind=t(f"country.kind.{area.kind}"),
        places=list(dict.fromkeys(places)),
        badge=badge,
        stage=step,
        pathfinders=pathfinders_link,
        sentences=brief(answers, wording),
        strengths=[(GLYPHS[code], code) for code in STRENGTHS],
        tiles=tiles(answers, wording, today=today),
        peers=_neighbours(answers, wording, country_link),
        compare=compare_link if answers.peers else "",
        brief="" if answers.made_up else brief_link,
        word=word_link,
        progress="" if answers.made_up else progress_link,
        subregion=answers.areas[area.subregion].name if area.subregion in answers.areas else "",
        t=t,
    )


@dataclass(frozen=True)
class Neighbour:
    """A country of the same sub-region with its figure; `direction` against this country's."""

    text: str
    address: str
    figure: str
    exact: str
    year: str
    direction: str


def _example_lines(answers: CountryAnswers, wording: Wording) -> tuple[str, ...]:
    """That the country is made up and, while nothing is loaded of it, how it is; else nothing."""
    if not answers.made_up:
        return ()
    held = answers.stages or answers.roadmaps or answers.actions or answers.reports
    empty = wording.t("example.empty", command=numbers.isolate(LOAD_EXAMPLE, wording))
    return (wording.t("example.banner"), *(() if held else (empty,)))


def _neighbours(
    answers: CountryAnswers, wording: Wording, link: Callable[[str], str]
) -> tuple[Neighbour, ...]:
    """The peers by name, each with the figure that speaks for it by this country's measure."""
    leading = leading_measure(answers)
    code, own = (leading[0], leading[1].row) if leading else ("child_labour", None)
    around = answers.around.get(code, {})
    found = []
    for peer in answers.peers:
        row = around.get(peer.code)
        if row is None:
            found.append(Neighbour(peer.name, link(peer.code), "", "", "", ""))
            continue
        about = answers.indicators[row.indicator]
        found.append(
            Neighbour(
                peer.name,
                link(peer.code),
                numbers.read_figure(row, about, wording),
                numbers.figure(row, about, wording),
                _year_and_age(row, wording),
                _against(row, own),
            )
        )
    return tuple(found)


def _year_and_age(row: Observation, wording: Wording) -> str:
    """The year, and the age band where it is not the standard one."""
    year = numbers.isolate(row.year, wording)
    if row.age == STANDARD_AGE:
        return year
    return f"{year}{wording.t('sentence.comma')}{numbers.age_text(row.age, wording)}"


def _against(row: Observation, own: Observation | None) -> str:
    """lower, higher or level beside the country's own figure; empty without one."""
    if own is None or row.value is None or own.value is None or row.age != own.age:
        return ""
    if row.value == own.value:
        return "level"
    return "lower" if row.value < own.value else "higher"


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
