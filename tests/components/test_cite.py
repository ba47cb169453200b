"""A selection as a package: data untouched, described for programs, cited, the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from csvw import CSVW
from frictionless import Package as Frictionless
from frictionless import system

from components.cite.cited import Cited, publication_of
from components.cite.columns import columns
from components.cite.contents import Contents
from components.cite.kept import read_package
from components.cite.packed import Subset, TooLarge, write_package
from components.cite.texts import bibtex, citation_text, ris
from components.downloads import COLUMNS, HEADER, LINE_END, texts_of_rows
from components.labels import Names
from components.wording import DEFAULT, LANGUAGES, wording
from data.methods.second_hand import quoted_by
from data.records import Area, Described, Indicator, Observation, Source

SOURCE = Source(
    "OFFICE", "Office & Co.", "Survey 100 %", "https://office.example/a_b", "2019", "CC BY 4.0",
    "https://creativecommons.org/licenses/by/4.0/", "attribution", "Office, Survey (2019).",
)  # fmt: skip
INDICATOR = Indicator(
    "CHILD", "child_labour", "8.7.1", "Children in child labour", "Child labour", "PERCENT", 1,
    "down", "children", "5-17", "survey", True, "a", "Work of children.",
)  # fmt: skip
ROW = Observation(
    "CHILD", "CIV", 2016, "T", "5-17", "_T", "_T", 22.1, None, 23.5, "PERCENT", "A", "C", "",
    "quoted_by=The Standard <https://standard.example/1>", "MICS", "OFFICE", "2019",
)  # fmt: skip
ROWS = (
    ROW,
    ROW._replace(year=2020, value=None, upper=None, status="Q", suppressed="<5", note="=1+1"),
    ROW._replace(year=2021, value=0.0, upper=None, age="18+", note='Two "lines"\nof Côte'),
)
ABOUT = Described(
    {"CIV": Area("CIV", "country", "Côte d'Ivoire")}, {"CHILD": INDICATOR}, {"OFFICE": SOURCE}
)
CITED = Cited(
    "Children; Côte d'Ivoire",
    "/api/v1/subset.zip?area=CIV&as_of=3",
    3,
    "2026-11-21T08:30:00+00:00",
    (),
)
MOST = 1_000_000


def lines_of_rows(rows: tuple[Observation, ...], names: dict[str, str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=LINE_END).writerows(texts_of_rows(rows, names))
    return text.getvalue()


def packed(rows: tuple[Observation, ...] = ROWS, most: int = MOST) -> bytes:
    names = {code: Names(ABOUT, wording(code)) for code in LANGUAGES}
    file = io.BytesIO()
    pieces = iter((HEADER, lines_of_rows(rows, {"CIV": "Côte d'Ivoire"})))
    write_package(file, Subset(CITED, "area=CIV&as_of=3", names), pieces, most=most)
    return file.getvalue()


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(io.BytesIO(packed())) as opened:
        opened.extractall(folder)
    return folder


def test_the_same_rows_give_the_same_bytes_stored_and_dated_by_the_release() -> None:
    once = packed()
    assert once == packed()
    with zipfile.ZipFile(io.BytesIO(once)) as opened:
        assert opened.testzip() is None
        assert {each.date_time for each in opened.infolist()} == {(2026, 11, 21, 8, 30, 0)}
        assert {each.compress_type for each in opened.infolist()} == {zipfile.ZIP_STORED}
        assert opened.namelist()[:2] == ["data.csv", "datapackage.json"]
        assert (
            opened.read("data.csv")
            == (HEADER + lines_of_rows(ROWS, {"CIV": "Côte d'Ivoire"})).encode()
        )


def test_what_is_too_large_is_refused_before_it_is_written() -> None:
    with pytest.raises(TooLarge):
        packed(most=len(HEADER))


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    with system.use_context(trusted=True):
        package = Frictionless(str(folder / "datapackage.json"))
        report = package.validate()
    assert report.flatten(["type", "message"]) == [] and report.valid
    fields = {each.name: each.type for each in package.get_resource("data").schema.fields}
    assert (fields["sex"], fields["age"], fields["year"]) == ("string", "string", "integer")
    assert list(fields) == list(COLUMNS)


def test_frictionless_would_find_a_wrong_figure(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "wrong")
    data = tmp_path / "wrong" / "data.csv"
    data.write_text(data.read_text("utf-8").replace("22.1", "many"), "utf-8", newline="")
    with system.use_context(trusted=True):
        report = Frictionless(str(tmp_path / "wrong" / "datapackage.json")).validate()
    assert "type-error" in {kind for (kind,) in report.flatten(["type"])}


def test_a_csvw_tool_finds_the_description_valid(folder: Path) -> None:
    told = CSVW(str(folder / "data.csv-metadata.json"), validate=True)
    assert told.is_valid
    data = folder / "data.csv"
    assert len(told.to_json(minimal=True)) == len(ROWS)
    assert data.read_bytes().count(b"\r\n") == len(ROWS) + 1


def test_python_reads_texts_years_and_figures_as_what_they_are(folder: Path) -> None:
    code = (
        "import runpy; d = runpy.run_path('read.py')['data']; r = d.iloc[0];"
        "print(len(d), d.dtypes.astype(str).to_dict(), repr(r.sex), repr(r.age), int(r.year),"
        " r.value, d.value.isna().tolist(), d.suppressed.tolist())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder / "code",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("3 {'indicator': 'str'")
    assert "'year': 'int64'" in done.stdout and "'sex': 'str'" in done.stdout
    assert done.stdout.rstrip().endswith("'T' '5-17' 2016 22.1 [False, True, False] ['', '<5', '']")


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_texts_years_and_figures_as_what_they_are(folder: Path) -> None:
    said = "data$sex[1], data$age[1], is.na(data$value), data$suppressed[2], data$area_name[1]"
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", f'source("read.R"); cat({said})'],
        cwd=folder / "code",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "3 rows" in done.stdout
    assert done.stdout.rstrip().endswith("T 5-17 FALSE TRUE FALSE <5 Côte d'Ivoire")


def test_duckdb_reads_texts_years_and_figures_as_what_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "code")
    with duckdb.connect() as connection:
        connection.execute(Path("read.sql").read_text("utf-8"))
        kinds = dict(
            connection.execute("SELECT name, type FROM pragma_table_info('data')").fetchall()
        )
        rows = connection.execute("SELECT sex, age, year, value, suppressed FROM data").fetchall()
    assert rows == [
        ("T", "5-17", 2016, 22.1, ""),
        ("T", "5-17", 2020, None, "<5"),
        ("T", "18+", 2021, 0.0, ""),
    ]
    wanted = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE"}
    assert kinds == {each.name: wanted[each.type] for each in columns(COLUMNS)}


def test_stata_and_excel_name_every_column_with_its_type(folder: Path) -> None:
    stata = (folder / "code" / "read.do").read_text("utf-8")
    assert (
        "stringcols(_all)" in stata
        and "\ndestring year value lower upper asked_year value_year, replace" in stata
    )
    labels = re.findall(r"(?m)^label variable (\w+) `\"(.{1,80})\"'$", stata)
    assert [name for name, _ in labels] == list(COLUMNS)
    excel = (folder / "code" / "read-excel.pq").read_text("utf-8")
    kinds = {"string": "type text", "integer": "Int64.Type", "number": "type number"}
    wanted = [(each.name, kinds[each.type]) for each in columns(COLUMNS)]
    assert re.findall(r'\{"(\w+)", ([\w. ]+)\}', excel) == wanted
    assert excel.count("(") == excel.count(")") and excel.count("{") == excel.count("}")


def test_the_codebook_names_every_column_and_code_in_every_language(folder: Path) -> None:
    rows = table(folder / "codebook.csv")
    assert [row["column"] for row in rows if not row["code"]] == list(COLUMNS)
    told = {(row["column"], row["code"]): row for row in rows if row["code"]}
    assert told["sex", "T"]["name_fr"] == wording("fr").t("charts.sex.T")
    assert told["status", "Q"]["name_en"] == "suppressed by the publisher"
    assert told["age", "5-17"]["name_ar"] and "\u2066" not in told["age", "5-17"]["name_ar"]
    assert told["area", "CIV"]["name_en"] == "Côte d'Ivoire"
    assert told["indicator", "CHILD"]["meaning_en"] == "Work of children."
    assert all(row[f"name_{code}"] for row in told.values() for code in LANGUAGES)


def test_second_hand_figures_say_who_quotes_them(folder: Path) -> None:
    [source] = table(folder / "sources.csv")
    assert (source["rows"], source["quoted_rows"], source["quoted_by"]) == (
        "3",
        "1",
        "The Standard",
    )
    for ending in ("txt", "bib", "ris"):
        text = (folder / f"CITATION.{ending}").read_text("utf-8")
        assert "quoted by The Standard (1 figure)" in text
    [told] = json.loads((folder / "datapackage.json").read_text("utf-8"))["sources"]
    assert told["quotedBy"] == [{"name": "The Standard", "rows": 1}]


@pytest.mark.parametrize(
    ("note", "who"),
    [
        ("quoted_by=Xinhua <http://a.example/b>; rounded", ("Xinhua",)),
        (
            "Published as 122.7 million; Second hand, read at cocoainitiative.org",
            ("cocoainitiative.org",),
        ),
        ("Secondary: seen on hr.asia (news)", ("hr.asia",)),
        ("Seen on livrozilla.com", ("livrozilla.com",)),
        ("Figure of the report, quoted by https://www.exaputra.com/x.html", ("www.exaputra.com",)),
        ("Seen on ilo.org", ()),
        ("read_at <https://www.geostat.ge/en/single-news/853>", ()),
        ("Data reference period: Second quarter", ()),
        ("", ()),
    ],
)
def test_a_note_tells_who_quotes_a_figure(note: str, who: tuple[str, ...]) -> None:
    assert quoted_by(note) == who


CITATION = replace(
    CITED, accessed="2026-11-27", publications=(publication_of(SOURCE, 3, (("The Standard", 1),)),)
)


def test_a_citation_names_publisher_release_address_and_day() -> None:
    assert citation_text(CITATION, wording(DEFAULT)) == (
        "Office, Survey (2019). https://office.example/a_b; quoted by The Standard (1 figure)\n"
        "Compiled by Target 8.7 dashboards: Children; Côte d'Ivoire; release 3 of 21 November 2026."
        " /api/v1/subset.zip?area=CIV&as_of=3. Read on 27 November 2026."
    )


def test_bibtex_has_braces_in_pairs_and_no_command_of_a_stranger() -> None:
    text = bibtex(CITATION, wording(DEFAULT))
    assert text.count("{") == text.count("}")
    assert "author = {{Office \\& Co.}}" in text and "title = {{Survey 100 \\%}}" in text
    assert "urldate = {2026-11-27}" in text and "year = {2019}" in text
    assert len(re.findall(r"(?m)^@misc\{\w+,$", text)) == 2


def _ris(text: str) -> Iterator[list[tuple[str, str]]]:
    for record in text.split("ER  - \r\n")[:-1]:
        yield re.findall(r"(?m)^([A-Z][A-Z0-9])  - (.*?)\r?$", record)


def test_ris_has_a_record_of_the_selection_and_one_a_source() -> None:
    own, source = map(dict, _ris(ris(CITATION, wording(DEFAULT))))
    assert (own["TY"], own["DA"], own["Y2"]) == ("DATA", "2026/11/21", "2026/11/27")
    assert (source["AU"], source["PY"]) == ("Office & Co.", "2019")


def test_a_kept_package_tells_what_it_holds() -> None:
    data = packed()
    found = read_package(io.BytesIO(data))
    assert (found.query, found.rows, found.size) == ("area=CIV&as_of=3", 3, len(data))
    [source] = found.cited.publications
    assert source == replace(CITATION.publications[0], rows=3)
    assert (found.cited.release, found.cited.title) == (3, CITED.title)


def test_nothing_in_a_package_begins_as_a_formula(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        for row in table(path):
            wrong = [text for text in row.values() if re.match(r" *[=+@\t\r]", text)]
            assert wrong == [], path.name


def test_no_row_is_a_package_too() -> None:
    found = read_package(io.BytesIO(packed(())))
    assert (found.rows, found.cited.publications) == (0, ())


def test_contents_are_counted_as_they_pass() -> None:
    contents = Contents()
    pieces = (HEADER, lines_of_rows(ROWS[:2], {}), lines_of_rows(ROWS[2:], {}))
    assert b"".join(contents.watched(pieces)) == "".join(pieces).encode()
    assert (contents.rows, contents.first, contents.last) == (3, 2016, 2021)
    assert contents.codes["age"] == {"5-17", "18+"}
