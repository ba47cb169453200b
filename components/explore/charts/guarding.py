"""How far the figures of a view may be set beside each other, in one sentence with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from components import numbers
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, measure_for
from components.explore.drawing import COMPARABLE, INDICATIVE, NOT_COMPARABLE, Guard
from data.methods.change import NOT_REASONS, assess
from data.records import Observation

ORDER: Final = (COMPARABLE, INDICATIVE, NOT_COMPARABLE)
Judged = tuple[str, tuple[str, ...]]


def guard_of(runs: Sequence[Run], scene: Scene, *, joined: bool, lines: bool) -> Guard | None:
    """What may be compared in a view; None where there is only one figure.

    `joined`: the years of one series stand beside each other; `lines`: with lines between them.
    The weaker of what is set beside each other speaks. Figures that compare with none make a view
    not comparable where they are half of it or more; fewer are told.
    """
    within = [(join.strength, join.reasons) for run in runs for join in run.joins] if joined else []
    between = _between([run.points[-1] for run in runs if run.points], scene)
    judged = within or between
    if not judged:
        return None
    counts = Counter(strength for strength, _ in judged)
    unlike = counts[NOT_COMPARABLE]
    strength = next(s for s in reversed(ORDER) if counts[s])
    if strength == NOT_COMPARABLE and 2 * unlike < len(judged):
        strength = INDICATIVE if counts[INDICATIVE] else COMPARABLE
    anyway = scene.view.filters.unlike and unlike > 0
    parts = [*_because(strength, judged, scene)]
    if 0 < unlike and strength != NOT_COMPARABLE and not lines:
        parts.append(_of_few(unlike, judged, scene))
    if lines:
        parts += _lines(within, scene)
    if anyway:
        parts.append(scene.wording.t("drawn.guard.anyway"))
    elif within and len({run.area for run in runs}) > 1:
        parts.append(scene.wording.t("drawn.guard.between"))
    return Guard(strength, " ".join(parts), anyway)


def _because(strength: str, judged: Sequence[Judged], scene: Scene) -> list[str]:
    words = _reasons([codes for found, codes in judged if found == strength], scene)
    if not words:
        words = scene.wording.t("drawn.guard.reason.same") if strength == COMPARABLE else ""
    return [scene.wording.t("drawn.guard.because", reasons=words)] if words else []


def _of_few(count: int, judged: Sequence[Judged], scene: Scene) -> str:
    words = _reasons([codes for found, codes in judged if found == NOT_COMPARABLE], scene)
    shown = numbers.number(count, scene.wording)
    return scene.wording.plural("drawn.guard.few", count, count=shown, reasons=words)


def _reasons(said: Sequence[tuple[str, ...]], scene: Scene) -> str:
    """The two commonest reasons in words, those that forbid a comparison first."""
    counts = Counter(code for codes in said for code in codes)
    order = sorted(counts, key=lambda code: (code not in NOT_REASONS, -counts[code], code))
    words = dict.fromkeys(_reason(code, scene) for code in order[:2])
    return scene.wording.t("sentence.separator").join(words)


def _reason(code: str, scene: Scene) -> str:
    key = f"drawn.guard.reason.{code}"
    return scene.wording.t(key if key in scene.wording.texts else f"change.reason.{code}")


def _lines(within: Sequence[Judged], scene: Scene) -> list[str]:
    """What the lines mean, and why some figures have none between them."""
    t, kinds = scene.wording.t, {strength for strength, _ in within}
    found = [t(f"drawn.guard.line.{kind}") for kind in ORDER[:2] if kind in kinds]
    if NOT_COMPARABLE in kinds:
        key = "anyway" if scene.view.filters.unlike else NOT_COMPARABLE
        words = _reasons([codes for s, codes in within if s == NOT_COMPARABLE], scene)
        found.append(t(f"drawn.guard.line.{key}", reasons=words))
    return found


def _between(rows: Sequence[Observation], scene: Scene) -> list[Judged]:
    """Every figure against the one in the middle of the list, as if both were of one area."""
    if len(rows) < 2:
        return []
    first = _usual(rows)
    return [_beside(first, row, scene) for row in rows if row is not first]


def _usual(rows: Sequence[Observation]) -> Observation:
    """A figure of the kind that most are: the others are held against it."""
    kinds = Counter((row.age, row.nature, row.status, row.source, row.vintage) for row in rows)
    kind = kinds.most_common(1)[0][0]
    return next(r for r in rows if (r.age, r.nature, r.status, r.source, r.vintage) == kind)


def _beside(one: Observation, other: Observation, scene: Scene) -> Judged:
    """Two figures of two areas: at best indicative where each country has a survey of its own."""
    moved = other._replace(
        area=one.area, sex=one.sex, dimension=one.dimension, category=one.category
    )
    if (other.area, other.year, other.source) == (one.area, one.year, one.source):
        # Two ages of one survey are two parts of one answer.
        moved = moved._replace(age=one.age)
    method = scene.indicator(one).method
    strength, reasons = assess(
        one, moved, measure=measure_for(one, scene), method=method, known=scene.knowledge
    )
    if strength == COMPARABLE and one.year != other.year:
        return INDICATIVE, ("years_differ",)
    if strength == COMPARABLE and method == "survey" and one.area != other.area:
        return INDICATIVE, ("areas",)
    return strength, reasons
