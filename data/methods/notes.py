"""Short notes of the tables of law and government, as codes with values rather than as prose.

A note is `code` or `code:value` or `code:value:value`, several of them parted by ` | `, as in
`signed:1990-01-26 | other_date:UNTC_2022:1991`. Every language words every code once
(`law.note.<code>`), so nothing is parsed back out of sentences. What is not of this form, such as
a note from an older table, is kept whole and shown as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

BETWEEN: Final = " | "

_BARE: Final = """
    by_succession declares_more no_signature not_listed not_a_member not_settled not_ilo_page
    dashboard_year all_members age_calculated contradicts band adopted_only limited partly
    nothing_seen dashboard with_western_sahara tier_undated tier_downgraded tier_upgraded
    other_tier_2 other_tier_2_watch_list six_hours_from night_rest_until all_territories
"""
CODES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_BARE.split(), ()),
    "signed": ("date",),
    "ratified_on": ("date",),
    "in_force_on": ("date",),
    "declared_age": ("age",),
    "quoted_by": ("publisher",),
    "stated_ratified": ("year",),
    "stated_not_ratified": ("year",),
    "other_date": ("source", "date"),
    "other_state": ("source", "status"),
    "publisher_note": ("text",),
    "age_stated": ("age",),
    "marked": ("mark",),
    "launched_on": ("date",),
    "walk_free_asked": ("question",),
    "territory": ("territory",),
    "children_at_work": ("ages",),
}
"""Every code, with the names of its values in their order; the last value may hold colons."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its code and values by name; `code` empty and `text` the whole when unknown."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


def note(code: str, *values: str) -> str:
    """A note as it is written. Raises ValueError when the code or its values are not of ours."""
    if len(values) != len(CODES.get(code, (code,))) or not all(values):
        raise ValueError(f"not a note: {code!r} with {values!r}")
    return ":".join((code, *(" ".join(v.split()).replace(BETWEEN, " / ") for v in values)))


def joined(*notes: str) -> str:
    """Several notes as one text, each once, empty ones left out."""
    parts = (part for each in notes for part in each.split(BETWEEN) if part)
    return BETWEEN.join(dict.fromkeys(parts))


def read(text: str) -> tuple[Note, ...]:
    """The notes of a text, in order."""
    return tuple(_read(part) for part in text.split(BETWEEN) if part.strip())


def _read(part: str) -> Note:
    code, _, rest = part.partition(":")
    names = CODES.get(code)
    if names is None:
        return Note("", text=part)
    values = rest.split(":", len(names) - 1) if names else [rest] if rest else []
    if len(values) != len(names) or not all(values):
        return Note("", text=part)
    return Note(code, dict(zip(names, values, strict=True)))
