"""Dates that fit into a column: with the precision of their pages, months in short."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from components.numbers import date_text
from components.wording import Wording


def short_date(published: str, wording: Wording) -> str:
    """`2025`, `Nov 2024`, `21 Nov 2026`; empty text stays empty. Raises ValueError."""
    if published.count("-") == 0:
        return date_text(published, wording)
    whole = published.count("-") == 2
    day = date.fromisoformat(published if whole else f"{published}-01")
    pattern = "d MMM y" if whole else "MMM y"
    written = str(format_date(day, format=pattern, locale=wording.language.locale))
    digits = {ord("٠") + n: str(n) for n in range(10)}
    return written.translate(digits | {0x200F: None})
