"""Questionnaires that are filled in for tests, of a small store."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from components.reporting.form import sheet
from components.wording import wording
from data.database import URL_VARIABLE, sqlite_files, sqlite_path
from loaders.reporting import process
from loaders.reporting.example import Form, filled_workbook
from loaders.reporting.problems import QuestionnaireRefused

Change = Callable[[Form], None]


@cache
def example_bytes(language: str, url: str) -> bytes:
    """The filled questionnaire of Exampleland, made of the store that the environment names."""
    del url
    return filled_workbook(language)


def example_file(folder: Path, language: str, url: str, change: Change | None = None) -> Path:
    """The questionnaire of Exampleland with a change, as a file."""
    form = Form(example_bytes(language, url), wording(language))
    if change is not None:
        change(form)
    path = folder / "filled.xlsx"
    path.write_bytes(form.saved())
    return path


def cell_of(form: Form, key: str, row: int, column: str) -> Any:
    """A cell of a sheet by the key of its column."""
    return form.page(key).cell(row, sheet(key).number(column))


def place_of(form: Form, key: str, row: int, column: str) -> str:
    """`Roadmap!H14`"""
    return f"{form.page(key).title}!{cell_of(form, key, row, column).coordinate}"


def refusal(path: Path, url: str, **more: Any) -> QuestionnaireRefused:
    """Why a file is refused; the store is as it was, byte for byte."""
    before = stored(url)
    try:
        process.load(path, "a tester", url=url, **more)
    except QuestionnaireRefused as refused:
        assert stored(url) == before
        return refused
    raise AssertionError("it was loaded")


def stored(url: str) -> list[bytes]:
    """The bytes of a SQLite store; its index of the log changes with every reader."""
    path = sqlite_path(url)
    assert path is not None
    return [each.read_bytes() for each in sqlite_files(path) if not each.name.endswith("-shm")]


__all__ = ["URL_VARIABLE", "cell_of", "example_file", "place_of", "refusal", "stored"]
