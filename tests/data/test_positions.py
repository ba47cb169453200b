"""The positions of the 187 members of the ILO on the instruments of the list of 11 May 2023."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from data import schema
from data.methods.notes import read
from data.queries import government
from data.records import Ratification
from loaders.sources.treaties.codes import UN_ONLY, members

AS_OF = "2023-05-11"
CORE = ("C029", "P029", "C105", "C138", "C182")
IN_FORCE = {"C182": 187, "C029": 179, "C105": 174, "C138": 174, "P029": 59, "C081": 148}
"""Counts that the publisher's list gives for that day."""

PARTIES = {"PALERMO": 179, "OPSC": 178, "OPAC": 172, "ICMW": 58, "CEDAW": 189, "CRC": 196}
"""Parties of the UN list of the same day; of Palermo 180 with the European Union."""


@pytest.fixture
def stated(connection: Connection) -> dict[tuple[str, str], Ratification]:
    rows = connection.execute(select(schema.ratification)).mappings()
    return {(row["area"], row["instrument"]): Ratification(**row) for row in rows}


def _in_force(one: Ratification) -> bool:
    later = {note.values["date"] for note in read(one.note) if note.code == "in_force_on"}
    return one.status == "ratified" and one.date <= AS_OF and all(day <= AS_OF for day in later)


@pytest.mark.parametrize("instrument", CORE)
def test_no_position_of_a_member_is_unknown(
    stated: dict[tuple[str, str], Ratification], instrument: str
) -> None:
    found = [stated[area, instrument] for area in members()]
    assert len(found) == 187
    assert {one.status for one in found} <= {"ratified", "denounced", "not_ratified"}
    for one in found:
        assert bool(one.date) == (one.status != "not_ratified"), one
        assert one.as_of == AS_OF or one.date > AS_OF, one
        assert len(one.date) in {0, 10} or (one.area, one.instrument) == ("BRA", "P029"), one
    assert all(stated[area, instrument].note == "not_a_member" for area in UN_ONLY)


@pytest.mark.parametrize(("instrument", "count"), IN_FORCE.items())
def test_as_many_are_in_force_as_the_publisher_counts(
    stated: dict[tuple[str, str], Ratification], instrument: str, count: int
) -> None:
    listed = [one for one in stated.values() if one.instrument == instrument]
    ours = {*members()}
    assert sum(_in_force(one) for one in listed if one.area in ours) == count


def test_later_ratifications_win_over_the_list(
    stated: dict[tuple[str, str], Ratification],
) -> None:
    ours = {*members()}
    later = {
        (one.instrument, one.area)
        for one in stated.values()
        if one.area in ours and one.status == "ratified" and one.date > AS_OF
    }
    assert later == {("P029", "MEX"), ("P029", "BRA"), ("C138", "AUS"), ("PALERMO", "UGA")}
    parties = [one for one in stated.values() if one.instrument == "P029"]
    assert sum(one.status == "ratified" for one in parties) == 61


@pytest.mark.parametrize(("instrument", "count"), PARTIES.items())
def test_as_many_are_parties_as_the_un_lists(
    stated: dict[tuple[str, str], Ratification], instrument: str, count: int
) -> None:
    listed = [
        one for one in stated.values() if one.instrument == instrument and one.source == "UNTC"
    ]
    assert sum(one.status == "ratified" for one in listed) == count
    assert {one.as_of for one in listed} == {AS_OF}
    assert all(one.date for one in listed if one.status in {"ratified", "signed"})


def test_every_declared_minimum_age_is_kept(
    stated: dict[tuple[str, str], Ratification],
) -> None:
    ages = {
        one.area: [n.values["age"] for n in read(one.note) if n.code == "declared_age"]
        for one in stated.values()
        if one.instrument == "C138" and one.status == "ratified" and one.area in {*members()}
    }
    assert len(ages) == 176
    assert {area for area, found in ages.items() if len(found) != 1} == set()
    assert sorted(age for (age,) in ages.values()).count("14") == 53
    assert [ages[area] for area in ("NPL", "GHA", "BRA")] == [["14"], ["15"], ["16"]]


def test_a_denunciation_keeps_the_day_of_ratification(connection: Connection) -> None:
    found = government.ratifications(connection, "MYS")["C105"]
    assert (found.status, found.action, found.date) == ("denounced", "denunciation", "1990-01-10")
    (note,) = read(found.note)
    assert (note.code, note.values) == ("ratified_on", {"date": "1958-10-13"})
    dated = government.dated_ratifications(connection, ["MYS"])
    assert "C105" not in {one.instrument for one in dated}
