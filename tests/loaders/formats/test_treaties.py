"""The UN Treaty Collection and NORMLEX: saved pages and CSV give rows of ratifications."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.curate.kit import TABLES
from loaders.formats.contract import FileRefused, Refusal
from loaders.formats.html_tables import html_tables

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
    known = curated("untc_2015")
    columns = ("status", "date", "action", "source", "page")
    rows = read_raw("treaty_collection/palermo.html").rows
    found = [row for row in rows if (row["area"], row["instrument"]) in known]
    assert len(found) >= 10
    for row in found:
        theirs = known[row["area"], row["instrument"]]
        assert [row[c] for c in columns] == [theirs[c] for c in columns]


def test_the_table_saved_as_csv_gives_the_same_rows(read_raw):
    taken = read_raw("treaty_collection/palermo.csv", vintage="2015-03", instrument="PALERMO")
    page = wanted("treaty_collection/expected_palermo.csv")
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
    assert rows["AUS"]["note"].startswith("Ratified, not yet in force.")
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


def test_tables_inside_cells_and_scripts_do_not_mix():
    (outer, inner) = html_tables(
        "<table id=a><tr><td>one<script>'<table>'</script><table id=b><tr><td>two<sup>3</sup>"
        "</td></tr></table></td><td>four</td></tr></table>"
    )
    assert (outer.identity, inner.identity) == ("a", "b")
    assert inner.rows == [["two"]]
    assert outer.rows[0][0] == "one"
