"""Curate the tiers of the US Department of State's Trafficking in Persons Report, 2020 to 2025.

Publisher: US Department of State, https://www.state.gov/trafficking-in-persons-report/. One
government's view. `tip/tip_tiers_2020_2025_added.csv` holds no page of the publisher: every tier is
quoted by another (the CIA World Factbook, gvnet.com, knowyourcountry.com), whom the note names.
What is odd:
- only 2020 and 2023 are complete. 2022, 2024 and 2025 hold the Tier 2 Watch List and Tier 3 alone,
  2021 nothing: a country without a tier of a year was not seen, which is no tier;
- one list of Tier 1 is undated and matches the report of 2024, under which it stands, noted;
- two conflicts between pages: of the Congo in 2023 both lines are in the file, and the country's
  own entry, which tells of the downgrade, is preferred; that of Guinea-Bissau in 2024 is told by
  the file's note. The note names the other tier;
- of the movements only `downgraded` and `upgraded` are kept: who remained shows in the tiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.methods.notes import joined, note
from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.law import legal_fact, legal_facts
from loaders.sources.shared.observations import Misfit, Row, area_in, coded, records, table

SOURCE: Final = "US_STATE_TIP"
TIERS: Final = {
    "Tier 1": "tier_1",
    "Tier 2": "tier_2",
    "Tier 2 Watch List": "tier_2_watch_list",
    "Tier 3": "tier_3",
    "Special Case": "special_case",
}
UNDATED: Final = "2024 or later (undated page)"
QUOTED_BY: Final = {
    "CIA World Factbook": "CIA World Factbook",
    "undated page": "knowyourcountry.com",
}
"""How `seen_as` begins, and who is quoted; other pages are those of gvnet.com."""

LESS_EXACT: Final = ("COG", "2023", "Tier 2")
"""The line of a conflict that is not preferred, by area, report and tier."""

OTHER_TIER: Final = {("COG", "2023"): "Tier 2", ("GNB", "2024"): "Tier 2 Watch List"}
MOVED: Final = re.compile(r"was (downgraded|upgraded) to ")


def datasets(material: Path) -> Iterator[Dataset]:
    """The tiers, one a country and report. Raises FileRefused."""
    file = material / "tip" / "tip_tiers_2020_2025_added.csv"
    needed = ("report_year", "tier", "iso3", "movement", "seen_as", "url", "note")
    yield legal_facts("tip_tiers", file, records(table(file, needed), _tier))


def _tier(row: Row) -> Record:
    """Raises Misfit for an unknown area or tier, and for the line that another contradicts."""
    cells = row.cells
    area = area_in("iso3", cells["iso3"], "ilab")
    tier, undated = cells["tier"], cells["report_year"] == UNDATED
    year = "2024" if undated else cells["report_year"]
    value = coded(TIERS, "tier", tier, "No tier of the report.")
    if (area, year, tier) == LESS_EXACT:
        reason = "The country's own entry tells of a downgrade; its note names this tier."
        raise Misfit("tier", tier, "superseded", reason)
    other = OTHER_TIER.get((area, year), "")
    moved = MOVED.match(cells["movement"])
    quoted = next((q for start, q in QUOTED_BY.items() if cells["seen_as"].startswith(start)), "")
    return legal_fact(
        row.place,
        area=area,
        topic="tip_tier",
        year=year,
        value=value,
        note=joined(
            note("quoted_by", quoted or "gvnet.com"),
            note("tier_undated") if undated else "",
            note(f"other_{TIERS[other]}") if other else "",
            note(f"tier_{moved[1]}") if moved else "",
        ),
        source=SOURCE,
        page=cells["url"],
    )
