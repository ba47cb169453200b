"""The palette by meaning, for light and dark, and the symbols that go beside colour.

The one place where a colour is stated; `.streamlit/config.toml` repeats the few that Streamlit
needs, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Mode = Literal["light", "dark"]

FONT: Final = '"Source Sans", "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", sans-serif'
"""Streamlit's bundled face, then the system's naskh for Arabic; nothing is fetched."""

STATUS_SYMBOLS: Final[Mapping[str, str]] = {
    "completed": "●",
    "substantial": "◕",
    "limited": "◔",
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
    lower = [_mixed(pale, full, step / 4) for step in range(5)]
    return (*lower, _mixed(full, strong, 0.28), _mixed(full, strong, 0.55))


_LIGHT_THEMES: Final = {
    "child_labour": "#A8500A",
    "forced_labour": "#6A2C70",
    "trafficking": "#00655A",
    "context": "#44546A",
    "government": "#2E5597",
    "roadmap": "#3B6420",
}
_DARK_THEMES: Final = {
    "child_labour": "#F0A35E",
    "forced_labour": "#C99AD0",
    "trafficking": "#5CC2B3",
    "context": "#A9B7CA",
    "government": "#93B4EA",
    "roadmap": "#A6CC84",
}

PALETTES: Final[Mapping[str, Palette]] = {
    "light": Palette(
        mode="light",
        paper="#FBFAF7",
        surface="#FFFFFF",
        ink="#1D2433",
        muted="#566072",
        hairline="#DADDE4",
        action="#0B5FA5",
        no_data="#E8EAEE",
        suppressed="#C9CDD6",
        not_applicable="#F3F4F6",
        ocean="#FBFAF7",
        themes=_LIGHT_THEMES,
        sexes={"F": "#C04E0A", "M": "#0B6AA8", "T": "#1D2433"},
        statuses={
            "completed": "#1B6E52",
            "substantial": "#5FA88F",
            "limited": "#E3B94F",
            "not_started": "#C3C9D4",
            "no_evidence": "#8A93A3",
        },
        ramps={
            code: _ramp(_mixed("#FFFFFF", full, 0.14), full, "#101010")
            for code, full in _LIGHT_THEMES.items()
        },
        categorical=(
            "#1F77B4",
            "#A8500A",
            "#00655A",
            "#3A1D5C",
            "#B0457A",
            "#9A6A00",
            "#44546A",
            "#3B6420",
            "#2B7A8C",
            "#6B4E2E",
        ),
    ),
    "dark": Palette(
        mode="dark",
        paper="#12161D",
        surface="#1A2029",
        ink="#E9ECF1",
        muted="#A4AEBD",
        hairline="#303846",
        action="#7DB8EC",
        no_data="#262D38",
        suppressed="#4A5364",
        not_applicable="#1E242E",
        ocean="#12161D",
        themes=_DARK_THEMES,
        sexes={"F": "#F2A057", "M": "#74B6E6", "T": "#E9ECF1"},
        statuses={
            "completed": "#5CC29A",
            "substantial": "#8FD0B8",
            "limited": "#EBC766",
            "not_started": "#76808F",
            "no_evidence": "#98A2B2",
        },
        ramps={
            code: _ramp(_mixed("#1A2029", full, 0.28), full, "#FFFFFF")
            for code, full in _DARK_THEMES.items()
        },
        categorical=(
            "#7DB8EC",
            "#E8853A",
            "#2FA392",
            "#F5DE8A",
            "#B678D0",
            "#F09AAE",
            "#A9B7CA",
            "#A6CC84",
            "#86CBDC",
            "#CDB08D",
        ),
    ),
}
