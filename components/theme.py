"""The palette by meaning, for light and dark, and the symbols that go beside colour.

palettes.toml is the one place where a colour is stated; `.streamlit/config.toml` repeats the few
that Streamlit needs, and a test holds the two together.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

Mode = Literal["light", "dark"]

FONT: Final = '"Source Sans", "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", sans-serif'
"""Streamlit's bundled face, then the system's naskh for Arabic; nothing is fetched."""

STATUS_SYMBOLS: Final[Mapping[str, str]] = {
    "completed": "●",
    "substantial": "◕",
    "limited": "◔",
    "adopted": "◇",
    "not_started": "○",
    "no_evidence": "▨",
}
"""The shape that says the status of an action without its colour."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by meaning, as `#RRGGBB`.

    `themes`: by theme code and `roadmap`. `sexes`: T, F, M. `statuses`: of roadmap actions.
    `ramps`: seven steps by theme code, from few to many. `categorical`: ten colours for parts
    that have no meaning of their own (categories, ages, countries), the first five told apart
    by colour-blind eyes.
    """

    mode: Mode
    paper: str
    surface: str
    ink: str
    muted: str
    hairline: str
    action: str
    no_data: str
    suppressed: str
    not_applicable: str
    ocean: str
    themes: Mapping[str, str] = field(hash=False)
    sexes: Mapping[str, str] = field(hash=False)
    statuses: Mapping[str, str] = field(hash=False)
    ramps: Mapping[str, tuple[str, ...]] = field(hash=False)
    categorical: tuple[str, ...] = ()


def _mixed(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from one to the other, mixed in RGB."""
    pairs = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _ramp(pale: str, full: str, strong: str) -> tuple[str, ...]:
    """Seven steps of one hue: from the pale end through the theme's colour to the strong end."""
    # Mixed, not listed: seven steps of six themes in two modes stay in proportion to one colour.
    lower = [_mixed(pale, full, step / 4) for step in range(5)]
    return (*lower, _mixed(full, strong, 0.28), _mixed(full, strong, 0.55))


def _palette(mode: Mode, given: Mapping[str, Any]) -> Palette:
    """One mode of palettes.toml, its ramps mixed from the colours of the themes."""
    ends, plain = given["ramp"], {name: given[name] for name in given if name != "ramp"}
    ramps = {
        code: _ramp(_mixed(ends["pale"], full, ends["share"]), full, ends["strong"])
        for code, full in given["themes"].items()
    }
    return Palette(mode, **plain | {"categorical": tuple(given["categorical"])}, ramps=ramps)


_GIVEN: Final = tomllib.loads(Path(__file__).with_name("palettes.toml").read_text("utf-8"))
PALETTES: Final[Mapping[str, Palette]] = {
    "light": _palette("light", _GIVEN["light"]),
    "dark": _palette("dark", _GIVEN["dark"]),
}
