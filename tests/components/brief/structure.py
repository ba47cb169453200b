"""A tagged PDF as a machine that reads aloud meets it: its structure in order, with the texts.

Independent of the typesetter: pikepdf parses the file, the texts come from its fonts' own tables.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_CHAR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Node:
    """An element of the structure: its kind, its texts in order, what stands below it."""

    kind: str
    attributes: dict[str, Any] = field(default_factory=dict)
    alt: str = ""
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is read of it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def all(self, *kinds: str) -> Iterator[Node]:
        """It and what is below it, of these kinds, in reading order."""
        if not kinds or self.kind in kinds:
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(*kinds)


def structure(pdf: bytes) -> Node:
    """The whole document."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        texts: dict[tuple[Any, int], str] = {}
        for page in opened.pages:
            for mcid, text in _marked(page):
                texts[page.objgen, mcid] = texts.get((page.objgen, mcid), "") + text
        root = Node("Root")
        _read(opened.Root.StructTreeRoot.K, None, root, texts)
        return root


def _read(item: Any, page: Any, parent: Node, texts: dict[tuple[Any, int], str]) -> None:
    if isinstance(item, pikepdf.Array):
        for each in item:
            _read(each, page, parent, texts)
    elif isinstance(item, int):
        parent.children.append(texts.get((page, item), ""))
    elif item.get("/Type") == "/MCR":
        parent.children.append(texts.get((item.Pg.objgen, int(item.MCID)), ""))
    elif "/S" in item:
        node = Node(str(item.S)[1:], _attributes(item), str(item.get("/Alt", "")))
        parent.children.append(node)
        own = item.Pg.objgen if "/Pg" in item else page
        if "/K" in item:
            _read(item.K, own, node, texts)


def _attributes(item: Any) -> dict[str, Any]:
    found = item.get("/A", [])
    several = found if isinstance(found, pikepdf.Array) else [found]
    return {str(key): value for one in several if one for key, value in one.items()}


@dataclass(frozen=True)
class _Marked:
    """A piece of marked content: its number, -1 for artifacts; whether its text stands by it."""

    mcid: int
    told: bool


def _marked(page: Any) -> Iterator[tuple[int, str]]:
    """The texts of a page by the number of their marked content; of artifacts -1."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[_Marked] = [_Marked(-1, told=False)]
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else {}
            stack.append(_inner(stack[-1], properties))
            if "/ActualText" in properties:
                yield stack[-1].mcid, str(properties.ActualText)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            letters = fonts[str(operands[0])]
        elif name in {"Tj", "TJ"} and not stack[-1].told:
            parts = operands[0] if name == "TJ" else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    yield stack[-1].mcid, _letters(bytes(part), letters)


def _inner(outer: _Marked, properties: Any) -> _Marked:
    mcid = int(properties.MCID) if "/MCID" in properties else outer.mcid
    return _Marked(mcid, told=outer.told or "/ActualText" in properties)


def _letters(codes: bytes, letters: dict[int, str]) -> str:
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters.get(high << 8 | low, "\ufffd") for high, low in pairs)


def _unicode(font: Any) -> dict[int, str]:
    """Letters by code, as the font's ToUnicode table has them."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, letter in _CHAR.findall(block):
            found[int(code, 16)] = bytes.fromhex(letter).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, start, _ in _RANGE.findall(block):
            for place, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                found[code] = chr(int(start, 16) + place)
    return found
