"""How the pages look and what their scripts do: files that a browser keeps, named by their content.

They do not travel with a page: the document links to them, so that a reader fetches each once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from components.theme import PALETTES, Palette
from components.view_words import view_words

_UI: Final = Path(__file__).with_name("ui")
SHEETS: Final = _UI / "look"
"""The stylesheet, a file a subject; joined in the order of the names."""
DRAWINGS: Final = ("35_plot.css", "56_explore_charts.css", "57_explore_map.css")
"""Those of them that drawings of figures need."""
MEETING: Final = _UI / "meeting"
"""Script and style of the meeting's page, which is none of Streamlit's; joined in the same way."""
MEETING_WORKER: Final = _UI / "meeting_worker.js"
"""What brings that page while the server cannot be reached; browsers want it beside the page."""

PLAIN: Final = ("paper", "surface", "ink", "muted", "hairline", "action")
"""Colours of a palette that are variables under their own names."""


def _named(code: str) -> str:
    return code.replace("_", "-")


@cache
def look_files() -> dict[str, bytes]:
    """Content by name: `look.<hash>.css`, the scripts, icon.png, and what the other pages need."""
    sheets = _joined(SHEETS, "*.css")
    together = ("first.js", "unpack.js", "places.js", "add_view.js")
    parts = [(_UI / name).read_text(encoding="utf-8") for name in together]
    scripts = "\n".join([f"window.viewWords = {view_words()};", *parts])
    contents = {
        "look.css": sheets.encode(),
        "first.js": scripts.encode(),
        "find.js": (_UI / "find.js").read_bytes(),
        "press.js": (_UI / "press.js").read_bytes(),
        "cite.js": (_UI / "cite_copy.js").read_bytes(),
        "icon.png": (_UI / "icon.png").read_bytes(),
        "embed.css": _embedded().encode(),
        "meeting.css": _joined(MEETING, "*.css").encode(),
        "meeting.js": _joined(MEETING, "*.js").encode(),
    }
    return {_with_hash(name, content): content for name, content in contents.items()}


def look_name(plain: str) -> str:
    """The name that a file has today: `look.css` is `look.<hash>.css`. Raises KeyError."""
    return _names()[plain]


VARIABLES: Final = replace(
    PALETTES["light"],
    paper="var(--paper)",
    surface="var(--surface)",
    ink="var(--ink)",
    muted="var(--muted)",
    hairline="var(--hairline)",
    action="var(--action)",
    themes={code: f"var(--{_named(code)})" for code in PALETTES["light"].themes},
    statuses={code: f"var(--status-{_named(code)})" for code in PALETTES["light"].statuses},
)
"""The same as the variables themselves, for drawings that stand inside a document."""


def colour_variables(palette: Palette) -> str:
    """The theme's colours as CSS variables, so that colours are stated once."""
    colours = {name: getattr(palette, name) for name in PLAIN}
    colours |= {_named(code): colour for code, colour in palette.themes.items()}
    colours |= {f"status-{_named(code)}": v for code, v in palette.statuses.items()}
    sexes = {"F": "female", "M": "male", "T": "total"}
    colours |= {sexes[code]: colour for code, colour in palette.sexes.items()}
    colours |= {f"part-{place}": colour for place, colour in enumerate(palette.categorical, 1)}
    colours |= {
        "no-data": palette.no_data,
        "suppressed": palette.suppressed,
        "not-applicable": palette.not_applicable,
    }
    return ":root{" + "".join(f"--{name}:{colour};" for name, colour in colours.items()) + "}"


def _joined(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern)))


def _embedded() -> str:
    """The sheets of drawings, and what only a view in a frame needs."""
    paths = [*(SHEETS / name for name in DRAWINGS), _UI / "embed.css"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _with_hash(name: str, content: bytes) -> str:
    stem, dot, kind = name.partition(".")
    return f"{stem}.{sha256(content).hexdigest()[:12]}{dot}{kind}"


@cache
def _names() -> dict[str, str]:
    return {f"{(parts := name.split('.'))[0]}.{parts[2]}": name for name in look_files()}
