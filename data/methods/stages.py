"""The order of the pathfinder way, what to know of a step that stands out of it, reports awaited.

The order is that of the Alliance's guidance note of May 2020: interest, a strategic workshop with a
roadmap, the status, then a report on the agreed indicators and a review each year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from data.methods.dates import span
from data.records import Report, Stage

ORDER: Final = (
    "expression_of_interest",
    "observer",
    "candidate",
    "workshop",
    "roadmap",
    "status_confirmed",
    "yearly_report",
    "annual_review",
    "on_hold",
    "resumed",
)
"""Codes of the steps as the guidance note has them follow each other."""

TAKEN: Final = frozenset({"held", "period"})
"""States of a step that took place: one that was postponed, planned or announced did not."""

ON_INDICATORS: Final = frozenset({"questionnaire", "yearly_report"})
"""Kinds of reports on the agreed indicators; a workshop's report is none."""

OWN_PAGES: Final = (
    "alliance87.org",
    "childlabourplatform.org",
    "endchildlabour2021.org",
    "iniciativa2025alc.org",
    "ilo.org",
    "ilo.ch",
    "ilo.int",
    "oit.org",
    "gov.br",
    "gouv.fr",
    "bmas.de",
    "labourdept.gov.lk",
    "nigerianstat.gov.ng",
    "noaltrabajoinfantil.cl",
    # Copies of documents of the Alliance or of the country's workshop.
    "readkong.com",
    "documents.pub",
    "docslib.org",
    "dokumen.tips",
)
"""Hosts whose word on a step is that of the Alliance, of the ILO or of the country itself."""

_TOLD: Final = ("roadmap", "status_confirmed")


class Caution(NamedTuple):
    """What a reader should know of a step (`stage`, a code of ORDER) of a country."""

    stage: str
    code: str


class AwaitedReport(NamedTuple):
    """The report on the indicators for `year` that has not come; `since` the last one's end or the
    status, as published, empty where no page dates it."""

    year: int
    since: str


def place(stage: str) -> int:
    """Where a step stands in the order; codes that are not of the order come last."""
    return ORDER.index(stage) if stage in ORDER else len(ORDER)


def taken(stages: Iterable[Stage], stage: str) -> list[Stage]:
    """The statements that a step took place."""
    return [one for one in stages if one.stage == stage and one.state in TAKEN]


def cautions(stages: Sequence[Stage]) -> list[Caution]:
    """The cautions on a country's steps, in the order of the way.

    status_before_workshop and roadmap_before_workshop: dated before the first workshop that was
    held; no_workshop_seen: a status or roadmap without one; second_hand: only the press, an
    association or another government states the step.
    """
    found = []
    workshops = taken(stages, "workshop")
    for stage in _TOLD:
        told = taken(stages, stage)
        if not told:
            continue
        if not workshops:
            found.append(Caution(stage, "no_workshop_seen"))
        elif _first_before(told, workshops):
            name = "status" if stage == "status_confirmed" else stage
            found.append(Caution(stage, f"{name}_before_workshop"))
        if all(second_hand(one) for one in told):
            found.append(Caution(stage, "second_hand"))
    return found


def second_hand(stage: Stage) -> bool:
    """Whether neither the Alliance, the ILO nor the country itself states the step."""
    if not stage.page:
        return False
    host = urlsplit(stage.page).hostname or ""
    return not any(host == own or host.endswith(f".{own}") for own in OWN_PAGES)


def _first_before(these: Iterable[Stage], those: Iterable[Stage]) -> bool:
    """Whether the first dated one of these was certainly over before any of those began."""
    dated = [span(one.date)[1] for one in these if one.date]
    begun = [span(one.date)[0] for one in those if one.date]
    return bool(dated and begun) and min(dated) < min(begun)


def on_hold(stages: Iterable[Stage]) -> bool:
    """Whether the status was put on hold and has not been resumed since."""
    told = list(stages)
    held, back = (
        max((span(one.date)[1] for one in taken(told, stage) if one.date), default=date.min)
        for stage in ("on_hold", "resumed")
    )
    return bool(taken(told, "on_hold")) and held >= back and not (held == back == date.min)


def report_awaited(
    stages: Sequence[Stage], reports: Iterable[Report], today: date
) -> AwaitedReport | None:
    """The report on the last full year that a confirmed pathfinder owes; None where none is due.

    None too for a status that is younger than that year, or on hold.
    """
    confirmed = taken(stages, "status_confirmed")
    year = today.year - 1
    if not confirmed or on_hold(stages):
        return None
    status = min((one.date for one in confirmed if one.date), default="")
    if status and span(status)[0] >= date(year, 1, 2):
        return None
    ends = [one.end or one.received for one in reports if one.kind in ON_INDICATORS]
    last = max(filter(None, ends), default="", key=lambda end: span(end)[1])
    if last and span(last)[1].year >= year:
        return None
    return AwaitedReport(year, last or status)
