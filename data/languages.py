"""The languages of the product: every folder of components/wording/ that holds a `language.toml`.

Such a folder is all that a language is. `language.toml` says its name in itself, its direction, its
CLDR locale (the folder's name unless said) and its typography; the other `*.toml` hold the texts of
pages and the words of codes; `*.csv` (columns owner, code, field, text) hold what rows of the store
say: `event,ALB-milestone-2018,title,…` translates the cell `title` of that row of `event`.

The default language's texts of rows are the cells themselves, so it has a CSV only where a name is
to differ from them. What a folder lacks is shown in the default language.

To add a text of a row: its English into the row under data/tables/, each translation as one line
into a CSV of that language's folder, in any file of it.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

FOLDER: Final = Path(__file__).resolve().parents[1] / "components" / "wording"
DEFAULT: Final = "en"
FACTS: Final = "language.toml"
ROW_COLUMNS: Final = ("owner", "code", "field", "text")

T = TypeVar("T")
Text = str | tuple[str, ...]
Texts = dict[str, Text]
"""Texts and lists of texts by dotted key: `frame.title`, `event.ALB-milestone-2018.title`."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language as its folder describes it: `code` is ISO 639-1, `name` its name in itself.

    `locale` is the CLDR locale of its numbers, dates, plurals and names of areas; figures have
    Western digits in every language. `percent` stands behind a percentage; `day` and `month` are
    CLDR patterns of dates, `first` the first day of a month; `typeset` are patterns in texts and
    what takes their place, in this order.
    """

    code: str
    folder: Path
    name: str
    direction: Literal["ltr", "rtl"]
    locale: str
    percent: str = "\u202f%"
    day: str = "d MMMM y"
    month: str = "MMMM y"
    first: str = "1"
    typeset: Sequence[tuple[str, str]] = ()


def listed(folder: Path = FOLDER) -> dict[str, Language]:
    """The languages by code, the default one first, the others by name.

    Raises ValueError for a `language.toml` with other keys than a Language has.
    """
    found = [_language(path) for path in folder.glob(f"*/{FACTS}")]
    ordered = sorted(found, key=lambda one: (one.code != DEFAULT, one.name))
    return {one.code: one for one in ordered}


def _language(path: Path) -> Language:
    code = path.parent.name
    facts = {"locale": code} | tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Language(code=code, folder=path.parent, **facts)
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from error


def _flatten(prefix: str, tree: Mapping[str, Any]) -> Texts:
    flat: Texts = {}
    for name, value in tree.items():
        key = f"{prefix}.{name}" if prefix else name
        if isinstance(value, dict):
            flat |= _flatten(key, value)
        else:
            flat[key] = tuple(value) if isinstance(value, list) else value
    return flat


def row_key(owner: str, code: str, field: str) -> str:
    """The key of a text of a row: the table, the row's code, the column."""
    return f"{owner}.{code}.{field}"


def _joined(
    folder: Path, pattern: str, read: Callable[[Path], Iterable[tuple[str, T]]]
) -> dict[str, T]:
    """What `read` makes of each file, together. Raises ValueError when a key stands twice."""
    texts: dict[str, T] = {}
    for path in sorted(folder.glob(pattern)):
        for key, text in read(path):
            if key in texts:
                raise ValueError(f"{path.name} repeats {key}; keep one of each")
            texts[key] = text
    return texts


def read_texts(folder: Path) -> Texts:
    """The texts of pages and the words of codes of one language.

    Raises ValueError when a key stands in two files.
    """

    def items(path: Path) -> Iterable[tuple[str, Text]]:
        if path.name == FACTS:
            return ()
        return _flatten("", tomllib.loads(path.read_text(encoding="utf-8"))).items()

    return _joined(folder, "*.toml", items)


def read_rows(folder: Path) -> dict[str, str]:
    """The texts of rows of one language, by `row_key`.

    Raises ValueError when a text stands twice, or a file has other columns.
    """

    def items(path: Path) -> Iterable[tuple[str, str]]:
        with path.open(encoding="utf-8", newline="") as text:
            lines = csv.reader(text, strict=True)
            if next(lines, None) != list(ROW_COLUMNS):
                raise ValueError(f"{path}: the first line must be {','.join(ROW_COLUMNS)}")
            for owner, code, field, said in lines:
                yield row_key(owner, code, field), said

    return _joined(folder, "*.csv", items)


LANGUAGES: Final = listed()
"""Every language that is shown, by code."""


@cache
def row_texts(language: str) -> dict[str, str]:
    """`read_rows` of a language of LANGUAGES, kept. Raises KeyError for any other code."""
    return read_rows(LANGUAGES[language].folder)
