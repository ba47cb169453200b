"""What every curation shares: areas are resolved or refused, sums hold, bytes repeat."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Literal

import pytest
from typer.testing import CliRunner

from data.folding import folded
from loaders.__main__ import app
from loaders.facts.tables import TABLES
from loaders.jobs.curate import write
from loaders.reading.contract import Record, Refusal
from loaders.sources.registry import CURATIONS
from loaders.sources.shared.areas import UnknownArea, area_of, area_of_m49
from loaders.sources.shared.curation import Dataset, write_table

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_large_tables_are_packed_and_their_bytes_repeat(tmp_path: Path) -> None:
    rows = [{"a": str(number), "b": "x" * 90} for number in range(4000)]
    first = write_table("t", rows, ("a", "b"), ("a",), tables=tmp_path)
    written = first.read_bytes()
    second = write_table("t", reversed(rows), ("a", "b"), ("a",), tables=tmp_path)
    assert second.name == "t.csv.gz"
    assert second.read_bytes() == written
    assert gzip.decompress(written).decode().splitlines()[0] == "a,b"
    small = write_table("t", rows[:3], ("a", "b"), ("a",), tables=tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [small.name] == ["t.csv"]


@pytest.mark.parametrize(
    ("spelling", "code"),
    [("NPL", "NPL"), ("np", "NPL"), ("  nepal ", "NPL"), ("Viet Nam", "VNM"), ("NA", "NAM")],
)
def test_codes_and_names_are_resolved(spelling: str, code: str) -> None:
    assert area_of(spelling, "general") == code


@pytest.mark.parametrize("spelling", ["", "Atlantis", "World Bank", "XX"])
def test_what_no_table_knows_is_refused_by_name(spelling: str) -> None:
    with pytest.raises(UnknownArea) as refused:
        area_of(spelling, "general")
    assert repr(spelling) in str(refused.value)


def test_numbers_of_the_united_nations_are_resolved() -> None:
    assert area_of_m49("524", "general") == "NPL"
    with pytest.raises(UnknownArea, match="998"):
        area_of_m49("998", "general")


def test_every_alias_leads_to_an_area_of_ours() -> None:
    known = {row["code"] for p in (TABLES / "areas").glob("*.csv") for row in _read(p)
             if "code" in row}  # fmt: skip
    known |= {row["code"] for p in (TABLES / "groupings").glob("*.csv") for row in _read(p)}
    wrong = [
        f"{path.name}: {row['spelling']} -> {row['area']}"
        for path in sorted((TABLES / "aliases").glob("*.csv"))
        for row in _read(path)
        if row["area"] not in known
    ]
    assert wrong == []


def test_every_curation_can_be_called() -> None:
    modules = [import_module(f"loaders.sources.{name}") for name in CURATIONS]
    assert [
        each.__name__ for each in modules if not callable(getattr(each, "datasets", None))
    ] == []
    assert len(set(CURATIONS)) == len(CURATIONS)


def _dataset(file: Path, *records: Record | Refusal) -> Dataset:
    return Dataset("few", file, "names/few", records, ("area", "name"), ("area",))


def test_a_dataset_is_written_with_its_rejects_and_ledger(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("area,name\n", encoding="utf-8")
    tables = tmp_path / "tables"
    write(
        _dataset(
            file,
            Record("line 3", {"area": "NPL", "name": "Nepal"}),
            Refusal("line 4", "name", "x", "no_name", "It is no name."),
            Refusal("sheet Data, row 9", "name", "y", "no_name", "It is no name."),
            Record("line 2", {"area": "FJI"}),
        ),
        tables,
    )
    assert _read(tables / "names" / "few.csv") == [
        {"area": "FJI", "name": ""},
        {"area": "NPL", "name": "Nepal"},
    ]
    assert [r["line"] for r in _read(tables / "rejected" / "few.csv")] == ["4", "9"]
    (ledger,) = _read(tables / "ledger" / "few.csv")
    assert (ledger["records_in"], ledger["loaded"], ledger["rejected"]) == ("4", "2", "2")


def test_a_dataset_with_a_key_twice_or_a_strange_column_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.touch()
    twice = _dataset(file, *(Record("line 2", {"area": "NPL"}) for _ in range(2)))
    with pytest.raises(ValueError, match="1 keys stand twice"):
        write(twice, tmp_path / "tables")
    with pytest.raises(ValueError, match="its table is names/all"):
        write(replace(twice, table="names/all"), tmp_path / "tables")
    with pytest.raises(ValueError, match="colour"):
        write(_dataset(file, Record("line 2", {"area": "F", "colour": "red"})), tmp_path / "tables")
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("name", ["Côte d'Ivoire", "CÔTE D’IVOIRE", "Cote d'Ivoire", "Türkiye"])
def test_a_name_is_known_however_unicode_writes_it(form: Form, name: str) -> None:
    assert area_of(unicodedata.normalize(form, name), "general") in {"CIV", "TUR"}


def test_no_two_spellings_of_a_family_are_one_name_of_two_areas() -> None:
    for path in sorted((TABLES / "aliases").glob("*.csv")):
        named: dict[str, set[str]] = {}
        for row in _read(path):
            named.setdefault(folded(row["spelling"]), set()).add(row["area"])
        assert {n: a for n, a in named.items() if len(a) > 1 or not n} == {}, path.name


def test_a_curation_without_its_file_says_so(tmp_path: Path) -> None:
    asked = ["curate", str(tmp_path), "--only", "uis.curation", "--into", str(tmp_path / "out")]
    ended = CliRunner().invoke(app, asked)
    assert ended.exit_code == 1
    assert ended.stderr.startswith("uis.curation: uis_out_of_school.csv: the file cannot be read")
    assert not (tmp_path / "out").exists()
