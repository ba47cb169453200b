"""The numbers that /metrics shows, one place for all of them; each process counts its own.

Labels come from small fixed sets, so that no visitor can make the list longer. The numbers of
reruns stand in components/ui/reruns.py, beside what they count.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from prometheus_client import Counter, Gauge, Histogram

Reason = Literal[
    "address",
    "body",
    "closed",
    "export",
    "host",
    "message",
    "method",
    "origin",
    "session",
    "slow",
    "upload",
    "other",
]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
"""Why something was refused: an address too long, a body, one closed to visitors, an export too
many, a host, a message of a websocket, a method, an origin, a session too many, a client that does
not read, an upload."""

Outcome = Literal["finished", "left", "failed"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
"""How an export ended: whole; its reader left or did not read; an error."""

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")
OTHER: Final = "other"
SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Bounds of the histogram of requests, in seconds."""

REQUESTS: Final = Counter(
    "target87_requests", "HTTP requests answered.", ("method", "route", "status")
)
REQUEST_SECONDS: Final = Histogram(
    "target87_request_seconds",
    "Seconds from a request to the end of its answer.",
    ("route",),
    buckets=SECONDS,
)
SESSIONS: Final = Gauge("target87_sessions_open", "Pages open: websockets of browsers.")
EXPORTS_RUNNING: Final = Gauge("target87_exports_running", "Files that are being made now.")
EXPORTS: Final = Counter("target87_exports", "Files made, by how it ended.", ("outcome",))
REFUSED: Final = Counter("target87_refused", "Refused before it cost anything.", ("reason",))
READY: Final = Gauge("target87_ready", "1 when /readyz answers 200, else 0.")
DATABASE_UP: Final = Gauge("target87_database_up", "1 when the database answers, else 0.")
RELEASE: Final = Gauge("target87_release_shown", "Number of the newest release; 0 for none.")

# A counter without a label is absent from /metrics, and an alert on its rate never fires.
for _reason in REASONS:
    REFUSED.labels(_reason)
for _outcome in OUTCOMES:
    EXPORTS.labels(_outcome)


def refused(reason: Reason) -> None:
    """Count something that was refused; a reason that is not one of REASONS counts as `other`."""
    REFUSED.labels(reason if reason in REASONS else OTHER).inc()


def export_began() -> None:
    """Count a file that begins to be made."""
    EXPORTS_RUNNING.inc()


def export_ended(outcome: Outcome) -> None:
    """Count a file that is no longer being made."""
    EXPORTS_RUNNING.dec()
    EXPORTS.labels(outcome).inc()


def answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count one HTTP request."""
    REQUESTS.labels(method if method in METHODS else OTHER, route, str(status)).inc()
    REQUEST_SECONDS.labels(route).observe(seconds)
