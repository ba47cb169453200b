"""A load that withdraws, revises or shifts much stops; a dry run shows it; a release is undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from typer.testing import CliRunner

from data import VERSION, schema
from data.database import read_engine
from data.queries import versions
from loaders.__main__ import app
from loaders.jobs import check
from loaders.jobs.load import withdraw_release
from loaders.publish.publish import Blocked
from tests.factories import VICTIMS
from tests.loaders.small_store import AREAS, csv_text, export_of, load_rows, make_store, row

YEARS = range(2001, 2013)
SURVEYED = [
    row(area=area, year=year, sex=sex, survey="", value=10 + place * 3 + year % 5 + len(sex))
    for place, area in enumerate(AREAS)
    for year in YEARS[place % 3 :: 3]
    for sex in ("T", "F", "M")
]
"""Some hundred figures of surveys: countries have them in different years."""

COUNTS = [
    row(area=area, year=year, sex=sex, indicator=VICTIMS.code, unit="PERSONS", survey="",
        value=n * 7 + year % 11 + 12, source="OFFICE")
    for n, area in enumerate(AREAS)
    for year in (2022, 2023, 2024)
    for sex in ("F", "M")
]  # fmt: skip


@pytest.fixture
def url(empty_url: str) -> str:
    """A store with the small catalogue, once on each engine."""
    return make_store(empty_url)


def stop(url: str, folder: Path, rows: list[dict[str, str]], **wanted: Any) -> str:
    """The sentence that stops a load, which then has changed nothing."""
    before = export_of(url)
    with pytest.raises(Blocked) as blocked:
        load_rows(url, folder, rows, **wanted)
    assert export_of(url) == before
    assert "--accept" in str(blocked.value) and "--dry-run" in str(blocked.value)
    return str(blocked.value)


def later(rows: list[dict[str, str]], years: int) -> list[dict[str, str]]:
    return [each | {"year": str(int(each["year"]) + years)} for each in rows]


def times(rows: list[dict[str, str]], factor: float) -> list[dict[str, str]]:
    return [each | {"value": f"{float(each['value']) * factor:g}"} for each in rows]


def test_files_that_are_one_year_off_or_multiplied_stop(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, SURVEYED)
    load_rows(url, tmp_path, COUNTS)
    said = stop(url, tmp_path, later(SURVEYED, 1))
    assert said.startswith("figures.csv, UNSD SL_TLF_CHLDEC: it withdraws 120 of 120 published")
    assert "of 10 countries (CIV, GHA, KEN" in said
    assert "puts 120 figures one year later than they are published" in said
    merged = stop(url, tmp_path, later(SURVEYED, -1), merge=True)
    assert "it puts 120 figures one year earlier" in merged and "withdraws" not in merged
    said = stop(url, tmp_path, times(COUNTS, 1000))
    assert "OFFICE TIP_VICTIMS: it revises 60 of 60 values (60 of them by the factor 1000)" in said
    assert "such as TIP_VICTIMS CIV _T _T F 5-17 2022 OFFICE: 21 becomes 21000;" in said
    assert "factor 0.01" in stop(url, tmp_path, times(SURVEYED, 0.01))
    some = [*times(COUNTS[:8], 10), *COUNTS[8:]]
    assert "revises 8 of 60 values (8 of them by the factor 10)" in stop(url, tmp_path, some)
    # A register of 2024 whose year was typed wrongly, to one that has been.
    typed = [r | ({"year": "2021"} if r["year"] == "2024" else {}) for r in COUNTS]
    assert "withdraws 20 of 60" in stop(url, tmp_path, typed)


def test_a_year_to_come_is_refused_row_by_row(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, COUNTS)
    typed = [r | ({"year": "2031"} if r["year"] == "2024" else {}) for r in COUNTS]
    assert "withdraws 20 of 60" in stop(url, tmp_path, typed)
    done = load_rows(url, tmp_path, typed, accept=True)
    assert (done.counts.rejected, done.counts.withdrawn) == (20, 20)
    told = [w for w in rows_of(url, schema.load_warning) if w.rule == "withdrawn"]
    assert len(told) == 20
    assert told[0].place == "TIP_VICTIMS CIV _T _T F 5-17 2024 OFFICE"
    assert told[0].reason.startswith("it was 12; the file has no row for it, unless it is one of")


def test_an_ordinary_update_passes_and_says_what_it_withdraws(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, COUNTS)
    told: list[str] = []
    update = [*times(COUNTS[2:4], 1.5), *COUNTS[4:], COUNTS[0] | {"year": "2025"}]
    done = load_rows(url, tmp_path, update, told.append)
    assert (done.counts.withdrawn, done.counts.revised, done.counts.added) == (2, 2, 1)
    assert told == ["figures.csv: withdraws 2 figures of OFFICE TIP_VICTIMS in 1 country (CIV)"]


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A store in which COUNTS are published."""
    folder = tmp_path_factory.mktemp("shares")
    url = make_store(f"sqlite:///{folder / 'store.sqlite'}")
    load_rows(url, folder, COUNTS)
    return url, folder


@settings(max_examples=12, deadline=None)
@given(gone=st.integers(0, 6), changed=st.integers(0, 20))
def test_the_shares_decide(counted: tuple[str, Path], gone: int, changed: int) -> None:
    kept = COUNTS[: 60 - gone]
    rows = [r | {"value": str(int(r["value"]) + 100 + n * n)} for n, r in enumerate(kept[:changed])]
    done = load_rows(*counted, [*rows, *kept[changed:]], dry_run=True)
    assert done.plan is not None
    assert bool(done.plan.stops) == (gone > 3 or changed > 12)
    assert len(done.plan.largest) == min(changed, 10)
    assert sum(withdrawn for *_, withdrawn in done.plan.lines) == gone


def test_a_dry_run_writes_nothing_and_shows_what_would_be(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, COUNTS)
    before = [len(rows_of(url, t)) for t in schema.metadata.sorted_tables]
    changed = [*times(COUNTS[:20], 3), *COUNTS[20:-1], COUNTS[-1] | {"year": "2025"}]
    done = load_rows(url, tmp_path, changed, dry_run=True)
    assert [len(rows_of(url, t)) for t in schema.metadata.sorted_tables] == before
    assert done.plan is not None
    assert done.plan.lines == (
        ("TIP_VICTIMS", "CIV", 0, 6, 0),
        ("TIP_VICTIMS", "GHA", 0, 6, 0),
        ("TIP_VICTIMS", "KEN", 0, 6, 0),
        ("TIP_VICTIMS", "MDG", 0, 2, 0),
        ("TIP_VICTIMS", "VNM", 1, 0, 1),
    )
    assert len(done.plan.largest) == 10
    assert "(20 of them by the factor 3)" in done.plan.stops[0]


def rows_of(url: str, table: Any) -> list[Any]:
    engine = read_engine(url)
    with engine.connect() as connection:
        found = list(connection.execute(select(table)).all())
    engine.dispose()
    return found


def states(url: str) -> list[list[tuple[Any, ...]]]:
    """The figures as of every release, the newest last."""
    engine = read_engine(url)
    with engine.connect() as connection:
        newest = versions.newest(connection)
    engine.dispose()
    return [sorted(map(str, export_of(url, number))) for number in range(1, newest + 1)]


def test_a_withdrawn_release_leaves_the_state_before_it(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, COUNTS)
    load_rows(url, tmp_path, SURVEYED)
    wrong = [*times(COUNTS[:-2], 1000), COUNTS[0] | {"year": "2025"}]
    load_rows(url, tmp_path, wrong, accept=True)
    before = states(url)
    done = withdraw_release(3, "a tester", url)
    assert done.release == 4
    counts = done.counts
    assert (counts.added, counts.revised, counts.withdrawn, counts.rows_in) == (2, 58, 1, 60)
    assert states(url) == [*before, before[1]]
    assert check.report(url).problems == []
    engine = read_engine(url)
    with engine.connect() as connection:
        assert list(versions.changes(connection, 2, 4)) == []
        assert len(list(versions.changes(connection, 3, 4))) == 61
    engine.dispose()
    assert load_rows(url, tmp_path, COUNTS).release is None
    # The withdrawal itself can be withdrawn, and what was withdrawn in between cannot.
    with pytest.raises(Blocked, match="Release 4 changed the same figures"):
        withdraw_release(1, "a tester", url)
    withdraw_release(4, "a tester", url)
    assert states(url)[-1] == before[2]
    withdraw_release(2, "a tester", url)
    assert {row[0] for row in export_of(url)} == {VICTIMS.code}
    assert {row.indicator for row in rows_of(url, schema.slice_)} == {VICTIMS.code}
    assert load_rows(url, tmp_path, SURVEYED).counts.added == len(SURVEYED)
    assert check.report(url).problems == []
    with pytest.raises(Blocked, match="There is no release 99"):
        withdraw_release(99, "a tester", url)


def test_the_command_line_reads_loads_by_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv("TARGET87_LOADER_URL", url)
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "figures.csv"

    def run(*words: str, code: int = 0) -> str:
        done = CliRunner().invoke(app, list(words))
        assert done.exit_code == code, done.output
        return done.output

    path.write_text(csv_text([*COUNTS, row(area="ZZZ")]), encoding="utf-8")
    assert "load 1: figures.csv (tidy): 61 rows in = 60 added" in run("load", str(path))
    path.write_text(csv_text([*times(COUNTS[:20], 3), *COUNTS[20:-1]]), encoding="utf-8")
    shown = run("load", "--dry-run", str(path))
    assert "dry run: nothing was written" in shown and "would become" in shown
    assert "Without --accept this load stops: figures.csv, OFFICE TIP_VICTIMS: it" in shown
    assert "Nothing was changed" in run("load", str(path), code=1)
    assert "withdraws 1 figures" in run("load", "--accept", str(path))
    loads = run("loads")
    assert loads.count("figures.csv") == 2
    assert "unknown_area" in run("rejects", "1") and "load 2: 0 rejected" in run("rejects", "2")
    assert "load 1: 0 warnings" in run("warnings", "1")
    assert "There is no load 3. See: python -m loaders loads" in run("rejects", "3", code=1)
    assert "There is no load 3" in run("warnings", "3", code=1)
    assert "release 2 is withdrawn by release 3" in run("withdraw", "2")
    assert "There is no release 9" in run("withdraw", "9", code=1)
    assert run("--version").strip() == VERSION
