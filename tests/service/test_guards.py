"""The guards one by one: names, idle websockets, the way back, languages, limits of the system."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from components.theme import PALETTES
from components.ui import idle
from components.wording import LANGUAGES, wording
from pages.routes import ROUTES
from pages.routes.paused import START, way_back
from pages.service import descriptors, messages
from pages.service.headers import headers
from pages.service.hosts import ForeignHosts, is_same_site, is_served
from pages.service.messages import Messages
from pages.service.plain_page import accepted_language
from pages.service.session_limit import is_page
from pages.service.settings import SettingRefused, settings
from tests.page_message import page_message


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    settings.cache_clear()


async def _echo(line: WebSocket) -> None:
    await line.accept()
    try:
        while True:
            await line.send_bytes(await line.receive_bytes())
    except WebSocketDisconnect:
        # What Streamlit may still have to say when its client has gone.
        await line.send_bytes(b"late")


def _talk(idle_seconds: float) -> TestClient:
    return TestClient(
        Starlette(
            routes=[WebSocketRoute("/", _echo)],
            middleware=[Middleware(Messages, idle_seconds=idle_seconds)],
        )
    )


def test_a_websocket_without_a_word_is_closed() -> None:
    with _talk(0.3).websocket_connect("/") as line:
        line.send_bytes(page_message())
        assert line.receive_bytes() == page_message()
        with pytest.raises(WebSocketDisconnect) as ended:
            line.receive_bytes()
    assert ended.value.code == messages.IDLE


def test_what_is_passed_over_keeps_no_session_open() -> None:
    with _talk(0.3).websocket_connect("/") as line:
        line.send_bytes(b"")
        with pytest.raises(WebSocketDisconnect) as ended:
            line.receive_bytes()
    assert ended.value.code == messages.IDLE


def test_a_presentation_may_stand_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(messages.time, "monotonic", lambda: clock[0])
    with _talk(60.0).websocket_connect("/") as line:
        for query, patience in (("", 60.0), ("present=1&lang=fr", 60.0 * messages.PRESENTING)):
            line.send_bytes(page_message(query=query))
            line.receive_bytes()
            clock[0] += patience - 1
            line.send_bytes(page_message(query=query))
            assert line.receive_bytes() == page_message(query=query)


def test_the_page_and_the_server_wait_equally_long() -> None:
    assert idle.PRESENTING == messages.PRESENTING
    script = idle.idle_script(60)
    assert "const minutes = 60;" in script
    assert f"? {idle.PRESENTING} : 1" in script


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("country?iso3=NPL&lang=fr", "country?iso3=NPL&lang=fr"),
        ("explore", "explore"),
        ("?lang=ar", "./?lang=ar"),
        ("", START),
        ("//evil.example", START),
        ("/\\evil.example", START),
        ("\\\\evil.example", START),
        ("https://evil.example", START),
        ("https:evil.example", START),
        ("javascript:alert(1)", START),
        ("data:text/html,x", START),
        ("country/../../x", START),
        ("country#x", START),
        ("\tjavascript:alert(1)", START),
        ("country?x\r\nSet-Cookie: a=b", START),
        ("country?<script>", START),
        ("country\n", START),
        ("country?" + "q" * 9000, START),
    ],
)
def test_the_way_back_leads_to_a_page_of_ours(asked: str, leads: str) -> None:
    assert way_back(asked) == leads


def test_a_page_that_is_paused_says_so_in_the_language_it_was_in() -> None:
    client = TestClient(Starlette(routes=list(ROUTES)))
    for code, language in LANGUAGES.items():
        answer = client.get("/paused", params={"back": f"country?iso3=NPL&lang={code}"})
        assert answer.status_code == 200
        assert f'lang="{code}" dir="{language.direction}"' in answer.text
        assert wording(code).t("gate.paused.title") in answer.text
        assert f'href="country?iso3=NPL&amp;lang={code}"' in answer.text
        assert "<script" not in answer.text
        for palette in PALETTES.values():
            assert f"--paper:{palette.paper};" in answer.text


@pytest.mark.parametrize(
    ("asked", "accepted", "answered"),
    [
        ("fr", "ar", "fr"),
        ("xx", "ar", "ar"),
        ("", "en;q=0.2, fr-CA;q=0.9", "fr"),
        ("", "fr;q=0, ar;q=0.1", "ar"),
        ("", "de, it", "en"),
        ("", "fr;q=often", "en"),
        ("", ",;q=,;;", "en"),
        ("", "", "en"),
    ],
)
def test_a_plain_page_speaks_what_is_asked_for(asked: str, accepted: str, answered: str) -> None:
    assert accepted_language(asked, accepted) == answered


@pytest.mark.parametrize(
    ("origin", "host", "same"),
    [
        ("http://a.example", "a.example", True),
        ("https://A.example", "a.EXAMPLE", True),
        ("https://a.example:443", "a.example", True),
        ("https://a.example", "a.example:443", True),
        ("http://a.example:8501", "a.example:8501", True),
        ("http://a.example:8501", "a.example:8502", False),
        ("https://a.example:80", "a.example", False),
        ("https://a.example.evil.example", "a.example", False),
        ("https://evil.example", "", False),
        ("null", "null", False),
        ("", "", False),
        ("https://", "", False),
        ("https://[::1]:8501", "[::1]:8501", True),
    ],
)
def test_a_page_of_ours_is_told_by_name_and_port(origin: str, host: str, same: bool) -> None:
    assert is_same_site(origin, host) is same


@pytest.mark.parametrize(
    ("host", "served"),
    [
        ("figures.example", True),
        ("FIGURES.example:8501", True),
        ("figures.example.", True),
        ("a.office.example", True),
        ("office.example", False),
        ("evil.example", False),
        ("figures.example@evil.example", False),
        ("figures.example.evil.example", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_the_hosts_of_the_setting_are_served(
    monkeypatch: pytest.MonkeyPatch, host: str, served: bool
) -> None:
    monkeypatch.setenv("TARGET87_ALLOWED_HOSTS", "figures.example, *.office.example")
    assert is_served(host, settings().hosts) is served
    inner = Starlette(
        routes=[Route(path, lambda _: PlainTextResponse("in")) for path in ("/", "/healthz")],
        middleware=[Middleware(ForeignHosts)],
    )
    client = TestClient(inner)
    assert client.get("/", headers={"Host": host}).status_code == (200 if served else 421)
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "old"),
    [("'self'", "SAMEORIGIN"), ("'none'", "DENY"), ("'self' https://*.office.example", None)],
)
def test_who_may_frame_the_pages_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, asked: str, old: str | None
) -> None:
    monkeypatch.setenv("TARGET87_FRAME_ANCESTORS", asked)
    told = headers(settings().frame_ancestors)
    assert told["Content-Security-Policy"].endswith(f"; frame-ancestors {asked}")
    assert told.get("X-Frame-Options") == old


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TARGET87_FRAME_ANCESTORS", ""),
        ("TARGET87_FRAME_ANCESTORS", "*"),
        ("TARGET87_FRAME_ANCESTORS", "'self'; script-src *"),
        ("TARGET87_FRAME_ANCESTORS", "'self' 'none'"),
        ("TARGET87_FRAME_ANCESTORS", "https://a.example\r\nX: y"),
        ("TARGET87_ALLOWED_HOSTS", "https://figures.example"),
        ("TARGET87_ALLOWED_HOSTS", "figures.example:443"),
        ("TARGET87_ALLOWED_HOSTS", "*"),
    ],
)
def test_a_setting_that_would_open_more_is_refused(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingRefused, match=variable):
        settings()


def test_a_page_is_told_from_its_files() -> None:
    assert all(map(is_page, ("/", "/country", "/country/", "/nothing", "/embed")))
    files = ("/static/js/x.js", "/geo/x", "/api/v1/names.json", "/healthz", "/readyz", "/metrics",
             "/_stcore/health", "/favicon.png", "/media/abc", "/robots.txt", "/paused")  # fmt: skip
    assert not any(map(is_page, files))


Limits = Callable[[int, int], list[tuple[int, int]]]


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Limits:
    def pretend(soft: int, hard: int) -> list[tuple[int, int]]:
        made: list[tuple[int, int]] = []
        monkeypatch.setattr(descriptors.resource, "getrlimit", lambda _: (soft, hard))
        monkeypatch.setattr(descriptors.resource, "setrlimit", lambda _, pair: made.append(pair))
        return made

    return pretend


def test_a_low_limit_of_open_files_is_raised(
    limits: Limits, caplog: pytest.LogCaptureFixture
) -> None:
    made = limits(1024, 1_048_576)
    assert descriptors.have_descriptors(400) == 400
    assert made == [(descriptors.needed(400), 1_048_576)]
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


def test_a_limit_that_cannot_be_raised_enough_is_warned_of(
    limits: Limits, caplog: pytest.LogCaptureFixture
) -> None:
    made = limits(1024, 1500)
    fit = descriptors.have_descriptors(400)
    assert made == [(1500, 1500)]
    assert 0 < fit < 400
    assert descriptors.needed(fit) <= 1500
    assert f"so {fit} are let in" in caplog.text
    assert "TARGET87_MOST_SESSIONS" in caplog.text and "ulimit" in caplog.text


def test_as_many_are_let_in_as_a_limit_holds() -> None:
    for limit in range(64, 20_000, 97):
        fit = descriptors.that_fit(limit)
        assert fit >= 1
        assert fit == 1 or descriptors.needed(fit) <= limit < descriptors.needed(fit + 3)


def test_a_limit_that_is_enough_is_left_alone(
    limits: Limits, caplog: pytest.LogCaptureFixture
) -> None:
    for limit in (descriptors.needed(400), descriptors.resource.RLIM_INFINITY):
        made = limits(limit, limit)
        assert descriptors.have_descriptors(400) == 400
        assert made == []
    assert caplog.text == ""
