"""The report of a strategic workshop as a Word document with its eight parts, prefilled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from components import numbers
from components.country.answers import CountryAnswers
from components.reporting.layout import Made
from components.reporting.rows import reported_on
from components.reporting.word_document import WordDocument
from components.reporting.workshop_context import span, write_context, write_what_is_there
from components.wording import Wording
from data.methods.formula_mark import marked
from data.records import Action, Priority, Resource

BENCHMARK_YEARS: Final = 3
EMPTY_ROWS: Final = 6
"""Rows of the roadmap's table that are left for what the workshop agrees."""

FOCAL_POINT: Final = ("name", "office", "email", "phone", "since")


def workshop_report(answers: CountryAnswers, wording: Wording, made: Made) -> bytes:
    """The document; the same facts always give the same bytes."""
    title = wording.t("reporting.workshop.title")
    document = WordDocument(wording, f"{title}: {answers.area.name}")
    _write_cover(document, answers, wording, made)
    document.contents(wording.t("reporting.workshop.part.contents"))
    document.to_add(_please_add("contents", wording))
    _write_summary(document, answers, wording)
    _head(document, "context", wording, new_page=True)
    write_context(document, answers, wording)
    document.to_add(_please_add("context", wording))
    _write_priorities(document, answers, wording)
    document.turn(landscape=True)
    _write_roadmap(document, answers, wording, int(made.day[:4]))
    document.turn(landscape=False)
    _write_funding(document, answers, wording)
    _write_focal_point(document, wording)
    return document.saved(made.day)


def _please_add(what: str, wording: Wording) -> str:
    return wording.t(
        "reporting.workshop.please_add", what=wording.t(f"reporting.workshop.add.{what}")
    )


def _head(document: WordDocument, part: str, wording: Wording, *, new_page: bool = False) -> None:
    document.heading(wording.t(f"reporting.workshop.part.{part}"), new_page=new_page)


def _columns(names: Sequence[str], wording: Wording) -> list[str]:
    return [wording.t(f"reporting.workshop.column.{name}") for name in names]


def _write_cover(
    document: WordDocument, answers: CountryAnswers, wording: Wording, made: Made
) -> None:
    document.title(wording.t("reporting.workshop.title"))
    country = answers.area.name
    document.subtitle(wording.t("reporting.workshop.country_line", country=country))
    document.to_add(wording.t("reporting.workshop.place_line"))
    document.to_add(wording.t("reporting.workshop.authors_line"))
    day = numbers.date_text(made.day, wording)
    document.text(wording.t("reporting.workshop.made_line", day=day))
    document.text(wording.t("reporting.workshop.view_note"))
    if answers.area.kind == "example":
        document.text(wording.t("reporting.workshop.example_note", country=country))


def _write_summary(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    _head(document, "summary", wording, new_page=True)
    for part in ("there", "missing", "forward"):
        document.heading(wording.t(f"reporting.workshop.head.{part}"), 2)
        if part == "there":
            write_what_is_there(document, answers, wording)
        document.to_add(_please_add(part, wording))


def _write_priorities(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    _head(document, "priorities", wording, new_page=True)
    for one in answers.priorities:
        document.items([wording.of(one, "text")], "List Number")
        document.items(_said_of(one, wording))
    document.to_add(_please_add("priorities", wording))


def _said_of(one: Priority, wording: Wording) -> list[str]:
    """Objective, target date and indicator, where the roadmap states them."""
    said = {
        "objective": wording.of(one, "objective"),
        "target_date": numbers.date_text(one.target_date, wording),
        "indicator": wording.of(one, "indicator"),
    }
    return [
        wording.t(f"reporting.workshop.priority.{name}", text=text)
        for name, text in said.items()
        if text
    ]


def _write_roadmap(
    document: WordDocument, answers: CountryAnswers, wording: Wording, year: int
) -> None:
    _head(document, "roadmap", wording)
    years = range(year, year + BENCHMARK_YEARS)
    heads = [
        *_columns(("priority", "action", "partners", "owner", "dates"), wording),
        *(wording.t("reporting.workshop.column.benchmark", year=str(each)) for each in years),
    ]
    names = {one.code: wording.of(one, "text") for one in answers.priorities}
    rows = [_action_row(one, names, wording) for one in reported_on(answers.actions)]
    rows += [[""] * len(heads)] * EMPTY_ROWS
    caption = wording.t("reporting.workshop.caption.roadmap", country=answers.area.name)
    document.table(caption, heads, rows, (4.0, 6.2, 2.8, 3.3, 2.4, 2.3, 2.3, 2.3))
    document.to_add(_please_add("roadmap", wording))


def _action_row(one: Action, names: dict[str, str], wording: Wording) -> list[str]:
    focus = wording.t(f"priority.{one.priority}") if one.priority else ""
    text = wording.t(
        "reporting.workshop.action_with_origin",
        text=wording.of(one, "text"),
        origin=wording.t(f"reporting.origin.{one.origin}"),
        source=one.source_title or one.page,
    )
    told = [
        names.get(one.roadmap_priority) or focus,
        text,
        one.partners,
        one.responsible,
        span(one.start, one.due, wording),
    ]
    return [*map(marked, told), *[""] * BENCHMARK_YEARS]


def _write_funding(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    _head(document, "funding", wording)
    stated = [one for one in answers.actions if one.allocated or one.disbursed]
    if stated:
        document.table(
            wording.t("reporting.workshop.caption.funding", country=answers.area.name),
            _columns(("action", "allocated", "disbursed", "gap"), wording),
            [_money_row(one, wording) for one in stated],
            (8, 3, 3, 3),
        )
    if answers.resources:
        document.table(
            wording.t("reporting.workshop.caption.resources"),
            _columns(("stated", "amount", "source"), wording),
            [_resource_row(one, wording) for one in answers.resources],
            (7, 4, 6),
        )
    if not stated and not answers.resources:
        document.text(wording.t("reporting.workshop.none_known"))
    document.to_add(_please_add("funding", wording))


def _money_row(one: Action, wording: Wording) -> list[str]:
    def amount(text: str) -> str:
        return f"{text} {one.currency}".strip() if text else "–"

    return [wording.of(one, "text"), amount(one.allocated), amount(one.disbursed), _gap(one)]


def _gap(one: Action) -> str:
    """What is allocated and not disbursed, where both are plain numbers."""
    try:
        left = float(one.allocated) - float(one.disbursed)
    except ValueError:
        return "–"
    return f"{left:.15g} {one.currency}".strip()


def _resource_row(one: Resource, wording: Wording) -> list[str]:
    amount = f"{one.amount} {one.currency}".strip() or "–"
    return [wording.of(one, "text"), amount, one.source_title]


def _write_focal_point(document: WordDocument, wording: Wording) -> None:
    _head(document, "focal_point", wording)
    document.table(
        wording.t("reporting.workshop.caption.focal_point"),
        _columns(("field", "answer"), wording),
        [[wording.t(f"reporting.workshop.focal_point.{name}"), ""] for name in FOCAL_POINT],
        (6, 11),
    )
