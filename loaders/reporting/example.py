"""The questionnaire of Exampleland as its government might send it: made up from end to end."""

from __future__ import annotations

import io
from typing import Any, Final

from openpyxl import load_workbook

from components.reporting.form import sheet
from components.reporting.layout import FIRST_ROW, KEY_COLUMN, KEY_ROW, LIST, MARK
from components.wording import Wording, wording
from data.example import CODE
from data.methods.formula_mark import marked
from loaders.reporting import process

PERIOD: Final = ("2026-01-01", "2026-06-30")
DAY: Final = "2026-07-15"
_STATUSES: Final = (
    *("completed", "substantial", "limited", "adopted", "adopted"),
    *("completed", "not_started", "no_evidence", "limited"),
)
_FOCUS: Final = (
    *("legislation", "enforcement", "prevention_and_social_protection", "legislation"),
    *("policy_and_plans", "protection_and_remedies", "knowledge_and_data"),
    *("protection_and_remedies", "prevention_and_social_protection"),
)
_DUE: Final = (
    *("2026-06-30", "2027", "2027-12", "2026-12-31", "2026"),
    *("2026-09-30", "2027-06", "2026-10-31", "2028"),
)
_MONEY: Final = (
    *((20_000, 20_000), (150_000, 90_000), (900_000, 310_000), (0, 0), (60_000, 15_000)),
    *((80_000, 80_000), (400_000, 0), (250_000, 0), (1_200_000, 280_000)),
)
"""Allocated and disbursed; XTS is the currency code that ISO 4217 keeps for trials."""

CURRENCY: Final = "XTS"


class Form:
    """A questionnaire's workbook that is filled in cell by cell, as a person does it."""

    def __init__(self, content: bytes, words: Wording) -> None:
        self.book = load_workbook(io.BytesIO(content))
        self.wording = words
        self._pages = {}
        for page in self.book.worksheets:
            mark = str(page.cell(KEY_ROW, KEY_COLUMN).value or "")
            if mark.startswith(MARK):
                self._pages[mark.removeprefix(MARK)] = page

    def page(self, key: str) -> Any:
        """A sheet by its key."""
        return self._pages[key]

    def row_of(self, key: str, row_key: str) -> int:
        """The number of a prefilled row."""
        page = self.page(key)
        return next(
            n
            for n in range(FIRST_ROW, page.max_row + 1)
            if page.cell(n, KEY_COLUMN).value == row_key
        )

    def empty_row(self, key: str) -> int:
        """The number of the first row without a key in which nothing stands."""
        page, form = self.page(key), sheet(key)
        last = page.max_row
        return next(
            n
            for n in range(FIRST_ROW, last + 2)
            if all(page.cell(n, c).value is None for c in range(1, len(form.columns) + 2))
        )

    def put(self, key: str, row: int, **cells: object) -> None:
        """Write cells of a row; a choice is written as the form words it."""
        for name, value in cells.items():
            column = sheet(key).column(name)
            if column.kind == LIST and column.strict and isinstance(value, str):
                value = self._words(column.choices, value)
            cell = self.page(key).cell(row, sheet(key).number(name))
            cell.value = marked(value) if isinstance(value, str) else value

    def tell(self, key: str, value: object) -> None:
        """Answer a line of the first sheet."""
        field = next(one for one in sheet("about").fields if one.key == key)
        if field.kind == LIST and isinstance(value, str):
            value = self._words(field.choices, value)
        place = (self.row_of("about", key), sheet("about").number("answer"))
        self.page("about").cell(*place).value = value

    def _words(self, choices: str, code: str) -> str:
        for name, held, text in self.book["codes"].iter_rows(max_col=3, values_only=True):
            if (name, held) == (choices, code):
                return str(text)
        return code

    def saved(self) -> bytes:
        """The workbook."""
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()


def filled_workbook(language: str) -> bytes:
    """The filled questionnaire of the made-up country in a language."""
    words = wording(language)
    form = Form(process.template(CODE, language), words)
    _about(form, words)
    for question in sheet("questions").fields:
        answer = words.t(f"reporting_example.answers.{question.key}")
        form.put("questions", form.row_of("questions", question.key), answer=answer)
    for place, text in enumerate(words.several("reporting_example.steps")):
        row = form.empty_row("next_steps")
        form.put("next_steps", row, step=text, due="2026-12", achieved="no" if place else "yes")
        if not place:
            comment = words.t("reporting_example.step_comment")
            form.put("next_steps", row, achieved_date="2026-03-31", comment=comment)
    aims = words.several("reporting_example.priorities")
    for number, text in enumerate(aims, 1):
        objective = words.t("reporting_example.objective")
        row = form.empty_row("priorities")
        form.put("priorities", row, number=number, priority=text, target_date="2028")
        if number == 1:
            form.put("priorities", row, objective=objective)
    _roadmap(form, words, aims)
    if comment_on := _any_indicator(form):
        text = words.t("reporting_example.comment")
        form.put("comments", form.empty_row("comments"), indicator=comment_on, text=text)
    return form.saved()


def _about(form: Form, words: Wording) -> None:
    form.tell("period_start", PERIOD[0])
    form.tell("period_end", PERIOD[1])
    form.tell("date", DAY)
    form.tell("reporter_office", words.t("reporting_example.office"))
    form.tell("focal_point_name", words.t("reporting_example.focal_point"))


def _roadmap(form: Form, words: Wording, aims: tuple[str, ...]) -> None:
    owners = words.several("reporting_example.owners")
    for place, text in enumerate(words.several("reporting_example.roadmap")):
        allocated, disbursed = _MONEY[place]
        form.put(
            "roadmap",
            form.empty_row("roadmap"),
            priority=aims[place in {3, 4, 5}],
            action=text,
            focus=_FOCUS[place],
            kind="target" if place == len(_FOCUS) - 1 else "action",
            owner=owners[place],
            partners=words.t("reporting_example.partners"),
            start="2026",
            due=_DUE[place],
            allocated=allocated,
            disbursed=disbursed,
            currency=CURRENCY,
            status=_STATUSES[place],
            status_date="2026-06",
            evidence=words.t("reporting_example.evidence"),
        )


def _any_indicator(form: Form) -> str:
    """An indicator of the form's list; none where the country has no figures."""
    rows = form.book["codes"].iter_rows(max_col=2, values_only=True)
    return next((str(code) for name, code in rows if name == "indicator"), "")
