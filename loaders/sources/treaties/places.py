"""What the treaty pages share: instruments, areas, dates, and the rows of `ratification`."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from loaders.reading.contract import Record
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.observations import Misfit
from loaders.sources.shared.places import place

TABLE: Final = "ratification"
ACTIONS: Final = frozenset(
    {
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "succession",
        "definitive_signature",
        "formal_confirmation",
        "participation",
        "provisional_application",
        "signature",
        "denunciation",
    }
)
"""Every action that a reader of treaties may write; each has words in every language."""

FOOTNOTES: Final = re.compile(r"(\s*\[?\d{1,2}\]?\s*,?)+$")


def area_named(name: str, column: str) -> str:
    """Our area for a participant's name; footnote numbers behind it go. Raises Misfit."""
    bare = FOOTNOTES.sub("", name).strip()
    try:
        return place(bare, "treaties")
    except UnknownArea:
        raise Misfit(column, name, "unknown_area", "No table of ours knows this area.") from None


def iso_date(text: str, column: str) -> str:
    """`2000-05-30` from `30 May 2000`, the date alone; empty stays empty. Raises Misfit."""
    if not text:
        return ""
    for form in ("%d %b %Y", "%d %B %Y", "%Y-%m-%d", "%d-%b-%Y"):
        try:
            return datetime.strptime(text.replace("Sept ", "Sep "), form).date().isoformat()
        except ValueError:
            continue
    raise Misfit(column, text, "date_form", "A date is written like 30 May 2000.")


def ratification(at: str, **cells: str) -> Record:
    """A record of the table of ratifications; action, date, note and `as_of` may be left out."""
    empty = dict.fromkeys(("status", "date", "action", "note", "as_of"), "")
    return Record(at, empty | cells, TABLE)
