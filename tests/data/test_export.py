"""Rows packed by the database: every one, in order, and every text as it was, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, literal, select

from components.downloads import lines_of_packed, unpacked
from data.database import read_engine
from data.queries import export
from data.records import Selection
from data.trouble import TooSlow
from tests.csv_module import lines_of_rows

STORABLE = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_characters="\0"), st.sampled_from('\\"(),\r\n')),
    max_size=12,
)
"""What `loaders.validate.row.unstorable` lets in, and often what packing has to mark."""


@pytest.fixture(scope="module")
def connection(either_store_url: str) -> Iterator[Connection]:
    engine = read_engine(either_store_url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def test_every_row_leaves_packed_as_it_is_stored(connection: Connection) -> None:
    asked = Selection(sources=("UNODC_GLOTIP",))
    packed = list(export.packed_rows(connection, asked))
    assert sum(map(len, packed)) > 2 * export.FETCHED
    plain = "".join(lines_of_rows(export.rows(connection, asked), {}))
    assert "".join(lines_of_packed(packed, {})) == plain


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(STORABLE, min_size=2, max_size=8))
def test_packed_texts_come_back_unchanged(connection: Connection, texts: list[str]) -> None:
    question = select(export._packed(connection, [literal(text) for text in texts]))
    assert unpacked(connection.execute(question).scalar_one()) == texts


def test_a_reader_who_leaves_early_leaves_the_connection_in_order(connection: Connection) -> None:
    for _ in range(2):
        packed = export.packed_rows(connection, Selection())
        assert next(packed)
        packed.close()
    assert connection.scalar(select(literal("still here"))) == "still here"


def test_a_download_that_takes_the_server_too_long_says_so(postgres_store_url: str) -> None:
    engine = read_engine(postgres_store_url)
    with engine.connect() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 1")
        with pytest.raises(TooSlow, match="Ask for less"):
            list(export.packed_rows(connection, Selection(latest="value")))
    with engine.connect() as connection:
        assert next(export.packed_rows(connection, Selection()))
    engine.dispose()
