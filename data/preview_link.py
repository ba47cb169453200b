"""Signed links to drafts: whoever has one sees one draft until a day, and nothing else.

The key is a setting, else a file beside a SQLite store that only its owner may read.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from pathlib import Path
from typing import Final

from itsdangerous import BadData, URLSafeSerializer

from data.database import sqlite_path
from data.trouble import StoreError

KEY_VARIABLE: Final = "TARGET87_PREVIEW_KEY"
SALT: Final = "target87 preview"
SHORTEST_KEY: Final = 16
DAY: Final = 86_400
MOST_DAYS: Final = 90
LONGEST_TOKEN: Final = 500


class NoKey(StoreError):
    """There is no key to sign links with."""


class LinkRefused(ValueError):
    """A link that shows nothing: it was changed, or its day is over (`expired`)."""

    def __init__(self, *, expired: bool) -> None:
        super().__init__("expired" if expired else "changed")
        self.expired = expired


def key_file(url: str) -> Path | None:
    """Where the key lies beside a SQLite store; None for other engines."""
    path = sqlite_path(url)
    return None if path is None else path.with_name(f"{path.name}.preview-key")


def preview_key(url: str, set_key: str = "", *, make: bool = False) -> str:
    """The key that is set, else that of the file, which loaders `make`. Raises NoKey."""
    chosen = set_key or os.environ.get(KEY_VARIABLE, "")
    if chosen:
        if len(chosen) < SHORTEST_KEY:
            raise NoKey(f"{KEY_VARIABLE} needs at least {SHORTEST_KEY} characters.")
        return chosen
    path = key_file(url)
    if path is None:
        raise NoKey(f"Links to drafts need the setting {KEY_VARIABLE}, the same for all processes.")
    if make and not path.exists():
        _make(path)
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise NoKey(
            "There is no key for links to drafts yet: python -m loaders questionnaire preview CODE"
        ) from error


def _make(path: Path) -> None:
    # Made whole and with its rights from the first moment, and by one process only.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        file = os.open(path, flags, 0o600)
    except FileExistsError:
        return
    with os.fdopen(file, "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(32))


def _signer(key: str) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt=SALT, signer_kwargs={"digest_method": hashlib.sha256})


def token_for(code: str, days: float, key: str, now: float | None = None) -> str:
    """A token that shows the draft of a code for so many days."""
    until = int((time.time() if now is None else now) + days * DAY)
    return _token(code, until, key)


def _token(code: str, until: int, key: str) -> str:
    made = _signer(key).dumps([code, until])
    return made if isinstance(made, str) else made.decode()


def opened(token: str, key: str, now: float | None = None) -> tuple[str, int]:
    """The code of the draft that a token shows, and until when (seconds). Raises LinkRefused."""
    try:
        if len(token) > LONGEST_TOKEN:
            raise LinkRefused(expired=False)
        code, until = _signer(key).loads(token)
        # Two spellings of Base64 can mean the same bytes; only ours is taken.
        whole = hmac.compare_digest(_token(code, until, key).encode(), token.encode())
    except (BadData, ValueError, TypeError, UnicodeError) as error:
        raise LinkRefused(expired=False) from error
    if not whole:
        raise LinkRefused(expired=False)
    if (time.time() if now is None else now) >= until:
        raise LinkRefused(expired=True)
    return str(code), int(until)
