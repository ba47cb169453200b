"""Which page of a list of rows as JSON is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from components.explore.filters import Refused
from components.lists.resource import DEFAULT_LIMIT, MOST_LIMIT

LIMIT, AFTER = "limit", "after"
NAMES: Final = (LIMIT, AFTER)
MOST_AFTER: Final = 999_999_999
_CURSOR: Final = re.compile(r"[A-Za-z0-9_-]{1,1024}")
LIMIT_PATTERN: Final = r"^([1-9][0-9]{0,3}|10000)$"
AFTER_PATTERN: Final = r"^[0-9]{1,9}$"
_ROWS: Final = re.compile(r"[0-9]{1,9}")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """At most `limit` rows behind the place `after`: a number of rows, or, of figures, what the
    `next` of an earlier page names."""

    limit: int = DEFAULT_LIMIT
    after: str = ""

    @property
    def counted(self) -> bool:
        """Whether the place is a number of rows."""
        return not self.after or _ROWS.fullmatch(self.after) is not None

    @property
    def first(self) -> int:
        """How many rows stand before the page. Raises Refused for a place that is no number."""
        if not self.counted:
            raise Refused(AFTER, self.after, (f"0-{MOST_AFTER}",))
        return int(self.after or 0)


def page_of(pairs: Iterable[tuple[str, str]]) -> tuple[Page, Pairs]:
    """The page that parameters ask for, and the other parameters. Raises Refused."""
    others: Pairs = []
    said = {}
    for name, text in pairs:
        if name in NAMES:
            said[name] = text
        else:
            others.append((name, text))
    limit = said.get(LIMIT, "")
    if limit and not re.fullmatch(LIMIT_PATTERN, limit):
        raise Refused(LIMIT, limit, (f"1-{MOST_LIMIT}",))
    after = said.get(AFTER, "")
    if after and not _CURSOR.fullmatch(after):
        raise Refused(AFTER, after, (f"0-{MOST_AFTER}", "meta.next"))
    return Page(int(limit or DEFAULT_LIMIT), after), others
