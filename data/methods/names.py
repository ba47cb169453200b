"""Which country was meant by what was typed: one rule for every box of country names.

In this order: a code typed whole; a whole name; a name that begins so; a name of whose words each
begins as one that was typed. Only where nothing does: a name that holds it, and a name from which
one slip of the finger leads to it. Names of every language are searched, the reader's own first,
then English and former or everyday names. Letters are never picked from here and there: no result
is better than a scattered one. Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.folding import folded
from data.languages import DEFAULT

ALIAS: Final = ""
"""The language of a spelling that belongs to none: a former, short or everyday name."""

SHORTEST_HELD: Final = 2
"""Letters below which no name is searched for in the middle of another."""

SHORTEST_SLIP: Final = 4
"""Letters below which a slip of the finger would lead anywhere."""

LONGEST: Final = 80
"""Letters of what is typed that are looked at: the longest names are shorter."""


class Spelling(NamedTuple):
    """One way to write the name of an area; `language` is ISO 639-1, or ALIAS."""

    area: str
    language: str
    text: str


class Match(NamedTuple):
    """An area that may be meant, and the spelling that was recognised; empty for a code."""

    area: str
    spelling: str


class _Name(NamedTuple):
    folded: str
    words: tuple[str, ...]
    spellings: tuple[Spelling, ...]


class _Start(NamedTuple):
    text: str
    whole: bool
    name: _Name


_Places = dict[str, tuple[tuple[int, int], str]]
"""By area: rank and nearness of the best spelling, and that spelling."""


class Names:
    """Every name of every area, ready to be searched.

    `codes` leads from a code in capitals to its area; `order` says in which order areas of one
    rank are given.
    """

    def __init__(
        self, spellings: Iterable[Spelling], codes: Mapping[str, str], order: Callable[[str], Any]
    ) -> None:
        self._codes = codes
        self._order = order
        same: dict[str, list[Spelling]] = {}
        for spelling in dict.fromkeys(spellings):
            same.setdefault(folded(spelling.text), []).append(spelling)
        names = [_Name(text, tuple(text.split()), tuple(s)) for text, s in same.items() if text]
        self._names: dict[bool, tuple[_Name, ...]] = {}
        self._starts: dict[bool, tuple[_Start, ...]] = {}
        # Letters of one script begin no name of another: what is typed is looked for in its own.
        for plain in (True, False):
            self._names[plain] = tuple(n for n in names if n.folded.isascii() is plain)
            starts = (start for name in self._names[plain] for start in _starts(name))
            self._starts[plain] = tuple(sorted(starts, key=_text))

    def find(self, typed: str, language: str) -> tuple[Match, ...]:
        """The areas that may be meant by what was typed, the likeliest first; each once."""
        wanted = folded(typed[:LONGEST])
        if not wanted:
            return ()
        places: _Places = {}
        code = typed.strip()
        if code.isascii() and code.upper() in self._codes:
            places[self._codes[code.upper()]] = ((0, 0), "")
        names, starts = self._names[wanted.isascii()], self._starts[wanted.isascii()]
        for name in _with_words(starts, wanted.split()):
            _keep(places, name, _rank(name, wanted), language, code)
        if not places:
            _held(places, names, wanted, language)
            _slipped(places, starts, wanted, language)
        return tuple(
            Match(area, places[area][1])
            for area in sorted(places, key=lambda area: (places[area][0], self._order(area)))
        )


def _text(start: _Start) -> str:
    return start.text


def _with_words(starts: Sequence[_Start], words: Iterable[str]) -> Iterable[_Name]:
    """The names of which each of the words begins a word; `starts` are in order of their text."""
    kept: dict[str, _Name] | None = None
    for word in words:
        first = bisect_left(starts, word, key=_text)
        last = bisect_left(starts, word + chr(0x10FFFF), key=_text)
        found = {start.name.folded: start.name for start in starts[first:last]}
        kept = found if kept is None else {k: kept[k] for k in kept.keys() & found.keys()}
    return (kept or {}).values()


def _rank(name: _Name, wanted: str) -> int:
    """2 the name, 3 it begins so, 4 each word typed begins one of its words."""
    if name.folded.startswith(wanted):
        return 2 if name.folded == wanted else 3
    return 4


def _held(places: _Places, names: Iterable[_Name], wanted: str, language: str) -> None:
    """Names that hold it somewhere: scripts without spaces begin no word in the middle."""
    if len(wanted) < (SHORTEST_SLIP if wanted.isascii() else SHORTEST_HELD):
        return
    for name in names:
        if wanted in name.folded:
            _keep(places, name, 5, language)


def _slipped(places: _Places, starts: Iterable[_Start], wanted: str, language: str) -> None:
    """Names that are one letter away, whole, begun, or from a later word on."""
    if len(wanted) < SHORTEST_SLIP:
        return
    length = len(wanted)
    begun: dict[str, list[tuple[int, _Name]]] = {}
    for start in starts:
        if not _may_be(start.text, wanted):
            continue
        for end in (length, length + 1):
            rank = 6 if start.whole and len(start.text) <= end else 7 if start.whole else 8
            begun.setdefault(start.text[:end], []).append((rank, start.name))
    near = process.extract(wanted, begun.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
    for text, _, _ in near:
        for rank, name in begun[text]:
            _keep(places, name, rank, language)


def _may_be(text: str, wanted: str) -> bool:
    """Whether the first two letters leave room for one slip at most."""
    return text[0] in wanted[:2] or text[1:2] in {wanted[0], wanted[1]}


def _starts(name: _Name) -> Iterator[_Start]:
    """A name from each of its words on."""
    rest = name.folded
    for place, word in enumerate(name.words):
        yield _Start(rest, place == 0, name)
        rest = rest[len(word) + 1 :]


def _keep(places: _Places, name: _Name, rank: int, language: str, typed: str = "") -> None:
    """Note the spellings of a name, each unless a better one of its area is noted already.

    What was typed to the letter, accents and all, comes before what is so when folded.
    """
    for spelling in name.spellings:
        nearness = {language: 0, ALIAS: 1, DEFAULT: 1}.get(spelling.language, 2)
        exact = bool(typed) and spelling.text.casefold() == typed.casefold()
        found = ((1 if exact else rank, nearness), spelling.text)
        if spelling.area not in places or found[0] < places[spelling.area][0]:
            places[spelling.area] = found
