"""The conditions in which people live and work: one card, two themes open, the others folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.cards import Card, Section, TableTwin, figure_card
from components.country.answers import CountryAnswers
from components.country.parts.lists import Fact, FactGroup, fact_of
from components.country.parts.picking import representative_observation, same_series
from components.country.parts.shown import codes_by_name
from components.country.parts.source_names import named_lines
from components.markup import render
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Observation, Series

PROTECTION: Final = "protection"

GROUPS: Final = codes_by_name("context")
"""Figures by theme, the theme's key figure first; a code without figures is left out."""

OPEN: Final = 2
"""How many themes stand open: the first of those that hold something."""

ANSWERS: Final = tuple(codes for _, codes in codes_by_name("answers"))
"""What the heading says of schooling and of work: the first that has a figure."""

FOLD_LINES: Final = 1.2
OUTDATED: Final = 5
"""Years by which a figure may be older than the next of ANSWERS and still lead the heading."""


@dataclass(frozen=True)
class _Shown:
    """A theme on the screen. `second`: open on a wide screen only."""

    heading: str
    facts: tuple[Fact, ...]
    note: str
    key: str
    open: bool
    second: bool

    @property
    def lines(self) -> float:
        """How high it stands, in lines; a folded one is a little higher than a line."""
        return FOLD_LINES + (len(self.facts) if self.open else 0)


def context_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """One wide card, or the sentence that nothing is held."""
    country = answers.area.name
    card = _card(answers, wording, palette)
    if card is None:
        title = wording.t("country.context.card_none", country=country)
        sentence = wording.t("country.missing.context", country=country)
        card = Card("country-context-none", title, "context", sentence, wide=True)
    return Section(
        "context",
        wording.t("country.context.title"),
        "context",
        wording.t("country.context.lead"),
        (card,),
    )


def _card(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    groups = [_group(answers, name, codes, wording, palette) for name, codes in GROUPS]
    groups = [group for group in groups if group.facts]
    kept = [
        _kept(series) for series in _held(answers) if representative_observation(series) is not None
    ]
    if not kept:
        return None
    shown = [
        _Shown(
            group.heading,
            group.facts,
            group.note,
            _key(group, wording),
            place < OPEN,
            0 < place < OPEN,
        )
        for place, group in enumerate(groups)
    ]
    title = context_answer(answers, wording) or shown[0].key
    body = render("country_context.html", columns=_columns(shown), t=wording.t)
    used = {source.code: source for series in kept for source in series.sources}
    lines = named_lines(used.values(), wording)
    return figure_card(
        "country-facts",
        title,
        kept,
        wording,
        sentence="",
        area_code=answers.area.code,
        label=wording.t("country.context.label", country=answers.area.name),
        wide=True,
        meta="",
        body=body,
        table=_table(kept, wording),
        sources=lines,
    )


def _held(answers: CountryAnswers) -> list[Series]:
    codes = (code for _, several in GROUPS for code in several)
    return [series for series in map(answers.series, codes) if series is not None]


def _group(
    answers: CountryAnswers, name: str, codes: Iterable[str], wording: Wording, palette: Palette
) -> FactGroup:
    held = [series for series in map(answers.series, codes) if series is not None]
    facts = (fact_of(series, wording, palette) for series in held)
    shown = tuple(fact for fact in facts if fact is not None)
    note = _unpublished(answers, codes, wording) if name == PROTECTION and shown else ""
    return FactGroup(wording.t(f"country.context.group_{name}"), shown, note)


def _unpublished(answers: CountryAnswers, codes: Iterable[str], wording: Wording) -> str:
    """Which coverages nobody has published; empty when all are there."""
    absent = [
        wording.of(answers.indicators[code], "short")
        for code in codes
        if code in answers.indicators
        and ((series := answers.series(code)) is None or representative_observation(series) is None)
    ]
    parts = wording.t("sentence.separator").join(absent)
    return wording.t("country.context.unpublished", parts=parts) if absent else ""


def _key(group: FactGroup, wording: Wording) -> str:
    """A folded theme in one line: its key figure, and how many more there are."""
    first = group.facts[0]
    value = f"≈ {first.value}" if first.about else first.value
    if first.unit:
        value = wording.t("figure.with_unit", number=value, unit=first.unit)
    text = wording.t("country.context.key", label=first.label, value=value, year=first.year)
    more = len(group.facts) - 1
    return f"{text} · {wording.t('country.context.more', count=str(more))}" if more else text


def _columns(shown: Sequence[_Shown]) -> tuple[list[_Shown], list[_Shown]]:
    """The open themes side by side, each folded one below the shorter side."""
    sides: tuple[list[_Shown], list[_Shown]] = ([], [])
    for place, group in enumerate(shown):
        lines = [sum(one.lines for one in side) for side in sides]
        side = place if place < OPEN else lines.index(min(lines))
        sides[side].append(group)
    return sides


def context_answer(answers: CountryAnswers, wording: Wording) -> str:
    """The heading: years of schooling, and what most work is; empty when nothing of it is held."""
    parts = [
        wording.t(
            f"country.context.answer.{row.indicator}",
            value=numbers.read_figure(row, series.indicator, wording),
            year=row.year,
        )
        for codes in ANSWERS
        for series, row in _spoken(answers, codes)[:1]
    ]
    both = len(parts) == len(ANSWERS)
    text = wording.t("country.two_answers", one=parts[0], two=parts[1]) if both else "".join(parts)
    return text[:1].upper() + text[1:]


def _spoken(answers: CountryAnswers, codes: Sequence[str]) -> list[tuple[Series, Observation]]:
    """What speaks of these, in order; a first one that is much older than the next steps back."""
    found = [
        (series, row)
        for series in map(answers.series, codes)
        if series is not None and (row := representative_observation(series)) is not None
    ]
    if len(found) > 1 and found[1][1].year - found[0][1].year > OUTDATED:
        return [*found[1:], found[0]]
    return found


def _kept(series: Series) -> Series:
    """The Series with the figures that the card prints: the newest and the first of its kind."""
    row = representative_observation(series)
    own = () if row is None else same_series(series, row)
    return series.only(dict.fromkeys([*own[:1], *own[-1:]]))


def _table(kept: Iterable[Series], wording: Wording) -> TableTwin:
    """What the card prints, with every published digit and the release."""
    columns = [wording.t(f"column.{name}") for name in ("indicator", "value", "source")]
    return TableTwin(tuple(columns), tuple(_table_row(series, wording) for series in kept))


def _table_row(series: Series, wording: Wording) -> tuple[str, str, str]:
    about, rows = series.indicator, tuple(reversed(series.observations))
    name = wording.of(about, "short")
    if rows[0].age != TOTAL:
        age = numbers.age_text(rows[0].age, wording)
        name = wording.t("country.with_note", text=name, note=age)
    values = [
        wording.t("country.with_note", text=numbers.figure(row, about, wording), note=row.year)
        for row in rows
    ]
    source = series.source(rows[0].source)
    whose = wording.t(
        "card.source", publisher=source.publisher, vintage=rows[0].vintage or source.vintage
    )
    return name, wording.t("sentence.separator").join(values), whose
