"""What is not known of a country, in one card: what, since when, and who could provide it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from components import numbers
from components.cards import Card
from components.country.answers import CountryAnswers
from components.markup import render
from components.wording import Wording


class Gap(NamedTuple):
    """What is missing, what exists instead, and who could provide it.

    `section` is the key of a section that is left out for want of figures: its anchor leads here.
    """

    what: str
    detail: str
    by_whom: str
    section: str = ""


def missing_card(
    key: str, answers: CountryAnswers, gaps: Sequence[Gap], wording: Wording
) -> Card | None:
    """One card for all gaps; None without any."""
    if not gaps:
        return None
    count = numbers.isolate(len(gaps), wording)
    return Card(
        key,
        wording.plural("cl.missing", len(gaps), count=count),
        "child_labour",
        wording.t("cl.missing.shown"),
        body=render("missing.html", gaps=gaps),
        label=wording.t("cl.missing.label", country=answers.area.name),
    )
