"""A cited package on the real store: the same bytes for ever, a page, and what became of it."""

from __future__ import annotations

import io
import os
import threading
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.cite.page import Newer, newer_sentence
from components.wording import LANGUAGES, wording
from data.database import URL_VARIABLE
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from pages.service.citations import Citations, Damaged, NotKept, folder_of, is_name
from pages.service.settings import settings
from tests.pages.three_releases import AREA, INDICATOR, copied, second_release, third_release

SUBSET = "/api/v1/subset.zip"
ASKED = f"indicator={INDICATOR}&area={AREA},CIV"


@pytest.fixture(scope="module")
def client(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("cited")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, copied(store_url, folder))
        settings.cache_clear()
        app = Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))
        with TestClient(app, follow_redirects=False) as opened:
            yield opened
    settings.cache_clear()


def cited(client: TestClient, query: str) -> str:
    answer = client.get(f"{SUBSET}?{query}")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_selection_is_kept_under_the_hash_of_its_bytes(client: TestClient) -> None:
    place = cited(client, f"{ASKED}&sex=T")
    data = client.get(f"{place}.zip")
    assert (data.status_code, data.headers["content-type"]) == (200, "application/zip")
    assert place == f"/cite/{sha256(data.content).hexdigest()[:32]}"
    with zipfile.ZipFile(io.BytesIO(data.content)) as opened:
        held = opened.read("data.csv")
    assert held == client.get(f"/api/v1/observations.csv?{ASKED}&sex=T&as_of=1").content
    assert len(held.splitlines()) > 2


def test_language_order_and_form_of_the_question_change_no_byte(client: TestClient) -> None:
    place = cited(client, f"{ASKED}&sex=T")
    same = (
        f"{ASKED}&sex=T&lang=fr&as_of=1",
        f"area={AREA}&sex=T&indicator={INDICATOR}&area=CIV",
        f"{ASKED}&sex=T&tab=table&chart=line&scale=log",
    )
    assert {cited(client, query).partition("?")[0] for query in same} == {place}
    whole = client.get(f"{SUBSET}?{ASKED}&sex=T&download=1&lang=ar").content
    assert whole == client.get(f"{place}.zip").content


def test_a_part_and_an_unchanged_file_are_answered_as_such(client: TestClient) -> None:
    place = cited(client, f"{ASKED}&sex=T")
    whole = client.get(f"{place}.zip", headers={"Accept-Encoding": "identity"})
    asked = {"Range": "bytes=10-19", "Accept-Encoding": "identity"}
    part = client.get(f"{place}.zip", headers=asked)
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    again = {"If-None-Match": whole.headers["etag"], "Accept-Encoding": "identity"}
    assert client.get(f"{place}.zip", headers=again).status_code == 304


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_what_it_is_and_how_to_cite_it(client: TestClient, language: str) -> None:
    place = cited(client, f"{ASKED}&sex=T&tab=map").partition("?")[0]
    page = client.get(f"{place}?tab=map&lang={language}")
    words = wording(language)
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{words.language.direction}">' in page.text
    for key in ("same", "cite", "inside", "live"):
        assert words.t(f"cite.page.{key}") in page.text
    assert f"http://testserver{place}" in page.text
    assert f"indicator={INDICATOR}&amp;area={AREA},CIV&amp;sex=T&amp;tab=map" in page.text
    assert "sex=T&amp;as_of=1&amp;tab=map" in page.text
    assert "<script>" not in page.text


def test_a_citation_is_a_file_of_its_own(client: TestClient) -> None:
    place = cited(client, f"{ASKED}&sex=T")
    text = client.get(f"{place}.txt?lang=en").text
    assert f"http://testserver{place}. Read on" in text
    assert client.get(f"{place}.bib").text.startswith("@misc{target87_release1_")
    assert client.get(f"{place}.ris").text.startswith("TY  - DATA\r\n")


@pytest.mark.parametrize(
    "name", ["0" * 32, "0" * 31, "..%2F..%2Fetc", "g" * 32, "A" * 32, "x.zip", f"{'0' * 32}.exe"]
)
def test_a_name_that_is_not_kept_is_404_with_a_sentence(client: TestClient, name: str) -> None:
    answer = client.get(f"/cite/{name}?lang=en")
    assert answer.status_code == 404
    if "%2F" not in name:
        assert wording("en").t("cite.not_kept.none.title") in answer.text


@pytest.mark.parametrize(
    "query", ["nothing=1", "area=XXX", "download=2", "as_of=99", "lang=xx", "chart=pie"]
)
def test_what_is_not_known_is_refused_with_what_is(client: TestClient, query: str) -> None:
    answer = client.get(f"{SUBSET}?{query}")
    assert answer.status_code == 400 and "llowed" in answer.text


def test_the_second_indicator_of_a_scatter_is_in_the_package(client: TestClient) -> None:
    place = cited(client, f"{ASKED}&x=SL_TLF_CHLDEC")
    data = client.get(f"{place.partition('?')[0]}.zip").content
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        text = opened.read("data.csv").decode()
    assert {line.split(",")[0] for line in text.splitlines()[1:]} == {INDICATOR, "SL_TLF_CHLDEC"}
    assert "x=SL_TLF_CHLDEC" in place


def test_what_terms_withhold_is_named_in_the_package_and_on_the_page(client: TestClient) -> None:
    place = cited(client, "theme=child_labour&area=WLD")
    page = client.get(f"{place}?lang=en").text
    assert wording("en").t("cite.page.withheld") in page
    data = client.get(f"{place}.zip").content
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert wording("en").t("cite.readme.withheld") in opened.read("README.md").decode()
        assert "quoted by" in opened.read("CITATION.txt").decode()


def test_a_later_release_is_told_and_changes_no_cited_byte(
    client: TestClient, tmp_path: Path
) -> None:
    place = cited(client, f"{ASKED}&sex=T")
    other = cited(client, "indicator=SL_TLF_CHLDEC&area=BRA&sex=T")
    before = client.get(f"{place}.zip").content
    url = os.environ[URL_VARIABLE]
    second_release(url, tmp_path)
    # One figure was revised and one is new.
    assert (
        newer_sentence(Newer(2, 2, "2026-02-10"), wording("en"))
        in client.get(f"{place}?lang=en").text
    )
    assert wording("en").t("cite.page.same") in client.get(f"{other}?lang=en").text
    assert client.get(f"{place}.zip").content == before
    assert cited(client, f"{ASKED}&sex=T&as_of=1") == place
    assert cited(client, f"{ASKED}&sex=T") != place
    third_release(url, tmp_path)
    assert (
        newer_sentence(Newer(1, 3, "2026-03-10"), wording("en"))
        in client.get(f"{place}?lang=en").text
    )
    assert "/changed?from=1" in client.get(f"{place}?lang=en").text


# --- the folder ----------------------------------------------------------------------------------


def test_a_folder_keeps_one_file_of_one_content_whoever_writes_it(tmp_path: Path) -> None:
    kept = [Citations(tmp_path, 10_000) for _ in range(4)]
    names: list[str] = []
    threads = [
        threading.Thread(target=lambda one=one: names.append(one.keep([b"some ", b"bytes"])))
        for one in kept
        for _ in range(5)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    [name] = set(names)
    assert is_name(name) and len(names) == 20
    path = kept[0].path(name)
    assert path is not None and path.read_bytes() == b"some bytes"
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == [f"{name}.zip"]


def test_a_full_folder_takes_nothing_more_and_keeps_what_it_has(tmp_path: Path) -> None:
    kept = Citations(tmp_path, 10)
    name = kept.keep([b"12345678"])
    with pytest.raises(NotKept) as why:
        kept.keep([b"12345"])
    assert why.value.reason == "full"
    assert kept.keep([b"12345678"]) == name
    assert len([each for each in tmp_path.rglob("*") if each.is_file()]) == 1


def test_a_hurry_is_slowed_and_what_is_kept_already_costs_nothing(tmp_path: Path) -> None:
    kept = Citations(tmp_path, 10_000, a_minute=2)
    names = [kept.keep([text]) for text in (b"1", b"2", b"1", b"2")]
    assert len(set(names)) == 2
    with pytest.raises(NotKept) as why:
        kept.keep([b"3"])
    assert why.value.reason == "hurry"


def test_a_damaged_package_is_not_handed_out(tmp_path: Path) -> None:
    kept = Citations(tmp_path, 10_000)
    name = kept.keep([b"whole"])
    path = kept.path(name)
    assert path is not None
    path.write_bytes(b"damaged")
    with pytest.raises(Damaged, match=name):
        kept.path(name)


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    assert folder_of("postgresql+psycopg://a@b/c", "") is None
    assert folder_of("postgresql+psycopg://a@b/c", "/srv/cited") == Path("/srv/cited")
    assert folder_of(f"sqlite:///{tmp_path}/a.sqlite", "") == tmp_path / "citations"
    with pytest.raises(NotKept, match="TARGET87_CITATIONS"):
        Citations(None, 10).keep([b"1"])
    assert Citations(None, 10).path("0" * 32) is None


def test_a_package_without_room_is_refused_with_the_way_to_have_it(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TARGET87_CITATIONS", str(tmp_path))
    monkeypatch.setenv("TARGET87_CITATIONS_MEGABYTES", "1")
    settings.cache_clear()
    (tmp_path / "aa").mkdir()
    (tmp_path / "aa" / "other.zip").write_bytes(b"0" * 1_000_000)
    query = f"indicator={INDICATOR}&area=PER"
    refused = client.get(f"{SUBSET}?{query}")
    settings.cache_clear()
    assert refused.status_code == 507
    assert "download=1" in refused.text
    page = client.get(f"{SUBSET}?{query}", headers={"Accept": "text/html"})
    assert page.status_code in (303, 507)
