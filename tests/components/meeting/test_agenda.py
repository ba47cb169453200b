"""An agenda travels in a link and comes back as it was; anything else is refused by its reason."""

import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.meeting.agenda import (
    MARK,
    MOST_BYTES,
    Agenda,
    AgendaRefused,
    Item,
    decoded,
    encoded,
    is_view,
)

_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
_VIEWS = st.sampled_from(["", "country?iso3=NPL", "timeline?from=2018&kind=stage", "world"])
_ITEMS = st.builds(Item, _TEXTS, _VIEWS, st.integers(0, 600), _TEXTS)


@given(
    st.builds(Agenda, _TEXTS, st.lists(_ITEMS, max_size=12).map(tuple), _TEXTS, st.integers(0, 99))
)
def test_an_agenda_comes_back_from_its_link_as_it_was(agenda: Agenda) -> None:
    assert decoded(f"#{encoded(agenda)}") == agenda


def _link(raw: bytes) -> str:
    return MARK + urlsafe_b64encode(zlib.compress(raw)).decode().rstrip("=")


_GOOD = encoded(Agenda("Review", (Item("Nepal", "country?iso3=NPL", 12),)))


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        ("", "foreign"),
        ("#section", "foreign"),
        ("agenda=2.abc", "version"),
        (MARK, "broken"),
        (_GOOD[:-6], "broken"),
        (_GOOD[:20] + ("A" if _GOOD[20] != "A" else "B") + _GOOD[21:], "broken"),
        (_link(b"[]"), "broken"),
        (_link(b'{"t":"x","i":[7]}'), "broken"),
        (_link(b'{"t":"x","i":[{"t":"x","m":-1}]}'), "broken"),
        (_link(b'{"t":"x","i":[{"t":"x","v":"https://example.org/"}]}'), "foreign"),
        (_link(b'{"t":"x","i":[{"t":"x","v":"//example.org"}]}'), "foreign"),
        (_link(b'{"t":"x","i":[{"t":"x","v":"javascript:alert(1)"}]}'), "foreign"),
        (_link(b'{"t":"x","i":[' + b",".join([b'{"t":"x"}'] * 201) + b"]}"), "long"),
        (_link(b" " * (MOST_BYTES + 1)), "long"),
    ],
)
def test_what_is_no_agenda_is_refused_by_its_reason(fragment: str, reason: str) -> None:
    with pytest.raises(AgendaRefused) as why:
        decoded(fragment)
    assert why.value.reason == reason


def test_two_hundred_items_fit_into_a_link() -> None:
    items = tuple(Item(f"Country {n}", f"country?iso3=AAA&as_of={n}", 12) for n in range(200))
    link = encoded(Agenda("All", items))
    assert len(link) < 8_000
    assert decoded(link).items == items


def test_a_view_is_a_page_of_ours() -> None:
    assert is_view("country?iso3=NPL&lang=fr")
    assert not is_view("country/NPL")
    assert not is_view("a b")
