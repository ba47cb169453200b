"""A key says exactly what the strict gate says, over the figures of child labour that are held."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from itertools import combinations, islice

import pytest
from sqlalchemy import Connection

from data.methods.change import Knowledge, knowledge
from data.methods.comparability import why_not
from data.methods.comparability_key import CATALOGUE, comparability_key, rules
from data.queries import export, figures, surveys
from data.records import Indicator, Observation, Selection

MOST_PAIRS = 80
"""Pairs of one country and group that are looked at, spread over all of them."""


def against(one: Observation, other: Observation, known: Knowledge, method: str) -> str:
    """What the strict gate says against two figures that lies in the figures themselves."""
    a, b = (row._replace(survey=known.survey_of(row).programme) for row in (one, other))
    if method != "survey":
        b = b._replace(vintage=a.vintage if a.source == b.source else b.vintage)
    return why_not(a, b._replace(status="A" if b.status == "B" else b.status), method=method)


def test_equal_keys_are_the_figures_that_the_strict_gate_lets_join(connection: Connection) -> None:
    about = figures.indicators(connection)
    known = knowledge(surveys.all_survey_names(connection))
    codes = tuple(code for code, one in about.items() if one.theme == "child_labour")
    groups: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for part in export.rows(connection, Selection(indicators=codes)):
        for row in map(Observation._make, part):
            groups[about[row.indicator].comparability, row.area].append(row)
    seen: Counter[bool] = Counter()
    for rows in groups.values():
        keys = {row: comparability_key(row, about[row.indicator], known) for row in rows}
        step = max(1, len(rows) * (len(rows) - 1) // 2 // MOST_PAIRS)
        for one, other in islice(combinations(rows, 2), 0, None, step):
            method = about[one.indicator].method
            equal = keys[one] == keys[other]
            assert equal == (not against(one, other, known, method)), (one, other)
            seen[equal] += 1
    assert seen[True] > 500 and seen[False] > 5_000


@pytest.mark.parametrize("group", sorted(rules()))
def test_the_hours_of_a_rule_stand_in_the_definition(connection: Connection, group: str) -> None:
    of_group: list[Indicator] = [
        one for one in figures.indicators(connection).values() if one.comparability == group
    ]
    block = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))[group]
    said = {
        "hours": {"1": ("one hour",), "1-14-43": ("1 hour", "14 hours", "43 hours")},
        "chores": {"21": ("21 hours",), "none": ("Household chores are not counted",)},
    }
    assert of_group and len({one.unit for one in of_group}) == 1
    for one in of_group:
        for name, value in block.items():
            assert all(words in one.definition for words in said[name][value]), (one.code, name)


def test_no_key_needs_quoting_or_holds_a_part_of_another(connection: Connection) -> None:
    about = figures.indicators(connection)
    known = knowledge(surveys.all_survey_names(connection))
    asked = Selection(indicators=("CLD_XCHL_SEX_AGE_STU_NB", "UNICEF_CL_ECON"))
    for part in export.rows(connection, asked):
        for row in map(Observation._make, part):
            key = comparability_key(row, about[row.indicator], known)
            assert not set(key) & set('",\r\n') and len(key) < 200
