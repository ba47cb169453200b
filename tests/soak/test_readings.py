"""What a soak calls torn: each kind of it is seen, and a whole answer is not called so."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.changed.lines import COLUMNS as CHANGES
from components.downloads import COLUMNS
from components.ui.frame import PAGES
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.soak.addresses import Addresses
from tests.soak.downloads import Unexpected, small_is_whole
from tests.soak.loads import INDICATOR, SOURCE, Loads, Published, copied, value_of
from tests.soak.people import PageFailed, texts_of
from tests.soak.processes import Served
from tests.soak.readings import SECONDS_UNTIL_SEEN, Readings, Torn, table
from tests.soak.tally import Tally

ROWS = 4
LONG_AGO = 100.0


def file_of(columns: tuple[str, ...], values: list[dict[str, float]]) -> bytes:
    """A CSV with one row of the series for each of the figures, and one of another series."""
    marks: dict[str, object] = {"indicator": INDICATOR, "source": SOURCE}
    rows = [{"indicator": "OTHER", "source": "OTHER"}, *(marks | each for each in values)]
    lines = [columns, *(tuple(str(row.get(c, "")) for c in columns) for row in rows)]
    return "".join(",".join(line) + "\r\n" for line in lines).encode()


def series(*values: float) -> bytes:
    """The series as a file with these figures."""
    return file_of(COLUMNS, [{"value": value} for value in values])


@pytest.fixture
def readings() -> Readings:
    """Loads 1 and 2 were published long ago, and nothing is being loaded."""
    loads = Loads(Path("none"), Tally(), random.Random(1), rows=ROWS)
    since = time.monotonic()
    loads.published += [
        Published(2, value_of(1), since - 2 * LONG_AGO),
        Published(3, value_of(2), since - LONG_AGO),
    ]
    return Readings(loads)


def test_a_whole_load_is_not_torn(readings: Readings) -> None:
    readings.series(series(*[value_of(2)] * ROWS), time.monotonic())
    readings.whole(series(*[value_of(2)] * ROWS), time.monotonic())
    readings.series(series(*[value_of(1)] * ROWS), time.monotonic(), readings.loads.published[0])


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (series(value_of(1), value_of(2), value_of(2), value_of(2)), "several loads"),
        (series(*[value_of(2)] * (ROWS - 1)), "rows of the series"),
        (series(*[value_of(2)] * ROWS)[:-20], "within a line"),
        (b"Nothing\n", "starts with"),
        (series(*[value_of(1)] * ROWS), "is shown"),
        (series(*[value_of(7)] * ROWS), "is shown"),
    ],
    ids=["two loads", "a row less", "cut off", "no table", "the load before", "of nobody"],
)
def test_torn_files_are_seen(readings: Readings, body: bytes, why: str) -> None:
    with pytest.raises(Torn, match=why):
        readings.series(body, time.monotonic())


def test_a_release_has_its_own_figures(readings: Readings) -> None:
    with pytest.raises(Torn, match="release 2 has"):
        readings.series(
            series(*[value_of(2)] * ROWS), time.monotonic(), readings.loads.published[0]
        )


def test_what_is_being_published_may_be_seen_already_and_what_was_a_moment_longer(
    readings: Readings,
) -> None:
    loads, asked = readings.loads, time.monotonic()
    loads.trying = value_of(3)
    assert readings.may_be_shown(asked) == {value_of(2), value_of(3)}
    loads.trying = None
    loads.published.append(Published(4, value_of(3), asked))
    assert readings.may_be_shown(asked) == {value_of(2), value_of(3)}
    assert readings.may_be_shown(asked + SECONDS_UNTIL_SEEN + 1) == {value_of(3)}


def test_the_whole_file_is_always_as_long(readings: Readings) -> None:
    whole = series(*[value_of(2)] * ROWS)
    readings.whole(whole, time.monotonic())
    with pytest.raises(Torn, match="lines"):
        readings.whole(whole + b"more\r\n", time.monotonic())


def test_a_release_is_the_same_for_ever(readings: Readings) -> None:
    readings.same_for_ever("/one", b"a")
    readings.same_for_ever("/other", b"b")
    readings.same_for_ever("/one", b"a")
    with pytest.raises(Torn, match="/one"):
        readings.same_for_ever("/one", b"b")


def test_changes_go_from_one_load_to_the_next(readings: Readings) -> None:
    old, new = readings.loads.published
    right = {"old_value": old.value, "new_value": new.value}
    readings.change(file_of(CHANGES, [right] * ROWS), old, new)
    with pytest.raises(Torn, match="several loads"):
        wrong = right | {"old_value": new.value}
        readings.change(file_of(CHANGES, [*[right] * (ROWS - 1), wrong]), old, new)
    with pytest.raises(Torn, match="release 3 has"):
        readings.change(file_of(CHANGES, [right | {"new_value": 9.0}] * ROWS), old, new)


def test_an_empty_file_is_no_table() -> None:
    with pytest.raises(Torn):
        table(b"", "indicator")


def alert(kind: int, text: str) -> ForwardMsg:
    """A message on a page."""
    message = ForwardMsg()
    message.delta.new_element.alert.format = kind  # type: ignore[assignment]
    message.delta.new_element.alert.body = text
    return message


def test_an_error_on_a_page_is_seen_and_a_notice_is_not() -> None:
    assert texts_of([alert(Alert.INFO, "as of")]) == []
    with pytest.raises(PageFailed, match="could not be shown"):
        texts_of([alert(Alert.ERROR, "This page could not be shown")])
    failed = ForwardMsg()
    failed.delta.new_element.exception.message = "no"
    with pytest.raises(PageFailed, match="no"):
        texts_of([failed])


def test_only_the_killed_process_is_excused_and_only_while_it_is_down(tmp_path: Path) -> None:
    served = Served("A", 1, "sqlite://", tmp_path)
    assert not served.down_between(0, 1e12)
    served._downs.append([10.0, 20.0])
    assert not served.down_between(1, 9)
    assert served.down_between(1, 10)
    assert served.down_between(12, 13)
    assert served.down_between(19, 30)
    assert not served.down_between(21, 30)


@pytest.fixture
def asked(engine: Engine, tmp_path: Path) -> Addresses:
    """Addresses about a copy of the store and two made-up loads."""
    file = str(engine.url.database).partition("?")[0].removeprefix("file:")
    store = copied(Path(file), tmp_path / "store.sqlite")
    loads = Loads(store, Tally(), random.Random(1))
    loads.prepare()
    loads.published += [Published(1, 1.0, 1.0), Published(2, 2.0, 2.0)]
    return Addresses(store, loads, random.Random(1))


def test_no_whole_small_answer_is_called_torn(asked: Addresses) -> None:
    """One of every kind: a kind that is taken for another would break a run by chance only."""
    kinds: dict[str, str] = {}
    for _ in range(400):
        address = asked.small()
        path = address.partition("?")[0]
        # Of the text pages one for each folder.
        kinds[path.rpartition("/")[0] if path.startswith("/text/") else path] = address
    assert len(kinds) > 15 and "/text/country" in kinds
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as client:
        for address in kinds.values():
            answer = client.get(address)
            assert answer.status_code == 200, address
            small_is_whole(address, answer.content)
            with pytest.raises((Torn, Unexpected, ValueError)):
                small_is_whole(address, answer.content[:-8] if ".ics" not in address else b"")


def test_every_page_and_every_file_is_asked_for(asked: Addresses) -> None:
    assert set(asked.pages) == set(PAGES)
    visits = [asked.visit() for _ in range(300)]
    assert {v.page or "world" for v in visits} == set(PAGES)
    assert {f"lang={code}" for code in ("en", "fr", "ar")} <= {
        part for v in visits for part in v.query.split("&")
    }
    assert any(v.release for v in visits)
    files = [asked.small() for _ in range(140)]
    files += [asked.form() for _ in range(30)] + [asked.listed() for _ in range(500)]
    first, second = Published(1, 1.0, 1.0), Published(2, 2.0, 2.0)
    files += [asked.series(None), asked.filtered(), asked.change(first, second)]
    routes = {getattr(r, "path", "") for r in ROUTES if "GET" in (getattr(r, "methods", ()) or ())}
    ends = (".csv", ".json", ".ics", ".atom", ".parquet")
    served = {p for p in routes if p.startswith("/api/v1/") and p.endswith(ends)}
    paths = {address.partition("?")[0] for address in files}
    texts = {path for path in paths if path.startswith("/text/")}
    assert {path.split("/")[2] for path in texts} >= {"", "world", "country", "indicator"}
    assert paths - texts == served
