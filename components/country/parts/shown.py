"""Which indicators and sources a country's page shows where: shown.toml, read once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

SHOWN: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("shown.toml").read_text(encoding="utf-8")
)


def codes_by_name(table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lists of codes of a table, in its order, each with its name."""
    return tuple((name, tuple(codes)) for name, codes in SHOWN[table].items())
