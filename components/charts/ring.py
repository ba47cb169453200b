"""How far a roadmap's listed actions are, as a ring of their statuses with the count inside."""

from __future__ import annotations

from base64 import b64encode
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


def ring_text(completion: Completion, wording: Wording) -> str:
    """The ring in words, for `alt` texts: the count and the statuses that occur."""
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


def ring_svg(completion: Completion, palette: Palette, wording: Wording, *, size: int = 120) -> str:
    """A standalone SVG of `size` pixels: one arc a status, no evidence hatched, `4 / 11` inside.

    Nothing listed is a hatched ring without a number; all without evidence has no completed count.
    Neither looks like zero percent. Arcs run against the clock in right-to-left languages.
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
        arcs = "".join(_arcs(completion, palette))
    text = escape(ring_text(completion, wording))
    turn = "rotate(-90 50 50)" + (" translate(0 100) scale(1 -1)" if wording.rtl else "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="0 0 100 100" role="img" aria-labelledby="title">'
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


def _arcs(completion: Completion, palette: Palette) -> list[str]:
    around = 2 * pi * RADIUS
    arcs: list[str] = []
    before = 0.0
    for status in STATUSES:
        count = getattr(completion, status)
        if not count:
            continue
        length = around * count / completion.listed
        paint = "url(#hatch)" if status == "no_evidence" else palette.statuses[status]
        # A gap in a ring of one status would look like a missing part.
        gap = 0.0 if count == completion.listed else 1.0
        arcs.append(
            f'<circle cx="50" cy="50" r="{RADIUS}" stroke="{paint}" data-status="{status}" '
            f'stroke-dasharray="{length - gap:.2f} {around - length + gap:.2f}" '
            f'stroke-dashoffset="{-before:.2f}"/>'
        )
        before += length
    return arcs
