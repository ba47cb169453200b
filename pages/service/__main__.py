"""`python -m pages.service`: the server as it is meant to run, its options in one place.

`uvicorn app:app` serves the same pages, but without the bounds on the head of a request and on the
time that a shutdown may take.
"""

from __future__ import annotations

from typing import Annotated, Final

import typer
import uvicorn

from pages.service.messages import MOST_BYTES
from pages.service.request_head import BoundedHead

GRACE_SECONDS: Final = 20
"""How long a shutdown waits for answers that are under way; a sleeping client would hold it up."""
KEEP_ALIVE_SECONDS: Final = 75
"""Longer than a proxy keeps an idle connection (nginx: 60), so that it never meets a closed one."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8501,
    proxy: Annotated[
        str, typer.Option(help="Address of the proxy whose word on clients is believed.")
    ] = "127.0.0.1",
) -> None:
    """Serve the dashboards."""
    uvicorn.run(
        "app:app",
        host=host,
        port=port,
        http=BoundedHead,
        ws_max_size=MOST_BYTES,
        server_header=False,
        access_log=False,
        proxy_headers=True,
        forwarded_allow_ips=proxy,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


if __name__ == "__main__":
    typer.run(serve)
