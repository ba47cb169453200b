"""Static files: compressed once, kept by browsers, and nothing else is reached through them."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.look import look_name
from pages.service import compress, compression
from pages.service.compression import Compressed, chosen_encoding
from pages.service.documents import first_visit, shipped
from pages.service.files import FOR_EVER, GEO, Files, known_files, streamlit_static


async def _inner(_request: object) -> PlainTextResponse:
    return PlainTextResponse("passed on")


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Only the files, before an application that answers one address."""
    app = Starlette(routes=[Route("/other", _inner)], middleware=[Middleware(Files)])
    with TestClient(app) as made:
        yield made


def _script() -> str:
    """A script of Streamlit's that a first visit loads."""
    return "/" + shipped()["script"][0]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.0, gzip; q=0", None),
        ("identity", None),
        ("", None),
        ("*", "br"),
        ("*;q=0", None),
        ("bro, gzipped", None),
    ],
)
def test_the_encoding_is_one_that_the_client_takes(accepted: str, encoding: str | None) -> None:
    assert chosen_encoding(accepted) == encoding


@pytest.mark.parametrize(
    "path", [_script(), "/geo/world_50m.json", f"/look/{look_name('look.css')}"]
)
def test_a_text_is_the_same_in_every_encoding(client: TestClient, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert plain.status_code == 200
    assert "content-encoding" not in plain.headers
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        with client.stream("GET", path, headers={"Accept-Encoding": encoding}) as answer:
            raw = b"".join(answer.iter_raw())
            assert answer.headers["content-encoding"] == encoding
            assert answer.headers["content-length"] == str(len(raw))
            assert answer.headers["vary"] == "Accept-Encoding"
            assert answer.headers["content-type"] == plain.headers["content-type"]
        assert unpack(raw) == plain.content
        assert len(raw) < len(plain.content) / 2


def test_what_has_a_hash_in_its_name_is_kept_for_ever(client: TestClient) -> None:
    for plain in ("look.css", "first.js", "find.js", "press.js", "icon.png"):
        assert client.get(f"/look/{look_name(plain)}").headers["cache-control"] == FOR_EVER
    for path in (_script(), "/" + shipped()["font"][0]):
        assert client.head(path).headers["cache-control"] == FOR_EVER
    assert "immutable" not in client.get("/geo/land.svg").headers["cache-control"]


def test_fonts_and_pictures_go_out_as_they_are(client: TestClient) -> None:
    path = "/" + shipped()["font"][0]
    answer = client.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.content == (streamlit_static() / path[1:]).read_bytes()
    assert answer.headers["content-type"] == "font/woff2"


def test_head_names_the_length_and_sends_nothing(client: TestClient) -> None:
    head = client.head(_script(), headers={"Accept-Encoding": "gzip"})
    assert head.status_code == 200
    assert int(head.headers["content-length"]) > 1000


def test_what_a_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/geo/land.svg", headers={"Accept-Encoding": "gzip"})
    for tag in (first.headers["etag"], f'"x", {first.headers["etag"].removeprefix("W/")}', "*"):
        again = client.get("/geo/land.svg", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    assert client.get("/geo/land.svg", headers={"If-None-Match": '"x"'}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/nothing.js",
        "/static/",
        "/static/js",
        "/geo/../app.py",
        "/geo/%2e%2e/%2e%2e/app.py",
        "/static/..%2findex.html",
        "/static/%5c..%5cindex.html",
        "/look/look.css",
        "/geo//land.svg",
        "/geo/land.svg%00",
        "/geo//etc/passwd",
    ],
)
def test_nothing_else_is_reached(path: str) -> None:
    told: list[int] = []

    async def asked() -> None:
        async def send(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                told.append(int(str(message["status"])))

        async def receive() -> dict[str, object]:
            return {"type": "http.disconnect"}

        scope = {
            "type": "http", "method": "GET", "path": unquote(path), "raw_path": path.encode(),
            "headers": [], "asgi": {"spec_version": "2.4"},
        }  # fmt: skip
        await Files(Starlette())(scope, receive, send)  # type: ignore[arg-type]

    asyncio.run(asked())
    assert told == [404]


def test_other_methods_are_refused_and_other_addresses_passed_on(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = client.request(method, "/geo/land.svg")
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert client.get("/other").text == "passed on"


def test_every_text_has_a_kind_and_every_file_is_known() -> None:
    files = known_files()
    folder = streamlit_static() / "static"
    assert sum(path.startswith("/static/") for path in files) == sum(
        path.is_file() for path in folder.rglob("*")
    )
    assert {path for path in files if path.startswith("/geo/")} == {
        f"/geo/{path.name}" for path in GEO.iterdir()
    }
    known = (".js", ".css", ".woff2", ".png", ".svg", ".gif", ".json", ".md", ".csv")
    assert [path for path in files if not path.endswith(known)] == []


BIG = b"".join(b"figure %d of %d;" % (n * n % 9973, n) for n in range(5_000))


def test_many_who_ask_at_once_have_it_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "_later", lambda _work: None)
    reads: list[int] = []

    def read() -> bytes:
        reads.append(threading.get_ident())
        return BIG

    async def ask() -> list[bytes]:
        text = Compressed(read, tmp_path)
        return await asyncio.gather(*(text.body("br") for _ in range(20)))

    bodies = asyncio.run(ask())
    assert {brotli.decompress(body) for body in bodies} == {BIG}
    assert len(reads) == 1
    assert reads[0] != threading.get_ident(), "compressed in the event loop"


def test_the_best_takes_the_place_of_the_quick_one_and_outlives_a_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[object] = []
    monkeypatch.setattr(compression, "_later", waiting.append)
    text = Compressed(lambda: BIG, tmp_path)
    quick = asyncio.run(text.body("br"))
    assert waiting == [text.perfect]
    text.perfect()
    best = asyncio.run(text.body("br"))
    assert len(best) < len(quick)
    assert brotli.decompress(best) == BIG
    assert asyncio.run(Compressed(lambda: BIG, tmp_path).body("br")) == best
    assert len(waiting) == 1, "what an earlier start made is made again"


def test_a_damaged_or_unwritable_store_of_bodies_costs_time_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "_later", lambda _work: None)
    Compressed(lambda: BIG, tmp_path).perfect()
    (kept,) = tmp_path.iterdir()
    for damaged in (b"", kept.read_bytes()[:-7], brotli.compress(b"another text")):
        kept.write_bytes(damaged)
        assert brotli.decompress(asyncio.run(Compressed(lambda: BIG, tmp_path).body("br"))) == BIG
    no_folder = Compressed(lambda: BIG, kept / "below a file")
    no_folder.perfect()
    assert brotli.decompress(asyncio.run(no_folder.body("br"))) == BIG


def test_all_that_a_first_visit_loads_is_compressed_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Compressed] = []
    monkeypatch.setattr(compression.Compressed, "perfect", lambda text: made.append(text))
    compress.main()
    files = known_files()
    assert made == list(first_visit())
    assert files["/geo/world_50m.json"].compressed in made
    assert len(made) > 20
