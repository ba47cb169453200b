"""The verdict of a soak: yes only when every promise holds."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from tests.soak.loads import Loads
from tests.soak.processes import Life, Sample, Served
from tests.soak.report import markdown, memories, promises
from tests.soak.run import Outcome, Plan
from tests.soak.tally import KINDS, Tally, p95

HOUR = Plan(60, 20, 0, 1)


def outcome(plan: Plan, tmp_path: Path, growth: float = 1.0) -> Outcome:
    """A run in which all went well, but that memory grew evenly to so many times the start."""
    tally = Tally()
    for kind in KINDS:
        tally.times += [(at, kind, 0.1) for at in range(0, int(plan.seconds), 5)]
    served = Served("A", 1, "sqlite://", tmp_path)
    process: subprocess.Popen[bytes] = subprocess.Popen(["true"])
    process.wait()
    life = Life("A", process, 0, 0, plan.seconds)
    length = plan.seconds - plan.settling
    for age in range(0, int(plan.seconds) + 1, 10):
        grown = 1 + (growth - 1) * max(0, age - plan.settling) / length
        life.samples.append(Sample(age, 300 * grown, 900, 60))
    served.lives.append(life)
    return Outcome(plan, tally, [served], Loads(tmp_path, tally, random.Random(1)), plan.seconds)


def verdict(found: Outcome) -> list[bool]:
    """Torn, unexpected, memory, work of every kind."""
    return [p.holds for p in promises(found)]


def test_all_went_well(tmp_path: Path) -> None:
    found = outcome(HOUR, tmp_path)
    assert verdict(found) == [True] * 4
    assert "DOES NOT HOLD" not in markdown(found)
    assert "| page reruns | 720 | 100 ms | 100 ms | 0 | 0 | 0 | 0 |" in markdown(found)


def test_one_torn_read_is_too_many(tmp_path: Path) -> None:
    found = outcome(HOUR, tmp_path)
    found.tally.tear(KINDS[0], "two loads on one page")
    assert verdict(found) == [False, True, True, True]
    assert "two loads on one page" in markdown(found)


def test_one_unexpected_error_is_too_many_and_a_refusal_is_none(tmp_path: Path) -> None:
    found = outcome(HOUR, tmp_path)
    found.tally.refused[KINDS[1]] += 1
    found.tally.interrupted[KINDS[1]] += 1
    assert verdict(found) == [True] * 4
    found.tally.wrong(KINDS[1], "500")
    assert verdict(found) == [True, False, True, True]


@pytest.mark.parametrize(("growth", "holds"), [(0.9, True), (1.1, True), (1.25, False)])
def test_memory_is_flat_within_15_percent(tmp_path: Path, growth: float, holds: bool) -> None:
    assert verdict(outcome(HOUR, tmp_path, growth)) == [True, True, holds, True]


def test_memory_that_was_not_seen_is_not_flat(tmp_path: Path) -> None:
    found = outcome(HOUR, tmp_path)
    found.served[0].life.samples.clear()
    assert memories(HOUR, found.served[0].lives) == []
    assert verdict(found)[2] is False


def test_work_that_was_never_done_holds_nothing(tmp_path: Path) -> None:
    found = outcome(HOUR, tmp_path)
    found.tally.times = [t for t in found.tally.times if t[1] != KINDS[2]]
    assert verdict(found) == [True, True, True, False]


def test_p95() -> None:
    assert p95(range(1, 101)) == 95
    assert p95([1.0]) == 1.0
