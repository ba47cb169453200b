"""What stands between the network and the pages: settings, guards, health, log, metrics.

Middleware is listed from the outside in: what stands first sees a request first and its answer
last.
"""

from __future__ import annotations

from typing import Final

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.service.address import LongAddresses
from pages.service.away import StoreTrouble
from pages.service.closed import ClosedPaths
from pages.service.headers import SecurityHeaders
from pages.service.hosts import ForeignHosts
from pages.service.messages import Messages
from pages.service.room import Places

MIDDLEWARE: Final = [
    Middleware(SecurityHeaders),
    Middleware(LongAddresses),
    Middleware(ForeignHosts),
    Middleware(ClosedPaths),
    Middleware(Places),
    Middleware(Messages),
    Middleware(GZipMiddleware, minimum_size=1024),
    Middleware(StoreTrouble),
]
