"""What the child labour curations share: places by two alias tables, and comparing figures."""

from __future__ import annotations

from typing import Final

from loaders.sources.shared.areas import UnknownArea, area_of

ROUNDING: Final = 0.06
"""Percentage points by which a rounded total may lie outside its two rounded sexes."""


def place(name: str, family: str) -> str:
    """Our area code for a publisher's name: its own alias family first, then the general one.

    Raises UnknownArea when neither knows the name.
    """
    try:
        return area_of(name, family)
    except UnknownArea:
        return area_of(name, "general")


def total_outside_sexes(total: str, female: str, male: str) -> bool:
    """Whether a published total share lies outside its two sexes, which no average can."""
    if not (total and female and male):
        return False
    low, high = sorted((float(female), float(male)))
    return not low - ROUNDING <= float(total) <= high + ROUNDING


OUTSIDE_NOTE: Final = "In the source the total lies outside the values of the two sexes"


def agree(one: str, other: str) -> bool:
    """Whether two printed figures are equal at the coarser of their precisions."""
    places = min(len(text.partition(".")[2]) for text in (one, other))
    return bool(abs(float(one) - float(other)) <= 0.5 * 10**-places + 1e-9)
