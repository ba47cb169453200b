"""A figure's card: title, chart, sentence, unit, year, source, definition, table twin, CSV.

Pure: a card is a record that says what is shown; `components.country` draws it. Cards are
built once for a country, language and theme, then shared, so nothing in them may be changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from components import numbers
from components.figure_notes import note_parts
from components.markup import Foreign
from components.wording import Wording
from data.records import TOTAL, VALUELESS_STATUS, Indicator, Observation, Series, Source

CSV_ROUTE = "api/v1/observations.csv"


@dataclass(frozen=True)
class TableTwin:
    """The same content as a chart, as a table: header texts and rows of texts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True)
class SourceLine:
    """One source under a card: what is printed, where it leads, its full title."""

    text: str
    address: str
    title: str = ""


@dataclass(frozen=True)
class Definition:
    """What an indicator of a card means, with its caveats."""

    name: str
    text: str
    caveats: tuple[str, ...]


@dataclass(frozen=True)
class Strength:
    """How far the figures of a card may be compared. `glyph`: full, half or open; `word` and
    `reason` are in the reader's language."""

    glyph: str
    word: str
    reason: str


@dataclass(frozen=True, eq=False)
class Card:
    """Everything one card shows. `body` is ready-made safe HTML, its chart in it.

    Compared by identity: cards are shared, and what is made of one is kept beside it.

    Read from above: `label` (what, where, who) small, `title` the answer in a heading, `strength`
    how far its figures may be compared, then `body`, `sentence`, and the foot.
    `body` empty means: there is nothing, and `sentence` says so.
    `csv` is the address of exactly this card's rows; `csv_refusal` says why there is none.
    `indicators` are the codes of the figures it shows; `comments` what a government says of them,
    as safe HTML.
    """

    key: str
    title: str
    theme: str
    sentence: str = ""
    meta: str = ""
    body: str = ""
    table: TableTwin | None = None
    sources: tuple[SourceLine, ...] = ()
    definitions: tuple[Definition, ...] = ()
    csv: str = ""
    csv_refusal: str = ""
    wide: bool = False
    label: str = ""
    strength: Strength | None = None
    indicators: tuple[str, ...] = ()
    comments: str = ""


@dataclass(frozen=True, eq=False)
class Section:
    """A titled run of cards with an anchor; `lead` is one sentence beside the title.

    `folded` is what the section says in one line while it is folded, on a phone; without it the
    title of its first card says it.
    """

    key: str
    title: str
    theme: str
    lead: str
    cards: tuple[Card, ...]
    folded: str = ""

    @property
    def summary(self) -> str:
        """The one line of the folded section."""
        return self.folded or next((card.title for card in self.cards), "")


def source_line(source: Source, wording: Wording) -> SourceLine:
    """`UNICEF (2025)` with its page; the title is one hover away."""
    text = wording.t("card.source", publisher=source.publisher, vintage=source.vintage)
    return SourceLine(Foreign(text), source.address, source.title)


def definition_of(indicator: Indicator, wording: Wording) -> Definition:
    """Name, definition and caveats in the wording's language."""
    return Definition(
        wording.of(indicator, "name"),
        wording.of(indicator, "definition"),
        wording.caveats(indicator),
    )


def csv_address(series: Sequence[Series], area_code: str = "") -> str:
    """Address of the CSV that holds exactly these indicators, of their release.

    `area_code` narrows to one area, or to several with commas between.
    """
    codes = ",".join(dict.fromkeys(s.indicator.code for s in series))
    asked = {"indicator": codes} | ({"area": area_code} if area_code else {})
    return f"{CSV_ROUTE}?{urlencode(asked | as_of(series), safe=',')}"


def as_of(series: Iterable[Series]) -> dict[str, str]:
    """The parameter of an address that asks for the same release; none for the figures of now."""
    releases = {str(s.release) for s in series if s.release is not None}
    return {"as_of": max(releases)} if releases else {}


def note_text(flag: str, note: str, wording: Wording) -> Foreign:
    """Flag and coded notes in words, then what the publisher wrote."""
    worded, left = note_parts(note, wording)
    apart = wording.t("sentence.separator")
    own = apart.join(part for part in (flag, *worded) if part)
    foreign = "; ".join(left)
    return Foreign(foreign, own + apart if own and foreign else own)


def _cells(
    row: Observation, series: Series, wording: Wording, names: Mapping[str, str]
) -> list[str]:
    about = series.indicator
    category = (
        "" if row.category == TOTAL else wording.t(f"category.{row.dimension}.{row.category}")
    )
    flagged = row.status != "A" and row.status not in VALUELESS_STATUS
    flag = wording.t(f"charts.flag_status.{row.status}") if flagged else ""
    return [
        names.get(row.area, row.area),
        wording.of(about, "short"),
        str(row.year),
        numbers.sex_of(row, about, wording),
        numbers.age_text(row.age, wording),
        category,
        numbers.figure(row, about, wording),
        Foreign(row.survey),
        note_text(flag, row.note, wording),
        Foreign(series.source(row.source).publisher),
        Foreign(row.vintage),
    ]


def table_of(several: Sequence[Series], wording: Wording) -> TableTwin:
    """Every observation of some series as a table; columns that say nothing are left out."""
    heads = "area indicator year sex age category value survey note source vintage"
    columns = [wording.t(f"column.{head}") for head in heads.split()]
    rows = [
        _cells(row, series, wording, {a.code: a.name for a in series.areas})
        for series in several
        for row in series.observations
    ]
    # A table of one country and one age needs neither column; year, value and source stay.
    always = {2, 6, 9, 10}
    kept = [
        i
        for i in range(len(columns))
        if i in always or len({row[i] for row in rows}) > 1 or (i == 7 and any(r[7] for r in rows))
    ]
    return TableTwin(
        tuple(columns[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in rows),
        frozenset(place for place, i in enumerate(kept) if i in {2, 6}),
    )


def refusal_of(publishers: Iterable[str], wording: Wording) -> str:
    """Why figures are in no file of ours, with their publishers; empty without any."""
    named = wording.t("sentence.comma").join(dict.fromkeys(publishers))
    return Foreign(named, wording.t("card.not_ours_to_give", publisher="")) if named else ""


def figure_card(
    key: str,
    title: str,
    several: Sequence[Series],
    wording: Wording,
    *,
    sentence: str,
    area_code: str,
    **shown: Any,
) -> Card:
    """A card over one or more series that hold something; `shown` are further fields of Card, and
    those that are said otherwise than the series say them."""
    sources = {s.code: s for series in several for s in series.sources}
    refused = [s for s in sources.values() if not s.downloadable]
    # `definitions`: two Series of one indicator (an edition each) define it once.
    card = Card(
        key=key,
        title=title,
        theme=several[0].indicator.theme,
        sentence=sentence,
        meta=meta_line(several, wording),
        table=table_of(several, wording),
        sources=tuple(source_line(s, wording) for s in sources.values()),
        definitions=tuple(dict.fromkeys(definition_of(s.indicator, wording) for s in several)),
        csv="" if len(refused) == len(sources) else csv_address(several, area_code),
        csv_refusal=refusal_of([s.publisher for s in refused], wording),
        indicators=tuple(dict.fromkeys(s.indicator.code for s in several)),
    )
    return replace(card, **shown)


def meta_line(several: Sequence[Series], wording: Wording) -> str:
    """`2008–2019 · % of children · household surveys`."""
    years = [row.year for series in several for row in series.observations]
    units = dict.fromkeys(wording.t(f"unit.{s.indicator.unit}") for s in several)
    methods = dict.fromkeys(wording.t(f"method.{s.indicator.method}") for s in several)
    span = numbers.year_range(min(years), max(years), wording) if years else ""
    comma = wording.t("sentence.comma")
    return " · ".join(part for part in (span, comma.join(units), comma.join(methods)) if part)
