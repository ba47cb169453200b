"""The palette: equal to Streamlit's configuration, readable, and apart for colour-blind eyes."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from components.theme import PALETTES, STATUS_SYMBOLS, Palette
from data.methods.completion import STATUSES
from data.records import THEMES

CONFIG = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
MODES = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
LINEAR_BLIND = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Simulation matrices of Machado, Oliveira and Fernandes (2009), full severity."""


def linear(colour: str) -> list[float]:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> list[float]:
    red, green, blue = (min(max(c, 0.0), 1.0) for c in rgb)
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def distance(one: str, other: str, matrix: tuple[tuple[float, ...], ...] | None) -> float:
    def seen(colour: str) -> list[float]:
        rgb = linear(colour)
        if matrix is None:
            return lab(rgb)
        return lab([sum(k * c for k, c in zip(row, rgb, strict=True)) for row in matrix])

    return sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5


def text_colours(palette: Palette) -> dict[str, str]:
    return {
        "ink": palette.ink,
        "muted": palette.muted,
        "action": palette.action,
        **palette.themes,
        **palette.sexes,
        **{f"categorical {n}": colour for n, colour in enumerate(palette.categorical)},
    }


@MODES
def test_text_has_a_contrast_of_at_least_four_and_a_half_on_every_ground(palette: Palette) -> None:
    low = {
        (name, ground): round(contrast(colour, ground), 2)
        for name, colour in text_colours(palette).items()
        for ground in (palette.paper, palette.surface)
        if contrast(colour, ground) < 4.5
    }
    assert low == {}


@MODES
def test_the_mark_of_a_suppressed_figure_is_readable(palette: Palette) -> None:
    assert contrast(palette.ink, palette.suppressed) >= 4.5


@MODES
def test_sexes_and_the_first_five_series_are_apart_for_every_eye(palette: Palette) -> None:
    groups = (tuple(palette.sexes.values()), palette.categorical[:5])
    close = {
        (one, other, eye): round(distance(one, other, matrix), 1)
        for group in groups
        for one, other in combinations(group, 2)
        for eye, matrix in [("ordinary", None), *LINEAR_BLIND.items()]
        if distance(one, other, matrix) < 10
    }
    assert close == {}


@MODES
def test_a_ramp_has_seven_steps_that_move_away_from_the_paper(palette: Palette) -> None:
    for theme in THEMES:
        steps = [contrast(colour, palette.paper) for colour in palette.ramps[theme]]
        assert len(steps) == 7
        assert steps == sorted(steps)
        assert len(set(steps)) == 7


@MODES
def test_streamlit_is_configured_with_the_same_colours(palette: Palette) -> None:
    configured = CONFIG["theme"][palette.mode]
    assert configured == configured | {
        "primaryColor": palette.action,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.surface,
        "textColor": palette.ink,
        "linkColor": palette.action,
        "borderColor": palette.hairline,
        "dataframeBorderColor": palette.hairline,
        "chartCategoricalColors": list(palette.categorical),
    }
    sidebar = configured["sidebar"]
    assert sidebar["backgroundColor"] == palette.surface
    assert sidebar["textColor"] == palette.ink


def test_streamlit_gets_ten_series_colours_because_fewer_break_its_template() -> None:
    assert [len(CONFIG["theme"][mode]["chartCategoricalColors"]) for mode in PALETTES] == [10, 10]


def test_every_option_of_the_configuration_exists_in_streamlit() -> None:
    from streamlit import config

    def names(prefix: str, tree: dict[str, object]) -> list[str]:
        found = []
        for key, value in tree.items():
            name = f"{prefix}.{key}" if prefix else key
            found += names(name, value) if isinstance(value, dict) else [name]
        return found

    unknown = set(names("", CONFIG)) - set(config._config_options_template)
    assert unknown == set()


def test_every_status_has_a_shape_and_a_colour() -> None:
    assert tuple(STATUS_SYMBOLS) == STATUSES
    assert len(set(STATUS_SYMBOLS.values())) == len(STATUSES)
    for palette in PALETTES.values():
        assert tuple(palette.statuses) == STATUSES
