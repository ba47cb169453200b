"""What a country brief is made of: plain texts, numbers and rows in one language, no markup.

Everything that the country holds for a part stands here; a form with little room shortens it itself
and says how much it left out. Texts are loaded text: whoever sets them never reads them as markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from components.cards import Strength
from components.charts.plot import Plot


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the five answers: its number with year, what became of it, and how sure that is.

    The texts are those of the tile on the country's page. `number` is a dash where none is held;
    `below` tells what stands under the number's line there: the place among others, or statuses.
    """

    theme: str
    label: str
    number: str
    unit: str
    what: str
    verdict: str
    strength: Strength | None = None
    below: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot of a chart, with the name above or beside it; `unit` is a remark under the name."""

    name: str
    plot: Plot
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its answer as title, and the same as a table: `columns` and `rows` of texts.

    `panels` are in percent of their plot (components/charts/plot.py); `keys` name the shapes, each
    (shape, colour, text). `alt` is the sentence that stands for the picture.
    """

    key: str
    theme: str
    label: str
    title: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    panels: tuple[Panel, ...]
    strength: Strength | None = None
    note: str = ""
    keys: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list. `mark` says its state by shape, `state` in words; `value` ends the line.

    Marks: yes, part, no, unknown, none for law; a status of the roadmap's scale for its items.
    """

    text: str
    value: str = ""
    mark: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines under a small label and an answer; `note` is what must be known of them.

    Without lines the title says why. `columns` name text and value of a line, for a table.
    """

    key: str
    theme: str
    label: str
    title: str
    lines: tuple[Line, ...] = ()
    note: str = ""
    columns: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Count:
    """How many items have a status."""

    status: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the pathfinder way: `mark` is stated, named or not_seen."""

    name: str
    when: str
    mark: str


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A date as published, in words, and what is or was due then; `state`: how far that is."""

    when: str
    text: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The way of a pathfinder country; of another one, `title` and `instead` say what it could do.

    `counts` and `ratio` are those of the ring, empty where too few items are known to draw one:
    `instead` then stands in its place. `items` are the roadmap's own, those past their date first;
    `others` are measures that other pages name, which no ring counts, under `others_title`.
    """

    label: str
    title: str
    instead: str = ""
    ratio: str = ""
    alt: str = ""
    counts: tuple[Count, ...] = ()
    items: tuple[Line, ...] = ()
    others_title: str = ""
    others: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()
    ahead: tuple[DatedLine, ...] = ()
    late: tuple[DatedLine, ...] = ()
    ended: tuple[DatedLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not held, what stands instead, and who could provide it; `theme` is its part."""

    what: str
    detail: str
    by_whom: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source that the brief rests on: in full, and by the short name it has under a chart."""

    publisher: str
    title: str
    vintage: str
    address: str
    short: str


@dataclass(frozen=True, slots=True)
class Version:
    """Which figures these are. `made` is the day on which late and ahead were judged."""

    release: int
    published: str
    made: str
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """The release whose figures are shown and the day (ISO) it was published on."""

    number: int
    published: str


@dataclass(frozen=True, slots=True)
class BriefContent:
    """A country's brief in one language, complete. `permalink` leads to these very figures.

    `document` is what it is called, `title` the same with the country; `headings` are those of its
    parts by key: child_labour, trafficking, roadmap, law, ground. `source_names` are the sources in
    short, several editions behind one name.
    """

    language: str
    direction: str
    code: str
    country: str
    document: str
    title: str
    product: str
    version: Version
    permalink: str
    cite: str
    today: date
    badge: str = ""
    sentences: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    strengths: tuple[tuple[str, str, str], ...] = ()
    child_labour: tuple[Chart, ...] = ()
    trafficking: tuple[Chart, ...] = ()
    roadmap: Roadmap = field(default_factory=lambda: Roadmap("", ""))
    instruments: Listing = field(default_factory=lambda: Listing("", "", "", ""))
    law: Listing = field(default_factory=lambda: Listing("", "", "", ""))
    suggestions: Listing = field(default_factory=lambda: Listing("", "", "", ""))
    inspection: Listing = field(default_factory=lambda: Listing("", "", "", ""))
    calendar: Chart | None = None
    context: Listing = field(default_factory=lambda: Listing("", "", "", ""))
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceText, ...] = ()
    source_names: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
