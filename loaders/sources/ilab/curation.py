"""Curate the US Department of Labor's findings, suggested actions and list of goods.

Files below `usdol/`; what is odd in an entry or a listing: `findings`, `suggestions`, `goods`.

* `usdol_findings.csv` (report years 2014, 2016 to 2020, 2022), `usdol_findings_2015_2021.csv`: one
  line a country and report, made of the reports' XML. The entries of 2021 are those of the state of
  30 November 2022, in which twelve countries have no assessment;
* `usdol_suggested_actions*.csv` of the same reports: one sentence a line, sorted into topics;
* `ilab_list_of_goods_long.csv`: one line a good and country. The label year is the year of the
  application's file, and the list appears every two years: the files labelled 2017 and 2018 hold
  the same list (two spellings and one mark for fish from Ghana were put right), that of 2018; those
  labelled 2019 and 2021 hold the lists of 2020 and 2022;
* `usdol_assessment_2023_2024_from_pages.csv`, `ilab_goods_2024_from_country_pages.csv`: what single
  country pages say of 2023 and 2024. Not the whole report or list: a country that is not in them
  was not seen. Some assessments of 2023 are quoted by others, and the note says by whom. Morocco's
  assessment of 2024 includes Western Sahara; that of 2023 stands on Western Sahara's page.

Statistics of work and school are no candidates for figures: they repeat other publishers' surveys
under the year of the report, without the year of the survey (`statistics` has them as stated).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree

from data.methods.notes import joined, note
from loaders.reading.contract import Record, Refusal
from loaders.sources.ilab import suggestions
from loaders.sources.ilab.findings import REPORT_PAGE, advancement_level, figures, legal_facts
from loaders.sources.ilab.goods import good_code, listing, named
from loaders.sources.shared import law
from loaders.sources.shared.areas import area_of
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, area_in, from_each, records, table

GOODS_COLUMNS: Final = (
    "area", "good", "sector", "child_labour", "forced_labour", "edition", "source", "page", "note",
)  # fmt: skip
GOODS_KEY: Final = ("area", "good", "edition")
EDITION: Final = {"2014": 2014, "2016": 2016, "2018": 2018, "2019": 2020, "2021": 2022}
COPY_LABEL: Final = "2017"
PAGES: Final = "ILAB_COUNTRY_PAGES"
"""The source of what was read from single country pages of the reports on 2023 and 2024."""

PAGES_EDITION: Final = "2024"
NO_GOOD: Final = "(no good shown)"
INPUT_ONLY: Final = "Listed for an input made with child or forced labour."


def datasets(material: Path) -> Iterator[Dataset]:
    """The tables that are made of the files below `material`/usdol. Raises FileRefused."""
    folder = material / "usdol"
    pages = country_pages(folder)
    for ending in ("", "_2015_2021"):
        file = folder / f"usdol_findings{ending}.csv"
        facts = _entries(
            file, lambda at, row, area: legal_facts(at, row, area, pages.get(area, REPORT_PAGE))
        )
        yield law.legal_facts(f"ilab_legal_facts{ending}", file, facts)
        yield observations(f"ilab_findings{ending}", file, _entries(file, figures))

    file = folder / "usdol_assessment_2023_2024_from_pages.csv"
    yield law.legal_facts("ilab_assessments", file, records(table(file, ()), _assessment))

    files = [folder / f"usdol_suggested_actions{ending}.csv" for ending in ("", "_2015_2021")]
    yield Dataset(
        "ilab_suggestions",
        files[0],
        "suggested_actions/ilab_suggestions",
        suggestions.topics(_lines(*files), pages),
        suggestions.COLUMNS,
        suggestions.KEY,
    )

    file = folder / "ilab_list_of_goods_long.csv"
    yield _of_goods("ilab_listed_goods", file, records(table(file, ()), _listed))
    sectors = {
        good_code(row.cells["good"]): row.cells["sector"].upper()
        for row in table(file, ())
        if isinstance(row, Row)
    }
    file = folder / "ilab_goods_2024_from_country_pages.csv"
    shown = records(table(file, ()), lambda row: _shown(row, sectors))
    yield _of_goods("ilab_listed_goods_2024", file, shown)


def _of_goods(name: str, file: Path, records: Iterable[Record | Refusal]) -> Dataset:
    return Dataset(name, file, f"listed_goods/{name}", records, GOODS_COLUMNS, GOODS_KEY)


def country_pages(folder: Path) -> dict[str, str]:
    """The country page that two original reports name, by our area code; the newer one wins."""
    found: dict[str, str] = {}
    for name in ("countries_report2020.xml", "countries_report2022.xml"):
        for country in ElementTree.parse(folder / name).getroot():
            if page := country.findtext("Webpage", "").strip():
                found[area_of(country.findtext("Name", ""), "ilab")] = page
    return found


def _lines(*files: Path) -> Iterator[Row | Refusal]:
    """The rows of the files, one after the other; a later file's places begin with its name."""
    for file in files:
        for row in table(file, ()):
            yield row if file == files[0] else row._replace(place=f"{row.place} of {file.name}")


def _entries(
    file: Path, read: Callable[[str, Mapping[str, str], str], Iterable[Record | Refusal]]
) -> Iterator[Record | Refusal]:
    """What `read` makes of each country and report: its place, its cells, our area code."""

    def entry(row: Row) -> Iterable[Record | Refusal]:
        return read(row.place, row.cells, area_in("country", row.cells["country"], "ilab"))

    return from_each(table(file, ()), entry)


def _assessment(row: Row) -> Record:
    cells = row.cells
    secondary = cells["source_kind"].startswith("secondary")
    host = (urlsplit(cells["url"]).hostname or "").removeprefix("www.")
    return law.legal_fact(
        row.place,
        area=cells["iso3"],
        topic="advancement_level",
        year=cells["report_year"],
        value=advancement_level(f"{cells['assessment']} {cells['assessment_detail']}"),
        note=joined(
            note("quoted_by", host) if secondary else "",
            note("with_western_sahara") if cells["iso3"] == "MAR" else "",
        ),
        source=PAGES,
        page=cells["url"],
    )


def _listed(row: Row) -> Record:
    label = row.cells["file_label_year"]
    if label == COPY_LABEL:
        reason = "The file labelled 2018 holds the same edition with three corrections."
        raise Misfit("file_label_year", named(row.cells), "superseded_copy", reason)
    return listing(row.place, row.cells, EDITION[label])


def _shown(row: Row, sectors: Mapping[str, str]) -> Record:
    """A good as a country's page shows it; goods that are new in 2024 have no sector there."""
    cells = row.cells
    if cells["good"] == NO_GOOD:
        raise Misfit("good", cells["country"], "no_good_shown", "The page shows no good.")
    inputs = "yes" in {cells["input_child_labor"], cells["input_forced_labor"]}
    made = listing(
        row.place,
        {
            "file_label_year": PAGES_EDITION,
            "country": cells["iso3"],
            "good": cells["good"],
            "sector": sectors.get(good_code(cells["good"]), ""),
            "child_labor": cells["child_labor"] or "no",
            "forced_labor": cells["forced_labor"] or "no",
            "forced_child_labor": cells["forced_child_labor"].capitalize(),
            "derived_labor_exploitation": "",
        },
        int(PAGES_EDITION),
    )
    own = {"source": PAGES, "page": cells["url"]} | ({"note": INPUT_ONLY} if inputs else {})
    return made._replace(cells=dict(made.cells) | own)
