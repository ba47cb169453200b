"""US Department of Labor, findings on the worst forms of child labour: the countries' XML report.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB).
Address: https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings (data of the app
Sweat & Toil, `countries_2022.xml`). Format: XML, `Countries/Country`, reports 2015 to 2022. What
is taken, and how cells are read, is told in `loaders.sources.ilab.findings`: law, institutions and
assessment go to the table `legal_fact`, figures to `observation`. Quirks as of 2026-11:
- the report year stands nowhere but in the sentences (`In 2022, Afghanistan made …`): the year that
  most of them open with, unless the operator names it;
- tags are misspelt (`Minumum_Voluntary_Military`, `Premitted`); figures carry marks (`15‡`);
- countries with territories hold Territory elements in place of a national answer.
Not candidates here: statistics of work and school (their publishers are read instead), goods (no
sector: see `ilab_goods`), suggested actions (compared across years), and the yes or no on
conventions, which must not replace dated ratifications.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import xml_events
from loaders.sources.ilab.findings import (
    AGES,
    FIGURES,
    INSTITUTIONS,
    PROHIBITIONS,
    REPORT_PAGE,
    SOURCE,
    figures,
    legal_facts,
)
from loaders.sources.shared.areas import UnknownArea, area_of

OPENING: Final = re.compile(r"\s*(?:In|For the) +(20\d{2})\b")
PARTS: Final = ("Standard", "Age", "Calculated_Age", "Conforms_To_Intl_Standard")


def _recognises(sample: Sample) -> bool:
    """By its root and the tags of a country's first lines."""
    return sample.kind in {"xml", "gz"} and all(
        tag in sample.text for tag in ("<Countries", "<Country>", "<Advancement_Level>")
    )


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """Facts and figures, country by country. Raises FileRefused."""
    year = opened.options.get("vintage", "")[:4] or _report_year(opened.sample)
    own = {"source": opened.source} if opened.source else {}
    for number, country in enumerate(xml_events(opened.sample, {"Country"}), 1):
        name = _text(country, "Name")
        at = f"country {number} ({name})"
        try:
            area = area_of(name, "ilab")
        except UnknownArea as unknown:
            yield Refusal(at, "Name", name, "unknown_area", str(unknown))
            continue
        row = _cells(country, year)
        page = _text(country, "Webpage") or REPORT_PAGE
        for each in chain(legal_facts(at, row, area, page), figures(at, row, area)):
            if isinstance(each, Record):
                each = each._replace(cells=dict(each.cells) | own)
            yield each


def _report_year(sample: Sample) -> str:
    """The year that most descriptions open with. Raises FileRefused when there is none."""
    years: Counter[str] = Counter()
    for country in xml_events(sample, {"Country"}):
        if opening := OPENING.match(_text(country, "Description")):
            years[opening[1]] += 1
    if not years:
        remedy = "Name the report year with --vintage, for example --vintage 2022."
        raise sample.refused("no description says which year the report covers", remedy)
    return years.most_common(1)[0][0]


def _cells(country: Element, year: str) -> dict[str, str]:
    """The cells that the curation reads, by the names it knows; empty where there is no tag."""
    row = {
        "report_year": year,
        "advancement_level": _text(country, "Advancement_Level"),
        "multiple_territories": _text(country, "Multiple_Territories"),
        "Mechanisms.Coordination": "",
    }
    for tag in (*AGES, *PROHIBITIONS):
        for part in PARTS:
            row[f"Legal_Standards.{tag}.{part}"] = _text(country, f"Legal_Standards/{tag}/{part}")
    for column in (*INSTITUTIONS, *(f"Enforcements.{tag}" for tag in FIGURES)):
        row[column] = _text(country, column.replace(".", "/"))
    return row


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


SIGNS: Final = "<Countries> <Country> <Advancement_Level>"
FORMAT: Final = Format("ilab-findings", "3", SOURCE, _recognises, _read, SIGNS, yearly=True)
