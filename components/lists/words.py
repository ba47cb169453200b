"""The columns of a list that stand in every language, filled from the words of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from components.lists.resource import Cell, Resource
from components.wording import DEFAULT, LANGUAGES
from data.languages import read_texts, row_texts


def said_of(resource: Resource, row: Mapping[str, Cell]) -> dict[str, Cell]:
    """The texts of a row in each language by column; empty where there is no translation."""
    found: dict[str, Cell] = {}
    for worded in resource.worded:
        key = worded.key(str(row[worded.by]))
        for language in LANGUAGES:
            own = row.get(worded.stem, "") if language == DEFAULT else ""
            said = _texts(language).get(key, own)
            found[f"{worded.stem}_{language}"] = said if isinstance(said, str) else ""
    return found


@cache
def _texts(language: str) -> Mapping[str, object]:
    return {**read_texts(LANGUAGES[language].folder), **row_texts(language)}
