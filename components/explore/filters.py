"""Which observations are asked for, as the parameters of an address.

The data page and the CSV route read the same parameters here, so the page's button can only ask
for what the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final
from urllib.parse import urlencode

from components.listed_codes import Refused as Refused
from components.listed_codes import code_of, codes_of, parts_of
from data.methods.country_sets import countries_of
from data.methods.selection import headlines
from data.records import LATEST, Known, Selection

LISTS: Final = (
    "theme",
    "indicator",
    "area",
    "region",
    "sex",
    "age",
    "dimension",
    "category",
    "source",
)
PARAMETERS: Final = (*LISTS, "from", "to", "year", "latest", "headline", "unlike", "as_of")
SERIES, VALUE, AREA = LATEST
SPOKEN_LATEST: Final = {"": "", "0": "", "1": VALUE} | {word: word for word in LATEST}
"""What `latest` may say; `1` is the older word for `value`."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Filters:
    """The parameters as codes. Empty means no restriction.

    `theme` and `indicator` narrow each other; `area` and `region` add up, a region standing for
    its countries. `year` is the year that is asked for across countries: of each series the newest
    row at or before it. `headline` is the code of a measure: the one figure that speaks for each
    area. `unlike` sets beside each other what is not comparable, and says so. `as_of` is the
    release whose figures are asked for; it restricts nothing, and is found by whoever has the
    releases: `filters_of` passes it by.
    """

    theme: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    year: int | None = None
    latest: str = ""
    headline: str = ""
    unlike: bool = False
    as_of: int | None = None

    def __bool__(self) -> bool:
        restricting = (f.name for f in fields(self) if f.name != "as_of")
        return any(getattr(self, name) not in ((), None, False, "") for name in restricting)

    def params(self) -> dict[str, str]:
        """The parameters that say this, in a fixed order."""
        said = {name: ",".join(getattr(self, name)) for name in LISTS}
        said |= {"from": str(self.first or ""), "to": str(self.last or "")}
        said |= {"year": str(self.year or ""), "latest": self.latest, "headline": self.headline}
        said |= {"unlike": "1" if self.unlike else "", "as_of": str(self.as_of or "")}
        return {name: text for name, text in said.items() if text}

    def query(self) -> str:
        """The parameters as the part of an address behind `?`; commas stay readable."""
        return urlencode(self.params(), safe=",")

    def _indicators(self, known: Known) -> tuple[str, ...] | None:
        if not self.theme:
            return self.indicator or None
        wanted = self.indicator or tuple(known.indicators)
        return tuple(c for c in wanted if known.indicators[c].theme in self.theme)

    def areas(self, known: Known) -> tuple[str, ...] | None:
        """The areas that are asked for, those inside regions and sets too; None for all."""
        return countries_of(self.area, self.region, known.members)

    def selection(self, known: Known, *, withheld: bool = False) -> Selection:
        """What to ask the store for: what we may pass on; with `withheld`, all that we may not."""
        sources: tuple[str, ...] | None = self.source or None
        if known.withheld:
            wanted = sources or tuple(sorted(known.sources))
            sources = tuple(code for code in wanted if (code in known.withheld) == withheld)
        elif withheld:
            sources = ()
        return Selection(
            indicators=self._indicators(known),
            areas=self.areas(known),
            sexes=self.sex or None,
            ages=self.age or None,
            dimensions=self.dimension or None,
            categories=self.category or None,
            sources=sources,
            first=self.first,
            last=self.last if self.year is None else min(self.year, self.last or self.year),
            latest=self.latest or (VALUE if self.year is not None else ""),
            headline=self.headline,
        )


def _year(name: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR):
        raise Refused(name, text, (f"{FIRST_YEAR}-{LAST_YEAR}",))
    return int(text)


def _one_of(name: str, text: str, allowed: Iterable[str]) -> str:
    """The allowed word that a text is, in any case; an empty one is none. Raises Refused."""
    words = tuple(word for word in allowed if word)
    found = code_of(text, words)
    if text and not found:
        raise Refused(name, text, words)
    return found


def _codes(name: str, texts: Iterable[str], known: Known) -> tuple[str, ...]:
    if name == "age":
        # In a query a plus sign means a space, so that an age such as 18+ arrives as "18 ".
        texts = [part.lstrip().replace(" ", "+") for text in texts for part in text.split(",")]
    return codes_of(name, texts, known.allowed[name], known.named.get(name))


def filters_of(pairs: Iterable[tuple[str, str]], known: Known) -> Filters:
    """The filters that parameters state. A parameter given twice adds up; an empty one is none.

    Raises Refused for the first parameter or value that is not known.
    """
    given: dict[str, list[str]] = {}
    for name, text in pairs:
        if name not in PARAMETERS:
            raise Refused("", name, PARAMETERS)
        given.setdefault(name, []).append(text)
    single = {name: given.get(name, [""])[-1] for name in PARAMETERS if name not in LISTS}
    latest = _one_of("latest", single["latest"], SPOKEN_LATEST)
    headline = _one_of("headline", single["headline"], headlines())
    unlike = _one_of("unlike", single["unlike"], ("0", "1"))
    first, last = _year("from", single["from"]), _year("to", single["to"])
    if first is not None and last is not None and last < first:
        raise Refused("to", single["to"], (f"{first}-{LAST_YEAR}",))
    lists: dict[str, Any] = {name: _codes(name, given.get(name, ()), known) for name in LISTS}
    return Filters(
        **lists,
        first=first,
        last=last,
        year=_year("year", single["year"]),
        latest=SPOKEN_LATEST[latest],
        headline=headline,
        unlike=unlike == "1",
    )


def without_unknown(
    pairs: Iterable[tuple[str, str]], known: Known
) -> tuple[Filters, list[Refused]]:
    """The filters that can be honoured, and what had to be left out of them."""
    kept: list[tuple[str, str]] = []
    refused: list[Refused] = []
    parts = (
        (name, part)
        for name, text in pairs
        for part in (
            (parts_of([text]) if name != "age" else text.split(",")) if name in LISTS else (text,)
        )
    )
    # Each once, and a code of a list by itself: an address has room for two thousand of them.
    for name, part in dict.fromkeys(parts):
        # `to` is judged beside `from`; a list alone, or the work would grow with its square.
        beside = [] if name in LISTS else [pair for pair in kept if pair[0] not in LISTS]
        try:
            filters_of([*beside, (name, part)], known)
        except Refused as why:
            refused.append(why)
        else:
            kept.append((name, part))
    return filters_of(kept, known), refused


def file_name(filters: Filters, built: str, suffix: str = ".csv") -> str:
    """A name that tells what is inside: codes where there are few, their number where many.

    `built` is the day on which the store was built, or the release was published, as ISO text.
    """
    parts = ["target87"]
    for name, most in (("theme", 2), ("indicator", 2), ("region", 2), ("area", 3)):
        codes = getattr(filters, name)
        if codes:
            parts.append("_".join(codes) if len(codes) <= most else f"{len(codes)}_{name}s")
    if len(parts) == 1:
        parts.append("observations")
    if filters.first or filters.last:
        parts.append(f"{filters.first or ''}-{filters.last or ''}")
    if filters.year:
        parts.append(str(filters.year))
    if filters.latest:
        parts.append("latest" if filters.latest == VALUE else f"latest-{filters.latest}")
    if filters.headline:
        parts.append(filters.headline)
    if filters.unlike:
        parts.append("compared-anyway")
    if filters.as_of is not None:
        parts.append(f"release-{filters.as_of}")
    name = "-".join([*parts, built])
    return re.sub(r"[^A-Za-z0-9._-]", "_", name) + suffix
