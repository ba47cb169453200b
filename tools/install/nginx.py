"""Makes sure that there is an nginx for the tests to start, and systemd's check of units; says what
it did."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.deploy.nginx import program
from tools.install.debian import Installer

PACKAGES = ("nginx", "libnginx-mod-http-brotli-filter", "systemd")
STARTS = Path("/usr/sbin/policy-rc.d")
INSTALLER = Installer("nginx tests")


def found() -> str | None:
    """The nginx, when all that the tests need is there."""
    return program() if shutil.which("systemd-analyze") else None


def _get() -> bool:
    # Debian would start a server of its own on port 80; only the program is wanted.
    forbidden_here = os.geteuid() == 0 and not STARTS.exists()
    if forbidden_here:
        STARTS.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        STARTS.chmod(0o755)
    try:
        return INSTALLER.by_apt(*PACKAGES)
    finally:
        if forbidden_here:
            STARTS.unlink()


def main() -> int:
    """0 when there is an nginx in the end."""
    how = f"no nginx could be had. Install one with: apt-get install {' '.join(PACKAGES)}"
    return INSTALLER.have(found, _get, how)


if __name__ == "__main__":
    raise SystemExit(main())
