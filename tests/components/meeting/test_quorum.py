"""The quorum of the coordinating group: eleven representatives, and each stakeholder group."""

from __future__ import annotations

import pytest

from components.meeting.quorum import GROUPS, LEAST, OBSERVER, STAKEHOLDERS, quorum

SEATS = {
    "chair": 2, "government": 5, "un": 7, "workers": 3, "employers": 3, "civil_society": 3,
}  # fmt: skip


def present(**counts: int) -> list[tuple[str, bool]]:
    """So many representatives of each group."""
    return [(group, True) for group, count in counts.items() for _ in range(count)]


def test_the_whole_group_is_a_quorum() -> None:
    found = quorum(present(**SEATS))
    assert (found.counted, found.missing, found.reached) == (23, (), True)
    assert found.by_group["government"] == 7
    assert set(SEATS) == set(GROUPS)


def test_eleven_are_enough_and_ten_are_not() -> None:
    eleven = {"government": 3, "un": 3, "workers": 2, "employers": 2, "civil_society": 1}
    assert sum(eleven.values()) == LEAST == 11
    assert quorum(present(**eleven)).reached
    ten = eleven | {"un": 2}
    assert (quorum(present(**ten)).reached, quorum(present(**ten)).missing) == (False, ())


@pytest.mark.parametrize("absent", STAKEHOLDERS)
def test_each_stakeholder_group_is_needed(absent: str) -> None:
    left = {group: seats for group, seats in SEATS.items() if group not in (absent, "chair")}
    found = quorum(present(**left))
    assert found.counted >= LEAST
    assert (found.missing, found.reached) == ((absent,), False)


def test_a_chair_is_a_government_and_observers_do_not_count() -> None:
    found = quorum(present(chair=1, un=7, workers=1, employers=1, civil_society=1))
    assert (found.counted, found.reached) == (11, True)
    crowd = [(OBSERVER, True)] * 30 + [(group, False) for group in GROUPS] + [("kings", True)] * 9
    found = quorum(crowd)
    assert (found.counted, found.missing) == (0, STAKEHOLDERS)
