"""What stands between the network and the pages: settings, guards, health, log, metrics.

Middleware is listed from the outside in: what stands first sees a request first and its answer
last.
"""

from __future__ import annotations

from typing import Final

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.service.address import LongAddresses
from pages.service.closed import ClosedPaths
from pages.service.compression import RefusedEncodings
from pages.service.cross_origin import CrossOrigin
from pages.service.documents import Documents
from pages.service.files import Files
from pages.service.headers import SecurityHeaders
from pages.service.health import ROUTES as SERVICE_ROUTES
from pages.service.hosts import ForeignHosts
from pages.service.log import Requests, server_error
from pages.service.messages import Messages
from pages.service.session_limit import SessionLimit
from pages.service.slow_clients import SlowClients
from pages.service.store_errors import StoreErrors

__all__ = ["HANDLERS", "MIDDLEWARE", "SERVICE_ROUTES"]

IN_A_THREAD: Final = 16_384
"""Bytes from which on an answer is compressed in a thread, so that no page waits for it."""

MIDDLEWARE: Final = [
    Middleware(Requests),
    Middleware(SlowClients),
    Middleware(SecurityHeaders),
    Middleware(CrossOrigin),
    Middleware(LongAddresses),
    Middleware(ForeignHosts),
    Middleware(ClosedPaths),
    Middleware(Files),
    Middleware(SessionLimit),
    Middleware(Messages),
    Middleware(Documents),
    Middleware(RefusedEncodings),
    Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5, thread_minimum_size=IN_A_THREAD),
    Middleware(StoreErrors),
]

HANDLERS: Final = {Exception: server_error}
"""What answers when a route fails."""
