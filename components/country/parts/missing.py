"""What is not known of a country, in one card: what, since when, and who could provide it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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


def gap_of(what: str, detail: str, by_whom: str, wording: Wording, **fields: object) -> Gap:
    """A gap by the keys of its texts; `fields` are those of `detail`."""
    return Gap(wording.t(what), wording.t(detail, **fields), wording.t(by_whom))


def missing_card(
    key: str, answers: CountryAnswers, gaps: Sequence[Gap], wording: Wording
) -> Card | None:
    """One card for all gaps; None without any."""
    # No card rather than an empty one: "nothing is missing" would be a claim.
    if not gaps:
        return None
    return Card(
        key,
        wording.plural("cl.missing", len(gaps), count=len(gaps)),
        "child_labour",
        wording.t("cl.missing.shown"),
        body=render("missing.html", gaps=gaps),
        label=wording.t("cl.missing.label", country=answers.area.name),
    )
