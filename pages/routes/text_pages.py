"""What each text page is made from: the store read, and the page put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.brief.addresses import permalink
from components.brief.content import brief_content
from components.brief.records import Release as BriefRelease
from components.compare.page import MOST
from components.country.answers import CountryAnswers
from components.echo import echoed
from components.glossary.terms import glossary_page
from components.methods_page.page import methods_page
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.standing import standings
from components.text_twin.addresses import ALONE, country_path, indicator_path
from components.text_twin.blocks import TextPage
from components.text_twin.compare import compare_page
from components.text_twin.country import country_page
from components.text_twin.document import Served
from components.text_twin.index import index_page, sitemap_xml
from components.text_twin.indicator import indicator_page
from components.text_twin.pathfinders import pathfinders_page
from components.text_twin.world import WorldFacts, world_page
from components.wording import DEFAULT, Wording
from components.world import estimates, headline
from components.world.countries import accounted
from components.world.headline import Reports
from data import store
from data.country_facts import whole_country
from data.methods.selection import headlines
from data.pathfinder_way import whole_way
from data.queries.areas import COUNTRY_KINDS
from data.records import Area, Release
from data.world_facts import VICTIMS, victims_told
from pages.routes.shown import Shown

WORLD: Final = "WLD"
MAPPED: Final = "child_labour"
"""What every country's figure on the world page measures, as on the map that opens it."""


class NotUnderstood(ValueError):
    """What is asked for cannot be told: `subject` names the sentence, `said` its fields."""

    def __init__(self, subject: str, status: int, **said: str) -> None:
        self.subject, self.status, self.said = subject, status, said
        super().__init__(subject)


@dataclass(frozen=True)
class Wanted:
    """One page: its codes (none, one, or the compared ones), language, figures and day."""

    code: tuple[str, ...]
    wording: Wording
    shown: Shown
    served: Served
    today: date

    @property
    def key(self) -> tuple[str, ...]:
        """What makes its bytes beside its codes, language and figures."""
        return self.served.root, self.served.as_of, self.today.isoformat()

    @property
    def release(self) -> Release:
        """The release whose figures these are."""
        build = self.shown.build
        return self.shown.release or Release(build.newest, build.published, "", "")

    @property
    def about(self) -> store.Reference:
        """Areas, indicators and sources, areas named in the language."""
        return store.reference(self.wording.code)


def checked(kind: str, code: str, compared: Sequence[str], language: str) -> tuple[str, ...]:
    """The codes that a page of a kind is of, as the store writes them. Raises NotUnderstood."""
    if kind == "country":
        return (_area(code, language).code,)
    if kind == "indicator":
        upper = code.strip().upper()
        if upper not in store.reference(language).indicators:
            raise NotUnderstood("text_indicator", 404, asked=echoed(code))
        return (upper,)
    if kind == "compare":
        codes = dict.fromkeys(
            one.strip() for text in compared for one in text.split(",") if one.strip()
        )
        if not 0 < len(codes) <= MOST:
            raise NotUnderstood("text_compare", 400, most=str(MOST), count=str(len(codes)))
        return tuple(dict.fromkeys(_area(one, language).code for one in codes))
    if code:
        raise NotUnderstood("text_kind", 404, asked=echoed(f"{kind}/{code}"), known=kind)
    return ()


def _area(code: str, language: str) -> Area:
    area = store.reference(language).areas.get(code.strip().upper())
    if area is None or area.kind not in COUNTRY_KINDS:
        raise NotUnderstood("text_country", 404, asked=echoed(code))
    return area


def _answers(code: str, wanted: Wanted) -> CountryAnswers:
    area = wanted.about.areas[code]
    return CountryAnswers(**whole_country(area, wanted.wording.code, wanted.shown.release_id))


def country(wanted: Wanted) -> TextPage:
    """The page of a country."""
    (code,), words, served = wanted.code, wanted.wording, wanted.served
    answers, release = _answers(code, wanted), wanted.release
    content = brief_content(
        answers,
        words,
        today=wanted.today,
        release=BriefRelease(release.id, release.published),
        permalink=permalink(served.root, code, words.code, release.id),
    )
    return country_page(answers, content, words, root=served.root, as_of=served.as_of)


def indicator(wanted: Wanted) -> TextPage:
    """The page of an indicator, each country with the figure that speaks for it."""
    (code,), language = wanted.code, wanted.wording.code
    number = wanted.shown.release_id
    latest = accounted(store.latest(number, code, language), wanted.about.countries)
    return indicator_page(
        latest,
        store.known(number, language),
        wanted.release,
        wanted.wording,
        root=wanted.served.root,
        this_year=wanted.today.year,
        as_of=wanted.served.as_of,
    )


def world(wanted: Wanted) -> TextPage:
    """The page of the world."""
    words, number = wanted.wording, wanted.shown.release_id
    about, language = wanted.about, words.code
    figures = store.figures_of(number, WORLD, language)
    by_year = victims_told(number)
    reports = Reports(by_year, about.sources[headlines()[VICTIMS].sources[0]]) if by_year else None
    held = {code: store.figures_of(number, code, language) for code in (*estimates.REGIONS, WORLD)}
    history = figures.get(headline.CHILD_LABOUR)
    cards = [
        estimates.history_card(history, words) if history else None,
        estimates.regions_card(held, about.areas, words),
    ]
    facts = WorldFacts(
        headline.world_numbers(figures, reports, words),
        [card for card in cards if card is not None],
        accounted(store.latest(number, MAPPED, language), about.countries),
        figures,
        wanted.release,
    )
    return world_page(
        facts,
        words,
        root=wanted.served.root,
        this_year=wanted.today.year,
        as_of=wanted.served.as_of,
    )


def pathfinders(wanted: Wanted) -> TextPage:
    """The page of the pathfinder countries."""
    words = wanted.wording
    facts = PathfinderFacts(**whole_way(words.code, wanted.shown.release_id))
    found = standings(facts, wanted.today)
    return pathfinders_page(found, words, today=wanted.today, as_of=wanted.served.as_of)


def compare(wanted: Wanted) -> TextPage:
    """Countries side by side."""
    several = [_answers(code, wanted) for code in wanted.code]
    return compare_page(several, wanted.wording, today=wanted.today, as_of=wanted.served.as_of)


def glossary(wanted: Wanted) -> TextPage:
    """The glossary."""
    served = wanted.served
    instruments = wanted.about.instruments
    return glossary_page(instruments, wanted.wording, root=served.root, as_of=served.as_of)


def methods(wanted: Wanted) -> TextPage:
    """The rules, and how charts are read."""
    return methods_page(wanted.about.areas, wanted.wording, as_of=wanted.served.as_of)


def index(wanted: Wanted) -> TextPage:
    """The list of all text pages."""
    about = wanted.about
    return index_page(
        about.countries, about.indicators.values(), wanted.wording, as_of=wanted.served.as_of
    )


def sitemap(root: str, shown: Shown) -> str:
    """The map of the site as it is now."""
    about = store.reference(DEFAULT)
    paths = [
        *ALONE,
        *(country_path(area.code) for area in about.countries),
        *(indicator_path(code) for code in about.indicators),
    ]
    return sitemap_xml(root, paths, shown.published[:10] or shown.day)
