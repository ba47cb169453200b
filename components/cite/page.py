"""The page of a kept package: what is in it, how to cite it, and whether newer figures exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from components.cite.kept import Package
from components.cite.texts import bibtex, citation_text, quoting, ris
from components.look import colour_variables, look_name
from components.markup import render
from components.numbers import date_text, number
from components.theme import PALETTES
from components.wording import DEFAULT, LANGUAGES, Wording, wording

_FILES: Final = {
    "data.csv": "data",
    "codebook.csv": "codebook",
    "sources.csv": "sources",
    "datapackage.json": "datapackage",
    "data.csv-metadata.json": "csvw",
}
_PROGRAMS: Final = {
    "py": "Python (pandas)",
    "R": "R",
    "do": "Stata",
    "sql": "DuckDB",
    "pq": "Excel (Power Query)",
}


@dataclass(frozen=True)
class Newer:
    """What became of the selection: how many rows differ in the newest release; `rows` None: it
    cannot be told."""

    rows: int | None
    release: int = 0
    published: str = ""


def newer_sentence(newer: Newer, words: Wording) -> str:
    """Whether newer figures exist, in one sentence."""
    if newer.rows is None:
        return words.t("cite.page.unknown")
    if not newer.rows:
        return words.t("cite.page.same")
    return words.plural(
        "cite.page.newer",
        newer.rows,
        count=number(newer.rows, words),
        release=newer.release,
        date=date_text(newer.published[:10], words),
    )


def _size(count: int, words: Wording) -> str:
    if count < 1_000_000:
        return words.t("cite.page.kilobytes", count=number(max(count / 1_000, 0.1), words, 1))
    return words.t("cite.page.megabytes", count=number(count / 1_000_000, words, 1))


def _meaning(path: str, words: Wording) -> str:
    if path in _FILES:
        return words.t(f"cite.readme.file.{_FILES[path]}")
    if (program := _PROGRAMS.get(path.rpartition(".")[2])) and "/" in path:
        return words.t("cite.page.code", program=program)
    kind = "citation" if path.startswith("CITATION") else "readme"
    return words.t(f"cite.readme.file.{kind}")


def citations_of(package: Package, words: Wording) -> dict[str, str]:
    """The citation by the ending of its file: text, BibTeX, RIS. BibTeX and RIS are in English."""
    english = wording(DEFAULT)
    return {
        "txt": citation_text(package.cited, words) + "\n",
        "bib": bibtex(package.cited, english),
        "ris": ris(package.cited, english),
    }


def cite_page(
    name: str,
    package: Package,
    newer: Newer,
    words: Wording,
    *,
    live: str,
    frozen: str,
    changed: str,
    others: dict[str, str],
) -> str:
    """The page as a whole document. `live`, `frozen` and `changed` are addresses of pages;
    `others` those of this page by language."""
    cited = package.cited
    told = citations_of(package, words)
    sources: list[dict[str, Any]] = [
        {"about": each, "rows": number(each.rows, words), "quoting": quoting(each, words)}
        for each in cited.publications
    ]
    return render(
        "cite_page.html",
        t=words.t,
        code=words.code,
        direction=words.language.direction,
        light=colour_variables(PALETTES["light"]),
        dark=colour_variables(PALETTES["dark"]),
        script=look_name("cite.js"),
        name=name,
        package=package,
        rows=number(package.rows, words),
        published=date_text(cited.published[:10], words),
        newer=newer_sentence(newer, words),
        is_newer=bool(newer.rows),
        size=_size(package.size, words),
        members=[
            (path, _meaning(path, words), _size(size, words)) for path, size in package.members
        ],
        sources=sources,
        withheld=package.withheld,
        told=[
            (words.t("cite.page.text"), "txt", told["txt"]),
            ("BibTeX", "bib", told["bib"]),
            ("RIS", "ris", told["ris"]),
        ],
        live=live,
        frozen=frozen,
        changed=changed,
        languages=[(code, each.name, others[code]) for code, each in LANGUAGES.items()],
    )
