"""The lines of requests are uvicorn's affair: `--access-log` and `--no-access-log` decide."""

from __future__ import annotations

import logging


def obey_access_log() -> None:
    """Take away the handler that Streamlit puts on uvicorn's access log when it is imported.

    uvicorn writes a line wherever that log has any handler; with Streamlit's (1.67) it writes them
    although `--no-access-log` was given, and twice without.
    """
    log = logging.getLogger("uvicorn.access")
    added = getattr(log, "streamlit_console_handler", None)
    if added is not None:
        log.removeHandler(added)
