"""The five stages of the pathfinder way: which ones pages state, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.markup import render
from components.numbers import date_text, isolate
from components.wording import Wording
from data.methods.stages import TAKEN, place
from data.records import Roadmap, Stage

STAGES: Final = (
    "expression_of_interest",
    "workshop",
    "roadmap",
    "status_confirmed",
    "yearly_report",
)


MARKS: Final[Mapping[str, str]] = {"stated": "●", "named": "◉", "not_seen": "○"}


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of one country: whether a page states it, and the first date stated.

    `mark` is stated, named (a roadmap without a stated adoption) or not_seen; `year` of `when`.
    """

    code: str
    short: str
    name: str
    reached: bool
    when: str
    mark: str = "not_seen"
    year: str = ""

    @property
    def sign(self) -> str:
        """The shape that says the mark without its words."""
        return MARKS[self.mark]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one page says about a stage; `state` where it did not simply take place."""

    stage: str
    when: str
    text: str
    source_title: str
    page: str
    state: str = ""


def reached(stages: Sequence[Stage]) -> frozenset[str]:
    """Codes of the stages that some page states to have taken place."""
    return frozenset(stage.stage for stage in stages if stage.state in TAKEN) & frozenset(STAGES)


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
            [stage for stage in stages if stage.stage == code and stage.state in TAKEN],
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
    mark = "stated" if stated else absent
    year = isolate(first[:4], wording) if first else ""
    return Step(code, short, name, bool(stated), when, mark, year)


def statements(stages: Sequence[Stage], wording: Wording) -> tuple[Statement, ...]:
    """What the pages say, in the order of the stages, then of the dates; undated ones last."""
    ordered = sorted(stages, key=lambda one: (place(one.stage), not one.date, one.date))
    return tuple(
        Statement(
            wording.t(f"stage.{stage.stage}"),
            date_text(stage.date, wording) or wording.t("pathfinders.undated"),
            wording.of(stage, "text"),
            stage.source_title,
            stage.page,
            "" if stage.state in TAKEN else wording.t(f"event_state.{stage.state}"),
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
