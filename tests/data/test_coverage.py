"""What is held is counted right, now and as of every release, and the counts are what is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, union_all

from data.database import read_engine
from data.queries import export, figures
from data.queries.coverage import counts, coverage_rows
from data.queries.versions import observations_as_of
from data.records import Selection
from tests.factories import INDICATOR, VICTIMS
from tests.loaders.small_store import load_rows, make_store, row

RELEASES = (None, 0, 1, 2, 3, 4)
CHILDREN = [row(area=area, year=year) for area in ("NPL", "GHA") for year in (2001, 2002)]
MORE_CHILDREN = [*CHILDREN, row(area="NAM", year=2010, sex="F", value="", status="Q")]
VICTIM = {"indicator": VICTIMS.code, "unit": VICTIMS.unit, "age": "_T", "source": "OFFICE"}
FOUND = [row(**VICTIM, year=year, value=3) for year in (2015, 2016)]


@pytest.fixture(scope="module")
def connection(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Four releases: children, victims, more children, one victim fewer; for reading."""
    tmp_path = tmp_path_factory.mktemp("held")
    url = make_store(module_url)
    for rows in (CHILDREN, FOUND, MORE_CHILDREN):
        load_rows(url, tmp_path, rows)
    load_rows(url, tmp_path, FOUND[:1], accept=True)
    engine = read_engine(url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def test_every_release_is_counted_as_its_figures_are(connection: Connection) -> None:
    sizes = []
    for release in RELEASES:
        recount = [
            tuple(r) for r in connection.execute(union_all(*counts(observations_as_of(release))))
        ]
        assert [tuple(each) for each in coverage_rows(connection, release)] == sorted(recount)
        sizes.append(
            sum(each.rows for each in coverage_rows(connection, release) if each.facet == "sex")
        )
    assert sizes == [6, 0, 4, 6, 7, 6]


def test_rows_by_source_are_those_that_would_be_downloaded(connection: Connection) -> None:
    for release in RELEASES:
        table = observations_as_of(release)
        for asked in (
            Selection(),
            Selection(indicators=(INDICATOR.code,)),
            Selection(indicators=(VICTIMS.code,), sources=("UNSD",)),
            Selection(sources=("OFFICE", "UNSD")),
            Selection(sources=()),
            Selection(areas=("NPL",)),
            Selection(first=2002, last=2015),
            Selection(latest=True),
        ):
            rows = [r for part in export.rows(connection, asked, table=table) for r in part]
            by_source = Counter(r[-2] for r in rows)
            assert export.rows_by_source(connection, asked, release=release) == by_source


def test_an_earlier_release_offers_what_it_held(connection: Connection) -> None:
    now = figures.coverage_by_indicator(connection)
    then = figures.coverage_by_indicator(connection, release=2)
    assert (now[INDICATOR.code]["suppressed"], then[INDICATOR.code]["suppressed"]) == (1, 0)
    assert (now[VICTIMS.code]["last"], then[VICTIMS.code]["last"]) == (2015, 2016)
    assert export.offers(connection, release=2)[INDICATOR.code].areas == {"NPL", "GHA"}
    assert export.offers(connection)[INDICATOR.code].areas == {"NPL", "GHA", "NAM"}
    assert list(export.offers(connection, release=1)) == [INDICATOR.code]
