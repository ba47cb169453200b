"""How many files and sockets the system lets this process open, and how many sessions they hold."""

from __future__ import annotations

import logging
from typing import Final

try:
    import resource
except ImportError:  # Windows knows no such limit.
    resource = None  # type: ignore[assignment]

LOG: Final = logging.getLogger("target87")
A_SESSION: Final = 4
"""Its socket, and three that Streamlit holds for the session's own event loop (1.67)."""
LEFT_BEHIND: Final = 128 * 3
"""Sessions whose tab was closed are remembered for two minutes, 128 at most."""
BESIDES: Final = 256
"""The database, downloads, files and connections that have just come."""


def let_in(most_sessions: int) -> int:
    """Sessions that are let in when `most_sessions` are open and some are on their way in."""
    return most_sessions + max(1, most_sessions // 10)


def needed(most_sessions: int) -> int:
    """Descriptors for so many sessions, those on their way in, and all besides."""
    return A_SESSION * let_in(most_sessions) + LEFT_BEHIND + BESIDES


def that_fit(limit: int) -> int:
    """The most sessions for which a limit of descriptors is enough; at least one."""
    places = (limit - LEFT_BEHIND - BESIDES) // A_SESSION
    return max(1, places - max(1, -(-places // 11)))


def have_descriptors(most_sessions: int) -> int:
    """Raise this process's limit as far as is needed and allowed; the sessions that it then holds.

    Warns in the log when they are fewer than asked for.
    """
    if resource is None:
        return most_sessions
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    want = needed(most_sessions)
    if soft == resource.RLIM_INFINITY or soft >= want:
        return most_sessions
    reached = want if hard == resource.RLIM_INFINITY else min(want, hard)
    if reached > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (reached, hard))
    if reached >= want:
        LOG.info("Raised the limit of open files from %d to %d.", soft, reached)
        return most_sessions
    fit = min(most_sessions, that_fit(reached))
    LOG.warning(
        "%d sessions need %d open files and the system allows %d, so %d are let in. Raise the "
        "limit (ulimit -n, or LimitNOFILE in systemd) or lower TARGET87_MOST_SESSIONS.",
        most_sessions,
        want,
        reached,
        fit,
    )
    return fit
