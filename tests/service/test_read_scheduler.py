"""Pieces of downloads leave one at a time, with a rest after each, whoever has least first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from pages.service.read_scheduler import REST, ReadScheduler

Rests = list[tuple[float, Callable[[], None]]]


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> Rests:
    """What the loop was asked to do later, done by the test instead."""
    found: Rests = []

    def later(_loop: object, delay: float, then: Callable[[], None]) -> None:
        found.append((delay, then))

    monkeypatch.setattr(asyncio.BaseEventLoop, "call_later", later)
    return found


def piece_at(start: int) -> bytes:
    return b"%d" % start


async def nothing_more_happens() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_piece_leaves_at_once_and_the_next_waits(rests: Rests) -> None:
    async def two() -> None:
        scheduler = ReadScheduler()
        assert await scheduler.read(piece_at, 0) == b"0"
        [(rest, is_over)] = rests
        assert rest >= REST
        second = asyncio.create_task(scheduler.read(piece_at, 1))
        await nothing_more_happens()
        assert not second.done()
        is_over()
        assert await second == b"1"

    asyncio.run(two())


def test_who_has_read_least_comes_first_and_who_left_holds_nobody_up(rests: Rests) -> None:
    order: list[int] = []

    async def one(scheduler: ReadScheduler, start: int) -> None:
        await scheduler.read(piece_at, start)
        order.append(start)

    async def several() -> None:
        scheduler = ReadScheduler()
        await one(scheduler, 9)
        waiting = [asyncio.create_task(one(scheduler, start)) for start in (700, 20, 0)]
        await nothing_more_happens()
        gone = waiting.pop(1)
        gone.cancel()
        await nothing_more_happens()
        while rests:
            _, is_over = rests.pop(0)
            is_over()
            await nothing_more_happens()
        assert all(task.done() for task in (*waiting, gone))
        await one(scheduler, 5)

    asyncio.run(several())
    assert order == [9, 0, 700, 5]


def test_a_piece_that_cannot_be_read_holds_nobody_up(rests: Rests) -> None:
    def broken(_start: int) -> bytes:
        raise OSError

    async def after() -> None:
        scheduler = ReadScheduler()
        with pytest.raises(OSError):
            await scheduler.read(broken, 0)
        rests.pop()[1]()
        assert await scheduler.read(piece_at, 3) == b"3"

    asyncio.run(after())
