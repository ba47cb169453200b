"""A country's brief as a record: what its page answers, on two pages to hand over.

Nothing is counted or judged here: every figure and sentence is made by the parts of the page.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from components import numbers
from components.brief.charts import child_labour_charts, trafficking_charts
from components.brief.ground import context, gaps, source_names, sources, what_exists
from components.brief.law import inspection, instruments, points_of_law, suggestions
from components.brief.records import BriefContent, Release, Tile, Version
from components.brief.roadmap import roadmap
from components.change_words import GLYPHS
from components.country.answers import CountryAnswers
from components.country.parts import tiles as of_page
from components.country.parts.brief import brief
from components.country.sections.header import latest_stage
from components.wording import Wording
from data.methods.change import STRENGTHS

HEADINGS: Final = {
    "child_labour": "country.child_labour.title",
    "trafficking": "country.trafficking.title",
    "roadmap": "roadmap.title",
    "law": "country_brief.heading.law",
    "ground": "country_brief.heading.ground",
}
"""The parts and what they are called: as the sections of the page where they are the same."""

__all__ = ["BriefContent", "Release", "brief_content", "brief_tiles"]


def brief_content(
    answers: CountryAnswers,
    wording: Wording,
    *,
    today: date,
    release: Release,
    permalink: str,
) -> BriefContent:
    """The brief of one country. `permalink` is the address of its page with these figures; `today`
    tells what is late and what is ahead."""
    t, country = wording.t, answers.area.name
    published = numbers.date_text(release.published[:10], wording)
    state = t("country_brief.version", release=release.number, day=published)
    return BriefContent(
        language=wording.code,
        direction=wording.language.direction,
        code=answers.area.code,
        country=country,
        document=t("country_brief.title"),
        title=t("country_brief.title_of", country=country),
        product=t("frame.product"),
        version=Version(release.number, release.published[:10], today.isoformat(), state),
        permalink=permalink,
        cite=t("country_brief.cite", product=t("frame.product"), country=country, day=published),
        today=today,
        badge=_badge(answers, wording),
        sentences=brief(answers, wording),
        tiles=brief_tiles(answers, wording, today=today),
        strengths=tuple(
            (GLYPHS[code], t(f"change.strength.{code}"), t(f"change.means.{code}"))
            for code in STRENGTHS
        ),
        child_labour=child_labour_charts(answers, wording, today),
        trafficking=trafficking_charts(answers, wording),
        roadmap=roadmap(answers, wording, today),
        instruments=instruments(answers, wording),
        law=points_of_law(answers, wording),
        suggestions=suggestions(answers, wording),
        inspection=inspection(answers, wording),
        calendar=what_exists(answers, wording),
        context=context(answers, wording),
        gaps=gaps(answers, wording),
        notes=_notes(wording),
        sources=sources(answers, wording),
        source_names=source_names(answers, wording),
        headings=tuple((key, t(text)) for key, text in HEADINGS.items()),
    )


def brief_tiles(answers: CountryAnswers, wording: Wording, *, today: date) -> tuple[Tile, ...]:
    """The five tiles of the page in plain texts."""
    return tuple(
        Tile(
            one.theme,
            one.label,
            one.number,
            one.unit,
            one.what,
            one.verdict,
            one.strength,
            one.strip_label,
            " ".join(filter(None, (one.gap_label, one.gap))) if one.gap else "",
        )
        for one in of_page.tiles(answers, wording, today=today)
    )


def _badge(answers: CountryAnswers, wording: Wording) -> str:
    """The country's place on the pathfinder way with the newest stage and its date."""
    area, stage = answers.area, latest_stage(answers.stages)
    if not area.pathfinder:
        return ""
    badge = wording.t(f"country.badge.{area.pathfinder}")
    if stage is None:
        return badge
    name, when = wording.t(f"stage.{stage.stage}"), numbers.date_text(stage.date, wording)
    if when:
        name = wording.t("country.with_note", text=name, note=when)
    return f"{badge} · {wording.t('country.latest_stage', stage=name)}"


def _notes(wording: Wording) -> tuple[str, ...]:
    """How the figures are to be read, whatever the country."""
    return tuple(
        wording.t(f"country_brief.note.{key}") for key in ("rounded", "missing", "old", "voices")
    )
