"""What is dated between two days: facts by hand on the real store, and what holds of any span."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import store
from data.methods.since.gathered import sections
from data.methods.since.meetings import last_before, meetings
from data.methods.since.progress import moves
from data.methods.since.records import SECTIONS, Item, Since
from data.methods.since.span import Span, deadline, edition_days, event_days
from data.since_facts import _facts, since
from tests.factories import action, event, status

TODAY = date(2026, 11, 27)
SIXTH, SEVENTH = date(2019, 11, 12), date(2020, 5, 19)


@pytest.fixture(scope="module")
def between(store_url: str) -> Since:
    """From the 6th meeting to the 7th."""
    assert store_url
    return since(SIXTH, SEVENTH, today=TODAY)


@pytest.fixture(scope="module")
def later(store_url: str) -> Since:
    """From December 2022 to May 2025."""
    assert store_url
    return since(date(2022, 12, 31), date(2025, 5, 31), today=TODAY)


def told(found: Since, section: str, *kinds: str) -> set[tuple[str, str]]:
    """Area and date of the items that surely are in the span."""
    items = found.sections[section].items
    return {(one.area, one.date) for one in items if not kinds or one.kind in kinds}


def of_instrument(found: Since, code: str) -> set[tuple[str, str]]:
    items = found.sections["ratifications"].items
    return {(one.area, one.date) for one in items if one.record.instrument == code}


def test_the_protocol_of_2014_between_the_6th_and_the_7th_meeting(between: Since) -> None:
    assert of_instrument(between, "P029") == {
        ("LTU", "2020-03-05"),
        ("NZL", "2019-12-13"),
        ("TJK", "2020-01-24"),
    }
    # Côte d'Ivoire (1 November) and Malawi (7 November 2019) had ratified before the 6th.
    assert between.counts()["ratifications_p029"] == 3


def test_other_instruments_are_counted_of_all_countries(between: Since) -> None:
    assert of_instrument(between, "C081") == {("UZB", "2019-11-19")}
    assert of_instrument(between, "PALERMO") == {("BRN", "2020-03-30")}
    assert between.counts()["ratifications"] == 5
    assert between.counts()["denunciations"] == 0


def test_ethiopias_workshop_was_held_and_malawis_postponed(between: Since) -> None:
    states = {
        (one.area, one.date): one.state
        for one in between.sections["steps"].items
        if one.kind == "workshop"
    }
    assert states == {("ETH", "2019-12-20"): "held", ("MWI", "2020-03-26"): "postponed"}
    assert (between.counts()["workshops"], between.counts()["workshops_not_held"]) == (1, 1)


def test_other_steps_keep_the_precision_of_their_pages(between: Since) -> None:
    assert ("MWI", "2020-03") in told(between, "steps", "status_confirmed")
    assert ("NLD", "2020-01") in told(between, "steps", "expression_of_interest")
    may = {(one.area, one.kind, one.date) for one in between.sections["steps"].may}
    # The 6th meeting itself heard of Guatemala in November; of 2020 the days are not known.
    assert ("GTM", "expression_of_interest", "2019-11") in may
    assert {("MAR", "status_confirmed", "2020"), ("CRI", "status_confirmed", "2020")} <= may


def test_the_first_day_is_out_and_the_last_is_in(between: Since) -> None:
    held = {one.record.code for one in between.sections["alliance"].items}
    assert "A87-gcg-07" in held
    assert "A87-gcg-06" not in held


def test_statuses_are_told_by_their_date_as_they_were_last_read(between: Since) -> None:
    said = {one.record.code: (one.date, one.after) for one in between.sections["moved"].items}
    assert said["TUN-07"] == ("2020-02", "completed")
    # Read as completed at first, then as adopted, which is no result.
    assert said["GHA-04"] == ("2020-03", "adopted")
    assert {one.who for one in between.sections["moved"].items} == {"curated"}


def test_what_fell_due_and_is_not_known_to_be_done(between: Since, later: Since) -> None:
    assert told(between, "due") == {("NPL", "2019"), ("VNM", "2020-03")}
    assert {one.record.code: one.still_open for one in later.sections["due"].items} == {
        "BEN-04": False,
        "CAF-06": False,
        "NGA-03": False,
        "ARG-07": True,
        "MEX-07": True,
    }


def test_reports_stand_by_their_receipt_else_by_the_end_of_their_period(store_url: str) -> None:
    assert store_url
    found = since(date(2018, 7, 31), date(2019, 7, 31), today=TODAY)
    assert told(found, "reports", "received") == {
        ("MDG", "2018-11"),
        ("TUN", "2019-05-20"),
        ("VNM", "2019-05"),
    }
    assert told(found, "reports", "known") == {("MRT", "2019-03-05"), ("CHL", "2019-03-29")}
    assert found.counts()["workshops"] == 9


def test_workshops_and_treaties_from_december_2022_to_may_2025(later: Since) -> None:
    workshops = told(later, "steps", "workshop")
    assert {area for area, _ in workshops} == {"BEN", "BRA", "COG", "GAB"}
    assert of_instrument(later, "P029") == {("MEX", "2023-06-11")}
    assert of_instrument(later, "C138") == {("AUS", "2023-06-13")}
    assert later.counts()["ratifications_by_pathfinders"] == 2
    assert later.lists_read_to == "2023-05-11"


def test_plans_begin_and_end(later: Since) -> None:
    assert ("BRA", "2025-05") in told(later, "plans", "began")
    assert ("MEX", "2024") in told(later, "plans", "ended")


def test_before_the_history_editions_are_told_and_not_changes(between: Since) -> None:
    news = between.figures
    assert (news.covered, news.counts, news.first) == ("none", (), 0)
    assert {(one.source, one.vintage) for one in news.editions} == {
        ("UNSD_SDG_8_7_1", "2020-05-17")
    }
    assert ("UNICEF_CL_2020", "2020") in {(one.source, one.vintage) for one in news.may}
    assert news.undated > 100_000


def test_a_country_keeps_its_own_and_what_is_of_the_world(between: Since) -> None:
    found = since(SIXTH, SEVENTH, areas=frozenset({"ETH"}), today=TODAY)
    for section in ("ratifications", "steps", "moved", "due", "plans", "countries"):
        one = found.sections[section]
        assert {item.area for item in (*one.items, *one.may)} <= {"ETH"}
        assert one.undated <= between.sections[section].undated
    assert found.sections["alliance"] == between.sections["alliance"]
    assert told(found, "steps", "workshop") == {("ETH", "2019-12-20")}


def test_a_release_is_the_state_of_the_records_that_is_told(store_url: str) -> None:
    assert store_url
    assert since(SIXTH, SEVENTH, today=TODAY, release=1).counts()["workshops"] == 1


@pytest.mark.usefixtures("store_url")
def test_meetings_are_numbered_and_end_on_the_last_day_they_may_mean() -> None:
    found = {one.code: one for one in meetings(store.pathfinder_data().events)}
    assert (found["gcg-06"].numbers, found["gcg-06"].day) == ((6,), SIXTH)
    assert (found["gcg-03-04"].numbers, found["gcg-03-04"].exact) == ((3, 4), False)
    unnumbered = found["gcg-2022-12"]
    assert (unnumbered.numbers, unnumbered.day) == ((), date(2022, 12, 31))
    assert found["gcg-01"].day == date(2017, 11, 30)
    last = last_before(found.values(), date(2020, 8, 1))
    assert last is not None
    assert last.code == "gcg-08"
    assert last_before([], TODAY) is None


def _key(item: Item) -> tuple[str, str, str, int]:
    return item.section, item.kind, item.date, id(item.record)


@pytest.mark.usefixtures("store_url")
def test_every_dated_item_is_in_one_of_two_adjoining_spans_or_may_be_in_both() -> None:
    facts, first, last = _facts(None), date(2010, 1, 1), date(2026, 11, 26)
    whole = sections(facts, Span(first, last), None, TODAY)
    for middle in (date(2018, 7, 31), SIXTH, date(2020, 5, 19), date(2022, 12, 31)):
        parts = [
            sections(facts, span, None, TODAY) for span in (Span(first, middle), Span(middle, last))
        ]
        for key in SECTIONS:
            sure, may = (
                [{_key(one) for one in getattr(part[key], name)} for part in parts]
                for name in ("items", "may")
            )
            assert not sure[0] & sure[1]
            for one in map(_key, whole[key].items):
                assert (one in sure[0] | sure[1]) != (one in may[0] & may[1]), (one, middle)


def test_every_dated_row_of_the_store_is_found_in_all_time(store_url: str) -> None:
    assert store_url
    way = store.pathfinder_data()
    found = sections(_facts(None), Span(date(1900, 1, 1), date(2100, 1, 1)), None, TODAY)
    listed = {key: len(one.items) for key, one in found.items()}
    assert sum(bool(one.date) for one in way.events) == listed["alliance"] + listed["countries"]
    assert sum(bool(one.date) for one in chain(*way.stages.values())) == listed["steps"]
    assert sum(bool(one.due) for one in chain(*way.actions.values())) == listed["due"]
    assert sum(map(len, way.reports.values())) == listed["reports"] + found["reports"].undated
    assert not any(one.may for one in found.values())


def test_a_status_moves_from_what_the_same_voice_said_before() -> None:
    said = [
        status(says="curated", checked="2026-01-01", status_date="2020", status="completed"),
        status(says="curated", checked="2026-02-01", status_date="2020", status="adopted"),
        status(says="curated", checked="2026-02-01", status_date="", status="limited"),
        status(says="reported", checked="2024-05-01", status_date="", status="limited"),
        status(says="reported", checked="2025-05-01", status_date="2025-04", status="completed"),
    ]
    found = [
        (before.status if before else "", now.says, now.status)
        for before, now in moves(action(history=tuple(said)))
    ]
    assert found == [
        ("", "curated", "adopted"),
        ("", "reported", "limited"),
        ("limited", "reported", "completed"),
    ]


def test_a_span_without_a_day_is_refused() -> None:
    for last in (SIXTH, SIXTH - timedelta(days=1)):
        with pytest.raises(ValueError, match="No day"):
            Span(SIXTH, last)


def test_days_of_deadlines_periods_and_editions() -> None:
    assert deadline("2025") == (date(2025, 12, 31), date(2025, 12, 31))
    held = event(date="2019-03-28", end="2019-03-29")
    assert event_days(held) == (date(2019, 3, 29), date(2019, 3, 29))
    spread = replace(held, state="period", date="2018-08", end="2019-07")
    assert event_days(spread) == (date(2018, 8, 1), date(2019, 7, 31))
    target = replace(held, kind="target_date", date="2025", end="", state="period")
    assert event_days(target) == (date(2025, 12, 31), date(2025, 12, 31))
    assert edition_days("2019-Q3") == (date(2019, 7, 1), date(2019, 9, 30))
    assert edition_days("2023-05-21") == (date(2023, 5, 21), date(2023, 5, 21))
    for words in ("HDR 2023/24", "copy of 2026", "undated copy", "edition not stated"):
        assert edition_days(words) is None


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(st.lists(DAYS, min_size=3, max_size=3, unique=True), DAYS, st.sampled_from([4, 7, 10]))
def test_adjoining_spans_share_no_day_and_lose_none(
    ends: list[date], when: date, length: int
) -> None:
    first, middle, last = sorted(ends)
    days = event_days(event(date=when.isoformat()[:length]))
    places = [Span(*pair).place(days) for pair in ((first, middle), (middle, last))]
    whole = Span(first, last).place(days)
    assert places.count("in") <= 1
    assert (whole == "out") == (places == ["out", "out"])
    if whole == "in":
        assert "in" in places or places == ["may", "may"]
