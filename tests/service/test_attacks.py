"""What a stranger on the network would try, against one running server."""

from __future__ import annotations

import http.client
import json
import random
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.ui.frame import PAGES
from components.wording import LANGUAGES, wording
from pages.routes import API
from pages.service.address import LONGEST_ADDRESS
from pages.service.descriptors import A_SESSION
from pages.service.messages import MOST_BYTES
from tests.page_message import page_message
from tests.servers import Server, started
from tests.service.client import OUTSIDE, ask, close_code, refused, session, show

MOST = 6
"""Sessions that the server of these tests takes."""
ROUTES = {route.path: route.methods or set() for route in API if isinstance(route, Route)}
FIRST = next(iter(ROUTES))
WRONG = ("PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "NONSENSE")
FOREIGN = (
    "https://evil.example",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.1:1",
    "null",
    "file://",
    "http://[::1",
    "127.0.0.1",
)
CORE = ("health", "host-config", "metrics", "stream", "script-health-check", "upload_file/a/b",
        "agent/interact", "agent/openapi.json", "agent/mcp", "bidi-components/a/b")  # fmt: skip


@pytest.fixture(scope="module")
def server(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with started(
        tmp_path_factory.mktemp("attacked"),
        "--no-access-log",
        "--no-server-header",
        "--http",
        "pages.service.request_head:BoundedHead",
        app="tests.service.watched:app",
        TARGET87_DATABASE_URL=store_url,
        TARGET87_MOST_SESSIONS=str(MOST),
    ) as running:
        yield running


def test_an_upload_is_not_taken_and_memory_stays(server: Server) -> None:
    piece = random.Random(87).randbytes(8_000_000)
    body = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
        + piece
        + b"\r\n--x--\r\n"
    )
    token = ask(server, "/_stcore/health").headers["set-cookie"].split(";")[0]
    headers = {
        "Cookie": token,
        "X-Xsrftoken": token.partition("=")[2],
        "Content-Type": "multipart/form-data; boundary=x",
    }
    with session(server) as line:
        place = f"/_stcore/upload_file/{show(line)}"
        ask(server, f"{place}/first", "PUT", headers=headers, body=body)
        before = server.memory
        answers = [
            ask(server, f"{place}/{n}", "PUT", headers=headers, body=body) for n in range(20)
        ]
        after = server.memory
    assert {answer.status for answer in answers} == {404}
    assert after < before * 1.15


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "POST"])
def test_nothing_of_streamlit_is_open_that_no_page_uses(server: Server, method: str) -> None:
    for name in (*CORE, "stream/x", "message", "healthy"):
        if name in {"health", "host-config"}:
            continue
        answer = ask(server, f"/_stcore/{name}", method)
        assert (name, answer.status) == (name, 404)
        assert answer.headers["content-type"].startswith("text/plain")
    for path in ("/component/x/y.js", "/auth/login", "/auth/logout", "/oauth2callback", "/.env",
                 "/.git/config", "/folder/_stcore/upload_file/a/b"):  # fmt: skip
        assert (path, ask(server, path, method).status) == (path, 404)


def test_no_page_of_another_host_may_steer_ours(server: Server) -> None:
    told = json.loads(ask(server, "/_stcore/host-config").body)
    assert told["allowedOrigins"] == []
    assert not any(told[name] for name in ("useExternalAuthToken", "enableCustomParentMessages"))


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_websocket_of_another_sites_page_is_refused(server: Server, origin: str) -> None:
    assert refused(server, Origin=origin) == 403


def test_a_websocket_of_our_own_page_is_taken(server: Server) -> None:
    assert refused(server, Origin=server.address) == 101
    assert refused(server) == 101


@pytest.mark.parametrize("path", ["/", "/country", "/api/v1/names.json", "/_stcore/health", "/geo"])
def test_a_websocket_leads_to_the_pages_only(server: Server, path: str) -> None:
    assert refused(server, path) == 404


def test_a_foreign_origin_makes_nobody_look_outside(server: Server) -> None:
    paths = [f"/_stcore/{name}" for name in CORE] + ["/", "/country", "/media/x", "/component/x"]
    paths += ["/static/x", "/favicon.png", *ROUTES]
    for path in paths:
        # Figures are for everybody to read; what takes a body, and every page, for nobody else's.
        open_to_all = "*" if "GET" in ROUTES.get(path, set()) else None
        for method in ("GET", "OPTIONS"):
            # With a parameter that is refused: no file need be made for its headers to be seen.
            asked = f"{path}?no_such=1"
            answer = ask(server, asked, method, headers={"Origin": "https://evil.example"})
            if answer.status != 405:
                assert answer.headers.get("access-control-allow-origin") == open_to_all, path
            assert "access-control-allow-credentials" not in answer.headers
    assert [refused(server, Origin=origin) for origin in FOREIGN] == [403] * len(FOREIGN)
    assert OUTSIDE not in server.said


def test_an_address_may_be_long_but_not_endless(server: Server) -> None:
    for path in ("/", "/country", FIRST, "/_stcore/health", "/static/x"):
        fits = f"{path}?{'q' * (LONGEST_ADDRESS - len(path))}"
        assert ask(server, fits).status != 414
        assert ask(server, f"{fits}q").status == 414
        assert ask(server, f"{fits}q").headers["content-type"].startswith("text/plain")
    assert ask(server, "/" + "q" * LONGEST_ADDRESS).status == 414
    assert refused(server, f"/_stcore/stream?{'q' * (LONGEST_ADDRESS - 99)}") == 101
    assert refused(server, f"/_stcore/stream?{'q' * LONGEST_ADDRESS}") == 400


@pytest.mark.parametrize("start", ["GET / HTTP/1.1\r\nX: ", "GET /?", "POST / HTTP/1.1\r\n", ""])
def test_the_head_of_a_request_may_not_go_on_for_ever(server: Server, start: str) -> None:
    before = server.memory
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(start.encode())
        with suppress(ConnectionError):
            for number in range(400):
                line.sendall(b"X-%d: " % number + b"a" * 50_000 + b"\r\n" * (len(start) > 30))
            pytest.fail("twenty megabytes of a head were taken")
    assert server.memory < before * 1.1


def test_the_head_of_a_request_may_not_come_letter_by_letter(server: Server) -> None:
    with ExitStack() as opened:
        silent, slow = (
            opened.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            for _ in range(2)
        )
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX")
        said = [b"".join(iter(lambda line=line: line.recv(4096), b"")) for line in (silent, slow)]
    # A browser opens lines before it asks; what comes over one first is the answer to its request.
    assert said[0] == b""
    assert said[1].startswith(b"HTTP/1.1 400 ")
    # A connection that is used goes on: the wait is for a head, not for a visitor.
    kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(3):
        kept.request("GET", "/robots.txt")
        assert kept.getresponse().read()
        time.sleep(1.0)
    kept.close()


def test_a_message_may_be_large_but_not_endless(server: Server) -> None:
    with session(server) as line:
        show(line)
        assert close_code(line, page_message(query="q" * MOST_BYTES)) == 1009
    with session(server) as line:
        show(line)
        assert close_code(line, page_message(query="q" * (LONGEST_ADDRESS + 1))) == 1008


def test_what_is_no_message_ends_the_session_without_a_trace(server: Server) -> None:
    chance = random.Random(87)
    junk: list[tuple[bytes | str, int]] = [
        ("text", 1003),
        (b"\xff\xff\xff", 1002),
        (b"\x0a\x7f", 1002),
        (chance.randbytes(900_000), 1002),
    ]
    for message, code in junk:
        with session(server) as line:
            assert close_code(line, message) == code
    assert "Traceback" not in server.said


def test_a_session_cannot_do_to_others_what_no_page_of_ours_does(server: Server) -> None:
    with session(server) as line:
        show(line)
        for name in ("clear_cache", "load_git_info", "debug_shutdown_runtime", "set_run_on_save",
                     "debug_disconnect_websocket", "app_heartbeat"):  # fmt: skip
            line.send(BackMsg(**{name: True}).SerializeToString())
        asked = BackMsg()
        asked.file_urls_request.request_id = "1"
        asked.file_urls_request.file_names.append("x")
        line.send(asked.SerializeToString())
        operation = BackMsg()
        operation.backend_operation_request.request_id = "1"
        line.send(operation.SerializeToString())
        line.send(b"")
        # The same line still shows a page, and nothing was said about the rest.
        show(line, "lang=fr")
    assert "shut down runtime" not in server.said


def test_a_method_that_an_address_does_not_take_is_refused_in_text(server: Server) -> None:
    for method in WRONG:
        own = ("/robots.txt", "/favicon.ico", "/paused")
        for path in ("/", *(f"/{page}" for page in PAGES[1:]), *ROUTES, *own):
            # What is open to read says so to whoever asks by OPTIONS.
            told = method == "OPTIONS" and path in ROUTES
            if told or method in ROUTES.get(path, ()):
                continue
            answer = ask(server, path, method)
            assert (method, path, answer.status) == (method, path, 405) or method == "NONSENSE"
            assert answer.status in {400, 405}
            assert answer.headers["content-type"].startswith("text/plain")


def test_what_does_not_exist_below_the_api_is_said_in_text(server: Server) -> None:
    for path in ("/api", "/api/", "/api/v1/none", "/api/v2/", "/api/v2/x",
                 "/api/v1/observations.csv/", "/api/v1/observations.CSV"):  # fmt: skip
        for method in ("GET", "HEAD", *WRONG[:6]):
            answer = ask(server, path, method)
            assert (method, path, answer.status) == (method, path, 404)
            assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("start", ["/", "/geo/", "/static/", "/static/js/", "/api/", "/media/"])
def test_no_path_leads_out_of_its_folder(server: Server, start: str) -> None:
    up = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e%252f", "..;/",
          "....//", "%c0%ae%c0%ae/", "..%00/")  # fmt: skip
    for step in up:
        for target in ("app.py", "data/schema.py", "etc/passwd", "requirements.txt"):
            for path in (start + step * 3 + target, start + step * 9 + target):
                answer = ask(server, path)
                found = answer.body[:4000]
                assert "import streamlit" not in found and "root:x:" not in found, path
                assert "sqlalchemy" not in found, path
                assert answer.status in {200, 301, 400, 404}, path
                if answer.status == 200:
                    # Streamlit's own page, which answers every unknown page's address.
                    assert "<title>Streamlit</title>" in answer.body, path
    for path in ("/%2fetc/passwd", "//etc/passwd", "//evil.example/%2e%2e", "/\\evil.example"):
        answer = ask(server, path)
        assert "root:x:" not in answer.body
        assert "evil.example" not in answer.headers.get("location", "")


def test_a_full_room_says_so_and_keeps_those_inside(server: Server) -> None:
    before = server.descriptors
    with ExitStack() as opened:
        inside = [opened.enter_context(session(server)) for _ in range(MOST)]
        show(inside[0])
        # What the warning about a low limit of open files reckons with.
        assert server.descriptors - before <= A_SESSION * MOST + 4
        for code, language in LANGUAGES.items():
            words = wording(code)
            for answer in (
                ask(server, f"/country?iso3=NPL&lang={code}"),
                ask(server, "/", headers={"Accept-Language": f"xx, {code}-XX;q=0.8, zz;q=0.1"}),
            ):
                assert answer.status == 503
                assert int(answer.headers["retry-after"]) > 0
                assert f'lang="{code}" dir="{language.direction}"' in answer.body
                assert words.t("gate.full.sentence") in answer.body
                assert "<script" not in answer.body
        # Files, downloads and those who are inside go on; one on the way in still finds a place.
        assert ask(server, "/favicon.png").status == 200
        assert ask(server, "/api/v1/names.json?q=nepal").status == 200
        show(inside[1], "lang=fr")
        opened.enter_context(session(server))
        assert refused(server) == 503
    for _ in range(100):
        if (status := ask(server, "/").status) == 200:
            break
    assert status == 200


def test_no_access_log_means_none(server: Server) -> None:
    ask(server, "/country?iso3=NPL")
    with session(server) as line:
        show(line)
    assert '"GET /' not in server.said
    assert '"WebSocket /' not in server.said


def test_every_answer_says_what_a_browser_may_do(server: Server) -> None:
    for path in ("/", "/favicon.ico", FIRST + "?area=TUV", "/api/x", "/_stcore/health",
                 "/robots.txt", "/paused", "/.env", f"/{'q' * LONGEST_ADDRESS}"):  # fmt: skip
        told = ask(server, path).headers
        rules = dict(
            rule.strip().partition(" ")[::2] for rule in told["content-security-policy"].split(";")
        )
        assert rules["connect-src"] == "'self'", path
        assert rules["frame-ancestors"] == "'self'"
        assert "'unsafe-eval'" not in rules["script-src"]
        assert told["x-frame-options"] == "SAMEORIGIN"
        assert told["x-content-type-options"] == "nosniff"
        assert told["cross-origin-opener-policy"] == "same-origin"
        assert "server" not in told


def test_robots_find_the_pages_but_not_the_machinery(server: Server) -> None:
    answer = ask(server, "/robots.txt")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Disallow: /api/" in answer.body and "Disallow: /_stcore/" in answer.body


def test_after_all_of_it_the_server_serves_and_has_nothing_to_regret(server: Server) -> None:
    with session(server, Origin=server.address) as line:
        assert show(line)
    assert "Traceback" not in server.said
    assert OUTSIDE not in server.said
    assert Path(server.log).stat().st_size < 100_000
