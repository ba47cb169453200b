"""Bounds for XML and JSON: no DOCTYPE, no endless depth, no text that fills the memory.

The parser is expat, which never opens another file or address by itself; as a DOCTYPE is refused
before the first element, there are no entities that it could expand either.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import IO, Final
from xml.parsers import expat

from loaders.reading.contract import AGAIN, OWN, FileRefused
from loaders.reading.limits import Limits

PROLOG_BYTES: Final = 65_536
"""Where the first element must have begun. Publishers' files begin it within 300 bytes."""
_CHUNK: Final = 4_096
_TAG_MARKS: Final = re.compile("[<>]")
_COMMENT_MARKS: Final = re.compile("<!(?:--|\\[)|--+!?>|]")
_UNKNOWN_SECTION: Final = re.compile(
    r"<!\[(?!(?:if|else|endif|temp|cdata|ignore|include|rcdata)(?![-.\w]))", re.IGNORECASE
)
"""What Python's parser of web pages ends on with an AssertionError."""
_SEARCHED: Final = 5_000_000
"""How many characters a parser may look through in vain: some 0.3 seconds."""


class _Doctype(ValueError):
    """The prolog has a DOCTYPE."""


class _Begun(ValueError):
    """The first element has begun."""


def _doctype(*_: object) -> None:
    raise _Doctype


def _begun(*_: object) -> None:
    raise _Begun


def refuse_doctype(head: bytes, name: str, place: str, *, strict: bool = False) -> None:
    """Refuse XML with a DOCTYPE, whatever its encoding. Raises FileRefused.

    `head` is its start. With `strict`, a prolog that cannot be parsed is refused as well; else
    that is left to the reader, which tells the line.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _begun
    try:
        for at in range(0, len(head), _CHUNK):
            parser.Parse(head[at : at + _CHUNK], False)
    except _Begun:
        return
    except _Doctype as error:
        raise FileRefused(
            name,
            place or f"line {parser.CurrentLineNumber}",
            "the XML has a DOCTYPE, which can hide entities",
            "Ask the publisher for the file without one.",
        ) from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        if strict:
            raise FileRefused(name, place, "the XML is broken at its start", OWN) from error
        return
    if strict or len(head) >= PROLOG_BYTES:
        rule = f"no element begins in its first {PROLOG_BYTES:,} bytes"
        raise FileRefused(name, place or "start", rule, OWN)


class _Watched:
    """A file that counts what was read since the last event of its parser."""

    def __init__(self, inner: IO[bytes], name: str, most: int) -> None:
        self._inner, self._name, self._most, self.silent = inner, name, most, 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes. Raises FileRefused when too many came without a tag."""
        part = self._inner.read(size)
        self.silent += len(part)
        if self.silent > self._most:
            rule = f"{self._most:,} bytes of the XML have no tag among them"
            raise FileRefused(self._name, "", rule, OWN)
        return part


def elements(
    raw: IO[bytes], wanted: frozenset[str], name: str, bounds: Limits
) -> Iterator[ET.Element]:
    """Every finished element of a wanted local name; nothing else of the file is kept.

    What lies inside a wanted element belongs to it, and is not given a second time.
    """
    try:
        yield from _finished(_Watched(raw, name, bounds.xml_silence), wanted, name, bounds)
    except ET.ParseError as error:
        line, column = error.position
        rule = "the XML is broken"
        raise FileRefused(name, f"line {line}, column {column}", rule, AGAIN) from error
    except (ValueError, LookupError) as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(name, "", "the XML names an encoding that is not read", OWN) from error


def _finished(
    watched: _Watched, wanted: frozenset[str], name: str, bounds: Limits
) -> Iterator[ET.Element]:
    path: list[ET.Element] = []
    within = held = 0  # depth of the wanted element that is open, and how many lie inside it
    for event, element in ET.iterparse(watched, events=("start", "end")):
        watched.silent = 0
        if event == "start":
            path.append(element)
            held = held + 1 if within else 0
            if held > bounds.xml_elements or len(path) > bounds.xml_depth:
                raise _misshapen(path, name, bounds)
            if not within and _local(element) in wanted:
                within = len(path)
            continue
        path.pop()
        if len(path) >= within > 0:
            continue
        if within:
            within = 0
            yield element
        element.clear()
        if path:
            path[-1].remove(element)


def _misshapen(path: list[ET.Element], name: str, bounds: Limits) -> FileRefused:
    """Why an element is one too many: it lies too deep, or its record has too many."""
    place = "/".join(_local(element)[:40] for element in path[:3])
    rule = f"one record holds more than {bounds.xml_elements:,} elements"
    if len(path) > bounds.xml_depth:
        rule = f"elements nest deeper than {bounds.xml_depth}"
    return FileRefused(name, f"in {place}", rule, OWN)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def refuse_open_markup(text: str, name: str) -> None:
    """Refuse a web page whose tags or comments are not closed. Raises FileRefused.

    Python's parser looks for each end anew from each start, so that 60 kB of `<a ` take it 40
    seconds (CVE-2025-6069). What it would look through is counted here in one pass.
    """
    if found := _UNKNOWN_SECTION.search(text):
        line = text.count("\n", 0, found.start()) + 1
        rule = "the page has a section of an unknown kind"
        raise FileRefused(name, f"line {line}", rule, "Save the page again.")
    most = _SEARCHED + 2 * len(text)
    for marks in (_TAG_MARKS, _COMMENT_MARKS):
        searched = waiting = begun = 0
        for mark in marks.finditer(text):
            if mark[0].startswith("<"):
                waiting += 1
                begun += mark.start()
            elif waiting:
                searched += waiting * mark.start() - begun
                waiting = begun = 0
        if searched + waiting * len(text) - begun > most:
            rule = "tags or comments of the page are not closed"
            raise FileRefused(name, "", rule, "Save the page again.")


def refuse_json(raw: IO[bytes], name: str, bounds: Limits) -> None:
    """Refuse JSON that would fill the memory, before it is parsed. Raises FileRefused."""
    size = marks = 0
    while chunk := raw.read(1 << 18):
        size += len(chunk)
        marks += sum(map(chunk.count, (b",", b":", b"[", b"{")))
        if size > bounds.json_bytes:
            rule = f"the JSON has more than {bounds.json_bytes:,} bytes"
        elif marks > bounds.json_marks:
            rule = f"the JSON holds more than {bounds.json_marks:,} values"
        else:
            continue
        raise FileRefused(
            name, f"byte {size:,}", rule, "Ask the publisher's API for smaller pages."
        )
