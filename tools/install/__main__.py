"""`python -m tools.install [postgresql] [nginx] [chromium]`: what the tests need; all by default.

Uses what is there, installs what is missing where it may, else says what to do.
"""

from __future__ import annotations

import sys

from tools.install import chromium, nginx, postgresql
from tools.install.debian import have

PROGRAMS = {
    "postgresql": postgresql.PROGRAM,
    "nginx": nginx.PROGRAM,
    "chromium": chromium.PROGRAM,
}


def main(names: list[str]) -> int:
    """0 when everything is there in the end."""
    if unknown := set(names) - set(PROGRAMS):
        sys.stderr.write(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PROGRAMS)}\n")
        return 2
    return 1 if have([PROGRAMS[name] for name in names or PROGRAMS]) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
