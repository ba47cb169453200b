"""The place behind a row of the figures, as the `after` of the next page says it."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any, Final

import orjson

from components.explore.filters import Refused
from components.lists.paging import AFTER

KEY: Final = (
    *("indicator", "area", "dimension", "category"),
    *("sex", "age", "year", "source", "survey"),
)
"""The columns of the key of the figures, in its order."""

Key = tuple[str | int, ...]


def cursor_of(row: Mapping[str, Any]) -> str:
    """The place behind a row, in letters that an address takes as they are."""
    said = orjson.dumps([row[name] for name in KEY])
    return urlsafe_b64encode(said).decode().rstrip("=")


def key_of(cursor: str) -> Key:
    """The key that a place names. Raises Refused for what is none of ours."""
    try:
        said = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise Refused(AFTER, cursor, ("meta.next",)) from error
    fits = isinstance(said, list) and len(said) == len(KEY)
    if not fits or not all(
        type(part) is (int if name == "year" else str) for name, part in zip(KEY, said, strict=True)
    ):
        raise Refused(AFTER, cursor, ("meta.next",))
    return tuple(said)
