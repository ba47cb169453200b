"""Curate who has ratified which treaty against child labour, forced labour and trafficking.

The files, and what is odd about each: `statements`. Which statement wins for one State and one
treaty: the newest complete official list, unless another file states a ratification that is later
than the day of that list; the most exact date of such later ones, then the order of `READERS`.
Where no list covers the treaty (the Slavery Conventions, the Covenant, C129): a ratification before
a signature, "not a party" and "unknown", then that order. What other files say differently is
noted. What no file states is absent: not known to us, which is not "not ratified".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from data.methods.notes import joined, note
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset
from loaders.sources.treaties import statements
from loaders.sources.treaties.codes import COLUMNS, KEY, ratification
from loaders.sources.treaties.statements import AS_OF, OF_ABSENCE, Found, Position, Statement

READERS: Final[dict[str, tuple[str, Callable[[str, Path], Found]]]] = {
    "normlex": ("treaties/ilo_ratifications_normlex_2023-05.csv", statements.normlex_list),
    "untc": ("treaties/un_treaties_2023-05.csv", statements.un_list),
    "untc_2015": ("treaties/un_treaties_2015_long.csv", statements.un_dates),
    "untc_2022": ("treaties/un_treaties_2022_year.csv", statements.un_years),
    "normlex_pages": ("treaties/ilo_ratification_years.csv", statements.ilo_years),
    "treaty_updates": ("treaties/ratification_updates_after_2023-05.csv", statements.updates),
    "normlex_secondary": ("treaties/ilo_ratification_years_secondary.csv", statements.ilo_years),
    "delta87_ratifications": (
        "../documents/delta87-dashboard-structure.md",
        statements.delta87_years,
    ),
    "ilab_ratifications": ("usdol/usdol_findings.csv", statements.ilab_answers),
    "ilo_universal": ("pathfinders/alliance_events.csv", statements.universal),
}
"""The datasets, the most trusted first: file below the material, and its reader."""

PREFERENCE: Final = tuple(READERS)
LISTS: Final = ("normlex", "untc")
"""The datasets that are complete official lists of the day `AS_OF`."""

OFFICIAL: Final = 11
"""The rank of what a list says; later ratifications stand before it by the length of their date."""


def datasets(material: Path) -> Iterator[Dataset]:
    """Each State and treaty in the dataset whose statement wins. Raises FileRefused."""
    records: dict[str, list[Record | Refusal]] = {dataset: [] for dataset in READERS}
    groups: dict[tuple[str, str], list[Statement]] = {}
    for dataset, (path, read) in READERS.items():
        for each in read(dataset, material / path):
            if isinstance(each, Refusal):
                records[dataset].append(each)
            else:
                groups.setdefault((each.row["area"], each.row["instrument"]), []).append(each)
    for group in groups.values():
        winner, *losers = _ranked(group)
        for loser in losers:
            _remark(winner, loser)
            if loser.line != OF_ABSENCE:
                records[loser.dataset].append(_superseded(loser, winner))
        records[winner.dataset].append(ratification(f"line {winner.line}", **winner.row))
    for dataset, (path, _) in READERS.items():
        table = f"ratifications/{dataset}"
        yield Dataset(dataset, material / path, table, records[dataset], COLUMNS, KEY)


def _superseded(loser: Statement, winner: Statement) -> Refusal:
    row = loser.row
    reason = f"{winner.row['source']} is preferred for {winner.row['area']}."
    value = row["date"] or row["status"]
    return Refusal(f"line {loser.line}", row["instrument"], value, "superseded", reason)


def _ranked(group: Sequence[Statement]) -> list[Statement]:
    """All statements on one State and one treaty, the best first; of one dataset the later line."""
    rank = _later_first if any(each.dataset in LISTS for each in group) else _rank
    return sorted(group, key=lambda s: (rank(s), PREFERENCE.index(s.dataset), -s.line))


def _later_first(candidate: Statement) -> int:
    """Under a complete list: later ratifications by exactness of date, the list, the rest.

    A bare year that is the list's own counts as later. That is right where the list has no
    ratification, and where it has one, that one stands before all others.
    """
    dataset, _, row = candidate
    if dataset in LISTS:
        return 0 if row["status"] == "ratified" else OFFICIAL
    date = row["date"]
    later = row["status"] == "ratified" and date and date >= AS_OF[: len(date)]
    return OFFICIAL - len(date) if later else OFFICIAL + 1


def _rank(candidate: Statement) -> int:
    """Ratified before signed before not a party before unknown; a dated 'no' is a statement."""
    return ("ratified", "signed", "not_ratified", "unknown").index(candidate.row["status"])


def _remark(winner: Statement, loser: Statement) -> None:
    """Add to the winner's note what the other publisher says differently."""
    won, lost = winner.row, loser.row
    if lost["status"] == "unknown" or loser.dataset in LISTS:
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


def _only_older(winner: Statement, lost: Position) -> bool:
    """Whether a loser's "not a party" only says what was so before the winner's date."""
    won = winner.row
    return lost["status"] == "not_ratified" and (
        won["status"] == "signed" or winner.dataset in LISTS or lost["as_of"] < won["date"]
    )
