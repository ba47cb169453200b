"""Reads what people write into cells: dates, numbers, years, choices and texts."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from data.folding import folded
from data.methods.formula_mark import unmarked
from loaders.reading.workbook import TypedCell

FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_TEXT: Final = 10_000
"""Characters of one cell; an open answer of the questionnaire is asked to keep to a page or two."""

_SERIAL_START: Final = date(1899, 12, 30)
_SERIALS: Final = range(15_000, 80_000)
"""Days of a spreadsheet from 1941 to 2119: numbers that are no year."""

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BY_PARTS: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_MONTH: Final = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_BLANKS: Final = re.compile(r"[\s\u00a0\u202f\u2009'’]")


class Unreadable(ValueError):
    """A cell that cannot be read; `key` names the sentence that says why and what helps."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def western(text: str) -> str:
    """The text with Western digits, and without marks of direction."""
    kept = (c for c in text if unicodedata.category(c) != "Cf")
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in kept)


def read_text(cell: TypedCell) -> str:
    """A text, its ends without blanks. Raises Unreadable."""
    if cell.kind == "other":
        raise Unreadable("not_a_value")
    text = cell.text if cell.kind != "text" else unmarked(cell.text)
    # What a workbook writes for a line break of another system.
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > LONGEST_TEXT:
        raise Unreadable("too_long")
    if any(unicodedata.category(c) in {"Cc", "Cs", "Co"} and c not in "\n\t" for c in text):
        raise Unreadable("control_characters")
    return text


def read_date(cell: TypedCell) -> str:
    """A day, month or year as ISO 8601. Raises Unreadable."""
    if cell.kind == "date":
        return _of_calendar(*map(int, cell.text[:10].split("-")))
    text = western(read_text(cell)).replace("\u200f", "")
    if cell.kind == "number":
        return _from_number(text)
    if found := _ISO.fullmatch(text):
        return _of_calendar(*(int(part) for part in found.groups() if part))
    if found := _MONTH.fullmatch(text):
        return _of_calendar(int(found[2]), int(found[1]))
    if found := _BY_PARTS.fullmatch(text):
        one, two, year = map(int, found.groups())
        if one <= 12 and two <= 12 and one != two:
            raise Unreadable("date_ambiguous")
        day, month = (two, one) if two > 12 else (one, two)
        return _of_calendar(year, month, day)
    raise Unreadable("date")


def _from_number(text: str) -> str:
    if not text.isdigit():
        whole = text.split(".")[0]
        if not whole.isdigit() or int(whole) not in _SERIALS:
            raise Unreadable("date")
        text = whole
    number = int(text)
    if number in _SERIALS:
        return (_SERIAL_START + timedelta(days=number)).isoformat()
    return _of_calendar(number)


def _of_calendar(year: int, month: int = 0, day: int = 0) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("date_year")
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise Unreadable("date_impossible") from error
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def read_year(cell: TypedCell) -> str:
    """A year of four digits. Raises Unreadable."""
    text = western(read_text(cell))
    if not re.fullmatch(r"\d{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Unreadable("year")
    return text


def read_number(cell: TypedCell) -> str:
    """A number that is not below zero, with every digit that was written. Raises Unreadable."""
    found = _decimal(cell)
    if found is None:
        raise Unreadable("number")
    if Decimal(found) < 0:
        raise Unreadable("number_negative")
    return found


def read_value(cell: TypedCell) -> str:
    """The value of an indicator: a number as such, a text as it was written. Raises Unreadable."""
    found = _decimal(cell)
    return read_text(cell) if found is None else found


def _decimal(cell: TypedCell) -> str | None:
    """The number of a cell as plain digits; None where it holds none. Raises Unreadable."""
    text = _BLANKS.sub("", western(read_text(cell))).replace("٫", ".").replace("٬", ",")
    if cell.kind not in {"number", "percent"}:
        text = _one_point(text.removesuffix("%").removesuffix("٪"))
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if cell.kind == "percent" and "." in plain else plain


def _one_point(text: str) -> str:
    """A number with its decimal mark as a point. Raises Unreadable where a mark may be either."""
    commas, points = text.count(","), text.count(".")
    if not re.fullmatch(r"-?[\d.,]+", text) or not (commas or points):
        return text
    if commas and points:
        last = max(text.rfind(","), text.rfind("."))
        return re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1 :]
    mark = "," if commas else "."
    if text.count(mark) > 1:
        return text.replace(mark, "")
    # 12,5 and 12.5 are clear, and so is a number below one; 1,234 is a thousand or a little.
    if len(text) - text.index(mark) == 4 and text.lstrip("-")[0] != "0":
        raise Unreadable("number_ambiguous")
    return text.replace(mark, ".")


def read_choice(cell: TypedCell, words: dict[str, str]) -> str:
    """The code of a choice, by its code or its words, which `words` has folded."""
    text = read_text(cell)
    if not text:
        return ""
    if (code := words.get(folded(text))) is None:
        raise Unreadable("choice")
    return code
