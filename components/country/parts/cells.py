"""Tables of facts in words inside a card: every cell a text, a sign, a remark, a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.markup import render


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `symbol` says by shape what `text` says in words; `small` are remarks below it.

    `untranslated` is a remark that stands in English whatever the page's language.
    """

    text: str
    symbol: str = ""
    small: tuple[str, ...] = ()
    untranslated: str = ""
    href: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading; an empty heading is left out."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


def cell_table(caption: str, columns: Sequence[str], groups: Sequence[RowGroup]) -> str:
    """The groups as one HTML table with row heads; groups without rows are left out."""
    shown = [group for group in groups if group.rows]
    return render("fact_table.html", caption=caption, columns=columns, groups=shown)
