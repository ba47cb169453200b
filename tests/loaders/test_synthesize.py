"""Made-up figures stay in a database of their own, say what they are, and are equal by seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.database import LOADER_URL_VARIABLE, URL_VARIABLE, database_url
from loaders.jobs import check
from tests.loaders.small_store import export_of
from tools.bench.synthesize import MARK, NotForSynthetic, rows, synthesize


def test_equal_seeds_give_equal_rows_in_the_order_of_the_key() -> None:
    first = list(rows(500, ["GHA", "NPL"], 1))
    assert first == list(rows(500, ["GHA", "NPL"], 1))
    assert first != list(rows(500, ["GHA", "NPL"], 2))
    assert [row[:9] for row in first] == sorted(row[:9] for row in first)


def test_every_row_says_that_it_is_synthetic(empty_url: str) -> None:
    assert synthesize(12_000, empty_url) == 12_000
    shown = export_of(empty_url)
    assert len(shown) == 12_000
    assert all(row[0].startswith(MARK) and row[-2] == MARK == row[-1] for row in shown)
    assert check.report(empty_url).problems == []
    with pytest.raises(NotForSynthetic):
        synthesize(10, empty_url)
    assert export_of(empty_url) == shown


@pytest.mark.parametrize("variable", [URL_VARIABLE, LOADER_URL_VARIABLE])
def test_the_real_store_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    store = tmp_path / "store.sqlite"
    monkeypatch.setenv(variable, f"sqlite:///{store}")
    with pytest.raises(NotForSynthetic, match="own store"):
        synthesize(10, f"sqlite:///{store}")
    with pytest.raises(NotForSynthetic):
        synthesize(10, database_url())
    assert not store.exists()
