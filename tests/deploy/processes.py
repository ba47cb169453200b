"""Processes of the app, started with the very command of the unit that we ship."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
UNIT: Final = ROOT / "deploy" / "systemd" / "target87@.service"
HEALTH: Final = "/healthz"
START_SECONDS: Final = 90
STOP_SECONDS: Final = 30
"""What the unit allows (TimeoutStopSec)."""


def command(port: int) -> list[str]:
    """The unit's command with this environment's Python and a port of the test."""
    line = next(
        line.removeprefix("ExecStart=")
        for line in UNIT.read_text("utf-8").splitlines()
        if line.startswith("ExecStart=")
    )
    python, *rest = shlex.split(line.replace("850%i", str(port)))
    assert python == "/opt/target87/current/.venv/bin/python"
    return [sys.executable, *rest]


class Process:
    """One process on a port, which may be ended and started again."""

    def __init__(self, port: int, folder: Path, **environment: str) -> None:
        self.port = port
        self._log = folder / f"process-{port}.log"
        self._environment = os.environ | environment
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where nginx finds it, as its log says."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start; `wait` tells when it answers."""
        with self._log.open("ab") as out:
            self._running = subprocess.Popen(
                command(self.port), cwd=ROOT, env=self._environment, stdout=out,
                stderr=subprocess.STDOUT,
            )  # fmt: skip

    def wait(self) -> None:
        """Return when it answers. Raises AssertionError with its log."""
        assert self._running is not None
        end = time.monotonic() + START_SECONDS
        while self._running.poll() is None and time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://{self.address}{HEALTH}", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"process {self.port} did not start:\n{self.said()[-4000:]}")

    def said(self) -> str:
        """Its log."""
        return self._log.read_text("utf-8")

    def stop(self) -> int:
        """End it as systemd does; its exit code. Raises TimeoutExpired when it stays."""
        if self._running is None:
            return 0
        self._running.send_signal(signal.SIGTERM)
        try:
            return self._running.wait(timeout=STOP_SECONDS)
        finally:
            if self._running.poll() is None:
                self._running.kill()
                self._running.wait()
            self._running = None
