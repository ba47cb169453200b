"""Re-makes the tables of facts from publishers' files that lie outside the project."""

from __future__ import annotations

from typing import Final

CURATIONS: Final[tuple[str, ...]] = (
    "geography.areas",
    "geography.shapes",
    "unsd.child_labour",
    "unicef.curation",
    "ilo.codes",
    "world_bank.curation",
    "ilo.global_child_labour",
    "unicef.survey_names",
    "national.child_labour",
    "unodc.codes",
    "unsd.trafficking",
    "walk_free.codes",
    "ilo.forced_labour",
    "ilab.goods",
    "undp.codes",
    "gapminder.curation",
    "uis.codes",
    "unsd.curation",
    "unicef.marriage",
    "population.curation",
    "treaties.curation",
    "ilab.findings",
    "ilab.enforcement",
    "ilab.suggestions",
    "world_policy.curation",
    "national.plans",
)
"""The curations by module name, in the order in which they run (areas first: others need them)."""
