"""The files of a country as they are made for it, once each."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, Final

import docx
import openpyxl

from components.country.answers import CountryAnswers
from components.reporting.layout import (
    CODES,
    FIRST_ROW,
    KEY_COLUMN,
    KEY_ROW,
    MARK,
    Made,
)
from components.reporting.lines import framework_lines
from components.reporting.workbook import questionnaire
from components.reporting.workshop_report import workshop_report
from components.wording import LANGUAGES, Wording, wording
from data.country_facts import facts_of, reporting_country, reporting_facts
from data.framework_facts import framework_facts
from data.methods.framework.said import FrameworkFacts
from data.records import Area

COUNTRIES: Final = ("NPL", "MEX", "IND", "TUV", "XEX")
"""Pathfinders with a roadmap, a large country and an island that are none, and the made-up one."""

ALL: Final = [(language, code) for language in LANGUAGES for code in COUNTRIES]


def words(language: str) -> Wording:
    """The wording of a language."""
    return wording(language)


@cache
def area_of(code: str, language: str) -> Area:
    """The country named in the language."""
    area = reporting_country(code, language, wording(language).t("example.name"))
    assert area is not None
    return area


@cache
def answers_of(code: str, language: str) -> CountryAnswers:
    """What the store answers about the country."""
    return CountryAnswers(**reporting_facts(area_of(code, language), language))


@cache
def framework_of(code: str, language: str) -> FrameworkFacts:
    """What the store answers of the framework."""
    return framework_facts(None, area_of(code, language), language)


def made_anew(code: str, language: str) -> tuple[bytes, bytes]:
    """The questionnaire and the report of the workshop, made now."""
    made, said = Made(*facts_of()), wording(language)
    answers = answers_of(code, language)
    return (
        questionnaire(answers, framework_lines(framework_of(code, language), said), said, made),
        workshop_report(answers, said, made),
    )


@cache
def files_of(code: str, language: str) -> tuple[bytes, bytes]:
    """The same, made once."""
    return made_anew(code, language)


@cache
def book_of(code: str, language: str) -> Any:
    """The questionnaire, opened."""
    return openpyxl.load_workbook(io.BytesIO(files_of(code, language)[0]))


@cache
def document_of(code: str, language: str) -> Any:
    """The report, opened."""
    return docx.Document(io.BytesIO(files_of(code, language)[1]))


def pages_of(book: Any) -> dict[str, Any]:
    """The sheets by key, as the file itself names them in its first cells."""
    return {
        page.cell(KEY_ROW, KEY_COLUMN).value.removeprefix(MARK): page
        for page in book
        if page.title != CODES
    }


def lists_of(book: Any) -> dict[str, dict[str, str]]:
    """Words by code of each list on the sheet of codes."""
    found: dict[str, dict[str, str]] = {}
    for name, code, text in book[CODES].iter_rows(min_row=2, values_only=True):
        found.setdefault(name, {})[code] = text or ""
    return found


def rows_of(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by the keys of its columns; `""` is the key of the row."""
    keys = [page.cell(KEY_ROW, n).value for n in range(2, page.max_column + 1)]
    return [
        dict(zip(["", *keys], values, strict=True))
        for values in page.iter_rows(min_row=FIRST_ROW, max_col=len(keys) + 1, values_only=True)
    ]
