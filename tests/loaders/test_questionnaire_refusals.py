"""What a filled questionnaire is refused for: sheet, cell, remedy, in the reporter's language."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from components.reporting.form import VERSION, sheet
from components.wording import LANGUAGES, wording
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from loaders.reading.workbook import TypedCell
from loaders.reporting import process
from loaders.reporting.example import Form
from loaders.reporting.values import read_date, read_number
from tests.loaders.ledger_rows import FIRST, publish_ours
from tests.loaders.questionnaires import cell_of, example_file, place_of, refusal
from tests.loaders.small_store import make_store
from tests.shared import copied

FIRST_ROW = 5


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A SQLite store to which the environment points; nothing in this file changes it."""
    made = make_store(f"sqlite:///{tmp_path_factory.mktemp('refusals') / 'store.sqlite'}")
    publish_ours(made, FIRST)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, made)
        patch.setenv(LOADER_URL_VARIABLE, made)
        yield made


def put(key: str, column: str, value: object, row: int = FIRST_ROW) -> Callable[[Form], str]:
    """A change of one cell, which gives the place of that cell."""

    def change(form: Form) -> str:
        cell_of(form, key, row, column).value = value
        return place_of(form, key, row, column)

    return change


def told(line: str, value: object) -> Callable[[Form], str]:
    """A change of a line of the first sheet."""

    def change(form: Form) -> str:
        return put("about", "answer", value, form.row_of("about", line))(form)

    return change


def merged(form: Form) -> str:
    page = form.page("roadmap")
    page.merge_cells("D6:D8")
    return f"{page.title}!D6:D8"


def repeated(form: Form) -> str:
    text = cell_of(form, "roadmap", FIRST_ROW, "action").value
    return put("roadmap", "action", f"  {text} ", 9)(form)


def unknown_code(form: Form) -> str:
    form.page("roadmap").cell(12, 1).value = "NPL-99"
    return place_of(form, "roadmap", 12, "action")


def late_start(form: Form) -> str:
    put("roadmap", "start", "2028-01-01", 13)(form)
    return put("roadmap", "due", "2027-12", 13)(form)


def yearless(form: Form) -> str:
    put("indicators", "new_value", 5)(form)
    return place_of(form, "indicators", FIRST_ROW, "new_year")


def valueless(form: Form) -> str:
    put("indicators", "new_year", 2020, 6)(form)
    return place_of(form, "indicators", 6, "new_value")


Cases = dict[str, tuple[str, Callable[[Form], str]]]

ALONE: Cases = {
    "unknown country": ("unknown_country", told("country_code", "XXQ")),
    "no country": ("unknown_country", told("country_code", None)),
    "another country's code": ("changed_country", told("country_code", "NPL")),
}
"""What is told alone: without a country nothing else can be judged."""

TOGETHER: Cases = {
    "formula": ("formula", put("roadmap", "allocated", "=SUM(L6:L9)", 8)),
    "formula elsewhere": ("formula", put("questions", "answer", "=1+1")),
    "merged": ("merged", merged),
    "unknown language": ("choice", told("language", "Klingon")),
    "no office": ("needed", told("reporter_office", "  ")),
    "a day to come": ("future", told("date", "2099-01-01")),
    "period turned round": ("period", told("period_end", "2025-12-31")),
    "ambiguous date": ("date_ambiguous", put("roadmap", "due", "03/04/2026", 5)),
    "impossible date": ("date_impossible", put("roadmap", "due", "31/02/2026", 6)),
    "impossible ISO date": ("date_impossible", put("roadmap", "due", "2026-13", 7)),
    "no date at all": ("date", put("roadmap", "due", "next spring", 8)),
    "two-digit year": ("date", put("roadmap", "due", "31/12/26", 9)),
    "year too far": ("date_year", put("roadmap", "due", "9999", 10)),
    "year too early": ("date_year", put("roadmap", "due", 26, 11)),
    "not a number": ("number", put("roadmap", "allocated", "about two million", 5)),
    "below zero": ("number_negative", put("roadmap", "allocated", -5, 6)),
    "thousands or not": ("number_ambiguous", put("roadmap", "allocated", "1,234", 7)),
    "status not in the list": ("choice", put("roadmap", "status", "almost done", 5)),
    "focus not in the list": ("choice", put("roadmap", "focus", "everything", 5)),
    "a day without status": ("status_missing", put("roadmap", "status", None, 6)),
    "unknown action": ("unknown_code", unknown_code),
    "repeated": ("repeated", repeated),
    "no action": ("text_missing", put("roadmap", "action", None, 10)),
    "due before start": ("due_before_start", late_start),
    "too long": ("too_long", put("questions", "answer", "a" * 10_001, 6)),
    "error value": ("not_a_value", put("questions", "answer", "#REF!", 7)),
    "comment of nothing": ("comment_of_what", put("comments", "indicator", None)),
    "number of a priority": ("whole_number", put("priorities", "number", 1.5)),
    "value without year": ("year_missing", yearless),
    "year of no value": ("value_missing", valueless),
    "not a year": ("year", put("indicators", "new_year", "last year", 7)),
}
"""What can be wrong in one file: all of it is told at once."""


def beginning(language: str, key: str) -> str:
    """The words of a sentence before its first and after its last field."""
    return str(wording(language).texts[f"reporting_errors.{key}"])


def is_said(text: str, language: str, key: str) -> bool:
    """Whether a text is this sentence, whatever stands in its fields."""
    parts = [p for p in _between(beginning(language, key)) if p]
    return all(part in text for part in parts)


def _between(sentence: str) -> list[str]:
    parts, depth = [""], 0
    for character in sentence:
        depth += character == "{"
        if depth == 0:
            parts[-1] += character
        elif character == "}":
            depth -= 1
            parts.append("")
    return parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_named_with_its_remedy(url: str, tmp_path: Path, language: str) -> None:
    places: dict[str, str] = {}

    def change(form: Form) -> None:
        places.update({name: does(form) for name, (_, does) in TOGETHER.items()})

    found = refusal(example_file(tmp_path, language, url, change), url)
    said: dict[str, str] = {}
    for one in found.problems:
        place = f"{one.sheet}!{one.cell}"
        assert place not in said
        said[place] = one.text
    for name, (key, _) in TOGETHER.items():
        assert is_said(said.get(places[name], ""), language, key), (name, said.get(places[name]))
    extra = {place: text for place, text in said.items() if place not in places.values()}
    assert extra == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALONE)
def test_without_its_country_nothing_is_judged(
    url: str, tmp_path: Path, language: str, name: str
) -> None:
    key, does = ALONE[name]
    place: list[str] = []
    path = example_file(tmp_path, language, url, lambda form: place.append(does(form)))
    (problem,) = refusal(path, url).problems
    assert f"{problem.sheet}!{problem.cell}" == place[0]
    assert is_said(problem.text, language, key)


TAKEN: dict[str, tuple[str, object, str]] = {
    "day and month": ("due", "31/12/2026", "2026-12-31"),
    "month first": ("due", "12/31/2026", "2026-12-31"),
    "the same either way": ("due", "05/05/2026", "2026-05-05"),
    "points": ("due", "31.12.2026", "2026-12-31"),
    "month": ("due", "2026-12", "2026-12"),
    "month turned": ("due", "12/2026", "2026-12"),
    "year": ("due", 2026, "2026"),
    "year as text": ("due", "2026", "2026"),
    "serial": ("due", 46_387, "2026-12-31"),
    "Arabic digits": ("due", "٢٠٢٦-١٢-٣١", "2026-12-31"),
    "one digit": ("due", "2026-3-1", "2026-03-01"),
    "comma": ("allocated", "12,5", "12.5"),
    "spaces": ("allocated", "1 234 567", "1234567"),
    "unbroken spaces": ("allocated", "1\u202f234\u00a0567", "1234567"),
    "both marks": ("allocated", "1.234.567,50", "1234567.50"),
    "thousands": ("allocated", "1,234,567", "1234567"),
    "zero": ("allocated", 0, "0"),
    "many digits": ("allocated", 0.1, "0.1"),
}


def test_dates_and_numbers_of_every_kind() -> None:
    for name, (column, value, wanted) in TAKEN.items():
        kind = "text" if isinstance(value, str) else "number"
        cell = TypedCell(kind, str(value))
        read = read_date(cell) if column == "due" else read_number(cell)
        assert read == wanted, name
    assert read_date(TypedCell("date", "2026-12-31T00:00:00")) == "2026-12-31"
    assert read_number(TypedCell("percent", "12.50")) == "12.5"


def test_a_percentage_of_a_spreadsheet_is_what_it_shows(url: str, tmp_path: Path) -> None:
    """12.5 % is stored as 0.125 with a format; the cell and the file are read, not the number."""

    def change(form: Form) -> None:
        cell = cell_of(form, "indicators", FIRST_ROW, "new_value")
        cell.value, cell.number_format = 0.125, "0.0%"
        put("indicators", "new_year", 2025)(form)

    loaded = process.load(example_file(tmp_path, "en", url, change), "x", url=_copy(url, tmp_path))
    assert [(one.value, one.year) for one in loaded.filled.values] == [("12.5", "2025")]


def test_more_disbursed_than_allocated_is_a_warning(url: str, tmp_path: Path) -> None:
    change = put("roadmap", "disbursed", 20_001)
    loaded = process.load(
        example_file(tmp_path, "fr", url, lambda f: (change(f), None)[1]),
        "x",
        url=_copy(url, tmp_path),
    )
    assert len(loaded.filled.warnings) == 1
    assert loaded.filled.warnings[0].startswith("Feuille de route!")
    assert "20001" in loaded.filled.warnings[0]


def _copy(url: str, folder: Path) -> str:
    return copied(url, folder / "copy.sqlite")


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_that_are_no_questionnaire(url: str, tmp_path: Path, language: str) -> None:
    good = example_file(tmp_path, language, url)
    csv = tmp_path / "table.xlsx"
    csv.write_text("a,b\n1,2\n", encoding="utf-8")
    macros = _with_member(good, tmp_path / "macros.xlsx", "xl/vbaProject.bin", b"x")
    bomb = _with_member(good, tmp_path / "bomb.xlsx", "xl/media/x.bin", b"\0" * 40_000_000)
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(good.read_bytes()[:-200])
    other = tmp_path / "other.xlsx"
    Workbook().save(other)
    for path, key in (
        (csv, "not_a_workbook"),
        (macros, "macros"),
        (bomb, "bomb"),
        (cut, "damaged"),
        (other, "not_our_form"),
        (tmp_path / "none.xlsx", "unreadable"),
    ):
        found = refusal(path, url, language=language)
        assert is_said(str(found), language, key), (path.name, str(found))
        assert path.name in str(found)


def _with_member(path: Path, target: Path, name: str, content: bytes) -> Path:
    with (
        zipfile.ZipFile(path) as given,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for each in given.namelist():
            made.writestr(each, given.read(each))
        made.writestr(name, content)
    return target


def _form_line(form: Form, name: str, value: str) -> None:
    codes = form.book["codes"]
    for row in codes.iter_rows():
        if (row[0].value, row[1].value) == ("form", name):
            row[2].value = value


def test_the_form_itself(url: str, tmp_path: Path) -> None:
    def file(change: Callable[[Form], Any]) -> Path:
        return example_file(tmp_path, "fr", url, lambda form: (change(form), None)[1])

    def said(change: Callable[[Form], Any], **more: Any) -> str:
        return str(refusal(file(change), url, **more))

    french = "fr"
    assert is_said(said(lambda f: _form_line(f, "version", "9")), french, "form_version")
    assert VERSION in said(lambda f: _form_line(f, "version", "9"))
    assert is_said(said(lambda f: _form_line(f, "language", "xx")), "en", "unknown_language")
    asked = str(refusal(example_file(tmp_path, "fr", url), url, asked="NPL"))
    assert is_said(asked, french, "other_country")
    gone = said(lambda f: f.book.remove(f.page("roadmap")))
    assert gone.startswith("Feuille de route: ") and is_said(gone, french, "sheet_missing")

    def without_column(form: Form) -> None:
        form.page("roadmap").cell(1, sheet("roadmap").number("due")).value = "something"

    column = said(without_column)
    assert column.startswith("Feuille de route!1:1: ") and is_said(column, french, "column_missing")


def test_an_empty_form(url: str, tmp_path: Path) -> None:
    form = Form(process.template("XEX", "fr"), wording("fr"))
    for key, text in (
        ("period_start", "2026"),
        ("period_end", "2026"),
        ("date", "2026-07-01"),
        ("reporter_office", "Un service"),
    ):
        form.tell(key, text)
    path = tmp_path / "empty.xlsx"
    path.write_bytes(form.saved())
    assert is_said(str(refusal(path, url)), "fr", "empty")
