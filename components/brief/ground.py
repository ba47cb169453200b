"""What a brief says of the ground: what exists by year, what is missing, context, sources."""

from __future__ import annotations

from typing import Final

from components import numbers
from components.brief.records import Chart, Gap, Line, Listing, Panel, SourceText
from components.country.answers import CountryAnswers
from components.country.parts.availability import calendar, calendar_plot, calendar_title
from components.country.parts.lists import Fact, fact_of
from components.country.parts.source_names import (
    NAMED,
    named_lines,
    release_years,
    short_names,
)
from components.country.sections import child_labour, forced_labour, trafficking
from components.country.sections.context import GROUPS, context_answer
from components.country.sections.sources import used_sources
from components.theme import PALETTES
from components.wording import Wording

THEME: Final = "context"
STATES: Final = (("square", "reported"), ("hollow", "estimated"), ("dot", "suppressed"))


def what_exists(answers: CountryAnswers, wording: Wording) -> Chart:
    """The calendar of what exists, a line a measure."""
    drawn = calendar(answers)
    title = calendar_title(drawn, wording)
    rows = []
    for one in drawn:
        held: dict[str, list[int]] = {}
        for year, state in one.states.items():
            held.setdefault(state, []).append(year)
        told = [
            wording.t(
                "country.with_note",
                text=wording.t("sentence.comma").join(numbers.isolate(y, wording) for y in years),
                note=wording.t(f"country.availability.state.{state}"),
            )
            for state, years in held.items()
        ]
        name = wording.t(f"country.availability.line.{one.line.key}")
        text = wording.t("sentence.separator").join(told)
        rows.append((name, text or wording.t("country.availability.nothing")))
    label = wording.t("country_brief.calendar")
    return Chart(
        "availability",
        THEME,
        label,
        title,
        wording.t(
            "country_brief.alt",
            label=label,
            title=title,
            figures=wording.t("sentence.separator").join(": ".join(row) for row in rows),
        ),
        (wording.t("country_brief.measure"), wording.t("country_brief.years")),
        tuple(rows),
        (Panel("", calendar_plot(drawn, title, wording)),),
        keys=tuple(
            (shape, THEME, wording.t(f"country.availability.state.{state}"))
            for shape, state in STATES
        ),
    )


def gaps(answers: CountryAnswers, wording: Wording) -> tuple[Gap, ...]:
    """What is not held and who could provide it, as the page's one card of gaps says it."""
    return tuple(
        Gap(one.what, one.detail, one.by_whom, theme)
        for theme, section in (
            ("child_labour", child_labour),
            ("forced_labour", forced_labour),
            ("trafficking", trafficking),
        )
        for one in section.missing_lines(answers, wording)
    )


def context(answers: CountryAnswers, wording: Wording) -> Listing:
    """The newest figures of the conditions, theme by theme: the key figures of all themes first."""
    palette = PALETTES["light"]
    groups = []
    for _, codes in GROUPS:
        held = [series for series in map(answers.series, codes) if series is not None]
        facts = [fact_of(series, wording, palette) for series in held]
        groups.append([_line(fact, wording) for fact in facts if fact is not None])
    most = max(map(len, groups), default=0)
    # In turn: the first of each theme, then the second of each.
    lines = tuple(group[place] for place in range(most) for group in groups if place < len(group))
    nothing = wording.t("country.missing.context", country=answers.area.name)
    return Listing(
        "context",
        THEME,
        wording.t("country_brief.context"),
        (context_answer(answers, wording) or lines[0].text) if lines else nothing,
        lines,
        columns=(wording.t("column.indicator"), wording.t("column.value")),
    )


def _line(fact: Fact, wording: Wording) -> Line:
    value = fact.value
    if fact.unit:
        value = wording.t("figure.with_unit", number=value, unit=fact.unit)
    if fact.about:
        value = f"≈\u202f{value}"
    return Line(fact.label, value, state=fact.year, note=fact.note)


def source_names(answers: CountryAnswers, wording: Wording) -> tuple[str, ...]:
    """The same sources in short, those of the headline figures first, editions behind one name."""
    used = [source for source, _ in used_sources(answers)]
    lines, named = [], set()
    for key, codes in NAMED:
        held = [source for source in used if source.code in codes]
        named |= {source.code for source in held}
        if held:
            name = wording.t(f"country.sources.named.{key}")
            years = wording.t("sentence.comma").join(dict.fromkeys(release_years(held, wording)))
            lines.append(wording.t("country.with_note", text=name, note=years) if years else name)
    rest = short_names((one for one in used if one.code not in named), wording)
    return (*lines, *(str(line.text) for line in rest))


def sources(answers: CountryAnswers, wording: Wording) -> tuple[SourceText, ...]:
    """Every source that the brief's records rest on, by publisher and title."""
    found = []
    for source, _ in used_sources(answers):
        named = f"country.short_source.{source.code}" in wording.texts
        (line,) = (short_names if named else named_lines)([source], wording)
        found.append(
            SourceText(
                source.publisher, source.title, source.vintage, source.address, str(line.text)
            )
        )
    return tuple(found)
