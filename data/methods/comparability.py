"""Which observations may be joined by a line or set beside each other as a change.

The rule is strict: two figures are comparable only when everything that defines them is equal and
the publisher flags no break. A survey figure without a known survey is comparable with nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from data.methods.parts import LINES
from data.records import ESTIMATED_NATURES, Observation

BREAK: Final = "B"
PROJECTED: Final = "F"
ESTIMATED_STATUS: Final = frozenset({"E", "I"})

REASONS: Final = (
    "too_few",
    "too_close",
    "break",
    "different_age",
    "different_survey",
    "unknown_survey",
    "different_definition",
    "different_method",
    "different_source",
    "different_area",
)
"""Every code that `why_not` and `change` can give; each is worded as `reason.<code>`."""

_FAMILIES: Final = (
    ("MICS", r"\bmics\b|multiple indicator cluster"),
    ("DHS", r"\bdhs\b|demographic (and|&) health"),
    ("SIMPOC", r"\bsimpoc\b"),
    ("NCLS", r"\bn?cls\b|child labou?r survey|child activity survey"),
    ("LFS", r"\b[a-z]{0,3}lfs\b|labou?r force survey"),
    ("PNAD", r"\bpnad\b"),
)
_YEARS_AND_ROUNDS: Final = re.compile(r"[0-9]+|\b(round|wave|phase)\b|\b[ivx]+\b|[^\w\s]")


@lru_cache(maxsize=20_000)
def survey_family(survey: str) -> str:
    """The family a survey belongs to (`MICS`, `DHS`, `LFS` ...), empty when no survey is named.

    A survey outside the known families is a family of its own: its name without years and rounds.
    """
    name = survey.casefold()
    for family, pattern in _FAMILIES:
        if re.search(pattern, name):
            return family
    return " ".join(_YEARS_AND_ROUNDS.sub(" ", name).split())


def estimated(observation: Observation) -> bool:
    """Whether the publisher estimated, imputed or modelled the figure."""
    return observation.status in ESTIMATED_STATUS or observation.nature in ESTIMATED_NATURES


def projected(observation: Observation) -> bool:
    """Whether the figure speaks of a year that was still to come."""
    return observation.status == PROJECTED


def _definition(row: Observation) -> tuple[str, ...]:
    return (row.indicator, row.dimension, row.category, row.sex, row.unit)


def _unnamed(row: Observation) -> bool:
    """Whether nobody says what a line counts: the first of one year need not be that of another."""
    return row.dimension == LINES


def why_not(a: Observation, b: Observation, *, method: str = "survey") -> str:
    """The reason code why `b` may not be compared with the earlier `a`; empty when it may.

    `method` is the indicator's: figures of a survey need the same known survey family, all others
    the same release of the same source. A break between the two stands on the later one.
    """
    checks = (
        ("different_area", a.area != b.area),
        ("different_definition", _definition(a) != _definition(b) or _unnamed(a)),
        ("different_age", a.age != b.age),
        ("different_source", a.source != b.source),
        (
            "different_method",
            estimated(a) != estimated(b) or projected(a) != projected(b) or a.nature != b.nature,
        ),
        *_instrument_checks(a, b, method),
        ("break", b.status == BREAK),
    )
    return next((code for code, fails in checks if fails), "")


def _instrument_checks(a: Observation, b: Observation, method: str) -> tuple[tuple[str, bool], ...]:
    if method != "survey":
        return (("different_source", a.vintage != b.vintage),)
    first, second = survey_family(a.survey), survey_family(b.survey)
    return (("unknown_survey", not (first and second)), ("different_survey", first != second))
