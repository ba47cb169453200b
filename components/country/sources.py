"""Every source that a country's page rests on, with terms, vintage and citation; the CSV of all."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from components.cards import CSV_ROUTE, Card, Section, as_of, refusal_of
from components.country.answers import CountryAnswers
from components.markup import render
from components.wording import Wording
from data.records import Source


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


def sources_section(answers: CountryAnswers, wording: Wording) -> Section:
    """One card: the whole country as CSV, what it leaves out, and the sources."""
    used = used_sources(answers)
    country = answers.area.name
    asked = {"area": answers.area.code} | as_of(answers.figures.values())
    card = Card(
        key="country-sources",
        title=wording.t("country.sources.card", country=country),
        theme="context",
        sentence="" if used else wording.t("country.nothing_known"),
        body=render("country_sources.html", used=used, t=wording.t) if used else "",
        csv=f"{CSV_ROUTE}?{urlencode(asked)}" if answers.figures else "",
        csv_refusal=refusal_of((s.publisher for s, _ in used if not s.downloadable), wording),
        wide=True,
    )
    return Section(
        "sources",
        wording.t("country.sources.title"),
        "context",
        wording.t("country.sources.lead"),
        (card,),
    )
