"""One box for regions and sets of countries, whose choice is the URL's `region`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from components.explore.region_names import region_name, region_order
from components.ui.url_choice import choose
from components.wording import Wording
from data.records import Area

ALL: Final = ""
SEPARATOR: Final = ","


def choose_region(
    words: Wording,
    label: str,
    every: str,
    *,
    offered: Sequence[str],
    chosen: Sequence[str],
    areas: Mapping[str, Area],
    **more: Any,
) -> None:
    """The box: regions by name, then sets in their order; `every` says that none is chosen.

    `chosen` is what the URL comes to. Several, or one that is not offered, stand in the box as one
    choice of its own, so that it always tells what is shown.
    """
    options = [ALL, *sorted(offered, key=lambda code: region_order(code, areas))]
    current = SEPARATOR.join(chosen)
    if current not in options:
        options.insert(1, current)

    def said(option: str) -> str:
        names = (region_name(code, areas, words) for code in option.split(SEPARATOR))
        return words.t("sentence.comma").join(names) if option else every

    choose(label, "region", options, said, default=ALL, current=current, **more)
