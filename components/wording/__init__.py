"""Every visible text in the reader's language, and the way to ask for one.

A language is a folder of this one, with a file a subject: `data.languages` says what stands in it.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from babel import Locale

from data.languages import DEFAULT, LANGUAGES, Language, Text, read_texts, row_key, row_texts
from data.records import Indicator

__all__ = ["DEFAULT", "LANGUAGES", "Language", "MissingText", "Wording", "typeset", "wording"]

STRICT_VARIABLE: Final = "TARGET87_STRICT_WORDING"
"""Environment variable: `1` makes a missing text an error, as the tests want it."""

_FORMS: Final = frozenset({"zero", "one", "two", "few", "many"})
"""CLDR's plural categories beside `other`."""

LOG: Final = logging.getLogger("target87")
_PARTS: Final = frozenset({"name", "short", "standard", "population", "definition", "caveats"})
"""Last words of keys that stand behind a code: `instrument.C182.short`."""


def typeset(text: str, language: str) -> str:
    """The text with the unbroken spaces and signs that the language's typography asks for."""
    for pattern, instead in LANGUAGES[language].typeset:
        text = re.sub(pattern, instead, text)
    return text


def isolated(text: str | int) -> str:
    """The text as a left-to-right island, for languages that run right to left (Unicode bidi)."""
    return f"\u2066{text}\u2069"


class MissingText(KeyError):
    """A text that the catalogue of a language lacks, or that wants other fields than it is given.
    Add it to every language's folder."""


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
    texts: Mapping[str, Text]
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

        A whole number (a year, a count) keeps its place where the language runs right to left.
        Raises MissingText when strict.
        """
        text = self.texts.get(key)
        if not isinstance(text, str):
            self._miss(f"{key!r} is not a text of {self.code!r}")
            return shown_code(key)
        # Without isolates a year beside Arabic punctuation changes sides (Unicode bidi, UAX #9).
        if self.rtl:
            fields = {k: isolated(v) if type(v) is int else v for k, v in fields.items()}
        try:
            return text.format(**fields)
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            self._miss(f"{key!r} of {self.code!r} does not fit {sorted(fields)}: {error}")
            return shown_code(key)

    def plural(self, key: str, count: float, /, **fields: object) -> str:
        """The form of a text that the language asks for by a count: `key.few`, else `key.other`.

        Forms are CLDR's plural categories (zero, one, two, few, many, other).
        """
        form = Locale.parse(self.language.locale).plural_form(count)
        found = f"{key}.{form}" in self.texts
        return self.t(f"{key}.{form if found else 'other'}", **fields)

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

    def of(self, row: Any, field: str) -> str:
        """A text of a row of the store in this language, else as the row has it.

        `row` is a record with a `code`, named as its table; `field` one of its texts.
        """
        said = self._of(row, field)
        return said if isinstance(said, str) else str(getattr(row, field))

    def _of(self, row: Any, field: str) -> Text | None:
        return self.texts.get(row_key(type(row).__name__.lower(), row.code, field))

    def caveats(self, indicator: Indicator) -> tuple[str, ...]:
        """The indicator's caveats, sentence by sentence."""
        said = self._of(indicator, "caveats")
        return said if isinstance(said, tuple) else indicator.caveats


def _lacking(default: Mapping[str, Text], own: Mapping[str, Text]) -> dict[str, Text]:
    """What a language takes from the default one: no form of a text that it has itself."""

    def has(key: str) -> bool:
        stem, _, form = key.rpartition(".")
        return form in _FORMS and f"{stem}.other" in own

    return {key: text for key, text in default.items() if not has(key)}


@cache
def wording(code: str) -> Wording:
    """The texts of a language of LANGUAGES, those that it lacks in the default language.

    Raises KeyError for any other code.
    """
    language = LANGUAGES[code]
    texts = {
        key: typeset(text, code)
        if isinstance(text, str)
        else tuple(typeset(part, code) for part in text)
        for key, text in (read_texts(language.folder) | row_texts(code)).items()
    }
    strict = os.environ.get(STRICT_VARIABLE, "") == "1"
    if code != DEFAULT:
        texts = {**_lacking(wording(DEFAULT).texts, texts), **texts}
    return Wording(language, texts, strict)
