"""A brief fitted to two pages of A4: what stands where, what is left out and where it is found.

The template reads the result as JSON. Every value in it is a text, a number or a list of such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from components.brief.chart_blocks import chart_block, qr_svg, ring_drawing, shortened
from components.brief.records import BriefContent, Chart, DatedLine, Line, Listing
from components.theme import PALETTES, STATUS_SYMBOLS
from components.wording import Wording

PALETTE: Final = PALETTES["light"]
HALF: Final = 251.0
"""Points of one of two columns."""

STRENGTHS: Final = {"full": "●", "half": "◐", "open": "○"}
LAW: Final = {"yes": "☑", "part": "◧", "no": "⊟", "unknown": "⍰", "none": "–"}
STEPS: Final = {"stated": "●", "named": "◉", "not_seen": "○"}
SECTION_CHARTS: Final = 2
SPARE: Final = 5
"""Lines more of a list where there is no roadmap."""

TALLER: Final = 1.45
"""Charts of the one part that has any, beside those of two."""

BESIDE: Final = 4
"""Items of the roadmap up to which measures of other pages are listed too."""

BESIDE_RING: Final = 10
"""Items that stand beside the ring, whatever the room."""

MOST_ROWS: Final = 9
"""Rows of a table beside a chart, the newest."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a page takes: most lines of a kind, letters of a text, points of a chart's height, and
    `line` points of a line of the calendar."""

    items: int
    letters: int
    chart: float
    context: int
    topics: int
    sources: int
    dates: int
    note: int
    law: int
    line: float
    gap: int = 110


ROOMS: Final = (
    Room(10, 104, 108, 6, 5, 560, 3, 330, 20, 12.2),
    Room(8, 88, 92, 5, 4, 440, 2, 240, 20, 11.6),
    Room(6, 72, 78, 4, 3, 320, 2, 160, 20, 11.0, 80),
    Room(5, 64, 66, 3, 2, 260, 1, 120, 20, 10.4, 60),
    Room(4, 60, 62, 3, 2, 220, 1, 110, 10, 10.4, 60),
    Room(2, 44, 56, 2, 2, 120, 1, 60, 6, 10.0, 40),
)
"""From the widest to the tightest; the first that comes out on two pages is taken."""


_ISOLATE: Final = re.compile("\u2066([^\u2066-\u2069]*)\u2069")
_VOWELS: Final = re.compile("[\u064b-\u0652]")
"""Marks over Arabic letters. The typesetter (0.15) tells a letter with its mark twice, so that a
search finds no word that has one; print does without them."""

_KEEPS_ITSELF: Final = re.compile(r"[\d.,]*")
LONGEST_BOX: Final = 24
"""Letters of a text that the template may set in a box, which no line break divides."""


def without_marks(given: Any) -> Any:
    """Every text in it without the marks that it does without: vowels, and those of direction about
    bare numbers, which keep their order by themselves, and about long texts, which do too."""
    if isinstance(given, dict):
        return {key: without_marks(value) for key, value in given.items()}
    if isinstance(given, list):
        return [without_marks(value) for value in given]
    return _ISOLATE.sub(_kept, _VOWELS.sub("", given)) if isinstance(given, str) else given


def _kept(found: re.Match[str]) -> str:
    inner = found[1]
    bare = len(inner) > LONGEST_BOX or _KEEPS_ITSELF.fullmatch(inner)
    return inner if bare else found[0]


def sheet(content: BriefContent, wording: Wording, room: Room) -> dict[str, Any]:
    """Everything that the template sets, for one language and one country."""
    given = _given(content, wording, room)
    return without_marks(given) if wording.rtl else given


def _given(content: BriefContent, wording: Wording, room: Room) -> dict[str, Any]:
    t = wording.t
    short_link = content.permalink.partition("://")[2] or content.permalink
    names = dict(content.headings)
    # Without a roadmap the second page has room for more of what else it says.
    spare = 0 if content.roadmap.steps else SPARE
    topics, context = room.topics + spare, room.context + spare
    return {
        "lang": content.language,
        "dir": content.direction,
        "title": content.title,
        "author": content.product,
        "document": content.document,
        "state": content.version.text,
        "pages": [t("country_brief.page", page=n, pages=2) for n in (1, 2)],
        "colours": {
            "ink": PALETTE.ink,
            "muted": PALETTE.muted,
            "hairline": PALETTE.hairline,
            "action": PALETTE.action,
            **PALETTE.themes,
        },
        "country": content.country,
        "badge": content.badge,
        "sentences": list(content.sentences),
        "tiles": _tiles(content, room),
        "strengths": [[STRENGTHS[glyph], word, means] for glyph, word, means in content.strengths],
        "headings": names,
        "child_labour": _section("child_labour", content.child_labour, content, wording, room),
        "trafficking": _section("trafficking", content.trafficking, content, wording, room),
        # Without any chart the first page has room for what stands on the second otherwise.
        "ground_first": not content.child_labour and not content.trafficking,
        "roadmap": _roadmap(content, wording, room),
        "law": {
            "instruments": _listing(content.instruments, wording, room.law, room.letters),
            "law": _listing(content.law, wording, room.law, room.letters),
            "suggestions": _listing(content.suggestions, wording, topics, 70) | {"note": ""},
            "inspection": _listing(content.inspection, wording, 6, 70) | {"note": ""},
        },
        "calendar": chart_block(content.calendar, HALF, room.line, room.note)
        if content.calendar
        else None,
        "context": {
            **_listing(content.context, wording, context, 60),
            "columns": [*content.context.columns, t("column.year")],
        },
        "gaps": _gaps(content),
        "gaps_title": t("country_brief.gaps"),
        "nothing": t("country_brief.nothing"),
        "notes": " ".join(content.notes),
        "sources_title": t("country_brief.sources"),
        "sources": _sources(content, wording, room.sources),
        "cite": content.cite,
        "full": t("country_brief.full"),
        "permalink": content.permalink,
        "link": short_link,
        "qr": {"svg": qr_svg(content.permalink), "alt": t("country_brief.qr", link=short_link)},
    }


def _tiles(content: BriefContent, room: Room) -> list[dict[str, Any]]:
    return [
        {
            "colour": PALETTE.themes[one.theme],
            "label": one.label,
            "number": one.number,
            "unit": one.unit,
            "what": one.what,
            "verdict": one.verdict,
            "strength": [STRENGTHS[one.strength.glyph], one.strength.word] if one.strength else [],
            "gap": shortened(one.gap, room.gap),
        }
        for one in content.tiles
    ]


def _section(
    theme: str, several: Sequence[Chart], content: BriefContent, wording: Wording, room: Room
) -> dict[str, Any]:
    """Two charts; beside a single one its figures as a table; without any, what is missing."""
    kept = _chosen(several)
    alone = kept[0] if len(kept) == 1 else None
    lacking = [one for one in content.gaps if one.theme == theme] if len(kept) < 2 else []
    both = bool(content.child_labour) and bool(content.trafficking)
    height = room.chart if both else round(room.chart * TALLER, 1)
    return {
        "charts": [chart_block(one, HALF, height, room.note) for one in kept],
        "table": {
            "title": wording.t("country_brief.figures"),
            "columns": list(alone.columns),
            "rows": [list(row) for row in alone.rows[-MOST_ROWS:]],
        }
        if alone
        else None,
        "missing": [[one.what, one.detail, one.by_whom] for one in lacking],
    }


def _chosen(several: Sequence[Chart]) -> list[Chart]:
    """The first chart, and of the others the first that shows more than one figure."""
    others = sorted(several[1:], key=lambda one: len(one.rows) < 2)
    return [*several[:1], *others][:SECTION_CHARTS]


def _gaps(content: BriefContent) -> list[list[str]]:
    """The gaps that no part of the first page tells instead of charts."""
    shown = {"child_labour": content.child_labour, "trafficking": content.trafficking}
    told = {theme for theme, charts in shown.items() if len(charts) < SECTION_CHARTS}
    return [[one.what, one.detail, one.by_whom] for one in content.gaps if one.theme not in told]


def _more(left: int, wording: Wording) -> str:
    return wording.plural("country_brief.more", left, count=left) if left > 0 else ""


def _listing(one: Listing, wording: Wording, most: int, letters: int) -> dict[str, Any]:
    """A label, an answer, lines as [sign, text, value, year], how many more, and a note."""
    return {
        "label": one.label,
        "title": one.title,
        "colour": PALETTE.themes[one.theme],
        "columns": list(one.columns),
        "lines": [
            [LAW.get(line.mark, ""), shortened(line.text, letters), line.value, line.state]
            for line in one.lines[:most]
        ],
        "more": _more(len(one.lines) - most, wording),
        "note": one.note,
    }


def _status_lines(lines: Sequence[Line], most: int, letters: int) -> list[list[str]]:
    return [
        [
            STATUS_SYMBOLS[line.mark],
            PALETTE.statuses[line.mark],
            shortened(line.text, letters),
            line.value or "–",
            line.note,
        ]
        for line in lines[:most]
    ]


def _dates(lines: Sequence[DatedLine], room: Room, wording: Wording) -> dict[str, Any]:
    return {
        "lines": [
            [one.when, shortened(one.text, room.letters), one.state] for one in lines[: room.dates]
        ],
        "more": _more(len(lines) - room.dates, wording),
    }


def _roadmap(content: BriefContent, wording: Wording, room: Room) -> dict[str, Any]:
    way, t = content.roadmap, wording.t
    own, others = way.items, way.others
    # Beside a ring there is room for as many lines as the ring and its numbers are high.
    most, letters = (max(room.items, BESIDE_RING), 76) if way.counts else (room.items, 200)
    # Measures of other pages have the room that the roadmap's own items leave, and no more than
    # two rows a column beside them.
    unused = room.dates - min(room.dates, max(len(way.ahead), len(way.late)))
    beside = 0 if len(own) > BESIDE else room.items - 4 - len(own) + 2 * unused
    return {
        "label": way.label,
        "title": way.title,
        "instead": way.instead,
        "ring": {**ring_drawing(way.counts, way.ratio, content.direction), "alt": way.alt}
        if way.counts
        else None,
        "counts": [
            [STATUS_SYMBOLS[one.status], PALETTE.statuses[one.status], one.word, str(one.count)]
            for one in way.counts
        ],
        "columns": [t("country_brief.status"), t("country_brief.count")],
        "items": _status_lines(own, most, min(room.letters, letters)),
        "items_more": _more(len(own) - most, wording),
        "others_title": way.others_title if beside else "",
        "others": _status_lines(others, beside, room.letters),
        "others_more": _more(len(others) - beside, wording) if beside else "",
        "steps": [[STEPS[step.mark], step.name, step.when] for step in way.steps],
        "ahead_title": t("country_brief.ahead"),
        "ahead": _dates(way.ahead, room, wording),
        "late_title": t("country_brief.late"),
        "late": _dates(way.late, room, wording),
        "none_ahead": t("tile.no_date"),
        "none_late": t("country_brief.none_late"),
        "note": way.note,
    }


def _sources(content: BriefContent, wording: Wording, letters: int) -> str:
    """The short names, as many as there is room for, and how many more there are."""
    names, kept = content.source_names, list[str]()
    for name in names:
        if sum(map(len, kept)) + len(name) > letters:
            break
        kept.append(name)
    text = wording.t("sentence.separator").join(kept)
    more = _more(len(names) - len(kept), wording)
    return f"{text} {more}".strip()
