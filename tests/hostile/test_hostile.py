"""Every hostile file is loaded right or refused: soon, in little memory, in one sentence."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.database import LOADER_URL_VARIABLE
from loaders.__main__ import app
from loaders.reading.admit import shown
from tests import shared
from tests.hostile.attempt import attempt
from tests.hostile.make import CASES, Case

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 5.0
MEGABYTES = 400.0
ids = [case.name for case in CASES]


ASKED = ("load", "--vintage", "2026-10")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Path]:
    """Makes the file of a case; once, for some are large."""
    folder = tmp_path_factory.mktemp("files")

    @cache
    def made(case: Case) -> Path:
        path = folder / str(CASES.index(case)) / case.file
        path.parent.mkdir()
        case.make(path)
        return path

    return made


@pytest.fixture(scope="module")
def apart() -> Iterator[Executor]:
    """A process that has done nothing else, so that its memory is that of the attempts."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        yield executor


def test_there_are_at_least_forty() -> None:
    assert len(CASES) >= 40
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_file_is_loaded_right_or_refused(
    case: Case, files: Callable[[Case], Path], apart: Executor
) -> None:
    path = files(case)
    as_nobody = case.name == "nobody may read it"
    outcome = apart.submit(attempt, path, as_nobody=as_nobody).result()
    if case.refused:
        assert outcome.refused is not None, (len(outcome.taken), outcome.rejected[:5])
        sentence = outcome.refused.sentence
        for words in case.refused:
            assert words in sentence
        assert outcome.refused.file == shown(case.file)
        assert outcome.refused.rule
        assert re.fullmatch(r"[^\x00-\x1f]+\.", sentence), sentence
        assert outcome.refused.remedy.endswith(".")
        assert "Traceback" not in sentence
        assert "Error" not in sentence
    else:
        assert outcome.refused is None, outcome.refused
        assert len(outcome.taken) == case.taken
        assert tuple(outcome.rejected) == case.rejected
    assert outcome.seconds <= SECONDS
    assert outcome.megabytes <= MEGABYTES
    assert outcome.child_megabytes <= MEGABYTES


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, store_url: str) -> Path:
    """A copy of the store, which a first refused load has brought up to date."""
    copy = tmp_path_factory.mktemp("hostile") / "target87.sqlite"
    shared.copied(store_url, copy)
    missing = copy.with_name("missing.csv")
    done = subprocess.run(
        [sys.executable, "-m", "loaders", *ASKED, str(missing)],
        cwd=ROOT,
        env=os.environ | {"TARGET87_DATABASE_URL": f"sqlite:///{copy}", "COLUMNS": "1000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and "missing.csv" in done.stdout + done.stderr
    return copy


SEEN_BY_OPERATORS = [case for case in CASES if case.refused and case.name != "nobody may read it"]


@pytest.mark.parametrize("case", SEEN_BY_OPERATORS, ids=[c.name for c in SEEN_BY_OPERATORS])
def test_a_refused_file_changes_nothing(
    case: Case, files: Callable[[Case], Path], store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command, in this process: to start forty of them would take minutes."""
    monkeypatch.setenv(LOADER_URL_VARIABLE, f"sqlite:///{store}")
    with closing(sqlite3.connect(store)) as watching:
        before = watching.execute("PRAGMA data_version").fetchone()
        done = CliRunner().invoke(app, [*ASKED, str(files(case))], env={"COLUMNS": "1000"})
        assert watching.execute("PRAGMA data_version").fetchone() == before
    said = " ".join(done.output.split())
    assert done.exit_code == 1, said
    assert isinstance(done.exception, SystemExit), done.exception
    for words in case.refused:
        assert words in said
