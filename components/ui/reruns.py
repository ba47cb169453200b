"""How often pages are made and how long it takes, by page: for /metrics, and for the log when every
request is wanted there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Final
from uuid import uuid4

import streamlit as st
from prometheus_client import Counter, Histogram

from data.log import OURS, logs_requests

SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Bounds of the histogram, in seconds."""

FRAME: Final = "frame"
"""What stands for the page as long as it is not known which one is shown."""

RERUNS: Final = Histogram(
    "target87_rerun_seconds", "Seconds that making a page took.", ("page",), buckets=SECONDS
)
FAILED: Final = Counter("target87_page_failures", "Pages that could not be shown.", ("page",))

LOG: Final = logging.getLogger(f"{OURS}.reruns")
_page: ContextVar[str] = ContextVar("page", default=FRAME)


def request_number() -> str:
    """The number of the connection that a page is shown through; the server gives every one a
    number and passes it on as a header. A new one where the pages run without that server."""
    return st.context.headers.get("x-request-id") or uuid4().hex


def page_now() -> str:
    """The name of the page that this run shows."""
    return _page.get()


@contextmanager
def counted_run(page: str) -> Iterator[None]:
    """Count and time what is done inside as one run of a page, whether it ends well or not.

    `page` is a name of frame.PAGES, never a text of the visitor. It is remembered after the end:
    Streamlit tells of an error when the run is already over, in the same thread.
    """
    _page.set(page)
    began = perf_counter()
    try:
        yield
    finally:
        seconds = perf_counter() - began
        RERUNS.labels(page).observe(seconds)
        if logs_requests():
            facts = {"request_id": request_number(), "page": page, "ms": round(seconds * 1000, 1)}
            LOG.info("rerun", extra=facts)
