"""What pages of other hosts may read, what OPTIONS says, and which tags a client may name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.routes import ROUTES
from pages.service import MIDDLEWARE

FILE = "/api/v1/releases.json"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.mark.parametrize("path", [FILE, f"{FILE}?limit=0", "/api/v1/nothing.csv"])
def test_anybody_may_read_what_is_open(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Target87-Withheld" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers


def test_nobody_may_send_from_elsewhere(client: TestClient) -> None:
    for method, path in (("OPTIONS", "/api/v1/meeting/minutes.docx"), ("POST", FILE)):
        answer = client.request(method, path, headers={"Origin": "https://elsewhere.example"})
        assert "access-control-allow-origin" not in answer.headers


def test_options_names_the_methods(client: TestClient) -> None:
    answer = client.options(FILE)
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD"
    wrong = client.delete(FILE)
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert client.options("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("form", ["{tag}", "W/{tag}", '"other", {tag}', '"other",W/{tag}', "*"])
@pytest.mark.parametrize("path", [FILE, "/api/v1/names.json?q=nepal", "/api/v1/openapi.json"])
def test_what_the_client_has_is_not_sent_again(client: TestClient, path: str, form: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": form.format(tag=tag)})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0, *", False),
        ("*;q=0.1", True),
        ("br", False),
    ],
)
def test_gzip_goes_by_its_weight(client: TestClient, accepted: str, packed: bool) -> None:
    answer = client.get(FILE, headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("content-encoding") == "gzip") == packed
    assert answer.headers["content-length"]


def test_a_part_of_a_page_is_had(client: TestClient) -> None:
    whole = client.get(FILE, headers={"Accept-Encoding": "identity"}).content
    asked = {"Accept-Encoding": "identity", "Range": "bytes=5-24"}
    part = client.get(FILE, headers=asked)
    assert (part.status_code, part.content) == (206, whole[5:25])
    assert part.headers["content-range"] == f"bytes 5-24/{len(whole)}"
