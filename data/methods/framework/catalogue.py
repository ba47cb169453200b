"""The monitoring framework of pathfinder countries: every indicator of the annex, in its order.

What each indicator asks, in which parts it is answered, who could report it and what of the store
answers it before a country does is written in `data/catalogue/framework.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

CATALOGUE: Final = Path(__file__).parents[2] / "catalogue" / "framework.toml"

ANNEX: Final = ("prevalence", "commitment", "implementation")
"""The dimensions of the annex; what members of the group asked for stands beside them."""

BESIDE: Final = "beside"
TOPICS: Final = ("child_labour", "forced_labour", "trafficking")

Kind = Literal["number", "percent", "yes_no", "year", "amount", "text", "list"]
Group = Literal[
    "prevalence",
    "customized",
    "legal",
    "policy",
    "budget",
    "measurement",
    "roadmap",
    "support",
    "agriculture",
    "root_causes",
]
Reporter = Literal[
    "statistics_office",
    "labour_ministry",
    "justice",
    "interior",
    "finance",
    "focal_point",
    "secretariat",
]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(_Row):
    """One answer of an indicator; `code` is empty where the indicator has only one."""

    code: str = Field(pattern=r"^[a-z0-9_]*$")
    kind: Kind
    unit: str = ""
    fill: tuple[str, ...] = ()


class FrameworkIndicator(_Row):
    """One indicator of the framework with what it asks and who could answer it.

    `customized`: a country defines it for itself. `detection`: it counts what authorities
    detected, which never says how much there is. `the `fill` of a part are rules of `cells`.
    """

    code: str = Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")
    dimension: Literal["prevalence", "commitment", "implementation", "beside"]
    topic: Literal[
        "child_labour", "forced_labour", "trafficking", "all", "agriculture", "root_causes"
    ]
    group: Group
    kind: Kind
    who: tuple[Reporter, ...] = Field(min_length=1)
    unit: str = ""
    by_sex: bool = False
    by_age: bool = False
    customized: bool = False
    detection: bool = False
    parts: tuple[Part, ...]


class _Framework(BaseModel):
    model_config = ConfigDict(extra="forbid")
    views: dict[str, tuple[str, ...]]
    indicator: tuple[FrameworkIndicator, ...]


def _with_parts(block: Mapping[str, object]) -> dict[str, object]:
    """The block of an indicator with its parts complete: what they do not say is the whole's."""
    own = dict(block)
    fill, parts = own.pop("fill", ()), own.get("parts") or [{"code": ""}]
    given = {"kind": own.get("kind"), "unit": own.get("unit", ""), "fill": fill}
    assert isinstance(parts, list)
    return own | {"parts": [given | part for part in parts]}


@cache
def _read(path: Path) -> _Framework:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    blocks = [_with_parts(one) for one in read["indicator"]]
    return _Framework.model_validate(read | {"indicator": blocks})


@cache
def framework(path: Path = CATALOGUE) -> Mapping[str, FrameworkIndicator]:
    """Every indicator by code, in the order of the annex.

    Raises pydantic.ValidationError for a block that does not hold.
    """
    return {one.code: one for one in _read(path).indicator}


@cache
def view_of_source(code: str) -> str:
    """Whose view a source of figures or facts is; `other` for one that nobody placed."""
    views = _read(CATALOGUE).views
    return next((view for view, sources in views.items() if code in sources), "other")


def has_part(indicator: str, part: str) -> bool:
    """Whether the framework has an indicator of this code with a part of this code."""
    found = framework().get(indicator)
    return found is not None and any(one.code == part for one in found.parts)
