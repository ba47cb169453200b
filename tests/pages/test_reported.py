"""A report of a country goes live: gauge, country page, timeline and changes show it, and a date
before it shows what stood then."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.wording import wording
from data import store
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from data.methods.completion import on_roadmap
from loaders.reporting import process
from loaders.reporting.example import Form
from pages.routes import ROUTES
from tests.conftest import open_page
from tests.pages.test_pages import markup, plain_text
from tests.shared import copied

WORDS: Final = wording("en")
CODES: Final = ("NPL-01", "NPL-02", "NPL-03", "NPL-04", "NPL-06", "NPL-07")
REPORTED: Final = ("completed", "completed", "completed", "substantial", "limited", "not_started")
"""Six actions that other pages name, and what Nepal reports on them."""

REVIEWED: Final = ("completed", "limited")
BEFORE: Final = "1"


def filled(folder: Path, *, review: bool) -> Path:
    """Nepal's questionnaire with statuses of six items; with what a reviewer says of two."""
    form = Form(process.template("NPL", "en"), WORDS)
    for code, status in zip(CODES, REPORTED, strict=True):
        row = form.row_of("roadmap", code)
        form.put("roadmap", row, status=status, status_date="2026-06", evidence=f"Act {code}")
    for code, status in zip(CODES, REVIEWED if review else (), strict=False):
        form.put("roadmap", form.row_of("roadmap", code), reviewed=status, review_note="Seen")
    row = form.empty_row("comments")
    form.put("comments", row, indicator="SL_TLF_CHLDEA", year=2020, text="Two provinces lack.")
    for key, text in (
        ("period_start", "2026-01-01"),
        ("period_end", "2026-06-30"),
        ("date", "2026-07-15"),
        ("reporter_office", "Ministry of Labour"),
    ):
        form.tell(key, text)
    path = folder / ("reviewed.xlsx" if review else "filled.xlsx")
    path.write_bytes(form.saved())
    return path


@pytest.fixture(scope="module", autouse=True)
def release(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The release in which Nepal's report went live."""
    folder = tmp_path_factory.mktemp("reported")
    url = copied(store_url, folder / "store.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, url)
        patch.setenv(LOADER_URL_VARIABLE, url)
        store.build_now()
        process.load(filled(folder, review=False), "Ministry", asked="NPL", url=url)
        process.review("NPL-2026", "R. Eviewer", filled(folder, review=True), url=url)
        number = process.publish("NPL-2026", "Secretariat", url=url)
        store.build_now()
        yield number


def read(path: str) -> list[dict[str, str]]:
    """The rows of a file of ours."""
    with TestClient(Starlette(routes=list(ROUTES))) as client:
        answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def row_of_nepal(as_of: str = "") -> str:
    """Nepal's line among the pathfinders, as HTML."""
    page = open_page("pathfinders", **({"as_of": as_of} if as_of else {}))
    assert not page.exception
    return markup(page.main).partition('id="pf-NPL"')[2].partition("</summary>")[0]


def test_the_gauge_of_the_list_shows_both_voices_and_none_before() -> None:
    now = row_of_nepal()
    assert WORDS.t("pathfinders.of", completed=3, listed=6) in now
    assert WORDS.t("pathfinders.of", completed=1, listed=6) in now
    for voice in ("reported", "reviewed"):
        assert WORDS.t(f"pathfinders.voice.{voice}") in now
    before = row_of_nepal(BEFORE)
    assert WORDS.t("pathfinders.instead_short.nothing") in before
    assert WORDS.t("pathfinders.voice.reported") not in before


def test_the_country_page_shows_rings_report_and_comment_and_not_before() -> None:
    now, before = (open_page("country", iso3="NPL", **asked) for asked in ({}, {"as_of": BEFORE}))
    assert not now.exception and not before.exception
    assert "Two provinces lack." in plain_text(now)
    assert "Two provinces lack." not in plain_text(before)
    rings = [markup(page.main).count('class="road-ring"') for page in (now, before)]
    assert rings == [2, 0]
    assert "R. Eviewer" in plain_text(now) and "R. Eviewer" not in plain_text(before)


def test_the_timeline_has_the_report_and_not_before(release: int) -> None:
    def reports(asked: str) -> list[tuple[str, str]]:
        rows = read(f"events.csv?area=NPL&kind=stage{asked}")
        return [(r["date"], r["state"]) for r in rows if "yearly_report" in r["code"]]

    assert reports("") == [("2026-07-15", "held")]
    assert reports(f"&as_of={release}") == [("2026-07-15", "held")]
    assert reports(f"&as_of={BEFORE}") == []


def test_what_changed_tells_each_status_and_the_report(release: int) -> None:
    rows = read(f"record-changes.csv?from={release - 1}&to={release}&area=NPL")
    assert {row["table"] for row in rows} >= {"status", "stage", "report", "comment"}
    assert {row["report"] for row in rows if row["table"] != "action"} == {"NPL-2026"}
    said = [row for row in rows if row["table"] == "status"]
    assert len(said) == len(REPORTED) + len(REVIEWED)
    assert {row["change"] for row in said} == {"new"}
    page = plain_text(open_page("changed", **{"from": str(release - 1), "to": str(release)}))
    assert "Ministry of Labour" in page and "R. Eviewer" in page


def test_the_history_keeps_what_was_said_before() -> None:
    (first,) = (one for one in store.pathfinder_data().actions["NPL"] if one.code == "NPL-01")
    assert {one.says for one in first.history} == {"curated", "reported", "reviewed"}
    assert first.status == "completed"
    assert len(on_roadmap(store.pathfinder_data().actions["NPL"])) == len(REPORTED)
    old = store.pathfinder_data(int(BEFORE)).actions["NPL"]
    assert on_roadmap(old) == [] and all(one.said("reported") is None for one in old)
