"""What the page of changes says of steps, actions and reports: counts, and a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from components import numbers
from components.changed.record_lines import Known, by_area
from components.markup import render
from components.wording import Wording
from data.records import RecordChange

KINDS: Final = ("new", "revised", "withdrawn")
SIGNS: Final = {"new": "+", "revised": "±", "withdrawn": "−"}
SHOWN: Final = 300
"""How many changes the page lists; the file has all."""


def records_html(
    changes: Sequence[RecordChange],
    known: Known,
    wording: Wording,
    *,
    csv: str,
    country: Callable[[str], str],
    narrowed: bool,
) -> str:
    """Counts by kind, the download, and the changes by country.

    `country` gives the address of a country's page by its code; `narrowed` says that the choice
    holds filters that are about figures alone.
    """
    counts = Counter(change.kind for change in changes)
    groups = by_area(changes, known, wording, SHOWN)
    return render(
        "changed_records.html",
        t=wording.t,
        counts=[(kind, numbers.number(counts[kind], wording)) for kind in KINDS],
        first=numbers.number(SHOWN, wording) if len(changes) > SHOWN else "",
        total=numbers.number(len(changes), wording),
        groups=[
            {
                "name": group.name,
                "href": country(group.code) if group.code else "",
                "count": numbers.number(len(group.lines), wording),
                "lines": group.lines,
            }
            for group in groups
        ],
        signs=SIGNS,
        csv=csv,
        narrowed=narrowed,
    )
