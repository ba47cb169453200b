"""How far the figures of a view may be set beside each other, in one sentence with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, measure_for
from components.explore.drawing import COMPARABLE, INDICATIVE, NOT_COMPARABLE, Guard
from data.methods.change import NOT_REASONS, assess
from data.records import Observation

ORDER = (NOT_COMPARABLE, INDICATIVE, COMPARABLE)


def guard_of(runs: Sequence[Run], scene: Scene, *, joined: bool) -> Guard | None:
    """What may be compared in a view; None where there is only one figure. `joined`: figures of
    one series stand on a line, so that years are compared as well as countries."""
    speaking = [run.points[-1] for run in runs if run.points]
    within = [(join.strength, join.reasons) for run in runs for join in run.joins] if joined else []
    between = _between(speaking, scene)
    judged = [*within, *between]
    if not judged:
        return None
    strength = next(s for s in ORDER if any(found == s for found, _ in judged))
    reasons = Counter(r for found, codes in judged if found == strength for r in codes)
    anyway = scene.view.filters.unlike and strength == NOT_COMPARABLE
    return Guard(strength, _sentence(strength, reasons, within, between, scene), anyway)


def _between(rows: Sequence[Observation], scene: Scene) -> list[tuple[str, tuple[str, ...]]]:
    """The first figure against every other, as if they were of one area and the surveys' own."""
    if len(rows) < 2:
        return []
    first = rows[0]
    return [_beside(first, row, scene) for row in rows[1:]]


def _beside(one: Observation, other: Observation, scene: Scene) -> tuple[str, tuple[str, ...]]:
    method = scene.indicator(one).method
    strength, reasons = assess(
        one,
        other._replace(area=one.area, sex=one.sex),
        measure=measure_for(one, scene),
        method=method,
        known=scene.knowledge,
    )
    if strength == COMPARABLE and one.year != other.year:
        return INDICATIVE, ("years_differ",)
    return strength, reasons


def _sentence(
    strength: str,
    reasons: Counter[str],
    within: Iterable[tuple[str, tuple[str, ...]]],
    between: Iterable[tuple[str, tuple[str, ...]]],
    scene: Scene,
) -> str:
    t = scene.wording.t
    parts = []
    if reasons:
        order = sorted(reasons, key=lambda code: (code not in NOT_REASONS, -reasons[code], code))
        words = [_reason(code, scene) for code in order[:2]]
        parts.append(t("drawn.guard.because", reasons=t("sentence.separator").join(words)))
    kinds = {found for found, _ in within}
    parts += [t(f"drawn.guard.line.{kind}") for kind in reversed(ORDER) if kind in kinds]
    if strength == NOT_COMPARABLE and scene.view.filters.unlike:
        parts.append(t("drawn.guard.anyway"))
    elif list(between):
        parts.append(t("drawn.guard.between"))
    return " ".join(parts)


def _reason(code: str, scene: Scene) -> str:
    key = f"drawn.guard.reason.{code}"
    return scene.wording.t(key if key in scene.wording.texts else f"change.reason.{code}")
