"""What two figures must share to be comparable, as one short text: equal texts may be joined.

Two rows of one area have one key exactly where the strict gate (`comparability.why_not`) finds
nothing against them but a break between them or another edition of an estimate, which lie between
two rows and in none of them. `child-labour-economic|hours 1-14-43|chores none|sex T|age 5-17|
survey MICS|source UNSD_SDG_8_7_1|nature C`; what is the whole is left out but for the sex.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from data.methods.change import Knowledge
from data.methods.comparability import ESTIMATED_STATUS, PROJECTED
from data.methods.parts import LINES
from data.records import ESTIMATED_NATURES, TOTAL, Indicator, Observation

CATALOGUE: Final = Path(__file__).parents[1] / "catalogue" / "comparability.toml"
PARTED: Final = "|"
_UNFIT: Final = re.compile(r'[|",\r\n]')


class Rule(NamedTuple):
    """What a definition counts: least hours of work by age, least hours of chores; may be empty."""

    hours: str = ""
    chores: str = ""


@cache
def rules(path: Path = CATALOGUE) -> Mapping[str, Rule]:
    """The rules by group of comparability. Raises TypeError for a key that no rule has."""
    blocks = tomllib.loads(path.read_text(encoding="utf-8"))
    return {group: Rule(**block) for group, block in blocks.items()}


def comparability_key(row: Observation, indicator: Indicator, knowledge: Knowledge) -> str:
    """The key of one figure of an indicator; parts joined by `|`, none of them with a comma."""
    return PARTED.join(
        (
            series_part(indicator, row.sex, row.age, row.dimension, row.category),
            instrument_part(row, indicator, knowledge),
        )
    )


def series_part(indicator: Indicator, sex: str, age: str, dimension: str, category: str) -> str:
    """What is counted, and of whom: the same for all figures of one series."""
    rule = rules().get(indicator.comparability)
    parts = [indicator.code if rule is None else indicator.comparability]
    if rule is not None and rule.hours:
        parts.append(f"hours {rule.hours}")
    if rule is not None and rule.chores:
        parts.append(f"chores {rule.chores}")
    parts.append(f"sex {sex}")
    if age not in {"", TOTAL}:
        parts.append(f"age {age}")
    if (dimension, category) != (TOTAL, TOTAL):
        parts.append(f"{dimension} {category}")
    return _joined(parts)


def instrument_part(row: Observation, indicator: Indicator, knowledge: Knowledge) -> str:
    """How one figure was had: survey programme, source, nature, unit where it is not the usual."""
    return _joined(_instrument(row, indicator, knowledge))


def _instrument(row: Observation, indicator: Indicator, knowledge: Knowledge) -> Iterator[str]:
    if row.unit != indicator.unit:
        yield f"unit {row.unit}"
    if indicator.method == "survey":
        programme = knowledge.survey_of(row).programme
        # A survey that nobody names compares with nothing, not even with another such.
        yield f"survey {programme or f'not named {row.area} {row.year}'}"
    if row.dimension == LINES:
        # The first line of one year need not be the first of another.
        yield f"unnamed line {row.area} {row.year}"
    yield f"source {row.source}"
    yield f"nature {row.nature or '-'}"
    if row.status in ESTIMATED_STATUS and row.nature not in ESTIMATED_NATURES:
        yield "estimated"
    if row.status == PROJECTED:
        yield "projected"


def _joined(parts: Iterable[str]) -> str:
    return PARTED.join(map(_fit, parts))


@lru_cache(maxsize=20_000)
def _fit(part: str) -> str:
    """A part without what parts keys and cells; most parts stand in thousands of keys."""
    return _UNFIT.sub(" ", part)
