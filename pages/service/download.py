"""A file as an HTTP answer: its tags, its length, a part of it, or why it cannot be had now."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from components.wording import DEFAULT, wording
from data.trouble import StoreError
from pages.service.compression import allows
from pages.service.exports import RETRY_SECONDS, Busy, Maker, exports
from pages.service.files import is_known
from pages.service.growing_file import GrowingFile, packed_form

CSV: Final = "text/csv; charset=utf-8"
_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


async def _nothing_else(_file: GrowingFile) -> Response | None:
    return None


@dataclass(frozen=True)
class Asked:
    """What is asked for: `content` names the bytes; no two states of a store share a name.

    `make` gives the file in pieces, its header first; `media` is its type. `stays`: worth finishing
    and keeping. `inline`: to be looked at rather than saved. `headers`: further ones. `otherwise`
    may answer in place of a file that failed or came out odd; it runs when the file has ended
    before its first block was full.
    """

    content: tuple[Hashable, ...]
    name: str
    changed: str
    make: Maker
    media: str = CSV
    stays: bool = False
    inline: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    otherwise: Callable[[GrowingFile], Awaitable[Response | None]] = _nothing_else


class Download(Response):
    """The answer to GET and HEAD of a file; HEAD and what the client already has make nothing."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer. While the client sleeps, no thread and no connection of the database is held."""
        given = Headers(scope=scope)
        packed = allows(given.get("accept-encoding", ""), "gzip")
        headers = _headers(self.asked, packed=packed)
        async with AsyncExitStack() as held:
            answer = await self._answer(scope["method"], given, headers, packed, held)
            await answer(scope, receive, send)

    async def _answer(
        self,
        method: str,
        given: Headers,
        headers: dict[str, str],
        packed: bool,
        held: AsyncExitStack,
    ) -> Response:
        if _known_again(given, headers):
            return Response(status_code=304, headers=headers)
        if method == "HEAD":
            return _head(exports().whole(self.asked.content), headers, packed=packed)
        asked = self.asked
        try:
            opened = exports().opened(asked.content, asked.make, stays=asked.stays)
            file = await held.enter_async_context(opened)
        except Busy:
            return busy()
        await file.begun()
        if file.ended and (other := await asked.otherwise(file)) is not None:
            return other
        if file.failure is not None:
            return not_made(file.failure)
        if _wants_part(given, headers):
            await file.finished()
        return _sent(file, given, headers, packed=packed)


def _headers(asked: Asked, *, packed: bool) -> dict[str, str]:
    said = " ".join(map(str, asked.content))
    form = f"-gzip{packed_form()}" if packed else ""
    how = "inline" if asked.inline else "attachment"
    headers = {
        "Content-Type": asked.media,
        "Content-Disposition": f'{how}; filename="{asked.name}"',
        "ETag": f'"{sha256(said.encode()).hexdigest()[:32]}{form}"',
        "Last-Modified": format_datetime(_moment(asked.changed), usegmt=True),
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
        **dict(asked.headers),
    }
    # A stated encoding keeps the compressing middleware away.
    return headers | ({"Content-Encoding": "gzip"} if packed else {})


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text) if text else datetime.fromtimestamp(0, UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _known_again(given: Headers, headers: dict[str, str]) -> bool:
    """Whether the client has these bytes; a tag outweighs a date (RFC 9110, 13.2.2)."""
    if (tags := given.get("if-none-match")) is not None:
        return is_known(headers["ETag"], tags)
    if (since := given.get("if-modified-since")) is not None:
        try:
            return parsedate_to_datetime(since) >= parsedate_to_datetime(headers["Last-Modified"])
        except (ValueError, TypeError):
            return False
    return False


def _wants_part(given: Headers, headers: dict[str, str]) -> bool:
    """Whether one part is asked for, of the file as it is now. Anything odd gets the whole."""
    only_if = given.get("if-range")
    same = only_if is None or only_if in (headers["ETag"], headers["Last-Modified"])
    found = _RANGE.fullmatch(given.get("range", "").strip())
    return same and found is not None and found.groups() != ("", "")


def _part(text: str, size: int) -> tuple[int, int]:
    """First byte and the one behind the last; empty when there is no such part."""
    found = _RANGE.fullmatch(text.strip())
    assert found is not None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1, size) if last else size


def _head(file: GrowingFile | None, headers: dict[str, str], *, packed: bool) -> Response:
    answer = Response(headers=headers)
    del answer.headers["content-length"]
    if file is not None:
        answer.headers["Content-Length"] = str(file.size(packed=packed))
    return answer


def _sent(file: GrowingFile, given: Headers, headers: dict[str, str], *, packed: bool) -> Response:
    if not file.whole:
        return StreamingResponse(file.pieces(packed=packed), headers=headers)
    size = file.size(packed=packed)
    if not _wants_part(given, headers):
        headers["Content-Length"] = str(size)
        return StreamingResponse(file.pieces(packed=packed, stop=size), headers=headers)
    first, after = _part(given["range"], size)
    if first >= after or first >= size:
        return PlainTextResponse(status_code=416, headers={"Content-Range": f"bytes */{size}"})
    headers["Content-Length"] = str(after - first)
    headers["Content-Range"] = f"bytes {first}-{after - 1}/{size}"
    pieces = file.pieces(packed=packed, start=first, stop=after)
    return StreamingResponse(pieces, status_code=206, headers=headers)


def busy() -> Response:
    """503: too many files are being made; says when to come back."""
    text = wording(DEFAULT).t("exports.busy", seconds=str(RETRY_SECONDS))
    return PlainTextResponse(
        text + "\n", status_code=503, headers={"Retry-After": str(RETRY_SECONDS)}
    )


def not_made(why: Exception) -> Response:
    """503: the file could not be made; says why as far as that helps the client."""
    text = str(why) if isinstance(why, StoreError) else wording(DEFAULT).t("exports.not_made")
    return PlainTextResponse(
        text + "\n", status_code=503, headers={"Retry-After": str(RETRY_SECONDS)}
    )
