"""What a drawing says beside its figures: which years countries show, what is not drawn and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from components import numbers
from components.explore.charts.chosen import Left
from components.explore.charts.scene import ABSENCES, Scene
from components.explore.drawing import Key
from components.explore.offered import COUNTRY_KINDS
from data.methods.change import DETECTION
from data.methods.parts import LINES
from data.methods.uncertainty import interval_of, interval_unpublished
from data.records import Explored, Observation

NAMED: Final = 3
"""Publishers or countries that a note names."""

DETECTED: Final = (DETECTION, "VC_HTF")
"""How the codes of counts begin that tell what was detected."""


def asked_areas(scene: Scene, rows: Iterable[Observation]) -> tuple[str, ...]:
    """The areas that the view asks for: those of its filters, else all countries, and those with
    a row."""
    filters, known = scene.view.filters, scene.known
    inside = [code for region in filters.region for code in known.members[region]]
    wanted = dict.fromkeys((*filters.area, *inside)) or {
        code: None for code, area in known.areas.items() if area.kind == "country"
    }
    return tuple({**wanted, **{row.area: None for row in rows}})


def without_figure(scene: Scene, rows: Sequence[Observation]) -> tuple[str, ...]:
    """Names of asked areas that have no figure, in the order of the alphabet."""
    held = {row.area for row in rows if row.value is not None}
    missing = [code for code in asked_areas(scene, rows) if code not in held]
    return tuple(sorted(map(scene.area, missing)))


def honest_year(speaking: Sequence[Observation], scene: Scene, *, none: bool = True) -> str:
    """`54 countries show 2024, 31 show 2019–2023, 108 have nothing`, of one figure an area."""
    valued = {row.area: row.year for row in speaking if row.value is not None}
    areas = asked_areas(scene, speaking)
    if len(areas) < 2 or not valued:
        return ""
    asked = scene.view.filters.year or max(valued.values())
    earlier = [year for year in valued.values() if year < asked]
    shown, nothing = len(valued) - len(earlier), len(areas) - len(valued)
    wording = scene.wording
    kinds = {scene.known.areas[code].kind for code in areas if code in scene.known.areas}
    noun = "countries" if kinds <= set(COUNTRY_KINDS) else "areas"
    if shown:
        said = {"count": _count(shown, scene), "year": asked}
        parts = [wording.plural(f"drawn.honest.{noun}", shown, **said)]
    else:
        parts = [wording.t("drawn.honest.nobody", year=asked)]
    if earlier:
        span = numbers.year_range(min(earlier), max(earlier), wording)
        parts.append(
            wording.plural(
                "drawn.honest.earlier", len(earlier), count=_count(len(earlier), scene), years=span
            )
        )
    if none and nothing:
        parts.append(wording.plural("drawn.honest.none", nothing, count=_count(nothing, scene)))
    return wording.t("sentence.end", text=wording.t("sentence.comma").join(parts))


def left_notes(left: Iterable[Left], scene: Scene) -> list[str]:
    """One sentence that tells why rows are not drawn, with how many for each reason."""
    counts: Counter[str] = Counter()
    left = list(left)
    for one in left:
        counts[one.reason] += len(one.rows)
    t = scene.wording.t
    parts = [t(f"drawn.left.{why}", count=_count(count, scene)) for why, count in counts.items()]
    names = sorted({scene.area(r.area) for one in left if one.reason == "narrow" for r in one.rows})
    if len(names) > 1:
        ends = {"first": names[0], "last": names[-1]}
        parts.append(t("drawn.left.named", count=_count(len(names), scene), **ends))
    if not parts:
        return []
    return [t("drawn.left.sentence", parts=t("sentence.separator").join(parts))]


def file_notes(explored: Explored, drawn: Sequence[Observation], scene: Scene) -> list[str]:
    """Where the drawing and the file differ: too many rows, and rows it may not hold."""
    t, notes = scene.wording.t, []
    if explored.newest or not explored.whole:
        notes.append(t("drawn.note.newest", total=_count(explored.total, scene)))
    withheld = set(explored.withheld)
    hidden = [row for row in drawn if row in withheld]
    if hidden:
        publishers = dict.fromkeys(scene.known.sources[row.source].publisher for row in hidden)
        named = t("sentence.comma").join(list(publishers)[:NAMED])
        notes.append(t("drawn.note.withheld", publishers=named, count=_count(len(hidden), scene)))
    return notes


def kind_notes(rows: Sequence[Observation], scene: Scene) -> list[str]:
    """What is to be known of figures of this kind: detection, intervals, estimates."""
    t, valued = scene.wording.t, [row for row in rows if row.value is not None]
    notes = []
    if any(not scene.indicator(row).official and scene.guessed(row) for row in valued):
        notes.append(t("drawn.note.unofficial"))
    if any(row.indicator.startswith(DETECTED) for row in rows):
        notes.append(t("drawn.note.detection"))
    if any(row.dimension == LINES for row in rows):
        notes.append(t("drawn.note.not_separable"))
    if any(interval_unpublished(row, scene.indicator(row)) for row in valued):
        published = sum(interval_of(row) is not None for row in valued)
        said = {"count": _count(published, scene)}
        notes.append(t(f"drawn.note.{'some_intervals' if published else 'no_interval'}", **said))
    return notes


def state_keys(rows: Sequence[Observation], scene: Scene) -> list[Key]:
    """What open marks and the signs of absences mean, each with how many there are."""
    t, keys = scene.wording.t, []
    valued = [row for row in rows if row.value is not None]
    guessed = sum(map(scene.guessed, valued))
    old = sum(scene.old(row) and not scene.guessed(row) for row in valued)
    if guessed:
        keys.append(Key(t("drawn.key.guessed"), "muted", hollow=True, count=guessed))
    intervals = sum(interval_of(row) is not None for row in valued)
    if intervals:
        keys.append(Key(t("drawn.key.interval"), "muted", "tick", count=intervals))
    if old:
        before = scene.this_year - 9
        keys.append(Key(t("drawn.key.old", year=before), "muted", hollow=True, count=old))
    for status, sign in ABSENCES.items():
        count = sum(row.value is None and row.status == status for row in rows)
        if count:
            keys.append(Key(t(f"drawn.key.{sign}"), "muted", sign, count=count))
    return keys


def source_order(rows: Iterable[Observation]) -> tuple[str, ...]:
    """The sources of some rows, that of most rows first."""
    counts = Counter(row.source for row in rows)
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _count(count: int, scene: Scene) -> str:
    return numbers.number(count, scene.wording)
