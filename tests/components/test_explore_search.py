"""Search by meaning on the real store's catalogue: what a few words lead to, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from components.explore.search import KINDS_ASKED, Searched, searched
from components.wording import LANGUAGES, wording
from data import store
from data.queries import areas

Search = Callable[[str], Searched]
SCHOOL = {"ROFST_1", "ROFST_2", "ROFST_3", "OFST_1"}


@pytest.fixture(scope="module")
def search(store_url: str) -> Iterator[Search]:
    assert store_url
    with store.connected() as connection:
        names = areas.spellings(connection)
    made = {
        code: searched(
            store.known(None, code), store.reference(code).instruments, ("pathfinders",), names,
            wording(code),
        )
        for code in LANGUAGES
    }  # fmt: skip
    yield made.__getitem__


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("en", "P029", "instrument:P029"),
        ("fr", "p029", "instrument:P029"),
        ("ar", "P029", "instrument:P029"),
        ("en", "ratif", "records:ratifications"),
        ("fr", "ratif", "records:ratifications"),
        ("ar", "تصديق", "records:ratifications"),
        ("en", "pathfinder", "records:actions"),
        ("fr", "pays pionnier", "records:stages"),
        ("ar", "بلد رائد", "records:stages"),
        ("en", "SADC", "set:SADC"),
        ("fr", "cote divoire", "area:CIV"),
        ("en", "Nepla", "area:NPL"),
    ],
)
def test_what_comes_first(search: Search, language: str, typed: str, first: str) -> None:
    assert search(language).find(typed)[0].key == first


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "school"), ("en", "shcool"), ("fr", "ecole"), ("fr", "scolarisation"), ("ar", "مدرسة")],
)
def test_school_finds_who_is_out_of_it(search: Search, language: str, typed: str) -> None:
    found = {entry.code for entry in search(language).find(typed)}
    assert found >= SCHOOL


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "traffick"), ("en", "trafic"), ("fr", "trafic"), ("fr", "traite"), ("ar", "الاتجار")],
)
def test_trafficking_is_found_by_its_everyday_words(
    search: Search, language: str, typed: str
) -> None:
    assert "indicator:TIP_VICTIMS" in {entry.key for entry in search(language).find(typed)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pathfinders_are_a_set_a_page_and_two_lists(search: Search, language: str) -> None:
    name = {"en": "pathfinder", "fr": "pionnier", "ar": "الرائدة"}[language]
    found = {entry.key for entry in search(language).find(name)}
    assert {"set:PATHFINDERS", "records:stages"} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_and_leads_to_a_view(search: Search, language: str) -> None:
    every = search(language).find("", KINDS_ASKED[0])
    assert len(every) > 400
    assert [entry.key for entry in every if not entry.text or "?" not in entry.href] == [
        "page:pathfinders"
    ]
    only = search(language).find("", "indicator")
    assert {entry.kind for entry in only} == {"indicator"}
    assert len(only) == len(store.known(None, language).offers)
    places = search(language).find("south", "place")
    assert {entry.kind for entry in places} <= {"set", "area"}


def test_nothing_is_better_than_letters_from_here_and_there(search: Search) -> None:
    assert search("en").find("xqzw") == ()
