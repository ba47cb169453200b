"""What can be taken away of a view: files, citation, addresses, the call for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.explore.links import Links, rows_asked
from components.explore.view import View
from components.explore.withheld import withheld_lines
from components.markup import render
from components.wording import Wording
from data.records import Known

PICTURES: Final = (("png", "picture.png"), ("svg", "picture.svg"))
NAMES: Final = {"parquet": "Parquet"}
TABLES: Final = ("xlsx", "json", "parquet")


@dataclass(frozen=True)
class Held:
    """How many rows of a view may be passed on and how many may not, by source, and the countries
    among the former."""

    rows: Mapping[str, int]
    withheld: Mapping[str, int]
    countries: int

    @property
    def total(self) -> int:
        """Rows of the file."""
        return sum(self.rows.values())


def _file(name: str, kind: str, href: str, wording: Wording) -> dict[str, str]:
    about = wording.t(f"explore_take.about.{kind}")
    return {"kind": name, "text": wording.t(f"explore_take.{kind}"), "about": about, "href": href}


def _counted(what: str, count: int, wording: Wording) -> str:
    return wording.plural(f"explore_take.{what}", count, count=numbers.number(count, wording))


def take_html(
    view: View,
    held: Held,
    known: Known,
    links: Links,
    wording: Wording,
    *,
    citation: str,
    bibtex: str,
    newest: int,
    title: str,
    drawn: bool,
) -> str:
    """The box at the side. `newest` is the release that a frozen link names; `drawn` says whether
    there is a picture."""
    filters = rows_asked(view)
    frozen = view.at_release(filters.as_of or newest)
    comma = wording.t("sentence.comma")
    count = comma.join(
        (
            _counted("figures", held.total, wording),
            _counted("countries", held.countries, wording),
        )
    )
    return render(
        "explore_take.html",
        t=wording.t,
        total=held.total,
        count=count,
        csv=links.file(view, ".csv"),
        tables=[
            _file(NAMES.get(kind, kind.upper()), kind, links.file(view, f".{kind}"), wording)
            for kind in TABLES
        ],
        pictures=[
            _file(kind.upper(), kind, links.drawn(path, view), wording) for kind, path in PICTURES
        ]
        if drawn
        else [],
        subset=links.subset(view),
        citation=citation,
        bibtex=bibtex,
        shown=links.to(view),
        live=links.to(view),
        frozen=links.to(frozen),
        embed=links.drawn("embed", view) if drawn else "",
        embed_frozen=links.drawn("embed", frozen) if drawn else "",
        title=title,
        withheld=withheld_lines(held.withheld, known, wording),
    )
