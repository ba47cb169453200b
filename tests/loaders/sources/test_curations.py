"""The curations of context, national offices, UNODC and geography, run on true lines of files."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

import pytest

from loaders.facts.catalogue import CATALOGUE
from loaders.facts.tables import TABLES
from loaders.reading.contract import Record, Refusal
from loaders.sources.national import child_labour
from loaders.sources.registry import CURATIONS
from loaders.sources.shared.curation import Asset, Dataset
from tests.loaders.sources.conftest import RAW
from tests.loaders.sources.test_un_curations import MATERIAL, lines

FOLDERS = {
    "unodc", "world_bank", "uis", "undp", "gapminder", "population", "national", "geography",
}  # fmt: skip
WHOLE = ("geography.areas", "geography.shapes", "national.plans", "national.child_labour")
"""Curations that read more than lines: each has a test of its own below."""


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """The samples, with UNODC's workbook under the name that the curation looks for."""
    folder = tmp_path / "material"
    shutil.copytree(MATERIAL, folder)
    shutil.copy(
        RAW / "glotip" / "layout_2025.xlsx", folder / "unodc" / "data_glotip_2025-10-28.xlsx"
    )
    return folder


def _rows(dataset: Dataset, records: Iterable[Record | Refusal]) -> list[dict[str, str]]:
    return [
        {column: item.cells.get(column, "") for column in dataset.columns}
        for item in records
        if isinstance(item, Record)
    ]


def _hold(dataset: Dataset) -> Counter[str]:
    """The rules by which records were set aside, once all of them are found in our tables."""
    records = list(dataset.records)
    table = {tuple(row.values()) for row in lines(TABLES / f"{dataset.table}.csv")}
    rows = _rows(dataset, records)
    assert rows
    assert [row for row in rows if tuple(row.values()) not in table] == []
    refused = [item for item in records if isinstance(item, Refusal)]
    if dataset.ledger:
        known = {
            (r["rule"], r["value"]) for r in lines(TABLES / "rejected" / f"{dataset.name}.csv")
        }
        assert [r for r in refused if (r.rule, r.value) not in known] == []
    return Counter(item.rule for item in refused)


@pytest.mark.parametrize(
    ("module", "rules"),
    [
        (
            "unodc.curation",
            [{"out_of_scope": 1, "contradicts_total": 1, "garbage_value": 1, "duplicate_key": 1}],
        ),
        ("world_bank.curation", [{}, {}]),
        ("uis.curation", [{"out_of_scope": 14}]),
        ("undp.curation", [{"out_of_scope": 1}, {"out_of_scope": 1}]),
        ("gapminder.curation", [{"out_of_scope": 29, "unknown_area": 10}]),
        ("population.curation", [{"out_of_scope": 6, "unknown_area": 6}]),
    ],
)  # fmt: skip
def test_true_lines_give_the_rows_and_rejects_of_our_tables(
    material: Path, module: str, rules: list[dict[str, int]]
) -> None:
    made = list(import_module(f"loaders.sources.{module}").datasets(material))
    assert [dict(_hold(dataset)) for dataset in made] == rules


def test_every_curation_is_run_by_a_test() -> None:
    tested = {"unodc.curation", "world_bank.curation", "uis.curation", "undp.curation",
              "gapminder.curation", "population.curation", *WHOLE}  # fmt: skip
    assert {name for name in CURATIONS if name.split(".")[0] in FOLDERS} == tested


def test_parts_above_a_whole_and_totals_outside_their_sexes_are_noted(material: Path) -> None:
    work, by_sex = import_module("loaders.sources.world_bank.curation").datasets(material)
    notes = {row["note"] for row in _rows(work, work.records)}
    assert "In the source the parts sum to 105.92 percent" in notes
    assert {row["sex"] for row in _rows(by_sex, by_sex.records)} == {"T", "F", "M"}


def test_a_column_of_an_unknown_series_is_told(material: Path) -> None:
    path = material / "worldbank" / "wdi_children_in_employment_7_14_sex_2021vintage.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("work only,", "play only,"))
    _, by_sex = import_module("loaders.sources.world_bank.curation").datasets(material)
    with pytest.raises(ValueError, match="play only"):
        list(by_sex.records)


def test_the_reports_of_the_hdi_stand_apart(material: Path) -> None:
    old, new = import_module("loaders.sources.undp.curation").datasets(material)
    years = {
        (row["source"], row["vintage"], row["area"], row["year"], row["value"])
        for row in _rows(new, new.records)
    }
    assert {key[:2] for key in years} == {("UNDP_HDR_2025", "HDR 2025")}
    assert {key[2:4] for key in years} == {
        ("NPL", "2022"), ("NPL", "2023"), ("CIV", "2022"), ("CIV", "2023"), ("CAF", "2023"),
    }  # fmt: skip
    assert {row["source"] for row in _rows(old, old.records)} == {"UNDP_HDR_2024"}


KEPT_RUNS = ("BRA-PNADC-CL", "BRA-PNADC-CL-N", "MEX-BROAD", "PAK-LFS-2015-EMP")


@pytest.fixture
def few_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Dataset]]:
    """The catalogue with a few runs only; runs the curation of national figures on it."""
    text = (CATALOGUE / "national_runs.toml").read_text(encoding="utf-8")
    head, *sections = re.split(r"(?m)^(?=\[)", text)
    kept = [s for s in sections if not s.startswith("[runs.") or _code(s) in KEPT_RUNS]
    (tmp_path / "national_runs.toml").write_text(head + "".join(kept), encoding="utf-8")
    monkeypatch.setattr(child_labour, "CATALOGUE", tmp_path)
    return lambda: list(child_labour.datasets(MATERIAL))


def _code(section: str) -> str:
    return section.partition("]")[0].removeprefix("[runs.").strip('"')


def test_national_figures_and_their_runs(few_runs: Callable[[], list[Dataset]]) -> None:
    figures, series = few_runs()
    assert _hold(figures) == {}
    assert _hold(series) == {}
    assert [item.cells["code"] for item in series.records if isinstance(item, Record)] == list(
        KEPT_RUNS
    )


def test_a_grade_that_the_material_does_not_share_is_told(
    few_runs: Callable[[], list[Dataset]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_labour, "FORBIDS", frozenset({*child_labour.OFFICE_COMPARES}))
    with pytest.raises(ValueError, match="graded otherwise"):
        few_runs()


def test_plans_are_found_in_the_facts_and_missed_where_they_are_gone() -> None:
    made = list(import_module("loaders.sources.national.plans").datasets(MATERIAL))
    for dataset in made:
        records = list(dataset.records)
        table = {tuple(row.values()) for row in lines(TABLES / f"{dataset.table}.csv")}
        rows = _rows(dataset, records)
        assert rows
        assert {tuple(row.values()) for row in rows} <= table
        assert len(records) == len(table)
        assert {item.rule for item in records if isinstance(item, Refusal)} <= {"fact_gone"}
    assert [len(_rows(d, d.records)) for d in made[2:]] == [0, 0]


def test_areas_come_out_as_in_our_table(tmp_path: Path) -> None:
    known = list(lines(TABLES / "areas" / "areas.csv"))
    path = tmp_path / "unsdg" / "ddf--entities--geo_area.csv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(("geo_area", "name"))
        writer.writerows((str(int(row["m49"])), row["name"]) for row in known if row["m49"])
    (dataset,) = import_module("loaders.sources.geography.areas").datasets(tmp_path)
    records = list(dataset.records)
    assert sorted(_rows(dataset, records), key=lambda row: row["code"]) == known
    path.write_text("geo_area,name\n", encoding="utf-8")
    with pytest.raises(KeyError):
        next(import_module("loaders.sources.geography.areas").datasets(tmp_path))


def test_shapes_that_are_reduced_already_stay_as_they_are(tmp_path: Path) -> None:
    folder = TABLES.parent / "geo"
    (tmp_path / "geo").mkdir()
    shutil.copy(folder / "world_50m.json", tmp_path / "geo" / "world_50m.json")
    (tmp_path / "unsdg").mkdir()
    names = tmp_path / "unsdg" / "ddf--entities--geo_area.csv"
    numbers = (
        (str(int(r["m49"])), r["name"]) for r in lines(TABLES / "areas" / "areas.csv") if r["m49"]
    )
    with names.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([("geo_area", "name"), *numbers])
    made = list(import_module("loaders.sources.geography.shapes").datasets(tmp_path))
    assert all(isinstance(asset, Asset) for asset in made)
    for asset in made:
        path = TABLES.parent / asset.path
        assert asset.text == path.read_text(encoding="utf-8"), asset.path
