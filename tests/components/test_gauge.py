"""Gauges by the rule of origin: what is counted, by whose word, at which pace, weight, money."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from components.pathfinders.gauge import (
    Gauge,
    items_gauge,
    roadmap_line,
    targets_gauge,
    weights_of,
)
from components.pathfinders.money import amount, money
from components.pathfinders.roadmap_gauges import money_gauge, roadmap_gauges
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.methods.completion import STATUSES
from data.records import Action
from tests.components.country.ledger import ITEMS, PLAN, item

EN = wording("en")
LIGHT = PALETTES["light"]
TODAY = date(2026, 1, 1)


def gauge(actions: tuple[Action, ...], language: str = "en") -> Gauge:
    """The gauge of the roadmap's items."""
    return items_gauge(actions, (PLAN,), wording(language), LIGHT, TODAY)


def svg(image: str) -> str:
    """The image behind an address."""
    return b64decode(image.partition(",")[2]).decode()


def five(**said: str) -> tuple[Action, ...]:
    """Five items of one status."""
    return tuple(item(number, **said) for number in range(1, 6))


def test_below_five_items_words_stand_instead_of_a_ring() -> None:
    few = gauge(five(curated="completed")[:4])
    assert few.voices == ()
    assert few.line == (
        "Known: 4 (completed: 4). Below 5 a share says nothing, so no ring is drawn."
    )
    assert len(gauge(five(curated="completed")).voices) == 1


@pytest.mark.parametrize("origin", ["page", "findings", "news"])
def test_what_no_roadmap_sets_out_is_in_no_ring(origin: str) -> None:
    others = tuple(replace(one, origin=origin) for one in five(curated="completed"))
    assert gauge(others).voices == ()
    assert gauge(others).line == EN.t("gauge.no_items_long")
    assert roadmap_line(others, EN) == ("No item of a roadmap is known; 5 measures on other pages")


def test_each_body_that_spoke_has_its_ring_and_what_it_left_out_is_unknown() -> None:
    found = gauge(ITEMS)
    assert [voice.body for voice in found.voices] == ["Reported by the government", "Reviewed"]
    counts = [{one.status: one.count for one in voice.counts} for voice in found.voices]
    assert counts[0]["completed"] == 1 and counts[0]["no_evidence"] == 0
    assert counts[1]["completed"] == 0 and counts[1]["no_evidence"] == 1
    assert 'stroke="url(#hatch)"' in svg(found.voices[1].image)
    (own,) = gauge(five(curated="limited")).voices
    assert own.body == "Read by us on a public page"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_told_in_every_language(status: str, language: str) -> None:
    (voice,) = gauge(five(reported=status), language).voices
    told = {one.status: (one.word, one.count) for one in voice.counts}
    assert told[status] == (wording(language).t(f"action_status.{status}"), 5)
    assert sum(count for _, count in told.values()) == 5


def test_the_pace_is_told_and_marked_as_time_not_as_work() -> None:
    found = gauge(ITEMS)
    assert found.remarks[0] == (
        "The mark on the ring is today's date: 50\u202f% of the period 2021–2030 is over. "
        "It counts time, not work."
    )
    assert 'data-pace="0.5001"' in svg(found.voices[0].image)
    unknown = items_gauge(ITEMS, (), EN, LIGHT, TODAY)
    assert unknown.remarks[0] == EN.t("gauge.no_pace")
    assert "data-pace" not in svg(unknown.voices[0].image)
    over = items_gauge(ITEMS, (replace(PLAN, end="2024"),), EN, LIGHT, TODAY)
    assert over.remarks[0] == EN.t("gauge.pace_over", period="2021–2024")


def test_weights_count_only_where_every_item_has_one() -> None:
    assert weights_of(ITEMS[:5]) == {
        "NPL-01": 40.0,
        "NPL-02": 30.0,
        "NPL-03": 10.0,
        "NPL-04": 10.0,
        "NPL-05": 10.0,
    }
    assert EN.t("gauge.weighted") in gauge(ITEMS).remarks
    some = (*ITEMS[:4], replace(ITEMS[4], weight=""))
    assert weights_of(some) is None
    assert "Items with a weight: 4 of 5. As not all have one, each item counts alike." in (
        gauge(some).remarks
    )
    assert len(gauge(five(curated="limited")).remarks) == 1


def test_targets_have_a_gauge_of_their_own() -> None:
    found = targets_gauge(ITEMS, EN, LIGHT)
    assert found.line.startswith("Known: 1 (substantial progress: 1).")
    assert found.rows == "#roadmap-targets"
    assert targets_gauge(ITEMS[:5], EN, LIGHT).line == EN.t("gauge.no_targets_long")


def test_money_is_summed_by_currency_and_set_side_by_side_only_where_both_are_stated() -> None:
    paid = (
        item(1, allocated="100.5", disbursed="40", currency="USD"),
        item(2, allocated="50", currency="USD"),
        item(3, disbursed="7", currency="XOF"),
        item(4),
    )
    dollars, francs = money(paid)
    assert (dollars.allocated, dollars.disbursed, dollars.gap) == (
        Decimal("150.5"),
        Decimal(40),
        Decimal("60.5"),
    )
    assert dollars.share == pytest.approx(40 / 100.5)
    assert (francs.allocated, francs.share) == (None, None)
    told = money_gauge(paid, 2, EN)
    assert told.line == "Items that state no amount: 1 of 4."
    assert told.bars[0].lines == (
        "Allocated: 150.5 USD, items that state it: 2",
        "Disbursed: 40 USD, items that state it: 1",
        "Gap between the two: 60.5 USD, items that state both: 1",
    )
    assert told.bars[1].lines[0] == "Allocated (XOF): not stated"
    assert told.remarks == ("Resources that pages name beside the items: 2.",)


def test_money_that_nobody_states_is_not_stated() -> None:
    assert money_gauge(five(), 0, EN).line == "Not stated for any item."
    assert money_gauge(five(), 0, EN).bars == ()
    over = money_gauge((item(1, allocated="5", disbursed="8", currency=""),), 0, EN)
    assert over.bars[0].lines[2].startswith("Disbursed beyond the allocation: 3 currency not")


@pytest.mark.parametrize("stated", ["", "some", "NaN", "Infinity", "1,000"])
def test_an_amount_in_words_is_no_number(stated: str) -> None:
    assert amount(stated) is None


def test_measures_of_other_pages_stand_last_under_their_own_head() -> None:
    found = roadmap_gauges(ITEMS, (PLAN,), 0, EN, LIGHT, TODAY)
    assert [one.title for one in found] == [
        "Items of the roadmap",
        "Targets of the roadmap",
        "Money of the roadmap",
        "Measures on other pages",
    ]
    assert found[-1].voices == () and found[-1].rows == "#roadmap-elsewhere"
    none = roadmap_gauges((), (), 3, EN, LIGHT, TODAY)
    assert [one.title for one in none] == ["Items of the roadmap"]


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("en", 1, "1 measure on other pages"),
        ("fr", 2, "2 mesures citées sur d’autres pages"),
        ("ar", 2, "تدبيران مذكوران في صفحات أخرى"),
        ("ar", 15, "\u206615\u2069 تدبيرا مذكورا في صفحات أخرى"),
    ],
)
def test_measures_are_counted_in_the_form_of_the_language(
    language: str, count: int, text: str
) -> None:
    others = tuple(item(number, origin="page") for number in range(count))
    assert roadmap_line(others, wording(language)).endswith(text)
