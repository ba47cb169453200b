"""Takes the sample of a file that recognition works on: its kind, its head as text, its members."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from loaders.reading.contract import FileRefused, Sample

HEAD_BYTES: Final = 65_536
"""How much of a file is looked at before its format is known."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JSON: Final = re.compile(r'\{\s*(["}]|$)|\[\s*([\[{"\]\d-]|true|false|null|$)')
"""How JSON starts. A CSV may begin with a bracket too: the SDG portal's `[Age]`."""
_TEXT_CONTROLS: Final = frozenset("\t\n\r\f")


def sample_of(path: Path) -> Sample:
    """The sample of a file, from its first 64 kB (and, of a zip, its list of members).

    Raises FileRefused when it cannot be opened, or is a zip or gzip that is broken at its start.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            whole = not file.read(1)
    except OSError as error:
        rule = f"the file cannot be read ({error.strerror})"
        remedy = "Check its name and who may read it, then load again."
        raise FileRefused(path.name, "", rule, remedy) from error
    if not head:
        return Sample(path, "empty", b"", "", "")
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_sample(path, head)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Sample(path, "xls", head, "", "")
    if head.startswith(b"\x1f\x8b"):
        return _gzip_sample(path, head)
    return _text_sample(path, head, whole=whole)


def _zip_sample(path: Path, head: bytes) -> Sample:
    try:
        with zipfile.ZipFile(path) as packed:
            members = tuple(packed.namelist())
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as error:
        rule = "it starts as a zip file, but its list of members cannot be read"
        remedy = "The download may have been cut short: fetch it again."
        raise FileRefused(path.name, "", rule, remedy) from error
    kind = "xlsx" if "xl/workbook.xml" in members else "zip"
    return Sample(path, kind, head, "", "", members)


def _gzip_sample(path: Path, head: bytes) -> Sample:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        inner = unpacking.decompress(head, HEAD_BYTES)
    except zlib.error as error:
        rule = "it starts as a gzip file, but cannot be unpacked"
        remedy = "The download may be damaged: fetch it again."
        raise FileRefused(path.name, "", rule, remedy) from error
    encoding, text = decoded(inner, whole=unpacking.eof)
    return Sample(path, "gz", inner, text, encoding)


def _text_sample(path: Path, head: bytes, *, whole: bool) -> Sample:
    encoding, text = decoded(head, whole=whole)
    return Sample(path, _text_kind(text) if encoding else "binary", head, text, encoding)


def decoded(head: bytes, *, whole: bool) -> tuple[str, str]:
    """The encoding of text and the text: a byte order mark, else UTF-16, UTF-8, Windows-1252.

    `whole` says that nothing was cut off. Two empty texts when the bytes are no text.
    """
    named = next((name for mark, name in _BOMS if head.startswith(mark)), "")
    for encoding in (named,) if named else (*_utf16_without_mark(head), "utf-8", "cp1252"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(head, final=whole)
        except UnicodeDecodeError:
            continue
        if not _has_controls(text):
            return encoding, text
    return "", ""


def _utf16_without_mark(head: bytes) -> tuple[str, ...]:
    """UTF-16 read from its zero bytes: in Latin text every second byte is zero."""
    part = head[:512]
    half = len(part) // 2
    if half and part[1::2].count(0) > 0.6 * half and not part[0::2].count(0):
        return ("utf-16-le",)
    if half and part[0::2].count(0) > 0.6 * half and not part[1::2].count(0):
        return ("utf-16-be",)
    return ()


def _has_controls(text: str) -> bool:
    """Whether the start holds control characters that no text file has (1.5 kB tell)."""
    return any(c < " " and c not in _TEXT_CONTROLS for c in text[:1536])


def _text_kind(text: str) -> str:
    start = text.lstrip("\ufeff \t\r\n")[:1024].casefold()
    if _JSON.match(start):
        return "json"
    if not start.startswith("<"):
        return "csv"
    if start.startswith(("<!doctype html", "<html")) or "<html" in start:
        return "html"
    if start.startswith(("<table", "<div", "<head", "<body")):
        return "html"
    return "xml"
