"""How many files and sockets the system lets this process open, against what its sessions need."""

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


def needed(most_sessions: int) -> int:
    """Descriptors for so many sessions, the tenth more that is let in, and all besides."""
    return A_SESSION * (most_sessions + max(1, most_sessions // 10)) + LEFT_BEHIND + BESIDES


def have_descriptors(most_sessions: int) -> int:
    """Raise this process's limit to what is needed, as far as the system allows; the limit then.

    Says in the log what was done, and warns when it is not enough.
    """
    if resource is None:
        return needed(most_sessions)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    want = needed(most_sessions)
    if _enough(soft, want):
        return soft
    unlimited = hard == resource.RLIM_INFINITY
    reached = want if unlimited else min(want, hard)
    if reached > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (reached, hard))
    if reached >= want:
        LOG.info("raised the limit of open files from %d to %d", soft, reached)
    else:
        LOG.warning(
            "%d sessions need %d open files and the system allows %d: visitors will be turned "
            "away with errors from about the %dth on. Raise the limit (ulimit -n, or LimitNOFILE "
            "in systemd) or lower TARGET87_MOST_SESSIONS.",
            most_sessions,
            want,
            reached,
            max(0, (reached - LEFT_BEHIND - BESIDES) // A_SESSION),
        )
    return reached


def _enough(limit: int, want: int) -> bool:
    return limit == resource.RLIM_INFINITY or limit >= want
