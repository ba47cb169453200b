"""Bounds for XML and JSON: no DOCTYPE, no endless depth, no text that fills the memory.

The parser is expat, which never opens another file or address by itself; as a DOCTYPE is refused
before the first element, there are no entities that it could expand either.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Final
from xml.parsers import expat

from loaders.formats.contract import FileRefused

if TYPE_CHECKING:
    from loaders.guard import Limits

PROLOG_BYTES: Final = 65_536
"""Where the first element must have begun. Publishers' files begin it within 300 bytes."""
_CHUNK: Final = 4_096
_AGAIN: Final = "The download may have been cut short: fetch it again."
_OWN: Final = "Fetch the publisher's own unchanged file."


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
            raise FileRefused(name, place, "the XML is broken at its start", _OWN) from error
        return
    if strict or len(head) >= PROLOG_BYTES:
        raise FileRefused(
            name, place or "start", f"no element begins in its first {PROLOG_BYTES:,} bytes", _OWN
        )


class _Watched:
    """A file that counts what was read since the last event of its parser."""

    def __init__(self, inner: IO[bytes], name: str, most: int) -> None:
        self._inner, self._name, self._most, self.silent = inner, name, most, 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes. Raises FileRefused when too many came without a tag."""
        part = self._inner.read(size)
        self.silent += len(part)
        if self.silent > self._most:
            raise FileRefused(
                self._name, "", f"{self._most:,} bytes of the XML have no tag among them", _OWN
            )
        return part


def elements(
    raw: IO[bytes], wanted: frozenset[str], name: str, bounds: Limits
) -> Iterator[ET.Element]:
    """Every finished element of a wanted local name; nothing else of the file is kept.

    What lies inside a wanted element belongs to it, and is not given a second time.
    """
    watched = _Watched(raw, name, bounds.xml_silence)
    path: list[ET.Element] = []
    within = held = 0
    try:
        for event, element in ET.iterparse(watched, events=("start", "end")):
            watched.silent = 0
            if event == "start":
                path.append(element)
                if within:
                    held += 1
                elif _local(element) in wanted:
                    within, held = len(path), 0
                if held > bounds.xml_elements or len(path) > bounds.xml_depth:
                    raise _misshapen(path, name, bounds)
                continue
            path.pop()
            if within and len(path) >= within:
                continue
            if within:
                within = 0
                yield element
            element.clear()
            if path:
                path[-1].remove(element)
    except ET.ParseError as error:
        line, column = error.position
        raise FileRefused(
            name, f"line {line}, column {column}", "the XML is broken", _AGAIN
        ) from error
    except (ValueError, LookupError) as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(name, "", "the XML names an encoding that is not read", _OWN) from error


def _misshapen(path: list[ET.Element], name: str, bounds: Limits) -> FileRefused:
    """Why an element is one too many: it lies too deep, or its record has too many."""
    place = "/".join(_local(element)[:40] for element in path[:3])
    rule = f"one record holds more than {bounds.xml_elements:,} elements"
    if len(path) > bounds.xml_depth:
        rule = f"elements nest deeper than {bounds.xml_depth}"
    return FileRefused(name, f"in {place}", rule, _OWN)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


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
