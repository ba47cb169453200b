"""Curate what the US Department of Labor's findings suggest, as topics in our own words.

Publisher, address and format: see `ilab_files`; the file is `usdol_suggested_actions.csv`, one
sentence a line. No sentence is copied: each is sorted into one topic by the rules of
`data/catalogue/suggested_actions.toml`, and a topic keeps its report years and how many sentences
it took. A record of this table is one topic of one country, so the ledger counts topics; lines
that hold "N/A" instead of a sentence are rejected. Chapters `Laws` and `Policies` are 2014's names.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.ilab.files import REPORT_PAGE, pages
from loaders.sources.shared.areas import area_of
from loaders.sources.shared.curation import Curation

COLUMNS: Final = (
    "area",
    "topic",
    "group",
    "first_year",
    "last_year",
    "years",
    "count",
    "source",
    "page",
)
KEY: Final = ("area", "topic")
RULES: Final = TABLES.parent / "catalogue" / "suggested_actions.toml"
GROUPS: Final = {
    "Legal_Framework": "legal_framework",
    "Laws": "legal_framework",
    "Enforcement": "enforcement",
    "Coordination": "coordination",
    "Government_Policies": "government_policies",
    "Policies": "government_policies",
    "Social_Programs": "social_programs",
}
NO_SENTENCE: Final = re.compile(r"\W*n/?a\W*", re.I)


@dataclass(frozen=True)
class Rule:
    """A topic with what its sentences hold and what they must not hold."""

    topic: str
    group: str
    patterns: tuple[re.Pattern[str], ...]
    barred: tuple[re.Pattern[str], ...]

    def takes(self, sentence: str, group: str) -> bool:
        """Whether a sentence of this chapter belongs to the topic."""
        return (
            group == self.group
            and any(p.search(sentence) for p in self.patterns)
            and not any(p.search(sentence) for p in self.barred)
        )


@dataclass
class _Tally:
    group: str
    years: list[str] = field(default_factory=list)


def rules(path: Path = RULES) -> tuple[Rule, ...]:
    """The rules in the order in which they are tried."""
    with path.open("rb") as file:
        topics = tomllib.load(file)
    return tuple(
        Rule(
            topic,
            rule["area"],
            tuple(re.compile(p, re.I) for p in rule["patterns"]),
            tuple(re.compile(p, re.I) for p in rule.get("not", [])),
        )
        for topic, rule in topics.items()
    )


def topic_of(sentence: str, group: str, ordered: tuple[Rule, ...]) -> str:
    """The first topic that takes the sentence, else `other_<group>`."""
    return next((r.topic for r in ordered if r.takes(sentence, group)), f"other_{group}")


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/suggested_actions/ilab.csv from the sentences below `material`/usdol.

    Raises UnknownArea for a country that the alias table does not hold.
    """
    # load
    folder = material / "usdol"
    curation = Curation("ilab_suggestions", folder / "usdol_suggested_actions.csv", material)
    ordered, page_of = rules(), pages(folder)

    # process
    tallies: dict[tuple[str, str], _Tally] = {}
    with curation.file.open(encoding="utf-8-sig", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            if NO_SENTENCE.fullmatch(row["action"]):
                curation.reject(
                    line=line,
                    column="action",
                    value=row["action"],
                    rule="no_sentence",
                    reason="The cell says that there is nothing to suggest.",
                )
                continue
            group = GROUPS[row["area"]]
            key = area_of(row["country"], "ilab"), topic_of(row["action"], group, ordered)
            tallies.setdefault(key, _Tally(group)).years.append(row["report_year"])
    for (area, topic), tally in tallies.items():
        years = sorted(set(tally.years))
        curation.keep(
            area=area,
            topic=topic,
            group=tally.group,
            first_year=years[0],
            last_year=years[-1],
            years=";".join(years),
            count=len(tally.years),
            source="ILAB_FINDINGS",
            page=page_of.get(area, REPORT_PAGE),
        )

    # save
    curation.write("suggested_actions/ilab", columns=COLUMNS, key=KEY, tables=tables)
