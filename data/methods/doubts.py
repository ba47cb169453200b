"""What is odd about single figures, from `data/catalogue/doubts.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from data.records import Observation

CATALOGUE: Final = Path(__file__).parents[1] / "catalogue" / "doubts.toml"

FORBIDDING: Final = frozenset(
    {
        "repeats_another_year",
        "other_definition",
        "age_label_doubtful",
        "contradicted",
        "runs_against_national",
    }
)
"""Doubts under which no change may be stated."""

WEAKENING: Final = frozenset({"break_flagged", "survey_not_proven"})
"""Doubts under which a change is indicative at most."""


class Doubt(NamedTuple):
    """One oddity: `indicator` empty means every indicator of child labour of the area and year."""

    area: str
    year: int
    code: str
    why: str
    indicator: str = ""


@cache
def doubts(path: Path = CATALOGUE) -> dict[tuple[str, int], tuple[Doubt, ...]]:
    """All doubts by area and year. Raises TypeError for a key that no doubt has, ValueError for
    an unknown code."""
    found: dict[tuple[str, int], tuple[Doubt, ...]] = {}
    for block in tomllib.loads(path.read_text(encoding="utf-8"))["doubt"]:
        doubt = Doubt(**block)
        if doubt.code not in FORBIDDING | WEAKENING:
            raise ValueError(f"{doubt.code!r} ({doubt.area} {doubt.year}) is no code of a doubt")
        found[doubt.area, doubt.year] = (*found.get((doubt.area, doubt.year), ()), doubt)
    return found


def doubt_of(row: Observation) -> Doubt | None:
    """What is odd about a figure of child labour; None when nothing is known.

    National offices' own measures are apart: a doubt of the international tables is none of theirs.
    """
    if not row.indicator.startswith(("SL_TLF_CHLD", "UNICEF_CL")):
        return None
    fitting = [d for d in doubts().get((row.area, row.year), ()) if _fits(d, row.indicator)]
    return min(fitting, key=lambda d: d.code not in FORBIDDING, default=None)


def _fits(doubt: Doubt, indicator: str) -> bool:
    # UNICEF's table prints the SDG series' values: a doubt about one is a doubt about its copy.
    copies = {"SL_TLF_CHLDEC": "UNICEF_CL_ECON_HC", "SL_TLF_CHLDEA": "UNICEF_CL_ECON"}
    return doubt.indicator in {"", indicator} or copies.get(doubt.indicator) == indicator
