"""The axis of values of one or several plots: its ends, its round steps, what stands where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final, Literal

from components import numbers
from components.charts.plot import Tick, percent_of, round_steps
from components.charts.text_width import text_width
from components.wording import Wording

PIXELS: Final = 16
"""Of one rem."""

Scale = Literal["linear", "log"]


@dataclass(frozen=True, slots=True)
class Axis:
    """From `steps[0]` to `steps[-1]`; `signed` writes a plus before what is above zero."""

    steps: tuple[float, ...]
    unit: str
    scale: Scale = "linear"
    signed: bool = False

    def at(self, value: float) -> float:
        """Where a value stands, in percent from the low end."""
        low, high = self.steps[0], self.steps[-1]
        if self.scale == "log":
            return percent_of(log10(value), log10(low), log10(high))
        return percent_of(value, low, high)

    def down(self, value: float) -> float:
        """The same in percent from the top."""
        return round(100 - self.at(value), 2)

    @property
    def zero(self) -> float:
        """Where zero stands, in percent from the low end; the low end of a logarithmic axis."""
        return self.at(0.0) if self.scale == "linear" else 0.0

    def text(self, value: float, wording: Wording) -> str:
        """A step in words."""
        text = numbers.tick(value, self.unit, wording)
        if self.signed and value > 0:
            return numbers.isolate("+" + text.strip("\u2066\u2069"), wording)
        return text

    def across(self, wording: Wording) -> list[Tick]:
        """The steps of an axis that runs from left to right."""
        return [Tick(self.at(step), self.text(step, wording)) for step in self.steps]

    def upward(self, wording: Wording) -> list[Tick]:
        """The steps of an axis that runs upward."""
        return [Tick(self.down(step), self.text(step, wording)) for step in self.steps]

    def width(self, wording: Wording) -> int:
        """Pixels that the widest step needs at the left of the plot."""
        return pixels(max((self.text(step, wording) for step in self.steps), key=text_width)) + 12


def pixels(text: str) -> int:
    """How wide a text will stand, in pixels."""
    return ceil(text_width(text) * PIXELS)


def linear(values: Collection[float], unit: str, most: int = 6, *, signed: bool = False) -> Axis:
    """From zero, or from below it where a value is, to the first round step above all values."""
    top, bottom = max([*values, 0.0]), min([*values, 0.0])
    if bottom >= 0:
        return Axis(round_steps(top, most), unit, signed=signed)
    step = round_steps(top - bottom, most)[1]
    first, last = floor(bottom / step - 1e-9), ceil(top / step - 1e-9)
    return Axis(tuple(round(n * step, 10) for n in range(first, last + 1)), unit, signed=signed)


def logarithmic(values: Collection[float], unit: str) -> Axis:
    """Powers of ten from below the least value to above the largest. Raises ValueError at zero."""
    if not values or min(values) <= 0:
        raise ValueError("a logarithmic axis has no place for zero; draw a linear one instead")
    low, high = floor(log10(min(values)) + 1e-9), ceil(log10(max(values)) - 1e-9)
    span = range(low, max(high, low + 1) + 1)
    return Axis(tuple(10.0**n if n >= 0 else round(10.0**n, -n) for n in span), unit, "log")
