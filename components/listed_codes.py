"""How every list in an address is read: repeated or with commas, codes in any case; and what was
meant where a code or a parameter is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from components.echo import echoed
from data.folding import folded

ALIKE: Final = 0.84
"""How alike (Jaro-Winkler, 0 to 1) a code or name must be to be asked after."""

OTHER_WORDS: Final = {
    "country": "area",
    "countries": "area",
    "iso3": "area",
    "group": "region",
    "gender": "sex",
    "start": "from",
    "since": "from",
    "end": "to",
    "until": "to",
    "release": "as_of",
    "form": "category",
    "series": "indicator",
}
"""What people call parameters that have another name here."""


class Refused(Exception):
    """A parameter, or a value of one, that we do not know: `parameter`, `value`, `allowed`.

    `parameter` is empty when the parameter itself is the unknown `value`. `named` are folded names
    that stand for allowed values, such as those of countries.
    """

    def __init__(
        self,
        parameter: str,
        value: str,
        allowed: Iterable[str],
        named: Mapping[str, str] | None = None,
    ) -> None:
        self.parameter = parameter
        self.value = echoed(value)
        self.allowed = tuple(allowed)
        self._named = named or {}
        super().__init__(f"{parameter or 'parameter'}: {self.value!r}")

    @property
    def meant(self) -> str:
        """The allowed value that was probably meant; empty where none is like it."""
        asked = folded(self.value)
        if not self.parameter and (word := OTHER_WORDS.get(asked)) in self.allowed:
            return str(word)
        said = {folded(code): code for code in reversed(self.allowed)}
        said |= {name: code for name, code in self._named.items() if code in self.allowed}
        if asked in said:
            return said[asked]
        found = process.extractOne(asked, said.keys(), scorer=JaroWinkler.similarity,
                                   score_cutoff=ALIKE)  # fmt: skip
        return said[found[0]] if found else ""


@lru_cache(64)
def _by_folded_case(allowed: tuple[str, ...]) -> Mapping[str, str]:
    """Codes by themselves without case, where only one is written so."""
    found: dict[str, str] = {}
    for code in allowed:
        found[code.casefold()] = "" if code.casefold() in found else code
    return found


def code_of(text: str, allowed: Collection[str]) -> str:
    """The allowed code that a text names, in any case; empty where none is."""
    if text in allowed:
        return text
    return _by_folded_case(tuple(allowed)).get(text.casefold(), "")


def parts_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The parts of texts with commas between, each once, without blanks around; none is empty."""
    parts = (part.strip() for text in texts for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def read_codes(
    texts: Iterable[str], allowed: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes that a list names, and the parts of it that are none."""
    known, unknown = [], []
    for part in parts_of(texts):
        if code := code_of(part, allowed):
            known.append(code)
        else:
            unknown.append(part)
    return tuple(dict.fromkeys(known)), tuple(unknown)


def codes_of(
    name: str,
    texts: Iterable[str],
    allowed: Collection[str],
    named: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The codes that the list of a parameter names. Raises Refused for the first unknown one."""
    known, unknown = read_codes(texts, allowed)
    if unknown:
        raise Refused(name, unknown[0], allowed, named)
    return known


def joined(pairs: Iterable[tuple[str, str]], lists: Collection[str]) -> dict[str, str]:
    """The parameters by name: of a list its texts with commas between, of another the last."""
    found: dict[str, str] = {}
    for name, text in pairs:
        found[name] = f"{found[name]},{text}" if name in lists and name in found else text
    return found
