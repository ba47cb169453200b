"""The feed of changes, read by a library that did not write it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest
from lxml import etree

from components.changed.atom import Entry, Feed, atom, identifier
from components.changed.dated_facts import event_facts, fact_entry, newest, status_facts
from components.changed.record_lines import Known
from components.changed.release_entries import MOST_LINES, News, release_entry
from components.wording import LANGUAGES, wording
from data.records import Event, RecordChange, Release
from tests.factories import INDICATOR, NEPAL, action, event, status

EN = wording("en")
AREAS = {NEPAL.code: NEPAL}
KNOWN = Known(AREAS, {INDICATOR.code: INDICATOR}, {})
MOMENT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
RELEASE = Release(3, "2026-11-21T08:30:00.000001+00:00", "file", added=7)
STRANGE = "</title><script>alert(1)</script>&amp;\x00\x1b\x0b\ud800\ufffe]]> <b>"


def feed(*entries: Entry, **fields: Any) -> Feed:
    made = Feed(
        "en/changes", "en", "A", "B", "C", MOMENT,
        "https://d.example/api/v1/changes.atom", "https://d.example/changed", entries,
    )  # fmt: skip
    return replace(made, **fields)


def told(event: Event) -> Entry:
    (fact,) = event_facts([event], AREAS, EN)
    return fact_entry(fact, AREAS, EN, lambda code: f"country?iso3={code}")


def test_a_feed_has_what_the_standard_wants() -> None:
    far = MOMENT.astimezone(timezone(timedelta(hours=5)))
    entry = Entry("en/event/A b", "T", far, "<p>x</p>", "country?iso3=NPL", ("workshop", "W"))
    found = feedparser.parse(atom(feed(entry)))
    assert (found.bozo, found.version) == (False, "atom10")
    assert found.feed.id == "tag:target87.invalid,2026:en/changes"
    assert (found.feed.title, found.feed.subtitle, found.feed.author) == ("A", "B", "C")
    links = {one.rel: (one.href, one.type) for one in found.feed.links}
    assert links == {
        "self": ("https://d.example/api/v1/changes.atom", "application/atom+xml"),
        "alternate": ("https://d.example/changed", "text/html"),
    }
    (one,) = found.entries
    assert one.id == identifier("en/event/A b") == "tag:target87.invalid,2026:en/event/A%20b"
    assert one.updated == "2026-11-21T08:30:00Z"
    assert one.content[0].value == "<p>x</p>" and one.content[0].type == "text/html"
    assert [(tag.term, tag.label) for tag in one.tags] == [("workshop", "W")]


def test_strange_texts_stay_texts() -> None:
    hostile = event(title=STRANGE, place=STRANGE, source_title=STRANGE, page="javascript:alert(1)")
    written = atom(feed(told(hostile), title=STRANGE))
    # Well-formed, and nothing in it but what we put there.
    names = {etree.QName(node).localname for node in etree.fromstring(written).iter()}
    assert "script" not in names and "b" not in names
    found = feedparser.parse(written, sanitize_html=False)
    assert found.bozo is False
    body = found.entries[0].content[0].value
    assert "<script" not in body and "&lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert "href" not in body
    assert [one.rel for one in found.entries[0].links] == ["alternate"]
    assert "<script>alert(1)</script>" in etree.fromstring(written)[1].text


@pytest.mark.parametrize(
    ("when", "updated", "words"),
    [
        ("2023-05-10", "2023-05-10", ""),
        ("2023-05", "2023-05-01", "May 2023 (day not known)"),
        ("2023", "2023-01-01", "2023 (day and month not known)"),
    ],
)
def test_a_fact_is_updated_on_the_first_day_that_its_date_may_mean(
    when: str, updated: str, words: str
) -> None:
    entry = told(event(date=when))
    assert entry.updated.isoformat() == f"{updated}T00:00:00+00:00"
    assert words in entry.html and ("not known" in entry.html) == bool(words)
    assert entry.title == "Nepal: Workshop"
    assert entry.address == "country?iso3=NPL"


def test_what_is_still_to_come_or_has_no_date_is_no_news() -> None:
    days = ("2026-11-22", "2026-11-21", "2026-11", "2027", "")
    facts = event_facts([event(code=day or "none", date=day) for day in days], AREAS, EN)
    found = newest(facts, date(2026, 11, 21), 5)
    assert [fact.date for fact in found] == ["2026-11-21", "2026-11"]


def test_of_readings_of_one_date_the_last_speaks() -> None:
    said = [
        status(says="curated", checked="2026-01-01", status="completed", status_date="2024"),
        status(says="curated", checked="2026-02-01", status="adopted", status_date="2024"),
        status(says="curated", checked="2026-02-01", status="limited", status_date=""),
        status(says="reported", checked="2026-03-01", status="limited", status_date=""),
    ]
    facts = list(status_facts([action(history=tuple(said))], AREAS, EN))
    assert [(fact.date, fact.path.rpartition("/")[2]) for fact in facts] == [
        ("2024", "2026-02-01"),
        ("2026-03-01", "2026-03-01"),
    ]
    assert EN.t("action_status.adopted") in facts[0].title


def changed(code: str, area: str = "NPL") -> RecordChange:
    row = {
        "code": code, "kind": "workshop", "date": "2026", "end": "", "area": area, "place": "",
        "state": "held", "title": f"Workshop {code}", "source_title": "", "page": "",
    }  # fmt: skip
    return RecordChange("event", (code,), 3, None, row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_tells_figures_by_indicator_and_records_by_country(language: str) -> None:
    words = wording(language)
    news = News(RELEASE, 2, [(INDICATOR.code, 5, 2, 0)], [changed("A"), changed("B", "NPL;BRA")])
    entry = release_entry(news, KNOWN, words, address="changed?from=2&to=3")
    assert entry.path == f"{language}/release/3"
    assert entry.updated.isoformat() == RELEASE.published
    assert words.of(INDICATOR, "name") in entry.html
    assert "Workshop A" in entry.html and words.t("record.several_areas") in entry.html
    assert words.t("feeds.atom.more") not in entry.html


def test_a_first_release_is_told_in_numbers_and_a_long_one_in_part() -> None:
    first = News(replace(RELEASE, id=1), 0, [(INDICATOR.code, 365_000, 0, 0)], (), 11_000)
    html = release_entry(first, KNOWN, EN, address="", narrowed="area=NPL").html
    assert "Figures: 365,000 new, 0 revised, 0 withdrawn" in html
    assert "11,000 new, 0 changed" in html and INDICATOR.name not in html
    long = News(RELEASE, 2, (), [changed(f"C{n:03}") for n in range(MOST_LINES + 1)])
    html = release_entry(long, KNOWN, EN, address="").html
    assert html.count("<li>") == MOST_LINES and EN.t("feeds.atom.more") in html
    assert not News(RELEASE, 2, (), ())
