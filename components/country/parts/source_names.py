"""Sources by the short names that stand under a card and in the list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from components import numbers
from components.cards import SourceLine, source_line
from components.country.parts.shown import codes_by_name
from components.wording import Wording
from data.records import Series, Source

NAMED: Final = codes_by_name("source_names")
"""The short list: what it is called, and which releases stand under the name, newest first."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def short_sources(several: Sequence[Series], wording: Wording) -> tuple[SourceLine, ...]:
    """The sources of some series, editions of one work behind one name."""
    return short_names((s for series in several for s in series.sources), wording)


def short_names(sources: Iterable[Source], wording: Wording) -> tuple[SourceLine, ...]:
    """`Walk Free (2016, 2018, 2023)`: one line a page that the sources lead to.

    The full titles are one hover away. A source without a short name keeps its publisher's.
    """
    pages: dict[tuple[str, str], list[Source]] = {}
    for source in dict.fromkeys(sources):
        pages.setdefault((_short(source, wording), source.address), []).append(source)
    lines = []
    for (name, _), group in pages.items():
        line = source_line(
            replace(
                group[0],
                publisher=name,
                vintage=wording.t("sentence.comma").join(_dates(group, wording)),
                title="; ".join(f"{source.publisher}: {source.title}" for source in group),
            ),
            wording,
        )
        # A short name is in the reader's language, a publisher's own name is not.
        lines.append(line if name == group[0].publisher else replace(line, text=str(line.text)))
    return tuple(lines)


def _short(source: Source, wording: Wording) -> str:
    text = wording.texts.get(f"country.short_source.{source.code}", source.publisher)
    return str(text)


def _dates(group: Sequence[Source], wording: Wording) -> list[str]:
    """The vintages, oldest first; a date in words, anything else as it stands."""
    return [_date(vintage, wording) for vintage in sorted(source.vintage for source in group)]


def _date(vintage: str, wording: Wording) -> str:
    try:
        return numbers.date_text(vintage, wording)
    except ValueError:
        return vintage


def named_lines(used: Iterable[Source], wording: Wording) -> tuple[SourceLine, ...]:
    """Sources under a card by their short names, with the year of the release."""
    names = {code: key for key, codes in NAMED for code in codes}
    lines = []
    for source in used:
        line = source_line(source, wording)
        if source.code in names:
            name = wording.t(f"country.sources.named.{names[source.code]}")
            year = "".join(release_years([source], wording))
            text = wording.t("card.source", publisher=name, vintage=year) if year else name
            line = SourceLine(text, source.address, f"{source.title} · {source.vintage}")
        lines.append(line)
    return tuple(lines)


def release_years(sources: Sequence[Source], wording: Wording) -> list[str]:
    """The newest year that each release names, oldest first."""
    found = sorted(max(_YEAR.findall(source.vintage), default="") for source in sources)
    return [numbers.isolate(year, wording) for year in found if year]
