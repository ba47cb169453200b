"""The gap atlas: what each state means, and every country of the store."""

from __future__ import annotations

import pytest

from components.gaps.page import GLYPHS, Links, gaps_html
from components.wording import LANGUAGES, wording
from data import store
from data.gap_facts import gaps
from data.methods.gaps import PARTS, STATES, Summary, asks, gap, missing_splits, wanted
from data.records import TOTAL

YEAR = 2026
VICTIMS = wanted()["victims"]
CHILDREN = wanted()["child_labour"]


def row(
    indicator: str = "TIP_VICTIMS",
    sex: str = "T",
    age: str = TOTAL,
    dimension: str = TOTAL,
    figure: int | None = None,
    absence: int | None = None,
    status: str = "",
) -> Summary:
    return Summary(indicator, "NPL", sex, age, dimension, figure, absence, status)


def states(*rows: Summary, thing: str = "victims") -> dict[str, tuple[str, int | None]]:
    found = gap("NPL", wanted()[thing], rows, this_year=YEAR)
    return {part: (state.code, state.year) for part, state in found.states.items()}


def test_nothing_at_all_was_never_told_and_has_no_splits() -> None:
    assert states() == dict.fromkeys(("whole", "sex", "age", "form"), ("never", None))


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("Q", "suppressed"),
        ("O", "not_reported"),
        ("L", "not_collected"),
        ("M", "not_applicable"),
    ],
)
def test_the_kinds_of_nothing_stay_apart(status: str, code: str) -> None:
    told = states(row(absence=2020, status=status))
    assert told["whole"] == told["sex"] == (code, 2020)
    # An absence never hides a figure, however old that is.
    assert states(row(figure=2011, absence=2020, status=status))["whole"] == ("old", 2011)


def test_a_figure_is_old_after_five_years_and_a_split_has_its_own_year() -> None:
    found = states(
        row(figure=2021), row(sex="F", figure=2020), row(dimension="form", absence=2021, status="Q")
    )
    assert found == {
        "whole": ("held", 2021),
        "sex": ("old", 2020),
        "age": ("not_disaggregated", 2021),
        "form": ("suppressed", 2021),
    }


def test_the_widest_age_is_the_whole_and_only_others_are_a_split() -> None:
    one = states(row("SL_TLF_CHLDEA", age="5-17", figure=2023), thing="child_labour")
    assert one["age"] == ("not_disaggregated", 2023)
    two = states(
        row("SL_TLF_CHLDEA", age="5-17", figure=2023),
        row("SL_TLF_CHLDEA", age="5-14", figure=2022),
        thing="child_labour",
    )
    assert two["age"] == ("held", 2022)


def test_asks_say_what_is_missing() -> None:
    full = gap("NPL", wanted()["prosecuted"], [
        row("TIP_PROSECUTED", figure=2023), row("TIP_PROSECUTED", sex="F", figure=2023),
    ], this_year=YEAR)  # fmt: skip
    split = gap("NPL", VICTIMS, [row(figure=2023), row(sex="F", figure=2023)], this_year=YEAR)
    old = gap("NPL", CHILDREN, [row("SL_TLF_CHLDEA", age="5-17", figure=2014)], this_year=YEAR)
    none = gap("NPL", wanted()["convicted"], [], this_year=YEAR)
    held_back = gap(
        "NPL", wanted()["convicted"], [row("TIP_CONVICTED", absence=2020, status="Q")],
        this_year=YEAR,
    )  # fmt: skip
    assert [kind for _, kind in asks([full, split, old, none, held_back])] == [
        "splits", "new", "first", "told",
    ]  # fmt: skip
    assert missing_splits(split) == ("age", "form")


@pytest.mark.usefixtures("store_url")
def test_of_the_store_every_country_has_every_state() -> None:
    found = gaps(None, YEAR)
    assert len(found) == 250 and {len(each) for each in found.values()} == {len(wanted())}
    nepal = {one.wanted.code: one for one in found["NPL"]}
    assert nepal["child_labour"].whole.year == 2014
    whole = [one.whole.code for each in found.values() for one in each]
    assert {"held", "old", "never", "suppressed", "not_reported", "not_applicable"} <= set(whole)
    with_child_labour = [each[0] for each in found.values() if each[0].whole.code != "never"]
    assert len(with_child_labour) == 111


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_shown_and_asked(language: str) -> None:
    found, areas, words = gaps(None, YEAR), store.reference(language).areas, wording(language)
    links = Links("?iso3=", "file.csv", "explore?indicator=")
    html = gaps_html(found, areas, words, links, chosen=sorted(found))
    assert html.count('<h2 id="gaps-of-') == 250
    assert html.count("<caption>") == html.count("<table") == 251
    assert "None" not in html
    assert set(GLYPHS) == set(STATES) and len(set(GLYPHS.values())) == len(STATES)
    for part in PARTS[1:]:
        assert words.t(f"gaps.split.{part}") and words.t(f"gaps.by.{part}")
    for kind in ("first", "told", "new", "splits"):
        for form in (kind, f"{kind}_whole"):
            assert f"gaps.ask.{form}" in words.texts
