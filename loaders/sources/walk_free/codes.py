"""Walk Free, Global Slavery Index 2016, 2018 and 2023: modelled national estimates.

Publisher: Walk Free (Minderoo Foundation). Address: https://www.walkfree.org/global-slavery-index/
Format: one CSV an edition, one line a country; reference years 2016, 2016 and 2021.
The method changed with each edition, so each has indicators of its own. The estimates are not
official statistics; all rights reserved, quoted with attribution.
Quirks seen 2026-11-21: prevalence is a percentage in 2016 and per 1,000 people afterwards; the
2018 file prints `<1,000` for three small populations (kept as suppressed); 19 countries of 2018
and 20 of 2023 stand without an estimate (kept as not collected), some with a government score; in
2016 a response rank of 0 stands for countries that were not rated; the 2016 file ends with two
blank lines and a footnote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.observations import observation
from loaders.sources.shared.places import place


class Edition(NamedTuple):
    """One edition: its file, the year its figures refer to, and column -> (indicator, unit)."""

    year: int
    file: str
    reference: int
    columns: dict[str, tuple[str, str]]


EDITIONS: Final = tuple(Edition(int(year), **edition) for year, edition in codes(__file__).items())
NAME: Final = {
    "RATE": "WF_MODERN_SLAVERY_{}_RATE",
    "NUMBER": "WF_MODERN_SLAVERY_{}_NUMBER",
    "VULNERABILITY": "WF_VULNERABILITY_{}",
    "RESPONSE": "WF_RESPONSE_{}",
}


def country_figures(
    at: str, edition: Edition, row: Mapping[str, str], own: Mapping[str, str] | None = None
) -> Iterator[Record | Refusal]:
    """The four figures of one country, or four refusals when its name is unknown.

    `own` are cells that an operator's choices replace.
    """
    try:
        area = place(row["Country"], "walkfree")
    except UnknownArea as unknown:
        for column in edition.columns:
            yield Refusal(at, column, row["Country"], "unknown_area", str(unknown))
        return
    for column, (what, unit) in edition.columns.items():
        text = row[column].strip()
        suppressed = text.startswith("<")
        scored = what == "RESPONSE"
        cells = {
            "indicator": NAME[what].format(edition.year),
            "area": area,
            "year": str(edition.reference),
            "value": "" if suppressed else text.removesuffix(".0"),
            "unit": unit,
            "status": "Q" if suppressed else "L" if not text else "A" if scored else "E",
            "nature": "" if scored else "M",
            "suppressed": text if suppressed else "",
            "note": "" if text else "The edition names the country without this figure.",
            "source": f"WALK_FREE_GSI_{edition.year}",
            "vintage": str(edition.year),
        }
        yield observation(at, **(cells | dict(own or {})))
