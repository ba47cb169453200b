"""What a text page is made of: a run of blocks, each of plain texts in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads on. `address` is relative to our root, or a full one of
    elsewhere."""

    text: str
    address: str


Cell = str | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3, with an anchor where something leads to it."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `look` is empty, `lead` (the answer), `small` (a remark) or `state`."""

    kind: ClassVar[str] = "paragraph"
    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of texts or links; numbered where their order matters, in a `row` where it is long
    and its items are short."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Cell, ...]
    numbered: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a caption; the first cell of a row names it.

    `csv` is the address of the rows, for when the table has to be shortened: then the newest rows
    stay, which are the last ones where `newest_last`. `left` counts the rows left out.
    """

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    csv: str = ""
    newest_last: bool = False
    left: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its definition, its legal source, and the anchor by which it is found."""

    anchor: str
    name: str
    text: str
    sources: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms in the order of the alphabet."""

    kind: ClassVar[str] = "terms"
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """HTML that our own functions made, such as a chart; never loaded text."""

    kind: ClassVar[str] = "drawn"
    html: str


Block = Heading | Paragraph | Bullets | Table | Terms | Drawn


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page before it is HTML. `path` is its address below our root, `query` what else says
    which page it is; `twin` is the address of the page of the app that it stands for.

    `dataset` is its description for search engines (JSON-LD), empty where it holds no figures.
    """

    path: str
    title: str
    heading: str
    description: str
    blocks: tuple[Block, ...]
    twin: str
    query: Mapping[str, str] = field(default_factory=dict)
    dataset: Mapping[str, Any] = field(default_factory=dict)
