"""A cache whose answers are made once, even when many visitors ask for the same at the same moment.

functools.lru_cache lets every thread that misses do the work: fifty first visitors of one page
would build it fifty times, each slowing the others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Condition
from typing import Any, Final, ParamSpec, TypeVar, cast

from cachetools import LRUCache
from cachetools import cached as cached_in
from cachetools.keys import hashkey

P = ParamSpec("P")
R = TypeVar("R")

_CACHES: Final[list[tuple[LRUCache[Any, Any], Condition]]] = []


def cached(
    most: int, *, also: Callable[[], Hashable] | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last `most` answers; who asks meanwhile waits for the one being made.

    The key is every argument, and what `also` returns when the function is called. An error is not
    kept: the next call tries again.
    """

    def key(*args: Hashable, **named: Hashable) -> Hashable:
        return hashkey(also() if also else None, *args, **named)

    def keep(make: Callable[P, R]) -> Callable[P, R]:
        kept: LRUCache[Any, Any] = LRUCache(most)
        condition = Condition()
        _CACHES.append((kept, condition))
        return cast(Callable[P, R], cached_in(kept, key=key, condition=condition)(make))

    return keep


def forget() -> None:
    """Drop every answer. After the store has changed nobody asks for those of before: they would
    only take the memory until newer ones push them out. Answers being made are finished."""
    for kept, condition in _CACHES:
        with condition:
            kept.clear()
