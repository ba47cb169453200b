"""The addresses of a meeting on the real store: ready agendas and a pasted one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.meeting.agenda import read_plain
from components.meeting.ready import GROUP_MEETING
from components.meeting.text_agenda import MOST_BYTES
from components.ui.frame import PAGES
from components.wording import LANGUAGES, wording
from data import store
from pages.routes import ROUTES
from pages.routes.meeting_files import MINUTES, READY, TEXT_AGENDA
from pages.routes.reporting_files import DOCUMENT
from pages.service import MIDDLEWARE
from tests.components.meeting.given_minutes import sent

JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    """A client of our own routes."""
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_agendas_are_of_the_group_the_world_and_each_region(
    client: TestClient, language: str
) -> None:
    words = wording(language)
    found = client.get(READY, params={"lang": language}).json()
    assert found["release"] == store.build_now().newest
    assert found["published"] == store.build_now().published
    areas = store.reference(language).areas
    ready = {one["code"]: one for one in found["ready"]}
    pathfinders = [area for area in areas.values() if area.pathfinder == "pathfinder"]
    regions = {area.region for area in pathfinders}
    assert set(ready) == {"group", "world", *regions}
    for code, one in ready.items():
        agenda = read_plain(one["agenda"])
        assert agenda.title == one["title"]
        assert agenda.release == found["release"]
        assert one["text"].strip()
        for item in agenda.items:
            assert item.minutes > 0
            page = item.view.partition("?")[0]
            assert not page or page in PAGES
        if code == "group":
            assert [item.minutes for item in agenda.items] == [m for _, _, m in GROUP_MEETING]
            assert sum(item.minutes for item in agenda.items) == 180
            views = {item.view for item in agenda.items}
            assert {"pathfinders", "timeline", "since", "alliance"} <= views
            for view in views - {""}:
                asked = {"view": view, "lang": language}
                assert client.get("/api/v1/meeting/screen.json", params=asked).status_code == 200, (
                    view
                )
            continue
        first, *countries, last = agenda.items
        among = [area for area in pathfinders if code in ("world", area.region)]
        by_name = sorted(among, key=lambda area: area.by_name)
        assert [(i.title, i.view) for i in countries] == [
            (area.name, f"country?iso3={area.code}") for area in by_name
        ]
        assert first.view == ("pathfinders" if code == "world" else f"pathfinders?region={code}")
        assert (last.title, last.view) == (words.t("meeting_files.ready.decisions"), "")
        if code != "world":
            assert areas[code].name in one["title"]


def posted(client: TestClient, body: str | bytes, **asked: str) -> tuple[int, dict[str, object]]:
    """Status and answer of a text agenda."""
    answer = client.post(TEXT_AGENDA, params=asked, content=body, headers=TEXT)
    found: dict[str, object] = answer.json()
    return answer.status_code, found


def test_a_pasted_agenda_gets_the_pages_of_its_countries(client: TestClient) -> None:
    status, found = posted(
        client,
        "Réunion\n1. Ouverture (10 min)\n2. Côte d’Ivoire (15 min)\n3. Bilan du Nepl\n"
        "4. Tour des pays pionniers\n5. Népal et Pérou\n7\n",
        lang="fr",
    )
    assert status == 200
    agenda = read_plain(found["agenda"])
    assert [(i.title, i.view, i.minutes) for i in agenda.items] == [
        ("Ouverture", "", 10),
        ("Côte d’Ivoire", "country?iso3=CIV", 15),
        ("Bilan du Nepl", "country?iso3=NPL", 0),
        ("Tour des pays pionniers", "pathfinders", 0),
        ("Népal et Pérou", "compare?iso3=NPL,PER", 0),
    ]
    assert agenda.release == store.build_now().newest
    assert found["unread"] == ["7"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_agenda_gets_one_sentence(client: TestClient, language: str) -> None:
    words = wording(language)
    for body, why, fields in (
        (b"", "empty", {}),
        (b"1.\n2.\n", "empty", {}),
        (b"\xff\xfe\x00", "not_text", {}),
        ("\n".join(f"{n}. x" for n in range(201)), "long", {"most": 200}),
    ):
        said = words.t(f"meeting_files.refused.{why}", **fields)
        assert posted(client, body, lang=language) == (400, {"refused": said})


def test_a_wrong_language_parameter_kind_or_method_is_named(client: TestClient) -> None:
    for path, method in ((READY, "GET"), (TEXT_AGENDA, "POST"), (MINUTES, "POST")):
        answer = client.request(method, path, params={"lang": "xx"}, headers=TEXT)
        assert answer.status_code == 400
        assert "xx" in answer.json()["refused"] and "en, fr, ar" in answer.json()["refused"]
        answer = client.request(method, path, params={"day": "1"}, headers=TEXT)
        assert (answer.status_code, "day" in answer.json()["refused"]) == (400, True)
    answer = client.post(TEXT_AGENDA, content="Nepal", headers={"Content-Type": "text/html"})
    assert answer.status_code == 415
    assert "text/plain" in answer.json()["refused"]
    for path in (TEXT_AGENDA, MINUTES):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["allow"]) == (405, "OPTIONS, POST")


def test_a_text_is_read_to_its_bound_and_not_kept(client: TestClient) -> None:
    text = "Nepal\n" + "x" * (MOST_BYTES - len("Nepal\n"))
    assert posted(client, text)[0] == 200
    status, found = posted(client, text + "x")
    assert (status, found) == (413, {"refused": wording("en").t("body.long", most=32)})

    def pieces() -> Iterator[bytes]:
        """A body without a stated length."""
        for _ in range(9):
            yield b"y" * 4096

    answer = client.post(TEXT_AGENDA, content=pieces(), headers=TEXT)
    assert answer.status_code == 413
    assert answer.headers["cache-control"] == "no-store"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_an_agenda_or_a_sentence(client: TestClient, text: str) -> None:
    status, found = posted(client, text.encode("utf-8", "surrogatepass"))
    if status == 200:
        assert read_plain(found["agenda"]).items
    else:
        assert status == 400
        assert str(found["refused"]).endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_come_as_a_document_whose_links_lead_to_the_host_that_was_asked(
    client: TestClient, language: str
) -> None:
    answer = client.post(MINUTES, params={"lang": language}, content=sent(), headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == DOCUMENT
    assert answer.headers["cache-control"] == "no-store"
    name = 'attachment; filename="target87-minutes-2026-11-27.docx"'
    assert answer.headers["content-disposition"] == name
    document = docx.Document(io.BytesIO(answer.content))
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert len(links) == 3
    assert all(link.startswith("http://testserver/") for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_that_do_not_hold_get_one_sentence(client: TestClient, language: str) -> None:
    words = wording(language)
    bad = {"item": 0, "kind": "action", "text": "x", "due": "soon"}
    for body, said in (
        (b"{", words.t("meeting_files.refused.no_minutes")),
        (sent(notes=[bad]), "soon"),
        (sent(agenda={}), words.t("meeting_files.refused.agenda_broken")),
        (sent(agenda={"i": [{}] * 201}), words.t("meeting_files.refused.agenda_long", most=200)),
        (sent(agenda={"i": [{"v": "//evil"}]}), words.t("meeting_files.refused.agenda_foreign")),
    ):
        answer = client.post(MINUTES, params={"lang": language}, content=body, headers=JSON)
        assert answer.status_code == 400
        assert said in answer.json()["refused"]


def test_minutes_are_read_to_their_bound(client: TestClient) -> None:
    body = sent(extra="x" * 524_288)
    answer = client.post(MINUTES, content=body, headers=JSON)
    assert answer.status_code == 413
    assert answer.json() == {"refused": wording("en").t("body.long", most=512)}
    body = sent(extra="x" * (524_288 - len(sent(extra=""))))
    assert client.post(MINUTES, content=body, headers=JSON).status_code == 200


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "agenda": ANYTHING | st.just({"t": "x", "i": [{"t": "y"}]}),
        "release": ANYTHING,
        "published": ANYTHING,
        "participants": st.lists(st.fixed_dictionaries({"group": ANYTHING, "name": ANYTHING})),
        "notes": st.lists(st.fixed_dictionaries({"item": ANYTHING, "text": ANYTHING})),
        "spent": st.lists(ANYTHING),
        "place": ANYTHING,
    },
)


@settings(deadline=None)
@given(ANYTHING | PARTS)
def test_any_json_gives_a_document_or_a_sentence(client: TestClient, value: object) -> None:
    answer = client.post(MINUTES, content=json.dumps(value).encode(), headers=JSON)
    if answer.status_code == 200:
        assert answer.content[:2] == b"PK"
    else:
        assert answer.status_code == 400
        assert answer.json()["refused"].endswith(".")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_as_minutes_give_a_sentence(client: TestClient, body: bytes) -> None:
    answer = client.post(MINUTES, content=body, headers=JSON)
    assert answer.status_code == 400
    assert answer.json()["refused"].endswith(".")
