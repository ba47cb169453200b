"""Sources whose figures are shown but may not be passed on, as lines with their address."""

from __future__ import annotations

from collections.abc import Mapping

from components import numbers
from components.wording import Wording
from data.records import Known


def withheld_lines(
    counts: Mapping[str, int], known: Known, wording: Wording
) -> list[dict[str, str]]:
    """A line a source, with how many of its rows are held back; `counts` by its code."""
    return [
        {
            "text": wording.t(
                "explore.withheld_source",
                publisher=known.sources[code].publisher,
                title=known.sources[code].title,
                count=numbers.number(count, wording),
            ),
            "address": known.sources[code].address,
        }
        for code, count in counts.items()
    ]
