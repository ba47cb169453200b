"""Admits a file to loading or refuses it, before anything in it is parsed.

`validate_file` looks at the file, its name and its size, and at what an archive says it
holds. `ensure_valid` stands in front of every function that reads. The bounds are in
`loaders.reading.limits`.
"""

from __future__ import annotations

import io
import os
import stat
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, Final

from loaders.reading.archive import refuse_archive, refuse_long_list, refuse_old_workbook
from loaders.reading.contract import FileRefused, Sample
from loaders.reading.limits import MEGABYTE, Limits, limits
from loaders.reading.markup import refuse_doctype, refuse_open_markup
from loaders.reading.sample import sample_of

_NAME_BYTES: Final = 255
_NAME_SHOWN: Final = 60


def validate_file(path: Path) -> Sample:
    """The sample of a file that may be read. Raises FileRefused."""
    _name_in_order(path)
    _plain_file(path)
    _archive_list_in_order(path)
    return ensure_valid(sample_of(path))


def ensure_valid(sample: Sample) -> Sample:
    """The same sample, once what its kind demands was looked at. Raises FileRefused.

    A file that was found in order is not looked at again until it changes.
    """
    try:
        state = sample.path.stat()
    except OSError as error:
        raise _unreadable(sample.path.name, error) from error
    if sample.kind == "xml":
        refuse_doctype(sample.head, sample.path.name, "")
    _in_order(sample.path, sample.kind, (state.st_ino, state.st_size, state.st_mtime_ns), limits())
    return sample


@lru_cache(maxsize=64)
def _in_order(path: Path, kind: str, state: tuple[int, int, int], bounds: Limits) -> None:
    _small_enough(path.name, state[1], bounds)
    if kind in {"zip", "xlsx"}:
        refuse_archive(path, bounds, workbook=kind == "xlsx")
    elif kind == "html" and state[1] <= bounds.json_bytes:
        refuse_open_markup(path.read_bytes().decode("latin-1").replace("\0", ""), path.name)
    elif kind == "xls":
        refuse_old_workbook(path)


def shown(name: str) -> str:
    """A name as a sentence may hold it: one line, no control or direction marks, not overlong."""
    plain = "".join(c if unicodedata.category(c)[0] != "C" else "\ufffd" for c in name)
    return plain if len(plain) <= _NAME_SHOWN else f"{plain[:_NAME_SHOWN]}…"


def _name_in_order(path: Path) -> None:
    name = path.name
    if len(os.fsencode(name)) > _NAME_BYTES:
        rule = f"its name is longer than {_NAME_BYTES} bytes"
        raise FileRefused(shown(name), "", rule, "Give the file a shorter name.")
    if any(unicodedata.category(c)[0] == "C" for c in name):
        rule = "its name holds characters that cannot be seen or that turn the reading direction"
        remedy = "Give the file a name of ordinary letters and digits."
        raise FileRefused(shown(name), "", rule, remedy)


def _plain_file(path: Path) -> None:
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path.name, error) from error
    if stat.S_ISDIR(state.st_mode):
        rule = "it is a folder, not a file"
        raise FileRefused(path.name, "", rule, "Name the files in it one by one.")
    if not stat.S_ISREG(state.st_mode):
        rule = "it is a device or pipe, not a file"
        raise FileRefused(path.name, "", rule, "Save what it gives as a file, and load that.")
    _small_enough(path.name, state.st_size, limits())


def _archive_list_in_order(path: Path) -> None:
    try:
        with path.open("rb") as file:
            if file.read(2) == b"PK":
                refuse_long_list(file, path.name, limits())
    except OSError as error:
        raise _unreadable(path.name, error) from error


def _small_enough(name: str, size: int, bounds: Limits) -> None:
    if size > bounds.unpacked_bytes:
        rule = f"the file has {size:,} bytes, and at most {bounds.unpacked_bytes:,} are read"
        remedy = "Ask the publisher for a smaller selection, and load it in parts."
        raise FileRefused(name, "", rule, remedy)


def _unreadable(name: str, error: OSError) -> FileRefused:
    rule = f"the file cannot be read ({error.strerror})"
    return FileRefused(name, "", rule, "Check its name and who may read it, then load again.")


class Bounded(io.RawIOBase):
    """Bytes of a packed file, which is refused as soon as more come out than it may hold."""

    def __init__(self, inner: IO[bytes], name: str, most: int) -> None:
        self._inner, self._name, self._most, self._taken = inner, name, most, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; how many bytes came. Raises FileRefused."""
        part = self._inner.read(len(buffer))
        buffer[: len(part)] = part
        self._taken += len(part)
        if self._taken > self._most:
            rule = f"it unpacks to more than {self._most:,} bytes, as no publisher's file does"
            remedy = "Unpack it yourself, look at what it holds, and load a smaller selection."
            raise FileRefused(self._name, "", rule, remedy)
        return len(part)

    def close(self) -> None:
        """Close the packed file as well."""
        self._inner.close()
        super().close()


def bounded(inner: IO[bytes], path: Path) -> IO[bytes]:
    """A packed file's bytes, bounded by size and by ratio to the packed size."""
    bounds = limits()
    most = min(bounds.unpacked_bytes, max(MEGABYTE, bounds.ratio * path.stat().st_size))
    return io.BufferedReader(Bounded(inner, path.name, most), 1 << 18)
