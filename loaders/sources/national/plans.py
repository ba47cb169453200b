"""Curate the names and years of national plans, strategies and roadmaps from public pages.

Files below the material: `pathfinders/roadmap_facts_{africa,other}.csv` (dated facts, each with
its page), `pathfinders/pathfinder-facts.md` and, in the folder `documents` beside the material,
`delta87-dashboard-structure.md` (prose; what we take from it is copied by hand). Names are proper
names put into English by us, in `data/catalogue/national_plans.toml`. A plan that is not listed may
still exist, and an adopted plan is not a plan carried out: the note says so. A candidate is a plan
named there; the other dated facts of the files (actions, targets, workshops) are curated elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from data.methods.notes import note
from loaders.facts.catalogue import document
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.observations import Row, table

COLUMNS: Final = ("area", "kind", "name", "start", "end", "note", "source", "page")
KEY: Final = ("area", "kind", "name")
YEARS: Final = re.compile(r"(20\d\d)-(20\d\d)")
NOTES: Final = {
    "completed": note("adopted_only"),
    "substantial": note("partly"),
    "limited": note("limited"),
    "no_evidence": note("nothing_seen"),
}
FACTS: Final = ("iso3", "text", "status", "start_date", "due_date", "source_url")

Plan = Mapping[str, str]


def datasets(material: Path) -> Iterator[Dataset]:
    """`mechanisms/plans_*`: the plans of the dated facts and of the prose."""
    known = document("national_plans")
    folder = material / "pathfinders"
    for name in ("africa", "other"):
        file = folder / f"roadmap_facts_{name}.csv"
        yield _dataset(name, file, _dated(file, known[name]))
    prose = folder / "pathfinder-facts.md"
    yield _dataset("prose", prose, map(_of_prose, known["prose"]))
    delta87 = material.parent / "documents" / "delta87-dashboard-structure.md"
    yield _dataset("delta87", delta87, map(_of_delta87, known["delta87"]))


def _dataset(name: str, file: Path, records: Iterator[Record | Refusal]) -> Dataset:
    return Dataset(f"plans_{name}", file, f"mechanisms/plans_{name}", records, COLUMNS, KEY)


def _record(plan: Plan, **cells: str) -> Record:
    own = {column: plan[column] for column in COLUMNS if column in plan}
    return Record("", {"kind": "policy", "source": "NATIONAL_PLANS"} | own | cells, "mechanism")


def _of_prose(plan: Plan) -> Record:
    return _record(plan, note=note("launched_on", plan["launched"]))


def _of_delta87(plan: Plan) -> Record:
    page = "https://delta87.org/dashboards/madagascar/"
    return _record(plan, area="MDG", note=note("dashboard"), source="DELTA87", page=page)


def _dated(file: Path, plans: list[Plan]) -> Iterator[Record | Refusal]:
    """The plans that the file of dated facts holds; a refusal for one that it no longer holds."""
    facts = [row.cells for row in table(file, FACTS) if isinstance(row, Row)]
    for plan in plans:
        fact = next(
            (f for f in facts if f["iso3"] == plan["area"] and plan["says"] in f["text"]), None
        )
        if fact is None:
            reason = "The file of dated facts no longer holds this plan."
            yield Refusal("", "text", plan["says"], "fact_gone", reason)
            continue
        years = YEARS.search(fact["text"])
        yield _record(
            plan,
            start=years[1] if years else fact["start_date"][:4],
            end=years[2] if years else fact["due_date"][:4],
            note=NOTES[fact["status"]],
            page=fact["source_url"],
        )
