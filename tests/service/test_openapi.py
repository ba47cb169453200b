"""The description of the interface: valid, whole, and true of every answer that chance asks for.

`make described` asks for longer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import Case, GenerationMode
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from components.lists.resource import ROOT
from components.wording import DEFAULT, LANGUAGES
from data import store
from pages.routes import API, ROUTES
from pages.service import MIDDLEWARE

PATH = f"{ROOT}openapi.json"
EXAMPLES = int(os.environ.get("TARGET87_TESTS_DESCRIBED", "1"))
"""Requests of each kind to each address."""

SEED = 87
LARGE = {
    "observations": {"area": ["NPL"]},
    "rejects": {"dataset": ["observations/undp_hdr"]},
    "subset": {"area": ["NPL"], "indicator": ["SL_TLF_CHLDEC"]},
}
"""What keeps a file small that would else be all there is."""

YEARS = ("from", "to", "year")
"""Of a span of years the ends are asked for."""

OWN = f"{ROOT}meeting/"
"""What the page of a meeting asks; it is no interface for others."""


@pytest.fixture(scope="module")
def app(store_url: str) -> Starlette:
    assert store_url
    return Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))


@pytest.fixture(scope="module")
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app) as opened:
        yield opened


@pytest.fixture(scope="module")
def described(client: TestClient) -> Any:
    return client.get(PATH).json()


def test_the_description_is_valid(described: Any) -> None:
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    assert described["openapi"].startswith("3.1.")


def _without_words(found: Any) -> Any:
    """A description without what its language changes."""
    said = {"description", "summary", "title"}
    if isinstance(found, dict):
        return {
            name: _without_words(each)
            for name, each in found.items()
            if name not in said or not isinstance(each, str)
        }
    return [_without_words(each) for each in found] if isinstance(found, list) else found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_says_the_same_in_every_language(
    client: TestClient, described: Any, language: str
) -> None:
    found = client.get(PATH, params={"lang": language}).json()
    assert _without_words(found) == _without_words(described)
    assert (found == described) == (language == DEFAULT)


def test_every_address_is_described_and_no_other(described: Any) -> None:
    there = {
        route.path
        for route in API
        if isinstance(route, Route)
        and "GET" in (route.methods or ())
        and not route.path.startswith(OWN)
        and route.path != ROOT
    }
    assert set(described["paths"]) == there
    operations = [each["get"] for each in described["paths"].values()]
    assert len({each["operationId"] for each in operations}) == len(there)


def test_an_answer_comes_to_every_example(client: TestClient, described: Any) -> None:
    asked = set()
    for path, item in described["paths"].items():
        # The other forms of a list take the same.
        if path.endswith((".json", ".parquet", ".xlsx")) and path[: path.rindex(".")] in asked:
            continue
        asked.add(path[: path.rindex(".")])
        examples = {
            each["name"]: each["example"]
            for each in item["get"].get("parameters", ())
            if "example" in each
        }
        answer = client.head(path, params=examples)
        assert answer.status_code == 200, (path, examples)


def _asked_for(described: Any) -> Iterator[tuple[str, dict[str, Any], dict[str, str]]]:
    """Every parameter of every address, with the example of what that cannot do without."""
    for path, item in described["paths"].items():
        parameters = item["get"].get("parameters", ())
        needed = {each["name"]: each["example"] for each in parameters if each.get("required")}
        for each in parameters:
            yield path, each, needed


def test_an_empty_value_is_as_good_as_none(client: TestClient, described: Any) -> None:
    wrong = []
    for path, parameter, needed in _asked_for(described):
        if parameter.get("allowEmptyValue"):
            answer = client.head(path, params=needed | {parameter["name"]: ""})
            if answer.status_code not in {200, 303}:
                wrong.append((path, parameter["name"], answer.status_code))
    assert wrong == []


def test_every_value_that_is_described_is_taken(client: TestClient, described: Any) -> None:
    wrong, seen = [], set()
    for path, parameter, needed in _asked_for(described):
        schema = parameter["schema"]
        values = schema.get("items", schema).get("enum", ())
        if parameter["name"] in YEARS:
            values = (values[0], values[-1])
        name = path.removeprefix(ROOT).partition(".")[0]
        if name == "subset":
            # It takes what the lists of figures take, and makes no more packages than it has to.
            continue
        # From before the first meeting, so that each may be the last.
        before = {"from": "2015"} if (name, parameter["name"]) == ("since", "to") else {}
        for value in values:
            # All forms of a list read a value in one place.
            what = (name, parameter["name"], value)
            if what not in seen:
                seen.add(what)
                answer = client.head(path, params=before | needed | {parameter["name"]: value})
                # What terms withhold is there and may not be passed on.
                if answer.status_code not in {200, 303, 403}:
                    wrong.append((*what, answer.status_code))
    assert wrong == []


def _crossed(case: Case, newest: dict[str, int]) -> bool:
    """Whether two ends stand in the wrong order, which no schema can say: each alone is right."""
    query = case.query or {}
    first, last = query.get("from"), query.get("to")
    if first is None and last is None:
        return False
    if "since" in case.path:
        # Of two meetings one is the later: their codes do not say which.
        return True
    return int(first or newest.get("from", 0)) > int(last or newest.get("to", 0))


def _small(path: str) -> dict[str, Any] | None:
    name = path.removeprefix(ROOT).partition(".")[0]
    return None if path.endswith(".json") else LARGE.get(name)


def _meets(case: Case) -> None:
    response = case.call(timeout=60)
    case.validate_response(response)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_chance_finds_no_answer_that_is_not_described(app: Starlette, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_asgi(PATH, app)
    for result in schema.get_all_operations():
        operation = result.ok()
        if mode is GenerationMode.NEGATIVE and not len(operation.query):
            continue

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode, query=_small(operation.path)))
        def asked(case: Case) -> None:
            assume(mode is GenerationMode.NEGATIVE or not _crossed(case, {"to": 9999}))
            _meets(case)

        asked()
    assert store.build().newest >= 1
