"""How far a country's roadmap is, for a screen: a ring, or the words that stand instead of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.ring import ring_svg
from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary, law_points
from components.look import VARIABLES
from components.pathfinders.actions import StatusCount, status_counts
from components.wording import Wording
from data.methods.completion import FEWEST_FOR_A_RING, completion, elsewhere, on_roadmap
from data.records import SPEAKING, Action, Completion


@dataclass(frozen=True, slots=True)
class RoadmapPanel:
    """`title` answers; `ring` is safe HTML or empty; `counts` by status belong to `counted`."""

    title: str
    ring: str = ""
    counted: str = ""
    counts: tuple[StatusCount, ...] = ()
    lines: tuple[str, ...] = ()


def roadmap_panel(answers: CountryAnswers, wording: Wording) -> RoadmapPanel:
    """The ring with its statuses; fewer items, or none, in words, and measures of other pages
    apart. Of a country that is no pathfinder, where it stands in law."""
    if not answers.area.pathfinder:
        return _law_panel(answers, wording)
    items, others = on_roadmap(answers.actions), elsewhere(answers.actions)
    beside = wording.plural("screen.others", len(others), count=len(others))
    if len(items) >= FEWEST_FOR_A_RING:
        return _ring_panel(items, beside if others else "", wording)
    if items:
        title = wording.plural("screen.few_items", len(items), count=len(items))
        found = completion(answers.area.code, items)
        lines = (beside,) if others else ()
        return RoadmapPanel(title, "", _whose(items, wording), _occurring(found, wording), lines)
    title = wording.t("screen.no_items")
    if not others:
        return RoadmapPanel(title, lines=(wording.t("screen.no_others"),))
    found = completion(answers.area.code, others)
    counted = wording.t("screen.by_word", text=beside, whose=_whose(others, wording))
    return RoadmapPanel(title, counted=counted, counts=_occurring(found, wording))


def _ring_panel(items: Sequence[Action], beside: str, wording: Wording) -> RoadmapPanel:
    found = completion(items[0].area, items)
    known = found.no_evidence < found.listed
    return RoadmapPanel(
        wording.t(
            "gauge.answer" if known else "gauge.unknown",
            completed=found.completed,
            listed=found.listed,
        ),
        ring=ring_svg(found, VARIABLES, wording),
        counted=_whose(items, wording),
        counts=_occurring(found, wording),
        lines=(beside,) if beside else (),
    )


def _whose(actions: Sequence[Action], wording: Wording) -> str:
    """Whose word the counted statuses are."""
    bodies = {one.latest.says for one in actions if one.latest}
    named = [wording.t(f"status_says.{body}") for body in SPEAKING if body in bodies]
    return wording.t("sentence.comma").join(named)


def _occurring(found: Completion, wording: Wording) -> tuple[StatusCount, ...]:
    return tuple(one for one in status_counts(found, wording, VARIABLES) if one.count)


def _law_panel(answers: CountryAnswers, wording: Wording) -> RoadmapPanel:
    party, known, _, _ = instruments_summary(answers)
    meets, against, year = law_points(answers)
    lines = []
    if meets + against:
        points = wording.t("tile.points", meets=meets, all=meets + against)
        lines.append(points)
        lines.append(wording.t("tile.law_reading", year=year))
    if answers.area.un_member:
        lines.append(wording.t("screen.may_become"))
    title = wording.t("law.party_of_known", party=party, known=known)
    if not known:
        title = wording.t("law.no_position")
    return RoadmapPanel(title, lines=tuple(lines))
