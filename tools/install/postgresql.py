"""The PostgreSQL that tests start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import programs
from tools.install.debian import Program

SETTINGS = Path("/etc/postgresql-common/createcluster.conf")


@contextmanager
def _without_a_server() -> Iterator[None]:
    # Debian would make and start a server of its own; only the programs are wanted.
    if not SETTINGS.exists():
        SETTINGS.parent.mkdir(parents=True, exist_ok=True)
        SETTINGS.write_text("create_main_cluster = false\n", encoding="utf-8")
    yield


PROGRAM = Program("PostgreSQL", programs, ("postgresql-15",), around=_without_a_server)
