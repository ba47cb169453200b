"""Makes sure that there is a PostgreSQL for the tests to start; says what it did."""

from __future__ import annotations

import os

from tests.postgres import programs
from tools.install.debian import Installer

PACKAGE = "postgresql-15"
INSTALLER = Installer("PostgreSQL tests")


def _get() -> bool:
    if os.geteuid() == 0:
        # Debian would make and start a server of its own; only the programs are wanted.
        os.makedirs("/etc/postgresql-common", exist_ok=True)
        settings = "/etc/postgresql-common/createcluster.conf"
        if not os.path.exists(settings):
            with open(settings, "w", encoding="utf-8") as file:
                file.write("create_main_cluster = false\n")
    return INSTALLER.by_apt(PACKAGE)


def main() -> int:
    """0 when there is a PostgreSQL in the end."""
    how = f"no PostgreSQL could be had. Install one, for example with: apt-get install {PACKAGE}"
    return INSTALLER.have(programs, _get, how)


if __name__ == "__main__":
    raise SystemExit(main())
