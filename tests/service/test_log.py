"""The log: one JSON line an event, the number on an error's page, and what no line ever holds."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from components.wording import LANGUAGES, wording
from data.database import URL_VARIABLE
from data.log import LINES, LOG_VARIABLE, LONGEST, logged, masked
from loaders.jobs.load import LoadOptions, load
from loaders.reading.contract import FileRefused
from pages.service import HANDLERS, MIDDLEWARE
from pages.service.headers import headers
from pages.service.log import HEADER
from pages.service.settings import settings
from tests.page_message import page_message
from tests.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PASSWORD = "s3cret-word"
HEX = re.compile(r"[0-9a-f]{32}")
FORGED = ("", "a b", "x" * 65, 'a"b', "a_b", "../../etc", "é", "1;2", "<b>")


@dataclass
class Server:
    """A server of the product with faults, and what it has logged so far."""

    port: int
    log: Path

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def lines(self) -> list[dict[str, Any]]:
        whole = self.text().rpartition("\n")[0]
        return [json.loads(line) for line in whole.split("\n") if line]

    def of(self, number: str, last: str) -> list[dict[str, Any]]:
        """The lines of one request, waited for: the last event is logged after the answer left."""
        deadline = time.monotonic() + 20
        while True:
            mine = [line for line in self.lines() if line.get("request_id") == number]
            if any(last in line["event"] for line in mine) or time.monotonic() > deadline:
                return mine
            time.sleep(0.05)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        asked = urllib.request.Request(f"http://{HOST}:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return answer.status, dict(answer.headers), answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read().decode()

    def see(self, page: str, query: str, number: str) -> str:
        """All texts that a browser is sent for a page, asked with a number of the tests'."""
        address = f"ws://{HOST}:{self.port}/_stcore/stream"
        origin = f"http://{HOST}:{self.port}"
        seen = []
        with connect(
            address,
            origin=origin,
            subprotocols=["streamlit"],
            additional_headers={HEADER: number},
            max_size=None,
        ) as session:
            session.send(page_message(page, query))
            while True:
                message = ForwardMsg.FromString(session.recv(timeout=60))
                if message.WhichOneof("type") == "script_finished":
                    return "\n".join(seen)
                seen += _texts(message)


def _texts(message: ForwardMsg) -> Iterator[str]:
    element = message.delta.new_element
    for part in (
        element.alert.body,
        element.markdown.body,
        element.code.code_text,
        element.page_link.label,
        element.exception.message,
    ):
        if part:
            yield part


@pytest.fixture(scope="module")
def server(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    port = free_port()
    made = Server(port, tmp_path_factory.mktemp("server") / "log")
    command = [sys.executable, "-m", "uvicorn", "tests.service.failing_app:app"]
    command += ["--host", HOST, "--port", str(port), "--no-access-log"]
    environment = os.environ | {URL_VARIABLE: store_url, LOG_VARIABLE: "requests"}
    with made.log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        deadline = time.monotonic() + 90
        while "startup complete" not in made.text():
            assert process.poll() is None and time.monotonic() < deadline, made.text()
            time.sleep(0.1)
        yield made
    finally:
        process.terminate()
        process.wait(timeout=20)


def written(**fields: Any) -> str:
    """The line of a record with these fields."""
    made = logging.LogRecord("target87", logging.ERROR, __file__, 1, "said", (), None)
    made.__dict__ |= fields
    return LINES.format(made)


# --- one line, that nobody can forge, without a password ------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\x00", "\x1b[2J"])
def test_what_a_visitor_sent_cannot_end_a_line(end: str) -> None:
    forged = f'x{end}{{"event": "forged"}}'
    line = written(path=forged)
    assert len(line.splitlines()) == 1
    assert line.isprintable()
    assert json.loads(line)["path"] == forged


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql+psycopg://reader:{PASSWORD}@db:5432/target87",
        f"at postgresql://reader:{PASSWORD}@a,b/target87?x=1 there",
        f"postgresql://:{PASSWORD}@db/",
        f"postgresql://reader:{PASSWORD}@more@db/",
        f"postgresql://reader:{PASSWORD}/slash@db/",
        f"host=db password={PASSWORD} user=reader",
        f"{{'password': '{PASSWORD}'}}",
        f"postgresql://db/target87?password={PASSWORD}&user=reader",
    ],
)
def test_no_password_of_an_address_is_in_a_line(text: str) -> None:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        failed = (type(error), error, error.__traceback__)
    made = logging.LogRecord("target87", logging.ERROR, __file__, 1, "%s", (text,), failed)
    made.__dict__["nested"] = {"deep": [text]}
    line = LINES.format(made)
    assert PASSWORD not in line
    assert line.count("***") == 3
    assert "Traceback" in json.loads(line)["exception"]


def test_the_password_in_use_is_hidden_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgresql://reader:odd%20w%40rd@db/target87")
    assert masked("tried odd w@rd, then odd%20w%40rd") == "tried ***, then ***"


def test_texts_without_a_password_stay_as_they_are() -> None:
    text = "GET https://example.org/a?b=c at 12:30, see user@example.org"
    assert masked(text) == text


def test_a_long_value_is_cut_in_the_middle() -> None:
    said = json.loads(written(path="a" * 50_000 + "end"))["path"]
    assert len(said) < LONGEST + 10
    assert said.startswith("aaa") and said.endswith("aend")


# --- numbers of requests --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small() -> Iterator[TestClient]:
    """Two routes within the product's middleware: one answers its number, one fails."""

    async def fine(request: Any) -> PlainTextResponse:
        return PlainTextResponse(request.headers[HEADER])

    async def broken(_request: Any) -> PlainTextResponse:
        raise RuntimeError("on purpose")

    routes = [Route("/fine", fine), Route("/broken", broken)]
    made = Starlette(routes=routes, middleware=list(MIDDLEWARE), exception_handlers=HANDLERS)
    with TestClient(made, raise_server_exceptions=False) as opened:
        yield opened


@pytest.mark.parametrize("given", ["0", "abc-DEF-123", "x" * 64])
@pytest.mark.parametrize("path", ["/fine", "/broken", "/nothing"])
def test_a_sane_number_is_kept_on_every_answer(small: TestClient, path: str, given: str) -> None:
    answer = small.get(path, headers={HEADER: given})
    assert answer.headers[HEADER] == given
    assert path != "/fine" or answer.text == given


@pytest.mark.parametrize("given", FORGED)
def test_a_forged_number_is_replaced(small: TestClient, given: str) -> None:
    for path in ("/fine", "/broken"):
        number = small.get(path, headers={HEADER: given.encode()}).headers[HEADER]
        assert HEX.fullmatch(number)
    assert HEX.fullmatch(small.get("/fine", headers={HEADER: given.encode()}).text)


def test_two_numbers_at_once_are_one(small: TestClient) -> None:
    answer = small.get("/fine", headers=[(HEADER, "one"), (HEADER, "a b")])
    assert answer.text == answer.headers[HEADER] == "one"


def test_a_500_is_a_sentence_with_the_number(small: TestClient) -> None:
    answer = small.get("/broken", headers={HEADER: "tell-87"})
    assert answer.status_code == 500
    assert answer.text == f"{wording('en').t('service.error', number='tell-87')}\n"
    wanted = headers(settings().frame_ancestors)
    assert {name: answer.headers.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(("wanted", "lines"), [("errors", 0), ("requests", 1)])
def test_requests_are_logged_when_wanted(
    small: TestClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    wanted: str,
    lines: int,
) -> None:
    monkeypatch.setenv(LOG_VARIABLE, wanted)
    with caplog.at_level(logging.INFO, "target87.requests"):
        small.get("/fine")
    assert len(caplog.records) == lines


# --- a server ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_page_shows_the_number_that_the_log_has(server: Server, language: str) -> None:
    number = f"page-{language}"
    seen = server.see("country", f"iso3=NPL&lang={language}&fail=%0Asecret-value", number)
    words = wording(language)
    assert f"{words.t('frame.failure')} {words.t('frame.failure_number')}\n{number}\n" in seen
    assert "on purpose" not in seen
    mine = server.of(number, "session")
    assert {each["event"] for each in mine} == {"a page failed", "rerun", "session"}
    (line,) = [each for each in mine if each["event"] == "a page failed"]
    assert line["level"] == "error"
    assert line["page"] == "country"
    assert line["parameters"] == ["fail", "iso3", "lang"]
    assert "RuntimeError: failed on purpose" in line["exception"]
    assert "secret-value" not in server.text()


def test_a_failed_page_shows_a_new_number_for_a_forged_one(server: Server) -> None:
    seen = server.see("timeline", "fail=1", "forged number")
    number = re.search(rf"{wording('en').t('frame.failure_number')}\n(.*)\n", seen)
    assert number and HEX.fullmatch(number[1])
    assert server.of(number[1], "a page failed")


def test_a_failed_route_says_its_number_and_the_log_says_why(server: Server) -> None:
    status, headers, text = server.get("/api/v1/actions.csv?area=who", **{HEADER: "route-1"})
    assert (status, headers[HEADER]) == (500, "route-1")
    assert text == f"{wording('en').t('service.error', number='route-1')}\n"
    mine = server.of("route-1", "Exception")
    assert "RuntimeError: failed on purpose" in next(
        m["exception"] for m in mine if "exception" in m
    )
    asked = next(m for m in mine if m["event"] == "request")
    assert (asked["status"], asked["route"]) == (500, "/api/v1/actions.csv")


def test_a_request_is_one_line_without_the_visitor(server: Server) -> None:
    path = f"/country/{'x' * 300}?iso3=WHO-ASKED&lang=fr"
    server.get(path, **{HEADER: "one-line", "User-Agent": "A-Browser/87"})
    (line,) = server.of("one-line", "request")
    assert set(line) == {
        "event", "request_id", "level", "logger", "timestamp",
        "method", "route", "path", "status", "ms", "bytes", "language",
    }  # fmt: skip
    assert (line["method"], line["route"], line["language"]) == ("GET", "else", "fr")
    assert len(line["path"]) == 200
    assert "A-Browser" not in server.text()
    assert "WHO-ASKED" not in server.text()


def test_all_that_a_server_says_is_ours_and_json(server: Server) -> None:
    server.see("world", "", "see-87")
    server.get("/healthz")
    server.get("/readyz")
    mine = server.of("see-87", "session")
    lines = server.lines()  # each parses
    assert PASSWORD not in server.text()
    assert HOST not in "".join(line["event"] for line in lines if "running on" not in line["event"])
    assert {line["logger"] for line in lines} <= {
        "target87", "target87.requests", "target87.reruns", "target87.loads", "uvicorn.error",
    }  # fmt: skip
    assert {line["event"] for line in mine} == {"rerun", "session"}
    assert not any(line.get("path") in {"/healthz", "/readyz"} for line in lines)


# --- loads ---------------------------------------------------------------------------------------


def test_a_load_is_a_line_with_its_outcome(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("no,such,table\n", encoding="utf-8")
    with caplog.at_level(logging.INFO, "target87.loads"):
        with pytest.raises(FileRefused):
            load([file], LoadOptions(), "sqlite:///nowhere")
        with logged("load", files=["good.csv"]) as told:
            told["release"] = 3
    first, second = caplog.records
    assert (first.msg, first.outcome, first.files) == ("load", "failed", ["bad.csv"])  # type: ignore[attr-defined]
    assert first.reason.startswith("FileRefused: bad.csv")  # type: ignore[attr-defined]
    assert (second.outcome, second.release) == ("done", 3)  # type: ignore[attr-defined]
    assert not hasattr(second, "reason")


def test_the_command_line_writes_it_when_wanted(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("no,such,table\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "loaders", "load", str(file)],
        cwd=ROOT,
        env=os.environ | {LOG_VARIABLE: "requests"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    (line,) = [each for each in lines if each.startswith("{")]
    assert json.loads(line)["outcome"] == "failed"
    assert [each for each in lines if each != line][0].startswith("Nothing was changed.")
