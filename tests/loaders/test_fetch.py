"""Downloads against a loopback server: what the door allows, resumed when cut, whole or not."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import trustme

from loaders.fetch.fetch import fetch, fetch_source
from loaders.fetch.publishers import PUBLISHERS, SOURCES, FetchRefused, HostAllowlist, Remote
from loaders.reading.sample import sample_of
from loaders.sources.registry import recognise

RAW = Path(__file__).resolve().parents[1] / "raw"
PAGE = (RAW / "unsd_json" / "child_labour_page.json").read_bytes()
LONG = PAGE * 60
"""Longer than the buffers between server and reader, so that a cut leaves a part."""

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A loopback server that replays answers a path, and remembers what it was asked."""

    def __init__(self, certificate: trustme.LeafCert | None = None) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                queue = outer.answers[self.path]
                answer = queue.pop(0) if len(queue) > 1 else queue[0]
                answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A reader that hangs up in the middle is what some tests are about."""

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
            self.scheme = "https"
        self.host = f"127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def remote(self, path: str = "/page", limit: int = 10_000_000) -> Remote:
        return Remote(f"{self.scheme}://{self.host}{path}", "page.json", limit)

    def door(self, certificates: str = "") -> HostAllowlist:
        return HostAllowlist(frozenset({self.host}), frozenset({self.scheme}), certificates)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server without encryption, reached by a door that tests alone open."""
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


@pytest.fixture(autouse=True)
def no_help_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says must not matter."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")


def whole(body: bytes, **headers: str) -> Answer:
    """The answer 200 with a body."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def cut(body: bytes, after: int, tag: str) -> Answer:
    """An answer that promises the whole and ends early."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("ETag", tag)
        handler.send_header("Accept-Ranges", "bytes")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[:after])
        handler.wfile.flush()
        handler.close_connection = True

    return answer


def ranged(body: bytes, tag: str) -> Answer:
    """What a server with ranges says: the rest when the version is still the same, else all."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers.get("Range", "")
        if not asked or handler.headers.get("If-Range") != tag:
            whole(body, ETag=tag)(handler)
            return
        start = int(asked.removeprefix("bytes=").rstrip("-"))
        handler.send_response(206)
        handler.send_header("ETag", tag)
        handler.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        handler.send_header("Content-Length", str(len(body) - start))
        handler.end_headers()
        handler.wfile.write(body[start:])

    return answer


def moved(to: str) -> Answer:
    """A redirect."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def failing(status: int) -> Answer:
    """An answer without a file."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def refusal(server: Server, folder: Path, remote: Remote | None = None) -> str:
    with pytest.raises(FetchRefused) as refused:
        fetch(remote or server.remote(), folder, door=server.door(), wait=0)
    return str(refused.value)


def test_a_replayed_page_arrives_whole_and_is_recognised(server, tmp_path):
    kind = "application/json; charset=utf-8"
    server.answers["/page"] = [whole(PAGE, Content_Type=kind, Cache_Control="no-cache")]
    steps: list[tuple[int, int | None]] = []
    path = fetch(
        server.remote(),
        tmp_path,
        door=server.door(),
        progress=lambda here, total: steps.append((here, total)),
    )
    assert path == tmp_path / "page.json"
    assert path.read_bytes() == PAGE
    assert steps[0] == (0, len(PAGE))
    assert steps[-1] == (len(PAGE), len(PAGE))
    assert recognise(sample_of(path)).name == "unsd-json"
    assert [p.name for p in tmp_path.iterdir()] == ["page.json"]


def test_a_cut_connection_is_taken_up_where_it_ended(server, tmp_path):
    server.answers["/page"] = [cut(LONG, 300_000, '"v1"'), ranged(LONG, '"v1"')]
    path = fetch(server.remote(), tmp_path, door=server.door(), wait=0)
    assert path.read_bytes() == LONG
    _, again = server.asked[1]
    assert again["If-Range"] == '"v1"'
    assert 0 < int(again["Range"].removeprefix("bytes=").rstrip("-")) <= 300_000


def test_a_later_call_goes_on_with_the_part_that_is_kept(server, tmp_path):
    server.answers["/page"] = [cut(LONG, 200_000, '"v1"')]
    sentence = refusal(server, tmp_path)
    assert "was cut 4 times" in sentence
    assert sentence.endswith("bytes are kept. Fetch again to go on from there.")
    assert not (tmp_path / "page.json").exists()
    server.answers["/page"] = [ranged(LONG, '"v1"')]
    assert fetch(server.remote(), tmp_path, door=server.door()).read_bytes() == LONG


def test_a_file_that_changed_meanwhile_is_fetched_anew(server, tmp_path):
    newer = b"[" + LONG
    server.answers["/page"] = [cut(LONG, 200_000, '"v1"'), ranged(newer, '"v2"')]
    path = fetch(server.remote(), tmp_path, door=server.door(), wait=0)
    assert path.read_bytes() == newer


def test_a_part_longer_than_the_file_is_thrown_away(server, tmp_path):
    server.answers["/page"] = [cut(LONG, 200_000, '"v1"'), failing(416), whole(PAGE)]
    path = fetch(server.remote(), tmp_path, door=server.door(), wait=0)
    assert path.read_bytes() == PAGE


def test_the_old_file_stays_until_the_new_one_is_whole(server, tmp_path):
    (tmp_path / "page.json").write_bytes(b"old")
    server.answers["/page"] = [cut(LONG, 200_000, '"v1"')]
    refusal(server, tmp_path)
    assert (tmp_path / "page.json").read_bytes() == b"old"


def test_a_redirect_on_the_list_is_followed(server, tmp_path):
    server.answers["/page"] = [moved("/moved/page")]
    server.answers["/moved/page"] = [whole(PAGE)]
    assert fetch(server.remote(), tmp_path, door=server.door()).read_bytes() == PAGE


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://evil.example/page", "evil.example is not among the publishers' hosts"),
        ("ftp://127.0.0.1/page", "ftp://127.0.0.1/page is not https"),
        ("file:///etc/passwd", "file:///etc/passwd is not https"),
        ("http://user:secret@127.0.0.1/page", "The address carries a user name or password"),
    ],
)
def test_a_redirect_off_the_list_is_refused(server, tmp_path, to, reason):
    server.answers["/page"] = [moved(to)]
    assert refusal(server, tmp_path).startswith(reason)
    assert list(tmp_path.iterdir()) == []


def test_redirects_without_end_are_refused(server, tmp_path):
    server.answers["/page"] = [moved("/page")]
    assert "sent on more than 5 times" in refusal(server, tmp_path)
    assert len(server.asked) == 6


def test_too_many_bytes_announced_are_refused_before_they_come(server, tmp_path):
    server.answers["/page"] = [whole(LONG)]
    sentence = refusal(server, tmp_path, server.remote(limit=1000))
    assert "has more than 1,000 bytes" in sentence
    assert list(tmp_path.iterdir()) == []


def test_too_many_bytes_not_announced_are_refused_as_they_come(server, tmp_path):
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(LONG)
        handler.close_connection = True

    server.answers["/page"] = [endless]
    assert "more than" in refusal(server, tmp_path, server.remote(limit=1000))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_an_error_is_told_with_its_number(server, tmp_path, status):
    server.answers["/page"] = [failing(status)]
    assert f"answered {status} " in refusal(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_plain_http_is_refused_by_the_publishers_door(server, tmp_path):
    with pytest.raises(FetchRefused, match="is not https"):
        fetch(server.remote(), tmp_path)
    assert server.asked == []


def test_a_server_with_a_certificate_that_nobody_signed_is_refused(tmp_path):
    authority = trustme.CA()
    trusted, other = tmp_path / "trusted.pem", tmp_path / "other.pem"
    authority.cert_pem.write_to_path(str(trusted))
    trustme.CA().cert_pem.write_to_path(str(other))
    server = Server(authority.issue_cert("127.0.0.1"))
    server.answers["/page"] = [whole(PAGE)]
    folder = tmp_path / "files"
    for door in (server.door(), server.door(str(other))):
        with pytest.raises(FetchRefused) as refused:
            fetch(server.remote(), folder, door=door, wait=0)
        assert str(refused.value).startswith(f"The certificate of {server.host} cannot be trusted")
    assert server.asked == []
    path = fetch(server.remote(), folder, door=server.door(str(trusted)))
    assert path.read_bytes() == PAGE
    server.http.shutdown()
    server.http.server_close()


def test_a_certificate_for_another_name_is_refused(tmp_path):
    authority = trustme.CA()
    trusted = tmp_path / "trusted.pem"
    authority.cert_pem.write_to_path(str(trusted))
    server = Server(authority.issue_cert("elsewhere.example"))
    with pytest.raises(FetchRefused, match="cannot be trusted"):
        fetch(server.remote(), tmp_path, door=server.door(str(trusted)), wait=0)
    server.http.shutdown()
    server.http.server_close()


def test_every_source_is_https_on_a_listed_host_and_a_file_of_its_own():
    for remote in SOURCES.values():
        PUBLISHERS.check(remote.address)
        assert urlsplit(remote.address).scheme == "https"
        assert Path(remote.file).name == remote.file
        assert remote.limit > 0
    files = [remote.file for remote in SOURCES.values()]
    assert len(set(files)) == len(files)


def test_all_pages_of_a_source_are_fetched(server, tmp_path):
    first = b'{"size": 1, "totalElements": 3, "totalPages": 3, "pageNumber": 1}'
    pages = [first, b'{"pageNumber": 2}', b'{"pageNumber": 3}']
    for number, page in enumerate(pages, 1):
        server.answers[f"/data?page={number}"] = [whole(page)]
    remote = Remote(f"http://{server.host}/data?page={{page}}", "unsd_{page}.json", 1000)
    paths = fetch_source("unsd", tmp_path, sources={"unsd": remote}, door=server.door())
    assert [p.name for p in paths] == ["unsd_001.json", "unsd_002.json", "unsd_003.json"]
    assert [p.read_bytes() for p in paths] == pages


def test_a_source_with_too_many_pages_is_refused(server, tmp_path):
    server.answers["/data?page=1"] = [whole(b'{"totalPages": 9000}')]
    remote = Remote(f"http://{server.host}/data?page={{page}}", "unsd_{page}.json", 1000)
    with pytest.raises(FetchRefused, match="one of 9000 pages; no more than 50 are fetched"):
        fetch_source("unsd", tmp_path, sources={"unsd": remote}, door=server.door())


def test_a_source_of_one_file_is_fetched_as_it_is(server, tmp_path):
    server.answers["/page"] = [whole(PAGE)]
    sources = {"one": server.remote()}
    assert fetch_source("one", tmp_path, sources=sources, door=server.door()) == [
        tmp_path / "page.json"
    ]
    with pytest.raises(KeyError):
        fetch_source("other", tmp_path, sources=sources, door=server.door())
