"""/metrics: off unless asked for, true, and never longer for what a visitor sends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from components.ui import reruns
from components.ui.frame import PAGES
from components.wording import wording
from data.database import URL_VARIABLE
from pages.routes import ROUTES
from pages.routes.end_of_api import ENDS
from pages.service import MIDDLEWARE, SERVICE_ROUTES, health, numbers, settings
from pages.service.templates import FAMILIES, KNOWN, TEMPLATES, template_of
from tests.conftest import OpenPage

OURS = {
    "target87_requests", "target87_request_seconds", "target87_sessions_open",
    "target87_rerun_seconds", "target87_page_failures", "target87_exports_running",
    "target87_exports", "target87_refused", "target87_ready", "target87_database_up",
    "target87_release_shown",
}  # fmt: skip
OF_THE_PROCESS = {
    "process_start_time_seconds", "process_resident_memory_bytes", "process_open_fds",
    "process_max_fds", "process_cpu_seconds",
}  # fmt: skip


async def _anything(_request: object) -> PlainTextResponse:
    return PlainTextResponse("")


async def _talk(socket: WebSocket) -> None:
    if socket.query_params.get("refuse"):
        await socket.close()
        return
    await socket.accept()
    await socket.receive()


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    routes = [*SERVICE_ROUTES, WebSocketRoute("/_stcore/stream", _talk)]
    routes.append(Route("/{path:path}", _anything, methods=[*numbers.METHODS]))
    with TestClient(Starlette(routes=routes, middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.fixture
def _metrics(monkeypatch: pytest.MonkeyPatch, store_url: str) -> Iterator[None]:
    monkeypatch.setenv("TARGET87_METRICS", "true")
    monkeypatch.setenv(URL_VARIABLE, store_url)
    settings.settings.cache_clear()
    health._kept.clear()
    yield
    settings.settings.cache_clear()


def value(name: str, **labels: str) -> float:
    """What a number is now; 0 when it was never counted."""
    return REGISTRY.get_sample_value(name, labels) or 0.0


def shown(client: TestClient) -> dict[str, list[tuple[dict[str, str], float]]]:
    """What /metrics shows: samples by family."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {f.name: [(s.labels, s.value) for s in f.samples] for f in families}


def test_there_are_none_unless_asked_for(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TARGET87_METRICS", raising=False)
    settings.settings.cache_clear()
    answer = client.get("/metrics")
    assert (answer.status_code, answer.text.strip()) == (
        404,
        wording("en").t("service.metrics_off"),
    )
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.usefixtures("_metrics")
def test_all_numbers_are_shown(client: TestClient) -> None:
    assert reruns.RERUNS and reruns.FAILED
    found = shown(client)
    assert OURS - set(found) == set()
    assert OF_THE_PROCESS - set(found) == set()
    assert found["process_open_fds"][0][1] == pytest.approx(len(os.listdir("/proc/self/fd")), abs=8)
    assert found["target87_database_up"] == found["target87_ready"] == [({}, 1.0)]
    assert found["target87_release_shown"][0][1] >= 1
    assert client.head("/metrics").status_code == 200


@pytest.mark.usefixtures("_metrics")
def test_a_database_that_is_gone_is_a_number(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "sqlite:////nowhere/store.sqlite")
    found = shown(client)
    assert found["target87_database_up"] == found["target87_ready"] == [({}, 0.0)]


# --- labels from small sets -----------------------------------------------------------------------


@given(st.text(max_size=40))
@hypothesis_settings(max_examples=50, deadline=None)
def test_every_path_has_one_of_the_templates(path: str) -> None:
    assert template_of(f"/{path}") in TEMPLATES
    assert template_of(path) in TEMPLATES
    assert all(template_of(f"{family}/{path}") in TEMPLATES for family in FAMILIES)


@pytest.mark.usefixtures("_metrics")
def test_random_paths_and_methods_make_the_list_no_longer(client: TestClient) -> None:
    for number in range(60):
        client.get(f"/{number}/random-{number}")
        client.get(f"/static/random-{number}.js")
        client.request(f"ODD{number}", "/country")
    found = shown(client)["target87_requests"]
    labels = [sample for sample, _ in found]
    assert {each["route"] for each in labels} <= TEMPLATES
    assert {each["method"] for each in labels} <= {*numbers.METHODS, numbers.OTHER}
    assert "random" not in client.get("/metrics").text
    assert sum(count for each, count in found if each["route"] == "/static/…") >= 60


def test_every_route_and_page_has_a_template_of_its_own() -> None:
    paths = {route.path for route in [*SERVICE_ROUTES, *ROUTES] if not isinstance(route, Mount)}
    families = {path for path in paths if "{" in path} - set(ENDS)
    assert paths - set(ENDS) - KNOWN - families == set()
    assert {template_of(path) for path in families} == {"/brief/…", "/cite/…", "/text/…"}
    assert {template_of(end) for end in ENDS} == {"/api/…"}
    mounts = {route.path for route in ROUTES if isinstance(route, Mount)}
    assert mounts - set(FAMILIES) == set()
    assert {template_of(f"/{page}") for page in PAGES} == {f"/{page}" for page in PAGES}
    assert template_of("/") == "/"


# --- what is counted ------------------------------------------------------------------------------


def test_sessions_are_open_websockets(client: TestClient) -> None:
    before = value("target87_sessions_open")
    with client.websocket_connect("/_stcore/stream") as one:
        assert value("target87_sessions_open") == before + 1
        with (
            pytest.raises(WebSocketDisconnect),
            client.websocket_connect("/_stcore/stream?refuse=1"),
        ):
            pass
        assert value("target87_sessions_open") == before + 1
        one.close()
    assert value("target87_sessions_open") == before


def test_runs_are_counted_by_page(app: OpenPage) -> None:
    before = value("target87_rerun_seconds_count", page="sources")
    app("sources")
    assert value("target87_rerun_seconds_count", page="sources") == before + 1


@pytest.mark.parametrize("reason", get_args(numbers.Reason))
def test_refusals_are_counted_by_reason(reason: numbers.Reason) -> None:
    before = value("target87_refused_total", reason=reason)
    numbers.refused(reason)
    assert value("target87_refused_total", reason=reason) == before + 1


def test_an_unknown_reason_adds_no_label() -> None:
    before = value("target87_refused_total", reason="other")
    numbers.refused("a text of a visitor")  # type: ignore[arg-type]
    assert value("target87_refused_total", reason="other") == before + 1
    assert (
        REGISTRY.get_sample_value("target87_refused_total", {"reason": "a text of a visitor"})
        is None
    )


@pytest.mark.parametrize("outcome", get_args(numbers.Outcome))
def test_exports_run_and_end(outcome: numbers.Outcome) -> None:
    running = value("target87_exports_running")
    ended = value("target87_exports_total", outcome=outcome)
    numbers.export_began()
    assert value("target87_exports_running") == running + 1
    numbers.export_ended(outcome)
    assert value("target87_exports_running") == running
    assert value("target87_exports_total", outcome=outcome) == ended + 1
