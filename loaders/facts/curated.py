"""Our own tables of facts as files on their way in: each with its rows, and with the records of the
publisher's file that its curation rejected (data/tables/ledger and data/tables/rejected)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Table

from data import schema
from loaders.facts import tables
from loaders.facts.tables import TABLES, TableError
from loaders.reading.contract import Record, Refusal, Rows

FOLDERS: Final = {
    "observations": schema.observation,
    "ratifications": schema.ratification,
    "legal_facts": schema.legal_fact,
    "mechanisms": schema.mechanism,
    "suggested_actions": schema.suggested_action,
    "listed_goods": schema.listed_good,
    "survey_names": schema.survey_name,
    "national_series": schema.national_series,
    "events": schema.event,
    "stages": schema.stage,
    "roadmaps": schema.roadmap,
    "priorities": schema.priority,
    "actions": schema.action,
    "statuses": schema.status,
    "resources": schema.resource,
    "reports": schema.report,
    "framework_values": schema.framework_value,
    "partners": schema.partner,
    "seats": schema.seat,
    "seat_holders": schema.seat_holder,
    "gcg_meetings": schema.gcg_meeting,
    "meeting_points": schema.meeting_point,
    "action_groups": schema.action_group,
    "deliverables": schema.deliverable,
    "alliance_facts": schema.alliance_fact,
}
"""The folders of data/tables that fill a table of the store row by row."""

NOT_OURS: Final = frozenset({"release", "report"})
"""Columns that loads fill: our own tables do not have them."""

_LEDGER: Final = ("file", "sha256", "records_in", "loaded", "rejected")
_REJECT: Final = ("line", "column", "value", "rule", "reason")


@dataclass(frozen=True)
class CuratedFile:
    """A file of data/tables. `dataset` is its path without ending (`observations/unodc_glotip`).

    `file` and `sha256` are those of the publisher's file that it was curated from, of the table
    itself when people wrote it. `state` changes with its bytes and those of its rejects.
    """

    dataset: str
    path: Path
    table: Table
    file: str
    sha256: str
    curated: bool
    state: str

    def read(self) -> Iterator[Record | Refusal | Rows]:
        """Its rows, and what its curation rejected. Raises TableError, also when they are not as
        many as its ledger says."""
        rows = 0
        for item in self._rows():
            rows += len(item.places) if isinstance(item, Rows) else 1
            yield item
        if not self.curated:
            return
        name = self.dataset.rpartition("/")[2]
        (ledger,) = _lines("ledger", name, _LEDGER)
        refusals = [
            Refusal(f"line {row['line']}", *(row[c] for c in _REJECT[1:]))
            for row in _lines("rejected", name, _REJECT)
        ]
        yield from refusals
        told = tuple(int(ledger[c]) for c in ("loaded", "rejected", "records_in"))
        if told != (rows, len(refusals), rows + len(refusals)):
            raise TableError(
                f"ledger/{name}.csv says {told[0]} loaded and {told[1]} rejected of {told[2]}; "
                f"{self.dataset} holds {rows}, rejected/{name} {len(refusals)}"
            )

    def _rows(self) -> Iterator[Record | Rows]:
        columns = tuple(c.name for c in self.table.columns if c.name not in NOT_OURS)
        if self.table is schema.observation:
            yield from tables.rows(self.path, columns)
            return
        for line in tables.lines(self.path, columns):
            yield Record(f"{line.file}, line {line.number}", line.cells, self.table.name)


def _lines(kind: str, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    for path in _files(kind, name):
        yield from (line.cells for line in tables.lines(path, columns))


def _files(kind: str, name: str) -> list[Path]:
    return [path for path in tables.files(kind) if path.name.partition(".")[0] == name]


def curated_files() -> list[CuratedFile]:
    """Every file of FOLDERS, in their order, then by name. Raises TableError."""
    found = []
    for folder, table in FOLDERS.items():
        for path in tables.files(folder):
            name = path.name.partition(".")[0]
            dataset = f"{folder}/{name}"
            own = [path, *_files("ledger", name), *_files("rejected", name)]
            ledger = next(_lines("ledger", name, _LEDGER), None)
            state = tables.digest(own)
            file, sha256 = f"tables/{path.relative_to(TABLES).as_posix()}", state
            if ledger is not None:
                file, sha256 = ledger["file"], ledger["sha256"]
            found.append(CuratedFile(dataset, path, table, file, sha256, bool(ledger), state))
    return found
