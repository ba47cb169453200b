"""How long and when, as people write it in an agenda: "(30 min)", "1h30", "14:00-14:30", "12'",
"نصف ساعة", "19th May 2020". Digits of any script are read alike. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from babel.dates import get_month_names

from components.meeting.agenda import MOST_MINUTES
from data.folding import folded

DAY_MINUTES: Final = 24 * 60
_LONGEST_HOURS: Final = 7
"""No item of a meeting is so many hours long: what is written so is a time of day."""

_TO: Final = r"(?:[-–—‑]|to|until|à|a|jusqu['’]à|au|إلى|الى|حتى)"
_CLOCK: Final = r"(\d{1,2})(?:\s?(?:[:٫]|h|H)\s?(\d{2})?|\.(\d{2}))\s?(am|pm|a\.m\.|p\.m\.|ص|م)?"
_ZONE: Final = r"(?:\s*\(?(?:GMT|UTC|CET|CEST|EST|EDT)(?:\s?[+-]\s?\d{1,2})?\)?)?"
RANGE: Final = re.compile(
    rf"(?:from|de|من)?\s*{_CLOCK}\s*{_TO}\s*{_CLOCK}{_ZONE}", re.IGNORECASE | re.ASCII
)
CLOCK: Final = re.compile(rf"(?:at|à|الساعة)?\s*{_CLOCK}{_ZONE}", re.IGNORECASE | re.ASCII)
_HOUR: Final = r"(?:heures?|hours?|hrs?|ساعات|ساعة|h)"
_MINUTE: Final = r"(?:minutes?|mins?|mn|m|دقيقة|دقائق|دقيقه|د|['′’´])"
DURATION: Final = re.compile(
    rf"(?:(?P<hours>\d{{1,2}}(?:[.,]5)?)\s?{_HOUR}(?:\s*(?:and|et|و)?\s*"
    rf"(?P<more>\d{{1,2}})(?:\s?{_MINUTE})?)?|(?P<minutes>\d{{1,3}})\s?-?{_MINUTE})(?![^\W\d_])\.?",
    re.IGNORECASE,
)
WORDS: Final = {
    "half an hour": 30,
    "a quarter of an hour": 15,
    "one hour and a half": 90,
    "an hour": 60,
    "one hour": 60,
    "une demi-heure": 30,
    "un quart d'heure": 15,
    "une heure et demie": 90,
    "une heure": 60,
    "نصف ساعة": 30,
    "ربع ساعة": 15,
    "ساعة ونصف": 90,
    "ساعة واحدة": 60,
    "ساعتان": 120,
    "ساعتين": 120,
}
"""Durations that are written without a figure."""

_ISO: Final = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", re.ASCII)
_DOTTED: Final = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b", re.ASCII)
_WORDED: Final = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:of\s+|de\s+)?(\w[\w/]*)\.?|(\w+)\.?\s+(\d{1,2})"
    r"(?:st|nd|rd|th)?),?\s+(\d{4})\b"
)
_LEVANTINE: Final = ("ar_SY", "ar_IQ", "ar_LB", "ar_MA", "ar_DZ", "ar_TN", "ar_MR")
"""Arabic has other names of the months east and west of Egypt."""


class When(NamedTuple):
    """`minutes` 0: not told. `start` is minutes after midnight, None where no clock is named."""

    minutes: int = 0
    start: int | None = None


def plain_digits(text: str) -> str:
    """The text with the digits of any script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c for c in text
    )


def when(text: str) -> When | None:
    """What the whole of a text says about time; None when it says anything else too."""
    said = " ".join(plain_digits(text).split())
    if minutes := WORDS.get(said.casefold().replace("’", "'")):
        return When(minutes)
    if found := RANGE.fullmatch(said):
        return _range(found)
    if found := DURATION.fullmatch(said):
        minutes = _duration(found)
        # "14h30" is a time of day, "1h30" how long.
        if 0 < minutes <= MOST_MINUTES and (found["minutes"] or minutes < _LONGEST_HOURS * 60):
            return When(minutes)
    if found := CLOCK.fullmatch(said):
        start = _minutes(found.groups()[:4])
        return None if start is None else When(0, start)
    return None


def _duration(found: re.Match[str]) -> int:
    if found["minutes"]:
        return int(found["minutes"])
    hours = float(found["hours"].replace(",", "."))
    return round(hours * 60) + int(found["more"] or 0)


def _range(found: re.Match[str]) -> When | None:
    first, last = found.groups()[:4], found.groups()[4:8]
    end = _minutes(last)
    start = _minutes(first if first[3] else (*first[:3], last[3]))
    if start is None or end is None:
        return None
    if not first[3] and last[3] and start > end:
        # "11:00-12:30 pm" begins before noon.
        start -= DAY_MINUTES // 2
    minutes = (end - start) % DAY_MINUTES
    return When(minutes if minutes <= MOST_MINUTES else 0, start)


def _minutes(parts: tuple[str | None, ...]) -> int | None:
    hour, minute, dotted, half = parts
    hours, minutes = int(hour or 0), int(minute or dotted or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.casefold()[0] in "pم" else 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def day_in(text: str) -> str:
    """The first day that a text names, as ISO 8601; empty where none is named beyond doubt."""
    said = plain_digits(text)
    if found := _ISO.search(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.search(said):
        first, second = int(found[1]), int(found[2])
        # Of 4/5/2020 nobody can tell which is the month.
        sure = first > 12 or first == second
        return _day(int(found[3]), second, first) if sure else ""
    for found in _WORDED.finditer(said):
        day, name = (found[1], found[2]) if found[1] else (found[4], found[3])
        months = {_months().get(folded(each), 0) for each in name.split("/")} - {0}
        if len(months) == 1:
            return _day(int(found[5]), months.pop(), int(day))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _months() -> dict[str, int]:
    """The number of each month by its folded name, whole or short, in the product's languages."""
    from components.wording import LANGUAGES

    locales = (*(language.locale for language in LANGUAGES.values()), *_LEVANTINE)
    return {
        folded(name): number
        for locale in locales
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
