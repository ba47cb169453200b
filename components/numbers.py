"""Figures, dates and ages as the reader's language writes them.

Two precisions: `quantity` and `figure` keep every published digit, for tables, hover and files;
`reading` and `read_figure` round for the eye, for sentences, tiles and labels.

Digits are Western in all languages. In Arabic, figures are isolated so that signs and units keep
their place.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from components.wording import Wording, isolated
from data.records import NOT_APPLICABLE, NOT_COLLECTED, SUPPRESSED, TOTAL, Indicator, Observation

BARE_UNITS: Final = frozenset({"INDEX", "COUNT"})
"""Units that stand behind no number: the indicator's name already says them."""

EXACT_BELOW: Final = 10_000
"""Counts below this are read to the last one; above, three figures and a word are enough."""

WHOLE_FROM: Final = 1_000
"""Amounts and rates from here on are read without decimals: nobody needs the cents of 9,570."""

_ISOLATES: Final = "\u2066\u2069"
_SCALES: Final = (("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000))
_COUNTED: Final = {"PERSONS": 1, "THOUSAND_PERSONS": 1_000, "COUNT": 1}
"""Units of things that are counted, and how many one of them is."""

_INDEX_DECIMALS: Final = 2

ADULT_FROM: Final = 18
"""A child is anyone below this age (Convention on the Rights of the Child)."""

_ABSENCES: Final = {NOT_APPLICABLE: "not_applicable", NOT_COLLECTED: "not_collected"}


def isolate(text: str | int, wording: Wording) -> str:
    """A text, year or count, as a left-to-right island where the language runs right to left."""
    return isolated(text) if wording.rtl else str(text)


def _digits(value: float, wording: Wording, decimals: int | None) -> str:
    # As text: to a cache -0.0 and 0.0 would be one number.
    return _written(str(value), wording.language.locale, decimals)


@lru_cache(maxsize=50_000)
def _written(value: str, locale: str, decimals: int | None) -> str:
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    else:
        pattern = "#,##0.###"
    text = format_decimal(
        exact.normalize() if decimals is None else exact,
        format=pattern,
        locale=locale,
        decimal_quantization=False,
        numbering_system="latn",
    )
    return str(text).replace("\u200e", "").replace("-", "\u2212")


def separators(wording: Wording) -> str:
    """The language's decimal sign and thousands separator, as Plotly wants them: `.,`."""
    signs = Locale.parse(wording.language.locale).number_symbols["latn"]
    return f"{signs['decimal']}{signs['group']}"


def number(value: float, wording: Wording, decimals: int | None = None) -> str:
    """A number with the language's separators; all its digits unless `decimals` says how many.

    `decimals` is for figures that we computed, never for published ones.
    """
    return isolate(_digits(value, wording, decimals), wording)


def percent(value: float, wording: Wording, decimals: int | None = None) -> str:
    """A percentage (0-100) with its sign, spaced as the language has it."""
    return isolate(f"{_digits(value, wording, decimals)}{wording.language.percent}", wording)


def quantity(value: float, unit: str, wording: Wording, decimals: int | None = None) -> str:
    """A value with its unit in words: `37.4 %`, `1,204 people`, `yes`."""
    if unit == "PERCENT":
        return percent(value, wording, decimals)
    if unit == "YES_NO" and value in {0, 1}:
        return wording.t("figure.yes" if value else "figure.no")
    text = number(value, wording, decimals)
    if unit in BARE_UNITS:
        return text
    return wording.t("figure.with_unit", number=text, unit=wording.t(f"unit_short.{unit}"))


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)


def _decimals_for_figures(value: Decimal, figures: int) -> int:
    """Decimals that leave `figures` significant figures: 2 for 1.295, 0 for 137.56 and three."""
    decimals = max(figures - 1 - value.adjusted(), 0)
    # Rounding may reach the next power of ten: 0.99999 is 1.00, not 1.000.
    return max(figures - 1 - _rounded(value, decimals).adjusted(), 0)


def read_rate(value: float, wording: Wording) -> str:
    """A rate for the eye: one decimal, two figures below 1, nothing after a zero or a hundred."""
    exact = Decimal(str(value))
    if abs(exact) >= 1:
        decimals = 0 if exact in {100, -100} else 1
    else:
        # A published 0.9 stays 0.9: rounding takes digits away and never adds any.
        published = -int(exact.as_tuple().exponent)
        decimals = min(_decimals_for_figures(exact, 2), max(published, 0)) if exact else 0
    return number(value, wording, decimals)


def read_count(value: float, wording: Wording) -> str:
    """A count for the eye: exact below 10,000, then `59.8 thousand`, `1.30 million`."""
    exact = Decimal(str(value))
    if abs(exact) < EXACT_BELOW:
        return number(float(_rounded(exact, 0)), wording)
    place = next(i for i, (_, size) in enumerate(_SCALES) if abs(exact) >= size)
    scaled = exact / _SCALES[place][1]
    # 999,999 is a million for the eye, not a thousand thousand.
    if place and abs(_rounded(scaled, _decimals_for_figures(scaled, 3))) >= 1_000:
        place -= 1
        scaled = exact / _SCALES[place][1]
    decimals = _decimals_for_figures(scaled, 3)
    shown = float(_rounded(abs(scaled), decimals))
    text = number(float(scaled), wording, decimals)
    return wording.plural(f"figure.{_SCALES[place][0]}", shown, number=text)


def reading(value: float, unit: str, wording: Wording) -> str:
    """A value rounded for the eye, with its unit in words: `4.3 %`, `1.30 million`, `5.2 years`.

    The published digits belong beside it: on hover, in the table, in the file.
    """
    if unit == "PERCENT":
        rate = read_rate(value, wording).strip(_ISOLATES)
        return isolate(f"{rate}{wording.language.percent}", wording)
    if unit == "YES_NO":
        return quantity(value, unit, wording)
    if unit in _COUNTED:
        return read_count(value * _COUNTED[unit], wording)
    if unit == "INDEX":
        return number(value, wording, _INDEX_DECIMALS)
    text = read_number(value, wording)
    return wording.t("figure.with_unit", number=text, unit=wording.t(f"unit_short.{unit}"))


def read_number(value: float, wording: Wording) -> str:
    """An amount or a rate for the eye, without its unit: `9,567`, `7.4`."""
    large = abs(value) >= WHOLE_FROM
    return read_count(value, wording) if large else read_rate(value, wording)


def tick(value: float, unit: str, wording: Wording) -> str:
    """A round value on an axis: `20 %`, `1.5 million`, without a digit that says nothing."""
    if unit == "PERCENT":
        return percent(value, wording)
    if unit not in _COUNTED:
        return number(value, wording)
    exact = Decimal(str(value)) * _COUNTED[unit]
    scale = next(((name, size) for name, size in _SCALES if exact >= size), None)
    if scale is None or exact < EXACT_BELOW:
        return number(float(exact), wording)
    scaled = float(exact / scale[1])
    return wording.plural(f"figure.{scale[0]}", scaled, number=number(scaled, wording))


def read_figure(observation: Observation, indicator: Indicator, wording: Wording) -> str:
    """A figure rounded for the eye, or which of the absences stands in its place."""
    if observation.value is None:
        return figure(observation, indicator, wording)
    return reading(observation.value, observation.unit or indicator.unit, wording)


def parted(text: str) -> tuple[str, str]:
    """`138 million` or `1.5 %` as the number and what stands behind it, which is set smaller."""
    bare = text.strip(_ISOLATES)
    for place, letter in enumerate(bare):
        # French groups digits with the space that it also puts before a sign.
        groups = bare[place + 1 : place + 2].isdigit()
        if letter in " \u00a0\u202f%\u2069" and not groups:
            return bare[:place], bare[place:].strip("\u2069").strip()
    return bare, ""


def figure(observation: Observation, indicator: Indicator, wording: Wording) -> str:
    """A published figure with its unit, or which of the absences stands in its place.

    Zero is a figure. Suppressed, not reported, not applicable and not collected each say so.
    """
    if observation.value is not None:
        return quantity(observation.value, observation.unit or indicator.unit, wording)
    if observation.status == SUPPRESSED:
        mark = observation.suppressed
        if mark:
            return wording.t("figure.suppressed_mark", mark=mark_text(mark, wording))
        return wording.t("figure.suppressed")
    return wording.t(f"figure.{_ABSENCES.get(observation.status, 'not_reported')}")


def mark_text(mark: str, wording: Wording) -> str:
    """A publisher's mark of suppression: in words where it is one, else as it stands (`<5`)."""
    key = f"figure.mark.{mark}"
    return wording.t(key) if key in wording.texts else isolate(mark, wording)


def date_text(published: str, wording: Wording) -> str:
    """An ISO date in words with the precision it was published with: year, month or day.

    Empty text stays empty. Raises ValueError for anything but YYYY, YYYY-MM or YYYY-MM-DD.
    """
    if not published:
        return ""
    parts = published.split("-")
    if len(parts) == 1 and len(published) == 4 and published.isdigit():
        return isolate(published, wording)
    language, whole = wording.language, len(parts) != 2
    day = date.fromisoformat(published if whole else f"{published}-01")
    pattern = language.day if whole else language.month
    text = _day_written(day, pattern, language.locale)
    return text.replace("1", language.first, 1) if whole and day.day == 1 else text


@lru_cache(maxsize=20_000)
def _day_written(day: date, pattern: str, locale: str) -> str:
    return _western(format_date(day, format=pattern, locale=locale))


def _western(text: str) -> str:
    """Arabic-Indic digits as Western ones, and no left-over direction marks."""
    digits = {ord("٠") + n: str(n) for n in range(10)}
    return text.translate(digits | {0x200F: None})


def year_range(first: int, last: int, wording: Wording) -> str:
    """`2008–2019` with an en dash, or the one year."""
    return isolate(first if first == last else f"{first}\u2013{last}", wording)


def span_text(first: str, last: str, wording: Wording) -> str:
    """From one ISO date to another, each with its own precision; one date when they are equal."""
    if first == last:
        return date_text(first, wording)
    if len(first) == len(last) == 4:
        return year_range(int(first), int(last), wording)
    return f"{date_text(first, wording)} – {date_text(last, wording)}"


def age_text(age: str, wording: Wording) -> str:
    """An age code in words: `5-17`, `18+`, or all ages for `_T` and the empty text."""
    if age in {"", TOTAL}:
        return wording.t("figure.all_ages")
    if age.endswith("+"):
        return wording.t("figure.age_over", age=isolate(age[:-1], wording))
    return wording.t("figure.age", age=age_span(age, wording))


def age_span(age: str, wording: Wording) -> str:
    """The bare years of an age code, with an en dash: `5–17`."""
    return isolate(age.replace("-", "\u2013"), wording)


def of_children(age: str) -> bool:
    """Whether an age code holds children only: `5-17`, `0-14`."""
    last = age.rpartition("-")[2]
    return last.isdigit() and int(last) < ADULT_FROM


def sex_text(sex: str, age: str, wording: Wording) -> str:
    """A sex in words: of children `girls` and `boys`. `age` is a code, empty where unknown."""
    if of_children(age):
        return wording.t(f"charts.child.{sex}")
    return wording.t(f"charts.sex.{sex}")


def sex_of(row: Observation, indicator: Indicator, wording: Wording) -> str:
    """The sex of an observation in words, by its own age, else by its indicator's."""
    age = row.age if row.age not in {"", TOTAL} else indicator.age
    return sex_text(row.sex, age, wording)
