"""A made-up ledger of a country's way: items, targets, money, measures of other pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.country.answers import CountryAnswers
from data.records import (
    Action,
    Answer,
    Area,
    Comment,
    Mechanism,
    Priority,
    Report,
    Resource,
    Roadmap,
    Stage,
    Status,
)
from tests.factories import INDICATOR

PAGE = "https://example.org/page"
PLAN = Roadmap("NPL-roadmap", "NPL", "2021", "2030", "2021-02", "The plan", "", "A plan", PAGE)


def status(code: str, says: str, name: str, checked: str = "2026-01-05") -> Status:
    """What one body said of an action on a day."""
    return Status(code, says, checked, "NPL", name, "2025", "", "Because", "Its page", PAGE)


def item(number: int, **said: Any) -> Action:
    """An item of the roadmap; statuses by body, other fields of Action by name."""
    code = f"NPL-{number:02}"
    bodies = {says: said.pop(says) for says in ("curated", "reported", "reviewed") if says in said}
    history = tuple(status(code, says, name) for says, name in bodies.items())
    ordinary = Action(
        code,
        "NPL",
        "action",
        "legislation",
        "2021",
        "2029",
        "roadmap",
        "Ministry",
        f"Item {number}",
        "A page of its own",
        PAGE,
        history=history,
    )
    return replace(ordinary, **said)


ITEMS = (
    item(1, reported="completed", reviewed="substantial", weight="40"),
    item(2, reported="adopted", reviewed="adopted", weight="30"),
    item(3, reported="limited", reviewed="not_started", weight="10", due="2024"),
    item(4, reported="not_started", weight="10"),
    item(5, reported="substantial", reviewed="limited", weight="10"),
    item(6, curated="completed", origin="page"),
    item(7, curated="limited", origin="findings", due="2023"),
    item(8, kind="target", origin="report", reported="substantial"),
)

ANSWERS = CountryAnswers(
    area=Area("NPL", "country", "Nepal", pathfinder="pathfinder"),
    indicators={INDICATOR.code: INDICATOR},
    stages=(Stage("NPL", "workshop", "2019-02-07", "Held.", "A page", PAGE),),
    roadmaps=(PLAN,),
    priorities=(Priority("NPL-p1", "NPL", "NPL-roadmap", 1, "inspection"),),
    actions=ITEMS,
    mechanisms=(
        Mechanism("NPL", "policy", "The plan again", "2021", "2030", "", "X", PAGE),
        Mechanism("NPL", "policy", "A policy ahead", "2024", "2027", "", "X", PAGE),
        Mechanism("NPL", "policy", "A policy of old", "2010", "2014", "", "X", PAGE),
        Mechanism("NPL", "coordination", "A committee", "2010", "2028", "", "X", PAGE),
    ),
    resources=(Resource("R", "NPL", "35380", "USD", "2023", "2028", "A fund", "Money", "", PAGE),),
    reports=(
        Report(
            "NPL-q-2025",
            "NPL",
            "questionnaire",
            "2025-01",
            "2025-12",
            "2026-02-01",
            "ne",
            "Ministry of Labour",
            "First report",
            "",
        ),
    ),
    answers=(Answer("NPL-q-2025", "highlights", "NPL", "<b>काम</b> भयो", "ne"),),
    comments=(
        Comment(
            "C1",
            "NPL",
            INDICATOR.code,
            "2014",
            "T",
            "2026-03-01",
            "Ministry of Labour",
            "fr",
            "Le chiffre <i>exclut</i> le nord.",
            "answered",
            "The note says so now.",
            "2026-04-02",
            "The editors",
        ),
        Comment("C2", "NPL", "OTHER", "2019", "", "2026-05-01", "Office", "ar", "تعليق", "open"),
    ),
)
BARE = CountryAnswers(area=Area("NPL", "country", "Nepal", pathfinder="pathfinder"))
OTHER = CountryAnswers(area=Area("IND", "country", "India", un_member=True))
