"""Which format a file comes nearest to that no reader takes, and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from string import ascii_letters
from typing import Final

from loaders.reading.contract import FileRefused, Sample
from loaders.reading.files import workbook_rows
from loaders.reading.workbook import sheet_states

SIGNS: Final = {
    "case-table": "area year form sex age_group",
    "ilab-findings": "<Countries> <Country> <Advancement_Level>",
    "ilab-goods": "<Goods> <Good_Name> <Good_Sector>",
    "ilostat-bulk": "ref_area source indicator sex classif1 time obs_value",
    "normlex": "country date status note",
    "sdmx-csv": "DATAFLOW REF_AREA TIME_PERIOD OBS_VALUE",
    "sdmx-json": '"dataSets" "structure" "observations"',
    "tidy": "indicator area year value unit source",
    "uis-bulk": "indicator_id country_id year value magnitude qualifier",
    "un-treaty-collection": "participant signature ratification",
    "undp-hdr": "iso3 country hdicode hdi_2022",
    "unodc-glotip": "Iso3_code Country Indicator Dimension Category Sex Age Year txtVALUE",
    "unsd-csv": "SeriesCode GeoAreaCode TimePeriod Value",
    "unsd-json": '"totalElements" "totalPages" "pageNumber" "data"',
    "walk-free": "Country Region",
    "worldbank-bulk": "Country_Name Country_Code Indicator_Name Indicator_Code",
    "worldbank-json": '"page" "pages" "per_page" "indicator"',
}
"""Columns or tags in which files of a format begin, a blank in a name written as `_`."""

LEAST_ALIKE: Final = 0.5
ROWS: Final = 10
_WORD: Final = re.compile(r'"[A-Za-z]+"(?=\s*:)|</?[A-Za-z_]+|[\w][\w .]*', re.ASCII)


def _folded(name: str) -> str:
    return name.strip(" \"'\t.").replace(" ", "_").casefold().removesuffix(".label")


def _names(sample: Sample) -> list[str]:
    """What may be column titles or tags in the head of a file."""
    if sample.kind not in {"xlsx", "xls"}:
        if sample.kind in {"json", "xml", "html"}:
            return [found[0].lstrip("</") for found in _WORD.finditer(sample.text)]
        return re.split(r"[,;\t]", next((x for x in sample.text.splitlines() if x.strip()), ""))
    try:
        sheets = [name for name, state in sheet_states(sample) if state == "visible"]
        rows = islice(workbook_rows(sample), ROWS)
        return [*sheets, *(cell for _, cells in rows for cell in cells)]
    except FileRefused:
        return []


def _differences(signs: list[str], names: dict[str, str]) -> Iterator[str]:
    for sign in signs:
        wanted = _folded(sign.strip("<>"))
        if wanted in names:
            continue
        close = get_close_matches(wanted, names, 1, 0.75)
        yield f"{sign} (it has {names[close[0]]!r})" if close else sign


def nearest(sample: Sample) -> str:
    """The nearest format and what the file lacks of it; empty when none is near."""
    names = {_folded(name): name.strip() for name in _names(sample)}
    best, share = "", 0.0
    mark = {"xml": "<", "html": "<", "json": '"'}.get(sample.kind, "")
    for name, text in SIGNS.items():
        signs = text.split()
        if mark != text[0].strip(ascii_letters):
            continue
        missing = list(_differences(signs, names))
        # What stands there in another spelling counts half.
        alike = 1 - sum(0.5 if "(it has" in each else 1 for each in missing) / len(signs)
        if missing and alike >= LEAST_ALIKE and alike > share:
            best, share = f"{name}, of which it lacks {', '.join(missing)}", alike
    return best
