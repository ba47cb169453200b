"""US Department of Labor, List of Goods Produced by Child Labor or Forced Labor: the XML by good.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB).
Address: https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods (data of the app
Sweat & Toil, `goods_by_good.xml`). Format: XML, `Goods/Good` with its name, sector and countries.
Codes and notes are those of `loaders.sources.ilab.goods`. Quirks as of 2026-11:
- the edition stands nowhere in the file: the operator names the year of the list (`--vintage`);
- until 2018 there are no Derived_… tags; names of goods change, one code stands for one good;
- a good listed for an input only has both marks No.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import xml_events
from loaders.sources.ilab.goods import SOURCE, listing
from loaders.sources.shared.observations import Misfit, vintage_of

ANSWERS: Final = {"yes": "Yes", "no": "No", "": ""}
MARKS: Final = {
    "child_labor": "Child_Labor",
    "forced_labor": "Forced_Labor",
    "forced_child_labor": "Forced_Child_Labor",
    "derived_labor_exploitation": "Derived_Labor_Exploitation",
}


def _recognises(sample: Sample) -> bool:
    """By its root and the tags of a good's first lines."""
    return sample.kind in {"xml", "gz"} and all(
        tag in sample.text for tag in ("<Goods", "<Good_Name>", "<Good_Sector>")
    )


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """One record a good and country. Raises FileRefused."""
    edition = vintage_of(opened)
    if not re.fullmatch(r"20\d{2}", edition):
        remedy = "Name the year of the list with --vintage, for example --vintage 2022."
        raise opened.sample.refused(f"{edition!r} is not the year of an edition", remedy)
    own = {"source": opened.source} if opened.source else {}
    for number, good in enumerate(xml_events(opened.sample, {"Good"}), 1):
        for country in good.iterfind("Countries/Country"):
            row = _cells(good, country)
            at = f"good {number} ({row['good']}), {row['country']}"
            try:
                _ensure_clear(row)
                made = listing(at, row | {"file_label_year": edition}, int(edition))
                yield Record(at, dict(made.cells) | own, made.table)
            except Misfit as misfit:
                yield misfit.at(at)


def _cells(good: Element, country: Element) -> dict[str, str]:
    row = {
        "good": _text(good, "Good_Name"),
        "sector": _text(good, "Good_Sector"),
        "country": _text(country, "Country_Name"),
        "derived_country": _text(country, "Derived_Country"),
    }
    for column, tag in MARKS.items():
        said = _text(country, tag)
        row[column] = ANSWERS.get(said.casefold(), said)
    return row


def _ensure_clear(row: dict[str, str]) -> None:
    """Raises Misfit for a listing without a good, or with a mark that is neither yes nor no."""
    if not row["good"]:
        raise Misfit("Good_Name", "", "name_missing", "The good has no name.")
    for column, tag in MARKS.items():
        needed = column in {"child_labor", "forced_labor"}
        if row[column] not in {"Yes", "No"} and (needed or row[column]):
            raise Misfit(tag, row[column], "garbage_value", "The mark is neither Yes nor No.")


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


FORMAT: Final = Format(
    "ilab-goods", "1", SOURCE, _recognises, _read, "<Goods> <Good_Name> <Good_Sector>"
)
