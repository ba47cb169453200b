"""Reads the TOML catalogues (sources, indicators, instruments) into records, strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from data.records import THEMES, TOTAL, Indicator, Instrument, Source

CATALOGUE: Final = Path(__file__).resolve().parents[2] / "data" / "catalogue"
DIRECTIONS: Final = {"down", "up", "none"}
METHODS: Final = {"survey", "administrative", "estimate", "model", "expert"}
REDISTRIBUTION: Final = {"yes", "attribution", "unclear", "no"}

INDICATOR_KEYS: Final[dict[str, type]] = {
    "theme": str,
    "sdg": str,
    "name": str,
    "short": str,
    "unit": str,
    "decimals": int,
    "direction": str,
    "population": str,
    "age": str,
    "method": str,
    "official": bool,
    "comparability": str,
    "definition": str,
    "caveats": list,
    "dimension": str,
    "sources": list,
    "order": int,
    "mapped": bool,
}
SOURCE_KEYS: Final[dict[str, type]] = dict.fromkeys(
    (
        "publisher",
        "title",
        "address",
        "vintage",
        "licence",
        "terms_url",
        "redistribution",
        "citation",
        "accessed",
        "note",
    ),
    str,
)
INSTRUMENT_KEYS: Final[dict[str, type]] = {
    "body": str,
    "name": str,
    "short": str,
    "adopted": int,
    "theme": str,
    "address": str,
    "order": int,
}


T = TypeVar("T")


class CatalogueError(ValueError):
    """A catalogue that breaks its contract: every problem found, one a line, with file and code."""


def _blocks(pattern: str, folder: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """(file name, code, keys) of every block in the files that match."""
    found = []
    for path in sorted(folder.glob(pattern)):
        try:
            tree = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise CatalogueError(f"{path.name}: {error}") from error
        found += [(path.name, code, keys) for code, keys in tree.items()]
    return found


def _key_problems(
    keys: Mapping[str, Any], expected: Mapping[str, type], optional: set[str]
) -> list[str]:
    problems = [f"unknown key {k!r}" for k in sorted(keys.keys() - expected.keys())]
    problems += [f"no key {k!r}" for k in sorted(expected.keys() - keys.keys() - optional)]
    problems += [
        f"{k!r} is {type(v).__name__}, wants {expected[k].__name__}"
        for k, v in keys.items()
        if k in expected and type(v) is not expected[k]
    ]
    return problems


def _read(
    pattern: str,
    folder: Path,
    expected: Mapping[str, type],
    optional: set[str],
    value_problems: Callable[[dict[str, Any]], list[str]],
    make: Callable[[str, dict[str, Any]], T],
) -> dict[str, T]:
    made: dict[str, T] = {}
    problems: list[str] = []
    for file, code, keys in _blocks(pattern, folder):
        wrong = _key_problems(keys, expected, optional) or value_problems(keys)
        if code in made:
            wrong.append("stands twice")
        problems += [f"{file} [{code}]: {problem}" for problem in wrong]
        if not wrong:
            made[code] = make(code, keys)
    if problems:
        raise CatalogueError("\n".join(problems))
    return made


def _one_of(keys: Mapping[str, Any], name: str, allowed: set[str]) -> list[str]:
    if keys[name] in allowed:
        return []
    return [f"{name} is {keys[name]!r}, wants one of {sorted(allowed)}"]


def _indicator_problems(keys: dict[str, Any]) -> list[str]:
    problems = _one_of(keys, "theme", set(THEMES))
    problems += _one_of(keys, "direction", DIRECTIONS)
    problems += _one_of(keys, "method", METHODS)
    if not keys["sources"]:
        problems.append("names no source")
    return problems


def _indicator(code: str, keys: dict[str, Any]) -> Indicator:
    defaults: dict[str, Any] = {"dimension": TOTAL, "order": 0, "caveats": [], "mapped": True}
    filled = defaults | keys
    filled["caveats"] = tuple(filled["caveats"])
    filled["sources"] = tuple(filled["sources"])
    return Indicator(code=code, **filled)


def indicators(folder: Path = CATALOGUE) -> dict[str, Indicator]:
    """Every indicator by code. Raises CatalogueError."""
    return _read(
        "indicators_*.toml",
        folder,
        INDICATOR_KEYS,
        {"dimension", "order", "caveats", "mapped"},
        _indicator_problems,
        _indicator,
    )


def sources(folder: Path = CATALOGUE) -> dict[str, Source]:
    """Every source by code. Raises CatalogueError."""
    return _read(
        "sources_*.toml",
        folder,
        SOURCE_KEYS,
        {"accessed", "note"},
        lambda keys: _one_of(keys, "redistribution", REDISTRIBUTION),
        lambda code, keys: Source(code=code, **keys),
    )


def instruments(folder: Path = CATALOGUE) -> dict[str, Instrument]:
    """Every instrument by code. Raises CatalogueError."""
    return _read(
        "instruments.toml",
        folder,
        INSTRUMENT_KEYS,
        {"order"},
        lambda _keys: [],
        lambda code, keys: Instrument(code=code, **keys),
    )
