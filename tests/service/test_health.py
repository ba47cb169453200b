"""/healthz and /readyz: alive, ready, and one sentence for each way not to be."""

from __future__ import annotations

import shutil
import socket
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.wording import wording
from data.database import URL_VARIABLE, write_engine, write_transaction
from data.schema import release
from data.shape import FIRST, WANTED, shape_of
from loaders.publish import migrate
from pages.service import MIDDLEWARE, SERVICE_ROUTES, health
from tests.loaders.small_store import make_store

WORDS = wording("en")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=SERVICE_ROUTES, middleware=list(MIDDLEWARE))) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _look_anew() -> None:
    health._kept.clear()


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store of the wanted shape without a release."""
    path = tmp_path_factory.mktemp("small") / "store.sqlite"
    url = f"sqlite:///{path}"
    make_store(url)
    engine = write_engine(url)
    with write_transaction(engine) as connection:
        connection.execute(delete(release))
    engine.dispose()
    with sqlite3.connect(path) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    return path


def asked(client: TestClient, monkeypatch: pytest.MonkeyPatch, url: str) -> tuple[int, str]:
    """What /readyz says of the database at an address."""
    monkeypatch.setenv(URL_VARIABLE, url)
    health._kept.clear()
    answer = client.get("/readyz")
    assert answer.text.count("\n") == 1
    return answer.status_code, answer.text.strip()


def shaped(small_store: Path, path: Path, number: str, *, lacks: str = "") -> str:
    """The address of a copy of the small store that says that it has another shape, and lacks a
    table."""
    shutil.copy(small_store, path)
    with sqlite3.connect(path) as opened:
        opened.execute("UPDATE alembic_version SET version_num = ?", (number,))
        if lacks:
            opened.execute(f"DROP TABLE {lacks}")
    opened.close()
    return f"sqlite:///{path}"


def test_a_process_lives_whatever_its_database_does(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "sqlite:////nowhere/store.sqlite")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text.strip()) == (200, WORDS.t("service.alive"))


def test_ready_names_the_release(
    client: TestClient, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, text = asked(client, monkeypatch, store_url)
    assert status == 200
    assert text.startswith(WORDS.t("service.ready", release="")[:-1])


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_head_is_answered_and_nothing_is_kept(
    client: TestClient, store_url: str, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv(URL_VARIABLE, store_url)
    answer = client.head(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["cache-control"] == "no-store"
    assert client.post(path).status_code == 405


def test_each_fault_has_its_sentence(
    client: TestClient, small_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "damaged").write_bytes(b"no database at all, but long enough to be one" * 99)
    (tmp_path / "empty").touch()
    older = shaped(small_store, tmp_path / "older", "0004", lacks="survey_name")
    newer = shaped(small_store, tmp_path / "newer", "9999", lacks="event")
    fits = shaped(small_store, tmp_path / "fits", "9999")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        gone = f"postgresql+psycopg://me:s3cret-word@127.0.0.1:{nobody.getsockname()[1]}/x"
        found = {
            key: asked(client, monkeypatch, url)
            for key, url in {
                "no_database": f"sqlite:///{tmp_path}/none",
                "no_answer": f"sqlite:///{tmp_path}/damaged",
                "no_answer ": gone,
                "no_tables": f"sqlite:///{tmp_path}/empty",
                "older_shape": older,
                "newer_shape": newer,
                "no_release": f"sqlite:///{small_store}",
                "no_release ": fits,
            }.items()
        }
    shapes = {"older_shape": "0004", "newer_shape": "9999"}
    assert found == {
        key: (503, WORDS.t(f"service.{key.strip()}", shape=shapes.get(key, ""), wanted=WANTED))
        for key in found
    }


def test_a_database_that_hangs_is_not_waited_for(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hangs = 1.5

    def hang(_url: str) -> health.Verdict:
        time.sleep(hangs)
        return health.Verdict(release=1)

    monkeypatch.setattr(health, "SECONDS", hangs / 10)
    monkeypatch.setattr(health, "look", hang)
    began = time.perf_counter()
    answer = client.get("/readyz")
    assert time.perf_counter() - began < hangs / 2
    assert (answer.status_code, answer.text.strip()) == (503, WORDS.t("service.no_answer"))
    (told,) = [record for record in caplog.records if record.name == "target87.health"]
    assert told.reason == "nothing came within 0.15 seconds"  # type: ignore[attr-defined]


def test_whoever_asks_often_costs_the_database_nothing(
    client: TestClient, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    monkeypatch.setenv(URL_VARIABLE, store_url)
    look = health.look
    monkeypatch.setattr(health, "look", lambda url: looks.append(url) or look(url))
    monkeypatch.setattr(health, "_kept", {})
    for _ in range(20):
        client.get("/readyz")
    assert len(looks) == 1


def test_the_wanted_shape_is_the_newest_step() -> None:
    assert migrate.newest() == WANTED


def test_every_shape_is_told_as_the_migrations_tell_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    make_store(url)
    engine = write_engine(url)
    seen = []
    for number in range(int(WANTED), 1, -1):
        with write_transaction(engine) as connection:
            seen.append((shape_of(connection), f"{number:04}"))
            migrate.down(connection)
    with write_transaction(engine) as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
        seen.append((shape_of(connection), FIRST))
    engine.dispose()
    assert [told for told in seen if len(set(told)) != 1] == []
