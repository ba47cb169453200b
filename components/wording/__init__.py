"""Every visible text, a folder of TOML files a language, and the way to ask for one.

A folder rather than one file: the texts of a language are some thousand lines, and a subject a file
keeps each readable. Adding a language is adding a folder and a line in LANGUAGES.
"""

from __future__ import annotations

import logging
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from data.records import Indicator

FOLDER: Final = Path(__file__).parent
DEFAULT: Final = "en"

STRICT_VARIABLE: Final = "TARGET87_STRICT_WORDING"
"""Environment variable: `1` makes a missing text an error, as the tests want it."""

LOG: Final = logging.getLogger("target87")
_PARTS: Final = frozenset({"name", "short", "standard", "population", "definition", "caveats"})
"""Last words of keys that stand behind a code: `instrument.C182.short`."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language the product speaks: ISO 639-1 code, own name, and writing direction."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"]


LANGUAGES: Final = {
    "en": Language("en", "English", "ltr"),
    "fr": Language("fr", "Français", "ltr"),
    "ar": Language("ar", "العربية", "rtl"),
}


_BEFORE_COLON: Final = re.compile(r" (?=[:»])|(?<=«) ")
_BEFORE_OTHERS: Final = re.compile(r" (?=[;?!])")
_GROUPS: Final = re.compile(r"(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))")
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")


def typeset(text: str, language: str) -> str:
    """The text with the unbroken spaces and apostrophes that French typography asks for.

    Other languages' texts stay as they are.
    """
    if language != "fr":
        return text
    text = _BEFORE_COLON.sub("\u00a0", text)
    text = _BEFORE_OTHERS.sub("\u202f", text)
    return _APOSTROPHE.sub("’", _GROUPS.sub("\\1\u202f", text))


class MissingText(KeyError):
    """A text that the catalogue of a language lacks, or that wants other fields than it is given.
    Add it to every language's folder."""


def _flatten(prefix: str, tree: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    flat: dict[str, str | tuple[str, ...]] = {}
    for name, value in tree.items():
        key = f"{prefix}.{name}" if prefix else name
        if isinstance(value, dict):
            flat |= _flatten(key, value)
        elif isinstance(value, list):
            flat[key] = tuple(value)
        else:
            flat[key] = value
    return flat


def read_folder(folder: Path) -> dict[str, str | tuple[str, ...]]:
    """All texts of one language, flat: `{"frame.title": "…"}`.

    Raises ValueError when a key stands in two files.
    """
    texts: dict[str, str | tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        found = _flatten("", tomllib.loads(path.read_text(encoding="utf-8")))
        twice = texts.keys() & found.keys()
        if twice:
            raise ValueError(f"{path.name} repeats {sorted(twice)}; keep one of each")
        texts |= found
    return texts


def shown_code(key: str) -> str:
    """What a reader sees of a key without words: its code, `interest` of `country.badge.interest`.

    A key asked for an indicator or an instrument shows that one's code, dots and all.
    """
    family, *rest = key.split(".")
    if family == "indicator":
        return ".".join(rest[:-1])
    if len(rest) > 1 and rest[-1] in _PARTS:
        return rest[-2]
    return rest[-1] if rest else family


@cache
def _tell(problem: str) -> None:
    """Log a problem, once however often it is met."""
    LOG.error("%s", problem)


@dataclass(frozen=True)
class Wording:
    """The texts of one language.

    A text that is missing, or does not fit the fields given, costs the reader one line and never a
    page: its code stands in its place and the log says so. With `strict` it raises instead.
    """

    language: Language
    texts: Mapping[str, str | tuple[str, ...]]
    strict: bool = False

    @property
    def code(self) -> str:
        """ISO 639-1 code."""
        return self.language.code

    @property
    def rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return self.language.direction == "rtl"

    def t(self, key: str, /, **fields: object) -> str:
        """The text with its `{fields}` filled; its code where it cannot be had.

        Raises MissingText when strict.
        """
        text = self.texts.get(key)
        if not isinstance(text, str):
            self._miss(f"{key!r} is not a text of {self.code!r}")
            return shown_code(key)
        try:
            return text.format(**fields)
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            self._miss(f"{key!r} of {self.code!r} does not fit {sorted(fields)}: {error}")
            return shown_code(key)

    def several(self, key: str, /) -> tuple[str, ...]:
        """The texts of a list; none where it cannot be had. Raises MissingText when strict."""
        texts = self.texts.get(key)
        if not isinstance(texts, tuple):
            self._miss(f"{key!r} is not a list of texts of {self.code!r}")
            return ()
        return texts

    def _miss(self, problem: str) -> None:
        if self.strict:
            raise MissingText(problem)
        _tell(problem)

    def code_text(self, family: str, code: str) -> str:
        """The words for a code of a code list: `code_text("unit", "PERCENT")`."""
        return self.t(f"{family}.{code}")

    def indicator(self, indicator: Indicator, part: str) -> str:
        """`name`, `short`, `population` or `definition` of an indicator.

        English stands in the indicator catalogue itself, the other languages here.
        """
        if self.code == DEFAULT:
            return str(getattr(indicator, part))
        return self.t(f"indicator.{indicator.code}.{part}")

    def caveats(self, indicator: Indicator) -> tuple[str, ...]:
        """The indicator's caveats, sentence by sentence."""
        if self.code == DEFAULT:
            return indicator.caveats
        return self.several(f"indicator.{indicator.code}.caveats") if indicator.caveats else ()


@cache
def wording(code: str) -> Wording:
    """The texts of a language of LANGUAGES. Raises KeyError for any other code."""
    texts = {
        key: typeset(text, code)
        if isinstance(text, str)
        else tuple(typeset(part, code) for part in text)
        for key, text in read_folder(FOLDER / code).items()
    }
    strict = os.environ.get(STRICT_VARIABLE, "") == "1"
    return Wording(LANGUAGES[code], texts, strict)
