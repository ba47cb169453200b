"""The data page's pure parts: filters from and to an address, what is offered, how to cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.explore import filters
from components.explore.described import described_html
from components.explore.facets import facets
from components.explore.filters import Filters, Refused, filters_of, without_unknown
from components.explore.links import Links, rows_asked
from components.explore.offered import offered
from components.explore.take import Held, take_html
from components.explore.view import View
from components.wording import LANGUAGES, wording
from data.methods.selection import headlines
from data.records import LATEST, Area, Known, LedgerLine, Offer
from tests.factories import INDICATOR, NEPAL, SOURCE

HELD_BACK = replace(SOURCE, code="WF", publisher="Walk & Free", redistribution="unclear")
HDI = replace(INDICATOR, code="HDI", theme="context", unit="INDEX", order=9)
KNOWN = Known(
    areas={
        "NPL": NEPAL,
        "FJI": Area("FJI", "country", "Fiji"),
        "M49_034": Area("M49_034", "subregion", "Southern Asia"),
    },
    indicators={INDICATOR.code: INDICATOR, "HDI": HDI},
    sources={"UNSD": SOURCE, "WF": HELD_BACK},
    offers={
        INDICATOR.code: Offer(
            frozenset({"NPL"}),
            frozenset("TF"),
            frozenset({"5-17"}),
            frozenset({"UNSD"}),
            2008,
            2014,
            6,
            1,
        ),
        "HDI": Offer(
            frozenset({"NPL", "FJI"}),
            frozenset("T"),
            frozenset({"_T", "18+"}),
            frozenset({"WF"}),
            1990,
            1991,
            4,
            0,
        ),
    },
    members={"M49_034": ("BGD", "NPL")},
)

FILTERS = st.builds(
    Filters,
    theme=st.lists(st.sampled_from(["child_labour", "context"]), unique=True).map(tuple),
    indicator=st.lists(st.sampled_from(list(KNOWN.indicators)), unique=True).map(tuple),
    area=st.lists(st.sampled_from(list(KNOWN.areas)), unique=True).map(tuple),
    region=st.just(()) | st.just(("M49_034",)),
    age=st.lists(st.sampled_from(["5-17", "18+", "_T"]), unique=True).map(tuple),
    first=st.none() | st.integers(1900, 2000),
    last=st.none() | st.integers(2001, 2100),
    year=st.none() | st.integers(1990, 2030),
    latest=st.sampled_from(["", *LATEST]),
    headline=st.sampled_from(["", *headlines()]),
    unlike=st.booleans(),
)


@given(FILTERS)
def test_an_address_says_the_filters_and_back(filters: Filters) -> None:
    assert filters_of(filters.params().items(), KNOWN) == filters
    assert bool(filters) == bool(filters.query())


def test_theme_and_indicator_narrow_each_other_and_places_add_up() -> None:
    asked = Filters(
        theme=("context",), indicator=(INDICATOR.code,), area=("FJI",), region=("M49_034",)
    )
    selection = asked.selection(KNOWN)
    assert selection.indicators == ()
    assert selection.areas == ("FJI", "BGD", "NPL")


def test_sources_that_we_may_not_pass_on_are_left_out_and_can_be_told() -> None:
    assert Filters().selection(KNOWN).sources == ("UNSD",)
    assert Filters().selection(KNOWN, withheld=True).sources == ("WF",)
    assert Filters(source=("WF",)).selection(KNOWN).sources == ()
    free = replace(KNOWN, sources={"UNSD": SOURCE})
    assert Filters().selection(free).sources is None
    assert Filters().selection(free, withheld=True).sources == ()


def test_an_unknown_value_is_left_out_and_told_with_the_allowed_ones() -> None:
    filters, refused = without_unknown([("area", "NPL,XXX"), ("colour", "red")], KNOWN)
    assert filters == Filters(area=("NPL",))
    assert [(why.parameter, why.value) for why in refused] == [("area", "XXX"), ("", "colour")]
    with pytest.raises(Refused) as why:
        filters_of([("sex", "\x1bX" * 99)], KNOWN)
    assert why.value.allowed == ("T", "F", "M")
    assert len(why.value.value) == 60
    assert why.value.value.isprintable()


def test_an_address_full_of_codes_costs_by_their_number_not_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = 0
    original = filters._codes

    def counted(name: str, texts: Iterable[str], known: Known) -> tuple[str, ...]:
        nonlocal looked_at
        looked_at += len(every := list(texts))
        return original(name, every, known)

    monkeypatch.setattr(filters, "_codes", counted)
    for codes in (["NPL", "FJI"] * 1000, [f"X{number}" for number in range(1000)]):
        looked_at = 0
        without_unknown([("area", ",".join(codes))], KNOWN)
        assert looked_at <= 2 * len(codes)


def test_only_what_exists_is_offered_and_what_is_chosen_stays() -> None:
    all_of_it = offered(Filters(), KNOWN)
    assert all_of_it.themes == ("child_labour", "context")
    assert all_of_it.areas == ("FJI", "NPL")
    assert all_of_it.ages == ("_T", "5-17", "18+")
    assert all_of_it.years[0] == 2014
    one = offered(Filters(theme=("child_labour",), area=("FJI",)), KNOWN)
    assert one.indicators == (INDICATOR.code,)
    assert one.areas == ("NPL", "FJI")
    assert one.sexes == ("T", "F")
    assert one.sources == ("UNSD",)
    assert one.years == tuple(range(2014, 2007, -1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_taken_away_says_how_much_and_what_is_withheld(language: str) -> None:
    words, view = wording(language), View(Filters(area=("NPL",), first=2010))
    held = Held({"UNSD": 1}, {"WF": 3}, 1)
    html = take_html(
        view, held, KNOWN, Links(language), words,
        citation="Cite <me>", bibtex="@misc{a}", newest=7, title="<b>", drawn=True,
    )  # fmt: skip
    rows = "area=NPL&amp;from=2010"
    for suffix in (".csv", ".xlsx", ".json", ".parquet"):
        assert f'href="api/v1/observations{suffix}?{rows}"' in html
    assert f'href="api/v1/subset.zip?{rows}"' in html
    for path in ("picture.png", "picture.svg"):
        assert f'href="{path}?{rows}&amp;lang={language}"' in html
    assert f'data-address="explore?{rows}"' in html
    assert f'data-address="explore?{rows}&amp;as_of=7"' in html
    assert f'data-embed="embed?{rows}&amp;as_of=7&amp;lang={language}"' in html
    assert HELD_BACK.address in html
    assert words.plural("explore_take.figures", 1, count="1") in html


def test_nothing_to_take_away_offers_no_file() -> None:
    html = take_html(
        View(), Held({}, {}, 0), KNOWN, Links("en"), wording("en"),
        citation="Cite <me>", bibtex="@misc{a}", newest=7, title="", drawn=False,
    )  # fmt: skip
    assert "observations.xlsx" not in html
    assert "picture" not in html
    assert 'data-address="explore"' in html


def test_the_file_of_a_scatter_has_both_indicators() -> None:
    view = View(Filters(indicator=("A",)), chart="scatter", x="B")
    assert rows_asked(view).indicator == ("A", "B")
    assert rows_asked(replace(view, chart="line")).indicator == ("A",)


def test_facets_offer_what_exists_with_counts_and_toggle() -> None:
    view = View(Filters(indicator=("HDI",), age=("18+",)))
    counts = {"age": {"18+": 4}}
    found = facets(view, offered(view.filters, KNOWN), KNOWN, Links("en"), counts, wording("en"))
    assert [facet.name for facet in found] == ["age"]
    taken, other = found[0].shown
    assert (taken.code, taken.chosen, taken.count, taken.none) == ("18+", True, "4", False)
    assert taken.href == "explore?indicator=HDI"
    assert (other.code, other.count, other.none) == ("_T", "0", True)
    assert other.href == "explore?indicator=HDI&age=18%2B,_T"


def test_the_descriptions_name_every_indicator_source_and_reject() -> None:
    html = described_html(
        KNOWN,
        wording("en"),
        theme="",
        data_page=lambda code: f"explore?indicator={code}",
        rows_by_source={"UNSD": 6},
        ledger=[LedgerLine("set", "a.csv", 10, 9, 1, (("garbage_value", 1),))],
    )
    for part in (
        f'id="{INDICATOR.code}"',
        'id="HDI"',
        'id="WF"',
        "explore?indicator=HDI",
        "garbage_value 1",
        "Records in: 10",
        "Apache",
        "countries and territories: 1; other areas: 0",
    ):
        assert part in html
    one = described_html(
        KNOWN,
        wording("en"),
        theme="child_labour",
        data_page=str,
        rows_by_source={},
        ledger=[],
    )
    assert 'id="HDI"' not in one
    assert 'id="WF"' not in one
