"""The UN Treaty Collection and NORMLEX: saved pages and CSV give rows of ratifications."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.facts.tables import TABLES
from loaders.reading.contract import FileRefused, Refusal
from loaders.reading.html import html_tables

RAW = Path(__file__).resolve().parents[2] / "raw"


def wanted(name):
    with (RAW / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    return rows


def without_place(rows):
    return [{k: v for k, v in row.items() if k != "place"} for row in rows]


def curated(name):
    with (TABLES / "ratifications" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {(r["area"], r["instrument"]): r for r in csv.DictReader(lines)}


def test_a_page_of_the_collection_gives_the_expected_rows(read_raw):
    taken = read_raw("treaty_collection/palermo.html")
    assert taken.format.name == "un-treaty-collection"
    assert {r.table for r in taken.records} == {"ratification"}
    assert taken.rows == wanted("treaty_collection/expected_palermo.csv")
    assert taken.refusals == [
        Refusal(
            "row 12",
            "Participant",
            "European Union",
            "unknown_area",
            "No table of ours knows this area.",
        )
    ]


def test_dates_and_actions_are_those_of_the_curated_table(read_raw):
    known = curated("untc")
    columns = ("status", "date", "action", "page")
    rows = read_raw("treaty_collection/palermo.html").rows
    found = [row for row in rows if row["status"] == "ratified"]
    assert len(found) == 7
    for row in found:
        theirs = known[row["area"], row["instrument"]]
        assert [row[c] for c in columns] == [theirs[c] for c in columns]


def test_the_table_saved_as_csv_gives_the_same_rows(read_raw):
    taken = read_raw("treaty_collection/palermo.csv", vintage="2015-03", instrument="PALERMO")
    page = wanted("treaty_collection/expected_palermo.csv")
    page = [row | {"as_of": "2015-03"} for row in page]
    assert taken.format.name == "un-treaty-collection"
    assert without_place(taken.rows) == without_place(page)


def test_a_csv_does_not_say_which_treaty_it_is(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("treaty_collection/palermo.csv", vintage="2015-03")
    assert str(refused.value) == (
        "palermo.csv: it does not say which treaty it is about. Name it with --instrument, one of "
        "CEDAW, CRC, ICCPR, ICMW, OPAC, OPSC, PALERMO, SLAVERY_1926, SLAVERY_1926_AMENDED, "
        "SLAVERY_1953, SLAVERY_1956."
    )


def test_broken_participants_are_refused_one_by_one(read_raw):
    taken = read_raw("treaty_collection/broken_records.html")
    reason = "A cell holds a date and a letter at most."
    assert taken.records == []
    assert taken.refusals == [
        Refusal(
            "row 2", "Participant", "Ruritania", "unknown_area", "No table of ours knows this area."
        ),
        Refusal("row 3", "Ratification", "30.5.2000", "date_form", reason),
        Refusal(
            "row 4", "Ratification", "9 Mar 2004 z", "unknown_code", "No such letter behind a date."
        ),
        Refusal(
            "row 5", "Participant", "Namibia", "no_date", "The line holds no date of any action."
        ),
    ]


@pytest.mark.parametrize("name", ["c138", "ghana"])
def test_a_page_of_normlex_gives_the_expected_rows(read_raw, name):
    taken = read_raw(f"normlex/{name}.html")
    assert taken.format.name == "normlex"
    assert taken.rows == wanted(f"normlex/expected_{name}.csv")


def test_a_convention_that_we_do_not_hold_is_out_of_scope(read_raw):
    (refusal,) = read_raw("normlex/ghana.html").refusals
    assert (refusal.place, refusal.rule) == ("table 2, row 4", "out_of_scope")


def test_not_yet_in_force_and_not_ratified_stay_apart(read_raw):
    rows = {row["area"]: row for row in read_raw("normlex/c138.html").rows}
    assert rows["AUS"]["status"] == "ratified"
    assert rows["AUS"]["note"] == "in_force_on:2024-06-13 | declared_age:15"
    assert (rows["NZL"]["status"], rows["NZL"]["date"]) == ("not_ratified", "")


@pytest.mark.parametrize(
    ("name", "options"), [("c138.html", {}), ("ghana.html", {}), ("p029.csv", {"code": "P029"})]
)
def test_dates_are_those_of_the_curated_normlex_table(read_raw, name, options):
    known = curated("normlex")
    named = {"instrument": options["code"]} if options else {}
    rows = read_raw(f"normlex/{name}", **named).rows
    dated = [
        (row["date"], known[row["area"], row["instrument"]]["date"])
        for row in rows
        if len(known.get((row["area"], row["instrument"]), {"date": ""})["date"]) == 10
    ]
    assert len(dated) >= 4
    assert all(mine == theirs for mine, theirs in dated)


def test_a_csv_of_normlex_gives_the_expected_rows(read_raw):
    taken = read_raw("normlex/p029.csv", instrument="P029")
    assert taken.rows == wanted("normlex/expected_p029.csv")
    with pytest.raises(FileRefused) as refused:
        read_raw("normlex/p029.csv")
    assert str(refused.value) == (
        "p029.csv: it does not say which convention it is about. "
        "Name it with --instrument, one of C029, P029, C105, C138, C182, C081, C129."
    )


def test_broken_ratifications_are_refused_one_by_one(read_raw):
    taken = read_raw("normlex/broken_records.html")
    assert taken.records == []
    assert [(r.place, r.column, r.value, r.rule) for r in taken.refusals] == [
        ("table 2, row 2", "Country", "Ruritania", "unknown_area"),
        ("table 2, row 3", "Date", "05/02/2001", "date_form"),
        ("table 2, row 4", "Date", "", "no_date"),
        ("table 2, row 5", "Status", "Pending", "unknown_code"),
    ]


def test_an_expired_session_is_not_a_table(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("normlex/broken_error_page.html")
    assert str(refused.value) == (
        "broken_error_page.html: the page has no table of ratifications. "
        "Save the whole page again, with its list of ratifications opened."
    )


def short(taken):
    columns = ("area", "status", "date", "action", "note")
    return [tuple(row[c] for c in columns) for row in taken.rows]


def test_a_denunciation_has_its_own_date_and_the_day_of_ratification_in_its_note(read_raw):
    taken = read_raw("normlex/c105_denounced.csv", instrument="C105", vintage="2026-11")
    assert taken.refusals == []
    assert short(taken) == [
        ("SGP", "denounced", "1979-04-19", "denunciation", "ratified_on:1965-10-25"),
        ("MYS", "denounced", "1990-01-10", "denunciation", "ratified_on:1958-10-13"),
        ("THA", "ratified", "1969-12-02", "ratification", ""),
    ]
    assert {row["as_of"] for row in taken.rows} == {"2026-11"}


def test_the_status_decides_and_a_note_only_refines_not_in_force(read_raw):
    taken = read_raw("normlex/c081_again.csv", instrument="C081")
    told = "The Convention had been ratified in 1957 and denounced in 1971"
    assert short(taken) == [
        ("BRA", "ratified", "1989-10-11", "ratification", f"publisher_note:{told}"),
        ("BWA", "ratified", "2022-12-22", "ratification", "in_force_on:2023-12-22"),
    ]
    (refusal,) = taken.refusals
    assert (refusal.place, refusal.column, refusal.rule) == ("line 4", "Note", "unknown_code")


def test_either_of_two_columns_makes_a_party(read_raw):
    taken = read_raw(
        "treaty_collection/two_ways.csv", instrument="SLAVERY_1926_AMENDED", vintage="2026-11"
    )
    assert taken.refusals == []
    assert short(taken) == [
        ("BTN", "ratified", "1957-07-02", "accession", ""),
        ("NPL", "ratified", "1963-11-20", "succession", ""),
        ("IND", "ratified", "1988-10-25", "participation", ""),
        ("MDV", "ratified", "1954-08-16", "definitive_signature", ""),
    ]


@pytest.mark.parametrize(
    ("name", "options"),
    [("csv", {"instrument": "ICMW", "vintage": "2026-11"}), ("html", {})],
)
def test_a_title_that_begins_with_signature_never_makes_a_party(read_raw, name, options):
    taken = read_raw(f"treaty_collection/succession_to_signature.{name}", **options)
    assert taken.refusals == []
    assert short(taken) == [
        ("BTN", "signed", "2011-03-01", "signature", ""),
        ("NPL", "ratified", "2012-05-04", "ratification", "signed:2011-03-02"),
        ("MDV", "signed", "2006-06-05", "signature", "by_succession"),
        ("LKA", "ratified", "2013-07-06", "accession", ""),
    ]
    assert {row["instrument"] for row in taken.rows} == {"ICMW"}


def test_tables_inside_cells_and_scripts_do_not_mix():
    (outer, inner) = html_tables(
        "<table id=a><tr><td>one<script>'<table>'</script><table id=b><tr><td>two<sup>3</sup>"
        "</td></tr></table></td><td>four</td></tr></table>"
    )
    assert (outer.identity, inner.identity) == ("a", "b")
    assert inner.rows == [["two"]]
    assert outer.rows[0][0] == "one"


LEAVING = """\
Participant,Signature,Provisional application(n),Formal confirmation(c) or ratification,Denunciation
Bhutan,1 Mar 2011,,4 May 2012 c,
Nepal,2 Mar 2011,3 Apr 2012,,
Maldives,,5 Jun 2013,,
Sri Lanka,1 Mar 2011,,6 Jul 2013,8 Aug 2020
Thailand,,,7 Aug 2014 n,
India,31 Feb 2011,,,
"""


def test_confirmation_provisional_application_and_withdrawal_have_dates_and_words(read_text):
    taken = read_text(LEAVING, instrument="ICMW", vintage="2026-11")
    assert short(taken) == [
        ("BTN", "ratified", "2012-05-04", "formal_confirmation", "signed:2011-03-01"),
        ("NPL", "signed", "2012-04-03", "provisional_application", "signed:2011-03-02"),
        ("MDV", "not_ratified", "2013-06-05", "provisional_application", ""),
        ("LKA", "denounced", "2020-08-08", "denunciation",
         "ratified_on:2013-07-06 | signed:2011-03-01"),
        ("THA", "not_ratified", "2014-08-07", "provisional_application", ""),
    ]  # fmt: skip
    (refusal,) = taken.refusals
    assert refusal[1:4] == ("Signature", "31 Feb 2011", "date_form")
