"""The terms of the glossary in the reader's alphabet, each with the texts that define it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from components import numbers
from components.text_twin.addresses import GLOSSARY, asked
from components.text_twin.blocks import Block, Bullets, Link, Paragraph, Term, Terms, TextPage
from components.wording import Wording
from data.folding import folded
from data.records import Instrument

FILE: Final = Path(__file__).with_name("terms.toml")
ARTICLE: Final = "ال"
"""The Arabic article, which no alphabet sorts by."""


@dataclass(frozen=True, slots=True)
class Defined:
    """What a term rests on: (instrument, article), and codes of other texts."""

    law: tuple[tuple[str, str], ...]
    other: tuple[str, ...]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def defined() -> Mapping[str, Defined]:
    """Every term by its code."""
    return {
        code: Defined(
            tuple((instrument, article) for instrument, article in given.get("law", ())),
            tuple(given.get("other", ())),
        )
        for code, given in _file()["term"].items()
    }


@cache
def addresses() -> Mapping[str, str]:
    """Where the texts are read that are no instrument of ours, by code."""
    return dict(_file()["address"])


def terms(instruments: Mapping[str, Instrument], wording: Wording) -> tuple[Term, ...]:
    """The terms by name, without the article; an instrument that is not held is not named."""
    made = [
        Term(
            code,
            wording.t(f"glossary.term.{code}.name"),
            wording.t(f"glossary.term.{code}.text"),
            tuple(_sources(one, instruments, wording)),
        )
        for code, one in defined().items()
    ]
    return tuple(sorted(made, key=lambda term: folded(term.name.removeprefix(ARTICLE))))


def _sources(
    one: Defined, instruments: Mapping[str, Instrument], wording: Wording
) -> Iterator[Link]:
    for code, article in one.law:
        if code in instruments:
            short = wording.t(f"instrument.{code}.short")
            isolated = numbers.isolate(article, wording)
            text = wording.t("glossary.cited", instrument=short, article=isolated)
            yield Link(text, instruments[code].address)
    for code in one.other:
        yield Link(wording.t(f"glossary.reference.{code}"), addresses()[code])


def glossary_blocks(instruments: Mapping[str, Instrument], wording: Wording) -> tuple[Block, ...]:
    """The list of terms to jump by, and the terms."""
    found = terms(instruments, wording)
    return (
        Paragraph(wording.t("glossary.lead"), "lead"),
        Bullets(tuple(Link(one.name, f"#{one.anchor}") for one in found), look="row"),
        Terms(found),
    )


def glossary_page(
    instruments: Mapping[str, Instrument], wording: Wording, *, root: str, as_of: str = ""
) -> TextPage:
    """The glossary as a text page, described as a set of defined terms."""
    t = wording.t
    title = t("glossary.title")
    blocks = glossary_blocks(instruments, wording)
    address = root + asked(GLOSSARY, wording.code)
    return TextPage(
        path=GLOSSARY,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=title,
        description=t("glossary.lead"),
        blocks=blocks,
        twin=asked("glossary", wording.code, as_of=as_of),
        dataset={
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "name": title,
            "inLanguage": wording.code,
            "url": address,
            "hasDefinedTerm": [
                {"@type": "DefinedTerm", "name": one.name, "url": f"{address}#{one.anchor}"}
                for one in terms(instruments, wording)
            ],
        },
    )
