"""Server-rendered routes beside Streamlit: downloads, health, and headers for every answer."""

from __future__ import annotations

import importlib
from typing import Final

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from pages.plain.headers import SecurityHeaders
from pages.plain.observations import observations_csv

ROUTES: Final = [Route("/api/v1/observations.csv", observations_csv, methods=["GET"])]
MIDDLEWARE: Final = [Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1024)]


def warm() -> None:
    """Import what the first page would import, while nobody waits."""
    for module in ("plotly.graph_objects", "pandas", "pyarrow", "babel.numbers", "components.ui"):
        importlib.import_module(module)
