"""The questionnaire of a country: its sheets, keys, lists, locks, and what is prefilled."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest

from components.reporting.form import CHOICES, SHEETS, VERSION, sheet
from components.reporting.layout import CODES, FIRST_ROW, HEAD_ROW, KEY_COLUMN, KEY_ROW
from components.reporting.look import FACE, KNOWN, PAPER, REVIEWED, SIZE
from components.reporting.rows import number, reported_on
from components.wording import LANGUAGES
from data.country_facts import facts_of
from data.methods.completion import STATUSES
from data.methods.formula_mark import marked
from data.methods.framework.catalogue import framework
from data.methods.framework.cells import cells
from tests.components.reporting.made import (
    ALL,
    answers_of,
    area_of,
    book_of,
    files_of,
    framework_of,
    lists_of,
    made_anew,
    pages_of,
    rows_of,
    words,
)

pytestmark = pytest.mark.usefixtures("store_url")
each = pytest.mark.parametrize(("language", "code"), ALL)


@each
def test_sheets_stand_in_the_order_of_the_form(language: str, code: str) -> None:
    book = book_of(code, language)
    assert list(pages_of(book)) == [one.key for one in SHEETS]
    assert book.sheetnames[-1] == CODES and book[CODES].sheet_state == "hidden"
    assert [page.sheet_state for page in book][:-1] == ["visible"] * len(SHEETS)
    titles = [words(language).t(f"reporting.sheet.{one.key}.title") for one in SHEETS]
    assert book.sheetnames[:-1] == titles


@each
def test_keys_of_columns_and_rows_are_hidden_and_whole(language: str, code: str) -> None:
    for key, page in pages_of(book_of(code, language)).items():
        told = [page.cell(KEY_ROW, n).value for n in range(2, page.max_column + 1)]
        assert told == [column.key for column in sheet(key).columns]
        assert page.row_dimensions[KEY_ROW].hidden
        assert page.column_dimensions["A"].hidden
        keys = [row[""] for row in rows_of(page) if row[""]]
        assert len(keys) == len(set(keys))
        empty = [row for row in rows_of(page) if not row[""]]
        assert len(empty) == sheet(key).empty
        assert not any(value for row in empty for value in row.values())
        assert not page.merged_cells.ranges


@each
def test_the_file_says_what_it_is(language: str, code: str) -> None:
    book = book_of(code, language)
    day, release = facts_of()
    listed = lists_of(book)
    assert listed["form"] == {
        "version": VERSION,
        "area": code,
        "language": language,
        "made": day,
        "release": str(release),
    }
    assert listed["sheet"] == {key: page.title for key, page in pages_of(book).items()}
    for one in CHOICES:
        words_of = listed.get(one.key, {})
        assert len(set(words_of.values())) == len(words_of), one.key
        if one.codes:
            assert tuple(words_of) == one.codes
    parts = [f"{i.code}|{part.code}" for i in framework().values() for part in i.parts]
    assert list(listed["framework"]) == parts


def limits_of(page: Any) -> dict[str, Any]:
    """What limits a cell, by its address."""
    return {
        cell.coordinate: limit
        for limit in page.data_validations.dataValidation
        for area in limit.sqref.ranges
        for cells_of_row in page[area.coord if ":" in area.coord else f"{area.coord}:{area.coord}"]
        for cell in cells_of_row
    }


@each
def test_each_list_is_offered_to_every_row(language: str, code: str) -> None:
    book = book_of(code, language)
    listed = lists_of(book)
    for key, page in pages_of(book).items():
        limits = limits_of(page)
        for column in sheet(key).columns:
            if column.choices in {"", "roadmap_priority"} or column.choices not in listed:
                continue
            for row in range(FIRST_ROW, page.max_row + 1):
                cell = page.cell(row, sheet(key).number(column.key))
                limit = limits[cell.coordinate]
                name, _, where = limit.formula1.partition("!")
                offered = [
                    found[0].value for found in book[name.strip("'")][where.replace("$", "")]
                ]
                assert offered == list(listed[column.choices].values())
                assert limit.type == "list" and limit.showErrorMessage
    priorities = limits_of(pages_of(book)["roadmap"])[f"B{FIRST_ROW}"]
    assert priorities.formula1.startswith(f"'{listed['sheet']['priorities']}'!$C${FIRST_ROW}")
    assert not priorities.showErrorMessage
    assert limits_of(pages_of(book)["roadmap"])[f"P{FIRST_ROW}"].type == "list"
    assert listed["status"] == {
        status: words(language).t(f"action_status.{status}") for status in STATUSES
    }


@each
def test_what_is_known_is_locked_and_the_rest_is_open(language: str, code: str) -> None:
    for key, page in pages_of(book_of(code, language)).items():
        assert page.protection.sheet and not page.protection.password
        for row in rows_of(page):
            assert set(row) == {"", *(column.key for column in sheet(key).columns)}
        for place in range(FIRST_ROW, page.max_row + 1):
            known = bool(page.cell(place, KEY_COLUMN).value)
            for column in sheet(key).columns:
                cell = page.cell(place, sheet(key).number(column.key))
                locked = expected_lock(key, column, known, page, place)
                assert cell.protection.locked is locked
                if key != "guide":
                    paper = REVIEWED if column.reviewer else KNOWN if locked else PAPER
                    assert cell.fill.fgColor.rgb == f"00{paper}"
                    assert (cell.font.name, cell.font.sz, cell.font.b) == (FACE, SIZE, False)
                    assert cell.alignment.wrap_text or column.key == "number"


def expected_lock(key: str, column: Any, known: bool, page: Any, place: int) -> bool:
    """Whether a cell must be locked."""
    if key == "about" and column.key == "answer":
        return page.cell(place, KEY_COLUMN).value in {"country_code", "country_name"}
    if key == "comments" and known:
        return True
    if column.open_rows and not known:
        return False
    return not column.fill


@each
def test_section_1_holds_the_whole_framework_as_the_store_has_it(language: str, code: str) -> None:
    rows = [row for row in rows_of(pages_of(book_of(code, language))["indicators"]) if row[""]]
    asked = {tuple(row[""].split("|")[:2]) for row in rows}
    assert asked == {(i.code, part.code) for i in framework().values() for part in i.parts}
    told: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        told.setdefault(tuple(row[""].split("|")[:2]), []).append(row)
    for cell in cells(framework_of(code, language)):
        lines = told[cell.indicator.code, cell.part.code]
        if not cell.said:
            assert [line["known"] for line in lines] == [None]
            assert lines[0]["known_view"] is None
            continue
        assert len(lines) == len(cell.said)
        for line, said in zip(lines, cell.said, strict=True):
            assert line["known_year"] == (number(said.year) or None)
            view = words(language).t(f"framework_view.{said.view}")
            assert line["known_view"] == view
            assert line["known_source"]
            assert line["known"] is not None
            if isinstance(line["known"], int | float):
                assert line["known"] == float(said.value)


@each
def test_the_roadmap_is_prefilled_and_no_status_is_put_into_a_governments_mouth(
    language: str, code: str
) -> None:
    answers, said = answers_of(code, language), words(language)
    rows = [row for row in rows_of(pages_of(book_of(code, language))["roadmap"]) if row[""]]
    actions = reported_on(answers.actions)
    assert [row[""] for row in rows] == [one.code for one in actions]
    for row, one in zip(rows, actions, strict=True):
        assert row["action"] == marked(said.of(one, "text"))
        assert (row["due"] or "") == one.due
        reported = one.said("reported")
        assert row["status"] == (said.t(f"action_status.{reported.status}") if reported else None)
        if one.latest:
            assert said.t(f"action_status.{one.latest.status}") in row["known_status"]
            assert said.t(f"status_says.{one.latest.says}") in row["known_status"]
    stated = [row for row in rows_of(pages_of(book_of(code, language))["priorities"]) if row[""]]
    assert [row[""] for row in stated] == [one.code for one in answers.priorities]


@each
def test_about_names_the_country(language: str, code: str) -> None:
    rows = {row[""]: row["answer"] for row in rows_of(pages_of(book_of(code, language))["about"])}
    assert rows["country_code"] == code
    assert rows["country_name"] == area_of(code, language).name
    assert rows["language"] == words(language).t(f"reporting.choice.language.{language}")
    assert rows["period_start"] is None


@each
def test_nothing_in_the_file_runs(language: str, code: str) -> None:
    for page in book_of(code, language):
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    assert marked(cell.value) in (cell.value, f"'{cell.value}")
                    assert cell.value[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    with zipfile.ZipFile(BytesIO(files_of(code, language)[0])) as packed:
        names = packed.namelist()
        assert not [name for name in names if "vba" in name or "externalLink" in name]
        assert b"<f>" not in b"".join(packed.read(name) for name in names if "/sheet" in name)


@each
def test_arabic_sheets_run_from_right_to_left_and_print_whole(language: str, code: str) -> None:
    for key, page in pages_of(book_of(code, language)).items():
        assert bool(page.sheet_view.rightToLeft) is (language == "ar")
        assert page.sheet_properties.pageSetUpPr.fitToPage and page.page_setup.fitToWidth == 1
        assert page.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
        if key != "guide":
            wide = key in {"indicators", "roadmap"}
            assert page.freeze_panes == f"{'D' if wide else 'B'}{FIRST_ROW}"
            assert page.page_setup.orientation == "landscape"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_tells_what_each_status_means(language: str) -> None:
    texts = [row["text"] for row in rows_of(pages_of(book_of("NPL", language))["guide"])]
    for status in STATUSES:
        word = words(language).t(f"action_status.{status}")
        assert any(text.startswith(word) for text in texts)


@each
def test_the_same_facts_give_the_same_bytes(language: str, code: str) -> None:
    assert made_anew(code, language) == files_of(code, language)
