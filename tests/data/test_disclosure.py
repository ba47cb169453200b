"""No hidden count can be worked out from what is published, by any sum or difference."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.methods.disclosure import (
    AGGREGATE_K,
    CASE_LEVEL_K,
    COMPLEMENTARY,
    PRIMARY,
    PUBLISHED,
    SILENT,
    Protection,
    cells_above,
    protect,
    with_margins,
)
from tests.disclosure_attack import known_span, narrowed, spans

COUNTS = st.one_of(st.just(0), st.integers(1, 4), st.integers(1, 12), st.integers(5, 200))
SHAPES = st.sampled_from([(1,), (2,), (5,), (2, 2), (3, 2), (4, 3), (2, 2, 2), (3, 3, 2)])
ATTACKS = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def tables(draw, counts=COUNTS):
    """Counts by leaf; the last level of a dimension is the unknown one where it is called U."""
    shape = draw(SHAPES)
    levels = [[f"{d}{n}" for n in range(size)] for d, size in enumerate(shape)]
    for each in levels:
        if len(each) > 1 and draw(st.booleans()):
            each[-1] = "U"
    return {leaf: draw(counts) for leaf in product(*levels)}


def levels_of(counts):
    return [sorted(set(each)) for each in zip(*counts, strict=True)]


def given_out(table: Protection):
    """What a reader has: count or mark of each cell that is not silent.

    The reader is told even more: which of the unmarked counts are k or more.
    """
    shown = {}
    for cell, (count, reason) in table.decisions.items():
        if reason != SILENT:
            hidden = reason != PUBLISHED
            mark = f"<{table.k}" if reason == PRIMARY else ""
            low, high = known_span(None if hidden else count, mark, zeros=table.zeros)
            shown[cell] = (table.k if hidden and count >= table.k else low, high)
    return shown


def asked_of(table: Protection):
    small = range(0 if table.zeros else 1, table.k)
    return [
        cell
        for cell, (count, reason) in table.decisions.items()
        if reason in (PRIMARY, COMPLEMENTARY) or (reason == SILENT and count in small)
    ]


def attack(counts, table: Protection):
    return spans(levels_of(counts), given_out(table), asked_of(table))


def assert_safe(counts, table: Protection):
    asked = asked_of(table)
    assert narrowed(levels_of(counts), given_out(table), counts, asked) == set()


@settings(ATTACKS, max_examples=15)
@given(tables(), st.booleans())
def test_the_quick_attack_narrows_the_cells_that_the_exact_one_does(counts, careless):
    table = protect(counts, silent=frozenset("U"))
    if careless:
        for cell, reason in table.hidden().items():
            if reason == COMPLEMENTARY:
                table.reasons[cell] = PUBLISHED
    found = attack(counts, table)
    assert all(low <= table.counts[cell] <= high for cell, (low, high) in found.items())
    alone = {cell for cell, (low, high) in found.items() if low == high}
    assert narrowed(levels_of(counts), given_out(table), counts, found) == alone


@ATTACKS
@given(tables(), st.sampled_from([2, 3, AGGREGATE_K, CASE_LEVEL_K]), st.booleans())
def test_an_attack_narrows_no_hidden_cell_to_one_value(counts, k, zeros):
    assert_safe(counts, protect(counts, k=k, zeros=zeros, silent=frozenset("U")))


@ATTACKS
@given(tables(st.integers(0, 4)))
def test_tables_of_small_counts_only_are_safe(counts):
    assert_safe(counts, protect(counts, silent=frozenset("U")))


@ATTACKS
@given(tables(st.sampled_from([0, 0, 0, 0, 1, 2, 40])))
def test_sparse_tables_are_safe(counts):
    assert_safe(counts, protect(counts, silent=frozenset("U")))


def test_the_attack_succeeds_where_only_small_counts_are_hidden():
    counts = {("a",): 3, ("b",): 20}
    table = protect(counts)
    table.reasons[("b",)] = PUBLISHED
    assert attack(counts, table) == {("a",): (3, 3)}
    assert narrowed(levels_of(counts), given_out(table), counts, [("a",)]) == {("a",)}


@given(tables(), st.integers(2, 12), st.booleans())
@settings(deadline=None, derandomize=True)
def test_every_protected_cell_has_a_witness_that_agrees_with_what_is_published(counts, k, zeros):
    table = protect(counts, k=k, zeros=zeros, silent=frozenset("U"))
    shown = given_out(table)
    assert set(table.hidden()) <= set(table.witnesses)
    for cell, move in table.witnesses.items():
        other = {leaf: count + move.get(leaf, 0) for leaf, count in counts.items()}
        assert min(other.values()) >= 0
        whole = with_margins(other, other)
        assert whole[cell] != table.counts[cell]
        for each, (low, high) in shown.items():
            assert low <= whole[each] <= high


@given(tables(), st.integers(2, 10), st.booleans())
@settings(deadline=None, derandomize=True)
def test_small_counts_are_never_published_and_a_larger_k_shows_no_more_of_them(counts, k, zeros):
    def small(threshold):
        table = protect(counts, k=threshold, zeros=zeros)
        found = {c for c, n in table.counts.items() if (0 if zeros else 1) <= n < threshold}
        assert found <= set(table.hidden())
        return found

    assert small(k) <= small(k + 1)


@given(tables())
@settings(deadline=None, derandomize=True)
def test_zero_is_published_unless_asked_and_then_never(counts):
    shown, hidden = protect(counts), protect(counts, zeros=True)
    for cell, count in shown.counts.items():
        if count == 0:
            assert shown.reasons[cell] == PUBLISHED
            assert hidden.reasons[cell] in (PRIMARY, COMPLEMENTARY)


@given(tables(), st.randoms(use_true_random=False))
@settings(deadline=None, derandomize=True)
def test_the_order_of_the_counts_makes_no_difference(counts, random):
    shuffled = list(counts.items())
    random.shuffle(shuffled)
    assert protect(dict(shuffled)).decisions == protect(counts).decisions


def reasons(counts, **options):
    return {"/".join(cell): reason for cell, reason in protect(counts, **options).hidden().items()}


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ({"a": 3, "b": 20, "c": 9}, {"a": PRIMARY, "c": COMPLEMENTARY}),
        ({"a": 3, "b": 2, "c": 9}, {"a": PRIMARY, "b": PRIMARY}),
        ({"a": 0, "b": 20}, {}),
        ({"a": 3}, {"a": PRIMARY, "_T": PRIMARY}),
        ({"a": 3, "b": 0}, {"a": PRIMARY, "_T": PRIMARY}),
        ({"a": 4, "b": 4}, {"a": PRIMARY, "b": COMPLEMENTARY}),
        (
            {"a": 1, "b": 1, "c": 1, "d": 1},
            {"a": PRIMARY, "b": PRIMARY, "c": PRIMARY, "d": PRIMARY, "_T": COMPLEMENTARY},
        ),
    ],
)
def test_lines(line, hidden):
    assert reasons({(level,): count for level, count in line.items()}) == hidden


def test_a_square_hides_a_cycle_and_keeps_every_margin():
    counts = {("f", "F"): 3, ("f", "M"): 30, ("g", "F"): 40, ("g", "M"): 50}
    assert reasons(counts) == {
        "f/F": PRIMARY,
        "f/M": COMPLEMENTARY,
        "g/F": COMPLEMENTARY,
        "g/M": COMPLEMENTARY,
    }


def test_three_ways_hide_a_cube_and_keep_every_margin():
    counts = dict.fromkeys(product("fg", "FM", "xy"), 30) | {("f", "F", "x"): 2}
    hidden = protect(counts).hidden()
    assert set(hidden) == set(counts)
    assert_safe(counts, protect(counts))


def test_a_level_that_is_not_given_out_cannot_be_subtracted():
    counts = {("F",): 10, ("M",): 12, ("U",): 2}
    table = protect(counts, silent=frozenset("U"))
    assert table.reasons[("U",)] == SILENT
    assert table.hidden() == {("F",): COMPLEMENTARY}
    assert_safe(counts, table)


def test_a_large_unknown_group_needs_no_protection():
    counts = {("F",): 10, ("M",): 12, ("U",): 7}
    assert protect(counts, silent=frozenset("U")).hidden() == {}


def test_a_margin_above_a_leaf_is_its_line_of_totals():
    assert set(cells_above(("f", "F"))) == {("f", "F"), ("f", "_T"), ("_T", "F"), ("_T", "_T")}


@pytest.mark.parametrize(
    ("counts", "k", "sentence"),
    [
        ({("a",): 3}, 1, "k is 1; it must be 2 or more"),
        ({}, 5, "nothing to protect"),
        ({("_T",): 3}, 5, "give the leaves"),
        ({("a",): -1}, 5, "a count is 0 or more"),
    ],
)
def test_what_cannot_be_protected_is_refused(counts, k, sentence):
    with pytest.raises(ValueError, match=sentence):
        protect(counts, k=k)
