"""An Atom feed (RFC 4287) as bytes. lxml writes it: it is here already, and escapes every text.

A library of feeds would be one more layer above lxml, for a dozen elements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote

from lxml import etree

ATOM: Final = "http://www.w3.org/2005/Atom"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
AUTHORITY: Final = "target87.invalid,2026"
"""Of our tag addresses (RFC 4151): a name that is nobody's."""

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADDRESS: Final = re.compile(r"https?://[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """`path` makes its identity; `html` is safe; `address` is our page of it, `stated` the page of
    others that it rests on, which may be empty. `kind` is a code and its words."""

    path: str
    title: str
    updated: datetime
    html: str
    address: str
    kind: tuple[str, str]
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """`path` makes its identity; `own` is the feed's address, `page` that of the page beside it."""

    path: str
    language: str
    title: str
    subtitle: str
    author: str
    updated: datetime
    own: str
    page: str
    entries: Sequence[Entry]


def identifier(path: str) -> str:
    """The identity of a feed or entry: the same in every build."""
    return f"tag:{AUTHORITY}:{quote(path, safe='/=,')}"


def plain(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def atom(feed: Feed) -> bytes:
    """The feed as UTF-8, its entries in the order given."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set(_LANG, feed.language)
    _add(root, "id", identifier(feed.path))
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _moment(feed.updated))
    _add(_add(root, "author"), "name", feed.author)
    _link(root, "self", feed.own, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html", language=feed.language)
    for entry in feed.entries:
        _entry(root, entry, feed.language)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: etree._Element, entry: Entry, language: str) -> None:
    made = _add(root, "entry")
    _add(made, "id", identifier(entry.path))
    _add(made, "title", entry.title)
    _add(made, "updated", _moment(entry.updated))
    _link(made, "alternate", entry.address, "text/html", language=language)
    if _ADDRESS.fullmatch(entry.stated):
        _link(made, "via", entry.stated)
    code, label = entry.kind
    _add(made, "category", term=code, label=label)
    _add(made, "content", entry.html, type="html")


def _add(above: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(above, f"{{{ATOM}}}{name}")
    for key, value in attributes.items():
        made.set(key, plain(value))
    if text:
        made.text = plain(text)
    return made


def _link(
    above: etree._Element, relation: str, address: str, media: str = "", *, language: str = ""
) -> None:
    said = {"rel": relation, "href": address, "type": media, "hreflang": language}
    _add(above, "link", **{name: text for name, text in said.items() if text})


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
