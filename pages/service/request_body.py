"""The body of a request that brings one: how long, of which kind, and how long it may take.

It is counted while it comes; what is beyond the bound is thrown away as it comes, for a moment, so
that the sentence reaches who sent it. Only so many are read at once, whoever sends them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from starlette.requests import ClientDisconnect, Request

from pages.service.numbers import refused

MOST_AT_ONCE: Final = 32
"""Bodies that are read at once: together they hold no more memory than a few pages."""
BODY_SECONDS: Final = 20.0
"""How long a body may take to arrive."""
AWAY_SECONDS: Final = 3.0
AWAY_BYTES: Final = 8_000_000
"""How long, and how much, of a body that is too long is thrown away before it is cut off."""

CUT_OFF: Final[Mapping[str, str]] = {"Connection": "close"}


class BodyRefused(Exception):
    """Why a body is not read: an HTTP status, the key of its sentence with its fields, headers."""

    def __init__(
        self, status: int, key: str, headers: Mapping[str, str] | None = None, **fields: object
    ) -> None:
        super().__init__(key)
        self.status, self.key, self.headers, self.fields = status, key, headers or {}, fields


class _Readers:
    """How many bodies are being read in this process."""

    now = 0


async def body_of(
    request: Request,
    *,
    kind: str,
    most: int,
    seconds: float = BODY_SECONDS,
    away: float = AWAY_SECONDS,
) -> bytes:
    """The whole body; `seconds` to read it in, `away` to throw away what is too long.

    Raises BodyRefused: 415 another kind, 413 too long, 408 too slow, 503 too many at once, 400 when
    its sender left.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != kind:
        raise _refused(415, "kind", kind=kind)
    if _Readers.now >= MOST_AT_ONCE:
        raise _refused(503, "busy", {"Retry-After": "3"})
    _Readers.now += 1
    try:
        async with asyncio.timeout(seconds):
            return await _read(request, most, away)
    except TimeoutError:
        raise _refused(408, "slow", CUT_OFF, seconds=round(seconds)) from None
    except ClientDisconnect:
        raise _refused(400, "broken_off") from None
    finally:
        _Readers.now -= 1


async def _read(request: Request, most: int, away: float) -> bytes:
    stated = request.headers.get("content-length", "")
    if stated.isdecimal() and (len(stated) > 18 or int(stated) > most):
        await _throw_away(request, away)
        raise _refused(413, "long", CUT_OFF, most=most // 1024)
    held, more = bytearray(), True
    while more:
        piece, more = await _piece(request)
        held += piece
        if len(held) > most:
            if more:
                await _throw_away(request, away)
            raise _refused(413, "long", CUT_OFF, most=most // 1024)
    return bytes(held)


async def _piece(request: Request) -> tuple[bytes, bool]:
    """What comes next, and whether more will. Raises ClientDisconnect."""
    message = await request.receive()
    if message["type"] != "http.request":
        raise ClientDisconnect
    return message.get("body", b""), bool(message.get("more_body", False))


async def _throw_away(request: Request, seconds: float) -> None:
    """Read what still comes, and keep nothing of it."""
    gone, more = 0, True
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while more and gone < AWAY_BYTES:
                piece, more = await _piece(request)
                gone += len(piece)


def _refused(
    status: int, why: str, headers: Mapping[str, str] | None = None, **fields: object
) -> BodyRefused:
    refused("body")
    return BodyRefused(status, f"body.{why}", headers, **fields)
