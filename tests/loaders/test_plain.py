"""Laws, goods and ratifications from files: replaced within their source, counted, kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from data import schema
from data.database import read_engine, write_engine, write_transaction
from data.records import Instrument
from loaders.jobs import check
from loaders.jobs.load import known_codes
from loaders.publish import audit
from loaders.publish import other_tables as plain
from loaders.publish.incoming import Incoming
from loaders.publish.ledger import Counts, FileFacts, Line
from loaders.publish.publish import Blocked, PublishRequest, publish
from loaders.reading.contract import Record, Refusal
from tests.loaders.small_store import AREAS, make_store
from tests.loaders.small_store import row as figure

GOOD = {
    "area": "NPL",
    "good": "BRICKS",
    "sector": "MANUFACTURING",
    "child_labour": "yes",
    "forced_labour": "no",
    "edition": "2022",
    "source": "UNSD",
    "page": "1",
    "note": "",
}
GOODS = [GOOD | {"area": area, "good": good} for area in AREAS for good in ("BRICKS", "COCOA")]


@pytest.fixture
def url(empty_url: str) -> str:
    """A store with the small catalogue and one instrument."""
    made = make_store(empty_url)
    engine = write_engine(made)
    instruments = [
        Instrument(code, "ILO", "Convention", code, 1999, "child_labour", "", 1)
        for code in ("C182", "C138")
    ]
    with write_transaction(engine) as connection:
        connection.execute(insert(schema.instrument), [asdict(one) for one in instruments])
    engine.dispose()
    return made


def take(
    url: str,
    records: list[dict[str, str]],
    table: str = "listed_good",
    *,
    yearly: bool = False,
    **order: Any,
) -> Counts:
    """Publish records of one table as a file would bring them; what became of them."""

    def read() -> Iterator[Record | Refusal]:
        for number, cells in enumerate(records, 1):
            yield Record(f"line {number}", cells, table)

    engine = write_engine(url)
    try:
        with write_transaction(engine) as connection:
            line = Line(connection, FileFacts("goods.xml", "0", 1, "", "test", "1", ""), "a tester")
            asked = {"kind": "file", "label": "goods.xml", "actor": "a tester"} | order
            file = Incoming(line, read, yearly=yearly)
            done = publish(connection, [file], PublishRequest(**asked), known_codes(connection))
        return done.counts
    finally:
        engine.dispose()


def held(url: str, table: Any = schema.listed_good) -> list[dict[str, Any]]:
    """The rows of a table."""
    engine = read_engine(url)
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(select(table)).mappings()]
    engine.dispose()
    return found


def test_records_are_added_revised_withdrawn_and_counted(url: str) -> None:
    assert take(url, GOODS) == Counts(rows_in=20, added=20)
    assert take(url, GOODS) == Counts(rows_in=20, unchanged=20)
    changed = [GOODS[0] | {"note": "seen again"}, *GOODS[1:-1], GOOD | {"good": "CARPETS"}]
    assert take(url, changed) == Counts(rows_in=20, added=1, revised=1, unchanged=18, withdrawn=1)
    assert len(held(url)) == 20
    assert check.report(url).problems == []
    assert [r["id"] for r in held(url, schema.release)] == [1, 2]


def test_what_breaks_a_rule_is_rejected(url: str) -> None:
    bad = [
        GOOD | {"area": "ZZZ"},
        GOOD | {"source": "RUMOUR"},
        GOOD | {"edition": "MMXXII"},
        GOOD | {"note": "half \ud800"},
        GOOD | {"good": "MAGIC_WANDS"},
        GOOD | {"good": "TEA"},
        GOOD | {"good": "TEA", "page": "2"},
        GOOD,
        GOOD,
    ]
    assert take(url, bad, accept=True) == Counts(rows_in=9, added=1, superseded=1, rejected=7)
    rules = [row["rule"] for row in held(url, schema.load_reject)]
    assert rules == [
        "unknown_area", "unknown_source", "not_a_number", "unstorable_text", "unworded_code",
        "conflicting_rows", "conflicting_rows",
    ]  # fmt: skip


def test_an_unknown_instrument_is_rejected(url: str) -> None:
    cells = {
        "area": "NPL", "instrument": "C999", "status": "ratified", "date": "2002-01-03",
        "action": "ratification", "note": "", "source": "UNSD", "page": "1",
    }  # fmt: skip
    both = [cells, cells | {"instrument": "C182"}]
    assert take(url, both, "ratification") == Counts(rows_in=2, added=1, rejected=1)


def treaty(instrument: str, areas: Iterable[str], **more: str) -> list[dict[str, str]]:
    return [
        {
            "area": area, "instrument": instrument, "status": "ratified", "date": "2002-01-03",
            "action": "ratification", "note": "", "source": "UNSD", "page": "1",
        } | more
        for area in areas
    ]  # fmt: skip


def test_one_treaty_s_page_is_compared_with_that_treaty_alone(url: str) -> None:
    """Twenty parties of one and ten of the other; then one leaves, and nothing else is touched."""
    absent = treaty("C182", AREAS[9:], status="not_ratified", date="", action="", note="not_listed")
    both = treaty("C182", AREAS[:9]) + absent + treaty("C138", AREAS)
    assert take(url, both, "ratification").added == 20
    with pytest.raises(Blocked, match="withdraws 1 of 9 published records of ratification"):
        take(url, treaty("C182", AREAS[:8]), "ratification")
    left = take(url, treaty("C182", AREAS[:8]), "ratification", accept=True)
    assert left == Counts(rows_in=8, unchanged=8, withdrawn=1)
    kept = [(row["instrument"], row["status"]) for row in held(url, schema.ratification)]
    assert Counter(kept) == {
        ("C182", "ratified"): 8, ("C182", "not_ratified"): 1, ("C138", "ratified"): 10,
    }  # fmt: skip
    country = treaty("C182", AREAS[:1]) + treaty("C138", AREAS[:1], note="seen again")
    assert take(url, country, "ratification") == Counts(rows_in=2, unchanged=1, revised=1)


def test_a_new_edition_leaves_the_older_ones(url: str) -> None:
    take(url, GOODS)
    newer = [row | {"edition": "2024"} for row in GOODS[:4]]
    assert take(url, newer) == Counts(rows_in=4, added=4)
    assert len(held(url)) == 24


def test_a_yearly_report_replaces_the_figures_of_its_year_alone(url: str) -> None:
    both = [figure(area=area, year=year) for year in (2020, 2021) for area in AREAS]
    assert take(url, both, "observation").added == 20
    report = take(url, both[10:19], "observation", yearly=True, accept=True)
    assert report == Counts(rows_in=9, unchanged=9, withdrawn=1)
    assert len(held(url, schema.observation)) == 19


def test_a_cut_file_is_blocked(url: str) -> None:
    take(url, GOODS)
    with pytest.raises(Blocked, match="withdraws 10 of 20 published records of listed_good in 5"):
        take(url, GOODS[:10])
    assert len(held(url)) == 20
    assert take(url, GOODS[:10], merge=True) == Counts(rows_in=10, unchanged=10)
    assert len(held(url)) == 20


def test_tables_that_files_may_not_fill_are_refused(url: str) -> None:
    with pytest.raises(Blocked, match="records for 'event', which files may not fill"):
        take(url, [GOOD], "event")


def test_a_rebuild_leaves_alone_what_files_brought(url: str) -> None:
    take(url, GOODS)
    tea = GOOD | {"good": "TEA", "source": "OFFICE"}
    ours = [GOOD | {"note": "ours"}, tea, tea | {"area": "NOWHERE"}]
    engine = read_engine(url)
    with engine.connect() as connection:
        assert plain.sources_of_files(connection, "listed_good") == {"UNSD"}
    engine.dispose()
    done = take(url, ours, kind="curated")
    assert done == Counts(rows_in=3, added=1, superseded=1, rejected=1)
    assert len(held(url)) == 21
    assert take(url, ours, kind="curated") == Counts(
        rows_in=3, unchanged=1, superseded=1, rejected=1
    )
    withdrawn = take(url, [GOOD], kind="curated")
    assert withdrawn == Counts(rows_in=1, superseded=1, withdrawn=1)
    assert len(held(url)) == 20


def test_the_audit_starts_at_nothing(tmp_path: Path) -> None:
    url = make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    engine = read_engine(url)
    with engine.connect() as connection:
        assert audit.head(connection) == (0, audit.START)
    engine.dispose()
