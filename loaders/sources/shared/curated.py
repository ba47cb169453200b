"""Hands on what a curation's rules made of records, as records and refusals of a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from loaders.reading.contract import Record, Refusal, Sample
from loaders.sources.shared.curation import Curation


def gathering(dataset: str, sample: Sample) -> Curation:
    """An empty curation to run rules on; it reads and writes nothing itself."""
    return Curation(dataset, sample.path, sample.path.parent)


def drained(
    work: Curation,
    at: str,
    *,
    table: str = "observation",
    own: Mapping[str, str] | None = None,
    place: Callable[[str], str] | None = None,
) -> Iterator[Record | Refusal]:
    """What stands in `work`, which is empty afterwards.

    Rows stood at `at`; so did rejects, unless `place` makes a place of a reject's own line. `own`
    are cells that the operator's choices replace.
    """
    rows, rejects = work.rows, work.rejects
    work.rows, work.rejects = [], []
    for row in rows:
        yield Record(at, row | dict(own or {}), table)
    for reject in rejects:
        yield Refusal(
            place(reject["line"]) if place else at,
            reject["column"],
            reject["value"],
            reject["rule"],
            reject["reason"],
        )
