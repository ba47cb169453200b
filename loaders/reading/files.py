"""The one door through which formats read files: rows, documents, members, events, sheets.

Everything streams but JSON. What is broken is a FileRefused with file, place, rule and remedy.
Every function asks `loaders.reading.admit` first, and keeps to its bounds; workbooks are read by a
limited process of their own.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import IO, Any, Final, cast
from xml.etree.ElementTree import Element

from loaders.reading.admit import bounded, ensure_valid
from loaders.reading.contract import AGAIN, OWN, FileRefused, Sample
from loaders.reading.limits import limits
from loaders.reading.markup import elements, refuse_doctype, refuse_json
from loaders.reading.sample import HEAD_BYTES, decoded
from loaders.reading.workbook import sheet_rows, sheet_states

CELL_CHARACTERS: Final = 131_072
"""The longest cell taken; a longer one is most likely a quotation mark that is never closed."""
_CHUNK: Final = 1 << 18
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_SEPARATOR: Final = re.compile(r'"?sep=([^"])"?', re.IGNORECASE)
"""The first line by which a spreadsheet tells itself what stands between two cells."""
_RECORD_LINES: Final = 4
"""How many of the longest lines one record may fill; more is a quotation mark left open."""
_AS_UTF8: Final = "Save it as UTF-8 and load it again."


def csv_rows(sample: Sample, *, delimiter: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every record of a CSV file (also gzip), the header included.

    The delimiter is read from the header (comma, semicolon or tab) when none is given. A record
    that spans lines has the number of its last line. Empty lines are left out.
    """
    name = ensure_valid(sample).path.name
    with _raw(sample) as raw:
        encoding = _whole_encoding(raw, sample.encoding, name)
    with _raw(sample) as raw:
        yield from rows_of(_guarded_lines(raw, encoding, name), name, delimiter=delimiter)


def rows_of(
    lines: Iterable[str], name: str, *, delimiter: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of CSV text given line by line; `name` is what a refusal calls it.

    Lines end with LF, CR or both. Empty lines and a spreadsheet's own `sep=;` above the header are
    passed over; line numbers count them.
    """
    csv.field_size_limit(CELL_CHARACTERS)
    source = iter(lines)
    header, above, named = _opening(source)
    record = _Record(name, above)
    reader = csv.reader(
        record.counted(chain((header,) if header else (), source)),
        delimiter=named or delimiter or delimiter_of(header),
        strict=True,
    )
    while True:
        record.characters = 0
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            rule = f"the line is not CSV ({error})"
            remedy = "Check the quotation marks on this line, or fetch the file again."
            raise FileRefused(name, f"line {above + reader.line_num}", rule, remedy) from error
        if len(row) > limits().columns:
            rule = f"it has {len(row):,} cells, and at most {limits().columns:,} are read"
            remedy = "Ask the publisher for the long layout, one line a figure."
            raise FileRefused(name, f"line {above + reader.line_num}", rule, remedy)
        if row:
            yield above + reader.line_num, row


def header_of(sample: Sample) -> list[str]:
    """The cells of a CSV's header as csv_rows gives them first; none for what is no CSV.

    Recognition goes by this, so that a file which can be read is recognised whatever its line ends.
    """
    if sample.kind not in ("csv", "gz"):
        return []
    lines = io.StringIO(sample.text, newline="")
    try:
        return [cell.strip() for cell in next(rows_of(lines, sample.path.name), (0, []))[1]]
    except FileRefused:
        return []


def _opening(lines: Iterator[str]) -> tuple[str, int, str]:
    """The header line, how many lines stand above it, and the delimiter that a `sep=` line names.

    A file without a header gives an empty line.
    """
    named = ""
    for above, line in enumerate(lines):
        line = line.lstrip("\ufeff")
        if found := _SEPARATOR.fullmatch(line.strip("\r\n")):
            named = found[1]
        elif line.strip(" ,;\t\r\n"):
            return line, above, named
    return "", 0, named


class _Record:
    """How many characters the record that is being read has taken so far."""

    def __init__(self, name: str, above: int) -> None:
        self.name, self.above, self.characters = name, above, 0

    def counted(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines as they are. Raises FileRefused when one record goes on and on."""
        most = _RECORD_LINES * limits().line_characters
        for number, line in enumerate(lines, self.above + 1):
            self.characters += len(line)
            if self.characters > most:
                rule = f"one record goes on for more than {most:,} characters"
                remedy = "Check the quotation marks above this line, or fetch the file again."
                raise FileRefused(self.name, f"line {number}", rule, remedy)
            yield line


def delimiter_of(header: str) -> str:
    """The delimiter that stands most often outside quotation marks in a header line."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(",;\t", key=bare.count)


def json_document(sample: Sample) -> Any:
    """A JSON document. Numbers with a fraction or exponent stay text, exactly as published."""
    name = ensure_valid(sample).path.name
    with _raw(sample) as raw:
        encoding = _whole_encoding(raw, sample.encoding, name)
    with _raw(sample) as raw:
        refuse_json(raw, name, limits())
    try:
        with _raw(sample) as raw:
            text = raw.read().decode(encoding)
        return json.loads(text, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FileRefused(name, place, f"the JSON is broken ({error.msg})", AGAIN) from error
    except RecursionError as error:
        rule = "its lists and objects nest deeper than any publisher's"
        raise FileRefused(name, "", rule, OWN) from error
    except UnicodeDecodeError as error:
        raise _not_text(name, f"byte {error.start:,}", error.encoding) from error
    except ValueError as error:
        raise FileRefused(name, "", "a number in it has thousands of digits", OWN) from error


def zip_text(sample: Sample, member: str) -> Iterator[str]:
    """The lines of a text member of a zip, with their line ends. Raises FileRefused."""
    place = f"{ensure_valid(sample).path.name}, member {member}"
    try:
        with zipfile.ZipFile(sample.path) as packed:
            with packed.open(member) as raw:
                named, _ = decoded(raw.read(HEAD_BYTES), whole=False)
            with packed.open(member) as raw:
                encoding = _whole_encoding(raw, named, place)
            with packed.open(member) as raw:
                yield from _guarded_lines(raw, encoding, place)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
    ) as error:
        rule = "it cannot be unpacked"
        raise FileRefused(sample.path.name, f"member {member}", rule, AGAIN) from error
    except KeyError as error:
        rule = f"the zip has no member {member}"
        raise FileRefused(sample.path.name, "", rule, "Fetch the file again.") from error


def xml_events(sample: Sample, tags: Iterable[str]) -> Iterator[Element]:
    """Every finished element whose local name is among `tags`, whole; it is emptied afterwards.

    Give tags that do not contain one another: what lies inside an element already given is gone.
    """
    name = ensure_valid(sample).path.name
    refuse_doctype(sample.head, name, "")
    with _raw(sample) as raw, _unpacking(name):
        yield from elements(raw, frozenset(tags), name, limits())


def workbook_sheets(sample: Sample) -> tuple[str, ...]:
    """The names of the sheets of a workbook (xlsx or xls) that can be seen, in their order."""
    return tuple(name for name, state in sheet_states(sample) if state == "visible")


def workbook_rows(sample: Sample, sheet: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells, as text, of a sheet (the first visible one when none is named).

    Empty rows are left out. A formula's cell gives the formula (`=A1*2`), never its remembered
    result.
    """
    return sheet_rows(sample, sheet)


def _raw(sample: Sample) -> IO[bytes]:
    if sample.kind == "gz":
        return bounded(cast(IO[bytes], gzip.open(sample.path, "rb")), sample.path)
    return sample.path.open("rb")


@contextmanager
def _unpacking(name: str) -> Iterator[None]:
    """Turns the errors of a damaged gzip file or member into a FileRefused."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        rule = "the packed file is damaged or cut short"
        raise FileRefused(name, "end of file", rule, AGAIN) from error


def _guarded_lines(raw: IO[bytes], encoding: str, name: str) -> Iterator[str]:
    """Lines with their ends; what is too long, no text or NUL is a FileRefused with its line."""
    most = limits().line_characters
    number = 0
    try:
        with io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
            for number, line in enumerate(iter(partial(text.readline, most), ""), 1):
                _refuse_line(line, number, most, name)
                yield line
    except UnicodeDecodeError as error:
        raise _not_text(name, f"after line {number}", error.encoding) from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        rule = "the packed file ends too early or is damaged"
        raise FileRefused(name, f"after line {number}", rule, AGAIN) from error


def _refuse_line(line: str, number: int, most: int, name: str) -> None:
    if "\x00" in line:
        rule = "the line holds a NUL character, which no text file has"
        raise FileRefused(name, f"line {number}", rule, "The file may be damaged: fetch it again.")
    if len(line) >= most:
        rule = f"the line is longer than {most:,} characters"
        raise FileRefused(name, f"line {number}", rule, OWN)


def _not_text(name: str, place: str, encoding: str) -> FileRefused:
    return FileRefused(name, place, f"not valid {encoding.upper()}", _AS_UTF8)


def _whole_encoding(raw: IO[bytes], named: str, name: str) -> str:
    """The encoding of the whole, of which `named` is what its head showed.

    A head in plain ASCII may be followed by one Windows-1252 letter; both at once is refused.
    """
    judged = named in ("utf-8", "utf-8-sig", "cp1252")
    decoder = codecs.getincrementaldecoder("utf-8")()
    multiple = False
    single = lines = 0
    with _unpacking(name):
        while chunk := raw.read(_CHUNK):
            if judged:
                multiple = multiple or bool(_MULTIBYTE.search(chunk))
                single = single or _first_break(decoder, chunk, lines)
            lines += max(chunk.count(b"\n"), chunk.count(b"\r"))
            if lines > limits().lines:
                rule = f"the file has more than {limits().lines:,} lines"
                remedy = "Ask the publisher for a smaller selection, and load it in parts."
                raise FileRefused(name, "", rule, remedy)
    if not judged:
        return named or "utf-8"
    if not single:
        return named if named != "cp1252" else "utf-8"
    if multiple or named == "utf-8-sig":
        rule = "the file mixes UTF-8 with another encoding"
        raise FileRefused(name, f"line {single}", rule, _AS_UTF8)
    return "cp1252"


def _first_break(decoder: codecs.IncrementalDecoder, chunk: bytes, lines: int) -> int:
    """The line of the first byte that is not UTF-8, when `lines` ended before; 0 for none."""
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError as error:
        ends = max(chunk.count(b"\n", 0, error.start), chunk.count(b"\r", 0, error.start))
        return lines + ends + 1
    return 0
