"""Cases become counts that may be shown; the small ones reach neither the rows nor the store."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from data import schema
from data.database import write_engine, write_transaction
from data.records import Observation
from loaders.facts import catalogue
from loaders.jobs.load import LoadOptions, load
from loaders.reading.contract import FileRefused
from loaders.sources.operator.case_counts import (
    INDICATOR,
    NOTES,
    SOURCE,
    UNKNOWN,
    Case,
    case_tables,
)
from tests.disclosure_attack import known_span, spans
from tests.loaders.small_store import export_of, make_store

CASES = Path(__file__).resolve().parents[2] / "raw" / "case_table" / "cases.csv"
HEADER = "area,year,form,sex,age_group\n"
SIX = "NPL,2023,FORCED_LABOUR,F,18+\n" * 6
COLUMNS = ("form", "sex", "age_group")
LEAVES = list(product(("FORCED_LABOUR", "OTHER_FORMS"), ("F", "M", UNKNOWN), ("0-17", "18+")))
NUMBER = st.one_of(st.just(0), st.integers(1, 6), st.integers(5, 60))


def key(row: dict[str, Any]) -> tuple[str, str, str]:
    sex = "_T" if row["sex"] == "T" else row["sex"]
    return (row["category"], sex, row["age"])


def assert_not_narrowed(rows, counts, *, zeros: bool = False) -> int:
    """Attack the rows of one area and year; how many hidden counts withstood."""
    levels = [sorted({leaf[d] for leaf in counts}) for d in range(3)]
    known = {
        key(row): known_span(
            None if row["value"] in ("", None) else int(row["value"]),
            row["suppressed"],
            zeros=zeros,
        )
        for row in rows
    }
    hidden = [cell for cell, (low, high) in known.items() if low < high]
    unknown = [
        cell
        for cell in product(*(["_T", *level] for level in levels))
        if UNKNOWN in cell and 1 <= _count(counts, cell) < 5
    ]
    for cell, (low, high) in spans(levels, known, [*hidden, *unknown]).items():
        assert low < high, f"{cell} can only be {low}"
        assert low <= _count(counts, cell) <= high
    return len(hidden)


def _count(counts, cell) -> int:
    return sum(
        n
        for leaf, n in counts.items()
        if all(c in ("_T", x) for c, x in zip(cell, leaf, strict=True))
    )


def counted(area: str, year: str) -> Counter[tuple[str, ...]]:
    """The true counts of the raw file."""
    with CASES.open(encoding="utf-8", newline="") as lines:
        return Counter(
            tuple(row[c] or UNKNOWN for c in COLUMNS)
            for row in csv.DictReader(lines)
            if (row["area"], row["year"]) == (area, year)
        )


def test_the_raw_file_gives_safe_counts(read_raw):
    taken = read_raw("case_table/cases.csv", vintage="2024-02-01")
    assert taken.format.name == "case-table"
    assert taken.refusals == []
    assert {(r["indicator"], r["source"], r["vintage"]) for r in taken.rows} == {
        (INDICATOR, SOURCE, "2024-02-01")
    }
    for year in ("2022", "2023"):
        rows = [r for r in taken.rows if (r["area"], r["year"]) == ("NPL", year)]
        assert assert_not_narrowed(rows, counted("NPL", year)) > 5
    values = [int(r["value"]) for r in taken.rows if r["value"]]
    assert [v for v in values if 1 <= v < 5] == []


def test_every_hidden_row_says_why(read_raw):
    taken = read_raw("case_table/cases.csv", vintage="2024")
    whole = {r["area"] + r["year"]: r for r in taken.rows if key(r) == ("_T", "_T", "_T")}
    assert whole["NPL2023"]["value"] == "202"
    for row in taken.rows:
        if row["status"] == "Q":
            assert row["suppressed"] in ("<5", "")
            assert row["note"].startswith(tuple(NOTES.values()))
        else:
            assert (row["status"], row["suppressed"]) == ("A", "")
    assert whole["GHA2023"]["suppressed"] == "<5"
    assert whole["GHA2023"]["note"] == (
        "Hidden: a small count (primary); 8 of 8 counts are hidden: 8 small, "
        "0 so that no small one can be worked out"
    )


def test_unknown_levels_count_in_totals_only(read_text):
    text = HEADER + SIX + "NPL,2023,,F,18+\n" * 7 + "NPL,2023,FORCED_LABOUR,unknown,\n" * 8
    rows = {key(r): r["value"] for r in read_text(text, vintage="2024").rows}
    assert rows["_T", "_T", "_T"] == "21"
    assert rows["FORCED_LABOUR", "_T", "_T"] == "14"
    assert rows["_T", "F", "18+"] == "13"
    assert not any(UNKNOWN in cell for cell in rows)


def test_k_is_the_operators_and_zero_is_shown_unless_asked(read_text):
    text = HEADER + SIX + "NPL,2023,FORCED_LABOUR,M,0-17\n" * 30
    five = {key(r): r for r in read_text(text, vintage="2024").rows}
    assert five["FORCED_LABOUR", "F", "18+"]["value"] == "6"
    assert five["FORCED_LABOUR", "F", "0-17"]["value"] == "0"
    eleven = {key(r): r for r in read_text(text, vintage="2024", k="11").rows}
    assert eleven["FORCED_LABOUR", "F", "18+"]["suppressed"] == "<11"
    assert eleven["FORCED_LABOUR", "F", "0-17"]["value"] == "0"
    without = read_text(text, vintage="2024", zeros="hide").rows
    assert [r for r in without if r["value"] == "0"] == []


def test_a_level_of_another_year_is_a_zero():
    cases = {
        Case("NPL", "2022", "FORCED_LABOUR", "F", "18+"): 9,
        Case("NPL", "2023", "FORCED_LABOUR", "M", "18+"): 9,
    }
    first, second = case_tables(cases, "2024")
    assert {key(dict(r)): r["value"] for r in first.rows}["_T", "M", "_T"] == "0"
    assert (first.hidden, second.hidden) == (0, 0)


def test_order_bom_and_names_of_countries_make_no_difference(read_text):
    lines = ["NPL,2023,FORCED_LABOUR,F,18+\n"] * 7 + ["NPL,2023,OTHER_FORMS,M,0-17\n"] * 3
    plain = read_text(HEADER + "".join(lines), vintage="2024").rows
    random.Random(1).shuffle(lines)
    other = "".join(lines).replace("NPL", "Nepal").replace(",F,", ",Female,")
    assert read_text("\ufeff" + HEADER + other, vintage="2024").rows == plain


def test_what_is_no_case_is_refused_with_its_place(read_text):
    wrong = [
        ("Atlantis,2023,FORCED_LABOUR,F,18+", "area", "Atlantis", "unknown_area"),
        ("NPL,20204,FORCED_LABOUR,F,18+", "year", "20204", "year_range"),
        ("NPL,2023,MAGIC,F,18+", "form", "MAGIC", "unknown_form"),
        ("NPL,2023,FORCED_LABOUR,X,18+", "sex", "X", "unknown_sex"),
        ("NPL,2023,FORCED_LABOUR,F,adult", "age_group", "adult", "age_form"),
        ("NPL,2023,FORCED_LABOUR,F,17-0", "age_group", "17-0", "age_form"),
        ("NPL,2023,FORCED_LABOUR,F", "", "4", "cell_count"),
    ]
    taken = read_text(HEADER + "".join(f"{line}\n" for line, *_ in wrong) + SIX, vintage="2024")
    assert [r[:4] for r in taken.refusals] == [
        (f"line {number}", *rest) for number, (_, *rest) in enumerate(wrong, 2)
    ]
    assert {r["value"] for r in taken.rows} == {"6"}


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        (HEADER, {}, "file.csv: no line is a case that can be counted"),
        (HEADER + "NPL,2023,MAGIC,F,18+\n", {}, "no line is a case that can be counted"),
        (HEADER + SIX, {"k": "1"}, "k is 1, which is no smallest count to show"),
        (HEADER + SIX, {"k": "five"}, "k is five"),
        (HEADER + SIX, {"zeros": "no"}, "zeros is no, which is neither show nor hide"),
        (HEADER + SIX, {"vintage": ""}, "does not say of which release it is"),
        (
            "name," + HEADER + "A. B.,NPL,2023,FORCED_LABOUR,F,18+\n",
            {},
            "line 1: the header has name beside the five columns of a case",
        ),
        (
            HEADER + SIX + "NPL,2023,FORCED_LABOUR,F,15-24\n",
            {},
            "area NPL: the age groups 15-24 and 18[+] overlap",
        ),
    ],
)
def test_files_that_are_refused(read_text, text, options, sentence):
    with pytest.raises(FileRefused, match=sentence):
        read_text(text, **({"vintage": "2024"} | options))


# --- what the store gives out ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store that knows the indicator and the source of cases."""
    url = make_store(f"sqlite:///{tmp_path_factory.mktemp('cases') / 'store.sqlite'}")
    about = asdict(catalogue.indicators()[INDICATOR])
    about |= {name: json.dumps(about[name]) for name in ("caveats", "sources")}
    engine = write_engine(url)
    with write_transaction(engine) as connection:
        connection.execute(insert(schema.source), [asdict(catalogue.sources()[SOURCE])])
        connection.execute(insert(schema.indicator), [about | {"official": 0, "mapped": 1}])
    engine.dispose()
    return url


def exported(url: str) -> list[dict[str, Any]]:
    return [dict(zip(Observation._fields, row, strict=True)) for row in export_of(url)]


def lines_of(counts) -> str:
    return "".join(
        ",".join(("NPL", "2023", *("" if x == UNKNOWN else x for x in leaf))) + "\n"
        for leaf, number in counts.items()
        for _ in range(number)
    )


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.fixed_dictionaries(dict.fromkeys(LEAVES, NUMBER)),
)
def test_an_attack_on_the_export_narrows_no_hidden_count(store, tmp_path, counts):
    if not any(counts.values()):
        counts = counts | {("FORCED_LABOUR", "F", "18+"): 1}
    path = tmp_path / "cases.csv"
    path.write_text(HEADER + lines_of(counts), encoding="utf-8")
    load([path], LoadOptions(actor="a tester", vintage="2024", accept=True), store)
    rows = exported(store)
    assert {row["indicator"] for row in rows} == {INDICATOR}
    assert [row for row in rows if row["value"] is not None and 1 <= row["value"] < 5] == []
    assert_not_narrowed(rows, {leaf: n for leaf, n in counts.items() if n})


def test_counts_of_cases_are_never_merged(tmp_path):
    """Two states of a register side by side would give hidden counts away."""
    wanted = LoadOptions(vintage="2026-09-30", merge=True)
    cases = Path(__file__).parents[2] / "raw" / "case_table" / "cases.csv"
    with pytest.raises(FileRefused, match="never merged"):
        load([cases], wanted, f"sqlite:///{tmp_path}/none.sqlite")
