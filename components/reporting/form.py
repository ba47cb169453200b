"""The questionnaire's workbook as one description, by which it is written and read."""

from __future__ import annotations

from typing import Final

from components.reporting.layout import (
    DATE,
    LIST,
    NUMBER,
    YEAR,
    Choices,
    Column,
    Field,
    Sheet,
)
from data.methods.completion import STATUSES
from data.records import SEXES

VERSION: Final = "1"
REPORT_LANGUAGES: Final = ("en", "fr", "ar", "es", "pt")
"""Languages that answers may be written in; they are shown verbatim."""

CHOICES: Final = (
    Choices("yes_no", "", ("yes", "no")),
    Choices("ticked", "", ("yes", "no")),
    Choices("sex", "charts.sex", SEXES),
    Choices("status", "action_status", STATUSES),
    Choices("kind", "action_kind", ("action", "target")),
    Choices("language", "", REPORT_LANGUAGES),
    Choices("comment_state", "comment_state", ("open", "answered")),
    Choices(
        "focus",
        "priority",
        (
            "policy_and_plans",
            "coordination",
            "legislation",
            "enforcement",
            "protection_and_remedies",
            "knowledge_and_data",
            "prevention_and_social_protection",
            "supply_chains",
            "awareness",
            "international_cooperation",
        ),
    ),
    Choices("framework", ""),
    Choices("indicator", ""),
)
"""Every list of choices. `framework` are parts of the framework's indicators as `indicator|part`,
`indicator` the indicators on the country's page: codes of comments."""

_KNOWN: Final = (
    Column("dimension", width=18, fill=False),
    Column("name", width=44, fill=False, choices="framework", open_rows=True),
    Column("unit", width=14, fill=False),
    Column("known", width=18, fill=False),
    Column("known_year", width=12, fill=False),
    Column("known_sex", width=12, fill=False),
    Column("known_view", width=18, fill=False),
    Column("known_source", width=26, fill=False),
    Column("known_note", width=30, fill=False),
)

SHEETS: Final = (
    Sheet("guide", (Column("text", width=88, fill=False),)),
    Sheet(
        "about",
        (Column("question", width=44, fill=False), Column("answer", width=70)),
        (
            Field("country_code", fill=False, needed=True),
            Field("country_name", fill=False),
            Field("language", LIST, needed=True, choices="language"),
            Field("period_start", DATE, needed=True),
            Field("period_end", DATE, needed=True),
            Field("reporter_office", needed=True),
            Field("focal_point_name"),
            Field("focal_point_office"),
            Field("focal_point_email"),
            Field("date", DATE, needed=True),
        ),
    ),
    Sheet(
        "indicators",
        (
            *_KNOWN,
            Column("correct", LIST, 13, choices="yes_no"),
            Column("new_value", width=16),
            Column("new_year", YEAR, 14),
            Column("new_sex", LIST, 13, choices="sex"),
            Column("new_unit", width=14),
            Column("new_source", width=26),
            Column("note", width=30),
        ),
        empty=20,
    ),
    Sheet(
        "questions",
        (
            Column("number", width=12, fill=False),
            Column("question", width=56, fill=False),
            Column("answer", width=90),
        ),
        (
            Field("progress_successes"),
            Field("progress_challenges"),
            Field("progress_lessons"),
            Field("highlights"),
            Field("opportunities"),
            Field("next_steps"),
            Field("next_targets"),
        ),
    ),
    Sheet(
        "next_steps",
        (
            Column("step", width=70, fill=False, open_rows=True),
            Column("due", DATE, 12, fill=False, open_rows=True),
            Column("achieved", LIST, 13, choices="ticked"),
            Column("achieved_date", DATE, 13),
            Column("comment", width=60),
        ),
        empty=10,
    ),
    Sheet(
        "priorities",
        (
            Column("number", NUMBER, 12),
            Column("priority", width=50),
            Column("objective", width=44),
            Column("target_date", DATE, 13),
            Column("indicator", width=44),
        ),
        empty=6,
    ),
    Sheet(
        "roadmap",
        (
            Column("priority", LIST, 28, choices="roadmap_priority", strict=False),
            Column("action", width=46),
            Column("focus", LIST, 20, choices="focus"),
            Column("kind", LIST, 13, choices="kind"),
            Column("owner", width=24),
            Column("partners", width=24),
            Column("start", DATE, 13),
            Column("due", DATE, 13),
            Column("weight", NUMBER, 13),
            Column("allocated", NUMBER, 14),
            Column("disbursed", NUMBER, 14),
            Column("currency", width=13),
            Column("origin", width=18, fill=False),
            Column("known_status", width=26, fill=False),
            Column("status", LIST, 20, choices="status"),
            Column("status_date", DATE, 13),
            Column("evidence", width=34),
            Column("page", width=30),
            Column("reviewed", LIST, 20, fill=False, choices="status", reviewer=True),
            Column("review_note", width=30, fill=False, reviewer=True),
        ),
        empty=30,
    ),
    Sheet(
        "comments",
        (
            Column("indicator", LIST, 50, choices="indicator"),
            Column("year", YEAR, 13),
            Column("sex", LIST, 13, choices="sex"),
            Column("text", width=80),
            Column("state", LIST, 12, fill=False, choices="comment_state"),
            Column("answer", width=50, fill=False),
        ),
        empty=15,
    ),
)
"""The sheets in their order. A roadmap's `priority` offers the priorities of the sheet before it
(choices `roadmap_priority`) and takes any other text: a priority that the country adds. Its
`status` holds what the government itself reported last, never what somebody else said: that is in
`known_status`, so that a row sent back untouched reports nothing new."""


def sheet(key: str) -> Sheet:
    """The sheet with this key; KeyError when the form has none."""
    return {each.key: each for each in SHEETS}[key]


def choices(key: str) -> Choices:
    """The list of choices with this key; KeyError when the form has none."""
    return {each.key: each for each in CHOICES}[key]
