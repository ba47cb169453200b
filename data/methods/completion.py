"""How many of a country's listed actions and targets stand where: a count, not a judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from data.records import Action, Completion

COUNTED_KINDS: Final = frozenset({"action", "target"})
STATUSES: Final = ("completed", "substantial", "limited", "not_started", "no_evidence")


def completion(area: str, actions: Iterable[Action]) -> Completion:
    """Count the area's actions and targets by status; resources and other kinds do not count.

    Raises ValueError for a status outside STATUSES.
    """
    counted = Counter(
        action.status for action in actions if action.area == area and action.kind in COUNTED_KINDS
    )
    unknown = counted.keys() - set(STATUSES)
    if unknown:
        raise ValueError(f"status {sorted(unknown)} of {area} is unknown; use one of {STATUSES}")
    return Completion(area, **{status: counted[status] for status in STATUSES})
