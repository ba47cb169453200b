"""Curate the names and years of national plans, strategies and roadmaps from public pages.

Files below the material: `pathfinders/roadmap_facts_{africa,other}.csv` (dated facts, each with
its page), `pathfinders/pathfinder-facts.md` and, in the folder `documents` beside the material,
`delta87-dashboard-structure.md` (prose; what we take from it is copied by hand below). Names are
proper names put into English by us. A plan that is not listed may still exist, and an adopted plan
is not a plan carried out: the note says so. A candidate is a plan named below; the other dated
facts of the files (actions, targets, workshops) are curated elsewhere.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Final

from data.methods.notes import note
from loaders.facts.tables import TABLES
from loaders.sources.shared.curation import Curation

COLUMNS: Final = ("area", "kind", "name", "start", "end", "note", "source", "page")
KEY: Final = ("area", "kind", "name")
YEARS: Final = re.compile(r"(20\d\d)-(20\d\d)")
NOTES: Final = {
    "completed": note("adopted_only"),
    "substantial": note("partly"),
    "limited": note("limited"),
    "no_evidence": note("nothing_seen"),
}
AFRICA: Final = (
    (
        "MRT",
        "Trafficking action plan 2024-2026",
        "National action plan against trafficking in persons",
    ),
    (
        "TUN",
        "National action plan against child labour 2015-2020",
        "National action plan against child labour",
    ),
    ("TUN", "Roadmap 2019-2025 adopted", "Alliance 8.7 roadmap"),
    (
        "MWI",
        "Second national action plan on child labour 2020-2025",
        "Second national action plan on child labour",
    ),
    (
        "MWI",
        "National Alliance 8.7 Strategic Road Map 2023-2030 launched",
        "National Alliance 8.7 Strategic Road Map",
    ),
    (
        "NGA",
        "Second national policy on child labour and action plan 2021-2025",
        "Second national policy on child labour and national action plan",
    ),
    (
        "NGA",
        "Social and behaviour change communication strategy",
        "Social and behaviour change communication strategy on child labour",
    ),
    (
        "GHA",
        "Second national plan of action 2017-2021",
        "Second national plan of action against child labour",
    ),
    (
        "GHA",
        "Accelerated Action Plan Against Child Labour 2023-2027",
        "Accelerated Action Plan Against Child Labour",
    ),
    (
        "CIV",
        "First national plan 2012-2014",
        "First national plan against trafficking, exploitation and labour of children",
    ),
    (
        "CIV",
        "Fourth national plan 2025-2029",
        "Fourth national plan against trafficking, exploitation and labour of children",
    ),
    (
        "ETH",
        "National plan of action on the worst forms of child labour 2021-2025",
        "National plan of action on the worst forms of child labour",
    ),
    ("COD", "Sector strategy 2017-2025", "Sector strategy against child labour in artisanal mines"),
    (
        "BEN",
        "National action plan on the worst forms 2019-2023",
        "National action plan on the worst forms of child labour",
    ),
    (
        "CAF",
        "Operational anti-trafficking plan 2022-2023",
        "Operational plan against trafficking in persons",
    ),
)
OTHER: Final = (
    ("CHL", "Roadmap 2019-2021 agreed", "Alliance 8.7 roadmap 2019-2021"),
    ("CHL", "Commitment to the roadmap 2022-2025 signed", "Alliance 8.7 roadmap 2022-2025"),
    (
        "CHL",
        "National policy for children and adolescents 2024-2032",
        "National policy for children and adolescents",
    ),
    (
        "CHL",
        "Updated national action plan against trafficking 2019-2022",
        "National action plan against trafficking in persons",
    ),
    ("CHL", "National strategy 2015-2025", "National strategy against child labour"),
    (
        "MEX",
        "Plan of action to combat child labour 2019-2024",
        "Plan of action to combat child labour",
    ),
    (
        "PER",
        "III National Plan against Forced Labour 2019-2022",
        "III National Plan against Forced Labour",
    ),
    (
        "CRI",
        "Roadmap 2021-2025 for a country free of child labour",
        "Roadmap for a country free of child labour",
    ),
    (
        "CRI",
        "National policy on childhood and adolescence 2024-2036",
        "National policy on childhood and adolescence",
    ),
    (
        "HND",
        "Roadmap for the elimination of child labour 2021-2025",
        "Roadmap for the elimination of child labour",
    ),
    (
        "GTM",
        "Put into practice the national strategy against child labour 2021-2025",
        "National strategy against child labour",
    ),
    (
        "ARG",
        "National plan against trafficking and exploitation 2022-2024",
        "National plan against trafficking and exploitation",
    ),
    ("ARG", "Third national plan on child labour 2018-2022", "Third national plan on child labour"),
    (
        "NPL",
        "National Master Plan on the elimination of child labour 2018-2028",
        "National Master Plan on the Elimination of Child Labour",
    ),
    (
        "LKA",
        "National strategic plan on trafficking 2021-2025",
        "National strategic plan on trafficking in persons",
    ),
    (
        "FJI",
        "National action plan on child labour 2021-2025",
        "National action plan on child labour",
    ),
    (
        "ALB",
        "National action plan for protecting children from economic exploitation 2019-2021",
        "National action plan for protecting children from economic exploitation",
    ),
    (
        "ALB",
        "National action plan against trafficking 2024-2025",
        "National action plan against trafficking",
    ),
    (
        "FRA",
        "Third national plan against exploitation and trafficking 2024-2027",
        "Third national plan against exploitation and trafficking",
    ),
)
"""Area, how the text of the dated fact begins or goes on, and the name of the plan."""

DELTA87: Final = (
    ("National action plan against the worst forms of child labour", "2004", "2019"),
    ("National plan against trafficking in persons", "2015", "2019"),
    ("Code of conduct for the protection of children in tourism", "", ""),
    ("National social protection policy", "", ""),
    ("National development plan", "2015", "2019"),
    ("Education sector plan", "2018", "2022"),
    ("United Nations Development Assistance Framework (UNDAF)", "2015", "2019"),
    ("ILO Decent Work Country Programme", "2015", "2019"),
)
"""The eight strategies that the dashboard of Madagascar lists: name, first and last year."""

THIRD_PLAN_CIV: Final = (
    "Third national plan against trafficking, exploitation and labour of children"
)


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/mechanisms/*.csv from the dated facts and the prose.

    Raises ValueError when a plan stands twice.
    """
    # load
    folder = material / "pathfinders"
    africa = Curation("plans_africa", folder / "roadmap_facts_africa.csv", material)
    other = Curation("plans_other", folder / "roadmap_facts_other.csv", material)
    prose = Curation("plans_prose", folder / "pathfinder-facts.md", material)
    delta87 = Curation(
        "plans_delta87", material.parent / "documents" / "delta87-dashboard-structure.md", material
    )

    # process
    _dated(africa, AFRICA)
    _dated(other, OTHER)
    prose.keep(
        area="CIV",
        kind="policy",
        name=THIRD_PLAN_CIV,
        start="2019",
        end="2021",
        note=note("launched_on", "2019-06-25"),
        source="NATIONAL_PLANS",
        page="https://fr.allafrica.com/stories/201906270210.html",
    )
    for name, start, end in DELTA87:
        delta87.keep(
            area="MDG",
            kind="policy",
            name=name,
            start=start,
            end=end,
            note=note("dashboard"),
            source="DELTA87",
            page="https://delta87.org/dashboards/madagascar/",
        )

    # save
    for curation in (africa, other, prose, delta87):
        curation.write(f"mechanisms/{curation.dataset}", columns=COLUMNS, key=KEY, tables=tables)


def _dated(curation: Curation, plans: tuple[tuple[str, str, str], ...]) -> None:
    """Keep the plans that the file of dated facts holds; reject a plan that it no longer holds."""
    with curation.file.open(encoding="utf-8-sig", newline="") as lines:
        facts = list(csv.DictReader(lines))
    for area, fragment, name in plans:
        fact = next((f for f in facts if f["iso3"] == area and fragment in f["text"]), None)
        if fact is None:
            curation.reject(
                line="",
                column="text",
                value=fragment,
                rule="fact_gone",
                reason="The file of dated facts no longer holds this plan.",
            )
            continue
        years = YEARS.search(fact["text"])
        curation.keep(
            area=area,
            kind="policy",
            name=name,
            start=years[1] if years else fact["start_date"][:4],
            end=years[2] if years else fact["due_date"][:4],
            note=NOTES[fact["status"]],
            source="NATIONAL_PLANS",
            page=fact["source_url"],
        )
