"""One JSON line an event, for pages and loaders alike: what is logged, and what never is.

A line goes to the standard error. What a visitor sent cannot end a line early or begin another
(JSON escapes it), and the password of a database's address is never in one.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import structlog
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from data.database import LOADER_URL_VARIABLE, URL_VARIABLE

LOG_VARIABLE: Final = "TARGET87_LOG"
"""Environment variable: `requests` logs every request, load and page visit; else errors only."""

REQUESTS: Final = "requests"
OURS: Final = "target87"
"""The logger of the product; everything of ours goes to it or to one below."""

LONGEST: Final = 16_000
"""Characters of one value of a line; of a longer one the middle is left out."""

_IN_ADDRESS: Final = re.compile(r"(?<=://)([^\s:/@\"']*):[^\s\"']*@")
_IN_PARAMETER: Final = re.compile(r"(?i)\b(password|passwd|pwd)(=|['\"]?: ?['\"]?)[^\s&\"']+")
_HIDDEN: Final = "***"
_SHORTEST_SECRET: Final = 4


@lru_cache(maxsize=8)
def _secrets_of(address: str) -> tuple[str, ...]:
    """The password that an address holds, as it is written there and as it is meant."""
    try:
        meant = str(make_url(address).password or "") if address else ""
    except (ArgumentError, ValueError):
        meant = ""
    written = re.search(r"://[^:/]*:(.*)@", address)
    found = (meant, written[1] if written else "")
    # A shorter one would black out half of every line, and is no secret.
    return tuple(secret for secret in found if len(secret) >= _SHORTEST_SECRET)


def masked(text: str) -> str:
    """The text without passwords: those in addresses, and those that the environment holds."""
    text = _IN_ADDRESS.sub(rf"\1:{_HIDDEN}@", text)
    text = _IN_PARAMETER.sub(rf"\1\2{_HIDDEN}", text)
    for variable in (URL_VARIABLE, LOADER_URL_VARIABLE):
        for secret in _secrets_of(os.environ.get(variable, "")):
            text = text.replace(secret, _HIDDEN)
    return text


def _safe(value: Any) -> Any:
    """The value, safe to write: masked, and no longer than LONGEST."""
    if isinstance(value, Mapping):
        return {masked(str(k)): _safe(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_safe(v) for v in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    text = masked(str(value))
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} … {text[-half:]}"


def _all_safe(
    _logger: Any, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    # uvicorn says the same twice, the second time with colours for a terminal.
    event.pop("color_message", None)
    return {name: _safe(value) for name, value in event.items()}


_CHAIN: Final = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
    structlog.processors.format_exc_info,
)
_WRITTEN: Final = (
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    _all_safe,
    structlog.processors.JSONRenderer(),
)


class JsonLines(logging.Handler):
    """Writes each record as one line of JSON to the standard error of the process itself.

    A progress bar puts something of its own in the place of `sys.stderr`, which breaks long lines.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(
            structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_CHAIN, processors=_WRITTEN)
        )
        self.addFilter(_is_wanted)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; what cannot be written never stops whoever logs."""
        try:
            out = sys.__stderr__
            if out is not None:
                out.write(f"{self.format(record)}\n")
                out.flush()
        except (OSError, TypeError, ValueError):
            self.handleError(record)


def logs_requests() -> bool:
    """Whether every request and load is wanted, by the environment."""
    return os.environ.get(LOG_VARIABLE, "") == REQUESTS


def _is_said_twice(record: logging.LogRecord) -> bool:
    """Streamlit tells of a failed page, then asks us to; ours has the number of the request.

    Of a script that cannot be compiled it tells alone.
    """
    error = record.exc_info[1] if record.exc_info else None
    return record.name == "streamlit.error_util" and not isinstance(error, SyntaxError)


def _is_wanted(record: logging.LogRecord) -> bool:
    """Warnings and errors; the server's start and end; all else of ours when requests are wanted.

    A server's line for each websocket holds the client's address and the whole query: never.
    """
    if record.levelno >= logging.WARNING:
        return not _is_said_twice(record)
    if record.name.startswith("uvicorn"):
        return Path(record.pathname).parent.name in {"uvicorn", "lifespan"}
    return logs_requests() and record.name.startswith(OURS)


LINES: Final = JsonLines()


def start_log() -> None:
    """Send everything that is logged in this process through LINES. May be called again."""
    root = logging.getLogger()
    if LINES not in root.handlers:
        root.addHandler(LINES)
    logging.getLogger(OURS).setLevel(logging.INFO)


def use_json(logger: logging.Logger) -> None:
    """Give a logger that does not pass its records on LINES as its only handler.

    Access lines of the server stay silent: they hold clients' addresses; the product has its own.
    """
    logger.handlers = [] if logger.name == "uvicorn.access" else [LINES]
    logger.propagate = False


@contextmanager
def logged(event: str, **fields: Any) -> Iterator[dict[str, Any]]:
    """One line at the end of what is done inside: how long it took, whether it was done.

    What is put into the mapping stands in the line; `outcome` is `done`, or `failed` with the
    sentence of the error that left.
    """
    log = logging.getLogger(f"{OURS}.loads")
    values: dict[str, Any] = {"outcome": "failed", **fields}
    began = perf_counter()
    try:
        yield values
        values["outcome"] = "done"
    finally:
        error = sys.exc_info()[1]
        if error is not None and values["outcome"] == "failed":
            values["reason"] = f"{type(error).__name__}: {error}"
        values["seconds"] = round(perf_counter() - began, 3)
        log.info(event, extra=values)
