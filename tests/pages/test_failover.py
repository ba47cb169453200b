"""A server that dies under readers: one sentence, then the other server, then the first again."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components.wording import LANGUAGES, wording
from data import database, store
from data.database import URL_VARIABLE, read_engine, write_engine
from data.trouble import StoreAway, StoreError
from loaders.jobs import upgrade
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import open_page
from tests.loaders.old_store import make_old_store
from tests.postgres import Cluster, cluster, standby_of

PATHS = (
    "/api/v1/observations.csv?area=NPL",
    "/api/v1/changes.csv?from=0",
    "/api/v1/record-changes.csv?from=0",
    "/api/v1/actions.csv",
    "/api/v1/events.csv",
    "/api/v1/framework.csv?area=NPL",
    "/api/v1/names.json?q=nepal",
)
SAID = "The database does not answer just now. Ask again in a moment.\n"


def of_today(url: str) -> str:
    """A small store with three countries, in the shape of today; its address."""
    engine = write_engine(make_old_store(url))
    upgrade.bring_up(engine, keep=False)
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Cluster, Cluster, str]]:
    """A primary and its standby of this test's own, and the name of a store on both."""
    with cluster() as primary, standby_of(primary) as standby:
        name = make_url(of_today(primary.new_database())).database
        assert name is not None
        yield primary, standby, name


@pytest.fixture
def api() -> Iterator[TestClient]:
    """Our own routes behind the middleware of the product."""
    with TestClient(Starlette(routes=ROUTES, middleware=MIDDLEWARE)) as client:
        yield client


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every rerun looks at the store anew; no connection is left open."""
    monkeypatch.setattr(store, "IDENTITY_SECONDS", 0.001)
    yield
    store.engine(database.database_url()).dispose()


def both(primary: Cluster, standby: Cluster, name: str) -> str:
    """One address of two servers, asked in this order."""
    hosts = "&".join(f"host=127.0.0.1:{server.port}" for server in (primary, standby))
    return f"postgresql+psycopg://target87@/{name}?{hosts}&target_session_attrs=any"


def said(test: AppTest) -> list[str]:
    """What a page says in a box; it never shows an exception."""
    assert [e.value for e in test.exception] == []
    return [box.value for box in (*test.info, *test.error, *test.warning)]


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait for something. Raises AssertionError."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.1)


def answer_all(api: TestClient) -> bool:
    """Whether every route answers; the only other answer is the sentence with 503."""
    states = []
    for path in PATHS:
        answer = api.get(path)
        states.append(answer.status_code)
        if answer.status_code == 503:
            assert answer.text == SAID
            assert answer.headers["retry-after"] == "3"
        else:
            assert answer.status_code == 200
    return set(states) == {200}


def test_pages_and_routes_go_on_with_the_other_server(
    servers: tuple[Cluster, Cluster, str], api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    primary, standby, name = servers
    until(lambda: _reads(standby.url(name)))
    monkeypatch.setenv(URL_VARIABLE, both(*servers))
    away = {code: wording(code).t("remedy.away") for code in LANGUAGES}
    country = open_page("country", iso3="NPL")
    assert said(country) == []
    assert answer_all(api)

    primary.stop("immediate")
    # Sessions that were there, and new ones, without a restart.
    until(lambda: said(country.run()) in ([], [away["en"]]) and said(country) == [])
    until(lambda: answer_all(api))
    assert said(open_page("timeline", lang="fr")) == []

    standby.stop("immediate")
    for code in LANGUAGES:
        assert said(open_page("country", iso3="NPL", lang=code)) == [away[code]]
    assert said(country.run()) == [away["en"]]
    assert not answer_all(api)

    standby.start()
    until(lambda: said(country.run()) == [])
    until(lambda: answer_all(api))
    primary.start()
    assert said(country.run()) == []


def _reads(url: str) -> bool:
    engine = read_engine(url)
    try:
        with engine.connect() as connection:
            return bool(connection.execute(text("SELECT count(*) FROM release")).scalar())
    except StoreError:
        return False
    finally:
        engine.dispose()


def test_a_server_that_hangs_does_not_hang_a_page(
    servers: tuple[Cluster, Cluster, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It accepts connections but never answers; the next server is asked."""
    primary, standby, name = servers
    monkeypatch.setattr(database, "CONNECT_SECONDS", 2)
    monkeypatch.setattr(database, "SILENCE_SECONDS", 0.5)
    engine = read_engine(both(primary, standby, name))
    question = text("SELECT inet_server_port()")
    with engine.connect() as connection:
        assert connection.execute(question).scalar_one() == primary.port
        asked = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    postmaster = int((primary.folder / "data" / "postmaster.pid").read_text().split()[0])
    stopped = [postmaster, int(asked)]
    for number in stopped:
        os.kill(number, signal.SIGSTOP)
    try:
        start = time.monotonic()
        with engine.connect() as connection:
            assert connection.execute(question).scalar_one() == standby.port
        assert time.monotonic() - start < 30
    finally:
        for number in stopped:
            os.kill(number, signal.SIGCONT)
        engine.dispose()


def test_the_log_says_once_what_the_driver_says(caplog: pytest.LogCaptureFixture) -> None:
    database._last_logged[0] = float("-inf")
    engine = read_engine("postgresql+psycopg://nobody@127.0.0.1:1/none")
    with caplog.at_level(logging.WARNING, "target87"):
        for _ in range(3):
            with pytest.raises(StoreAway), engine.connect():
                pass
    (line,) = [r.getMessage() for r in caplog.records]
    assert line.startswith("The database does not answer just now. Ask again in a moment. The dri")
    assert "refused" in line
    engine.dispose()


def test_all_connections_in_use_are_said_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "FREE_SECONDS", 0.05)
    engine = read_engine(of_today(f"sqlite:///{tmp_path / 'store.sqlite'}"))
    held = [engine.connect() for _ in range(32)]
    with pytest.raises(StoreAway, match="Every connection to the database is in use just now"):
        engine.connect()
    for connection in held:
        connection.close()
    engine.connect().close()
    engine.dispose()


def test_a_file_that_goes_and_comes_back_is_followed(
    tmp_path: Path, api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    monkeypatch.setenv(URL_VARIABLE, of_today(f"sqlite:///{path}"))
    country = open_page("country", iso3="NPL")
    assert said(country) == []
    assert answer_all(api)

    path.rename(tmp_path / "away.sqlite")
    assert said(country.run()) == [wording("en").t("frame.no_store")]
    assert {api.get(each).status_code for each in PATHS} == {503}

    # Another file in its place is read, not the one that connections still have open.
    other = tmp_path / "other.sqlite"
    engine = write_engine(of_today(f"sqlite:///{other}"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE area_name SET name = 'Elsewhere' WHERE area = 'NPL'"))
        connection.execute(text("UPDATE build SET value = 'other' WHERE key = 'inputs'"))
    engine.dispose()
    other.rename(path)
    assert said(country.run()) == []
    assert "Elsewhere" in api.get("/api/v1/names.json?q=elsewhere").text
    assert store.reference("en").areas["NPL"].name == "Elsewhere"


def test_an_older_store_is_said_in_each_language_and_goes_on_without_a_restart(
    tmp_path: Path, api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = make_old_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv(URL_VARIABLE, url)
    for code in LANGUAGES:
        test = open_page("country", iso3="NPL", lang=code)
        assert said(test) == [wording(code).t("remedy.older")]
        assert [c.value for c in test.code] == ["python -m loaders migrate up"]
    for path in PATHS:
        answer = api.get(path)
        assert answer.status_code == 503
        assert answer.text.endswith("Bring it up with: python -m loaders migrate up\n")
    engine = write_engine(url)
    upgrade.bring_up(engine)
    engine.dispose()
    assert said(test.run()) == []
    assert answer_all(api)
