"""One screen, ready for the meeting's page."""

from __future__ import annotations

from dataclasses import dataclass

from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Release


@dataclass(frozen=True, slots=True)
class Screen:
    """`title` names the view, `short` it in the strip; `html` is one safe `<section>`. A page
    without a screen of its own has no `html`. `pinned` are the choices written out, where the view
    leaves some to the day."""

    title: str
    short: str
    html: str = ""
    pinned: tuple[tuple[str, str], ...] = ()


def release_line(release: Release, wording: Wording) -> str:
    """Which data version the figures are of: `Release 12, 27 November 2026`."""
    day = date_text(release.published[:10], wording)
    return wording.t("screen.release", number=release.id, day=day)


def cut(text: str, most: int) -> str:
    """The text, or its first words with a sign of omission, at most `most` letters long."""
    if len(text) <= most:
        return text
    whole = text[: most - 1].rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,;:.،؛–-')}…"


def drawn(template: str, title: str, short: str, **values: object) -> Screen:
    """The screen of a template, which is given its title as `title`."""
    return Screen(title, short, render(template, title=title, **values))
