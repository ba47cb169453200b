"""How a country becomes a pathfinder, prepares its workshop and reports: folded texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.form_addresses import questionnaire_address
from components.markup import render
from components.wording import Wording
from data.records import Area

FOLDS: Final = (
    "stages",
    "support",
    "workshop",
    "preparation",
    "focus",
    "programme",
    "report",
)
"""In the order in which a country meets them."""

ORDERED: Final = frozenset({"stages", "programme", "report"})
"""Lists whose order means something."""


@dataclass(frozen=True, slots=True)
class Fold:
    """One folded text: a sentence, then a list."""

    code: str
    title: str
    intro: str
    points: tuple[str, ...]
    ordered: bool


def guide_html(countries: Sequence[Area], wording: Wording) -> str:
    """The card on reporting, with the questionnaires of the countries, and the folded guide."""
    folds = [
        Fold(
            code,
            wording.t(f"pathfinder_guide.{code}.title"),
            wording.t(f"pathfinder_guide.{code}.intro"),
            wording.several(f"pathfinder_guide.{code}.items"),
            code in ORDERED,
        )
        for code in FOLDS
    ]
    return render(
        "pathfinder_guide.html",
        folds=folds,
        reporting=wording.several("pathfinder_guide.reporting.items"),
        files=[(one.name, questionnaire_address(one.code, wording.code)) for one in countries],
        t=wording.t,
    )
