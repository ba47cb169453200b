"""What exists of a country and every source its page rests on, with terms and citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from components import numbers
from components.cards import CSV_ROUTE, Card, Section, as_of, refusal_of
from components.country.answers import CountryAnswers
from components.country.parts.availability import availability_card
from components.country.parts.source_names import NAMED, release_years
from components.markup import render
from components.wording import Wording
from data.records import Source

SHORT: Final = 8
"""Lines of the short list; the rest is in the fold."""


@dataclass(frozen=True)
class Named:
    """A line of the short list. `years`: of the releases; `exact`: as the publishers date them."""

    name: str
    address: str
    years: str
    exact: str
    releases: int


def used_sources(answers: CountryAnswers) -> list[tuple[Source, int]]:
    """Sources with the number of the page's records that rest on each, by publisher and title."""
    counts: Counter[str] = Counter(
        row.source for series in answers.figures.values() for row in series.observations
    )
    counts.update(row.source for series in answers.regional.values() for row in series.observations)
    for records in (
        answers.ratifications.values(),
        answers.legal_facts,
        answers.mechanisms,
        answers.suggested_actions,
        answers.goods,
    ):
        counts.update(record.source for record in records)
    found = [(answers.sources[code], n) for code, n in counts.items() if code in answers.sources]
    return sorted(found, key=lambda pair: (pair[0].publisher, pair[0].title, pair[0].vintage))


def sources_section(answers: CountryAnswers, wording: Wording, *, this_year: int) -> Section:
    """Two cards side by side: the calendar of what exists, and the sources with the whole CSV."""
    used = used_sources(answers)
    count = wording.t("country.sources.folded", count=numbers.number(len(used), wording))
    return Section(
        "sources",
        wording.t("country.sources.title"),
        "context",
        wording.t("country.sources.lead"),
        (availability_card(answers, wording, this_year), _card(answers, used, wording)),
        folded=count if used else "",
    )


def _card(answers: CountryAnswers, used: Sequence[tuple[Source, int]], wording: Wording) -> Card:
    refusal = refusal_of((s.publisher for s, _ in used if not s.downloadable), wording)
    asked = {"area": answers.area.code} | as_of(answers.figures.values())
    named = _named([source for source, _ in used], wording)
    return Card(
        key="country-sources",
        label=wording.t("country.sources.label", country=answers.area.name),
        title=wording.t("country.sources.count", count=numbers.number(len(used), wording)),
        theme="context",
        sentence="" if used else wording.t("country.nothing_known"),
        body=_body(used, named, refusal, wording) if used else "",
        csv=f"{CSV_ROUTE}?{urlencode(asked)}" if answers.figures else "",
    )


def _body(
    used: Sequence[tuple[Source, int]], named: Sequence[Named], refusal: str, wording: Wording
) -> str:
    more = len(used) - sum(line.releases for line in named)
    return render(
        "country_sources.html",
        named=named,
        used=used,
        more=numbers.number(more, wording) if more else "",
        refusal=refusal,
        t=wording.t,
    )


def _named(used: Sequence[Source], wording: Wording) -> list[Named]:
    """The short list: what the headline figures rest on comes first."""
    by_code = {source.code: source for source in used}
    lines = []
    for key, codes in NAMED:
        held = [by_code[code] for code in codes if code in by_code]
        if held:
            years = wording.t("sentence.comma").join(dict.fromkeys(release_years(held, wording)))
            exact = wording.t("sentence.separator").join(source.vintage for source in held)
            name = wording.t(f"country.sources.named.{key}")
            lines.append(Named(name, held[0].address, years, exact, len(held)))
    return lines[:SHORT]
