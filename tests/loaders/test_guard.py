"""The guard's own promises: its bounds, its limited process, and that no reader goes past it."""

from __future__ import annotations

import ast
import gzip
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from loaders.reading import workbook_child
from loaders.reading.admit import shown, validate_file
from loaders.reading.contract import FileRefused
from loaders.reading.files import (
    csv_rows,
    json_document,
    rows_of,
    workbook_rows,
    workbook_sheets,
    xml_events,
    zip_text,
)
from loaders.reading.limits import Limits, limits, override_limits
from loaders.reading.sample import sample_of
from loaders.reading.workbook import notes, sheet_states
from loaders.sources.registry import MODULES

SOURCES = Path(workbook_child.__file__).parents[1] / "sources"
OPENS = re.compile(
    r"(.*\.)?(ZipFile|load_workbook|open_workbook|iterparse)|(.*\.)?sample\.path\.(open|read_\w+)"
)


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(FileRefused) as refused:
        validate_file(path)
    return str(refused.value)


def workbook(path: Path, rows: list[list[object]]) -> Path:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    book.close()
    return path


def test_the_bounds_are_those_of_the_readme() -> None:
    assert limits() == Limits(
        unpacked_bytes=300_000_000,
        members=2_000,
        ratio=100,
        columns=16_384,
        sheet_rows=1_048_576,
        child_bytes=400_000_000,
        child_seconds=4.0,
    )


def test_other_bounds_hold_within_the_block_only(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with override_limits(Limits(unpacked_bytes=5)):
        assert refusal(path) == (
            "a.csv: the file has 8 bytes, and at most 5 are read. "
            "Ask the publisher for a smaller selection, and load it in parts."
        )
    assert validate_file(path).kind == "csv"


def test_a_file_that_changed_is_looked_at_again(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.csv", "a\n")
    sample = validate_file(path)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../a.csv", "a\n")
    with pytest.raises(FileRefused, match="leads out of the archive"):
        list(zip_text(sample, "a.csv"))


def test_a_sample_taken_without_the_guard_is_guarded_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.csv", "a\n")
        packed.writestr("../b.csv", "a\n")
    with pytest.raises(FileRefused, match=r"member \.\./b\.csv"):
        list(zip_text(sample_of(path), "a.csv"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert "it is a device or pipe" in refusal(tmp_path / "a.csv")


def test_names_are_shown_in_one_line() -> None:
    assert shown("a\nb\u202ec") == "a\ufffdb\ufffdc"
    assert shown("a" * 61) == "a" * 60 + "…"


def test_a_formula_gives_the_formula_never_its_result(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a", 1, 2.5, None, True], ["b", "=B1*2", "x"]])
    assert list(workbook_rows(validate_file(path))) == [
        (1, ["a", "1", "2.5", "", "True"]),
        (2, ["b", "=B1*2", "x"]),
    ]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "seen"
    book.create_sheet("unseen").sheet_state = "hidden"
    book.save(path)
    book.close()
    sample = validate_file(path)
    assert sheet_states(sample) == (("seen", "visible"), ("unseen", "hidden"))
    assert workbook_sheets(sample) == ("seen",)
    assert notes(sample) == ("The sheet unseen is hidden and was not read.",)
    with pytest.raises(FileRefused) as refused:
        list(workbook_rows(sample, "unseen"))
    assert str(refused.value) == (
        "a.xlsx, sheet unseen: the sheet is hidden, so that nobody has seen what would be loaded. "
        "Unhide the sheet, look at it, save, and load again."
    )
    with pytest.raises(FileRefused, match="the workbook has no sheet other"):
        list(workbook_rows(sample, "other"))


def test_links_to_other_workbooks_are_named_and_not_followed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a"]])
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert notes(validate_file(path)) == (
        "The link to another workbook, xl/externalLinks/externalLink1.xml, was not followed.",
    )


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    sample = validate_file(workbook(tmp_path / "a.xlsx", [["a", n] for n in range(20_000)]))
    started = time.monotonic()
    with (
        override_limits(Limits(child_seconds=0.3, child_seconds_a_megabyte=0)),
        pytest.raises(FileRefused, match="reading it takes longer than"),
    ):
        list(workbook_rows(sample))
    assert time.monotonic() - started < 3


def test_a_process_that_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    sample = validate_file(workbook(tmp_path / "a.xlsx", [["a", 1]]))
    with (
        override_limits(Limits(child_bytes=30_000_000)),
        pytest.raises(FileRefused, match="a.xlsx"),
    ):
        list(workbook_rows(sample))


def test_no_process_is_left_behind_by_a_reader_that_stops_early(tmp_path: Path) -> None:
    sample = validate_file(workbook(tmp_path / "a.xlsx", [["a", n] for n in range(5_000)]))
    rows = workbook_rows(sample)
    assert next(rows) == (1, ["a", "0"])
    rows.close()
    left = subprocess.run(
        ["ps", "-o", "args=", "--ppid", str(os.getpid())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "workbook_child" not in left.stdout


def test_the_process_sees_no_secret_and_cannot_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same start, with a child that tells what it has."""
    spy = tmp_path / "spy.py"
    spy.write_text(
        "import json, os, resource, sys\n"
        f"sys.path.insert(0, {str(Path(workbook_child.__file__).parents[2])!r})\n"
        "from loaders.reading.workbook_child import _limit\n"
        "ask = json.loads(sys.argv[1])\n"
        "_limit(ask['memory'], ask['seconds'])\n"
        "told = [*os.environ, os.getcwd(), str(resource.getrlimit(resource.RLIMIT_FSIZE)[0]),\n"
        "        str(resource.getrlimit(resource.RLIMIT_AS)[0])]\n"
        "print(json.dumps([1, told]))\n"
        "print(json.dumps({'end': True}))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("TARGET87_DATABASE_URL", "postgresql://someone:secret@host/db")
    monkeypatch.setattr(workbook_child, "__file__", str(spy))
    sample = validate_file(workbook(tmp_path / "a.xlsx", [["a"]]))
    [(_, told)] = list(workbook_rows(sample))
    assert set(told) - {"LC_CTYPE"} == {"OPENPYXL_LXML", "/", "0", "400000000"}


@pytest.mark.parametrize(
    "answer",
    ["no json", "[" * 100_000, '{"other": 1}', '[1, "cells"]', '["1", []]', "[1, [2]]", "[1]"],
)
def test_what_the_process_says_is_not_trusted(
    answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spy = tmp_path / "spy.py"
    spy.write_text(f"print({answer!r})\n", encoding="utf-8")
    monkeypatch.setattr(workbook_child, "__file__", str(spy))
    sample = validate_file(workbook(tmp_path / "a.xlsx", [["a"]]))
    with pytest.raises(FileRefused, match="the workbook is broken inside"):
        list(workbook_rows(sample))
    with pytest.raises(FileRefused, match="the workbook is broken inside"):
        workbook_sheets(sample)


def test_the_child_ends_by_itself_without_a_question() -> None:
    done = subprocess.run(
        [sys.executable, "-I", workbook_child.__file__, json.dumps({})],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""


def test_small_bounds_show_every_refusal_of_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 9, encoding="utf-8")
    for bounds, words in (
        (Limits(lines=5), "the file has more than 5 lines"),
        (Limits(columns=1), "a.csv, line 1: it has 2 cells, and at most 1 are read"),
        (Limits(line_characters=3), "a.csv, line 1: the line is longer than 3 characters"),
    ):
        with override_limits(bounds), pytest.raises(FileRefused, match=re.escape(words)):
            list(csv_rows(validate_file(path)))


def test_a_record_may_not_go_on_for_ever() -> None:
    lines = ["a,b\n", '"a\n', *['","a\n'] * 9]
    with (
        override_limits(Limits(line_characters=4)),
        pytest.raises(FileRefused, match="goes on for more"),
    ):
        list(rows_of(lines, "a.csv"))


def test_gzip_is_bounded_by_its_ratio(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" + b"1,2\n" * 2_000_000, mtime=0))
    with pytest.raises(FileRefused, match="unpacks to more than"):
        list(csv_rows(validate_file(path)))


def test_xml_keeps_nothing_but_what_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r><x><keep n='1'><in/></keep></x><keep n='2'>t</keep></r>", encoding="utf-8")
    found = [(e.get("n"), len(e), e.text) for e in xml_events(validate_file(path), {"keep"})]
    assert found == [("1", 1, None), ("2", 0, "t")]


def test_xml_of_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<?xml version="1.0" encoding="utf-7"?><a/>', encoding="utf-8")
    with pytest.raises(FileRefused, match=r"a\.xml"):
        list(xml_events(validate_file(path), {"a"}))


def test_json_numbers_stay_as_they_were_published(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1.10, "b": 1e999, "c": NaN, "d": 0}', encoding="utf-8")
    assert json_document(validate_file(path)) == {"a": "1.10", "b": "1e999", "c": "NaN", "d": 0}


def test_no_format_opens_a_file_by_itself() -> None:
    """Every reader goes through loaders/reading/files.py, and so past the guard."""
    readers = [SOURCES / f"{module.replace('.', '/')}.py" for module in MODULES]
    wrong = [
        f"{path.name} line {node.lineno}"
        for path in readers
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and OPENS.fullmatch(ast.unparse(node.func))
    ]
    assert wrong == []
