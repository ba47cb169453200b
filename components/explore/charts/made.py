"""What one kind of chart makes of its rows, before it is told about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run
from components.explore.drawing import Key, Panel
from data.records import Observation

MOST_LINES: Final = 12
MOST_BARS: Final = 60
MOST_PANELS: Final = 40
MOST_ROWS: Final = 40
"""What one drawing holds before the reader is asked to narrow the choice."""


@dataclass(frozen=True)
class Made:
    """Panels, the series they draw, the rows of these, and what is left out.

    `joined`: figures of one series stand on a line, so that years are compared as well. `refused`
    and `title` are keys of sentences; a `sentence` is ready and stands instead of the title that
    the series would give. `unit` says what the axis is of, where it is not the unit of the rows.
    """

    panels: tuple[Panel, ...]
    runs: tuple[Run, ...]
    rows: tuple[Observation, ...]
    left: tuple[Left, ...]
    keys: tuple[Key, ...] = ()
    joined: bool = False
    refused: str = ""
    title: str = ""
    sentence: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    beside: tuple[Observation, ...] = ()
    speaking: tuple[Observation, ...] = ()
    """The newest figure of each area, those among them that find no room in the drawing."""


Maker = Callable[[Chosen, Scene], Made]


def bounded(
    made: Sequence[Run], most: int, *, valued_first: bool = True
) -> tuple[tuple[Run, ...], tuple[Left, ...]]:
    """As many series as one drawing holds, in their order, those with a figure before others."""
    if len(made) <= most:
        return tuple(made), ()
    order = sorted(made, key=lambda run: not run.points) if valued_first else list(made)
    kept = {run.key for run in order[:most]}
    rest = [run for run in made if run.key not in kept]
    left = Left("narrow", tuple(row for run in rest for row in run.rows))
    return tuple(run for run in made if run.key in kept), (left,)
