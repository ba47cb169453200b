"""The folder of cited packages: each file named by what is in it, written once, kept for ever.

Several processes share it. A file is written beside its place and then moved there, so that nobody
ever reads half of one. Nothing here deletes: an operator alone may.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from components.wording import DEFAULT, wording
from data.database import database_url, sqlite_path
from data.trouble import StoreError
from pages.service.settings import settings

NAME_LENGTH: Final = 32
"""Hex digits of the SHA-256 that name a package: half of them, which nobody can forge."""

_NAME: Final = re.compile(f"[0-9a-f]{{{NAME_LENGTH}}}")
_MINUTE: Final = 60.0
MOST_A_MINUTE: Final = 30
"""New packages that one process keeps in a minute, whoever asks."""

LEAST_FREE: Final = 512 * 1024 * 1024
"""Bytes that must stay free on the disk: the store often lies on the same one."""

_PIECE: Final = 1024 * 1024


class NotKept(StoreError):
    """A package cannot be kept now. `reason`: off, full, hurry (too many in a minute)."""

    def __init__(self, reason: str) -> None:
        super().__init__(wording(DEFAULT).t(f"cite.not_kept.{reason}.sentence"))
        self.reason = reason


class Damaged(StoreError):
    """A kept file does not hold any more what its name says."""


def is_name(text: str) -> bool:
    """Whether a text may name a package at all."""
    return _NAME.fullmatch(text) is not None


def folder_of(url: str, chosen: str) -> Path | None:
    """The folder that is set, else one beside a SQLite store; None: there is none."""
    if chosen:
        return Path(chosen)
    beside = sqlite_path(url)
    return None if beside is None else Path(beside).parent / "citations"


class Citations:
    """The packages of one folder; None: the feature is off. `most` are bytes of all together."""

    def __init__(self, folder: Path | None, most: int, *, a_minute: int = MOST_A_MINUTE) -> None:
        self._folder = folder
        self._most = most
        self._a_minute = a_minute
        self._kept: deque[float] = deque()
        self._lock = threading.Lock()
        self._whole: dict[Path, tuple[int, int]] = {}

    def path(self, name: str) -> Path | None:
        """The file of a package; None where there is none. Raises Damaged, OSError."""
        if self._folder is None or not is_name(name):
            return None
        path = self._folder / name[:2] / f"{name}.zip"
        try:
            state = path.stat()
        except FileNotFoundError:
            return None
        seen = (state.st_size, state.st_mtime_ns)
        if self._whole.get(path) != seen:
            if name_of_file(path) != name:
                raise Damaged(wording(DEFAULT).t("cite.damaged", name=name))
            if len(self._whole) > 10_000:
                self._whole.clear()
            self._whole[path] = seen
        return path

    def keep(self, pieces: Iterable[bytes]) -> str:
        """Keep a package, and give its name. One that is there already costs nothing.

        Raises NotKept, OSError.
        """
        folder = self._folder
        if folder is None:
            raise NotKept("off")
        folder.mkdir(parents=True, exist_ok=True)
        file, written = tempfile.mkstemp(prefix=".new-", suffix=".zip", dir=folder)
        try:
            digest, size = sha256(), 0
            with os.fdopen(file, "wb") as out:
                for piece in pieces:
                    digest.update(piece)
                    size += len(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
            name = digest.hexdigest()[:NAME_LENGTH]
            place = folder / name[:2] / f"{name}.zip"
            if not place.exists():
                self._admit(folder, size)
                place.parent.mkdir(exist_ok=True)
                os.chmod(written, 0o640)
                os.replace(written, place)
            return name
        finally:
            with suppress(FileNotFoundError):
                os.unlink(written)

    def _admit(self, folder: Path, size: int) -> None:
        """Raises NotKept where there is no room, or too many came within a minute."""
        with self._lock:
            now = time.monotonic()
            while self._kept and now - self._kept[0] > _MINUTE:
                self._kept.popleft()
            if len(self._kept) >= self._a_minute:
                raise NotKept("hurry")
            if held_bytes(folder) + size > self._most:
                raise NotKept("full")
            if shutil.disk_usage(folder).free < LEAST_FREE:
                raise NotKept("full")
            self._kept.append(now)


def held_bytes(folder: Path) -> int:
    """Bytes of every package of a folder."""
    total = 0
    for shelf in os.scandir(folder):
        if shelf.is_dir() and len(shelf.name) == 2:
            with os.scandir(shelf.path) as files:
                total += sum(each.stat().st_size for each in files if each.is_file())
    return total


def name_of_file(path: Path) -> str:
    """The name that a file's content gives it. Raises OSError."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()[:NAME_LENGTH]


_OPENED: Final[dict[tuple[str, str], Citations]] = {}


def citations() -> Citations:
    """The packages of this process's store."""
    chosen, url = settings(), database_url()
    key = (url, chosen.citations)
    if key not in _OPENED:
        most = chosen.citations_megabytes * 1_000_000
        _OPENED[key] = Citations(folder_of(url, chosen.citations), most)
    return _OPENED[key]
