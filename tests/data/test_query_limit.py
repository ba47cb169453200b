"""A question that takes too long is ended with a sentence, on SQLite too; a long file is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

from data import store
from data.database import QUERY_SECONDS, read_engine, too_slow
from data.schema import area
from data.trouble import TooSlow

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) "
SECONDS = 0.2


@pytest.fixture
def limited(store_url: str) -> Iterator[Connection]:
    """A connection of the product whose questions may take a fifth of a second."""
    engine = read_engine(store_url)
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.limit(SECONDS, too_slow)
        yield connection
    engine.dispose()


def still_answers(connection: Connection) -> bool:
    return bool(connection.execute(select(area.c.code)).first())


def test_the_product_ends_a_question_after_two_seconds(store_url: str) -> None:
    assert store_url
    with store.connected() as connection:
        began = time.thread_time()
        with pytest.raises(TooSlow, match="longer than 2 seconds and was cancelled. Ask for less"):
            connection.execute(text(f"{ENDLESS} SELECT count(*) FROM n"))
        assert QUERY_SECONDS < time.thread_time() - began < QUERY_SECONDS + 0.5
        assert still_answers(connection)


@pytest.mark.parametrize("read", ["all", "one", "many"])
def test_rows_that_do_not_come_are_waited_for_no_longer(limited: Connection, read: str) -> None:
    result = limited.execute(text(f"{ENDLESS} SELECT i FROM n WHERE i = 1 OR i < 0"))
    with pytest.raises(TooSlow, match="Ask for less"):
        if read == "many":
            for _ in range(2):
                result.fetchmany(1)
        elif read == "one":
            result.fetchone()
            result.fetchone()
        else:
            result.fetchall()
    result.close()
    assert still_answers(limited)


def test_a_long_file_goes_on_while_its_batches_come(limited: Connection) -> None:
    began, last = time.thread_time(), 0
    streamed = limited.execution_options(stream_results=True, yield_per=5_000)
    with streamed.execute(text(f"{ENDLESS} SELECT i FROM n")) as result:
        for part in result.partitions():
            last = part[-1][0]
            if time.thread_time() - began > 2 * SECONDS:
                break
    assert time.thread_time() - began > 2 * SECONDS
    assert last >= 10_000
    assert still_answers(limited)
