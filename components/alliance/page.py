"""The head of the page, and what stands at its end: Marrakech, milestones, and further topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.alliance.cited import Cited, cited
from components.alliance.council import seat_total
from components.alliance.files import TABLES
from components.alliance.meetings import last_held
from components.alliance.plans import BECAME, counted
from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Alliance, AllianceFact

TOPICS: Final = (
    *("pledges", "e_report", "platform", "ngo_forum", "covid", "monitoring", "pathfinders_total"),
)
"""Topics that stand folded at the end, in their order."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """A statement in words."""

    when: str
    text: str
    source: Cited


def facts_of(known: Alliance, topic: str) -> list[AllianceFact]:
    """The statements of a topic, in their order."""
    return [one for one in known.facts if one.topic == topic]


def fact_lines(known: Alliance, topic: str, wording: Wording) -> list[FactLine]:
    """The same in words."""
    return [
        FactLine(date_text(one.date, wording), wording.of(one, "text"), cited(one, wording))
        for one in facts_of(known, topic)
    ]


def head_html(known: Alliance, wording: Wording) -> str:
    """Who the Alliance is in two sentences, and four answers."""
    became = counted(known, "roadmap_2021")
    last = last_held(known)
    numbered = sum(1 for one in known.meetings if one.number)
    stated = max(facts_of(known, "partners_total"), key=lambda one: int(one.number))
    said = [(wording.t(f"deliverable_became.{code}"), became[code]) for code in BECAME]
    shares = wording.t("sentence.comma").join(
        wording.t("alliance.head.became", word=word, count=count) for word, count in said
    )
    return render(
        "alliance_head.html",
        t=wording.t,
        answers=[
            ("council", str(seat_total(known)), wording.t("alliance.head.seats")),
            (
                "meetings",
                str(numbered),
                wording.t("alliance.head.meetings", date=date_text(last.date, wording)),
            ),
            (
                "plans",
                str(sum(became.values())),
                wording.t("alliance.head.plans", became=shares),
            ),
            (
                "partners",
                str(len(known.partners)),
                wording.t(
                    "alliance.head.partners",
                    stated=int(stated.number),
                    date=date_text(stated.date, wording),
                ),
            ),
        ],
    )


def later_html(known: Alliance, wording: Wording) -> str:
    """Marrakech beside the milestones to 2030; then further topics and the files."""
    return render(
        "alliance_later.html",
        t=wording.t,
        marrakech=fact_lines(known, "marrakech", wording),
        milestones=fact_lines(known, "milestone", wording),
        topics=[
            (wording.t(f"alliance_topic.{topic}"), fact_lines(known, topic, wording))
            for topic in TOPICS
        ],
        files=[(wording.t(f"alliance.file.{name}"), name) for name in TABLES],
    )
