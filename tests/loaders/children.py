"""Processes that load, as children of one without threads.

A process that is forked while a thread of this one is in the database has that thread's locks, held
by nobody, for ever.
"""

from __future__ import annotations

import multiprocessing
from typing import Final

CHILDREN: Final = multiprocessing.get_context("forkserver")
"""Their targets are functions of a module, which a child imports."""

CHILDREN.set_forkserver_preload(["loaders.jobs.load"])
