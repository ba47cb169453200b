"""Which countries a line of an agenda names: in any language, by any alias, one slip forgiven.

A name is looked for whole, word by word, the longest first. A slip is forgiven only in a word that
begins as a name does and is no word of ours: "Child" is no Chile. What could mean two countries
means none: whoever reads the agenda chooses. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from components.wording import LANGUAGES, wording
from data.folding import folded
from data.methods.names import ALIAS, Spelling

SHORTEST: Final = 4
"""Letters of a name that is found inside a line."""

SHORTEST_SLIP: Final = 4
"""Letters of a word below which a slip would lead anywhere."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*", re.UNICODE)
_MOST_WORDS: Final = 12
_JOINED: Final = ("و", "ل", "ب", "ال", "وال", "لل", "ول", "ف", "ك")
"""What Arabic writes together with the word behind it: "and", "for", "in", "the"."""


class CountriesNamed:
    """Every spelling of every country, ready to be looked for in lines."""

    def __init__(self, spellings: Iterable[Spelling], countries: Collection[str]) -> None:
        own: dict[str, set[str]] = {}
        other: dict[str, set[str]] = {}
        everyday: set[str] = set()
        regions: set[str] = set()
        for one in spellings:
            name = folded(one.text)
            if one.area not in countries:
                regions.add(name)
            elif one.language in LANGUAGES:
                own.setdefault(name, set()).add(one.area)
            elif len(name.replace(" ", "")) > 1:
                everyday |= {name} if one.language == ALIAS else set()
                other.setdefault(name, set()).add(one.area)
        everyday -= own.keys()
        own |= {name: other[name] for name in everyday}
        # "Latin America" is no way to call the United States.
        parts = {word for name in regions for word in name.split()}
        self._regions = (regions - own.keys()) | (parts & everyday)
        common = _common_words() - own.keys()
        # A name in a far language may be a word in ours: "Island" is Iceland in German.
        strange = {name: areas for name, areas in other.items() if name not in common}
        self._own, self._any = own, {**strange, **own}
        self._common = common | own.keys()
        self._by_length: dict[int, list[str]] = {}
        for name in own:
            self._by_length.setdefault(len(name), []).append(name)

    def whole(self, text: str) -> str:
        """The code of the country that the whole text is; empty when it is none or more."""
        name = folded(text)
        if name in self._regions and name not in self._own:
            return ""
        found = self._any.get(name) or self._slipped(name, text, alone=True)
        return next(iter(found)) if len(found) == 1 else ""

    def inside(self, text: str) -> tuple[str, ...]:
        """The codes of the countries that a line names, in its order, each once."""
        whole = self.whole(text)
        if whole:
            return (whole,)
        words = list(_WORD.finditer(text))
        found: dict[str, None] = {}
        place = 0
        while place < len(words):
            length, code = self._at(text, words[place : place + _MOST_WORDS])
            if code:
                found[code] = None
            place += length
        return tuple(found)

    def _at(self, text: str, words: list[re.Match[str]]) -> tuple[int, str]:
        """How many words are read at this place, and the country that they name."""
        for count in range(len(words), 0, -1):
            said = text[words[0].start() : words[count - 1].end()]
            if (areas := self._exact(said)) is not None:
                return count, next(iter(areas)) if len(areas) == 1 else ""
        for count in (3, 2, 1):
            if count <= len(words):
                said = text[words[0].start() : words[count - 1].end()]
                areas = self._slipped(folded(said), said, alone=False)
                if len(areas) == 1:
                    return count, next(iter(areas))
        return 1, ""

    def _exact(self, said: str) -> set[str] | None:
        for name in _without_joined(folded(said)):
            if name in self._regions:
                return set()
            own, length = name in self._own, len(name) + 2 * (not name.isascii())
            if length >= SHORTEST + (not own) and name in self._any and _is_name(said):
                return self._any[name]
        return None

    def _slipped(self, name: str, said: str, *, alone: bool) -> set[str]:
        """The countries whose name is one slip away from this one."""
        if len(name) < SHORTEST_SLIP or name in self._common or not (alone or _is_name(said)):
            return set()
        if any(word in self._common for word in name.split()) and " " not in name:
            return set()
        near: set[str] = set()
        for length in (len(name) - 1, len(name), len(name) + 1):
            names = self._by_length.get(length, ())
            for found, _, _ in process.extract(
                name, names, scorer=OSA.distance, score_cutoff=1, limit=None
            ):
                # The first letter is rarely wrong: Roland is no Poland.
                if found[0] == name[0] and length >= SHORTEST:
                    near |= self._own[found]
        return near


def _is_name(said: str) -> bool:
    """Whether it is written as a name is: with a capital, where the script has capitals."""
    first = said[:1]
    return first.upper() == first.lower() or first.isupper()


def _without_joined(name: str) -> Iterable[str]:
    yield name
    if not name.isascii():
        for joined in _JOINED:
            if name.startswith(joined):
                yield name[len(joined) :]
        if name.startswith("لل"):
            yield "ال" + name[2:]


def _common_words() -> set[str]:
    """Words that stand in our own texts in small letters: no slip of a country's name."""
    found: set[str] = set()
    for code in LANGUAGES:
        texts: Mapping[str, str | tuple[str, ...]] = wording(code).texts
        for text in texts.values():
            for part in (text,) if isinstance(text, str) else text:
                found.update(folded(word) for word in _WORD.findall(part) if not word[:1].isupper())
    return found
