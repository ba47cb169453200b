"""What the data page says of a selection: how much, a first look, sources, what is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components import numbers
from components.cards import CSV_ROUTE
from components.downloads import COLUMNS, NUMERIC
from components.explore.citation import bibtex, citation_text
from components.explore.filters import Filters
from components.explore.refusals import refusal_sentence as refusal_sentence
from components.markup import render
from components.wording import Wording
from data.records import Known

PREVIEW_ROWS = 200


@dataclass(frozen=True)
class Found:
    """What the store answers: rows by source, those withheld by source, the first rows' texts."""

    rows: Mapping[str, int]
    withheld: Mapping[str, int]
    preview: tuple[tuple[str, ...], ...]

    @property
    def total(self) -> int:
        """Rows of the download."""
        return sum(self.rows.values())


def csv_href(filters: Filters) -> str:
    """The relative address of the CSV with exactly these filters."""
    query = filters.query()
    return f"{CSV_ROUTE}?{query}" if query else CSV_ROUTE


def download_html(found: Found, filters: Filters, wording: Wording, reset: str) -> str:
    """The bar that stays in view: how many rows, and the button."""
    return render(
        "explore_download.html",
        t=wording.t,
        count=numbers.number(found.total, wording),
        empty=not found.total,
        csv=csv_href(filters),
        workbook=csv_href(filters).replace(".csv", ".xlsx", 1),
        reset=reset if filters else "",
    )


def _withheld(found: Found, known: Known, wording: Wording) -> list[dict[str, Any]]:
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
        for code, count in found.withheld.items()
    ]


def answer_html(found: Found, known: Known, wording: Wording, *, built: str, reset: str) -> str:
    """Everything under the bar: preview, citation, what is withheld, what the columns mean."""
    sources = [known.sources[code] for code in found.rows]
    shown = len(found.preview)
    return render(
        "explore_answer.html",
        t=wording.t,
        total=found.total,
        reset=reset,
        columns=COLUMNS,
        numeric=NUMERIC,
        rows=found.preview,
        caption=wording.t(
            "explore.preview_all" if shown == found.total else "explore.preview_first",
            count=numbers.number(shown, wording),
        ),
        citation=citation_text(sources, built, wording),
        bibtex=bibtex(sources),
        withheld=_withheld(found, known, wording),
    )
