"""The addresses of the files that a country fills in: what they give, and what they refuse."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.form_addresses import questionnaire_address, workshop_report_address
from components.spreadsheet import MEDIA_TYPE
from components.wording import LANGUAGES
from loaders.reporting.process import template, workshop_form
from pages.routes import ROUTES
from pages.routes.reporting_files import DOCUMENT
from pages.service import MIDDLEWARE
from tests.components.reporting.made import ALL, files_of

QUESTIONNAIRE = "/api/v1/questionnaire.xlsx"
WORKSHOP = "/api/v1/workshop-report.docx"
BOTH = (QUESTIONNAIRE, WORKSHOP)


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.mark.parametrize(("language", "code"), ALL)
def test_a_country_gets_its_files_in_its_language(
    client: TestClient, language: str, code: str
) -> None:
    addresses = (questionnaire_address(code, language), workshop_report_address(code, language))
    for address, content, media in zip(
        addresses, files_of(code, language), (MEDIA_TYPE, DOCUMENT), strict=True
    ):
        answer = client.get(f"/{address}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == media
        assert f"-{code}-{language}-" in answer.headers["content-disposition"]
        assert answer.content == content
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize("code", ["ALB", "MWI", "IND", "XEX"])
def test_the_command_line_gives_the_same_bytes(client: TestClient, code: str) -> None:
    for path, make in ((QUESTIONNAIRE, template), (WORKSHOP, workshop_form)):
        assert client.get(f"{path}?area={code}&lang=fr").content == make(code, "fr")


@pytest.mark.parametrize("path", BOTH)
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(f"{path}?area=npl&lang=FR")
    again = client.get(f"{path}?area=NPL&lang=fr", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    other = client.head(f"{path}?area=NPL&lang=ar")
    assert other.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("path", BOTH)
def test_without_a_language_it_is_english(client: TestClient, path: str) -> None:
    assert client.get(f"{path}?area=TUV").content == client.get(f"{path}?area=TUV&lang=en").content


@pytest.mark.parametrize("path", BOTH)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Please say which country: add area="),
        ("area=", "Please say which country: add area="),
        ("area=XXQ", "No country has the code “XXQ”"),
        ("area=Nepal", "No country has the code “NEPAL”"),
        ("area=WLD", "No country has the code “WLD”"),
        ("area=M49_002", "No country has the code “M49_002”"),
        (
            "area=NPL&lang=xx",
            "There is no file in the language “xx”: please write lang= and one of",
        ),
        ("area=NPL&year=2020", "There is no parameter “year”"),
        ("area=QQQ&lang=fr", "Aucun pays n'a le code « QQQ »"),
        ("area=QQQ&lang=ar", "لا بلد رمزه «QQQ»"),
    ],
)
def test_what_is_not_understood_is_said_with_a_remedy(
    client: TestClient, path: str, query: str, said: str
) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    text = answer.text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    assert said.lower() in text.lower()
    assert text.count("\n") == 1


@pytest.mark.parametrize("path", BOTH)
def test_no_other_method_is_taken(client: TestClient, path: str) -> None:
    assert client.post(f"{path}?area=NPL").status_code == 405


def test_every_language_has_both_addresses() -> None:
    for language in LANGUAGES:
        assert questionnaire_address("NPL", language).endswith(f"?area=NPL&lang={language}")
        assert workshop_report_address("NPL", language).endswith(f"?area=NPL&lang={language}")
