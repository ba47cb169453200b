"""The ASGI application: Streamlit's pages, our own routes, and what happens once at the start."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
import streamlit.logger
from starlette.concurrency import run_in_threadpool

from components.ui.failure import show_failure
from data.log import start_log, use_json
from loaders.jobs.build import build_at_start
from pages.routes import ROUTES, warm
from pages.service import HANDLERS, MIDDLEWARE, SERVICE_ROUTES
from pages.service.descriptors import have_descriptors
from pages.service.session_limit import sessions
from pages.service.settings import settings

start_log()
# Streamlit gives each of its loggers, and the server's, a handler of its own, and thereby brings
# access lines back that `--no-access-log` had taken away.
streamlit.logger.setup_formatter = use_json
streamlit.logger.init_uvicorn_logs()
streamlit.logger.update_formatter()


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any]]:
    """Make the embedded database on the very first start; then freeze what stays, so that no
    collection walks it again (a rerun takes a tenth of the time)."""
    sessions().most = have_descriptors(settings().most_sessions)
    await run_in_threadpool(build_at_start)
    await run_in_threadpool(warm)
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(
    "pages/frame.py",
    routes=[*SERVICE_ROUTES, *ROUTES],
    middleware=MIDDLEWARE,
    exception_handlers=HANDLERS,
    lifespan=lifespan,
    on_script_error=show_failure,
)
