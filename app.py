"""The ASGI application: Streamlit's pages, our own routes, and what happens once at the start."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool

from components.ui.failure import say_failure
from loaders.build import build_at_start
from pages.plain import ROUTES, warm
from pages.service import MIDDLEWARE
from pages.service.access_log import obey_access_log
from pages.service.descriptors import have_descriptors
from pages.service.room import room
from pages.service.settings import settings


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:
    """Make the embedded database on the very first start; then freeze what stays, so that no
    collection walks it again (a rerun takes a tenth of the time)."""
    obey_access_log()
    room().most = have_descriptors(settings().most_sessions)
    await run_in_threadpool(build_at_start)
    await run_in_threadpool(warm)
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(
    "pages/frame.py",
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=say_failure,
)
