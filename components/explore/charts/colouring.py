"""The colour of a series and the shape of a source, the same in a whole drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from components.charts.plot import Colour, Shape
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run
from components.explore.charts.source_lines import source_name
from components.explore.drawing import Key
from data.records import Observation

SEXES: Final = {"T": "total", "F": "female", "M": "male"}
PARTS: Final = 10
"""Colours that tell series apart."""

SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "diamond")


def colours(made: Sequence[Run], scene: Scene) -> dict[tuple[str, ...], Colour]:
    """A colour for every series: the theme's for one, those of the sexes where only they differ."""
    if len(made) == 1:
        theme = scene.indicator(made[0].rows[0]).theme.replace("_", "-")
        return {made[0].key: theme}
    if len({(*run.key[:2], *run.key[3:]) for run in made}) == 1:
        return {run.key: SEXES[run.key[2]] for run in made}
    return {run.key: f"part-{place % PARTS + 1}" for place, run in enumerate(made)}


def shapes(rows: Iterable[Observation]) -> dict[str, Shape]:
    """A shape for every source: the one of most figures is round, those beyond the third alike."""
    counted = Counter(row.source for row in rows if row.value is not None)
    order = sorted(counted, key=lambda code: (-counted[code], code))
    return {code: SHAPES[min(place, len(SHAPES) - 1)] for place, code in enumerate(order)}


def series_keys(made: Sequence[Run], coloured: Mapping[tuple[str, ...], Colour]) -> list[Key]:
    """A line of the legend for every series, where there are several."""
    if len(made) < 2:
        return []
    return [Key(run.name, coloured[run.key], count=len(run.points)) for run in made]


def source_keys(
    shaped: Mapping[str, Shape], rows: Sequence[Observation], scene: Scene
) -> list[Key]:
    """A line of the legend for every shape, where there are several sources."""
    if len(shaped) < 2:
        return []
    counts = Counter(row.source for row in rows if row.value is not None)
    named: dict[Shape, list[str]] = {}
    for code, shape in shaped.items():
        named.setdefault(shape, []).append(code)
    comma = scene.wording.t("sentence.comma")
    return [
        Key(
            comma.join(
                dict.fromkeys(
                    source_name(scene.known.sources[code], scene.wording) for code in codes
                )
            ),
            "muted",
            shape,
            count=sum(counts[code] for code in codes),
        )
        for shape, codes in named.items()
    ]
