"""Every download as a client meets it: parts, tags, lengths, HEAD, refusals, and one at a time."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.downloads import HEADER
from components.explore.filters import Filters
from data.database import URL_VARIABLE, database_url
from data.store import engine
from pages.routes import ROUTES, observations
from pages.routes.observations import csv_pieces
from pages.routes.shown import open_store
from pages.service import MIDDLEWARE
from pages.service import exports as service
from pages.service.exports import Exports, exports
from pages.service.growing_file import BLOCK, FIRST_BLOCK, GrowingFile
from tests.pages.three_releases import copied, second_release

CSV = "/api/v1/observations.csv"
FILES = (
    f"{CSV}?area=NPL",
    "/api/v1/changes.csv?from=0&to=1&area=TUV",
    "/api/v1/record-changes.csv?from=0&to=1&area=NPL",
    "/api/v1/actions.csv",
    "/api/v1/events.csv",
    "/api/v1/framework.csv?area=NPL",
    "/api/v1/overdue.csv",
    "/api/v1/statuses.csv",
    "/api/v1/stages.csv",
    "/api/v1/since.csv?from=gcg-06&to=gcg-07",
)
NAMES = "/api/v1/names.json?q=nepal"
FORMS = ("identity", "gzip")


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def raw(client: TestClient, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and the body as it was on the wire."""
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    with client.stream("GET", path, headers=asked) as answer:
        return answer.status_code, dict(answer.headers), b"".join(answer.iter_raw())


def made(client: TestClient, path: str, form: str) -> tuple[dict[str, str], bytes]:
    """Headers and body of a file that is there in full."""
    raw(client, path, Accept_Encoding=form)
    status, headers, body = raw(client, path, Accept_Encoding=form)
    assert status == 200
    return headers, body


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", FILES)
def test_a_file_has_a_length_and_parts_of_it_can_be_had(
    client: TestClient, path: str, form: str
) -> None:
    headers, whole = made(client, path, form)
    assert int(headers["content-length"]) == len(whole)
    assert headers["accept-ranges"] == "bytes"
    size = len(whole)
    for asked, part in (
        ("bytes=0-0", whole[:1]),
        ("bytes=100-199", whole[100:200]),
        (f"bytes={size // 2}-", whole[size // 2 :]),
        (f"bytes={size - 5}-{size + 99}", whole[-5:]),
        ("bytes=-7", whole[-7:]),
    ):
        status, told, got = raw(client, path, Accept_Encoding=form, Range=asked)
        assert (status, got) == (206, part), asked
        assert told["content-range"].endswith(f"/{size}")
        assert int(told["content-length"]) == len(part)
    for asked in (f"bytes={size}-", "bytes=9-3", "bytes=-0"):
        status, told, got = raw(client, path, Accept_Encoding=form, Range=asked)
        assert (status, told["content-range"], got) == (416, f"bytes */{size}", b"")
    for asked in ("bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=x"):
        assert raw(client, path, Accept_Encoding=form, Range=asked)[::2] == (200, whole)


@pytest.mark.parametrize("form", FORMS)
def test_a_part_is_given_only_of_the_file_that_was_begun(client: TestClient, form: str) -> None:
    headers, whole = made(client, FILES[0], form)
    for validator, wanted in (
        (headers["etag"], 206),
        (headers["last-modified"], 206),
        ('"another"', 200),
        (f"W/{headers['etag']}", 200),
    ):
        asked = {"Accept_Encoding": form, "Range": "bytes=0-9", "If_Range": validator}
        status, _, got = raw(client, FILES[0], **asked)
        assert status == wanted, validator
        assert got == (whole[:10] if wanted == 206 else whole)


@pytest.mark.parametrize("path", FILES)
def test_the_forms_have_tags_of_their_own_and_hold_the_same(client: TestClient, path: str) -> None:
    (plain, text), (packed, body) = (made(client, path, form) for form in FORMS)
    assert gzip.decompress(body) == text
    assert plain["etag"] != packed["etag"]
    assert not plain["etag"].startswith("W/")
    assert "Accept-Encoding" in plain["vary"] and "Accept-Encoding" in packed["vary"]


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("identity", False), ("br", False), ("*", True), ("gzip;q=0.5", True)],
)
def test_a_form_that_the_client_does_not_take_is_not_sent(
    client: TestClient, accepted: str, packed: bool
) -> None:
    _, headers, _ = raw(client, FILES[0], Accept_Encoding=accepted)
    assert ("content-encoding" in headers) is packed


def test_the_made_file_is_the_stream_byte_for_byte(client: TestClient) -> None:
    """The whole file, from its last block backwards too, so that every block is read by itself."""
    stream = (HEADER + "".join(csv_pieces(open_store(), Filters()))).encode()
    headers, whole = made(client, CSV, "identity")
    assert whole == stream
    assert gzip.decompress(made(client, CSV, "gzip")[1]) == stream
    assert headers["content-length"] == str(len(stream))
    for start in range(FIRST_BLOCK + 20 * BLOCK, FIRST_BLOCK, -7 * BLOCK - 11):
        asked = f"bytes={start}-{start + BLOCK + 5}"
        got = raw(client, CSV, Accept_Encoding="identity", Range=asked)[2]
        assert got == stream[start : start + BLOCK + 6]


def test_a_part_of_a_file_that_is_not_made_yet_is_waited_for(client: TestClient) -> None:
    path = f"{CSV}?area=MEX&from=2001"
    status, _, got = raw(client, path, Accept_Encoding="identity", Range="bytes=10-19")
    assert (status, len(got)) == (206, 10)


@pytest.fixture
def reads(client: TestClient) -> Iterator[list[str]]:
    """Every statement that reads figures or lists, for as long as the test runs."""
    assert client
    seen: list[str] = []
    opened = engine(database_url())

    def note(_c: object, _cursor: object, sql: str, *_more: object) -> None:
        if any(f"FROM {table}" in sql for table in ("observation", "action", "event", "area")):
            seen.append(sql)

    event.listen(opened, "before_cursor_execute", note)
    yield seen
    event.remove(opened, "before_cursor_execute", note)


@pytest.mark.parametrize("path", [f"{CSV}?to=2011", "/api/v1/changes.csv?from=0&area=FJI",
                                  "/api/v1/actions.csv?area=NPL", "/api/v1/events.csv?area=NPL",
                                  "/api/v1/names.json?q=nepalx"])  # fmt: skip
def test_head_reads_nothing_and_says_what_get_says(
    client: TestClient, reads: list[str], path: str
) -> None:
    client.head(path)
    reads.clear()
    before = exports().made
    told = client.head(path)
    assert (told.status_code, told.content) == (200, b"")
    assert (reads, exports().made) == ([], before)
    got = client.get(path)
    assert got.status_code == 200
    apart = {"content-length", "transfer-encoding", "vary", "content-encoding", "x-request-id"}
    assert {k: v for k, v in got.headers.items() if k not in apart} == {
        k: v for k, v in told.headers.items() if k not in apart
    }
    if path.startswith(CSV):
        again = client.head(path)
        assert again.headers["content-length"] == client.get(path).headers["content-length"]


@pytest.mark.parametrize("path", [*FILES, NAMES])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_in_text(client: TestClient, path: str, method: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert {part.strip() for part in answer.headers["allow"].split(",")} == {
        "GET",
        "HEAD",
        "OPTIONS",
    }
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "asked",
    [
        f"{CSV}?area=",
        f"{CSV}?as_of=",
        f"{CSV}?headline=",
        f"{CSV}?from=",
        "/api/v1/changes.csv?from=",
        "/api/v1/changes.csv?area=",
        "/api/v1/record-changes.csv?to=",
        "/api/v1/record-changes.csv?area=",
        "/api/v1/actions.csv?area=",
        "/api/v1/actions.csv?status=",
        "/api/v1/overdue.csv?region=",
        "/api/v1/statuses.csv?says=",
        "/api/v1/stages.csv?stage=",
        "/api/v1/events.csv?kind=",
        "/api/v1/events.csv?region=",
        "/api/v1/events.csv?from=",
        "/api/v1/since.csv?from=",
        "/api/v1/since.csv?area=",
        "/api/v1/framework.csv?area=",
        "/api/v1/framework.csv?as_of=",
        "/api/v1/names.json?lang=",
        "/api/v1/names.json?kind=",
        *(f"/api/v1/{name}?" for name in ("observations.csv", "changes.csv", "record-changes.csv",
                                           "actions.csv", "events.csv", "framework.csv",
                                           "names.json")),
    ],
)  # fmt: skip
def test_an_unknown_value_is_said_back_in_short(client: TestClient, asked: str) -> None:
    hostile = "%1b[2J" + "QZ" * 500 + ",XQ" * 300
    value = f"{hostile}=1" if asked.endswith("?") else hostile
    answer = client.get(f"{asked}{value}")
    assert answer.status_code == 400
    assert answer.text.count("QZ") <= 30 and "XQ,XQ" not in answer.text
    assert "\x1b" not in answer.text
    assert len(answer.text) < 6_000


class Held:
    """A maker that waits in the middle of its file until it is let go."""

    def __init__(self) -> None:
        self.go, self.begun = threading.Event(), threading.Event()

    def pieces(self, *_args: object) -> Iterator[str]:
        yield "x" * (FIRST_BLOCK + 10)
        self.begun.set()
        assert self.go.wait(20)
        yield "the end\r\n"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """One export at a time, and each is held."""
    holder = Held()
    monkeypatch.setattr(service, "WAIT_SECONDS", 0.0)
    service.exports.cache_clear()
    monkeypatch.setenv("TARGET87_MOST_EXPORTS", "1")
    service.settings.cache_clear()
    monkeypatch.setattr(observations, "csv_pieces", holder.pieces)
    yield holder
    holder.go.set()
    service.settings.cache_clear()
    service.exports.cache_clear()


def test_beyond_the_cap_the_next_is_told_when_to_come_back(client: TestClient, held: Held) -> None:
    first, other = f"{CSV}?area=NPL", f"{CSV}?area=MEX"
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(client.get, first)
        assert held.begun.wait(20)
        refused = client.get(other)
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) > 0
        assert refused.headers["content-type"].startswith("text/plain")
        head = client.head(other)
        assert head.status_code == 200
        known = client.get(other, headers={"If-None-Match": client.head(other).headers["etag"]})
        assert known.status_code == 304
        same = pool.submit(client.get, first)
        held.go.set()
        assert one.result(20).content == same.result(20).content
        assert one.result().text.endswith("the end\r\n")
    assert (exports().made, exports().refused) == (1, 1)
    assert client.get(other).status_code == 200


def test_what_fails_at_once_is_said_and_not_kept(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object) -> Iterator[str]:
        raise OSError(28, "No space left on device")
        yield ""

    with monkeypatch.context() as broken:
        broken.setattr(observations, "csv_pieces", fails)
        answer = client.get(f"{CSV}?area=FJI&from=2003")
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "device" not in answer.text
    assert client.get(f"{CSV}?area=FJI&from=2003").status_code == 200


def test_a_release_of_this_moment_does_not_tear_a_file(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is opened, another release is published, then the file is read: it is the old."""
    url = copied(store_url, tmp_path)
    monkeypatch.setenv(URL_VARIABLE, url)
    store, wanted = open_store(), Filters(area=("NPL",))
    before = "".join(csv_pieces(store, wanted))
    second_release(url, tmp_path)
    assert "".join(csv_pieces(store, wanted)) == before
    assert "".join(csv_pieces(open_store(), wanted)) != before
    assert open_store().content != store.content


def test_what_nobody_reads_is_dropped_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[GrowingFile] = []
    monkeypatch.setattr(service, "KEPT_FILES", 2)

    async def use(shelf: Exports) -> None:
        for number in range(5):
            async with shelf.opened(number, lambda: (text for text in ["text"] * 3)) as file:
                await file.finished()
                assert b"".join([p async for p in file.pieces(packed=False)]) == b"text" * 3
                files.append(file)

    shelf = Exports(2)
    asyncio.run(use(shelf))
    assert [shelf.whole(number) is not None for number in range(5)] == [False] * 3 + [True] * 2
    assert [file.closed for file in files] == [True] * 3 + [False] * 2
    for file in files:
        file.close()
