"""The page of indicators and sources: what a figure means, covers, rests on, may be used for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components import numbers
from components.explore.offered import COUNTRY_KINDS
from components.markup import Foreign, render
from components.wording import Wording
from data.records import THEMES, TOTAL, Indicator, Known, LedgerLine, Offer, Source


@dataclass(frozen=True)
class Fact:
    """A named fact about an indicator or a source; `address` where it leads somewhere."""

    name: str
    text: str
    address: str = ""


def _facts(wording: Wording, *named: tuple[str, str, str]) -> list[Fact]:
    return [
        Fact(wording.t(f"sources_page.fact.{name}"), text, address)
        for name, text, address in named
        if text
    ]


def coverage_text(offer: Offer | None, known: Known, wording: Wording) -> str:
    """How many countries, which years, how many rows and suppressed ones the store holds."""
    if offer is None:
        return wording.t("sources_page.no_coverage")
    countries = sum(1 for code in offer.areas if known.areas[code].kind in COUNTRY_KINDS)

    def count(number: int) -> str:
        return numbers.number(number, wording)

    return wording.t(
        "sources_page.coverage",
        countries=count(countries),
        others=count(len(offer.areas) - countries),
        years=numbers.year_range(offer.first, offer.last, wording),
        rows=count(offer.rows),
        suppressed=count(offer.suppressed),
    )


def _sources_in_order(about: Indicator, known: Known) -> list[Source]:
    """The indicator's sources, preferred first, then others that hold figures of it."""
    offer = known.offers.get(about.code)
    held = sorted(offer.sources) if offer else []
    return [known.sources[code] for code in dict.fromkeys((*about.sources, *held))]


def _dimension(about: Indicator, wording: Wording) -> str:
    return "" if about.dimension == TOTAL else wording.t(f"dimension.{about.dimension}")


def _indicator(
    about: Indicator, known: Known, wording: Wording, data_page: Callable[[str], str]
) -> dict[str, Any]:
    offer = known.offers.get(about.code)
    method = wording.t(f"method.{about.method}")
    official = wording.t("sources_page.official" if about.official else "sources_page.unofficial")
    return {
        "code": about.code,
        "theme": about.theme,
        "name": wording.of(about, "name"),
        "sdg": wording.t("sources_page.sdg", number=about.sdg) if about.sdg else "",
        "definition": wording.of(about, "definition"),
        "caveats": wording.caveats(about),
        "data": data_page(about.code) if offer else "",
        "facts": _facts(
            wording,
            ("unit", wording.t(f"unit.{about.unit}"), ""),
            ("population", wording.of(about, "population"), ""),
            ("age", numbers.age_text(about.age, wording) if about.age else "", ""),
            ("dimension", _dimension(about, wording), ""),
            ("method", wording.t("sources_page.method", method=method, official=official), ""),
            ("coverage", coverage_text(offer, known, wording), ""),
        ),
        "sources": [
            {"code": s.code, "text": f"{s.publisher}, {s.title}"}
            for s in _sources_in_order(about, known)
        ],
    }


def _source(source: Source, wording: Wording, rows: int) -> dict[str, Any]:
    return {
        "code": source.code,
        "publisher": source.publisher,
        "title": source.title,
        "withheld": not source.downloadable,
        "facts": _facts(
            wording,
            ("address", source.address, source.address),
            ("vintage", Foreign(source.vintage), ""),
            ("licence", Foreign(source.licence), ""),
            ("terms", source.terms_url, source.terms_url),
            (
                "redistribution",
                wording.t(f"sources_page.redistribution.{source.redistribution}"),
                "",
            ),
            ("citation", Foreign(source.citation), ""),
            ("accessed", numbers.date_text(source.accessed, wording), ""),
            ("rows", numbers.number(rows, wording), ""),
            ("note", Foreign(source.note), ""),
        ),
    }


def _ledger_rows(lines: Sequence[LedgerLine], wording: Wording) -> list[dict[str, str]]:
    def count(number: int) -> str:
        return numbers.number(number, wording)

    return [
        {
            "dataset": line.dataset,
            "file": line.file,
            "records_in": count(line.records_in),
            "loaded": count(line.loaded),
            "rejected": count(line.rejected),
            "rules": ", ".join(f"{rule} {number}" for rule, number in line.rules),
        }
        for line in lines
    ]


def _ledger_sum(lines: Sequence[LedgerLine], wording: Wording) -> str:
    sums = {
        "records_in": sum(line.records_in for line in lines),
        "loaded": sum(line.loaded for line in lines),
        "rejected": sum(line.rejected for line in lines),
    }
    said = {name: numbers.number(total, wording) for name, total in sums.items()}
    return wording.t("sources_page.ledger_sum", **said)


def described_html(
    known: Known,
    wording: Wording,
    *,
    theme: str,
    data_page: Callable[[str], str],
    rows_by_source: Mapping[str, int],
    ledger: Sequence[LedgerLine],
) -> str:
    """Indicators of a theme (of all, when empty), then sources, the licence and the ledger.

    `data_page` gives the address of the data page for an indicator's code.
    """
    groups = []
    for code in THEMES:
        inside = [i for i in known.indicators.values() if i.theme == code]
        if inside and theme in {"", code}:
            blocks = [_indicator(about, known, wording, data_page) for about in inside]
            groups.append({"theme": code, "indicators": blocks})
    used = {
        source.code
        for about in known.indicators.values()
        if theme in {"", about.theme}
        for source in _sources_in_order(about, known)
    }
    sources = [s for s in known.sources.values() if not theme or s.code in used]
    sources.sort(key=lambda s: (s.publisher, s.title))
    return render(
        "described.html",
        t=wording.t,
        groups=groups,
        sources=[_source(s, wording, rows_by_source.get(s.code, 0)) for s in sources],
        ledger=_ledger_rows(ledger, wording),
        ledger_sum=_ledger_sum(ledger, wording),
    )
