"""Sort the sentences that the US Department of Labor's findings suggest into topics of ours.

Publisher and address: see `findings`. No sentence is copied: each is sorted into one topic by the
rules of `data/catalogue/suggested_actions.toml`, and a topic keeps its report years and how many
sentences it took. A record is one topic of one country; lines that hold "N/A" instead of a sentence
are refused. Chapters `Laws` and `Policies` are 2014's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from loaders.facts.catalogue import codes, document
from loaders.reading.contract import Record, Refusal
from loaders.sources.ilab.findings import REPORT_PAGE, SOURCE
from loaders.sources.shared.areas import area_of
from loaders.sources.shared.observations import Row

COLUMNS: Final = (
    "area", "topic", "group", "first_year", "last_year", "years", "count", "source", "page",
)  # fmt: skip
KEY: Final = ("area", "topic")
GROUPS: Final[dict[str, str]] = codes(__file__)["groups"]
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


def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are tried."""
    return tuple(
        Rule(
            topic,
            rule["area"],
            tuple(re.compile(p, re.I) for p in rule["patterns"]),
            tuple(re.compile(p, re.I) for p in rule.get("not", [])),
        )
        for topic, rule in document("suggested_actions").items()
    )


def topic_of(sentence: str, group: str, ordered: tuple[Rule, ...]) -> str:
    """The first topic that takes the sentence, else `other_<group>`."""
    return next((r.topic for r in ordered if r.takes(sentence, group)), f"other_{group}")


def topics(lines: Iterable[Row | Refusal], pages: Mapping[str, str]) -> Iterator[Record | Refusal]:
    """One record a topic and country of all sentences; `pages` are the countries' pages by area.

    Raises UnknownArea.
    """
    ordered = rules()
    tallies: dict[tuple[str, str], _Tally] = {}
    for line in lines:
        if isinstance(line, Refusal):
            yield line
            continue
        row = line.cells
        if NO_SENTENCE.fullmatch(row["action"]):
            reason = "The cell says that there is nothing to suggest."
            yield Refusal(line.place, "action", row["action"], "no_sentence", reason)
            continue
        group = GROUPS[row["area"]]
        key = area_of(row["country"], "ilab"), topic_of(row["action"], group, ordered)
        tallies.setdefault(key, _Tally(group)).years.append(row["report_year"])
    for (area, topic), tally in tallies.items():
        years = sorted(set(tally.years))
        cells = {
            "area": area,
            "topic": topic,
            "group": tally.group,
            "first_year": years[0],
            "last_year": years[-1],
            "years": ";".join(years),
            "count": str(len(tally.years)),
            "source": SOURCE,
            "page": pages.get(area, REPORT_PAGE),
        }
        yield Record("", cells, "suggested_action")
