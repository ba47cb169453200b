"""Sets of countries: as many members as their publishers count, known to the store, named."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection

from components.explore.region_names import basis_sentence, is_set, region_name, region_order
from components.wording import LANGUAGES, wording
from data import store
from data.methods.country_sets import BY_STANDING, LEVELS, country_sets, level_of
from data.queries import areas, country_groups
from data.queries.areas import COUNTRY_KINDS

COUNTED = {
    "AFRICAN_UNION": 55, "ARAB_LEAGUE": 22, "ASEAN": 11, "CARICOM": 15, "EAC": 8, "ECOWAS": 12,
    "EU": 27, "MERCOSUR": 5, "OECD": 38, "SAARC": 8, "SADC": 16, "LDC": 44, "LLDC": 32, "SIDS": 39,
}  # fmt: skip


def test_every_set_has_as_many_members_as_its_publisher_counts(connection: Connection) -> None:
    known = areas.areas(connection, "en")
    countries = {code for code, area in known.items() if area.kind in COUNTRY_KINDS}
    assert {code: each.count for code, each in country_sets().items()} == COUNTED
    for code, each in country_sets().items():
        assert len(set(each.members)) == len(each.members) == each.count, code
        assert set(each.members) <= countries, code
        assert list(each.members) == sorted(each.members), code
        assert each.publisher and each.title and each.address.startswith("http"), code
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", each.as_of), code


@pytest.mark.parametrize(
    ("code", "inside", "outside"),
    [
        ("ECOWAS", {"GNB", "NGA", "TGO"}, {"MLI", "BFA", "NER", "MRT"}),
        ("ASEAN", {"TLS", "VNM"}, {"PNG"}),
        ("EU", {"HRV"}, {"GBR", "NOR"}),
        ("EAC", {"SOM", "COD"}, {"ETH"}),
        ("LDC", {"NPL", "BGD", "LAO"}, {"BTN", "STP", "VUT"}),
        ("AFRICAN_UNION", {"ESH", "MAR"}, {"REU"}),
        ("SIDS", {"COK", "NIU", "SGP"}, {"BHR", "PRI"}),
    ],
)
def test_who_joined_and_left_lately(code: str, inside: set[str], outside: set[str]) -> None:
    members = set(country_sets()[code].members)
    assert inside <= members
    assert not outside & members


@pytest.mark.parametrize(
    ("index", "code"),
    [(0.8, "HDI_VERY_HIGH"), (0.799, "HDI_HIGH"), (0.7, "HDI_HIGH"), (0.699, "HDI_MEDIUM"),
     (0.55, "HDI_MEDIUM"), (0.549, "HDI_LOW")],
)  # fmt: skip
def test_levels_of_development_begin_where_undp_says(index: float, code: str) -> None:
    assert level_of(index) == code


def test_levels_come_from_the_newest_index_of_the_store(connection: Connection) -> None:
    inside = country_groups.members(connection)
    by_level = {code: set(inside[code]) for _, code in LEVELS}
    assert sum(map(len, by_level.values())) == len(set().union(*by_level.values())) >= 193
    # Human Development Report 2025, figures of 2023.
    assert {"NOR", "CHL"} <= by_level["HDI_VERY_HIGH"]
    assert "NPL" in by_level["HDI_MEDIUM"]
    assert {"NER", "SSD"} <= by_level["HDI_LOW"]


def test_pathfinders_are_those_of_the_table_of_areas(connection: Connection) -> None:
    known = areas.areas(connection, "en")
    inside = country_groups.members(connection)
    for standing, code in BY_STANDING.items():
        assert set(inside[code]) == {a.code for a in known.values() if a.pathfinder == standing}


def test_every_set_is_named_in_every_language(store_url: str) -> None:
    assert store_url
    for language in LANGUAGES:
        known, words = store.known(None, language), wording(language)
        sets = [code for code in known.members if is_set(code)]
        assert {*known.members} - {*known.areas} == {*sets}
        assert len(sets) == len(COUNTED) + len(BY_STANDING) + len(LEVELS)
        assert len({region_name(code, known.areas, words) for code in sets}) == len(sets)
        for code in sets:
            assert (basis_sentence(code, words) != "") == (code in COUNTED)
            assert known.members[code]


def test_a_region_that_no_list_of_areas_describes_is_called_by_its_code(store_url: str) -> None:
    assert store_url
    for language in LANGUAGES:
        known, words = store.known(None, language), wording(language)
        for code in known.members:
            name = region_name(code, {}, words)
            assert (name == code) == (not is_set(code))
        ordered = sorted(known.members, key=lambda code: region_order(code, {}))
        assert ordered == [*sorted(ordered, key=is_set)]
