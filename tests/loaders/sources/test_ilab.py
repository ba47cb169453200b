"""The US Department of Labor's XML: findings and goods give the curated rows."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from loaders.facts.tables import TABLES
from loaders.reading.contract import FileRefused, Refusal

RAW = Path(__file__).resolve().parents[2] / "raw"
FINDINGS = "ilab_findings/countries_2022.xml"
GOODS = "ilab_goods/list_2022.xml"


def wanted(name):
    with (RAW / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    return rows


def of_table(taken, table):
    return [
        {"place": r.place} | {k: str(v) for k, v in r.cells.items()}
        for r in taken.records
        if r.table == table
    ]


def curated(name):
    packed = TABLES / f"{name}.csv.gz"
    opened = (
        gzip.open(packed, "rt", encoding="utf-8", newline="")
        if packed.exists()
        else (TABLES / f"{name}.csv").open(encoding="utf-8", newline="")
    )
    with opened as lines:
        return {frozenset(row.items()) for row in csv.DictReader(lines)}


@pytest.mark.parametrize("table", ["legal_fact", "observation"])
def test_findings_give_the_expected_rows(read_raw, table):
    taken = read_raw(FINDINGS)
    assert taken.format.name == "ilab-findings"
    rows = of_table(taken, table)
    by_key = sorted(rows, key=lambda r: sorted(r.items()))
    assert by_key == sorted(
        wanted(f"ilab_findings/expected_countries_2022_{table}.csv"),
        key=lambda r: sorted(r.items()),
    )


@pytest.mark.parametrize(
    ("table", "name"),
    [("legal_fact", "legal_facts/ilab_legal_facts"), ("observation", "observations/ilab_findings")],
)
def test_findings_stand_in_the_curated_tables(read_raw, table, name):
    known = curated(name)
    for record in read_raw(FINDINGS).records:
        if record.table == table:
            assert frozenset((k, str(v)) for k, v in record.cells.items()) in known


def test_a_country_of_several_territories_is_refused_cell_by_cell(read_raw):
    rules = Counter(r.rule for r in read_raw(FINDINGS).refusals)
    assert set(rules) == {"garbage_value", "blank_several_territories"}
    assert rules["garbage_value"] == 1


def test_a_report_that_names_no_year_asks_for_it(read_raw):
    with pytest.raises(FileRefused) as refused:
        read_raw("ilab_findings/broken_records.xml")
    assert str(refused.value) == (
        "broken_records.xml: no description says which year the report covers. "
        "Name the report year with --vintage, for example --vintage 2022."
    )


def test_the_year_of_a_report_is_the_one_that_its_sentences_open_with(read_text):
    country = (
        "<Country><Name>Jordan</Name><Multiple_Territories>No</Multiple_Territories>"
        "<Advancement_Level>Minimal Advancement– Efforts Made but Continued Law that Delayed "
        "Advancement</Advancement_Level><Description>{}</Description></Country>"
    )
    told = ("In  2015, Jordan made", "For the 2015 reporting period, no assessment", "In 2014, it")
    text = f"<Countries>{''.join(country.format(one) for one in told)}</Countries>"
    rows = read_text(text, "countries.xml").rows
    assert {row["year"] for row in rows} == {"2015"}
    assert {row["value"] for row in rows} == {"minimal_advancement_delayed"}


def test_broken_findings_are_refused_one_by_one(read_raw):
    taken = read_raw("ilab_findings/broken_records.xml", vintage="2022")
    assert taken.refusals == [
        Refusal(
            "country 1 (Ruritania)",
            "Name",
            "Ruritania",
            "unknown_area",
            "'Ruritania' is not in data/tables/aliases/ilab.csv",
        ),
        Refusal(
            "country 2 (Albania)",
            "Enforcements.Criminal_Penalties_for_WFCL",
            "14",
            "garbage_value",
            "A yes-or-no cell holds something else.",
        ),
        Refusal(
            "country 2 (Albania)",
            "Enforcements.Labor_Inspectors",
            "about 40",
            "garbage_value",
            "The cell holds no number and no word for its absence.",
        ),
    ]


def test_goods_give_the_expected_rows(read_raw):
    taken = read_raw(GOODS, vintage="2022")
    assert taken.format.name == "ilab-goods"
    assert of_table(taken, "listed_good") == wanted("ilab_goods/expected_list_2022.csv")
    assert taken.refusals == []


def test_goods_stand_in_the_curated_table(read_raw):
    known = curated("listed_goods/ilab_listed_goods")
    records = read_raw(GOODS, vintage="2022").records
    assert records
    for record in records:
        assert frozenset(record.cells.items()) in known


def test_an_edition_must_be_named(read_raw):
    with pytest.raises(FileRefused, match="--vintage"):
        read_raw(GOODS)
    with pytest.raises(FileRefused) as refused:
        read_raw(GOODS, vintage="tenth")
    assert str(refused.value) == (
        "list_2022.xml: 'tenth' is not the year of an edition. "
        "Name the year of the list with --vintage, for example --vintage 2022."
    )


def test_broken_goods_are_refused_one_by_one(read_raw):
    taken = read_raw("ilab_goods/broken_records.xml", vintage="2022")
    assert taken.records == []
    assert taken.refusals == [
        Refusal(
            "good 1 (Alcoholic Beverages), Ruritania",
            "country",
            "2022 | Ruritania | Alcoholic Beverages",
            "unknown_area",
            "'Ruritania' is not in data/tables/aliases/ilab.csv",
        ),
        Refusal(
            "good 1 (Alcoholic Beverages), Cambodia",
            "Child_Labor",
            "Maybe",
            "garbage_value",
            "The mark is neither Yes nor No.",
        ),
        Refusal("good 2 (), Cambodia", "Good_Name", "", "name_missing", "The good has no name."),
    ]
