"""The deployment that we ship: nginx, two processes and PostgreSQL, walked through on loopback."""

from __future__ import annotations

import asyncio
import gzip
import http.client
import json
import re
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
import websockets
from docx import Document

from components.ui.frame import PAGES
from components.wording import LANGUAGES
from tests.components.meeting.given_minutes import sent
from tests.deploy.nginx import NAME, SHIPPED, Proxy, proxy
from tests.deploy.processes import Process
from tests.deploy.visitor import COOKIE, run, session
from tests.servers import free_port

QUERIES: Final = {"country": "iso3=NPL", "compare": "iso3=NPL,BGD", "monitoring": "iso3=NPL"}
STRANGER: Final = "127.0.0.9"
"""Another address of the loopback network: limits count by address."""
OF_A_VISITOR: Final = "/_stcore/health"
"""The cheapest address that a visitor's own process answers."""
API: Final = (
    "/api/v1/names.json?q=nep",
    "/api/v1/observations.csv?area=NPL&from=2020",
    "/api/v1/changes.csv",
    "/api/v1/record-changes.csv",
    "/api/v1/actions.csv",
    "/api/v1/events.csv",
    "/api/v1/framework.csv?area=NPL",
    "/api/v1/overdue.csv",
    "/api/v1/statuses.csv",
    "/api/v1/since.csv?from=gcg-06&to=gcg-07",
    "/api/v1/stages.csv",
)
ONCE: Final = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "strict-transport-security",
)


@dataclass(frozen=True)
class Service:
    """What runs: the proxy and its two processes."""

    proxy: Proxy
    processes: tuple[Process, Process]


@dataclass
class Answer:
    """An HTTP answer with all of its headers."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for key, value in self.headers if key.lower() == name]

    def one(self, name: str) -> str:
        """The only value of a header, empty when it is not there."""
        values = self.all(name)
        assert len(values) <= 1, f"{name} stands {len(values)} times"
        return values[0] if values else ""


@pytest.fixture(scope="module")
def service(postgres_store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The whole deployment, started once."""
    folder = tmp_path_factory.mktemp("processes")
    one, other = (
        Process(
            free_port(), folder, TARGET87_DATABASE_URL=postgres_store_url, TARGET87_METRICS="true"
        )
        for _ in range(2)
    )
    try:
        for process in (one, other):
            process.start()
        for process in (one, other):
            process.wait()
        with proxy(free_port(), free_port(), [one.port, other.port]) as running:
            yield Service(running, (one, other))
            assert re.findall(r"\[(?:emerg|alert|crit)\].*", running.errors()) == []
    finally:
        for process in (one, other):
            process.stop()


def ask(
    where: Proxy,
    path: str,
    *,
    method: str = "GET",
    source: str = "127.0.0.1",
    body: bytes | None = None,
    **headers: str,
) -> Answer:
    """One request over TLS on a connection of its own."""
    connection = http.client.HTTPSConnection(
        NAME, where.port, context=where.trust, timeout=30, source_address=(source, 0)
    )
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=named)
        answer = connection.getresponse()
        return Answer(answer.status, answer.getheaders(), answer.read())
    finally:
        connection.close()


def number() -> str:
    """A new number: of a visitor, or of a request."""
    return uuid.uuid4().hex


def process_of(where: Proxy, request: str) -> str:
    """The process that answered a request, once it is in the log."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if request in (seen := where.log()):
            return str(seen[request]["process"])
        time.sleep(0.02)
    raise AssertionError(f"request {request} is not in the log")


def cookie_for(service: Service, process: Process) -> str:
    """A visitor's number that leads to a process."""
    for _ in range(40):
        cookie, request = number(), number()
        ask(service.proxy, OF_A_VISITOR, Cookie=f"{COOKIE}={cookie}", X_Request_ID=request)
        if process_of(service.proxy, request) == process.address:
            return cookie
    raise AssertionError(f"no visitor is sent to {process.address}")


async def _walk(where: Proxy) -> dict[str, int]:
    async with session(where, number()) as opened:
        return {
            page: await run(opened, "" if page == PAGES[0] else page, QUERIES.get(page, ""))
            for page in PAGES
        }


def test_every_page_runs_over_a_websocket(service: Service) -> None:
    sent = asyncio.run(_walk(service.proxy))
    assert list(sent) == list(PAGES)
    assert {page: elements for page, elements in sent.items() if elements < 2} == {}


def test_every_address_of_a_page_gives_the_page(service: Service) -> None:
    paths = ["/", *(f"/{page}" for page in PAGES[1:])]
    assert {path: ask(service.proxy, path).status for path in paths} == dict.fromkeys(paths, 200)


def test_every_route_answers(service: Service) -> None:
    assert {path: ask(service.proxy, path).status for path in API} == dict.fromkeys(API, 200)


def test_a_whole_download_comes_whole_and_is_made_once(service: Service) -> None:
    path, one, two = "/api/v1/observations.csv", number(), number()
    first, second = (
        ask(service.proxy, path, Accept_Encoding="gzip", X_Request_ID=request)
        for request in (one, two)
    )
    assert (first.status, first.one("content-encoding")) == (200, "gzip")
    lines = gzip.decompress(first.body).decode().splitlines()
    assert lines[0].startswith("indicator,area,") and len(lines) > 50_000
    assert second.body == first.body
    assert process_of(service.proxy, one) != ""
    assert service.proxy.log()[one]["cache"] == "MISS"
    assert service.proxy.log()[two]["cache"] == "HIT"
    tag = first.one("etag")
    unchanged = ask(service.proxy, path, If_None_Match=tag, Accept_Encoding="gzip")
    assert (unchanged.status, unchanged.body) == (304, b"")


def test_filtered_downloads_are_not_kept(service: Service) -> None:
    path = "/api/v1/observations.csv?area=BGD&from=2020"
    for _ in range(2):
        ask(service.proxy, path, X_Request_ID=(request := number()))
    assert process_of(service.proxy, request) != ""
    assert service.proxy.log()[request]["cache"] in {"BYPASS", "EXPIRED"}


def _shapes() -> str:
    folder = Path(__file__).resolve().parents[2] / "data" / "geo"
    largest = max((p for p in folder.rglob("*.json")), key=lambda p: p.stat().st_size)
    return f"/geo/{largest.relative_to(folder).as_posix()}"


def test_files_are_kept_and_compressed_once_for_each_encoding(service: Service) -> None:
    path = _shapes()
    sizes = {}
    for accepted in ("", "gzip", "gzip, deflate, br"):
        for _ in range(2):
            answer = ask(
                service.proxy, path, Accept_Encoding=accepted, X_Request_ID=(request := number())
            )
        assert process_of(service.proxy, request) == "", "the second came from a process"
        assert service.proxy.log()[request]["cache"] == "HIT"
        sizes[accepted] = len(answer.body)
        assert answer.status == 200 and "Accept-Encoding" in ",".join(answer.all("vary"))
    assert sizes["gzip"] < 0.5 * sizes[""]
    assert sizes["gzip, deflate, br"] <= sizes["gzip"]


@pytest.mark.parametrize("path", ["/", "/country?iso3=NPL", API[0], API[1], _shapes()])
def test_each_security_header_stands_once(service: Service, path: str) -> None:
    answer = ask(service.proxy, path)
    assert {name: len(answer.all(name)) for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert answer.one("server") == "nginx"


def test_http_leads_to_https(service: Service) -> None:
    connection = http.client.HTTPConnection(NAME, service.proxy.plain_port, timeout=10)
    connection.request("GET", "/country?iso3=NPL")
    answer = connection.getresponse()
    assert answer.status == 301
    assert answer.headers["Location"] == f"{service.proxy.address}/country?iso3=NPL"
    connection.close()


def test_another_name_gets_no_answer(service: Service) -> None:
    context = service.proxy.trust
    with pytest.raises(OSError, match="(?i)alert|unrecognized|handshake"):
        connection = http.client.HTTPSConnection("127.0.0.1", service.proxy.port, context=context)
        connection.request("GET", "/")


@pytest.mark.parametrize("path", ["/metrics", "/_stcore/metrics", "/readyz"])
def test_what_watchers_see_is_refused_to_strangers(service: Service, path: str) -> None:
    assert ask(service.proxy, path, source=STRANGER).status == 403
    assert ask(service.proxy, path).status != 403


def test_nothing_takes_a_file(service: Service) -> None:
    path = "/_stcore/upload_file/a/b"
    assert ask(service.proxy, path).status == 404
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        assert ask(service.proxy, path, method=method).status == 405
    assert ask(service.proxy, "/", body=b"x" * 2_000).status == 413


def test_a_meeting_may_send_a_text_and_nothing_longer(service: Service) -> None:
    def posted(path: str, body: bytes, kind: str) -> Answer:
        path = f"/api/v1/meeting/{path}"
        return ask(service.proxy, path, method="POST", body=body, Content_Type=kind)

    agenda = posted("agenda.json?lang=fr", "1. Népal (10 min)".encode(), "text/plain")
    assert agenda.status == 200
    assert b"country?iso3=NPL" in agenda.body
    minutes = posted("minutes.docx", sent(), "application/json")
    assert minutes.status == 200
    document = Document(BytesIO(minutes.body))
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert len(links) == 3
    assert all(link.startswith(f"https://{NAME}:{service.proxy.port}/") for link in links)
    long = posted("agenda.json", b"x" * 40_000, "text/plain")
    assert (long.status, b'"refused"' in long.body) == (413, True)
    assert posted("minutes.docx", b"x" * 2_000_000, "application/json").status == 413
    assert posted("ready.json", b"x", "text/plain").status == 405


def test_a_long_address_is_refused(service: Service) -> None:
    assert ask(service.proxy, f"/api/v1/observations.csv?area={'A' * 9_000}").status == 414


def test_who_asks_too_much_is_told_to_wait_and_nobody_else(service: Service) -> None:
    asked = "/api/v1/observations.csv?area=NPL&from=2020&year=none"
    with ThreadPoolExecutor(6) as many:
        answers = list(many.map(lambda _: ask(service.proxy, asked, source=STRANGER), range(45)))
    told = Counter(answer.status for answer in answers)
    assert told[429] >= 10
    assert told[400] >= 20
    assert set(told) == {400, 429}
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.one("retry-after") == "10"
    assert ask(service.proxy, API[1]).status == 200


def test_a_visitor_has_one_cookie_and_one_process(service: Service) -> None:
    first = ask(service.proxy, "/")
    name, _, value = first.one("set-cookie").partition("=")
    cookie, *marks = [part.strip() for part in value.split(";")]
    assert (name, len(cookie)) == (COOKIE, 32)
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(marks)
    assert ask(service.proxy, "/", Cookie=f"{COOKIE}={cookie}").one("set-cookie") == ""
    assert ask(service.proxy, "/", Cookie=f"{COOKIE}=x").one("set-cookie") != ""
    assert ask(service.proxy, API[0]).one("set-cookie") == ""


async def _opened(where: Proxy, cookie: str, request: str) -> None:
    async with session(where, cookie, request):
        pass


@pytest.mark.parametrize("which", [0, 1])
def test_websocket_and_media_of_a_visitor_meet_in_one_process(service: Service, which: int) -> None:
    process = service.processes[which]
    cookie = cookie_for(service, process)
    asyncio.run(_opened(service.proxy, cookie, request := number()))
    seen = {process_of(service.proxy, request)}
    for path in ("/media/none.csv", "/", OF_A_VISITOR):
        ask(service.proxy, path, Cookie=f"{COOKIE}={cookie}", X_Request_ID=(request := number()))
        seen.add(process_of(service.proxy, request))
    assert seen == {process.address}


@dataclass
class Load:
    """Steady requests from a few visitors; every answer that is not well is kept."""

    where: Proxy
    paths: tuple[str, ...]
    asked: int = 0
    failed: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def visit(self) -> None:
        """Ask for one path after the other on a kept connection until it is over."""
        headers = {"Cookie": f"{COOKIE}={number()}"}
        connection = http.client.HTTPSConnection(
            NAME, self.where.port, context=self.where.trust, timeout=30
        )
        while not self.over.is_set():
            for path in self.paths:
                self._ask(connection, path, headers)
                time.sleep(0.05)
        connection.close()

    def _ask(
        self, connection: http.client.HTTPSConnection, path: str, headers: dict[str, str]
    ) -> None:
        self.asked += 1
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                self.failed.append(f"{path}: {answer.status}")
        except (OSError, http.client.HTTPException) as error:
            self.failed.append(f"{path}: {error!r}")
            connection.close()


@dataclass
class Sitting:
    """A visitor with an open page, who clicks again and again and, when cut off, comes back."""

    cookie: str
    runs: int = 0
    codes: list[int] = field(default_factory=list)
    away: list[float] = field(default_factory=list)

    async def stay(self, where: Proxy, over: asyncio.Event) -> None:
        """Until it is over."""
        left = 0.0
        while not over.is_set():
            async with session(where, self.cookie) as opened:
                try:
                    while not over.is_set():
                        await run(opened, "sources")
                        if left:
                            self.away.append(time.monotonic() - left)
                            left = 0.0
                        self.runs += 1
                        await asyncio.sleep(0.1)
                except websockets.ConnectionClosed as closed:
                    left = time.monotonic()
                    self.codes.append(closed.rcvd.code if closed.rcvd else 0)


async def _restart_among(service: Service, sitting: list[Sitting]) -> tuple[int, dict[str, int]]:
    """Restart the first process while all sit; its exit code, and what a visitor who comes while it
    is down is told."""
    one, _ = service.processes
    over = asyncio.Event()
    stays = [asyncio.create_task(each.stay(service.proxy, over)) for each in sitting]
    while not all(each.runs for each in sitting):
        await asyncio.sleep(0.05)
        assert not [task for task in stays if task.done()]
    code = await asyncio.to_thread(one.stop)
    cookie = sitting[0].cookie
    async with session(service.proxy, cookie, request := number()) as opened:
        elements = await run(opened, "sources")
    page = await asyncio.to_thread(ask, service.proxy, "/", Cookie=f"{COOKIE}={cookie}")
    told = {"elements": elements, "page": page.status}
    assert process_of(service.proxy, request).endswith(service.processes[1].address)
    one.start()
    await asyncio.to_thread(one.wait)
    before = [each.runs for each in sitting]
    while not all(each.runs > n for each, n in zip(sitting, before, strict=True)):
        await asyncio.sleep(0.05)
        assert not [task for task in stays if task.done()]
    over.set()
    await asyncio.gather(*stays)
    return code, told


def test_a_restart_under_load_fails_nobody(service: Service) -> None:
    """No failed request, no lost session on the other process, and a way back for the rest."""
    one, other = service.processes
    there = [Sitting(cookie_for(service, one)) for _ in range(2)]
    elsewhere = [Sitting(cookie_for(service, other)) for _ in range(2)]
    # Two downloads a second are what one address may ask for.
    steady = ("/", API[0], OF_A_VISITOR, _shapes()) * 5
    load = Load(service.proxy, (*steady, "/api/v1/actions.csv"))
    with ThreadPoolExecutor(2) as visitors:
        working = [visitors.submit(load.visit) for _ in range(2)]
        try:
            code, told = asyncio.run(_restart_among(service, [*there, *elsewhere]))
        finally:
            load.over.set()
        for work in working:
            work.result()
    assert load.failed == []
    assert load.asked > 50
    assert code in {0, -15}, one.said()[-2000:]
    assert "Traceback" not in one.said()
    assert told["page"] == 200 and told["elements"] >= 2
    assert [each.codes for each in elsewhere] == [[], []], "a session of the other was lost"
    # 1012: "service restarts", on which a browser connects again.
    assert [each.codes for each in there] == [[1012], [1012]]
    assert all(len(each.away) == 1 for each in there)


class _Plain(BaseHTTPRequestHandler):
    """A process in small, which starts at once: it answers with the headers that it was sent."""

    def do_GET(self) -> None:
        if self.path.startswith("/api/v1/slow"):
            time.sleep(1.5)
        body = json.dumps([(name.lower(), value) for name, value in self.headers.items()])
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


class _Room(ThreadingHTTPServer):
    request_queue_size = 128


@contextmanager
def _plain(port: int) -> Iterator[None]:
    with _Room(("127.0.0.1", port), _Plain) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


@pytest.fixture(scope="module")
def small() -> Iterator[Proxy]:
    """The proxy before a process that says what it was sent."""
    port = free_port()
    with _plain(port), proxy(free_port(), free_port(), [port]) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/_stcore/stream", "/static/a.js", API[0], API[1]])
def test_a_stranger_cannot_forge_an_address_or_a_number(small: Proxy, path: str) -> None:
    forged = {
        "X_Forwarded_For": "192.0.2.1", "X_Forwarded_Proto": "http", "X_Forwarded_Host": "x.test",
        "Forwarded": "for=192.0.2.1;host=x.test", "X_Request_ID": '"}{', "Origin": "https://x.test",
    }  # fmt: skip
    seen = json.loads(ask(small, path, source=STRANGER, **forged).body)
    told = {name: [v for n, v in seen if n == name] for name in dict(seen)}
    assert told["x-forwarded-for"] == [STRANGER]
    assert told["x-forwarded-proto"] == ["https"]
    assert told["host"] == [f"{NAME}:{small.port}"]
    assert re.fullmatch("[0-9a-f]{32}", *told["x-request-id"])
    assert told["origin"] == ["https://x.test"], "the process judges it"
    assert not {"forwarded", "x-forwarded-host"} & set(told)


def test_a_number_that_a_balancer_gave_is_kept(small: Proxy) -> None:
    given = number()
    seen = dict(json.loads(ask(small, "/", X_Request_ID=given).body))
    assert seen["x-request-id"] == given
    assert process_of(small, given) != ""


def _at_once(where: Proxy, path: str, times: int) -> Counter[int]:
    """How often each status came when one address asked so many times at once."""
    with ThreadPoolExecutor(times) as many:
        answers = many.map(lambda _: ask(where, path, source=STRANGER).status, range(times))
        return Counter(answers)


def test_one_address_has_eight_downloads_at_once(small: Proxy) -> None:
    told = _at_once(small, "/api/v1/slow.csv", 16)
    assert set(told) == {200, 429} and told[200] >= 8
    assert ask(small, "/api/v1/slow.csv", source=STRANGER).status == 200


def test_a_full_room_behind_one_address_is_let_in(small: Proxy) -> None:
    """Fifty people of one house open a page at once: the page and four small files each."""
    told: Counter[int] = Counter()
    for path in ("/country", OF_A_VISITOR, "/_stcore/host-config", "/favicon.png", "/look/a.css"):
        told += _at_once(small, path, 50)
    assert told == {200: 250}


def test_when_no_process_answers_the_page_says_so_and_comes_back() -> None:
    ports = [free_port(), free_port()]
    with proxy(free_port(), free_port(), ports) as where:
        with _plain(ports[0]):
            kept = ask(where, "/static/kept.js")
        page, route = (ask(where, path) for path in ("/country?iso3=NPL", API[0]))
        assert (page.status, route.status) == (503, 503)
        assert b'http-equiv="refresh"' in page.body
        assert page.one("retry-after") == route.one("retry-after") == "5"
        assert page.one("strict-transport-security") and page.one("content-security-policy")
        assert route.one("content-type").startswith("text/plain")
        assert kept.status == 200 and ask(where, "/static/kept.js").body == kept.body
        with _plain(ports[1]):
            end = time.monotonic() + 10
            while ask(where, "/").status != 200 and time.monotonic() < end:
                time.sleep(0.1)
            assert ask(where, "/").status == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_says_one_moment_says_it_in_every_language(language: str) -> None:
    page = (SHIPPED / "target87" / "pages" / "moment.html").read_text("utf-8")
    direction = ' dir="rtl"' if language == "ar" else ""
    assert page.count(f'<section lang="{language}"{direction}>') == 1
    assert "http:" not in page and "https:" not in page
