"""Re-makes the tables of facts from publishers' files that lie outside the project."""

from __future__ import annotations

from typing import Final

CURATIONS: Final[tuple[str, ...]] = (
    "areas",
    "shapes",
    "unsd_child_labour",
    "unicef_child_labour",
    "ilostat_children",
    "worldbank_children",
    "global_child_labour",
    "survey_names",
    "national_child_labour",
    "unodc_glotip",
    "unsd_trafficking",
    "walkfree",
    "ilo_forced_labour",
    "listed_goods",
    "undp",
    "gapminder",
    "uis",
    "unsd",
    "unicef_marriage",
    "population",
    "treaties",
    "ilab_findings",
    "ilab_enforcement",
    "ilab_suggestions",
    "world_law",
    "national_plans",
)
"""The curations by module name, in the order in which they run (areas first: others need them)."""
