"""Makes sure that there is an nginx for the tests to start, and systemd's check of units; says what
it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.deploy.nginx import program

PACKAGES = ("nginx", "libnginx-mod-http-brotli-filter", "systemd")
STARTS = Path("/usr/sbin/policy-rc.d")


def found() -> str | None:
    """The nginx, when all that the tests need is there."""
    return program() if shutil.which("systemd-analyze") else None


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens."""
    sys.stdout.write(f"nginx tests: {sentence}\n")
    sys.stdout.flush()


def _worked(*command: str) -> bool:
    say(f"running: {' '.join(command)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, check=False).returncode == 0


def _by_apt() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    # Debian would start a server of its own on port 80; only the program is wanted.
    forbidden_here = not STARTS.exists()
    if forbidden_here:
        STARTS.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        STARTS.chmod(0o755)
    try:
        _worked("apt-get", "update", "--quiet")
        return _worked(
            "apt-get", "install", "--yes", "--no-install-recommends", "--quiet", *PACKAGES
        )
    finally:
        if forbidden_here:
            STARTS.unlink()


def main() -> int:
    """0 when there is an nginx in the end."""
    if there := found():
        say(f"using {there}")
        return 0
    if _by_apt() and (there := found()):
        say(f"installed {there} with apt")
        return 0
    say(f"no nginx could be had. Install one with: apt-get install {' '.join(PACKAGES)}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
