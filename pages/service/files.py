"""Files that never change while the process runs: Streamlit's own, ours, and the map's shapes.

They are known at the start, so that no address reaches anything else; texts go out compressed
(compression.py), and what has a hash in its name is kept by browsers for a year.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.look import look_files
from pages.service.compression import Compressed, chosen_encoding
from pages.service.middleware import Handler

TEXTS: Final = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
}
OTHERS: Final = {".gif": "image/gif", ".png": "image/png", ".woff2": "font/woff2"}
UNKNOWN: Final = "application/octet-stream"

FOR_EVER: Final = "public, immutable, max-age=31536000"
A_DAY: Final = "public, max-age=86400"
ALWAYS_ASK: Final = "no-cache"
PIECE: Final = 64 * 1024
"""Bytes sent at once, so that a slow reader holds no more of them in memory."""

_HASHED: Final = re.compile(r"\.[\w-]{8,12}\.[a-z0-9]+$")
_METHODS: Final = ("GET", "HEAD")
GEO: Final = Path(__file__).resolve().parents[2] / "data" / "geo"


def streamlit_static() -> Path:
    """The folder of Streamlit's own page: `index.html`, and `static/` with scripts and fonts."""
    found = find_spec("streamlit")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "static"


@dataclass
class Kept:
    """One file or text that is served as often as asked for. `content` None: read from `path`."""

    kind: str
    tag: str
    caching: str
    path: Path | None = None
    content: bytes = b""
    compressed: Compressed | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if self.kind in TEXTS.values():
            self.compressed = Compressed(self._read)

    def _read(self) -> bytes:
        return self.path.read_bytes() if self.path else self.content

    async def answer(
        self, request: Headers, *, status: int = 200, more: Mapping[str, str] | None = None
    ) -> Response:
        """The answer to a GET or HEAD with these headers: 304, compressed, or as it is."""
        headers = {"ETag": self.tag, "Cache-Control": self.caching, **(more or {})}
        if self.compressed is not None:
            headers.setdefault("Vary", "Accept-Encoding")
        if status == HTTPStatus.OK and is_known(self.tag, request.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        encoding = chosen_encoding(request.get("accept-encoding", ""))
        if self.compressed is None or encoding is None:
            return self._plain(status, headers)
        body = await self.compressed.body(encoding)
        headers |= {"Content-Encoding": encoding}
        return _in_pieces(body, status, headers, self.kind)

    def _plain(self, status: int, headers: Mapping[str, str]) -> Response:
        if self.path is not None:
            return FileResponse(self.path, status, headers, media_type=self.kind)
        return _in_pieces(self.content, status, headers, self.kind)


def is_known(tag: str, asked: str) -> bool:
    """Whether an `If-None-Match` names the tag, be it weak or strong (RFC 9110, 13.1.2)."""
    known = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return asked.strip() == "*" or tag.removeprefix("W/") in known


def _in_pieces(body: bytes, status: int, headers: Mapping[str, str], kind: str) -> Response:
    async def pieces() -> AsyncIterator[memoryview]:
        view = memoryview(body)
        for start in range(0, len(body), PIECE):
            yield view[start : start + PIECE]

    length = {"Content-Length": str(len(body))}
    return StreamingResponse(pieces(), status, {**headers, **length}, media_type=kind)


def file_of(path: Path) -> Kept:
    """A file of a folder that stays as it is while the process runs. Raises OSError."""
    known = path.stat()
    suffix = path.suffix.lower()
    return Kept(
        kind=TEXTS.get(suffix) or OTHERS.get(suffix, UNKNOWN),
        tag=f'W/"{known.st_mtime_ns:x}-{known.st_size:x}"',
        caching=FOR_EVER if _HASHED.search(path.name) else A_DAY,
        path=path,
    )


def text_of(content: bytes, kind: str, caching: str) -> Kept:
    """A text made by us."""
    tag = f'W/"{sha256(content).hexdigest()[:16]}"'
    return Kept(kind=kind, tag=tag, caching=caching, content=content)


@cache
def known_files() -> dict[str, Kept]:
    """Every file by its address. Raises OSError."""
    folders = {"/static/": streamlit_static() / "static", "/geo/": GEO}
    files = {
        prefix + path.relative_to(folder).as_posix(): file_of(path)
        for prefix, folder in folders.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for name, content in look_files().items():
        suffix = Path(name).suffix
        files[f"/look/{name}"] = text_of(content, TEXTS.get(suffix) or OTHERS[suffix], FOR_EVER)
    return files


class Files(Handler):
    """ASGI middleware that answers what lies below the folders of known_files, and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app)
        self.files = known_files()
        self.folders = tuple({f"/{path.split('/')[1]}/" for path in self.files})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a file, 404 or 405; pass on what belongs to others."""
        path = address_of(scope)
        if not path.startswith(self.folders):
            await self.app(scope, receive, send)
            return
        found = self.files.get(path)
        if found is None:
            answer: Response = plain_answer(HTTPStatus.NOT_FOUND)
        elif scope["method"] not in _METHODS:
            answer = plain_answer(HTTPStatus.METHOD_NOT_ALLOWED, Allow=", ".join(_METHODS))
        else:
            answer = await found.answer(Headers(scope=scope))
        await answer(scope, receive, send)


def address_of(scope: Scope) -> str:
    """The path of a request below the root of the application."""
    return str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))


def plain_answer(status: HTTPStatus, **headers: str) -> Response:
    """A short answer in plain text with `no-store`."""
    return PlainTextResponse(f"{status.phrase}\n", status, {"Cache-Control": "no-store"} | headers)
