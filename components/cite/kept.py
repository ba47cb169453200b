"""A package that was kept, told from the file itself."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from components.cite.cited import Cited, Publication, from_json


@dataclass(frozen=True)
class Package:
    """What a kept package says of itself. `query` is its selection as parameters, frozen at its
    release; `members` are its files with their bytes; `size` is that of the whole."""

    cited: Cited
    query: str
    rows: int
    withheld: tuple[Publication, ...]
    members: tuple[tuple[str, int], ...]
    size: int


def read_package(file: Path | IO[bytes]) -> Package:
    """Raises OSError, zipfile.BadZipFile, KeyError and ValueError for what is none of ours."""
    with zipfile.ZipFile(file) as packed:
        told = json.loads(packed.read("datapackage.json"))
        members = tuple((each.filename, each.file_size) for each in packed.infolist())
        assert packed.fp is not None
        size = packed.fp.seek(0, io.SEEK_END)
    own = told["target87"]
    cited = Cited(
        title=told["title"],
        address=told["homepage"],
        release=own["release"],
        published=own["published"],
        publications=from_json(told["sources"]),
    )
    return Package(cited, own["query"], own["rows"], from_json(own["withheld"]), members, size)
