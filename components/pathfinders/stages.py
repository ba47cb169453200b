"""The five stages of the pathfinder way: which ones pages state, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Roadmap, Stage

STAGES: Final = ("expression_of_interest", "workshop", "roadmap", "status_confirmed", "reporting")


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of one country: whether a page states it, and the first date stated."""

    code: str
    short: str
    name: str
    reached: bool
    when: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one page says about a stage."""

    stage: str
    when: str
    text: str
    source_title: str
    page: str


def reached(stages: Sequence[Stage]) -> frozenset[str]:
    """Codes of the stages that some page states."""
    return frozenset(stage.stage for stage in stages) & frozenset(STAGES)


def steps(
    stages: Sequence[Stage], wording: Wording, roadmaps: Sequence[Roadmap] = ()
) -> tuple[Step, ...]:
    """All five stages in order; a stage on no page is not seen, which is not "not done".

    A roadmap that is named while no page states its adoption says so.
    """
    named = any("-roadmap-" in plan.code for plan in roadmaps)
    return tuple(
        _step(
            code,
            [stage for stage in stages if stage.stage == code],
            wording,
            absent="named" if code == "roadmap" and named else "not_seen",
        )
        for code in STAGES
    )


def _step(code: str, stated: Sequence[Stage], wording: Wording, *, absent: str) -> Step:
    first = min((stage.date for stage in stated if stage.date), default="")
    if first:
        when = date_text(first, wording)
    else:
        when = wording.t("pathfinders.undated" if stated else f"pathfinders.{absent}")
    short, name = wording.t(f"pathfinders.stage_short.{code}"), wording.t(f"stage.{code}")
    return Step(code, short, name, bool(stated), when)


def statements(stages: Sequence[Stage], wording: Wording) -> tuple[Statement, ...]:
    """What the pages say, in the order of the stages, then of the dates; undated ones last."""
    order = {code: place for place, code in enumerate((*STAGES, "candidate"))}
    ordered = sorted(
        stages, key=lambda stage: (order.get(stage.stage, 9), not stage.date, stage.date)
    )
    return tuple(
        Statement(
            wording.t(f"stage.{stage.stage}"),
            date_text(stage.date, wording) or wording.t("pathfinders.undated"),
            wording.of(stage, "text"),
            stage.source_title,
            stage.page,
        )
        for stage in ordered
    )


def track(stages: Sequence[Stage], wording: Wording, roadmaps: Sequence[Roadmap] = ()) -> str:
    """The stage track as HTML."""
    return render("stage_track.html", steps=steps(stages, wording, roadmaps), t=wording.t)


def statement_list(stages: Sequence[Stage], wording: Wording) -> str:
    """What the pages say about the stages, as an HTML list; empty text without any."""
    if not stages:
        return ""
    return render("stage_statements.html", statements=statements(stages, wording), t=wording.t)
