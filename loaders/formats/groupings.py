"""The codes of publishers' own groupings of countries that our tables hold."""

from __future__ import annotations

import csv
from functools import cache

from loaders.curate.kit import TABLES


@cache
def grouping_codes(family: str) -> frozenset[str]:
    """Our codes of the groupings of a family, from data/tables/groupings; none when unknown."""
    path = TABLES / "groupings" / f"{family}.csv"
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["code"] for row in csv.DictReader(lines))
