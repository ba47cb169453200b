"""Curate who has ratified which treaty against child labour, forced labour and trafficking.

Files below `treaties/` (and `usdol/` for the last one), with what is odd about each:

* `un_treaties_2015_long.csv`: UN Treaty Collection (https://treaties.un.org), exact dates as they
  stood in March 2015. A row without a ratification date is a signature only. The 1926 convention
  holds the UN period only: what was deposited with the League of Nations is not in it.
* `un_treaties_2022_year.csv`: the same publisher, years as of August 2022, for 193 States and
  seven treaties; `no action` is an explicit "not a party". Twelve years disagree with the dated
  file, whose date is kept and the other year noted.
* `ilo_ratification_years.csv`: ILO NORMLEX (https://normlex.ilo.org), 39 countries, each row with
  the page it is from; `ilo_ratification_years_secondary.csv` is weaker evidence and says so.
* `delta87-dashboard-structure.md`: notes on the Delta 8.7 dashboards, in the folder `documents`
  beside the material; four years that no other file has (https://delta87.org).
* `usdol_findings.csv`: the US Department of Labor's yes or no, without a date.
* `alliance_events.csv`: the universal ratification of Convention 182, used last (`ilo_universal`).

Order of preference for one State and one treaty: UN dates, UN years, ILO pages, weaker pages,
Delta 8.7, the Department's yes or no, the universal ratification. One exception: a statement of
ratification beats another's signature, "unknown" or "not a party", and the note tells the
difference. What no file states is absent: not known to us, which is not "not ratified".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from loaders.curate.kit import TABLES, Curation
from loaders.curate.treaty_files import (
    Found,
    Row,
    delta87_years,
    ilab_answers,
    ilo_years,
    un_dates,
    un_years,
    universal,
)

COLUMNS: Final = ("instrument", "area", "status", "date", "action", "note", "source", "page")
KEY: Final = ("area", "instrument")
PREFERENCE: Final = (
    "untc_2015",
    "untc_2022",
    "normlex",
    "normlex_secondary",
    "delta87_ratifications",
    "ilab_ratifications",
    "ilo_universal",
)


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/ratifications/*.csv from the seven files below `material`.

    Raises ValueError when two rows stand for one State and one treaty.
    """
    # load
    treaties = material / "treaties"
    readers: dict[str, tuple[Path, Callable[[Curation], Iterator[Found]]]] = {
        "untc_2015": (treaties / "un_treaties_2015_long.csv", un_dates),
        "untc_2022": (treaties / "un_treaties_2022_year.csv", un_years),
        "normlex": (treaties / "ilo_ratification_years.csv", ilo_years),
        "normlex_secondary": (treaties / "ilo_ratification_years_secondary.csv", ilo_years),
        "delta87_ratifications": (
            material.parent / "documents" / "delta87-dashboard-structure.md",
            delta87_years,
        ),
        "ilab_ratifications": (material / "usdol" / "usdol_findings.csv", ilab_answers),
        "ilo_universal": (material / "pathfinders" / "alliance_events.csv", universal),
    }
    curations = {d: Curation(d, path, material) for d, (path, _) in readers.items()}
    found = [row for d, (_, read) in readers.items() for row in read(curations[d])]

    # process
    groups: dict[tuple[str, str], list[Found]] = {}
    for candidate in found:
        row = candidate[2]
        groups.setdefault((row["area"], row["instrument"]), []).append(candidate)
    for group in groups.values():
        _settle(group, curations)

    # save
    for dataset, curation in curations.items():
        curation.write(f"ratifications/{dataset}", columns=COLUMNS, key=KEY, tables=tables)


def _settle(group: list[Found], curations: dict[str, Curation]) -> None:
    """Keep the best of all candidates for one State and one treaty; reject the others."""
    ranked = sorted(group, key=lambda c: (_rank(c[2]), PREFERENCE.index(c[0]), -c[1]))
    winner = ranked[0]
    for loser in ranked[1:]:
        _remark(winner[2], loser[2])
        curations[loser[0]].reject(
            line=loser[1],
            column=loser[2]["instrument"],
            value=loser[2]["date"] or loser[2]["status"],
            rule="superseded",
            reason=f"{winner[2]['source']} is preferred for {winner[2]['area']}.",
        )
    curations[winner[0]].keep(**winner[2])


def _rank(row: Row) -> int:
    """Ratified before signed before not a party before unknown; a dated 'no' is a statement."""
    return ("ratified", "signed", "not_ratified", "unknown").index(row["status"])


def _remark(winner: Row, loser: Row) -> None:
    """Add to the winner's note what the other publisher says differently."""
    if loser["status"] == "signed" and winner["status"] == "ratified":
        if loser["date"] and "Signed" not in winner["note"]:
            winner["note"] = _joined(winner["note"], f"Signed {loser['date']}.")
        return
    if loser["status"] == "signed" == winner["status"]:
        winner["note"] = "Signed, not a party, as of August 2022 (UNTC_2022)."
    elif (winner["status"], loser["status"]) == ("signed", "not_ratified"):
        winner["note"] = _joined(winner["note"], loser["note"])
    elif loser["status"] != winner["status"]:
        if loser["source"] != winner["source"] and loser["status"] != "unknown":
            winner["note"] = _joined(winner["note"], _contradiction(loser))
    elif loser["date"] and winner["date"] and loser["date"][:4] != winner["date"][:4]:
        winner["note"] = _joined(winner["note"], f"{loser['source']} gives {loser['date']}.")


def _contradiction(loser: Row) -> str:
    word = {"not_ratified": "not a party", "ratified": "a party"}.get(loser["status"], "signed")
    return f"{loser['source']} says {word}: {loser['note'].rstrip('.')}."


def _joined(note: str, more: str) -> str:
    return note if more in note else f"{note} {more}".strip()
