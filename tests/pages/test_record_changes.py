"""Steps, actions and reports between two releases: on the page of changes, as a file, as of."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import delete, insert, text
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.changed.banner import day_text
from components.changed.record_file import COLUMNS
from components.changed.record_lines import Known, line_of
from components.wording import LANGUAGES, wording
from data import example, schema, store
from data.database import URL_VARIABLE, disposed, write_engine, write_transaction
from data.queries import record_versions
from data.queries.pathfinders import actions
from data.queries.record_versions import record_changes
from loaders.publish.other_tables import keep_states
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests import shared
from tests.conftest import open_page
from tests.pages.ledger_releases import AREA, DUE, further_release
from tests.pages.test_pages import assert_sound, markup

PATH = "/api/v1/record-changes.csv"
PLAIN = {"Accept-Encoding": "identity"}


class Made(NamedTuple):
    """A store, its further release's number and moment, the action and the event it changed."""

    url: str
    number: int
    published: str
    action: str
    event: str

    @property
    def pair(self) -> dict[str, str]:
        """The parameters that ask for what the release changed."""
        return {"from": str(self.number - 1), "to": str(self.number)}


@pytest.fixture(scope="module")
def made(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Made:
    url = shared.copied(store_url, tmp_path_factory.mktemp("records") / "store.sqlite")
    return Made(url, *further_release(url))


@pytest.fixture
def two(made: Made, monkeypatch: pytest.MonkeyPatch) -> Made:
    monkeypatch.setenv(URL_VARIABLE, made.url)
    return made


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def read(client: TestClient, **asked: str) -> list[dict[str, str]]:
    answer = client.get(PATH, params=asked, headers=PLAIN)
    assert answer.status_code == 200, answer.text
    lines = csv.DictReader(io.StringIO(answer.content.decode(), newline=""))
    assert lines.fieldnames == list(COLUMNS)
    return list(lines)


def test_the_file_has_a_line_a_field_or_a_record(two: Made, client: TestClient) -> None:
    found = read(client, **two.pair)
    told = [(r["table"], r["change"], r["area"], r["code"], r["field"], r["report"]) for r in found]
    assert told == [
        ("stage", "new", AREA, f"{AREA}.workshop.2027-02-03", "", ""),
        ("report", "new", AREA, "R1", "", "R1"),
        ("action", "revised", AREA, two.action, "due", ""),
        ("status", "new", AREA, f"{two.action}.reported.2026-12-01", "", "R1"),
        ("event", "withdrawn", AREA, two.event, "", ""),
    ]
    assert {(r["area_name"], r["release"], r["published"]) for r in found} == {
        ("Nepal", str(two.number), two.published)
    }
    by_table = {row["table"]: row for row in found}
    assert by_table["action"]["new"] == DUE
    assert by_table["status"]["old"] == by_table["event"]["new"] == ""
    status = json.loads(by_table["status"]["new"])
    assert (status["status"], status["by"]) == ("completed", "Ministry of Labour")
    assert json.loads(by_table["event"]["old"])["code"] == two.event


def test_the_other_way_round_what_was_new_is_withdrawn(two: Made, client: TestClient) -> None:
    turned = read(client, **{"from": str(two.number), "to": str(two.number - 1)})
    assert [row["change"] for row in turned] == [
        *("withdrawn", "withdrawn", "revised", "withdrawn", "new")
    ]
    assert read(client) == read(client, **two.pair)


def test_an_area_narrows_and_the_made_up_country_is_nowhere(two: Made, client: TestClient) -> None:
    assert len(read(client, **two.pair, area=AREA)) == 5
    assert read(client, **two.pair, area="MEX") == []
    assert example.CODE not in client.get(PATH, params=two.pair).text
    answer = client.get(PATH, params={"area": example.CODE})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=99", ["from", "99"]),
        ("to=soon", ["to", "soon", "2026-11-21"]),
        ("area=NPLX", ["area", "NPLX"]),
        ("theme=child_labour", ["theme", "from, to, area"]),
    ],
)
def test_what_is_wrong_is_named(two: Made, client: TestClient, query: str, said: list[str]) -> None:
    assert two
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    for part in said:
        assert part in answer.text


def lines_of(html: str) -> list[str]:
    """The lines of the table of records, as plain text."""
    body = html.partition('class="changed-table record-table"')[2].partition("</table>")[0]
    rows = re.findall(r"(?s)<tr[^>]*>(.*?)</tr>", body)
    plain = [re.sub(r"[\u2066-\u2069]", "", re.sub(r"<[^>]+>", " ", row)) for row in rows]
    return [" ".join(row.split()) for row in plain]


def test_the_page_says_each_change_in_words(two: Made) -> None:
    page = open_page("changed", **two.pair)
    assert_sound(page)
    html = markup(page.main)
    _, head, *said = lines_of(html)
    assert head == "Nepal 5"
    assert said[0].startswith("+ new Step: Strategic workshop Planned 3 February 2027")
    assert said[1].startswith("+ new Report received: Questionnaire on the agreed indicators")
    assert "± changed Action:" in said[2] and "→ May 2031" in said[2]
    assert "+ new Status:" in said[3]
    assert "Reported by the government (Ministry of Labour) 1 December 2026" in said[3]
    assert said[4].startswith("− withdrawn Event:")
    assert f"country?iso3={AREA}" in html
    assert "Steps, actions, reports: 5" in html and "Figures: 0" in html
    assert example.CODE not in html


def test_a_status_that_moved_says_from_what(two: Made) -> None:
    words = wording("en")
    with store.connected() as connection:
        (change,) = record_changes(
            connection, two.number - 1, two.number, tables=["status"], areas=[AREA]
        )
        known = {one.code: one for one in actions(connection)[AREA]}
    assert change.new is not None
    again = change._replace(new=change.new | {"says": "curated"})
    before = known[two.action].said("curated")
    assert before is not None
    line = line_of(again, Known({}, {}, known), words)
    was = words.t(f"action_status.{before.status}")
    assert line.details[0] == words.t("record.status_moved", old=was, new="Completed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_words(two: Made, language: str) -> None:
    page = open_page("changed", lang=language, **two.pair)
    assert_sound(page)
    html = markup(page.main)
    assert wording(language).t("record.heading") in html
    assert len(lines_of(html)) == 7
    # The first release against nothing: every table that is filled has its line.
    assert_sound(open_page("changed", lang=language, **{"from": "0", "to": "1"}))


def test_an_area_narrows_both_parts_and_theme_only_figures(two: Made) -> None:
    html = markup(open_page("changed", area="MEX", **two.pair).main)
    assert wording("en").t("record.no_difference") in html
    html = markup(open_page("changed", theme="trafficking", **two.pair).main)
    assert wording("en").t("record.narrowed") in html
    assert len(lines_of(html)) == 7


def test_the_list_of_releases_counts_records_apart(two: Made) -> None:
    html = markup(open_page("changed", **two.pair).main)
    cells = re.findall(r'data-label="([^"]+)">([^<]*)</td>', html)
    label = wording("en").t("changed.records_column")
    assert next(text for name, text in cells if name == label) == "5"
    newest = store.releases()[0]
    assert (newest.added, newest.revised, newest.withdrawn) == (0, 0, 0)
    assert (newest.records_added, newest.records_revised, newest.records_withdrawn) == (3, 1, 1)


def test_a_release_of_the_made_up_country_is_in_no_list(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = shared.copied(made.url, tmp_path / "store.sqlite")
    exercise = {"id": made.number + 1, "published": made.published, "kind": "file"}
    exercise |= {"label": "XEX.xlsx", "note": f"report {example.CODE}-2026"}
    with disposed(write_engine(url)) as engine, write_transaction(engine) as connection:
        connection.execute(insert(schema.release).values(**exercise))
    monkeypatch.setenv(URL_VARIABLE, url)
    page = open_page("changed")
    assert_sound(page)
    assert example.CODE not in markup(page.main)


# --- as of a release -----------------------------------------------------------------------------


def rows_of(client: TestClient, name: str, **asked: str) -> list[dict[str, str]]:
    """The lines of a file of the pathfinder tables."""
    answer = client.get(f"/api/v1/{name}.csv", params=asked, headers=PLAIN)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def test_files_as_of_the_release_before_show_the_old_state(two: Made, client: TestClient) -> None:
    before, after = str(two.number - 1), str(two.number)

    def due(**asked: str) -> str:
        rows = rows_of(client, "actions", area=AREA, **asked)
        return next(row["due"] for row in rows if row["code"] == two.action)

    assert due(as_of=before) != DUE
    assert due(as_of=after) == due() == DUE
    steps = {
        number: {row["date"] for row in rows_of(client, "stages", area=AREA, as_of=number)}
        for number in (before, after)
    }
    assert steps[after] - steps[before] == {"2027-02-03"}
    said = {
        number: {row["says"] for row in rows_of(client, "statuses", area=AREA, as_of=number)}
        for number in (before, after)
    }
    assert "reported" not in said[before] and "reported" in said[after]
    events = {
        number: {row["code"] for row in rows_of(client, "events", area=AREA, as_of=number)}
        for number in (before, after)
    }
    assert events[before] - events[after] == {two.event}
    of_the_day = rows_of(client, "overdue", as_of=two.published[:10])
    assert of_the_day == rows_of(client, "overdue", as_of=after) != []


@pytest.mark.parametrize("name", ["actions", "overdue", "statuses", "stages", "events"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [("yesterday", "2026-11-21T08:30:00Z"), ("99", "1 to"), ("2999-01-01", "in the future")],
)
def test_a_file_names_the_forms_of_a_date(
    two: Made, client: TestClient, name: str, asked: str, said: str
) -> None:
    assert two
    answer = client.get(f"/api/v1/{name}.csv", params={"as_of": asked})
    assert answer.status_code == 400
    assert said in answer.text and "as_of" in answer.text
    unknown = client.get(f"/api/v1/{name}.csv", params={"colour": "red"})
    assert unknown.status_code == 400 and "as_of" in unknown.text


def test_pages_as_of_the_release_before_show_the_old_state(two: Made) -> None:
    def shown(page: str, number: int, **more: str) -> str:
        opened = open_page(page, as_of=str(number), **more)
        assert_sound(opened)
        return markup(opened.main)

    for page, more in (("timeline", {"area": AREA, "to": "2030"}), ("country", {"iso3": AREA})):
        before, after = (shown(page, n, **more) for n in (two.number - 1, two.number))
        assert before != after
    # The page of actions is opened in place, so its due dates stand in the page.
    assert "May 2031" in shown("country", two.number, iso3=AREA)
    assert "May 2031" not in shown("country", two.number - 1, iso3=AREA)
    assert "May 2031" in shown("pathfinders", two.number)
    assert "May 2031" not in shown("pathfinders", two.number - 1)


@pytest.fixture(scope="module")
def later(made: Made, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same store, whose history of records begins with its last release."""
    url = shared.copied(made.url, tmp_path_factory.mktemp("later") / "store.sqlite")
    with disposed(write_engine(url)) as engine, engine.begin() as connection:
        connection.execute(text("DROP TRIGGER record_version_no_delete"))
        connection.execute(delete(schema.record_version))
    with disposed(write_engine(url)) as engine, write_transaction(engine) as connection:
        for name in record_versions.IN_ORDER:
            keep_states(connection, name, made.number)
    return url


def test_before_the_history_begins_a_page_says_so_and_a_file_refuses(
    later: str, made: Made, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, later)
    for language in LANGUAGES:
        words = wording(language)
        page = open_page("timeline", as_of="1", lang=language)
        assert_sound(page)
        day = day_text(made.published, words)
        begins = words.t("changed.records_begin", number=made.number, day=day)
        assert begins in markup(page.main)
    assert 'class="as-of"' in markup(open_page("timeline", as_of=str(made.number)).main)
    begins = wording("en").t("changed.records_begin", number=made.number, day="").split(" (")[0]
    assert begins not in markup(open_page("timeline", as_of=str(made.number)).main)
    for name in ("actions", "events", "framework"):
        answer = client.get(f"/api/v1/{name}.csv", params={"as_of": "1"})
        assert answer.status_code == 400
        assert made.published in answer.text and "begins" in answer.text
    assert rows_of(client, "actions", as_of=str(made.number))
