"""How far a roadmap's items are, as a ring of their statuses with the count inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from math import pi
from typing import Final

from components.theme import Palette
from components.wording import Wording
from data.methods.completion import STATUSES
from data.records import Completion

RADIUS: Final = 42
THICKNESS: Final = 13
"""In hundredths of the ring's size."""

MARGIN: Final = 5
"""What the mark of the pace stands out by, on every side."""


def ring_text(completion: Completion, wording: Wording) -> str:
    """The ring in words, for `alt` texts: whose word, the count, the statuses that occur."""
    text = _counted(completion, wording)
    if not completion.says or not completion.listed:
        return text
    body = wording.t(f"status_says.{completion.says}")
    return wording.t("sentence.part", category=body, value=text)


def _counted(completion: Completion, wording: Wording) -> str:
    if not completion.listed:
        return wording.t("completion.none")
    listed = completion.listed
    if completion.no_evidence == completion.listed:
        return wording.t("completion.unknown", listed=listed)
    head = wording.t("completion.sentence", completed=completion.completed, listed=listed)
    parts = [
        wording.t(
            "completion.part",
            status=wording.t(f"completion.{status}"),
            count=getattr(completion, status),
        )
        for status in STATUSES
        if getattr(completion, status)
    ]
    text = wording.t("sentence.end", text=wording.t("sentence.separator").join(parts))
    return f"{head} {text[0].upper()}{text[1:]}"


def ring_svg(
    completion: Completion,
    palette: Palette,
    wording: Wording,
    *,
    size: int = 120,
    weights: Mapping[str, float] | None = None,
    pace: float | None = None,
) -> str:
    """A standalone SVG of `size` pixels: one arc a status, no evidence hatched, `4 / 11` inside.

    Arcs are as long as the counts, or as the `weights` by status where they are given. `pace`, 0 to
    1, sets a mark across the ring. Nothing listed is a hatched ring without a number; all without
    evidence has no completed count. Neither looks like zero percent. Arcs run against the clock in
    right-to-left languages.
    """
    if not completion.listed:
        middle, arcs = "–", _circle(palette, 'stroke="url(#hatch)"')
    else:
        known = completion.no_evidence < completion.listed
        middle = wording.t(
            "completion.ratio",
            completed=str(completion.completed) if known else "–",
            listed=str(completion.listed),
        )
        counts = {status: float(getattr(completion, status)) for status in STATUSES}
        arcs = "".join(_arcs(weights or counts, palette)) + _mark(pace, palette)
    text = escape(ring_text(completion, wording))
    turn = "rotate(-90 50 50)" + (" translate(0 100) scale(1 -1)" if wording.rtl else "")
    box = 100 + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="-{MARGIN} -{MARGIN} {box} {box}" role="img" aria-labelledby="title">'
        f'<title id="title">{text}</title>'
        f"{_hatch(palette)}"
        f'<g transform="{turn}" fill="none" stroke-width="{THICKNESS}">{arcs}</g>'
        f'<text x="50" y="57" text-anchor="middle" direction="ltr" font-size="20" '
        f'font-weight="600" font-family="sans-serif" fill="{palette.ink}">{escape(middle)}</text>'
        "</svg>"
    )


def ring_data_uri(svg: str) -> str:
    """The SVG as an address for `<img src>`, the only way it survives in Streamlit's HTML."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode("utf-8")).decode("ascii")


def _hatch(palette: Palette) -> str:
    return (
        '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        f'<rect width="5" height="5" fill="{palette.surface}"/>'
        f'<rect width="2" height="5" fill="{palette.statuses["no_evidence"]}"/></pattern></defs>'
    )


def _circle(palette: Palette, paint: str) -> str:
    outline = (
        f'<circle cx="50" cy="50" r="{RADIUS + THICKNESS / 2}" stroke="{palette.muted}" '
        'stroke-width="1" stroke-dasharray="3 2"/>'
    )
    return f'{outline}<circle cx="50" cy="50" r="{RADIUS}" {paint}/>'


def _mark(pace: float | None, palette: Palette) -> str:
    """A line across the ring where the pace stands, set off from the arcs by a rim."""
    if pace is None:
        return ""
    first, last = 50 + RADIUS - THICKNESS / 2 - 2, 50 + RADIUS + THICKNESS / 2 + MARGIN - 2
    turn = f'transform="rotate({360 * pace:.2f} 50 50)"'
    line = f'<line x1="{first}" y1="50" x2="{last}" y2="50" {turn} '
    return (
        f'{line}stroke="{palette.surface}" stroke-width="5"/>'
        f'{line}stroke="{palette.ink}" stroke-width="2.5" data-pace="{pace:.4f}"/>'
    )


def _arcs(lengths: Mapping[str, float], palette: Palette) -> list[str]:
    around = 2 * pi * RADIUS
    whole = sum(lengths.values())
    arcs: list[str] = []
    before = 0.0
    for status in STATUSES:
        part = lengths.get(status, 0.0)
        if not part:
            continue
        length = around * part / whole
        paint = "url(#hatch)" if status == "no_evidence" else palette.statuses[status]
        # A gap in a ring of one status would look like a missing part.
        gap = 0.0 if part == whole else 1.0
        arcs.append(
            f'<circle cx="50" cy="50" r="{RADIUS}" stroke="{paint}" data-status="{status}" '
            f'stroke-dasharray="{length - gap:.2f} {around - length + gap:.2f}" '
            f'stroke-dashoffset="{-before:.2f}"/>'
        )
        before += length
    return arcs
