"""What is known of the monitoring framework, a line for each row of the sheet of indicators."""

from __future__ import annotations

from dataclasses import dataclass

from components.reporting.layout import KEY_SIGN


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """A part of an indicator with one value that is known of it, or with none.

    `name`, `unit`, `view` and `source` are in the reader's language; `known` has every digit.
    """

    indicator: str
    part: str
    dimension: str
    name: str
    unit: str = ""
    known: float | str | None = None
    year: str = ""
    sex: str = ""
    view: str = ""
    source: str = ""

    @property
    def asked(self) -> str:
        """What is asked, as the code of a choice: indicator and part."""
        return f"{self.indicator}{KEY_SIGN}{self.part}"

    @property
    def key(self) -> str:
        """The key of its row: what is asked, and of which year and sex."""
        return KEY_SIGN.join((self.indicator, self.part, self.year, self.sex))
