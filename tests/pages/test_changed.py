"""The page of changes and its CSV: new, revised and withdrawn figures between two releases."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.changed.lines import COLUMNS, difference, lines_of_changes, passed_on
from components.wording import LANGUAGES, wording
from data import schema, store
from data.database import URL_VARIABLE, read_engine
from data.records import Change
from data.since_facts import since
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import OpenPage, open_page
from tests.factories import observation
from tests.pages.test_pages import assert_sound, failures, markup
from tests.pages.three_releases import ADDED, AREA, INDICATOR, copied, second_release, third_release

PATH = "/api/v1/changes.csv"
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def made(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """A store of three releases, and the revised figure as it was."""
    folder = tmp_path_factory.mktemp("changed")
    url = copied(store_url, folder)
    old = second_release(url, folder)
    third_release(url, folder)
    return url, old


@pytest.fixture
def three(made: tuple[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv(URL_VARIABLE, made[0])
    return made[1]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def read(client: TestClient, query: str) -> list[dict[str, str]]:
    answer = client.get(f"{PATH}?{query}", headers=PLAIN)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def counts(html: str) -> dict[str, str]:
    """The counts on top of the page by what they count."""
    return dict(re.findall(r"<dt>([^<]*)</dt><dd class=\"number\">([^<]*)</dd>", html))


@pytest.mark.usefixtures("three")
def test_the_page_since_a_day_tells_figures_by_release() -> None:
    whole = since(date(2026, 1, 31), date(2026, 2, 28), today=date(2026, 3, 31)).figures
    assert (whole.covered, whole.first, whole.last) == ("whole", 1, 2)
    assert (whole.total("new"), whole.total("revised"), whole.total("withdrawn")) == (1, 1, 0)
    assert [change.key.area for change in whole.revised] == [AREA]
    assert [release.id for release in whole.releases] == [2]
    assert (whole.editions, whole.undated) == ((), 0)
    part = since(date(2025, 12, 1), date(2026, 3, 20), today=date(2026, 3, 31)).figures
    assert (part.covered, part.first, part.last) == ("part", 1, 3)
    # New in release 2 and withdrawn in 3: nothing of it differs between the two ends.
    assert (part.total("new"), part.total("revised"), part.total("withdrawn")) == (0, 1, 0)
    assert part.may
    elsewhere = since(
        date(2026, 1, 31), date(2026, 2, 28), areas=frozenset({"TUV"}), today=date(2026, 3, 31)
    )
    assert elsewhere.figures.counts == ()


@pytest.mark.usefixtures("three")
def test_the_page_since_a_day_shows_what_was_revised(app: OpenPage) -> None:
    page = app("since", **{"from": "2026-01-31", "to": "2026-02-28"})
    assert failures(page) == []
    html = markup(page.main)
    assert "1 new, 1 revised, 0 withdrawn" in html
    assert "changed?from=1&amp;to=2" in html
    assert wording("en").t("changed.heading.revised") in html


def test_the_file_tells_old_new_and_difference(three: dict[str, Any], client: TestClient) -> None:
    rows = read(client, "from=1&to=2")
    assert {row["change"]: row["year"] for row in rows} == {
        "revised": str(three["year"]),
        "new": str(ADDED),
    }
    revised = next(row for row in rows if row["change"] == "revised")
    assert (revised["indicator"], revised["area"]) == (INDICATOR, AREA)
    assert revised["area_name"] == "Nepal"
    assert float(revised["old_value"]) == three["value"]
    assert revised["difference"] == "1.5"
    assert revised["new_note"] == "revised in a test"


def test_withdrawn_and_back_again(three: dict[str, Any], client: TestClient) -> None:
    assert three
    (gone,) = read(client, "from=2&to=3")
    assert (gone["change"], gone["year"], gone["new_value"]) == ("withdrawn", str(ADDED), "")
    (back,) = read(client, "from=3&to=2")
    assert (back["change"], back["old_value"]) == ("new", "")
    assert read(client, "") == [gone], "the newest release against the one before it"
    assert read(client, "from=2026-02-10&to=2026-03-10") == [gone]


def test_filters_narrow_the_file(three: dict[str, Any], client: TestClient) -> None:
    assert three
    assert len(read(client, f"from=1&to=2&area={AREA}&indicator={INDICATOR}")) == 2
    assert len(read(client, "from=1&to=2&theme=child_labour")) == 2
    assert read(client, "from=1&to=2&area=MEX") == []
    assert len(read(client, "from=1&to=2&area=MEX&region=saarc")) == 2
    assert read(client, "from=1&to=2&region=SADC,M49_005") == []
    assert read(client, "from=1&to=2&theme=trafficking") == []
    assert read(client, "from=2&to=2") == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=9", ["from", "9", "1 to 3"]),
        ("to=soon", ["to", "soon", "2026-11-21"]),
        ("to=2025-01-01", ["first release", "2026-01-10"]),
        ("area=NPLX", ["area", "NPLX"]),
        ("colour=red", ["colour", "from, to, theme, indicator, area, region"]),
    ],
)
def test_what_is_wrong_is_named(
    three: dict[str, Any], client: TestClient, query: str, said: list[str]
) -> None:
    assert three
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    for part in said:
        assert part in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_what_changed(three: dict[str, Any], language: str) -> None:
    words = wording(language)
    page = open_page("changed", lang=language, **{"from": "1", "to": "2"})
    assert_sound(page)
    html = markup(page.main)
    assert counts(html)[words.t("changed.count.revised")].strip("\u2066\u2069") == "1"
    assert counts(html)[words.t("changed.count.new")].strip("\u2066\u2069") == "1"
    assert counts(html)[words.t("changed.count.withdrawn")].strip("\u2066\u2069") == "0"
    assert "revised in a test" in html
    assert "api/v1/changes.csv?from=1&amp;to=2" in html
    assert three


def test_the_page_compares_the_newest_with_the_one_before(three: dict[str, Any]) -> None:
    assert three
    html = markup(open_page("changed").main)
    assert "api/v1/changes.csv?from=2&amp;to=3" in html
    assert counts(html) == {"Revised": "0", "New": "0", "Withdrawn": "1"}


def test_nothing_that_differs_has_a_way_on(three: dict[str, Any]) -> None:
    assert three
    page = open_page("changed", area="MEX")
    assert_sound(page)
    assert wording("en").t("changed.no_difference") in markup(page.main)
    assert "changes.csv" not in markup(page.main)


def test_a_set_of_countries_narrows_the_page_and_its_files(three: dict[str, Any]) -> None:
    assert three
    page = open_page("changed", region="SAARC")
    assert_sound(page)
    html = markup(page.main)
    assert counts(html) == {"Revised": "0", "New": "0", "Withdrawn": "1"}
    assert "api/v1/changes.csv?from=2&amp;to=3&amp;region=SAARC" in html
    elsewhere = open_page("changed", region="SADC")
    assert wording("en").t("changed.no_difference") in markup(elsewhere.main)


def test_what_does_not_exist_gets_a_sentence(three: dict[str, Any]) -> None:
    assert three
    page = open_page("changed", **{"from": "2020-01-01", "to": "77", "area": "XXX", "hue": "1"})
    assert failures(page) == []
    said = " ".join(element.value for element in page.info).replace("\\", "")
    for part in ("2020-01-01", "77", "XXX", "hue"):
        assert part in said


def test_a_single_release_has_nothing_to_compare(app: OpenPage) -> None:
    page = app("changed")
    assert_sound(page)
    html = markup(page.main)
    if html.count('<th scope="row">') == 1:
        assert any(
            wording("en").t("changed.only_one")[:30] in e.value.replace("\\", "") for e in page.info
        )


def test_differences_are_exact_and_texts_are_no_formulas() -> None:
    old = observation(value=0.1, source="UNSD", note="=1+1")
    new = old._replace(value=0.3, note="-2")
    change = Change(old, new)
    assert difference(change) == Decimal("0.2")
    assert difference(Change(old, new._replace(value=None, status="Q"))) is None
    (text,) = lines_of_changes([change], {})
    row = dict(zip(COLUMNS, next(csv.reader([text])), strict=True))
    assert (row["old_note"], row["new_note"]) == ("'=1+1", "'-2")
    assert list(passed_on([change], {"UNSD"})) == []


HELD_BACK = "WALK_FREE_GSI_2023"


@pytest.mark.usefixtures("three")
def test_what_terms_hold_back_is_counted_and_never_a_silent_half(
    client: TestClient, store_url: str
) -> None:
    engine = read_engine(store_url, patient=True)
    table = schema.observation
    with engine.connect() as connection:
        question = select(table.c.source, func.count()).where(table.c.area == "NPL")
        grouped = connection.execute(question.group_by(table.c.source))
        counted = dict(map(tuple, grouped))
    engine.dispose()
    known = store.known(None, "en")
    held = {code: count for code, count in sorted(counted.items()) if code in known.withheld}
    assert held[HELD_BACK] == 4 and len(held) > 3

    answer = client.get(f"{PATH}?from=0&to=1&area=NPL", headers=PLAIN)
    assert answer.headers["Target87-Withheld"] == ", ".join(f"{c}={n}" for c, n in held.items())
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert len(rows) == sum(counted.values()) - sum(held.values())
    assert not {row["source"] for row in rows} & set(held)
    whole = client.get(f"{PATH.replace('.csv', '.json')}?from=0&to=1&area=NPL").json()
    assert whole["meta"]["withheld"] == held

    alone = client.get(f"{PATH}?from=0&to=1&indicator=WF_VULNERABILITY_2023", headers=PLAIN)
    assert alone.status_code == 403 and HELD_BACK in alone.text
    without = client.get(f"{PATH}?from=0&to=1&indicator=TIP_VICTIMS", headers=PLAIN)
    assert without.status_code == 200 and "Target87-Withheld" not in without.headers
