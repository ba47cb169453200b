"""Why minutes are not written, in one sentence that names every bad value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from components.echo import MOST_SAID, echoed
from components.meeting.minutes import Bad, MinutesRefused
from components.numbers import isolate
from components.wording import Wording

_KEYS: Final = frozenset(
    {
        *("agenda", "day", "release", "published", "place", "participants", "notes", "spent"),
        *("name", "body", "group", "representative"),
        *("item", "kind", "text", "owner", "due", "at"),
    }
)
"""What a value may be called in words; anything else is a stranger's."""


def refusal_sentence(why: MinutesRefused, wording: Wording) -> str:
    """The sentence: the first values with their places, and how many more there are."""
    if not any(one.where for one in why.bad):
        return wording.t("meeting_files.refused.no_minutes")
    comma = wording.t("sentence.comma")
    named = [
        wording.t(
            "meeting_files.refused.bad",
            place=_place(one.where, wording),
            value=_value(one, wording),
        )
        for one in why.bad[:MOST_SAID]
    ]
    if (more := len(why.bad) - MOST_SAID) > 0:
        named.append(wording.plural("meeting_files.refused.more", more, count=more))
    return wording.t("meeting_files.refused.minutes", bad=comma.join(named))


def _value(one: Bad, wording: Wording) -> str:
    if one.most:
        return wording.t("meeting_files.refused.too_long", length=one.value, most=one.most)
    return echoed(one.value) or wording.t("meeting_files.refused.no_value")


def _place(where: Sequence[str | int], wording: Wording) -> str:
    """`("notes", 3, "due")` is "note 4, due date"."""
    parts: list[str] = []
    for is_number, group in groupby(where, lambda part: isinstance(part, int)):
        for part in group:
            if is_number and parts:
                parts[-1] += f" {isolate(int(part) + 1, wording)}"
            elif part in _KEYS:
                parts.append(wording.t(f"meeting_files.refused.key.{part}"))
    return wording.t("sentence.comma").join(parts)
