"""A country's screen: the figures of its page, a ring or words, dates, whose word it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

from components.country.answers import CountryAnswers
from components.country.parts.measures import comparable_national
from components.country.parts.tiles import tiles
from components.meeting.screens.country import country_screen
from components.meeting.screens.dates import MOST_LINES, dates_panel
from components.meeting.screens.roadmap import roadmap_panel
from components.numbers import figure
from components.wording import wording
from data.records import Area, Roadmap, Stage
from tests.components.country.ledger import ANSWERS, ITEMS, item
from tests.factories import action

EN = wording("en")
TODAY = date(2026, 1, 1)
NUMBER = re.compile(
    r'<p class="number"(?: title="([^"]*)")?><b><bdi>(.*?)</bdi></b>(?: <span>(.*?)</span>)?'
    r"(?: <i>(.*?)</i>)?</p>"
)


def screen_html(answers: CountryAnswers, language: str = "en", today: date = TODAY) -> str:
    """The screen of a country; every template variable is given, else this raises."""
    words = wording(language)
    return country_screen(answers, words, today=today, released="7").html


def check_screen(answers: CountryAnswers, language: str) -> str:
    """The screen's HTML, its three numbers held to those of the tiles of the country's page."""
    words, today = wording(language), date.today()
    html = screen_html(answers, language, today)
    shown = [tuple(unescape(part) for part in found) for found in NUMBER.findall(html)]
    assert len(shown) == 3, answers.area.code
    on_page = tiles(answers, words, today=today)[:3]
    said = [(tile.exact, tile.number, tile.unit) for tile in on_page]
    own = comparable_national(answers)
    first, second, third = ((exact, number, unit) for exact, number, unit, _ in shown)
    assert (first, third) == (said[0], said[2]), answers.area.code
    if second != said[1]:
        # Else it is the office's own figure, and no older than the one beside it.
        assert own is not None and own.change.last is not None, answers.area.code
        row = own.change.last
        assert second[0] == figure(row, answers.indicators[row.indicator], words)
        leading = on_page[0].figure
        assert leading is None or own.newest.year >= leading.year
    for (exact, number, _, year), theme in zip(shown, ("first", "second", "third"), strict=True):
        assert bool(exact) == bool(year) == (number != "–"), (answers.area.code, theme)
    assert ("≈" in second[1]) == ("<em>" + words.t("screen.not_official") in html)
    return html


def test_five_items_have_a_ring_with_their_statuses() -> None:
    panel = roadmap_panel(ANSWERS, EN)
    counts = {one.status: one.count for one in panel.counts}
    # What was reviewed speaks before what was reported; targets and other pages are not counted.
    assert counts == {"substantial": 1, "limited": 1, "adopted": 1, "not_started": 2}
    assert panel.title == "0 of 5 items of the roadmap completed"
    assert panel.counted == "Reviewed, Reported by the government"
    assert panel.lines == ("2 measures on other pages",)
    assert "var(--status-adopted)" in panel.ring
    assert "#" not in re.sub(r"url\(#\w+\)", "", panel.ring)


def test_fewer_items_have_words_and_other_pages_are_counted_apart() -> None:
    few = replace(ANSWERS, actions=ITEMS[:4] + ITEMS[5:7])
    panel = roadmap_panel(few, EN)
    assert (panel.ring, panel.title) == ("", "4 roadmap items are known")
    assert panel.counted == "Reviewed, Reported by the government"
    assert {one.status: one.count for one in panel.counts} == {
        "substantial": 1,
        "adopted": 1,
        "not_started": 2,
    }
    assert panel.lines == ("2 measures on other pages",)
    others = roadmap_panel(replace(ANSWERS, actions=ITEMS[5:7]), EN)
    assert others.title == "No roadmap item is known"
    assert others.counted == "2 measures on other pages (Read by us on a public page)"
    assert {one.status: one.count for one in others.counts} == {"completed": 1, "limited": 1}
    nothing = roadmap_panel(replace(ANSWERS, actions=()), EN)
    assert nothing.title == "No roadmap item is known"
    assert nothing.counts == ()


def test_a_roadmap_without_evidence_is_unknown_not_zero() -> None:
    silent = tuple(item(number, curated="no_evidence") for number in range(5))
    panel = roadmap_panel(replace(ANSWERS, actions=silent), EN)
    assert panel.title == "Items of the roadmap: 5; how far they are is not known"


def test_dates_past_stand_before_those_ahead_and_the_rest_is_counted() -> None:
    late = tuple(
        action(code=f"L{n}", due=f"20{n}", status="limited", text=f"Late {n}" + " and more" * 4)
        for n in range(15, 20)
    )
    panel = dates_panel(replace(ANSWERS, actions=late), EN, TODAY)
    assert [(row.when, row.mark) for row in panel.rows] == [
        ("2015", "overdue"),
        ("2016", "overdue"),
        ("2027", ""),
        ("2028", ""),
    ]
    assert panel.more == "+3 overdue, +1 ahead"
    assert panel.none == ""
    assert MOST_LINES == 6


def test_without_a_date_ahead_what_ended_is_told() -> None:
    plan = Roadmap("NPL-roadmap-1", "NPL", "2019", "2021", "", "The plan", "")
    ended = replace(ANSWERS, actions=(), mechanisms=(), resources=(), roadmaps=(plan,))
    panel = dates_panel(ended, EN, TODAY)
    assert [(row.when, row.what, row.mark) for row in panel.rows] == [
        ("2021", "The plan", "plan ended")
    ]
    assert panel.none == "No date ahead is stated"


def test_the_badge_says_where_a_country_stands_and_since_when() -> None:
    def head(area: Area, *stages: Stage) -> str:
        html = screen_html(replace(ANSWERS, area=area, stages=stages))
        return " | ".join(re.findall(r'<p class="badge[^>]*>(.*?)</p>', html))

    area = ANSWERS.area
    confirmed = Stage("NPL", "status_confirmed", "2019-05-26", "Confirmed.")
    assert head(area) == "Pathfinder country"
    assert head(area, confirmed) == "Pathfinder since 26 May 2019"
    held = Stage("NPL", "on_hold", "2024", "Rests.")
    assert head(area, confirmed, held) == "Pathfinder since 26 May 2019 | on hold"
    assert head(replace(area, pathfinder="candidate")) == "Candidate pathfinder"
    assert head(replace(area, pathfinder="interest")) == "Interest expressed"
    state = replace(area, pathfinder="", un_member=True)
    assert head(state) == "Not a pathfinder country"
    assert head(replace(state, un_member=False, kind="territory")) == "Territory"


def test_the_plan_that_runs_is_named_with_its_period() -> None:
    def plan_line(today: date, **fields: str) -> str:
        plan = replace(ANSWERS.roadmaps[0], **fields)
        html = screen_html(replace(ANSWERS, roadmaps=(plan,)), today=today)
        (said,) = re.findall(r'<p class="screen-plan">(.*?)</p>', html)
        return str(said)

    assert plan_line(TODAY, code="NPL-roadmap-1") == "Roadmap, 2021–2030"
    assert plan_line(TODAY, code="NPL-plan-1", end="") == "Plan, from 2021"
    assert plan_line(date(2031, 1, 1), code="NPL-roadmap-1") == "Roadmap, 2021–2030 (period over)"


def test_loaded_text_is_never_markup() -> None:
    name = "<script>alert(1)</script>"
    hostile = replace(
        ANSWERS,
        area=replace(ANSWERS.area, name=name),
        actions=(action(code="A", due="2020", status="limited", text=name),),
    )
    assert "<script>" not in screen_html(hostile)
    assert screen_html(hostile).count("&lt;script&gt;") >= 3
