"""The agenda of a meeting, as it travels in a link or a file: the server keeps none.

Written as JSON with one-letter names, compressed (zlib, so that a damaged link is noticed) and put
behind `#agenda=1.` in the address of the page in base64url without padding. A browser sends no
fragment to any server; components/ui/meeting.js reads and writes the same form.
"""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Any, Final

import orjson

from components.page_address import is_page_address

VERSION: Final = "1"
MARK: Final = f"agenda={VERSION}."
MOST_ITEMS: Final = 200
MOST_MINUTES: Final = 600
LONGEST_TEXT: Final = 300
LONGEST_NOTE: Final = 1500
LONGEST_VIEW: Final = 2000
MOST_BYTES: Final = 400_000
"""What a link may unpack to: more than any agenda of 200 items that somebody wrote."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `view` is the relative address of a page (`country?iso3=NPL`), empty for an item
    that is only spoken; `title` is what the strip shows; `minutes` 0 means no time set."""

    title: str
    view: str = ""
    minutes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's items in order. `release` is the data version it was made with (0: not told);
    `day` an ISO date or empty."""

    title: str
    items: tuple[Item, ...]
    day: str = ""
    release: int = 0


class AgendaRefused(ValueError):
    """What holds no agenda. `reason` is `broken`, `foreign`, `version`, `long`, or of a text
    `empty`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def plain(agenda: Agenda) -> dict[str, Any]:
    """The agenda as JSON: `t` title, `d` day, `r` release, `i` items of `t`, `v`, `m`, `n`."""
    return {
        "t": agenda.title,
        "d": agenda.day,
        "r": agenda.release,
        "i": [
            {k: v for k, v in zip("tvmn", (x.title, x.view, x.minutes, x.note), strict=True) if v}
            for x in agenda.items
        ],
    }


def read_plain(given: Any) -> Agenda:
    """The agenda of a JSON value. Raises AgendaRefused for what is not one; a view that is no page
    of ours is `foreign`, more than MOST_ITEMS items are `long`."""
    if not isinstance(given, dict) or not isinstance(given.get("i"), list):
        raise AgendaRefused("broken")
    if len(given["i"]) > MOST_ITEMS:
        raise AgendaRefused("long")
    release = given.get("r", 0)
    return Agenda(
        _text(given.get("t", "")),
        tuple(_item(each) for each in given["i"]),
        _text(given.get("d", "")),
        release if type(release) is int and release >= 0 else 0,
    )


def is_view(text: str) -> bool:
    """Whether a text is the relative address of a page of ours."""
    return is_page_address(text, most=LONGEST_VIEW)


def _item(given: Any) -> Item:
    if not isinstance(given, dict):
        raise AgendaRefused("broken")
    view, minutes = given.get("v", ""), given.get("m", 0)
    if not isinstance(view, str) or not is_view(view):
        raise AgendaRefused("foreign")
    if type(minutes) is not int or not 0 <= minutes <= MOST_MINUTES:
        raise AgendaRefused("broken")
    return Item(_text(given.get("t", "")), view, minutes, _text(given.get("n", ""), LONGEST_NOTE))


def _text(given: Any, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(given, str):
        raise AgendaRefused("broken")
    return given[:longest]


def encoded(agenda: Agenda) -> str:
    """What stands behind `#` in a link to the agenda."""
    packed = zlib.compress(orjson.dumps(plain(agenda)), 9)
    return MARK + urlsafe_b64encode(packed).decode().rstrip("=")


def decoded(fragment: str) -> Agenda:
    """The agenda of a link's fragment, with or without its `#`. Raises AgendaRefused."""
    text = fragment.removeprefix("#")
    if not text.startswith("agenda="):
        raise AgendaRefused("foreign")
    if not text.startswith(MARK):
        raise AgendaRefused("version")
    try:
        body = text[len(MARK) :]
        packed = urlsafe_b64decode(body + "=" * (-len(body) % 4))
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(packed, MOST_BYTES)
        if unpacker.unconsumed_tail:
            raise AgendaRefused("long")
        if not unpacker.eof:
            raise AgendaRefused("broken")
        return read_plain(orjson.loads(raw))
    except (ValueError, zlib.error) as why:
        if isinstance(why, AgendaRefused):
            raise
        raise AgendaRefused("broken") from why
