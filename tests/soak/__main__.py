"""`python -m tests.soak --minutes 60`: the exit code says whether every promise holds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.soak.report import markdown, promises
from tests.soak.run import Plan, soak


def main() -> int:
    """Run, print the report, write it to a file when asked to."""
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--port", type=int, default=0, help="this one and the next; 0: free ones")
    asked.add_argument("--seed", type=int, default=87, help="of what is drawn by chance")
    asked.add_argument("--report", type=Path, help="a file for the report, in Markdown")
    given = asked.parse_args()
    outcome = soak(Plan(given.minutes, given.people, given.port, given.seed))
    report = markdown(outcome)
    sys.stdout.write(report)
    if given.report is not None:
        given.report.parent.mkdir(parents=True, exist_ok=True)
        given.report.write_text(report, encoding="utf-8")
    return 0 if all(promise.holds for promise in promises(outcome)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
