"""`/healthz`: this process lives. `/readyz`: it can show figures. `/metrics`: its numbers.

None of them waits behind visitors: each has a connection and threads of its own, and an end.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import anyio
from anyio import CapacityLimiter, to_thread
from cachetools import TTLCache
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.wording import DEFAULT, wording
from data.database import database_url, read_engine, sqlite_path
from data.log import OURS
from data.queries import versions
from data.shape import WANTED, fit, shape_of
from data.trouble import OtherShape, StoreError
from pages.service.numbers import DATABASE_UP, READY, RELEASE
from pages.service.settings import settings

SECONDS: Final = 2.0
"""How long the database may take to answer."""

KEPT_SECONDS: Final = 1.0
"""How long a verdict is cached: more frequent probes do not reach the database."""

THREADS: Final = 4
NOT_KEPT: Final = {"Cache-Control": "no-store"}
NO_ANSWER: Final = "the database does not answer"
LOG: Final = logging.getLogger(f"{OURS}.health")


@dataclass(frozen=True)
class Verdict:
    """What was found: the key of a sentence (empty when all is well), what the sentence names, and
    for the metrics whether the database answers and which release is newest."""

    problem: str = ""
    shape: str = ""
    answers: bool = True
    release: int = 0

    @property
    def sentence(self) -> str:
        """What is wrong and what to do; or that all is well."""
        words = wording(DEFAULT)
        if not self.problem:
            return words.t("service.ready", release=self.release)
        return words.t(f"service.{self.problem}", shape=self.shape, wanted=WANTED)


@lru_cache(maxsize=2)
def _engine(url: str) -> Engine:
    """An engine of its own: downloads may have taken all connections of the others."""
    if sqlite_path(url) is None:
        # Else a machine that is gone would be waited for by the clock of the network: minutes.
        patience = {"connect_timeout": "2", "tcp_user_timeout": str(int(SECONDS * 1000))}
        address = make_url(url)
        wanted = {k: v for k, v in patience.items() if k not in address.query}
        url = address.update_query_dict(wanted).render_as_string(hide_password=False)
    return read_engine(url)


def look(url: str) -> Verdict:
    """Whether the database answers, fits, and holds a release; in this order.

    One of another shape fits when it holds all tables and columns that are read.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        return Verdict("no_database", answers=False)
    try:
        with _engine(url).connect() as connection:
            shape = shape_of(connection)
            if not shape:
                return Verdict("no_tables")
            fit(connection)
            release = versions.newest(connection)
    except OtherShape as other:
        return Verdict("older_shape" if other.older else "newer_shape", shape)
    except (StoreError, SQLAlchemyError) as error:
        LOG.warning(NO_ANSWER, extra={"reason": f"{error}"})
        return Verdict("no_answer", answers=False)
    return Verdict("" if release else "no_release", shape, release=release)


_kept: Final[TTLCache[str, Verdict]] = TTLCache(maxsize=4, ttl=KEPT_SECONDS)


_looking: Final = anyio.Lock()
"""One look at a time; requests that come meanwhile get its result."""


@lru_cache(maxsize=1)
def _threads() -> CapacityLimiter:
    """Threads for this alone: those of downloads may all be taken."""
    return CapacityLimiter(THREADS)


async def _look_once(url: str) -> Verdict:
    found = None
    with anyio.move_on_after(SECONDS):
        found = await to_thread.run_sync(look, url, abandon_on_cancel=True, limiter=_threads())
    if found is None:
        LOG.warning(NO_ANSWER, extra={"reason": f"nothing came within {SECONDS:g} seconds"})
        return Verdict("no_answer", answers=False)
    return found


async def verdict() -> Verdict:
    """What is found within SECONDS, or was found a moment ago."""
    url = database_url()
    async with _looking:
        found = _kept.get(url)
        if found is None:
            _kept[url] = found = await _look_once(url)
    READY.set(not found.problem)
    DATABASE_UP.set(found.answers)
    RELEASE.set(found.release)
    return found


def _text(sentence: str, status: int = 200) -> Response:
    return PlainTextResponse(f"{sentence}\n", status_code=status, headers=NOT_KEPT)


async def healthz(_request: Request) -> Response:
    """200 as long as this process answers at all; it queries nothing."""
    return _text(wording(DEFAULT).t("service.alive"))


async def readyz(_request: Request) -> Response:
    """200 when figures can be shown; else 503 with one sentence: what fails, and what to do."""
    found = await verdict()
    return _text(found.sentence, 503 if found.problem else 200)


async def metrics(_request: Request) -> Response:
    """The numbers of this process in Prometheus' text form; 404 unless asked for by a setting."""
    if not settings().metrics:
        return _text(wording(DEFAULT).t("service.metrics_off"), 404)
    await verdict()
    shown = await to_thread.run_sync(generate_latest, limiter=_threads())
    return Response(shown, media_type=CONTENT_TYPE_LATEST, headers=NOT_KEPT)


ROUTES: Final = [
    Route("/healthz", healthz, methods=["GET"]),
    Route("/readyz", readyz, methods=["GET"]),
    Route("/metrics", metrics, methods=["GET"]),
]
