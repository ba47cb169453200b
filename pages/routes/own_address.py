"""Our own absolute address, as a request names us: for files that are read elsewhere."""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request

_HOST: Final = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


def own_root(request: Request) -> str:
    """`https://dashboards.example/`; empty, so that addresses stay relative, for a `Host` that is
    no name."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}/" if _HOST.fullmatch(host) else ""
