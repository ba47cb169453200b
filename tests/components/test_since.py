"""The choice of a span from an address, its sentences in every language, and its file."""

from __future__ import annotations

import csv
import io
from datetime import date
from itertools import chain

import pytest

from components.since.choice import Known, Refusal, read_choice, refusal_on_page, refusal_text
from components.since.ends import end_notes, end_text
from components.since.file import COLUMNS, since_csv
from components.since.lines import line_of
from components.since.page import SHOWN, Links, since_html
from components.since.summary import summary_lines, summary_numbers
from components.wording import LANGUAGES, wording
from data import store
from data.methods.since.meetings import meetings
from data.methods.since.records import SECTIONS, Since
from data.since_facts import since

TODAY = date(2026, 11, 27)
LINKS = Links("country?iso3=", "", "api/v1/since.csv")
HOSTILE = "<script>alert(8.7)</script>" + "Q" * 300


@pytest.fixture(scope="module")
def known(store_url: str) -> Known:
    assert store_url
    areas, members = store.reference("en").areas, store.members(None)
    return Known(meetings(store.pathfinder_data().events), areas, TODAY, members)


@pytest.fixture(scope="module")
def between(known: Known) -> Since:
    made, refused = read_choice({"from": "gcg-06", "to": "gcg-07"}, known)
    assert not refused
    return since(made.first.day, made.last.day, today=known.today)


def days(known: Known, **params: str) -> tuple[str, str]:
    made, refused = read_choice({name.rstrip("_"): said for name, said in params.items()}, known)
    assert not refused, refused
    return made.first.day.isoformat(), made.last.day.isoformat()


def reasons(known: Known, **params: str) -> list[str]:
    made, refused = read_choice({name.rstrip("_"): said for name, said in params.items()}, known)
    assert made.span, "what is shown in place of the refused is a span"
    return [one.reason for one in refused]


def test_a_meeting_or_a_date_of_any_precision_is_an_end(known: Known) -> None:
    assert days(known, from_="gcg-06", to="GCG-07") == ("2019-11-12", "2020-05-19")
    assert days(known, from_="A87-gcg-01", to="gcg-02") == ("2017-11-30", "2018-07-31")
    assert days(known, from_="2019", to="2020-02") == ("2019-12-31", "2020-02-29")
    assert days(known, to="2026-11-27", from_=" 2026-11-26 ") == ("2026-11-26", "2026-11-27")


def test_without_ends_from_the_last_meeting_that_a_page_names_to_today(known: Known) -> None:
    made, refused = read_choice({}, known)
    assert not refused
    assert (made.first.code, made.last.day) == (known.meetings[-1].code, TODAY)
    nothing, _ = read_choice({}, Known((), known.areas, TODAY, known.members))
    assert (TODAY - nothing.first.day).days == 365


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"from_": "gcg-99"}, "unknown_end"),
        ({"from_": "2019-13"}, "unknown_end"),
        ({"from_": "0000"}, "unknown_end"),
        ({"to": "2020-02-30"}, "unknown_end"),
        ({"to": "٢٠٢٠"}, "unknown_end"),
        ({"from_": HOSTILE}, "unknown_end"),
        ({"to": "2027"}, "future"),
        ({"from_": "2026-11-28"}, "future"),
        ({"from_": "gcg-07", "to": "gcg-06"}, "empty"),
        ({"from_": "gcg-06", "to": "gcg-06"}, "empty"),
        ({"from_": "gcg-03-04", "to": "gcg-05"}, "empty"),
        ({"region": "M49_999"}, "unknown_region"),
        ({"area": "NPL,XXX"}, "unknown_area"),
        ({"area": "WLD"}, "unknown_area"),
    ],
)
def test_what_is_not_understood_is_refused_and_a_span_stays(
    known: Known, params: dict[str, str], reason: str
) -> None:
    assert reasons(known, **params) == [reason]


def test_a_refusal_is_one_sentence_in_every_language() -> None:
    for language in LANGUAGES:
        words = wording(language)
        for reason in ("unknown_end", "future", "empty", "unknown_region", "unknown_area"):
            why = Refusal(reason, "from", HOSTILE)
            assert "Q" * 100 not in refusal_text(why, words)
            assert refusal_text(why, words) in refusal_on_page(why, words)
        assert refusal_text(Refusal("unknown_parameter", "x", "x"), words)


def test_countries_regions_and_sets_add_up(known: Known) -> None:
    made, _ = read_choice({"area": "npl,ETH,NPL", "region": "sadc,M49_039"}, known)
    assert (made.areas, made.regions) == (("NPL", "ETH"), ("SADC", "M49_039"))
    wanted = {"NPL", "ETH", *known.members["SADC"], *known.members["M49_039"]}
    assert made.among(known.members) == wanted
    assert made.params()["region"] == "SADC,M49_039"
    africa, _ = read_choice({"region": "M49_002"}, known)
    assert africa.among(known.members) == {*known.members["M49_002"]}
    assert read_choice({}, known)[0].among(known.members) is None


def test_every_region_and_set_may_be_asked_for(known: Known) -> None:
    for code in known.members:
        made, refused = read_choice({"region": code}, known)
        assert (made.regions, refused) == ((code,), ())
    assert {"M49_002", "SADC", "PATHFINDERS"} <= {*known.regions} <= {*known.members}


def test_an_address_says_the_choice_again(known: Known) -> None:
    asked = {"from": "gcg-06", "to": "2020-05", "area": "NPL,ETH"}
    made, _ = read_choice(asked, known)
    assert made.params() == asked
    assert made.csv == "api/v1/since.csv?from=gcg-06&to=2020-05&area=NPL,ETH"
    assert read_choice(made.params(), known) == (made, ())


def test_an_end_says_how_it_is_counted(known: Known) -> None:
    words = wording("en")
    made, _ = read_choice({"from": "gcg-2022-12", "to": "2025"}, known)
    assert "announced" in end_text(made.first, words)
    first = end_notes(made.first, words, first=True)
    assert "31 December 2022" in first[0]
    assert len(first) == 2
    assert "31 December 2025" in end_notes(made.last, words, first=False)[0]
    exact, _ = read_choice({"from": "gcg-06", "to": "gcg-07"}, known)
    assert end_text(exact.first, words) == "Meeting 6 of the GCG (12 November 2019, Paris)"
    assert end_notes(exact.first, words, first=True) == []


def test_the_summary_in_words_and_numbers(between: Since) -> None:
    areas = store.reference("en").areas
    said = summary_lines(between, areas, wording("en"))
    assert "Lithuania, New Zealand, Tajikistan" in said[0]
    assert "Strategic workshops: Ethiopia (20 December 2019)." in said
    assert "Strategic workshops postponed, with the day planned: Malawi (26 March 2020)." in said
    assert any("Nepal, Viet Nam" in line for line in said)
    numbers = {one.label: (one.number, one.more) for one in summary_numbers(between, wording("en"))}
    assert numbers["Ratifications"] == ("5", "of the Protocol of 2014: 3")
    assert numbers["Strategic workshops"] == ("1", "not held as planned: 1")
    assert numbers["Reports of countries"] == ("0", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_ever_dated_has_its_line_in_every_language(language: str, known: Known) -> None:
    about, words = store.reference(language), wording(language)
    found = since(date(1900, 1, 1), TODAY, today=TODAY)
    for section in found.sections.values():
        for item in chain(section.items, section.may):
            line = line_of(item, about.areas, words)
            assert line.what
            assert line.when
            assert line.hollow == (item.state in {"postponed", "planned", "announced"})
    made, _ = read_choice({"from": "gcg-06", "to": "gcg-07"}, known)
    short = since(made.first.day, made.last.day, today=TODAY)
    html = since_html(short, made, about, words, LINKS)
    assert html.count("<caption>") == html.count("<table")
    for key in SECTIONS:
        assert f'id="since-{key}"' in html
    assert words.t("since.nothing") in html
    assert html.count("<details") >= 3


def test_a_long_section_is_folded_after_some_rows(known: Known) -> None:
    made, _ = read_choice({"from": "2022", "to": "2025"}, known)
    found = since(made.first.day, made.last.day, today=TODAY)
    html = since_html(found, made, store.reference("en"), wording("en"), LINKS)
    open_part = html.split('id="since-moved"')[1].split("<details")[0]
    assert open_part.count("<tr><td") == SHOWN
    assert f"Show {len(found.sections['moved'].items) - SHOWN} more" in html


def test_the_file_has_one_row_an_item_and_no_formula(between: Since) -> None:
    text = since_csv(between, store.reference("en"), wording("en"))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    listed = sum(len(one.items) + len(one.may) for one in between.sections.values())
    editions = len(between.figures.editions) + len(between.figures.may)
    assert len(rows) == listed + editions
    lithuania = next(row for row in rows if row["area"] == "LTU")
    assert (lithuania["date"], lithuania["precision"]) == ("2020-03-05", "day")
    assert (lithuania["section"], lithuania["certainty"]) == ("ratifications", "in")
    guatemala = next(row for row in rows if row["area"] == "GTM" and row["section"] == "steps")
    assert (guatemala["certainty"], guatemala["first_day"]) == ("may", "2019-11-01")
    assert {row["precision"] for row in rows} <= {"day", "month", "quarter", "year", "period"}
    assert not any(cell[:1] in set("=+-@\t\r") for row in rows for cell in row.values())
