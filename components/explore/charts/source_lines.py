"""The sources of a drawing in one line: short names, the release of each, and its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from components import numbers
from components.cards import SourceLine, source_line
from components.wording import Wording
from data.records import Source


def source_name(source: Source, wording: Wording) -> str:
    """The publisher of a source in a few words."""
    keys = (f"explore_source.{source.code}", f"country.short_source.{source.code}")
    return next((str(wording.texts[key]) for key in keys if key in wording.texts), source.publisher)


def source_lines(sources: Iterable[Source], wording: Wording) -> list[SourceLine]:
    """`UNODC, GLOTIP (28 October 2025)`, each once, with its page and its full title."""
    lines = []
    for source in dict.fromkeys(sources):
        name, release = source_name(source, wording), _release(source.vintage, wording)
        line = source_line(replace(source, publisher=name, vintage=release), wording)
        # A short name is in the reader's language, a publisher's own name is not.
        lines.append(line if name == source.publisher else replace(line, text=str(line.text)))
    return lines


def _release(vintage: str, wording: Wording) -> str:
    """The vintage, a date in words."""
    try:
        return numbers.date_text(vintage, wording)
    except ValueError:
        return vintage
