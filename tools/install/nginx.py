"""The nginx that tests start, and systemd's check of units."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deploy.nginx import program
from tools.install.debian import Program

STARTS = Path("/usr/sbin/policy-rc.d")


def found() -> str | None:
    """The nginx, when all that the tests need is there."""
    return program() if shutil.which("systemd-analyze") else None


@contextmanager
def _not_started() -> Iterator[None]:
    # Debian would start a server of its own on port 80; only the program is wanted.
    forbidden_here = not STARTS.exists()
    if forbidden_here:
        STARTS.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        STARTS.chmod(0o755)
    try:
        yield
    finally:
        if forbidden_here:
            STARTS.unlink()


PROGRAM = Program(
    "nginx", found, ("nginx", "libnginx-mod-http-brotli-filter", "systemd"), around=_not_started
)
