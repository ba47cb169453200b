"""The judged series of areas, as pages and files show them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.methods.progress.judged import Judged
from data.records import NationalSeries, Observation


@dataclass(frozen=True, slots=True)
class JudgedSeries:
    """One series of one area. `code` is a measure or an indicator, or the code of an office's run.

    `newest` is the figure that speaks for it; None without any.
    """

    area: str
    code: str
    indicator: str
    judged: Judged
    newest: Observation | None
    run: NationalSeries | None = None


@dataclass(frozen=True)
class Progress:
    """The world's series, then every country's, by the code of the area."""

    world: tuple[JudgedSeries, ...]
    countries: Mapping[str, tuple[JudgedSeries, ...]]
