"""What stands between the network and the pages: settings, guards, health, log, metrics.

Middleware is listed from the outside in: what stands first sees a request first and its answer
last.
"""

from __future__ import annotations

from typing import Final

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.service.headers import SecurityHeaders
from pages.service.patience import Patience

IN_A_THREAD: Final = 16_384
"""Bytes from which on an answer is compressed in a thread, so that no page waits for it."""

MIDDLEWARE: Final = [
    Middleware(Patience),
    Middleware(SecurityHeaders),
    Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5, thread_minimum_size=IN_A_THREAD),
]
