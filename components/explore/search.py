"""Search by meaning: one box that finds indicators, measures, instruments, sets, countries, lists
of records and pages by the words that people use for them, each leading to a view.

The rule of what is found first is that of the names of countries (`data.methods.names`): whole,
begun, by its words, and only then inside a word or one slip away. Beside its name a thing has the
words of `[explore_words]`, in every language: "school" finds who is out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from components.explore.links import PAGE, address
from components.explore.record_kinds import KINDS
from components.explore.region_names import is_set, region_name, region_order
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data.methods.names import ALIAS, Names, Spelling
from data.methods.selection import headlines
from data.records import THEMES, Instrument, Known

INDICATOR, MEASURE, INSTRUMENT, RECORDS, SET, AREA, TO_PAGE = (
    "indicator", "measure", "instrument", "records", "set", "area", "page",
)  # fmt: skip
ORDER: Final = (INSTRUMENT, RECORDS, SET, AREA, MEASURE, INDICATOR, TO_PAGE)
"""What comes first among what fits equally well."""

ANY, PLACE = "any", "place"
KINDS_ASKED: Final = (ANY, INDICATOR, PLACE)
"""What a box may ask for: everything, indicators alone, or countries and sets."""

SEPARATOR: Final = " | "
MOST_FOUND: Final = 40


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `code` is unique within its kind, `text` its name, `note` what
    it is, `href` the relative address of its view."""

    kind: str
    code: str
    text: str
    note: str
    href: str
    place: int = 0

    @property
    def key(self) -> str:
        """Unique among all."""
        return f"{self.kind}:{self.code}"


@dataclass(frozen=True)
class Searched:
    """What is searched: entries by key in a language, and every spelling that leads to one."""

    language: str
    entries: Mapping[str, Entry]
    spellings: tuple[Spelling, ...]

    @cached_property
    def _names(self) -> Names:
        codes = {e.code.upper(): e.key for e in self.entries.values() if e.kind != SET}
        order = {key: (ORDER.index(e.kind), e.place) for key, e in self.entries.items()}
        return Names(self.spellings, codes, lambda key: order[key])

    def find(self, typed: str, kind: str = ANY) -> tuple[Entry, ...]:
        """What may be meant, the likeliest first; without a word all of one kind, in its order."""
        if typed.strip():
            found = [self.entries[m.area] for m in self._names.find(typed, self.language)]
        else:
            found = list(self.entries.values())
        return tuple(entry for entry in found if _is(entry, kind))[
            : None if not typed else MOST_FOUND
        ]


def _is(entry: Entry, kind: str) -> bool:
    if kind == ANY:
        return True
    return entry.kind in ({SET, AREA} if kind == PLACE else {INDICATOR})


def searched(
    known: Known,
    instruments: Mapping[str, Instrument],
    pages: Iterable[str],
    names: Iterable[Spelling],
    words: Wording,
) -> Searched:
    """Everything that can be found, named in the language of `words`, as are the areas of `known`.

    `names` are the spellings of areas in every language.
    """
    entries = [
        *_indicators(known, words),
        *_measures(words),
        *_instruments(instruments, words),
        *_records(words),
        *_sets(known, words),
        *_areas(known),
        *_pages(pages, words),
    ]
    by_key = {entry.key: entry for entry in entries}
    spellings = [*_spellings(entries, known, words), *_area_spellings(names, by_key)]
    return Searched(words.code, by_key, tuple(spellings))


def _indicators(known: Known, words: Wording) -> Iterator[Entry]:
    held = [code for code in known.indicators if code in known.offers]
    held.sort(key=lambda code: THEMES.index(known.indicators[code].theme))
    for place, code in enumerate(held):
        about = known.indicators[code]
        theme = words.t(f"theme.{about.theme}")
        href = address(PAGE, {"indicator": code})
        yield Entry(INDICATOR, code, words.of(about, "name"), theme, href, place)


def _measures(words: Wording) -> Iterator[Entry]:
    for place, code in enumerate(headlines()):
        href = address(PAGE, {"headline": code})
        yield Entry(
            MEASURE, code, words.t(f"headline.{code}.name"), words.t("explore_page.found.measure"),
            href, place,
        )  # fmt: skip


def _instruments(instruments: Mapping[str, Instrument], words: Wording) -> Iterator[Entry]:
    for place, code in enumerate(instruments):
        href = address(PAGE, {"records": "ratifications", "instrument": code})
        text = words.t(f"instrument.{code}.short")
        yield Entry(INSTRUMENT, code, text, words.t("explore_page.found.instrument"), href, place)


def _records(words: Wording) -> Iterator[Entry]:
    for place, kind in enumerate(KINDS):
        href = address(PAGE, {"records": kind})
        text = words.t(f"explore_records.kind.{kind}")
        yield Entry(RECORDS, kind, text, words.t("explore_page.found.records"), href, place)


def _sets(known: Known, words: Wording) -> Iterator[Entry]:
    # Unions and lists in their own order, the pathfinders first; then regions by name.
    codes = [code for code in known.members if is_set(code)]
    regions = (code for code in known.members if not is_set(code))
    codes += sorted(regions, key=lambda code: region_order(code, known.areas))
    for place, code in enumerate(codes):
        count = len(known.members[code])
        note = words.plural("explore_page.found.set", count, count=count)
        href = address(PAGE, {"indicator": "SL_TLF_CHLDEA", "region": code})
        yield Entry(SET, code, region_name(code, known.areas, words), note, href, place)


def _areas(known: Known) -> Iterator[Entry]:
    held = {code for offer in known.offers.values() for code in offer.areas}
    for place, area in enumerate(sorted(known.areas.values(), key=lambda a: a.by_name)):
        country = area.kind in {"country", "territory"}
        if not country and (area.code not in held or area.code in known.members):
            continue
        region = known.areas.get(area.subregion)
        page = (
            address("country", {"iso3": area.code})
            if country
            else address(PAGE, {"area": area.code})
        )
        yield Entry(AREA, area.code, area.name, region.name if region else "", page, place)


def _pages(pages: Iterable[str], words: Wording) -> Iterator[Entry]:
    for place, page in enumerate(pages):
        yield Entry(
            TO_PAGE, page, words.t(f"frame.page.{page}"), words.t("explore_page.found.page"),
            address(page, {}), place,
        )  # fmt: skip


def _spellings(entries: Iterable[Entry], known: Known, words: Wording) -> Iterator[Spelling]:
    for entry in entries:
        yield Spelling(entry.key, words.code, entry.text)
        yield Spelling(entry.key, ALIAS, entry.code.replace("_", " "))
        for language in LANGUAGES:
            for said in _words_of(entry, known, wording(language)):
                yield Spelling(entry.key, language, said)


def _area_spellings(names: Iterable[Spelling], entries: Mapping[str, Entry]) -> Iterator[Spelling]:
    for name in names:
        for kind in (AREA, SET):
            if (key := f"{kind}:{name.area}") in entries:
                yield name._replace(area=key)


def _words_of(entry: Entry, known: Known, words: Wording) -> Iterator[str]:
    """Short names and further words of an entry in one language."""
    if entry.kind == INDICATOR:
        about = known.indicators[entry.code]
        yield words.of(about, "short")
        yield words.of(about, "name")
    elif entry.kind == INSTRUMENT:
        yield words.t(f"instrument.{entry.code}.name")
        yield words.t(f"instrument.{entry.code}.short")
    elif entry.kind == RECORDS:
        yield words.t(f"explore_records.kind.{entry.code}")
    elif entry.kind == TO_PAGE:
        yield words.t(f"frame.page.{entry.code}")
    more = words.texts.get(f"explore_words.{entry.kind}.{entry.code}")
    yield from more.split(SEPARATOR) if isinstance(more, str) else ()


__all__ = ["DEFAULT", "Entry", "Searched", "searched"]
