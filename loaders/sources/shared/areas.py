"""Which area of ours a publisher means: by alias table, ISO code and name, or UN M49 number."""

from __future__ import annotations

import csv
from functools import cache
from typing import Any

import pycountry

from data.folding import folded
from loaders.facts.tables import TABLES


class UnknownArea(LookupError):
    """A spelling that no table of ours resolves; add it to data/tables/aliases/<family>.csv."""


@cache
def _iso() -> dict[str, str]:
    """Codes and English names of ISO 3166, folded, to alpha-3."""
    found: dict[str, str] = {}
    for c in pycountry.countries:
        spellings: list[Any] = [c.alpha_3, c.alpha_2, c.name]
        spellings += [getattr(c, "common_name", ""), getattr(c, "official_name", "")]
        for spelling in filter(None, spellings):
            found[folded(str(spelling))] = c.alpha_3
    return found


@cache
def _m49() -> dict[str, str]:
    """M49 numbers without leading zeros to ISO alpha-3 (`383`/`412` is Kosovo in UN files)."""
    return {str(int(c.numeric)): c.alpha_3 for c in pycountry.countries}


@cache
def _aliases(family: str) -> dict[str, str]:
    path = TABLES / "aliases" / f"{family}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {folded(row["spelling"]): row["area"] for row in csv.DictReader(lines)}


def area_of(spelling: str, family: str) -> str:
    """Our area code for a publisher's spelling: alias table first, then ISO codes and names.

    Case, accents, how Unicode writes them and punctuation make no difference.
    Raises UnknownArea with the spelling; callers reject the record with it.
    """
    name = folded(spelling)
    found = _aliases(family).get(name) or _iso().get(name)
    if found is None:
        raise UnknownArea(f"{spelling!r} is not in data/tables/aliases/{family}.csv")
    return found


def area_of_m49(number: str, family: str) -> str:
    """Our area code for a UN M49 number written without leading zeros. Raises UnknownArea."""
    found = _aliases(family).get(number) or _m49().get(number)
    if found is None:
        raise UnknownArea(f"M49 {number!r} is not in data/tables/aliases/{family}.csv")
    return found


@cache
def grouping_codes(family: str) -> frozenset[str]:
    """Our codes of the groupings of a family, from data/tables/groupings; none when unknown."""
    path = TABLES / "groupings" / f"{family}.csv"
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["code"] for row in csv.DictReader(lines))
