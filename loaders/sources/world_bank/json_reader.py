"""World Bank: answers of the Indicators API, version 2, in JSON.

Publisher: World Bank. Address: https://api.worldbank.org/v2/country/all/indicator/
SL.TLF.0714.ZS?format=json&per_page=20000. Format: a list of two, what the page is (page, pages,
per_page, total, sourceid, lastupdated) and its figures.
Quirks as of 2026-11:
- asked with `footnote=y`, an item has a footnote that names survey and ages: kept as its note, as
  are a unit and a scale; whatever else an item holds is named in a warning;
- every area and year of the database has an item; `value` null only fills the grid up and is no
  record, so it is neither counted nor refused;
- `countryiso3code` is empty for some aggregates, whose code stands in `country.id`;
- an answer without figures has null, or a `message`, in place of the list;
- figures have up to 15 digits, kept as they are; sexes are series of their own (`.FE`, `.MA`);
- `lastupdated` is the day of the release: the vintage, unless the operator names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from loaders.reading.contract import (
    Format,
    Item,
    Opened,
    Page,
    Record,
    Refusal,
    Remark,
    Sample,
)
from loaders.reading.files import json_document
from loaders.sources.shared.observations import Misfit, coded, joined, vintage_of
from loaders.sources.world_bank.codes import SOURCE, area_of_code, record_of, series_of

_KEYS: Final = frozenset(
    {
        "indicator", "country", "countryiso3code", "date", "value", "unit", "obs_status", "decimal",
        "footnote", "scale",
    }
)  # fmt: skip
_NOTES: Final = (("footnote", ""), ("unit", "Unit: "), ("scale", "Scale: "))
"""Keys of an item that make its note, and what stands before them there."""
_STATUS: Final = {"": "A", "A": "A", "E": "E", "F": "F", "P": "P", "B": "B"}


def _recognises(sample: Sample) -> bool:
    """A JSON list whose first object is the Bank's page, or its message."""
    start = sample.text.lstrip("\ufeff \t\r\n")[:400]
    return (
        sample.kind == "json"
        and re.match(r"\[\s*\{", start) is not None
        and (('"per_page"' in start and '"page"' in start) or '"message"' in start)
    )


def _read(opened: Opened) -> Iterator[Item]:
    """The page's number, then a record or refusal for every item that has a value."""
    page, items = _parts(opened.sample)
    vintage = vintage_of(opened, str(page.get("lastupdated") or ""))
    yield _page(page, len(items))
    unknown = {key for item in items if isinstance(item, dict) for key in item} - _KEYS
    for key in sorted(unknown):
        yield Remark("", "unknown_column", f"The items have {key}, which is not read.")
    for number, item in enumerate(items, 1):
        place = f"item {number}"
        if not isinstance(item, dict):
            yield Refusal(place, "", str(item), "item_form", "The item is no JSON object.")
            continue
        if item.get("value") is None:
            continue
        try:
            yield _record(place, item, opened, vintage)
        except Misfit as misfit:
            yield misfit.at(place)


def _parts(sample: Sample) -> tuple[Mapping[str, Any], list[Any]]:
    document = json_document(sample)
    page = document[0] if isinstance(document, list) and document else None
    if not isinstance(page, dict) or len(document) != 2 or not isinstance(document[1], list):
        rule = "the answer holds no figures, but a message of the API"
        raise sample.refused(rule, "Ask again with the code of a series, and format=json.")
    return page, document[1]


def _page(page: Mapping[str, Any], items: int) -> Page:
    """What the answer says of itself; the Bank writes numbers as numbers or as text."""

    def number(key: str, otherwise: int) -> int:
        text = str(page.get(key) or "")
        return int(text) if text.isascii() and text.isdigit() else otherwise

    return Page(number("page", 1), number("pages", 1), items, number("total", items))


def _record(place: str, item: Mapping[str, Any], opened: Opened, vintage: str) -> Record:
    series = series_of(_inner(item, "indicator"))
    reason = "The status has no counterpart in our scheme."
    status = coded(_STATUS, "obs_status", _text(item, "obs_status"), reason)
    return record_of(
        place,
        series,
        area_of_code(_text(item, "countryiso3code") or _inner(item, "country")),
        _text(item, "date"),
        str(item["value"]),
        vintage,
        source=opened.source,
        status=status,
        note=joined(*(before + text for key, before in _NOTES if (text := _text(item, key)))),
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    return str(item.get(key) or "").strip()


def _inner(item: Mapping[str, Any], key: str) -> str:
    inner = item.get(key)
    return str(inner.get("id") or "") if isinstance(inner, dict) else ""


FORMAT: Final = Format(
    "worldbank-json", "1", SOURCE, _recognises, _read, '"page" "pages" "per_page" "indicator"'
)
