"""A view of an agenda: the relative address of a page of ours, read and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from components.meeting.agenda import is_view
from components.wording import DEFAULT

WORLD: Final = "world"
"""The landing page, whose address has no name."""

OF_THE_READER: Final = frozenset({"lang", "present"})
"""Parameters that say who looks, not what is shown."""

AS_OF: Final = "as_of"


class ViewRefused(ValueError):
    """An address that shows nothing: `key` of the sentence in `screen.refused`, and what was
    asked."""

    def __init__(self, key: str, asked: str = "") -> None:
        super().__init__(key)
        self.key, self.asked = key, asked


@dataclass(frozen=True, slots=True)
class View:
    """A page by its name, its choices in the order of the address, and the moment it asks for."""

    page: str
    choices: tuple[tuple[str, str], ...] = ()
    as_of: str = ""

    def choice(self, name: str) -> str:
        """What the address says of one parameter; empty where it says nothing."""
        return dict(self.choices).get(name, "").strip()


def read_view(address: str, pages: frozenset[str]) -> View:
    """The view that a relative address names. Raises ViewRefused."""
    if not address:
        raise ViewRefused("no_view")
    if not is_view(address):
        raise ViewRefused("view", address)
    page, _, query = address.partition("?")
    if (page or WORLD) not in pages:
        raise ViewRefused("page", page)
    try:
        pairs = parse_qsl(query, max_num_fields=100)
    except ValueError:
        raise ViewRefused("view", address) from None
    kept = tuple(pair for pair in pairs if pair[0] not in OF_THE_READER | {AS_OF})
    as_of = next((text.strip() for name, text in pairs if name == AS_OF), "")
    return View(page or WORLD, kept, as_of)


def permalink(view: View, release: int | str, language: str) -> str:
    """The relative address that shows the same figures later: the view as of a release or a day;
    0 or empty leaves it undated."""
    pairs = [*view.choices, *([(AS_OF, str(release))] if release else [])]
    if language != DEFAULT:
        pairs.append(("lang", language))
    query = f"?{urlencode(pairs, safe=',')}" if pairs else ""
    return f"{'./' if view.page == WORLD else view.page}{query}"
