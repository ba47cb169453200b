"""Curations of treaties, law and one government's views, on a small true sample of their files."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from loaders.facts.tables import TABLES
from loaders.jobs.curate import curate
from loaders.sources.registry import CURATIONS

MATERIAL = Path(__file__).resolve().parents[2] / "raw" / "law_and_views" / "data"
FOLDERS = ("ilab", "state_department", "treaties", "walk_free", "world_policy")
MINE = [name for name in CURATIONS if name.split(".")[0] in FOLDERS]
LINE_BY_LINE = (
    "framework_values/ilab_statistics",
    "framework_values/ilab_statistics_2024",
    "framework_values/ilab_territories",
    "framework_values/walkfree_response",
    "framework_values/world_policy_hours",
    "legal_facts/ilab_assessments",
    "legal_facts/ilab_legal_facts",
    "legal_facts/ilab_legal_facts_2015_2021",
    "legal_facts/tip_tiers",
    "legal_facts/walkfree_flags",
    "legal_facts/world_policy_2015",
    "legal_facts/world_policy_2016",
    "listed_goods/ilab_listed_goods",
    "listed_goods/ilab_listed_goods_2024",
    "observations/ilab_findings",
    "observations/ilab_findings_2015_2021",
    "observations/walkfree_2016",
    "observations/walkfree_2018",
    "observations/walkfree_2023",
)
"""Tables of which each row rests on one line of its file alone."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tables = tmp_path_factory.mktemp("tables")
    for name in MINE:
        curate(name, MATERIAL, tables)
    return tables


def rows(table: str, tables: Path) -> list[dict[str, str]]:
    packed = tables / f"{table}.csv.gz"
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    with (tables / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_each_folder_has_its_curation() -> None:
    assert sorted({name.split(".")[0] for name in MINE}) == sorted(FOLDERS)


@pytest.mark.parametrize("table", LINE_BY_LINE)
def test_a_sample_gives_rows_of_the_table(made: Path, table: str) -> None:
    held = {tuple(row.items()) for row in rows(table, TABLES)}
    found = {tuple(row.items()) for row in rows(table, made)}
    assert found and found <= held


def test_every_table_has_a_ledger_line_that_adds_up(made: Path) -> None:
    tables = {path.name.partition(".")[0] for path in made.glob("[!lr]*/*.csv*")}
    tables |= {path.name.partition(".")[0] for path in made.glob("l[!e]*/*.csv*")}
    ledgers = {path.stem for path in (made / "ledger").iterdir()}
    assert tables - {"ilo_universal"} <= ledgers
    for name in ledgers:
        (line,) = rows(f"ledger/{name}", made)
        rejects = len(rows(f"rejected/{name}", made))
        assert int(line["records_in"]) == int(line["loaded"]) + rejects > 0


def facts(table: str, made: Path, **wanted: str) -> dict[str, tuple[str, str]]:
    return {
        row["year"]: (row["value"], row["note"])
        for row in rows(f"legal_facts/{table}", made)
        if wanted.items() <= row.items()
    }


def test_assessments_of_single_pages_say_who_quotes_them(made: Path) -> None:
    def of(area: str) -> dict[str, tuple[str, str]]:
        return facts("ilab_assessments", made, area=area)

    assert of("MAR") == dict.fromkeys(
        ("2023", "2024"), ("moderate_advancement", "with_western_sahara")
    )
    assert of("ARG")["2023"] == ("significant_advancement", "quoted_by:technicalgibberish.com")
    assert of("UGA")["2024"] == ("minimal_advancement_delayed", "")


def test_tiers_keep_their_conflicts_and_who_quotes_them(made: Path) -> None:
    assert facts("tip_tiers", made, area="COG")["2023"] == (
        "tier_2_watch_list",
        "quoted_by:CIA World Factbook | other_tier_2 | tier_downgraded",
    )
    assert facts("tip_tiers", made, area="GNB")["2024"] == (
        "tier_3",
        "quoted_by:CIA World Factbook | other_tier_2_watch_list",
    )
    assert facts("tip_tiers", made, area="SUR")["2024"] == (
        "tier_1",
        "quoted_by:knowyourcountry.com | tier_undated",
    )
    assert set(facts("tip_tiers", made, area="NPL")) == {"2020", "2023", "2024", "2025"}
    (reject,) = rows("rejected/tip_tiers", made)
    assert (reject["value"], reject["rule"]) == ("Tier 2", "superseded")


def test_goods_of_2024_are_those_of_pages_that_show_some(made: Path) -> None:
    goods = {(r["area"], r["good"]): r for r in rows("listed_goods/ilab_listed_goods_2024", made)}
    assert {area for area, _ in goods} == {"GHA", "NPL"}
    chocolate, cocoa = goods["GHA", "CHOCOLATE"], goods["GHA", "COCOA"]
    assert (chocolate["child_labour"], chocolate["sector"]) == ("no", "")
    assert chocolate["note"] == "Listed for an input made with child or forced labour."
    assert (cocoa["child_labour"], cocoa["sector"]) == ("yes", "AGRICULTURE")
    (reject,) = rows("rejected/ilab_listed_goods_2024", made)
    assert (reject["value"], reject["rule"]) == ("Fiji", "no_good_shown")


def test_suggestions_of_all_reports_become_one_row_a_topic(made: Path) -> None:
    found = rows("suggested_actions/ilab_suggestions", made)
    years = {year for row in found if row["area"] == "NPL" for year in row["years"].split(";")}
    assert years == {"2014", "2015", "2021", "2022"}
    assert {r["rule"] for r in rows("rejected/ilab_suggestions", made)} == {"no_sentence"}


def test_the_list_wins_over_older_statements_and_later_ones_over_the_list(made: Path) -> None:
    def of(dataset: str, area: str, instrument: str) -> tuple[str, ...]:
        wanted = {"area": area, "instrument": instrument}
        (row,) = (r for r in rows(f"ratifications/{dataset}", made) if wanted.items() <= r.items())
        return row["status"], row["date"], row["note"]

    left = ("denounced", "1990-01-10", "ratified_on:1958-10-13")
    assert of("normlex", "MYS", "C105") == left
    assert of("normlex", "AND", "C105") == ("not_ratified", "", "not_a_member")
    assert of("treaty_updates", "AUS", "C138")[:2] == ("ratified", "2023-06-13")
    assert of("normlex_secondary", "BRA", "P029")[:2] == ("ratified", "2025-07")
    assert of("untc", "USA", "CRC")[:2] == ("signed", "1995-02-16")
    assert of("untc_2015", "NPL", "SLAVERY_1956")[:2] == ("ratified", "1963-01-07")


def said(table: str, made: Path, **wanted: str) -> list[tuple[str, ...]]:
    """Value, unit and note of the monitoring values wanted."""
    return [
        (row["value"], row["unit"], row["note"])
        for row in rows(f"framework_values/{table}", made)
        if wanted.items() <= row.items()
    ]


def test_a_question_of_walk_free_answers_each_indicator_that_it_speaks_of(made: Path) -> None:
    law = "commitment.forced_labour.law"
    assert said("walkfree_response", made, area="NPL", indicator=f"{law}.punishment") == [
        ("no", "", "walk_free_asked:M2134")
    ]
    plan = {"yes", "no"}
    for topic in ("forced_labour", "trafficking"):
        indicator = f"commitment.{topic}.policy.national_plan"
        found = said("walkfree_response", made, area="NGA", indicator=indicator)
        assert [note for _, _, note in found] == ["walk_free_asked:M3115", "walk_free_asked:M3116"]
        assert {value for value, _, _ in found} == plan
    assert {row["area"] for row in rows("framework_values/walkfree_response", made)} == {
        *("ALB", "CIV", "MEX", "NGA", "NPL", "XKX"),
    }


def test_who_cannot_ratify_a_treaty_has_no_answer_to_it(made: Path) -> None:
    treaty = "commitment.trafficking.law.additional_conventions"
    assert said("walkfree_response", made, area="XKX", indicator=treaty) == []
    assert said("walkfree_response", made, area="ALB", indicator=treaty)[0][0] == "yes"
    (reject,) = rows("rejected/walkfree_response", made)
    assert (reject["column"], reject["value"]) == ("M2162", "Kosovo")


def test_territories_that_answer_alike_share_a_value_and_are_named(made: Path) -> None:
    age = "commitment.child_labour.law.minimum_age"
    assert said("ilab_territories", made, area="PAK", year="2021", indicator=age) == [
        ("15", "YEARS", "territory:Balochistan, Federal"),
        ("14", "YEARS", "territory:Khyber Pakhtunkhwa, Punjab, Sindh"),
    ]
    # The report of 2015 writes "Federation of Bosnia and Herzegovina (FBiH)" and the like.
    assert said("ilab_territories", made, area="BIH", indicator=age) == [
        (
            "15",
            "YEARS",
            "territory:Federation of Bosnia and Herzegovina, Republika Srpska, Brčko District",
        )
    ]
    assert {r["rule"] for r in rows("rejected/ilab_territories", made)} == {"no_answer"}


def test_hours_of_work_are_ages_and_no_age_is_said_in_words(made: Path) -> None:
    found = rows("framework_values/world_policy_hours", made)
    assert {row["note"] for row in found} == {"six_hours_from", "night_rest_until"}
    assert {row["unit"] for row in found} <= {"YEARS", ""}
    assert all(row["value"].isdigit() or row["value"] == "no_age_set" for row in found)
    assert "0" not in {row["value"] for row in found}


def test_children_at_work_are_of_the_latest_report_and_of_no_stated_year(made: Path) -> None:
    found = rows("framework_values/ilab_statistics", made)
    # Nepal's page of 2024 is newer than the reports.
    assert {row["area"] for row in found} == {"BRA", "GHA"}
    assert {row["source_title"][:4] for row in found} == {"2022"}
    assert {row["year"] for row in found} == {""}
    number = "prevalence.child_labour.sna_5_17"
    assert said("ilab_statistics_2024", made, area="NPL", indicator=number, part="number") == [
        ("1093497", "PERSONS", "children_at_work:5-14")
    ]
    shares = {
        row["sex"]: row["value"]
        for row in rows("framework_values/ilab_statistics_2024", made)
        if row["area"] == "TUN" and row["part"] == "proportion"
    }
    assert shares == {"": "3.5", "F": "2.5", "M": "4.5"}


def test_a_fraction_is_a_percentage_and_parts_of_a_total_are_no_rates(made: Path) -> None:
    farming = "beside.agriculture.children_in_agriculture"
    # The file has 0.792.
    assert said("ilab_statistics", made, area="GHA", indicator=farming) == [
        ("79.2", "PERCENT", "children_at_work:5-14")
    ]
    rejected = rows("rejected/ilab_statistics_2024", made)
    assert [r["value"] for r in rejected if r["rule"] == "part_of_total"] == ["5.3", "4.5"]
