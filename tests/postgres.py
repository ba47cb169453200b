"""A PostgreSQL of the tests' own: made in a temporary folder, thrown away at the end.

PostgreSQL refuses to run as root, so that root runs it as the user `postgres` (or `nobody`).
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tests.servers import free_port

DEBIAN = Path("/usr/lib/postgresql")
NEEDED = ("initdb", "pg_ctl", "postgres", "pg_dump", "pg_restore", "pg_basebackup")
USERS = ("postgres", "nobody")
OWNER = "target87"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL that has every program the tests need."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else []
    folders += sorted(DEBIAN.glob("*/bin"), key=lambda p: int(p.parts[-2]), reverse=True)
    return next((f for f in folders if all((f / name).exists() for name in NEEDED)), None)


def _as_other() -> str | None:
    """The user to run as; None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in USERS if name in known)


def run(*command: str | Path) -> str:
    """Run a PostgreSQL program as the user that may. Raises AssertionError with what it said."""
    user = _as_other()
    whole = [*(("runuser", "-u", user, "--") if user else ()), *map(str, command)]
    done = subprocess.run(
        whole, capture_output=True, text=True, check=False, cwd="/", timeout=120,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, f"{command[0]} failed: {done.stdout}{done.stderr}"
    return done.stdout


@dataclass(frozen=True)
class Cluster:
    """A running server: its folder, its programs, its port on 127.0.0.1."""

    folder: Path
    programs: Path
    port: int

    def to_text(self) -> str:
        """What another process needs to know of it."""
        return json.dumps([str(self.folder), str(self.programs), self.port])

    @classmethod
    def from_text(cls, text: str) -> Cluster:
        """The server that `to_text` told of."""
        folder, programs, port = json.loads(text)
        return cls(Path(folder), Path(programs), port)

    def url(self, database: str, user: str = OWNER) -> str:
        """SQLAlchemy's address of a database."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def conninfo(self, database: str = "postgres") -> str:
        """libpq's address of a database, as the owner."""
        return f"host=127.0.0.1 port={self.port} user={OWNER} dbname={database}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)

    def stop(self, how: str = "fast") -> None:
        """Stop the server: `fast`, or `immediate` as if the power went."""
        run(self.programs / "pg_ctl", "stop", "-D", self.folder / "data", "-m", how, "-w")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = self.folder / "log"
        run(self.programs / "pg_ctl", "start", "-D", self.folder / "data", "-w", "-l", log)


def _settings(folder: Path, port: int) -> str:
    return "\n".join(
        (
            "listen_addresses = '127.0.0.1'",
            f"port = {port}",
            f"unix_socket_directories = '{folder}'",
            "shared_buffers = 128MB",
            "max_connections = 40",
            "max_wal_size = 2GB",
            "wal_level = replica",
            "max_wal_senders = 4",
            # The tests kill programs, never the machine: what the system was given is not lost.
            "fsync = off",
            "synchronous_commit = off",
            "full_page_writes = off",
            "",
        )
    )


def _launch(name: str, programs: Path, make: Callable[[Path], tuple[str | Path, ...]]) -> Cluster:
    """A server on the data that a command makes in a folder of its own; `discard` ends it."""
    folder = Path(tempfile.mkdtemp(prefix=f"target87-{name}-"))
    server = Cluster(folder, programs, free_port())
    try:
        user = _as_other()
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        run(*make(data))
        with (data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(_settings(folder, server.port))
        server.start()
    except AssertionError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return server


def discard(server: Cluster) -> None:
    """Stop a server and remove what it held."""
    try:
        server.stop("immediate")
    finally:
        shutil.rmtree(server.folder, ignore_errors=True)


def launch() -> Cluster:
    """A running server; `discard` ends it. Raises AssertionError when there is no PostgreSQL."""
    found = programs()
    assert found is not None, (
        "PostgreSQL's programs are missing, so its tests cannot run. "
        "Install them with: make programs (or: sudo apt-get install postgresql-15)"
    )

    def make(data: Path) -> tuple[str | Path, ...]:
        return (
            found / "initdb", "-D", data, "-U", OWNER, "--auth=trust", "--encoding=UTF8",
            "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip

    return _launch("postgresql", found, make)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A running server, thrown away afterwards. Raises AssertionError when there is none."""
    server = launch()
    try:
        yield server
    finally:
        discard(server)


@contextmanager
def standby_of(primary: Cluster) -> Iterator[Cluster]:
    """A hot standby that streams from a running server, thrown away afterwards."""

    def make(data: Path) -> tuple[str | Path, ...]:
        return (
            primary.programs / "pg_basebackup", "-D", data, "-R", "-X", "stream", "-c", "fast",
            "--no-sync", "-d", primary.conninfo(),
        )  # fmt: skip

    replica = _launch("standby", primary.programs, make)
    try:
        yield replica
    finally:
        discard(replica)
