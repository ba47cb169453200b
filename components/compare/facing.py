"""Two countries' pages side by side: the same sections and cards in one row each.

What only one of them has stands alone in its row, and the place beside it says that the other has
no such card. The countries stand in the reader's order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from components.cards import Card, Section
from components.country.layout import card_words
from components.country.sections.header import contents_html
from components.markup import render
from components.wording import Wording
from data.records import Area

SHOWN: Final = 2
"""Countries that face each other."""

SAME: Final = {"country-how-to-report": "country-roadmap"}
"""Cards that stand in one another's place: who is no pathfinder has no roadmap to show."""

MISSING: Final = "country-missing"
"""The card of what is not held: who has none lacks nothing of it."""

PARTED: Final = " · "
"""Between what a card is about and whose it is, in its label."""

_NAMED: Final = re.compile(
    r'(\s(?:id|for|headers|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)"'
)
_LED: Final = re.compile(r'(\shref="#)([^"]+)"')

Page = tuple[Area, Sequence[Section]]
"""A country and the sections of its page."""


def facing_html(one: Page, other: Page, wording: Wording) -> str:
    """Both pages as safe HTML with the list of their sections."""
    pages = (one, other)
    held = [{section.key: section for section in sections} for _, sections in pages]
    keys = merged(list(held[0]), list(held[1]))
    told = [
        _section([sections.get(key) for sections in held], pages, keys, wording) for key in keys
    ]
    return render(
        "compare_facing.html",
        contents=contents_html([section for section, _ in told], wording),
        scales=wording.t("facing.scales"),
        heads=[area.name for area, _ in pages],
        sections="".join(html for _, html in told),
    )


def merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Every key once: the first order; what only the second has comes after its forerunner."""
    found = list(first)
    for place, key in enumerate(second):
        if key not in found:
            found.insert(found.index(second[place - 1]) + 1 if place else 0, key)
    return found


def _section(
    both: Sequence[Section | None],
    pages: Sequence[Page],
    shared: Collection[str],
    wording: Wording,
) -> tuple[Section, str]:
    """A section over both countries, and its HTML."""
    known = [section for section in both if section is not None]
    leads = {section.lead for section in known}
    held = [
        {SAME.get(card.key, card.key): card for card in (section.cards if section else ())}
        for section in both
    ]
    articles = chain.from_iterable(
        _row([cards.get(key) for cards in held], pages, shared, wording)
        for key in merged(list(held[0]), list(held[1]))
    )
    whole = replace(
        known[0],
        lead=leads.pop() if len(leads) == 1 else "",
        folded=wording.t("sentence.comma").join(
            area.name for (area, _), section in zip(pages, both, strict=True) if section
        ),
    )
    html = render("section.html", section=whole, cards="".join(articles), stays_open=False)
    return whole, html


def _row(
    cards: Sequence[Card | None],
    pages: Sequence[Page],
    shared: Collection[str],
    wording: Wording,
) -> Iterable[str]:
    """Two articles; one that is missing says what the other one is about."""
    about = next(card for card in cards if card is not None)
    for card, (area, _) in zip(cards, pages, strict=True):
        said = "facing.complete" if about.key == MISSING else "facing.lacks"
        html = (
            render(
                "compare_lacks.html",
                about=_subject(about),
                country=area.name,
                said=wording.t(said, country=area.name),
            )
            if card is None
            else apart(card_words(card, wording), area.code, shared)
        )
        yield render("compare_faced.html", country=area.name, html=html, lacks=card is None)


def _subject(card: Card) -> str:
    """What a card is about, without whose it is."""
    return (card.label or card.title).partition(PARTED)[0]


def apart(html: str, code: str, shared: Collection[str]) -> str:
    """The HTML with the country's code before every identifier and before what names one; links to
    the shared sections stay."""

    def named(found: re.Match[str]) -> str:
        names = " ".join(f"{code}-{name}" for name in found[2].split())
        return f'{found[1]}{names}"'

    def led(found: re.Match[str]) -> str:
        return found[0] if found[2] in shared else f'{found[1]}{code}-{found[2]}"'

    return _LED.sub(led, _NAMED.sub(named, html))
