"""The curations of the UN's publishers, run on true lines of their files (tests/raw/material)."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from loaders.facts.tables import TABLES
from loaders.jobs.curate import write
from loaders.reading.contract import Record, Refusal
from loaders.sources.registry import CURATIONS
from loaders.sources.shared.curation import Dataset

MATERIAL = Path(__file__).resolve().parents[2] / "raw" / "material"
MODULES = tuple(name for name in CURATIONS if name.split(".")[0] in {"ilo", "unicef", "unsd"})

Made = dict[str, tuple[Dataset, list[Record | Refusal]]]


@pytest.fixture(scope="module")
def made() -> Made:
    """Each dataset by name, with what its curation gives of the sample."""
    found: Made = {}
    for module in MODULES:
        for dataset in import_module(f"loaders.sources.{module}").datasets(MATERIAL):
            found[dataset.name] = dataset, list(dataset.records)
    return found


def lines(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a table of ours, packed or not."""
    packed = path.with_name(f"{path.name}.gz")
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8", newline="") as text:
            yield from csv.DictReader(text)
    else:
        with path.open(encoding="utf-8", newline="") as text:
            yield from csv.DictReader(text)


def rows(made: Made, name: str) -> list[dict[str, str]]:
    """The rows of a dataset as its table would hold them."""
    dataset, records = made[name]
    return [
        {c: item.cells.get(c, "") for c in dataset.columns}
        for item in records
        if isinstance(item, Record)
    ]


def rules(made: Made, name: str) -> Counter[str]:
    """How many records of a dataset were set aside, by rule."""
    return Counter(item.rule for item in made[name][1] if isinstance(item, Refusal))


def test_every_dataset_of_theirs_is_made(made: Made) -> None:
    assert len(made) == 33
    assert all(records for _, records in made.values())


def test_true_lines_give_the_rows_and_rejects_of_our_tables(made: Made) -> None:
    for name, (dataset, records) in made.items():
        table = {tuple(row.values()) for row in lines(TABLES / f"{dataset.table}.csv")}
        rejects = {(r["rule"], r["value"]) for r in lines(TABLES / "rejected" / f"{name}.csv")}
        strange = [row for row in rows(made, name) if tuple(row.values()) not in table]
        assert strange == [], name
        refused = [item for item in records if isinstance(item, Refusal)]
        assert [r for r in refused if (r.rule, r.value) not in rejects] == [], name


def test_each_reason_to_set_a_line_aside_is_met(made: Made) -> None:
    assert rules(made, "unsd_child_labour") == {"redated_duplicate": 15, "relabelled_age": 3,
                                                "superseded_revision": 3}  # fmt: skip
    assert rules(made, "unsd_si_cov_pensn") == {"out_of_range": 1, "unknown_area": 1}
    assert rules(made, "unsd_sl_isv_ifem") == {"unknown_code": 1}
    assert rules(made, "ilostat_children") == {"unsupported_sex": 1}
    assert rules(made, "ilo_forced_labour") == {"weak_evidence": 5}
    assert set(rules(made, "global_child_labour")) == {
        "held_by_original", "year_not_stated", "group_not_stated",
    }  # fmt: skip
    assert rules(made, "ilo_unicef_report_2025") == {"held_by_original": 4, "group_not_stated": 2}
    assert set(rules(made, "unicef_child_labour_chores_2020")) == {
        "repeated_in_later_vintage", "superseded_revision",
    }  # fmt: skip
    assert rules(made, "survey_names") == {"figure_not_held": 3}


def test_regions_of_the_ilo_and_of_the_sdgs_stay_apart(made: Made) -> None:
    areas = {(row["indicator"], row["area"]) for row in rows(made, "ilo_unicef_report_2025")}
    assert ("GE_CHILD_LABOUR_SHARE_SECTOR", "SDG_747") in areas
    assert ("GE_HAZARDOUS_NO_SCHOOL", "ILO_ASIA_PACIFIC") in areas


def test_what_a_curation_gives_is_written_with_its_ledger(made: Made, tmp_path: Path) -> None:
    dataset, records = made["unsd_si_cov_pensn"]
    write(Dataset(dataset.name, dataset.file, dataset.table, records), tmp_path)
    (ledger,) = lines(tmp_path / "ledger" / "unsd_si_cov_pensn.csv")
    assert int(ledger["records_in"]) == len(records)
    assert int(ledger["rejected"]) == 2


def test_the_survey_is_noted_where_the_release_before_prints_the_same_figure(made: Made) -> None:
    notes = {(r["area"], r["year"]): r["note"] for r in rows(made, "unsd_sg_reg_brth")}
    assert notes["AFG", "2015"] == "DHS 2015"
    assert "" in notes.values()
