"""Curate who has ratified which treaty against child labour, forced labour and trafficking.

Files below `treaties/` (and `usdol/` for the last but one), with what is odd about each:

* the complete lists of May 2023 and the later facts: see `official_lists`;
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

Which statement wins for one State and one treaty: the newest complete official list, unless another
file states a ratification that is later than the day of that list; the most exact date of such
later ones, then the order below. Where no list covers the treaty (the Slavery Conventions, the
Covenant, C129): a ratification before a signature, "not a party" and "unknown", then the order
below. What other files say differently is noted. What no file states is absent: not known to us,
which is not "not ratified".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from data.methods.notes import joined, note
from loaders.facts.tables import TABLES
from loaders.sources.shared.curation import Curation
from loaders.sources.treaties.files import (
    Found,
    Row,
    delta87_years,
    ilab_answers,
    ilo_years,
    un_dates,
    un_years,
    universal,
)
from loaders.sources.treaties.official_lists import (
    AS_OF,
    LINE_OF_NONE,
    normlex_list,
    un_list,
    updates,
)

COLUMNS: Final = (
    "instrument", "area", "status", "date", "action", "note", "source", "page", "as_of",
)  # fmt: skip
KEY: Final = ("area", "instrument")
LISTS: Final = ("normlex", "untc")
"""The datasets that are complete official lists of the day `AS_OF`."""

OFFICIAL: Final = 11
"""The rank of what a list says; later ratifications stand before it by the length of their date."""

PREFERENCE: Final = (
    *LISTS,
    "untc_2015",
    "untc_2022",
    "normlex_pages",
    "treaty_updates",
    "normlex_secondary",
    "delta87_ratifications",
    "ilab_ratifications",
    "ilo_universal",
)


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/ratifications/*.csv from the files below `material`.

    Raises ValueError when two rows stand for one State and one treaty.
    """
    # load
    treaties = material / "treaties"
    readers: dict[str, tuple[Path, Callable[[Curation], Iterator[Found]]]] = {
        "normlex": (treaties / "ilo_ratifications_normlex_2023-05.csv", normlex_list),
        "untc": (treaties / "un_treaties_2023-05.csv", un_list),
        "treaty_updates": (treaties / "ratification_updates_after_2023-05.csv", updates),
        "untc_2015": (treaties / "un_treaties_2015_long.csv", un_dates),
        "untc_2022": (treaties / "un_treaties_2022_year.csv", un_years),
        "normlex_pages": (treaties / "ilo_ratification_years.csv", ilo_years),
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
    listed = any(dataset in LISTS for dataset, _, _ in group)
    ranked = sorted(
        group,
        key=lambda c: (
            (_later_first(c) if listed else _rank(c[2])),
            PREFERENCE.index(c[0]),
            -c[1],
        ),
    )
    winner = ranked[0]
    for loser in ranked[1:]:
        _remark(winner, loser)
        if loser[1] == LINE_OF_NONE:
            continue
        curations[loser[0]].reject(
            line=loser[1],
            column=loser[2]["instrument"],
            value=loser[2]["date"] or loser[2]["status"],
            rule="superseded",
            reason=f"{winner[2]['source']} is preferred for {winner[2]['area']}.",
        )
    curations[winner[0]].keep(**winner[2])


def _later_first(candidate: Found) -> int:
    """Where a complete list speaks: later ratifications by exactness of date, the list, the rest.

    A bare year that is the list's own counts as later: `_settle` asks only where the list has no
    ratification, for one that it has is of that year or before.
    """
    dataset, _, row = candidate
    if dataset in LISTS:
        return 0 if row["status"] == "ratified" else OFFICIAL
    date = row["date"]
    later = row["status"] == "ratified" and date and date >= AS_OF[: len(date)]
    return OFFICIAL - len(date) if later else OFFICIAL + 1


def _rank(row: Row) -> int:
    """Ratified before signed before not a party before unknown; a dated 'no' is a statement."""
    return ("ratified", "signed", "not_ratified", "unknown").index(row["status"])


def _remark(winner: Found, loser: Found) -> None:
    """Add to the winner's note what the other publisher says differently."""
    won, lost = winner[2], loser[2]
    if lost["status"] == "unknown" or loser[0] in LISTS:
        return
    if lost["status"] == "signed":
        if won["status"] == "ratified" and lost["date"] and "signed:" not in won["note"]:
            won["note"] = joined(won["note"], note("signed", lost["date"]))
        elif won["status"] == "signed" and won["as_of"] < lost["as_of"]:
            won["as_of"] = lost["as_of"]
    elif lost["status"] != won["status"]:
        if lost["source"] != won["source"] and not _only_older(winner, lost):
            won["note"] = joined(won["note"], note("other_state", lost["source"], lost["status"]))
    elif lost["date"] and won["date"] and lost["date"][:4] != won["date"][:4]:
        won["note"] = joined(won["note"], note("other_date", lost["source"], lost["date"]))


def _only_older(winner: Found, lost: Row) -> bool:
    """Whether a loser's "not a party" only says what was so before the winner's date."""
    won = winner[2]
    return lost["status"] == "not_ratified" and (
        won["status"] == "signed" or winner[0] in LISTS or lost["as_of"] < won["date"]
    )
