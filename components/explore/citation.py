"""How to cite a download: one text, and BibTeX entries, each naming the publishers first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from components.numbers import date_text
from components.wording import Wording
from data.records import Source

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    """The text with what TeX would read as a command made plain."""
    return "".join(_SPECIAL.get(c, c) for c in text)


def citation_text(sources: Iterable[Source], built: str, wording: Wording) -> str:
    """Plain text, a line a source, then who compiled the file and when (ISO date)."""
    lines = [f"{source.citation.rstrip('.')}. {source.address}" for source in sources]
    lines.append(
        wording.t(
            "explore.compiled", product=wording.t("frame.product"), date=date_text(built, wording)
        )
    )
    return "\n".join(lines)


def _entry(source: Source) -> str:
    year = re.findall(r"(?:19|20)\d\d", source.vintage)
    lines = [
        f"  author = {{{{{_tex(source.publisher)}}}}}",
        f"  title = {{{{{_tex(source.title)}}}}}",
        *([f"  year = {{{year[-1]}}}"] if year else []),
        f"  howpublished = {{\\url{{{source.address}}}}}",
        f"  note = {{{_tex('; '.join(t for t in (source.vintage, source.licence) if t))}}}",
    ]
    return f"@misc{{{source.code},\n" + ",\n".join(lines) + "\n}"


def bibtex(sources: Sequence[Source]) -> str:
    """A `@misc` entry a source; the year is the last one that its vintage names."""
    return "\n\n".join(_entry(source) for source in sources)
