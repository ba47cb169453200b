"""What a format gives, record by record, however it gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.reading.contract import Record, Refusal, Rows


def one_by_one(items: Iterable[Record | Refusal | Rows]) -> Iterator[Record | Refusal]:
    """The items, with many rows at once taken apart."""
    for item in items:
        if isinstance(item, Rows):
            for at, place in enumerate(item.places):
                yield Record(place, item.cells(at))
        else:
            yield item
