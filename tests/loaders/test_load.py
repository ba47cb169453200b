"""A load publishes all of a file or nothing, counts every row, and is idle the second time."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, inspect, select, text, update
from sqlalchemy.exc import DatabaseError

from data import schema
from data.database import read_engine, write_engine
from data.schema import OBSERVATION_COLUMNS
from data.trouble import NoStore, NotWritten
from loaders.jobs import check
from loaders.jobs.load import LoadOptions, LoadResult, load
from loaders.publish import analyze as planner
from loaders.publish.publish import Blocked
from loaders.reading.contract import FileRefused
from loaders.validate import plausibility as warn
from tests.loaders.children import CHILDREN
from tests.loaders.small_store import (
    AREAS,
    counted,
    csv_text,
    export_of,
    load_rows,
    make_store,
    row,
    values,
)

YEARS = range(2001, 2011)
BASE = [row(area=area, year=year, value=year % 7 + 20) for area in AREAS for year in YEARS]
EVERYTHING = ("added", "revised", "unchanged", "superseded", "rejected", "withdrawn")


@pytest.fixture
def url(empty_url: str) -> str:
    """A store with the small catalogue, once on each engine."""
    return make_store(empty_url)


def numbers(done: LoadResult) -> dict[str, int]:
    """The counts that are not zero."""
    found = {name: getattr(done.counts, name) for name in EVERYTHING}
    return {name: number for name, number in found.items() if number}


def told(url: str, table: Any) -> list[dict[str, Any]]:
    """The rows of a ledger table."""
    engine = read_engine(url)
    with engine.connect() as connection:
        found = [dict(r) for r in connection.execute(select(table)).mappings()]
    engine.dispose()
    return found


def test_a_first_file_is_added_and_a_second_time_changes_nothing(url: str, tmp_path: Path) -> None:
    first = load_rows(url, tmp_path, BASE)
    assert (first.release, numbers(first)) == (1, {"added": 100})
    again = load_rows(url, tmp_path, BASE)
    assert (again.release, numbers(again)) == (None, {"unchanged": 100})
    one, two = told(url, schema.load)
    assert (one["sha256"], one["content"], one["bytes"]) == (
        two["sha256"], two["content"], two["bytes"],
    )  # fmt: skip
    assert (one["file"], one["format"], one["actor"]) == ("figures.csv", "tidy", "a tester")
    assert check.report(url).problems == []


def test_revised_withdrawn_and_new_figures_are_told_apart(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    changed = [*BASE[1:], row(area="NPL", year=2020, value=3)]
    changed[5] = changed[5] | {"value": "99"}
    done = load_rows(url, tmp_path, changed)
    assert numbers(done) == {"added": 1, "revised": 1, "unchanged": 98, "withdrawn": 1}
    assert done.release == 2
    assert counted(url, schema.observation_past) == 2
    assert values(url)["NPL", 2020] == 3
    assert check.report(url).problems == []


def test_merge_keeps_what_a_file_does_not_hold(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    done = load_rows(url, tmp_path, [BASE[0] | {"value": "50"}], merge=True)
    assert numbers(done) == {"revised": 1}
    assert len(export_of(url)) == 100


def test_other_slices_stay_as_they_are(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    load_rows(url, tmp_path, [row(source="OFFICE", value=12)])
    assert len(export_of(url)) == 101


def test_only_a_newer_vintage_is_no_revision(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    done = load_rows(url, tmp_path, [each | {"vintage": "2025"} for each in BASE])
    assert (done.release, numbers(done)) == (None, {"unchanged": 100})


def test_a_rejected_row_is_kept_with_its_place_and_its_old_figure_stays(
    url: str, tmp_path: Path
) -> None:
    load_rows(url, tmp_path, BASE)
    bad = [*BASE[:-1], BASE[-1] | {"value": "150"}]
    done = load_rows(url, tmp_path, bad)
    assert numbers(done) == {"unchanged": 99, "rejected": 1}
    (kept,) = told(url, schema.load_reject)
    assert kept | {"load": 0, "number": 0} == {
        "load": 0,
        "number": 0,
        "place": "line 101",
        "column": "value",
        "value": "150",
        "rule": "percent_range",
        "reason": "a figure of PERCENT lies between 0 and 100",
    }
    assert len(export_of(url)) == 100


def test_repeated_rows_are_superseded_and_conflicting_ones_rejected(
    url: str, tmp_path: Path
) -> None:
    rows = [*BASE, BASE[0], BASE[1] | {"value": "1"}]
    done = load_rows(url, tmp_path, rows)
    assert numbers(done) == {"added": 98 + 1, "superseded": 1, "rejected": 2} | {"added": 99}
    rules = {r["rule"] for r in told(url, schema.load_reject)}
    assert rules == {"conflicting_rows"}
    random.Random(1).shuffle(rows)
    again = load_rows(url, tmp_path, rows)
    assert numbers(again) == {"unchanged": 99, "superseded": 1, "rejected": 2}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (BASE[:94], "withdraws 6 of 100 published figures of 1 country (VNM)"),
        (
            [r for r in BASE if r["area"] != "NPL"],
            "10 of 100 published figures of 1 country (NPL)",
        ),
        ([], "no row can be taken of the 0 in it"),
        ([r | {"area": "ZZZ"} for r in BASE], "no row can be taken of the 100 in it"),
        (
            [r | {"value": "-1"} if n % 4 else r for n, r in enumerate(BASE)],
            "75 of 100 rows break a rule (the first: line 3, value: '-1'",
        ),
    ],
)
def test_a_file_that_cannot_be_right_is_blocked(
    url: str, tmp_path: Path, rows: list[dict[str, str]], said: str
) -> None:
    load_rows(url, tmp_path, BASE)
    before = export_of(url)
    with pytest.raises(Blocked) as blocked:
        load_rows(url, tmp_path, rows)
    assert said in str(blocked.value)
    assert "figures.csv" in str(blocked.value)
    assert export_of(url) == before
    assert [counted(url, t) for t in (schema.release, schema.load, schema.audit)] == [1, 1, 1]


def test_accept_publishes_what_would_be_blocked(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    done = load_rows(url, tmp_path, BASE[:50], accept=True)
    assert numbers(done) == {"unchanged": 50, "withdrawn": 50}


def test_all_files_of_one_call_are_one_release(url: str, tmp_path: Path) -> None:
    paths = []
    for number, part in enumerate((BASE[:60], BASE[60:])):
        paths.append(tmp_path / f"page{number}.csv")
        paths[-1].write_text(csv_text(part), encoding="utf-8")
    done = load(paths, LoadOptions(), url)
    assert [counts.added for _, counts in done.files] == [60, 40]
    assert {line["release"] for line in told(url, schema.load)} == {1}
    again = load(paths, LoadOptions(), url)
    assert [counts.unchanged for _, counts in again.files] == [60, 40]


def test_absences_stay_different(url: str, tmp_path: Path) -> None:
    rows = [
        row(year=2001, value="0"),
        row(year=2002, value="", status="O"),
        row(year=2003, value="", status="Q", suppressed="<5"),
        row(year=2004, value="", status="M"),
        row(area="NAM", year=2005, value="5"),
    ]
    load_rows(url, tmp_path, rows)
    found = [(r[1], r[2], r[7], r[11], r[13]) for r in export_of(url)]
    assert found == [
        ("NAM", 2005, 5.0, "A", ""),
        ("NPL", 2001, 0.0, "A", ""),
        ("NPL", 2002, None, "O", ""),
        ("NPL", 2003, None, "Q", "<5"),
        ("NPL", 2004, None, "M", ""),
    ]


def test_what_looks_wrong_is_published_and_flagged(url: str, tmp_path: Path) -> None:
    rows = [
        row(year=2001, value=10),
        row(year=2002, value=40),
        row(year=2010, value=40, area="GHA"),
        row(year=2010, value=10, area="GHA", sex="F"),
        row(year=2010, value=12, area="GHA", sex="M"),
    ]
    done = load_rows(url, tmp_path, rows)
    assert (done.counts.added, done.counts.warnings) == (5, 2)
    assert {(w["rule"], w["reason"]) for w in told(url, schema.load_warning)} == {
        ("jump", "10 in 2001, then 40"),
        ("sexes_against_total", "10 (F) and 12 (M) do not fit 40 (T)"),
    }


def test_a_first_load_leaves_every_index_in_place(url: str, tmp_path: Path) -> None:
    engine = write_engine(url)
    before = inspect(engine).get_indexes("observation")
    load_rows(url, tmp_path, BASE)
    after = inspect(engine).get_indexes("observation")
    engine.dispose()
    assert len(before) == len(schema.observation.indexes) > 0
    assert sorted(after, key=str) == sorted(before, key=str)


def test_postgresql_knows_how_much_came_in_before_it_is_asked(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(postgres_url)
    known = []

    def asked(connection: Connection, _release: int) -> list[Any]:
        rows = text("SELECT reltuples FROM pg_class WHERE oid = 'observation'::regclass")
        known.append(connection.execute(rows).scalar_one())
        return []

    monkeypatch.setattr(warn, "warnings", asked)
    number = planner.ANALYZE_MIN_ROWS + 1
    load_rows(postgres_url, tmp_path, [row(survey=f"S{n}") for n in range(number)])
    assert known == [number]


def test_files_that_no_reader_knows_change_nothing(url: str, tmp_path: Path) -> None:
    strange = tmp_path / "strange.csv"
    strange.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(FileRefused, match=r"strange\.csv"):
        load([strange], LoadOptions(), url)
    with pytest.raises(FileRefused, match="'nonsense' is not a format"):
        load([strange], LoadOptions(format="nonsense"), url)
    assert counted(url, schema.load) == 0


def test_without_a_catalogue_there_is_nothing_to_load_into(empty_url: str, tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="python -m loaders build"):
        load_rows(empty_url, tmp_path, BASE)


ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


@pytest.fixture(scope="module")
def loaded_store(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str]:
    """A store in which BASE is published; its address, a folder, the hash of BASE's content."""
    folder = tmp_path_factory.mktemp("idle")
    url = make_store(f"sqlite:///{folder / 'store.sqlite'}")
    load_rows(url, folder, BASE)
    return url, folder, told(url, schema.load)[0]["content"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.randoms(use_true_random=False),
    columns=st.permutations(OBSERVATION_COLUMNS),
    encoding=st.sampled_from(ENCODINGS),
    line_end=st.sampled_from(["\n", "\r\n"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_how_a_file_is_written_makes_no_difference(
    loaded_store: tuple[str, Path, str],
    order: random.Random,
    columns: list[str],
    encoding: str,
    line_end: str,
    delimiter: str,
) -> None:
    url, folder, content = loaded_store
    path = folder / "again.csv"
    rows = order.sample(BASE, len(BASE))
    written = csv_text(rows, columns, line_end=line_end, delimiter=delimiter)
    path.write_bytes(written.encode(encoding))
    done = load([path], LoadOptions(), url)
    assert (done.release, numbers(done)) == (None, {"unchanged": 100})
    assert told(url, schema.load)[-1]["content"] == content


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    load_rows(url, tmp_path, BASE)
    before = export_of(url)
    many = [row(area=a, year=y, note="x" * 500) for a in AREAS for y in range(1925, 2025)]
    engine = write_engine(url)
    with engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    engine.dispose()
    path = tmp_path / "many.csv"
    path.write_text(csv_text(many), encoding="utf-8")
    said = _load_with_small_files(url, path, limit=pages * 4096 + 200_000)
    assert said.startswith("NotWritten: The database could not be written")
    assert export_of(url) == before
    assert numbers(load_rows(url, tmp_path, many, accept=True)) == {"added": 900, "revised": 100}
    assert check.report(url).problems == []


def _load_with_small_files(url: str, path: Path, limit: int) -> str:
    """Load in a process whose files may not grow above a limit, as on a full disk."""
    answers: Any = CHILDREN.Queue()
    process = CHILDREN.Process(target=_limited, args=(url, path, limit, answers))
    process.start()
    answer: str = answers.get(timeout=60)
    process.join(10)
    return answer


def _limited(url: str, path: Path, limit: int, answers: Any) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        load([path], LoadOptions(), url)
        answers.put("loaded")
    except NotWritten as error:
        answers.put(f"NotWritten: {error}")


def test_the_audit_cannot_be_changed_or_shortened(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    engine = write_engine(url)
    for statement in (
        update(schema.audit).values(actor="nobody"),
        schema.audit.delete(),
    ):
        with engine.connect() as connection:
            with pytest.raises(DatabaseError, match="append-only"):
                connection.execute(statement)
    engine.dispose()
    assert check.report(url).problems == []


def test_a_forged_audit_is_found(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    load_rows(url, tmp_path, BASE)
    engine = write_engine(url)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER audit_no_update"))
        else:
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER ALL"))
        connection.execute(update(schema.audit).where(schema.audit.c.id == 1).values(actor="x"))
    engine.dispose()
    assert check.report(url).problems == ["audit: line 1 is not as it was written"]


def test_a_ledger_that_lost_a_reject_is_found(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, [*BASE, row(area="ZZZ")])
    engine = write_engine(url)
    with engine.begin() as connection:
        connection.execute(schema.load_reject.delete())
        connection.execute(schema.observation.delete().where(schema.observation.c.area == "NPL"))
    engine.dispose()
    problems = check.report(url).problems
    assert problems[0] == "load 1 (figures.csv): 1 rows were rejected, 0 are kept"
    assert problems[1] == "observation holds 90 rows, the loads account for 100"


def test_a_reader_sees_one_state_however_long_it_reads(url: str, tmp_path: Path) -> None:
    load_rows(url, tmp_path, BASE)
    question = select(schema.observation).order_by(*schema.observation.primary_key)
    engine = read_engine(url)
    with engine.connect() as connection:
        before = connection.execute(question).all()
        load_rows(url, tmp_path, [each | {"value": "7"} for each in BASE], accept=True)
        assert connection.execute(question).all() == before
    with engine.connect() as connection:
        assert {each.value for each in connection.execute(question)} == {7.0}
    engine.dispose()
