"""The one door through which formats read files: rows, documents, members, events, sheets.

Everything streams but JSON. What is broken is a FileRefused with file, place, rule and remedy.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final, cast

import openpyxl
import xlrd

from loaders.formats.contract import FileRefused, Sample
from loaders.formats.sample import HEAD_BYTES, decoded

CELL_CHARACTERS: Final = 131_072
"""The longest cell taken; a longer one is most likely a quotation mark that is never closed."""
_CHUNK: Final = 1 << 18
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_AS_UTF8: Final = "Save it as UTF-8 and load it again."
_AGAIN: Final = "The download may have been cut short: fetch it again."


def csv_rows(sample: Sample, *, delimiter: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every record of a CSV file (also gzip), the header included.

    The delimiter is read from the header (comma, semicolon or tab) when none is given. A record
    that spans lines has the number of its last line. Empty lines are left out.
    """
    name = sample.path.name
    with _raw(sample) as raw:
        encoding = _whole_encoding(raw, sample.encoding, name)
    with _raw(sample) as raw:
        lines = io.TextIOWrapper(raw, encoding=encoding, newline="")
        yield from rows_of(_guarded_lines(lines, name), name, delimiter=delimiter)


def rows_of(
    lines: Iterable[str], name: str, *, delimiter: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of CSV text given line by line; `name` is what a refusal calls it."""
    csv.field_size_limit(CELL_CHARACTERS)
    source = iter(lines)
    first = next(source, "")
    reader = csv.reader(
        _chained(first, source), delimiter=delimiter or delimiter_of(first), strict=True
    )
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileRefused(
                name,
                f"line {reader.line_num}",
                f"the line is not CSV ({error})",
                "Check the quotation marks on this line, or fetch the file again.",
            ) from error
        if row:
            yield reader.line_num, row


def delimiter_of(header: str) -> str:
    """The delimiter that stands most often outside quotation marks in a header line."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(",;\t", key=bare.count)


def json_document(sample: Sample) -> Any:
    """A JSON document. Numbers with a fraction or exponent stay text, exactly as published."""
    name = sample.path.name
    with _raw(sample) as raw:
        encoding = _whole_encoding(raw, sample.encoding, name)
    try:
        with _raw(sample) as raw:
            text = raw.read().decode(encoding)
        return json.loads(text, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise FileRefused(
            name,
            f"line {error.lineno}, column {error.colno}",
            f"the JSON is broken ({error.msg})",
            _AGAIN,
        ) from error
    except (RecursionError, ValueError) as error:
        raise FileRefused(
            name, "", "the JSON holds what no publisher writes", "Fetch the file again."
        ) from error


def zip_text(sample: Sample, member: str) -> Iterator[str]:
    """The lines of a text member of a zip, with their line ends. Raises FileRefused."""
    place = f"{sample.path.name}, member {member}"
    try:
        with zipfile.ZipFile(sample.path) as packed:
            with packed.open(member) as raw:
                named, _ = decoded(raw.read(HEAD_BYTES), whole=False)
            with packed.open(member) as raw:
                encoding = _whole_encoding(raw, named, place)
            with packed.open(member) as raw:
                lines = io.TextIOWrapper(raw, encoding=encoding, newline="")
                yield from _guarded_lines(lines, place)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileRefused(
            sample.path.name, f"member {member}", "it cannot be unpacked", _AGAIN
        ) from error
    except KeyError as error:
        raise FileRefused(
            sample.path.name, "", f"the zip has no member {member}", "Fetch the file again."
        ) from error


def xml_events(sample: Sample, tags: Iterable[str]) -> Iterator[ET.Element]:
    """Every finished element whose local name is among `tags`, whole; it is emptied afterwards.

    Give tags that do not contain one another: what lies inside an element already given is gone.
    """
    wanted = frozenset(tags)
    if "<!DOCTYPE" in sample.text:
        raise FileRefused(
            sample.path.name, "", "the XML has a DOCTYPE", "Ask for the file without one."
        )
    path: list[ET.Element] = []
    try:
        with _raw(sample) as raw:
            for event, element in ET.iterparse(raw, events=("start", "end")):
                if event == "start":
                    path.append(element)
                    continue
                path.pop()
                if element.tag.rpartition("}")[2] in wanted:
                    yield element
                    element.clear()
                    if path:
                        path[-1].remove(element)
    except ET.ParseError as error:
        line, column = error.position
        raise FileRefused(
            sample.path.name, f"line {line}, column {column}", "the XML is broken", _AGAIN
        ) from error


def workbook_sheets(sample: Sample) -> tuple[str, ...]:
    """The names of the sheets of a workbook (xlsx or xls), in their order."""
    if sample.kind == "xls":
        with xlrd.open_workbook(sample.path, on_demand=True) as book:
            return tuple(book.sheet_names())
    book = openpyxl.load_workbook(sample.path, read_only=True, data_only=True)
    try:
        return tuple(book.sheetnames)
    finally:
        book.close()


def workbook_rows(sample: Sample, sheet: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells, as text, of a sheet (the first when none is named)."""
    if sample.kind == "xls":
        with xlrd.open_workbook(sample.path, on_demand=True) as old:
            table = old.sheet_by_name(sheet) if sheet else old.sheet_by_index(0)
            for at in range(table.nrows):
                yield at + 1, [cell_text(value) for value in table.row_values(at)]
        return
    book = openpyxl.load_workbook(sample.path, read_only=True, data_only=True)
    try:
        page = book[sheet] if sheet else book.worksheets[0]
        page.reset_dimensions()  # publishers' files declare sheets of one cell
        for number, row in enumerate(page.iter_rows(values_only=True), 1):
            yield number, [cell_text(value) for value in row]
    finally:
        book.close()


def cell_text(value: object) -> str:
    """The text of a workbook's cell: whole numbers without `.0`, an empty cell as empty text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _raw(sample: Sample) -> IO[bytes]:
    if sample.kind == "gz":
        return cast(IO[bytes], gzip.open(sample.path, "rb"))
    return sample.path.open("rb")


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _guarded_lines(lines: Iterable[str], name: str) -> Iterator[str]:
    """Lines as they are; what cannot be unpacked, and NUL, becomes a FileRefused with its line."""
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            if "\x00" in line:
                raise FileRefused(
                    name,
                    f"line {number}",
                    "the line holds a NUL character, which no text file has",
                    "The file may be damaged: fetch it again.",
                )
            yield line
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FileRefused(
            name, f"after line {number}", "the packed file ends too early or is damaged", _AGAIN
        ) from error


def _whole_encoding(raw: IO[bytes], named: str, name: str) -> str:
    """The encoding of the whole, of which `named` is what its head showed.

    A head in plain ASCII may be followed by one Windows-1252 letter; both at once is refused.
    """
    if named not in ("utf-8", "utf-8-sig", "cp1252"):
        return named or "utf-8"
    decoder = codecs.getincrementaldecoder("utf-8")()
    single = multiple = False
    try:
        while chunk := raw.read(_CHUNK):
            multiple = multiple or bool(_MULTIBYTE.search(chunk))
            if not single:
                single = not _continues(decoder, chunk)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FileRefused(name, "", "the packed file is damaged or cut short", _AGAIN) from error
    if not single:
        return named if named != "cp1252" else "utf-8"
    if multiple or named == "utf-8-sig":
        raise FileRefused(name, "", "it mixes UTF-8 with another encoding", _AS_UTF8)
    return "cp1252"


def _continues(decoder: codecs.IncrementalDecoder, chunk: bytes) -> bool:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True
