"""What every test may ask for: the real store, a connection to it, and the app on its frame."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from components.wording import STRICT_VARIABLE
from data.database import database_url, read_engine
from loaders.jobs.build import build_if_needed
from tests import shared
from tests.postgres import Cluster, cluster

os.environ[STRICT_VARIABLE] = "1"
"""Set before any wording is read, and inherited by the servers that browsers are sent to."""

gc.set_threshold(200_000, 20, 100)
"""What a worker keeps of the store for its other tests grows to millions of objects, and a test of
250 pages would walk them all again and again: a quarter of its time."""

# Every AppTest reads the papers of all installed packages, which do not change: half of its time.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

ROOT = Path(__file__).resolve().parents[1]
FRAME = ROOT / "pages" / "frame.py"
SECONDS = 60.0
"""A page's first run imports plotly and pandas; on a busy machine that takes a while."""

OpenPage = Callable[..., AppTest]


LONGEST = (
    "deploy/test_behind_nginx.py",
    "components/ui/test_every_country.py",
    "pages/test_pages.py",
    "loaders/test_build.py",
    "loaders/test_both_engines.py",
    "loaders/test_kills.py",
    "hostile/test_hostile.py",
    "loaders/test_load.py",
    "service/test_attacks.py",
    "data/test_versions.py",
)
"""Files that take long and stay on one worker: begun first, so that both workers end together.

Not service/test_slow_readers.py: it compares a busy server with an idle one, which it cannot while
the soak has both cores in the first minutes.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; the order is the same in every worker."""
    place = {ROOT / "tests" / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(LONGEST)))


def pytest_configure(config: pytest.Config) -> None:
    """Before there are workers, make what they share."""
    if not hasattr(config, "workerinput"):
        shared.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """When all workers have ended, end what they shared."""
    if not hasattr(config, "workerinput"):
        shared.end()


@pytest.fixture(scope="session")
def store_url() -> str:
    """The address of a store built by the real loaders from today's facts.

    Parallel workers may both come here: the loaders' transaction lets one write at a time, and
    readers see the old store until the new one is whole.
    """
    url = database_url()
    build_if_needed(url)
    return url


@pytest.fixture(scope="session")
def engine(store_url: str) -> Iterator[Engine]:
    """A read-only engine on the real store, for the tests' own questions.

    These may take their time: how long a question of the product may take is a promise of the
    engine that the product opens for itself.
    """
    made = read_engine(store_url, patient=True)
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A read-only connection to the real store."""
    with engine.connect() as opened:
        yield opened


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL server of the tests' own; its absence fails the test, it is never skipped."""
    with cluster() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Cluster) -> str:
    """The address of an empty PostgreSQL database."""
    return postgres.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once on each engine."""
    return _empty(request, tmp_path)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an empty database for the tests of one module, once on each engine."""
    return _empty(request, tmp_path_factory.mktemp("module"))


def _empty(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{folder / 'store.sqlite'}"
    server: Cluster = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(scope="session")
def postgres_store_url() -> str:
    """The address of the same facts as `store_url`, built by the real loaders on PostgreSQL.

    All workers read this one; a test that writes makes a database of its own.
    """
    return shared.postgres_store()


@pytest.fixture(scope="session")
def fresh_store_url(store_url: str) -> str:
    """The address of a SQLite store that was built from nothing and never again; for reading."""
    return shared.fresh_store(store_url)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def either_store_url(request: pytest.FixtureRequest) -> str:
    """The address of a real store, once on each engine."""
    name = "store_url" if request.param == "sqlite" else "postgres_store_url"
    url: str = request.getfixturevalue(name)
    return url


def open_page(page: str = "world", **params: str) -> AppTest:
    """A page run on the frame, with the URL's parameters, as a first visit by deep link."""
    # The product hides the reasons of errors from readers; a failing test should tell them.
    config.set_option("client.showErrorDetails", "full")
    test = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    for name, value in params.items():
        test.query_params[name] = value
    if page != "world":
        test.switch_page(f"{page}.py")
    return test.run()


@pytest.fixture
def app(store_url: str) -> OpenPage:
    """Opens a page of the app on the real store: `app("country", iso3="NPL", lang="fr")`."""
    assert store_url
    return open_page
