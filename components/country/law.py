"""Ratifications, and what the law says against the international standard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from components.cards import Card, SourceLine, source_line
from components.country.answers import CountryAnswers
from components.country.cells import Cell, RowGroup, cell_table
from components.country.notes import note_text
from components.numbers import date_text, isolate, quantity
from components.wording import Wording
from data.records import Instrument, LegalFact, Ratification

STATUS_SIGNS: Final = {"ratified": "●", "signed": "◐", "not_ratified": "○", "unknown": "?"}
CONFORMS_SIGNS: Final = {"yes": "✓", "no": "✕", "unknown": "?", "not_applicable": "–"}
NOT_LAW: Final = ("enforcement_", "mechanism_", "advancement_level")
"""Topics that are no law; they stand in cards of their own."""

THEME_ORDER: Final = ("child_labour", "forced_labour", "trafficking", "rights")


def ratification_card(answers: CountryAnswers, wording: Wording) -> Card:
    """Every instrument of the catalogue, with where the State stands or that we do not know."""
    by_theme = sorted(
        answers.instruments.values(), key=lambda one: (THEME_ORDER.index(one.theme), one.order)
    )
    groups = [
        RowGroup(
            wording.t(f"instrument_theme.{theme}"),
            tuple(_ratification_row(one, answers, wording) for one in several),
        )
        for theme, several in groupby(by_theme, key=lambda one: one.theme)
    ]
    title = wording.t("government.ratifications", country=answers.area.name)
    columns = [wording.t(f"government.column.{name}") for name in ("instrument", "state", "source")]
    stated = [answers.ratifications[c] for c in answers.instruments if c in answers.ratifications]
    known = [one for one in stated if one.status != "unknown"]
    ratified = sum(one.status == "ratified" for one in known)
    return Card(
        "country-ratifications",
        title,
        "government",
        sentence=wording.t(
            "government.ratified_count",
            ratified=isolate(str(ratified), wording),
            known=isolate(str(len(known)), wording),
            all=isolate(str(len(answers.instruments)), wording),
        ),
        body=cell_table(title, columns, groups),
        sources=source_lines([one.source for one in stated], answers, wording),
    )


def source_lines(
    codes: Iterable[str], answers: CountryAnswers, wording: Wording
) -> tuple[SourceLine, ...]:
    """The sources with these codes, each once, as they are printed under a card."""
    return tuple(
        source_line(answers.sources[code], wording)
        for code in dict.fromkeys(codes)
        if code in answers.sources
    )


def _ratification_row(
    instrument: Instrument, answers: CountryAnswers, wording: Wording
) -> tuple[Cell, ...]:
    stands = answers.ratifications.get(instrument.code)
    named = wording.t(f"instrument.{instrument.code}.name")
    body = wording.t(f"instrument_body.{instrument.body}")
    head = Cell(
        wording.t(f"instrument.{instrument.code}.short"),
        small=(wording.t("government.name_and_body", name=named, body=body),),
    )
    if stands is None:
        absent = wording.t("government_label.ratification_absent")
        address = Cell(wording.t("government.instrument_page"), href=instrument.address)
        return (head, Cell(absent, STATUS_SIGNS["unknown"]), address)
    source = answers.sources.get(stands.source)
    page = stands.page or (source.address if source else instrument.address)
    return (head, _state(stands, wording), Cell(wording.t("government.page"), href=page))


def _state(stands: Ratification, wording: Wording) -> Cell:
    remarks = [date_text(stands.date, wording)]
    if stands.status == "ratified" and not stands.date:
        remarks.append(wording.t("government.date_unknown"))
    if stands.action and stands.action != "ratification":
        remarks.append(wording.t(f"ratification_action.{stands.action}"))
    worded, left = note_text(stands.note, wording)
    return Cell(
        wording.t(f"ratification_status.{stands.status}"),
        STATUS_SIGNS[stands.status],
        tuple(part for part in (*remarks, worded) if part),
        left,
    )


def latest_facts(facts: Iterable[LegalFact]) -> list[LegalFact]:
    """The latest year of each source on each topic."""
    newest: dict[tuple[str, str], LegalFact] = {}
    for fact in facts:
        kept = newest.get((fact.topic, fact.source))
        if kept is None or fact.year > kept.year:
            newest[fact.topic, fact.source] = fact
    return list(newest.values())


def law_card(answers: CountryAnswers, wording: Wording) -> Card:
    """What the law says on each topic beside the international standard, by topic and source."""
    title = wording.t("government.law", country=answers.area.name)
    facts = latest_facts(f for f in answers.legal_facts if not f.topic.startswith(NOT_LAW))
    if not facts:
        return Card("country-law", title, "government", wording.t("government.no_law"))
    order = _topics(wording)
    facts.sort(key=lambda fact: (order.get(fact.topic, 99), -fact.year))
    names = ("topic", "says", "conforms", "year_source")
    columns = [wording.t(f"government.column.{name}") for name in names]
    firsts = {fact.topic: fact for fact in reversed(facts)}
    rows = tuple(
        fact_row(fact, answers, wording, standard=firsts[fact.topic] is fact) for fact in facts
    )
    return Card(
        "country-law",
        title,
        "government",
        sentence=_law_sentence(facts, wording),
        body=cell_table(title, columns, [RowGroup("", rows)]),
        sources=source_lines([fact.source for fact in facts], answers, wording),
    )


def _topics(wording: Wording) -> dict[str, int]:
    """Places of the topics in the order in which the catalogue words them."""
    topics = [
        key.split(".")[1]
        for key in wording.texts
        if key.startswith("legal_topic.") and key.endswith(".name")
    ]
    return {topic: place for place, topic in enumerate(topics)}


def _law_sentence(facts: Sequence[LegalFact], wording: Wording) -> str:
    counts = {
        answer: isolate(str(sum(fact.conforms == answer for fact in facts)), wording)
        for answer in ("yes", "no", "unknown")
    }
    return wording.t("government.law_count", **counts)


def fact_row(
    fact: LegalFact, answers: CountryAnswers, wording: Wording, *, standard: bool
) -> tuple[Cell, ...]:
    """Topic with its standard, what is said, whether it conforms, year and source."""
    worded, left = note_text(fact.note, wording)
    asked = wording.t(f"legal_topic.{fact.topic}.standard")
    return (
        Cell(
            wording.t(f"legal_topic.{fact.topic}.name"),
            small=(wording.t("government.standard", text=asked),) if standard else (),
        ),
        Cell(
            value_text(fact, wording),
            small=tuple(part for part in (worded,) if part),
            untranslated=left,
        ),
        Cell(wording.t(f"legal_conforms.{fact.conforms}"), CONFORMS_SIGNS[fact.conforms]),
        year_and_source(fact, answers, wording),
    )


def year_and_source(fact: LegalFact, answers: CountryAnswers, wording: Wording) -> Cell:
    """The year with the page that states it, and the publisher below."""
    source = answers.sources.get(fact.source)
    publisher = source.publisher if source else fact.source
    address = fact.page or (source.address if source else "")
    return Cell(isolate(str(fact.year), wording), small=(publisher,), href=address)


def value_text(fact: LegalFact, wording: Wording) -> str:
    """The value in words: an age, a code of the value list, or the text as it stands."""
    if fact.unit:
        return quantity(float(fact.value), fact.unit, wording)
    key = f"legal_value.{fact.value}"
    return wording.t(key) if key in wording.texts else isolate(fact.value, wording)


def instruments_summary(
    answers: CountryAnswers,
) -> tuple[int, int, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Party to how many, of how many of known position, not a party to which; every position."""
    positions = tuple(
        (code, answers.ratifications[code].status if code in answers.ratifications else "unknown")
        for code in answers.instruments
    )
    party = sum(state == "ratified" for _, state in positions)
    missing = tuple(code for code, state in positions if state not in {"ratified", "unknown"})
    return party, party + len(missing), missing, positions


def law_points(answers: CountryAnswers) -> tuple[int, int, int | None]:
    """Points of law that meet the standard, that do not, and the year of the reading."""
    newest = {fact.topic: fact for fact in reversed(answers.legal_facts)}
    meets = sum(fact.conforms == "yes" for fact in newest.values())
    against = sum(fact.conforms == "no" for fact in newest.values())
    return meets, against, max((fact.year for fact in newest.values()), default=None)
