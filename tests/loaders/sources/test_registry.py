"""Every raw file is recognised by exactly one format, and what none knows is refused in words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.facts.catalogue import CATALOGUE, codes
from loaders.reading.contract import FileRefused
from loaders.reading.sample import sample_of
from loaders.sources.registry import FORMATS, MODULES, format_named, recognise

RAW = Path(__file__).resolve().parents[2] / "raw"
FIXTURES = sorted(
    path
    for path in RAW.glob("*/*")
    if path.is_file() and not path.name.startswith("expected") and path.suffix != ".md"
)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_each_raw_file_is_taken_by_at_most_one_format(path):
    try:
        sample = sample_of(path)
    except FileRefused:
        return
    assert len([each.name for each in FORMATS if each.recognises(sample)]) <= 1


def test_names_are_unique_and_found():
    names = [each.name for each in FORMATS]
    assert len(set(names)) == len(names) == len(MODULES)
    assert all(format_named(name).name == name for name in names)
    with pytest.raises(KeyError, match="'nonsense' is not a format"):
        format_named("nonsense")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "x: the file is empty. The download may have failed: fetch it again."),
        (
            b"<!DOCTYPE html><html><body>503 Service Unavailable</body></html>",
            "x: it is a web page that no reader knows. An error page may have been saved instead "
            "of the data: open it, and fetch it again.",
        ),
        (
            b"\x00\x01\x02\x03" * 50,
            "x: it is not a text, workbook or archive that a reader knows. "
            "Unpack or export it as the publisher's CSV, and load that.",
        ),
        (
            b"name,value\na,1\n",
            "x: no reader knows the format. Check that it is the publisher's own unchanged file, "
            "or name its format with --format.",
        ),
    ],
)
def test_what_no_format_knows_is_refused_in_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(FileRefused) as refused:
        recognise(sample_of(path))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Goal,SeriesCode,GeoAreaCode,Time_Period,Value", "unsd-csv, of which it lacks TimeP"),
        ("indicator,country,year,value,unit,source", "tidy, of which it lacks area"),
        ("ref_area,source,indicator,sex,classif1,year,obs_value", "ilostat-bulk, of which"),
        ('{"totalElements": 3, "totalPages": 3, "data": []}', 'unsd-json, of which it lacks "p'),
        ("<Goods><Good><GoodName/><Good_Sector/></Good></Goods>", "<Good_Name> (it has"),
        ("Country Name,Country Code,Series Name,Series Code", "worldbank-bulk, of which it"),
        ("area;year;form;gender;age_group", "case-table, of which it lacks sex"),
    ],
)
def test_the_nearest_reader_is_named_with_what_differs(tmp_path, content, said):
    path = tmp_path / "x"
    path.write_text(f"{content}\n")
    with pytest.raises(FileRefused) as refused:
        recognise(sample_of(path))
    assert said in str(refused.value)
    assert "no reader knows the format; the nearest is" in str(refused.value)


def test_every_format_has_signs():
    assert [each.name for each in FORMATS if not each.signs] == ["sdmx-ml"]


SOURCES = CATALOGUE.parents[1] / "loaders" / "sources"
READ_WHOLE = ("walk_free", "gapminder")
"""Publishers whose tables of codes are read one after the other, not by name."""


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*/codes.toml")), ids=lambda p: p.parent.name)
def test_every_code_list_is_read(path):
    modules = [each.read_text() for each in path.parent.glob("*.py")]
    reading = "\n".join(text for text in modules if "codes(__file__)" in text)
    names = () if path.parent.name in READ_WHOLE else tomllib.loads(path.read_text())
    assert reading
    assert [name for name in names if f'["{name}"]' not in reading] == []


def test_lists_of_a_code_list_cannot_be_changed():
    assert codes(str(SOURCES / "geography" / "areas.py"))["above"]["M49_014"] == (
        "M49_202",
        "M49_002",
        "M49_202",
    )
