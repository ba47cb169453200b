"""What was shown on a date is what is answered for that date, for ever."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from components.downloads import lines_of_packed
from data import schema
from data.database import read_engine, write_engine
from data.queries import export, versions
from data.records import Change, Selection
from loaders.jobs import check
from loaders.publish.ledger import Counts
from tests.loaders.small_store import export_of, load_rows, make_store, row

KEYS = [(area, year) for area in ("NPL", "GHA", "NAM") for year in (2001, 2002)]
Figures = dict[tuple[str, int], int]


def rows_of(figures: Figures) -> list[dict[str, str]]:
    """Rows of a file that holds these figures."""
    return [row(area=area, year=year, value=value) for (area, year), value in figures.items()]


def csv_of(url: str, release: int | None) -> bytes:
    """The download of everything as of a release, byte for byte."""
    engine = read_engine(url)
    table = versions.observations_as_of(release)
    with engine.connect() as connection:
        lines = lines_of_packed(export.packed_rows(connection, Selection(), table=table), {})
        written = "".join(lines).encode()
    engine.dispose()
    return written


def changes(url: str, first: int, last: int) -> list[Change]:
    """The changes between two releases."""
    engine = read_engine(url)
    with engine.connect() as connection:
        found = list(versions.changes(connection, first, last))
    engine.dispose()
    return found


def expected_counts(old: Figures, new: Figures) -> Counts:
    """What a load of `new` over `old` must count, told without a database."""
    return Counts(
        rows_in=len(new),
        added=len(new.keys() - old.keys()),
        revised=sum(1 for key in new.keys() & old.keys() if new[key] != old[key]),
        unchanged=sum(1 for key in new.keys() & old.keys() if new[key] == old[key]),
        withdrawn=len(old.keys() - new.keys()),
    )


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    loads=st.lists(
        st.dictionaries(st.sampled_from(KEYS), st.integers(1, 3), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_every_release_stays_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, loads: list[Figures]
) -> None:
    folder = tmp_path_factory.mktemp("versions")
    url = make_store(f"sqlite:///{folder / 'store.sqlite'}")
    old: Figures = {}
    shown: dict[int, tuple[Figures, list[tuple[Any, ...]], bytes]] = {0: ({}, [], b"")}
    for new in loads:
        done = load_rows(url, folder, rows_of(new), accept=True)
        counts = expected_counts(old, new)
        counts.warnings = done.counts.warnings
        assert done.counts == counts
        assert (done.release is None) == (old == new)
        if done.release is not None:
            shown[done.release] = (new, export_of(url), csv_of(url, None))
        old = new
    for release, (_, rows, download) in shown.items():
        assert export_of(url, release) == rows
        assert csv_of(url, release) == download
    for first, (before, _, _) in shown.items():
        for last, (after, _, _) in shown.items():
            check_changes(changes(url, first, last), before, after)
    assert check.report(url).problems == []


def check_changes(found: list[Change], before: Figures, after: Figures) -> None:
    """Exactly the differences of two dictionaries, each once and with both values."""
    told = {(c.key.area, c.key.year): (c.old and c.old.value, c.new and c.new.value) for c in found}
    assert len(told) == len(found)
    assert told == {
        key: (before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    }


@pytest.fixture(scope="module")
def three(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with three releases, published on three days; for reading."""
    tmp_path = tmp_path_factory.mktemp("three")
    url = make_store(module_url)
    load_rows(url, tmp_path, rows_of({("NPL", 2001): 1, ("GHA", 2001): 1}))
    second = {("NPL", 2001): 2, ("GHA", 2001): 1, ("KEN", 2001): 1}
    load_rows(url, tmp_path, rows_of(second), accept=True)
    load_rows(url, tmp_path, rows_of({("NPL", 2001): 2, ("KEN", 2001): 1}), accept=True)
    engine = write_engine(url)
    days = {1: "2026-01-10", 2: "2026-02-10", 3: "2026-03-10"}
    with engine.begin() as connection:
        for number, day in days.items():
            moment = f"{day}T12:00:00.000000+00:00"
            mine = schema.release.c.id == number
            connection.execute(update(schema.release).where(mine).values(published=moment))
    engine.dispose()
    return url


@pytest.mark.parametrize(
    ("moment", "release"),
    [
        ("2026-01-09", 0),
        ("2026-01-10", 1),
        ("2026-01-10T11:59:59Z", 0),
        ("2026-01-10T12:00", 1),
        ("2026-02-09", 1),
        ("2026-02-10", 2),
        ("2099-12-31", 3),
        ("2", 2),
        ("0", 0),
    ],
)
def test_a_date_names_the_release_of_the_end_of_that_day(
    three: str, moment: str, release: int
) -> None:
    engine = read_engine(three)
    with engine.connect() as connection:
        assert versions.release_at(connection, moment) == release
    engine.dispose()


@pytest.mark.parametrize(
    "moment", ["", "yesterday", "2026", "10.01.2026", "2026-01-10' OR 1=1", "9"]
)
def test_what_is_no_date_is_said(three: str, moment: str) -> None:
    engine = read_engine(three)
    with engine.connect() as connection:
        with pytest.raises(ValueError, match="is no date|There is no release"):
            versions.release_at(connection, moment)
    engine.dispose()


def test_releases_tell_what_they_changed(three: str) -> None:
    engine = read_engine(three)
    with engine.connect() as connection:
        found = versions.releases(connection)
    engine.dispose()
    assert [(r.id, r.added, r.revised, r.withdrawn) for r in found] == [
        (3, 0, 0, 1),
        (2, 1, 1, 0),
        (1, 2, 0, 0),
    ]
    assert {r.kind for r in found} == {"file"}


def test_both_engines_answer_alike(tmp_path: Path, postgres_url: str) -> None:
    urls = (make_store(f"sqlite:///{tmp_path / 'store.sqlite'}"), make_store(postgres_url))
    for url in urls:
        load_rows(url, tmp_path, rows_of({("NPL", 2001): 1, ("GHA", 2001): 1}))
        load_rows(url, tmp_path, rows_of({("NPL", 2001): 2, ("KEN", 2001): 1}), accept=True)
    for release in (None, 0, 1, 2):
        one, other = (csv_of(url, release) for url in urls)
        assert one == other
    one_way, other_way = (changes(url, 0, 2) for url in urls)
    assert one_way == other_way


def test_as_of_now_is_the_table_itself() -> None:
    assert versions.observations_as_of(None) is schema.observation
    names = [c.name for c in versions.observations_as_of(3).c]
    assert names == [c.name for c in select(schema.observation).selected_columns]
