"""Say which States are members of the ILO, all of which have ratified Convention 182.

On 4 August 2020 the 187th and last member, Tonga, ratified the Worst Forms of Child Labour
Convention: the first convention of the ILO to be ratified by all members. The event and its page
stand in `pathfinders/alliance_events.csv`. Membership is that of the United Nations without the
seven States below, with the Cook Islands: 187 (https://www.ilo.org/about-ilo/member-states).
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES

DAY: Final = "2020-08-04"
MEMBERS: Final = 187
UN_ONLY: Final = frozenset({"AND", "BTN", "FSM", "LIE", "MCO", "NRU", "PRK"})
"""Members of the United Nations that are not members of the ILO."""

ILO_ONLY: Final = frozenset({"COK"})
"""Members of the ILO that are not members of the United Nations."""


def members(tables: Path = TABLES) -> list[str]:
    """Codes of the members of the ILO, sorted.

    Raises ValueError when they are not 187: the area table has changed.
    """
    with (tables / "areas" / "areas.csv").open(encoding="utf-8", newline="") as lines:
        united = {row["code"] for row in csv.DictReader(lines) if row["un_member"] == "1"}
    found = sorted((united - UN_ONLY) | ILO_ONLY)
    if len(found) != MEMBERS:
        raise ValueError(f"{len(found)} members of the ILO instead of {MEMBERS}: check areas.csv")
    return found


def statement(events: Path) -> tuple[int, str]:
    """Line and page of the event of that day in the file of events.

    Raises LookupError when the event is gone.
    """
    with events.open(encoding="utf-8-sig", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            values = list(row.values())
            if DAY in values and any("182" in str(v) for v in values):
                return line, next(str(v) for v in values if str(v).startswith("https://"))
    raise LookupError(f"no event of {DAY} on Convention 182 in {events.name}")
