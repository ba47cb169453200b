"""Whether a meeting of the coordinating group may decide: its terms of reference, as a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

GROUPS: Final = ("chair", "government", "un", "workers", "employers", "civil_society")
"""The groups whose representatives count: the chair and deputy, who are governments; governments of
the regions; UN and intergovernmental bodies; workers; employers; non-governmental organizations."""

OBSERVER: Final = "observer"
"""Observers and those who are invited: they take part and do not count."""

STAKEHOLDERS: Final = tuple(group for group in GROUPS if group != "chair")
"""The groups of which one at least has to be there."""

LEAST: Final = 11
"""So many representatives at least."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """`counted` representatives, how many by stakeholder group, and the groups that are absent."""

    counted: int
    by_group: Mapping[str, int]
    missing: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether both halves of the rule hold."""
        return self.counted >= LEAST and not self.missing


def quorum(present: Iterable[tuple[str, bool]]) -> Quorum:
    """The quorum of those present: the group of each, and whether it is a representative."""
    counted = Counter(
        "government" if group == "chair" else group
        for group, representative in present
        if representative and group in GROUPS
    )
    missing = tuple(group for group in STAKEHOLDERS if not counted[group])
    return Quorum(counted.total(), {group: counted[group] for group in STAKEHOLDERS}, missing)
