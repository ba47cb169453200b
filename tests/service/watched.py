"""The app under watch: every look-up of an outside address is written to its log, none is made.

Imported by the server of the tests only: what it puts in the place of others stays there.
"""

from __future__ import annotations

import socket
import sys
from typing import Any

import requests
from streamlit import net_util

from tests.service.client import OUTSIDE

_at_home = socket.getaddrinfo


def _tell(what: str) -> None:
    sys.stderr.write(f"{OUTSIDE}: {what}\n")
    sys.stderr.flush()


def _address_of(host: Any, *more: Any, **named: Any) -> Any:
    if host not in {None, "", "127.0.0.1", "::1", "localhost", b"127.0.0.1"}:
        _tell(f"getaddrinfo {host!r}")
        raise socket.gaierror(f"a test asks nobody about {host!r}")
    return _at_home(host, *more, **named)


def _own_address(kind: str) -> Any:
    def told() -> str:
        _tell(kind)
        return "192.0.2.1"

    return told


def _request(*_named: Any, **_more: Any) -> Any:
    _tell("requests")
    raise requests.ConnectionError("a test asks nobody")


socket.getaddrinfo = _address_of
net_util.get_internal_ip = _own_address("internal address")
net_util.get_external_ip = _own_address("external address")
requests.Session.request = _request  # type: ignore[method-assign]

from app import app  # noqa: E402, F401
from pages.service import request_head  # noqa: E402

request_head.HEAD_SECONDS = 2.0
