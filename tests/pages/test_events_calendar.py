"""`events.ics` on the real store: what `events.csv` gives, in each language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain

import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as Entry
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.timeline.calendar_file import calendar_file, identifier
from components.timeline.stage_events import stage_events
from components.wording import LANGUAGES, typeset, wording
from data.database import read_engine
from data.methods.dates import span
from data.queries import areas, pathfinders
from data.store import build
from pages.routes import API
from tests.conftest import OpenPage
from tests.pages.test_timeline import OFFICIAL_WORKSHOPS
from tests.unpacking import unpacked

ROUTE = "/api/v1/events.ics"


pytestmark = pytest.mark.usefixtures("store_url")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(API))) as opened:
        yield opened


def entries(client: TestClient, **params: str) -> list[Entry]:
    answer = client.get(ROUTE, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return IcsCalendarStream.calendar_from_ics(answer.text).events


def rows(client: TestClient, **params: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get("/api/v1/events.csv", params=params).text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dated_event_of_the_file_stands_in_the_calendar(
    client: TestClient, language: str
) -> None:
    found = entries(client, lang=language)
    dated = {identifier(row["code"]): row for row in rows(client) if row["date"]}
    assert len(dated) > 700
    # Each once, and none else.
    assert sorted(entry.uid for entry in found) == sorted(dated)
    states = wording(language)
    for entry in found:
        row = dated[entry.uid]
        assert entry.dtstart == span(row["date"])[0]
        assert entry.dtend == span(row["end"] or row["date"])[1] + timedelta(days=1)
        title = typeset(row[f"title_{language}"], language).rstrip(".")
        assert title in typeset(entry.summary, language)
        assert entry.categories == [states.t(f"event_kind.{row['kind']}")]
        assert entry.url == (row["page"] or None)
        stated = row["source_title"] or row["page"]
        assert stated in str(entry.description)
        assert entry.dtstamp is not None
        assert entry.dtstamp.isoformat()[:19] == build().published[:19]


def test_the_strategic_workshops_are_one_choice(client: TestClient) -> None:
    found = entries(client, kind="strategic_workshop", lang="fr")
    begin = {entry.uid[:3]: entry.dtstart for entry in found}
    assert begin == {area: date.fromisoformat(day) for area, day in OFFICIAL_WORKSHOPS.items()}
    assert len(found) == 14
    (put_off,) = [entry for entry in found if entry.status == "CANCELLED"]
    assert put_off.uid == "MWI-workshop-2020-03-26@target87.invalid"
    assert put_off.summary.startswith("Reporté")


@pytest.mark.parametrize(
    "asked",
    [
        {"area": "NPL,BRA", "kind": "ratification,stage,plan"},
        {"region": "M49_002", "from": "2019", "to": "2021"},
        {"kind": "report", "area": "FJI"},
        {"as_of": "1", "kind": "gcg_meeting"},
    ],
)
def test_a_choice_gives_the_same_events_as_the_file(
    client: TestClient, asked: dict[str, str]
) -> None:
    dated = sorted(row["code"] for row in rows(client, **asked) if row["date"])
    assert sorted(e.uid.rpartition("@")[0] for e in entries(client, **asked)) == dated


def test_an_event_keeps_its_identifier_from_one_build_to_another(
    store_url: str, fresh_store_url: str
) -> None:
    words = wording("en")

    def identifiers(url: str, moment: datetime) -> list[str]:
        engine = read_engine(url)
        with engine.connect() as connection:
            about = areas.areas(connection, "en")
            held, steps = pathfinders.events(connection), pathfinders.stages(connection)
        engine.dispose()
        names = {code: area.name for code, area in about.items()}
        told = (*held, *stage_events(chain(*steps.values()), names, words))
        text = calendar_file(told, about, words, published=moment).decode()
        return [line for line in text.split("\r\n") if line.startswith("UID:")]

    first = identifiers(store_url, datetime(2026, 1, 1, tzinfo=UTC))
    assert len(set(first)) == len(first) > 250
    assert identifiers(fresh_store_url, datetime(2026, 11, 21, tzinfo=UTC)) == first


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"lang": "tlh"}, "lang"),
        ({"kind": "party"}, "kind"),
        ({"area": "ATL"}, "area"),
        ({"year": "2019"}, "year"),
        ({"as_of": "1999-01-01"}, "as_of"),
    ],
)
def test_what_is_not_understood_is_named(
    client: TestClient, asked: dict[str, str], said: str
) -> None:
    answer = client.get(ROUTE, params=asked)
    assert answer.status_code == 400
    assert said in answer.text and len(answer.text.strip().splitlines()) == 1


def test_the_page_leads_to_the_calendar_in_its_language_and_to_the_feed(app: OpenPage) -> None:
    html = "".join(
        unpacked(e.proto.body) for e in app("timeline", area="NPL", lang="fr").get("html")
    )
    (address,) = re.findall(r'href="(api/v1/events\.ics[^"]*)"', html)
    assert "area=NPL" in address and address.endswith("lang=fr")
    assert 'href="api/v1/changes.atom?lang=fr"' in html
