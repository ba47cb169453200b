"""What a zip or a workbook says it holds, judged before any of it is unpacked for reading."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import IO, Final

from loaders.reading.contract import AGAIN, OWN, FileRefused
from loaders.reading.limits import Limits
from loaders.reading.markup import PROLOG_BYTES, refuse_doctype

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LONGEST_COMMENT: Final = 65_535
_LARGE_END: Final = b"PK\x06\x07"
_LARGE_END_SIZE: Final = 20
_ENTRY_BYTES: Final = 1_024
"""What an entry of the list may take on average: 46 bytes, the name, and little else."""
_ENCRYPTED: Final = 0x1
_SMALL: Final = 1_000_000
"""Below this size the ratio of a member says nothing."""
_NESTED: Final = re.compile(r"\.(zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|xls[xmb]?|ods)$", re.I)
_NESTED_STARTS: Final = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
_MACROS: Final = re.compile(r"vbaProject\.bin|macrosheets?/", re.I)
_MARKUP: Final = re.compile(r"\.(xml|rels)$", re.I)
_BY_HAND: Final = "Unpack it yourself, look at what it holds, and load the one file you need."


def refuse_long_list(file: IO[bytes], name: str, bounds: Limits) -> None:
    """Refuse a zip whose list of members is too long to be read. Raises FileRefused.

    Only the last record is looked at, so this costs nothing whatever the list holds.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - _END_SIZE - _LARGE_END_SIZE))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        rule = "it starts as a zip, but its list of members is missing"
        raise FileRefused(name, "end of file", rule, AGAIN)
    count, list_bytes = struct.unpack_from("<HL", tail, at + 10)
    large = tail[max(0, at - _LARGE_END_SIZE) : at].startswith(_LARGE_END)
    if large or count > bounds.members or list_bytes > bounds.members * _ENTRY_BYTES:
        rule = f"the zip names more than {bounds.members:,} members"
        raise FileRefused(name, "list of members", rule, _BY_HAND)


def refuse_archive(path: Path, bounds: Limits, *, workbook: bool) -> None:
    """Refuse a zip or workbook that could harm or mislead. Raises FileRefused."""
    name, place = path.name, "list of members"
    try:
        with path.open("rb") as file:
            refuse_long_list(file, name, bounds)
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
            _refuse_sizes(members, name, path.stat().st_size, bounds)
            for member in members:
                _refuse_member(member, name)
            for member in members:
                place = f"member {_named(member)}"
                _refuse_content(packed, member, name, workbook=workbook)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        UnicodeDecodeError,
        struct.error,
    ) as error:
        rule = "the zip is damaged, or says of itself what is not so"
        raise FileRefused(name, place, rule, AGAIN) from error


def _refuse_sizes(
    members: list[zipfile.ZipInfo], name: str, packed_bytes: int, bounds: Limits
) -> None:
    if len(members) > bounds.members:
        rule = f"the zip names {len(members):,} members, and at most {bounds.members:,} are read"
        raise FileRefused(name, "list of members", rule, _BY_HAND)
    whole = sum(member.file_size for member in members)
    if whole > bounds.unpacked_bytes:
        rule = f"it unpacks to {whole:,} bytes, and at most {bounds.unpacked_bytes:,} are read"
        raise FileRefused(name, "list of members", rule, _BY_HAND)
    if whole > max(_SMALL, packed_bytes * bounds.ratio):
        rule = f"it unpacks to more than {bounds.ratio} times its size, as no publisher's file does"
        raise FileRefused(name, "list of members", rule, _BY_HAND)
    for member in members:
        if member.file_size > max(_SMALL, member.compress_size * bounds.ratio):
            rule = f"it unpacks to more than {bounds.ratio} times its packed size"
            raise FileRefused(name, f"member {_named(member)}", rule, _BY_HAND)
    twice = [each for each, count in Counter(m.filename for m in members).items() if count > 1]
    if twice:
        raise FileRefused(name, f"member {twice[0][:80]!r}", "two members have the same name", OWN)


def _refuse_member(member: zipfile.ZipInfo, name: str) -> None:
    """What one entry of the list says of its member."""
    place = f"member {_named(member)}"
    parts = re.split(r"[/\\]", member.filename)
    outside = ".." in parts or not parts[0] or re.fullmatch(r"[A-Za-z]:", parts[0]) is not None
    if outside or not member.filename.isprintable():
        rule = "its name leads out of the archive or cannot be printed"
        raise FileRefused(name, place, rule, OWN)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise FileRefused(name, place, "it is a link to another file", OWN)
    if member.flag_bits & _ENCRYPTED:
        rule = "it is protected by a password"
        raise FileRefused(name, place, rule, "Unpack it with the password first.")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused(name, place, "it is packed in an unusual way", _BY_HAND)


def _refuse_content(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, *, workbook: bool
) -> None:
    """What the name and the first bytes of a member tell."""
    place = f"member {_named(member)}"
    if not workbook:
        with packed.open(member) as raw:
            start = raw.read(8)
        if _NESTED.search(member.filename) or start.startswith(_NESTED_STARTS):
            raise FileRefused(name, place, "it is an archive within the archive", _BY_HAND)
        return
    if _MACROS.search(member.filename):
        rule = "the workbook holds macros"
        raise FileRefused(name, place, rule, "Save it as .xlsx, without macros.")
    if _MARKUP.search(member.filename):
        with packed.open(member) as raw:
            refuse_doctype(raw.read(PROLOG_BYTES), name, place, strict=True)


def refuse_old_workbook(path: Path) -> None:
    """Refuse an .xls (or what looks like one) with macros or a password. Raises FileRefused."""
    content = path.read_bytes()
    for word, rule, remedy in (
        ("_VBA_PROJECT", "the workbook holds macros", "Save it as .xlsx, without macros."),
        (
            "EncryptedPackage",
            "the workbook is protected by a password",
            "Save it without the password.",
        ),
    ):
        if word.encode("utf-16-le") in content:
            raise FileRefused(path.name, "", rule, remedy)


def external_links(path: Path) -> tuple[str, ...]:
    """The parts of a workbook that link to other workbooks; they are never followed."""
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
    return tuple(n for n in names if re.fullmatch(r"xl/externalLinks/[^/]+\.xml", n))


def _named(member: zipfile.ZipInfo) -> str:
    text = member.filename if len(member.filename) <= 80 else f"{member.filename[:80]}…"
    return text if text.isprintable() else repr(text)
