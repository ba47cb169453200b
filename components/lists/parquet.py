"""Rows of a list as a Parquet file, in pieces: types stated, codes as dictionaries."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from components.byte_sink import ByteSink
from components.lists.resource import Column

ROWS_TOGETHER: Final = 60_000
"""Rows of a group, so that memory stays flat."""

_TYPES: Final = {"integer": pa.int32(), "number": pa.float64(), "text": pa.string()}
_PROSE: Final = frozenset({"note"})
_MARK: Final = r"^'('* *[=+\-@\t\r\n\x00])"


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """Years and counts as whole numbers, figures as doubles, codes as dictionaries of texts."""
    codes = pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        [
            (c.name, codes if c.kind == "text" and c.name not in _PROSE else _TYPES[c.kind])
            for c in columns
        ]
    )


def parquet_pieces(columns: Sequence[Column], pieces: Iterable[str]) -> Iterator[bytes]:
    """The file of the lines of a CSV of ours without its header; an empty cell is null."""
    schema, sink = schema_of(columns), ByteSink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for text in _together(pieces):
            writer.write_table(_table(text, columns, schema))
            yield sink.taken()
    yield sink.taken()


def _together(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    rows = 0
    for piece in pieces:
        held.append(piece)
        rows += piece.count("\n")
        if rows >= ROWS_TOGETHER:
            yield "".join(held)
            held, rows = [], 0
    if rows:
        yield "".join(held)


def _table(text: str, columns: Sequence[Column], schema: pa.Schema) -> pa.Table:
    names = [column.name for column in columns]
    read = pa_csv.read_csv(
        io.BytesIO(text.encode()),
        pa_csv.ReadOptions(column_names=names, use_threads=False),
        pa_csv.ParseOptions(newlines_in_values=True),
        pa_csv.ConvertOptions(
            column_types={column.name: _TYPES[column.kind] for column in columns},
            null_values=[""],
            strings_can_be_null=True,
        ),
    )
    plain = [
        pc.replace_substring_regex(read[c.name], pattern=_MARK, replacement=r"\1")
        if c.kind == "text"
        else read[c.name]
        for c in columns
    ]
    return pa.table(plain, names=names).cast(schema)
