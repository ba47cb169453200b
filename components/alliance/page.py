"""The head of the page, and what stands at its end: Marrakech, milestones, and further topics."""

from __future__ import annotations

from typing import Final, NamedTuple

from components.alliance.council import seat_total
from components.alliance.files import TABLES
from components.alliance.meetings import last_held
from components.alliance.plans import BECAME, counted
from components.alliance.statements import fact_lines, facts_of
from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Alliance

TOPICS: Final = (
    *("pledges", "e_report", "platform", "ngo_forum", "covid", "monitoring", "pathfinders_total"),
)
"""Topics that stand folded at the end, in their order."""


class HeadAnswer(NamedTuple):
    """One of the answers above the page: its part of the page, a number, what it counts."""

    part: str
    number: str
    text: str


def head_answers(known: Alliance, wording: Wording) -> list[HeadAnswer]:
    """Seats, numbered meetings, deliverables of the roadmap of 2021, partners."""
    became = counted(known, "roadmap_2021")
    last = last_held(known)
    numbered = sum(1 for one in known.meetings if one.number)
    stated = max(facts_of(known, "partners_total"), key=lambda one: int(one.number))
    said = [(wording.t(f"deliverable_became.{code}"), became[code]) for code in BECAME]
    shares = wording.t("sentence.comma").join(
        wording.t("alliance.head.became", word=word, count=count) for word, count in said
    )
    held = wording.t("alliance.head.meetings", date=date_text(last.date, wording))
    listed = wording.t(
        "alliance.head.partners",
        stated=int(stated.number),
        date=date_text(stated.date, wording),
    )
    plans = wording.t("alliance.head.plans", became=shares)
    return [
        HeadAnswer("council", str(seat_total(known)), wording.t("alliance.head.seats")),
        HeadAnswer("meetings", str(numbered), held),
        HeadAnswer("plans", str(sum(became.values())), plans),
        HeadAnswer("partners", str(len(known.partners)), listed),
    ]


def head_html(known: Alliance, wording: Wording) -> str:
    """Who the Alliance is in two sentences, and four answers."""
    return render("alliance_head.html", t=wording.t, answers=head_answers(known, wording))


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
