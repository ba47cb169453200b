"""Which countries are alike, by which figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest

from data import store
from data.languages import DEFAULT
from data.methods.peers import MOST, YEARS_APART, Group, groups_of, may_be_set_beside
from data.peer_facts import peer_figures

CHECKED: Final = {
    # The reports of UNDP and UNICEF and the SDG database, read by hand.
    "NPL": {"HDI": (0.622, 2023), "child_labour": (19.03, 2014), "POP_5_17": (7_666_257, 2019)},
    "BRA": {"HDI": (0.786, 2023), "child_labour": (1.5, 2022), "POP_5_17": (39_516_254, 2019)},
    "TUV": {"HDI": (0.689, 2023), "child_labour": (3.7, 2020)},
}
NEAR: Final = {
    ("NPL", "region"): "AFG BGD PAK LKA",
    ("NPL", "HDI"): "AGO GHA LAO VUT",
    ("NPL", "child_labour"): "CAF GIN SLE",
    ("NPL", "POP_5_17"): "ITA MLI MAR UZB",
    ("BRA", "region"): "CHL COL ECU PER",
    ("BRA", "HDI"): "AZE COL PLW MDA",
    ("BRA", "child_labour"): "DZA IDN TUN",
    ("BRA", "POP_5_17"): "BGD COD ETH MEX",
    ("TUV", "region"): "PYF WSM TON",
    ("TUV", "HDI"): "BGD SWZ IND TJK",
    ("TUV", "child_labour"): "ARM BLR CRI PRK",
}


def found(code: str) -> Mapping[str, Group]:
    known = store.reference(DEFAULT)
    groups = groups_of(known.areas[code], known.countries, peer_figures(None), known.indicators)
    return {group.measure or group.key: group for group in groups}


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("code", CHECKED)
def test_the_peers_of_a_checked_country(code: str) -> None:
    groups = found(code)

    assert {
        key: (group.own.value, group.own.year) for key, group in groups.items() if group.own
    } == CHECKED[code]
    assert {
        (code, key): " ".join(p.code for p in group.peers) for key, group in groups.items()
    } == {key: codes for key, codes in NEAR.items() if key[0] == code}


@pytest.mark.usefixtures("store_url")
def test_of_every_country_the_peers_are_others_by_name_and_comparable() -> None:
    known = store.reference(DEFAULT)
    place = {area.code: at for at, area in enumerate(known.countries)}
    alone = []
    for area in known.countries:
        groups = found(area.code)
        alone += [] if groups else [area.code]
        for group in groups.values():
            codes = [peer.code for peer in group.peers]
            assert 0 < len(codes) <= MOST
            assert area.code not in codes
            assert codes == sorted(set(codes), key=place.__getitem__)
            if group.own is None:
                assert {known.areas[code].subregion for code in codes} == {area.subregion}
            for peer in group.peers:
                assert (peer.other is None) == (group.own is None)
                if group.own and peer.other:
                    assert abs(group.own.year - peer.other.year) <= YEARS_APART
                    assert may_be_set_beside(group.own, peer.other, known.indicators)
    assert alone == ["ATA"]


@pytest.mark.usefixtures("store_url")
def test_unlike_figures_make_no_peers() -> None:
    known = store.reference(DEFAULT)
    held = peer_figures(None)
    own = held["child_labour"]["NPL"]
    about = known.indicators

    assert may_be_set_beside(own, own._replace(area="BGD", year=own.year + 5), about)
    assert not may_be_set_beside(own, own._replace(area="BGD", year=own.year + 6), about)
    assert not may_be_set_beside(own, own._replace(area="BGD", age="7-17"), about)
    assert not may_be_set_beside(own, own._replace(area="BGD", sex="F"), about)
    assert not may_be_set_beside(own, held["child_labour_chores"]["BGD"], about)
    index = held["HDI"]["NPL"]
    assert not may_be_set_beside(index, index._replace(vintage="HDR 2024"), about)
