"""The codes that parameters of lists take, by the name of their vocabulary."""

from __future__ import annotations

from typing import Final

from components.alliance.files import TABLES
from components.explore.filters import SPOKEN_LATEST
from components.explore.search import KINDS_ASKED
from components.timeline.choice import KINDS
from components.wording import LANGUAGES
from data.methods.completion import STATUSES
from data.methods.selection import headlines
from data.methods.stages import ORDER
from data.records import SPEAKING

AREA_KINDS: Final = (
    *("country", "territory", "region", "subregion", "sdg_region", "world", "grouping"),
)
RATIFICATION: Final = ("ratified", "signed", "not_ratified", "denounced", "unknown")
TERMS: Final = ("yes", "attribution", "unclear", "no")
PATHFINDER: Final = ("pathfinder", "candidate", "interest")
FACETS: Final = ("area", "sex", "age", "source")


def fixed() -> dict[str, tuple[str, ...]]:
    """The vocabularies that no store changes."""
    return {
        "action_status": tuple(STATUSES),
        "alliance_table": tuple(TABLES),
        "area_kind": AREA_KINDS,
        "event_kind": KINDS,
        "facet": FACETS,
        "headline": tuple(headlines()),
        "latest": tuple(word for word in SPOKEN_LATEST if word),
        "lang": tuple(LANGUAGES),
        "name_kind": ("country", "any"),
        "no_yes": ("0", "1"),
        "pathfinder": PATHFINDER,
        "ratification": RATIFICATION,
        "says": SPEAKING,
        "search_kind": KINDS_ASKED,
        "stage": ORDER,
        "terms": TERMS,
    }
