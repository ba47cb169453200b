"""Every hostile file is loaded right or refused: soon, in little memory, in one sentence."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from loaders.reading.admit import shown
from tests.hostile.attempt import attempt
from tests.hostile.make import CASES, Case

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 5.0
MEGABYTES = 400.0
ids = [case.name for case in CASES]


@pytest.fixture(scope="module")
def apart() -> Iterator[Executor]:
    """A process that has done nothing else, so that its memory is that of the attempts."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        yield executor


def test_there_are_at_least_forty() -> None:
    assert len(CASES) >= 40
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_file_is_loaded_right_or_refused(case: Case, tmp_path: Path, apart: Executor) -> None:
    path = tmp_path / case.file
    case.make(path)
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
    with (
        closing(sqlite3.connect(store_url.removeprefix("sqlite:///"))) as whole,
        closing(sqlite3.connect(copy)) as empty,
    ):
        whole.backup(empty)
    load(copy, copy.with_name("missing.csv"))
    return copy


def load(store: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """`loaders load` on a store of its own, as an operator runs it."""
    return subprocess.run(
        [sys.executable, "-m", "loaders", "load", str(path), "--vintage", "2026-10"],
        cwd=ROOT,
        env=os.environ | {"TARGET87_DATABASE_URL": f"sqlite:///{store}", "COLUMNS": "1000"},
        capture_output=True,
        text=True,
        check=False,
    )


SEEN_BY_OPERATORS = [case for case in CASES if case.refused and case.name != "nobody may read it"]


@pytest.mark.parametrize("case", SEEN_BY_OPERATORS, ids=[c.name for c in SEEN_BY_OPERATORS])
def test_a_refused_file_changes_nothing(case: Case, tmp_path: Path, store: Path) -> None:
    path = tmp_path / case.file
    case.make(path)
    with closing(sqlite3.connect(store)) as watching:
        before = watching.execute("PRAGMA data_version").fetchone()
        done = load(store, path)
        assert watching.execute("PRAGMA data_version").fetchone() == before
    said = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1, said
    assert "Traceback" not in said
    for words in case.refused:
        assert words in said
