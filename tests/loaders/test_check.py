"""The check proves the sums, and says so when they do not add up."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert

from data import schema
from data.trouble import NoStore
from loaders.jobs.check import LedgerLine, Reject, Report, holdings, report


@pytest.fixture(scope="module")
def checked(store_url: str) -> Report:
    """The check of the real store."""
    return report(store_url)


def test_nothing_was_lost(checked: Report) -> None:
    assert [line for line in checked.ledger if not line.adds_up] == []
    assert checked.problems == []
    assert checked.sound
    assert checked.records_in == checked.loaded + checked.rejected
    assert checked.records_in > 300_000


def test_every_rejection_has_its_reason(checked: Report) -> None:
    assert checked.rejects
    assert [r for r in checked.rejects if not (r.rule and r.reason and r.file)] == []


def test_every_dataset_has_as_many_rejects_as_its_ledger_says(checked: Report) -> None:
    told: dict[str, int] = {}
    for reject in checked.rejects:
        told[reject.dataset] = told.get(reject.dataset, 0) + 1
    wrong = {
        line.dataset: (line.rejected, told.get(line.dataset, 0))
        for line in checked.ledger
        if not line.dataset.startswith("tables/") and line.rejected != told.get(line.dataset, 0)
    }
    assert wrong == {}


def test_one_reject_of_each_kind_counts_all_of_them(checked: Report) -> None:
    first = checked.one_reject_of_each_kind()
    assert len({(r.dataset, r.rule) for r in first}) == len(first)
    assert sum(r.times for r in first) == len(checked.rejects)


def test_a_line_that_does_not_add_up_is_not_sound() -> None:
    lost = LedgerLine("d", "f", 10, 8, 1)
    kept = LedgerLine("d", "f", 10, 8, 2)
    reject = Reject("d", "f", "3", "value", "x", "not_a_number", "why")
    assert Report([kept], [reject], []).sound
    assert not Report([lost], [reject], []).sound
    assert not Report([kept], [reject], ["a row points nowhere"]).sound


def test_a_broken_reference_is_a_problem(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    engine = create_engine(url)
    schema.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(schema.build), [{"key": "inputs", "value": "x"}])
        connection.execute(
            insert(schema.area_name),
            [{"area": "ZZZ", "language": "en", "name": "Nowhere", "folded": "nowhere"}],
        )
    engine.dispose()

    found = report(url)

    assert not found.sound
    assert found.problems == ["a row of area_name points to a area that is not there"]


def test_no_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match=r"missing\.sqlite.*python -m loaders build"):
        report(f"sqlite:///{tmp_path / 'missing.sqlite'}")


def test_holdings_tell_of_every_indicator(store_url: str) -> None:
    held = {row[0]: row for row in holdings(store_url)}
    areas, years, rows = held["SL_TLF_CHLDEA"][3:6]
    assert int(areas) > 80
    assert years.count("-") == 1
    assert int(rows) > 400
