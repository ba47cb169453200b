"""Makes sure that there is a PostgreSQL for the tests to start; says what it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.postgres import programs

PACKAGE = "postgresql-15"


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens."""
    sys.stdout.write(f"PostgreSQL tests: {sentence}\n")
    sys.stdout.flush()


def _worked(*command: str) -> bool:
    say(f"running: {' '.join(command)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, check=False).returncode == 0


def _by_apt() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    # Without this Debian would make and start a server of its own; only the programs are wanted.
    os.makedirs("/etc/postgresql-common", exist_ok=True)
    settings = "/etc/postgresql-common/createcluster.conf"
    if not os.path.exists(settings):
        with open(settings, "w", encoding="utf-8") as file:
            file.write("create_main_cluster = false\n")
    _worked("apt-get", "update", "--quiet")
    return _worked("apt-get", "install", "--yes", "--no-install-recommends", "--quiet", PACKAGE)


def main() -> int:
    """0 when there is a PostgreSQL in the end."""
    if found := programs():
        say(f"using {found}")
        return 0
    if _by_apt() and (found := programs()):
        say(f"installed {found} with apt")
        return 0
    say(f"no PostgreSQL could be had. Install one, for example with: apt-get install {PACKAGE}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
