"""UN Statistics Division, SDG Global Database: pages of its API, version 5, in JSON.

Publisher: UN Statistics Division. Address: https://unstats.un.org/sdgs/UNSDGAPIV5/swagger/, data at
`/sdgs/UNSDGAPIV5/v1/sdg/Series/Data?seriesCode=SL_TLF_CHLDEA&pageSize=10000&page=1` (or
`/Indicator/Data`, `/Target/Data`, `/Goal/Data`). Format: one object a page with size,
totalElements, totalPages, pageNumber, attributes, dimensions and data.
Quirks as of 2026-11:
- `timePeriodStart` is a number with a fraction (`2019.0`), `value` a text, `geoAreaCode` M49
  without leading zeros;
- a missing value is the text `NaN`, mostly with the observation status `O` or `M`;
- a page does not say of which release it is: the operator names the vintage; of several pages
  each is a file of its own, and all must be given in one load;
- `Reporting Type` `N` marks national figures beside the global ones: set aside;
- World and region figures of SL_TLF_CHLDEC are the ILO-UNICEF estimates, which leave chores out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, Final

from loaders.reading.contract import Format, Item, Opened, Page, Refusal, Sample
from loaders.reading.files import json_document
from loaders.sources.shared.observations import vintage_of
from loaders.sources.unsd.codes import SOURCE, Figure, read_figures

_PAGE_KEYS: Final = ("totalElements", "pageNumber", "dimensions")


def _recognises(sample: Sample) -> bool:
    """A JSON object with the keys of a page."""
    return (
        sample.kind == "json"
        and sample.text.lstrip("\ufeff \t\r\n").startswith("{")
        and all(re.search(rf'"{key}"\s*:', sample.text) for key in _PAGE_KEYS)
    )


def _read(opened: Opened) -> Iterator[Item]:
    """The page's number, then a record or refusal for every item of `data`."""
    vintage = vintage_of(opened)
    page = json_document(opened.sample)
    items = page.get("data") if isinstance(page, dict) else None
    if not isinstance(items, list):
        rule, remedy = "the page has no list of data", "Fetch the page again from the API."
        raise opened.sample.refused(rule, remedy, "data")
    yield _page(page, len(items))
    yield from read_figures(map(_figure, count(1), items), opened.source, vintage)


def _page(page: Mapping[str, Any], items: int) -> Page:
    """What the page says of itself; one that does not state a number is the whole."""
    number, pages, total = (page.get(key) for key in ("pageNumber", "totalPages", "totalElements"))
    return Page(
        number if isinstance(number, int) else 1,
        pages if isinstance(pages, int) else 1,
        items,
        total if isinstance(total, int) else items,
    )


def _figure(number: int, item: object) -> Figure | Refusal:
    place = f"data item {number}"
    if not isinstance(item, dict):
        return Refusal(place, "", str(item), "item_form", "The item is no JSON object.")
    attributes = _codes(item.get("attributes"))
    notes = item.get("footnotes") or []
    return Figure(
        place=place,
        series=_text(item.get("series")),
        area=_text(item.get("geoAreaCode")),
        year=_text(item.get("timePeriodStart")).removesuffix(".0"),
        value=_text(item.get("value")),
        lower=_text(item.get("lowerBound")),
        upper=_text(item.get("upperBound")),
        notes=(
            _text(item.get("source")),
            *map(_text, notes if isinstance(notes, list) else [notes]),
        ),
        attributes=attributes,
        dimensions=_codes(item.get("dimensions")),
        others=item | attributes,
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _codes(value: object) -> dict[str, str]:
    return {k: _text(v) for k, v in value.items()} if isinstance(value, dict) else {}


FORMAT: Final = Format(
    "unsd-json", "2", SOURCE, _recognises, _read, '"totalElements" "totalPages" "pageNumber" "data"'
)
