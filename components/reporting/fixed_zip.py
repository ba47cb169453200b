"""Office files that are the same bytes whenever they are made of the same facts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

_MOMENT: Final = re.compile(
    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)"
)


def same_bytes(file: bytes, day: str) -> bytes:
    """The file with the day of its facts (`2026-11-27`) in place of the moment it was made."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in given.namelist():
            # Without a date of its own a member bears the earliest that the format knows.
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, _dated(name, given.read(name), day))
    return made.getvalue()


def _dated(name: str, content: bytes, day: str) -> bytes:
    if name != "docProps/core.xml":
        return content
    moment = f"{day[:10]}T00:00:00Z".encode()
    return _MOMENT.sub(rb"\g<1>" + moment + rb"\g<2>", content)
