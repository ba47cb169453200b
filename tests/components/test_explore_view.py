"""A view is its address: read, written, refused and honoured as far as it can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.explore.filters import Refused
from components.explore.view import (
    CHARTS,
    SCALES,
    SORTS,
    TABS,
    View,
    view_of,
    view_without_unknown,
)
from tests.components.test_explore import FILTERS, KNOWN

VIEWS = st.builds(
    View,
    FILTERS,
    tab=st.sampled_from(TABS),
    chart=st.sampled_from(CHARTS),
    scale=st.sampled_from(SCALES),
    sort=st.sampled_from(SORTS),
    relative=st.booleans(),
    x=st.sampled_from(["", *KNOWN.indicators]),
    apart=st.integers(0, 20),
)


@given(VIEWS)
def test_an_address_says_the_view_and_back(view: View) -> None:
    assert view_of(view.params().items(), KNOWN) == view


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("tab", "graph", TABS),
        ("chart", "pie", CHARTS),
        ("apart", "21", ("0-20",)),
        ("apart", "-1", ("0-20",)),
        ("x", "NOT_THERE", tuple(KNOWN.indicators)),
        ("relative", "yes", ("0", "1")),
    ],
)
def test_what_no_view_has_is_refused_and_left_out(
    name: str, value: str, allowed: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as why:
        view_of([(name, value)], KNOWN)
    assert (why.value.parameter, why.value.value, why.value.allowed) == (name, value, allowed)
    view, refused = view_without_unknown([("area", "NPL"), (name, value)], KNOWN)
    assert view.filters.area == ("NPL",) and [r.parameter for r in refused] == [name]


def test_a_frozen_view_names_its_release() -> None:
    assert View().at_release(3).query() == "as_of=3"
