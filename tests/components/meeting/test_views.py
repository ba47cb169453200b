"""A view as an address: what is read of it, and the address of the same figures."""

from __future__ import annotations

import pytest

from components.meeting.agenda import is_view
from components.meeting.views import View, ViewRefused, permalink, read_view

PAGES = frozenset({"world", "country", "since"})


def test_a_view_is_its_page_and_choices_without_who_looks() -> None:
    asked = "country?iso3=NPL&lang=fr&present=1&as_of=3&x=a%26b"
    assert read_view(asked, PAGES) == View("country", (("iso3", "NPL"), ("x", "a&b")), "3")
    assert read_view("?lang=fr", PAGES) == View("world")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("", "no_view"),
        ("https://example.org", "view"),
        ("//example.org", "view"),
        ("country#x", "view"),
        ("country?a=<b>", "view"),
        ("country/../x", "view"),
        ("country?" + "&".join("a=1" for _ in range(200)), "view"),
        ("nothing", "page"),
    ],
)
def test_what_is_no_view_is_refused(address: str, key: str) -> None:
    with pytest.raises(ViewRefused) as why:
        read_view(address, PAGES)
    assert why.value.key == key


def test_the_permalink_holds_the_release_and_is_a_view_again() -> None:
    view = read_view("since?from=gcg-06&area=NPL,BRA&as_of=2026-11-01", PAGES)
    link = permalink(view, 7, "en")
    assert link == "since?from=gcg-06&area=NPL,BRA&as_of=7"
    assert is_view(link)
    assert read_view(link, PAGES) == View(view.page, view.choices, "7")
    assert permalink(view, 7, "ar") == f"{link}&lang=ar"
    assert permalink(View("world"), 7, "en") == "./?as_of=7"
