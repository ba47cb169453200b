"""Where the State stands on each instrument, and what its law says against the standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from components.cards import Card, SourceLine, source_line
from components.country.answers import CountryAnswers
from components.country.parts.cells import Cell, RowGroup, cell_table
from components.country.parts.notes import note_text
from components.markup import render
from components.numbers import date_text, isolate, number
from components.wording import Wording
from data.methods.law import LawPoint, Position, leading_source, positions
from data.methods.law import law_points as points_of
from data.records import LegalFact, Ratification

MARKS: Final = {
    "ratified": "yes",
    "signed": "part",
    "not_ratified": "no",
    "denounced": "no",
    "unknown": "unknown",
}
"""The glyph of a position; the words beside it say which of the states it is."""

ANSWER_MARKS: Final = {"yes": "yes", "no": "no", "unknown": "unknown", "not_applicable": "none"}
NOT_LAW: Final = ("enforcement_", "mechanism_", "advancement_level", "tip_tier", "walk_free_")
"""Topics that are no law; they stand in a table of their own."""

MEASURED: Final = "enforcement_enough_inspectors"
"""The one answer about practice that has an international standard, and so stands with the law."""

COLUMNS: Final = (("forced_labour", "child_labour"), ("trafficking", "rights"))
"""The themes of instruments in the two columns of the card."""


@dataclass(frozen=True)
class Check:
    """One line of a check list: glyph, name, short word at the end, all of it in `told`."""

    mark: str
    name: str
    word: str
    told: str


@dataclass(frozen=True)
class LawRow:
    """One point of law: glyph with its words, the point, what the law says, the standard.

    `year` stands only where it is not the table's own.
    """

    mark: str
    told: str
    name: str
    says: str
    standard: str
    year: str = ""


def instruments_summary(
    answers: CountryAnswers,
) -> tuple[int, int, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """How many positions are "party", how many are known, who is not a party to what, and all.

    The third holds the codes of instruments to which the State is known not to be a party
    (signed and denounced ones included); the fourth every code with its state (ratified, signed,
    not_ratified, denounced, unknown), in the order of the catalogue. The Slavery Convention and
    the two ways of being bound to it as amended count once.
    """
    found = positions(answers.instruments, answers.ratifications)
    states = tuple((one.instrument.code, one.state) for one in found)
    party = sum(state == "ratified" for _, state in states)
    known = sum(state != "unknown" for _, state in states)
    outside = tuple(code for code, state in states if state not in {"ratified", "unknown"})
    return party, known, outside, states


def law_points(answers: CountryAnswers) -> tuple[int, int, int | None]:
    """How many points of law meet the standard, how many do not, and the year of the answers.

    Exactly the rows of the law table; the year is None when no source says what the law provides.
    """
    shown, _ = _shown(answers)
    meets = sum(point.answer == "yes" for point in shown)
    fails = sum(point.answer == "no" for point in shown)
    return meets, fails, max((point.fact.year for point in shown), default=None)


def ratification_card(answers: CountryAnswers, wording: Wording) -> Card:
    """A check matrix of every instrument; where nothing at all is known, one sentence."""
    title = wording.t("law.instruments", country=answers.area.name)
    if not answers.ratifications and not answers.legal_facts:
        return Card("country-ratifications", title, "government", wording.t("law.no_position"))
    found = positions(answers.instruments, answers.ratifications)
    columns = [
        [
            (
                wording.t(f"instrument_theme.{theme}"),
                [_check(one, wording) for one in found if one.instrument.theme == theme],
            )
            for theme in themes
        ]
        for themes in COLUMNS
    ]
    stated = Counter(one.source for one in answers.ratifications.values())
    return Card(
        "country-ratifications",
        party_text(answers, wording),
        "government",
        label=title,
        body=render(
            "law_instruments.html",
            columns=columns,
            note=_read_up_to(found, wording) if stated else "",
        ),
        sources=source_lines((code for code, _ in stated.most_common()), answers, wording),
    )


def party_text(answers: CountryAnswers, wording: Wording) -> str:
    """To how many instruments the State is a party, of those whose position is known."""
    party, known, _, states = instruments_summary(answers)
    if not known:
        return wording.t("law.no_position")
    key = "law.party" if known == len(states) else "law.party_of_known"
    return wording.t(key, party=number(party, wording), known=number(known, wording))


def instrument_checks(answers: CountryAnswers, wording: Wording) -> tuple[list[Check], str]:
    """Every instrument in the order of the catalogue, and up to when the lists were read; no line
    where nothing at all is known."""
    if not answers.ratifications and not answers.legal_facts:
        return [], ""
    found = positions(answers.instruments, answers.ratifications)
    note = _read_up_to(found, wording) if answers.ratifications else ""
    return [_check(one, wording) for one in found], note


def _check(one: Position, wording: Wording) -> Check:
    name = wording.t(f"law.instrument.{one.instrument.code}")
    word = _position_word(one, wording)
    texts = [wording.t(f"ratification_status.{one.state}")]
    if one.stands is not None and one.stands.date:
        texts.append(_day(one.stands.date, wording))
    return Check(MARKS[one.state], name, word, wording.t("sentence.separator").join(texts))


def _position_word(one: Position, wording: Wording) -> str:
    """The year for a party, `denounced 1990`, `signed 2012`, or `not a party`, `not known`."""
    year = isolate(one.stands.date[:4], wording) if one.stands and one.stands.date else ""
    if one.state == "ratified":
        return year or wording.t("law.state.date_unknown")
    if one.state in {"signed", "denounced"} and year:
        return wording.t(f"law.state.{one.state}_in", year=year)
    return wording.t(f"law.state.{one.state}")


def _read_up_to(found: Sequence[Position], wording: Wording) -> str:
    """What the years are, up to which days the lists were read, and which rest on weaker pages."""
    days = sorted({one.stands.as_of for one in found if one.stands and one.stands.as_of})
    parts = [wording.t("law.years_are")]
    if days:
        key = "law.read_up_to" if len(days) == 1 else "law.read_between"
        first, last = _day(days[0], wording), _day(days[-1], wording)
        parts.append(wording.t(key, first=first, last=last))
    weak = [
        wording.t(f"law.instrument.{one.instrument.code}")
        for one in found
        if one.stands and one.stands.note.startswith(("not_ilo_page", "quoted_by"))
    ]
    if weak:
        names = wording.t("law.list_separator").join(weak)
        parts.append(wording.t("law.weaker_page", instruments=names))
    return " ".join(parts)


def _day(text: str, wording: Wording) -> str:
    """A date in words; what is none, such as a list's name for its day, stands as it is."""
    try:
        return date_text(text, wording)
    except ValueError:
        return isolate(text, wording)


def instruments_table(caption: str, answers: CountryAnswers, wording: Wording) -> str:
    """Every instrument by its full name with date, note and page."""
    ordered = sorted(
        answers.instruments.values(),
        key=lambda one: ([t for c in COLUMNS for t in c].index(one.theme), one.order),
    )
    groups = [
        RowGroup(
            wording.t(f"instrument_theme.{theme}"),
            tuple(_full_row(one.code, answers, wording) for one in several),
        )
        for theme, several in groupby(ordered, key=lambda one: one.theme)
    ]
    columns = [wording.t(f"government.column.{name}") for name in ("instrument", "state", "source")]
    return cell_table(caption, columns, groups)


def source_lines(
    codes: Iterable[str], answers: CountryAnswers, wording: Wording
) -> tuple[SourceLine, ...]:
    """The sources with these codes, each once, by the short name that they have under these cards.

    The full title stands with the sources at the end of the page.
    """
    return tuple(
        replace(
            source_line(answers.sources[code], wording), text=source_name(code, answers, wording)
        )
        for code in dict.fromkeys(codes)
        if code in answers.sources
    )


def source_name(code: str, answers: CountryAnswers, wording: Wording) -> str:
    """The short name of a source in the reader's language, else its publisher, else its code."""
    short = wording.texts.get(f"law.source.{code}")
    if isinstance(short, str):
        return short
    return answers.sources[code].publisher if code in answers.sources else code


def _full_row(code: str, answers: CountryAnswers, wording: Wording) -> tuple[Cell, ...]:
    instrument = answers.instruments[code]
    stands = answers.ratifications.get(code)
    named = wording.t(f"instrument.{code}.name")
    body = wording.t(f"instrument_body.{instrument.body}")
    head = Cell(
        wording.t(f"instrument.{code}.short"),
        small=(wording.t("government.name_and_body", name=named, body=body),),
    )
    if stands is None:
        absent = wording.t("government_label.ratification_absent")
        address = Cell(wording.t("government.instrument_page"), href=instrument.address)
        return (head, Cell(absent), address)
    source = answers.sources.get(stands.source)
    page = stands.page or (source.address if source else instrument.address)
    small = (source_name(stands.source, answers, wording),)
    return (head, _state(stands, wording), Cell(wording.t("government.page"), "", small, href=page))


def _state(stands: Ratification, wording: Wording) -> Cell:
    remarks = [_day(stands.date, wording)]
    if stands.status == "ratified" and not stands.date:
        remarks.append(wording.t("government.date_unknown"))
    if stands.action and stands.action not in {"ratification", "denunciation"}:
        remarks.append(wording.t(f"ratification_action.{stands.action}"))
    worded, left = note_text(stands.note, wording)
    remarks.append(worded)
    if stands.as_of:
        remarks.append(wording.t("law.as_of", date=_day(stands.as_of, wording)))
    return Cell(
        wording.t(f"ratification_status.{stands.status}"),
        small=tuple(part for part in remarks if part),
        untranslated=left,
    )


def latest_facts(facts: Iterable[LegalFact]) -> list[LegalFact]:
    """The latest year of each source on each topic."""
    newest: dict[tuple[str, str], LegalFact] = {}
    for fact in facts:
        kept = newest.get((fact.topic, fact.source))
        if kept is None or fact.year > kept.year:
            newest[fact.topic, fact.source] = fact
    return list(newest.values())


def is_law(topic: str) -> bool:
    """Whether a topic is a point of law, or is measured beside the law."""
    return topic == MEASURED or not topic.startswith(NOT_LAW)


def _shown(answers: CountryAnswers) -> tuple[list[LawPoint], list[LegalFact]]:
    """The points of the source that speaks, and every fact that folds under them."""
    points = points_of(fact for fact in answers.legal_facts if is_law(fact.topic))
    leading = leading_source(points)
    shown = [point for point in points if point.fact.source == leading]
    others = [point.fact for point in points if point.fact.source != leading]
    folded = [*others, *(fact for point in points for fact in point.others)]
    return shown, folded


def law_card(answers: CountryAnswers, wording: Wording) -> Card:
    """What the law says on each point beside the standard; other sources fold under it."""
    shown, folded = _shown(answers)
    if not shown:
        title = wording.t("law.against", country=answers.area.name)
        return Card("country-law", title, "government", wording.t("government.no_law"))
    meets, fails, _ = law_points(answers)
    order = _topics(wording)
    folded.sort(key=lambda fact: (order.get(fact.topic, len(order)), -fact.year, fact.source))
    title = law_label(answers, wording)
    return Card(
        "country-law",
        meets_text(meets, fails, wording),
        "government",
        label=title,
        body=render(
            "law_points.html",
            caption=title,
            columns=[wording.t(f"law.column.{name}") for name in ("point", "says", "standard")],
            rows=law_rows(answers, wording),
            remarks=_remarks(shown, wording),
            summary=wording.t("law.other_sources", count=number(len(folded), wording)),
            table=_folded_table(folded, answers, wording),
        ),
        sources=source_lines([point.fact.source for point in shown], answers, wording),
    )


def law_label(answers: CountryAnswers, wording: Wording) -> str:
    """What the points of law are about, with the year of the answers where there are any."""
    *_, year = law_points(answers)
    if year is None:
        return wording.t("law.against", country=answers.area.name)
    return wording.t("law.against_in", country=answers.area.name, year=isolate(str(year), wording))


def law_rows(answers: CountryAnswers, wording: Wording) -> list[LawRow]:
    """The points of the source that speaks, in the order in which the catalogue words them."""
    shown, _ = _shown(answers)
    *_, year = law_points(answers)
    order = _topics(wording)
    shown.sort(key=lambda point: order.get(point.fact.topic, len(order)))
    return [_law_row(point, year, wording) for point in shown]


def meets_text(meets: int, fails: int, wording: Wording) -> str:
    """`10 points meet the standard, 3 do not`: the counts of the rows shown."""
    words = (
        wording.plural("law.meets", meets, count=number(meets, wording)),
        wording.plural("law.fails", fails, count=number(fails, wording)),
    )
    return wording.t("law.list_separator").join(words)


def _topics(wording: Wording) -> dict[str, int]:
    """Places of the points in the order in which the catalogue words them."""
    topics = [key.split(".")[2] for key in wording.texts if key.startswith("law.point.")]
    return {topic: place for place, topic in enumerate(topics)}


def _law_row(point: LawPoint, year: int | None, wording: Wording) -> LawRow:
    fact = point.fact
    return LawRow(
        ANSWER_MARKS.get(point.answer, "unknown"),
        wording.t(f"legal_conforms.{point.answer}"),
        wording.t(f"law.point.{fact.topic}"),
        _says(fact, wording),
        wording.t(f"law.standard.{fact.topic}"),
        "" if fact.year == year else isolate(fact.year, wording),
    )


def _remarks(points: Sequence[LawPoint], wording: Wording) -> list[str]:
    """The notes of the rows, each once, after the points that it is about."""
    about: dict[str, list[str]] = {}
    for point in points:
        remark = " ".join(part for part in note_text(point.fact.note, wording) if part)
        if remark:
            about.setdefault(remark, []).append(wording.t(f"law.point.{point.fact.topic}"))
    return [
        wording.t("law.remark", points=wording.t("law.list_separator").join(names), remark=remark)
        for remark, names in about.items()
    ]


def _says(fact: LegalFact, wording: Wording) -> str:
    """The age as a bare number, for the point says that it is an age; a code in words."""
    if fact.unit == "YEARS":
        return number(float(fact.value), wording)
    return value_text(fact, wording)


def _folded_table(facts: Sequence[LegalFact], answers: CountryAnswers, wording: Wording) -> str:
    """What other sources say, without a verdict: one point has one verdict, that of the newest."""
    if not facts:
        return ""
    columns = [wording.t(f"law.column.{name}") for name in ("point", "says", "year")]
    rows = tuple(_folded_row(fact, answers, wording) for fact in facts)
    return cell_table(wording.t("law.other_sources_of"), columns, [RowGroup("", rows)])


def _folded_row(fact: LegalFact, answers: CountryAnswers, wording: Wording) -> tuple[Cell, ...]:
    worded, left = note_text(fact.note, wording)
    return (
        Cell(
            wording.t(f"law.point.{fact.topic}"),
            small=(wording.t(f"legal_topic.{fact.topic}.standard"),),
        ),
        Cell(_says(fact, wording), small=(worded,) if worded else (), untranslated=left),
        year_and_source(fact, answers, wording),
    )


def year_and_source(fact: LegalFact, answers: CountryAnswers, wording: Wording) -> Cell:
    """The year with the page that states it, and the publisher below."""
    source = answers.sources.get(fact.source)
    address = fact.page or (source.address if source else "")
    small = (source_name(fact.source, answers, wording),)
    return Cell(isolate(fact.year, wording), small=small, href=address)


def value_text(fact: LegalFact, wording: Wording) -> str:
    """The value in words: a code of the value list, or the text as it stands."""
    key = f"legal_value.{fact.value}"
    return wording.t(key) if key in wording.texts else isolate(fact.value, wording)
