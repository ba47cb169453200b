"""Every CSV reader takes a file whatever ends its lines and whatever a spreadsheet puts above."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from loaders.reading.files import delimiter_of
from loaders.reading.sample import decoded, sample_of
from loaders.sources.registry import FORMATS, recognise
from tests.loaders.sources.conftest import RAW

TIDY = (
    "indicator,area,year,value,unit,vintage,source\n"
    "SL_TLF_CHLDEA,NPL,2025,11.5,PERCENT,2026-11,UNSD_SDG_8_7_1\n"
    "SL_TLF_CHLDEA,BTN,2025,5.0,PERCENT,2026-11,UNSD_SDG_8_7_1\n"
)
GOODS = (
    '"Country Name","Country Code","Indicator Name","Indicator Code","2015","2016",\n'
    '"Nepal","NPL","Children in employment","SL.TLF.0714.ZS","37.2","",\n'
)
SAMPLES = {
    "tidy": TIDY,
    "worldbank-bulk": GOODS,
    **{
        name: decoded((RAW / path).read_bytes(), whole=True)[1]
        for name, path in (
            ("case-table", "case_table/cases.csv"),
            ("ilostat-bulk", "ilostat/labels.csv"),
            ("normlex", "normlex/p029.csv"),
            ("sdmx-csv", "sdmx_csv/ilo_1_0.csv"),
            ("uis-bulk", "uis/SDG_DATA_NATIONAL.csv"),
            ("undp-hdr", "undp/hdr_2023_24.csv"),
            ("un-treaty-collection", "treaty_collection/palermo.csv"),
            ("unsd-csv", "unsd_csv/portal.csv"),
        )
    },
}
INSTRUMENT = {"normlex": "P029", "un-treaty-collection": "PALERMO"}


def _sep(text: str) -> str:
    return f"sep={delimiter_of(text.partition(chr(10))[0])}\n"


WAYS: dict[str, Callable[[str], str]] = {
    "CR alone": lambda text: text.replace("\n", "\r"),
    "CR and LF": lambda text: text.replace("\n", "\r\n"),
    "empty first line": lambda text: "\n" + text,
    "a first line of empty cells": lambda text: ",,,\n" + text,
    "sep= above": lambda text: _sep(text) + text,
    "all of it": lambda text: ("\n\n" + _sep(text) + text).replace("\n", "\r"),
}


def test_there_is_a_sample_of_every_csv_reader():
    """So a new reader has one, or is named here as one that reads no CSV."""
    others = {
        "unodc-glotip", "ilab-findings", "ilab-goods", "sdmx-json", "sdmx-ml", "unsd-json",
        "walk-free", "worldbank-json",
    }  # fmt: skip
    assert {f.name for f in FORMATS} <= set(SAMPLES) | others


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_records_however_lines_end(read_text, name, way):
    plain = SAMPLES[name].replace("\r\n", "\n")
    options = {"vintage": "2026-11", "instrument": INSTRUMENT.get(name, "")}
    before = read_text(plain, **options)
    after = read_text(WAYS[way](plain), **options)
    assert (before.format.name, after.format.name) == (name, name)
    assert [r.cells for r in after.records] == [r.cells for r in before.records] != []
    assert [r.rule for r in after.refusals] == [r.rule for r in before.refusals]


def test_lines_above_the_header_are_counted(read_text):
    found = read_text("sep=;\r\n" + TIDY.replace(",", ";"))
    assert [record.place for record in found.records] == ["line 3", "line 4"]


@pytest.mark.parametrize("kept", [";", "|", "\t"])
def test_the_delimiter_that_the_first_line_names_is_used(tmp_path, kept):
    path = tmp_path / "a.csv"
    path.write_text(f"sep={kept}\n" + TIDY.replace(",", kept), encoding="utf-8")
    assert recognise(sample_of(path)).name == "tidy"
