"""The fonts of a brief: small, free, and with every letter that a brief can have to set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont

from components.brief.chart_blocks import SIGNS, STRENGTHS
from components.brief.sheet import LAW, STEPS
from components.brief.typesetting import FONTS
from components.theme import STATUS_SYMBOLS
from components.wording import LANGUAGES, wording
from data import store

STYLES = ("Regular", "Bold")
MARKS = set(range(0x200B, 0x2010)) | set(range(0x202A, 0x202F)) | {0x2060, *range(0x2066, 0x206A)}
"""Letters without a shape: marks of joining and direction."""


def letters_of(style: str) -> set[int]:
    """The letters of both fonts of a style."""
    return {
        code
        for name in ("BriefSans", "NotoSansArabic")
        for code in TTFont(FONTS / f"{name}-{style}.ttf").getBestCmap()
    }


def texts() -> Iterator[str]:
    """Everything in the catalogues, the names of all areas, of sources and of their releases."""
    for language in LANGUAGES:
        for text in wording(language).texts.values():
            yield from [text] if isinstance(text, str) else text
        known = store.reference(language)
        yield from (area.name for area in known.areas.values())
        for source in known.sources.values():
            yield from (source.publisher, source.title, source.vintage, source.citation)
    for signs in (SIGNS, STRENGTHS, LAW, STEPS, STATUS_SYMBOLS):
        yield from signs.values()


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("style", STYLES)
def test_no_letter_is_missing(style: str) -> None:
    wanted = {ord(letter) for text in texts() for letter in text if letter.isprintable()}
    assert {chr(code) for code in wanted - MARKS - letters_of(style)} == set()


def test_the_fonts_are_small_and_named_anew() -> None:
    files = sorted(FONTS.glob("*.ttf"))
    assert [path.stem for path in files] == [
        f"{name}-{style}" for name in ("BriefSans", "NotoSansArabic") for style in sorted(STYLES)
    ]
    assert sum(path.stat().st_size for path in files) < 400_000
    families = {TTFont(path)["name"].getDebugName(1) for path in files}
    # Adobe reserves the name Source for the original.
    assert families == {"Brief Sans", "Noto Sans Arabic"}
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
