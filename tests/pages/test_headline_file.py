"""The figure that speaks on a page speaks in the file: every measure, every area."""

from __future__ import annotations

import pytest

from components.explore.filters import filters_of
from data import store
from data.methods.selection import headlines
from data.queries import export
from data.records import Observation


@pytest.mark.parametrize("code", headlines())
def test_a_file_of_a_headline_holds_what_the_pages_say(code: str, store_url: str) -> None:
    assert store_url
    known = store.known(None, "en")
    page = {row.area: row for row in store.latest(None, code, "en").observations}
    asked = filters_of([("headline", code)], known).selection(known)
    with store.connected() as connection:
        rows = [Observation(*row) for part in export.rows(connection, asked) for row in part]
    passed_on = {area: row for area, row in page.items() if row.source not in known.withheld}
    assert {row.area: row for row in rows} == passed_on
    assert len(rows) == len(passed_on) and len(page) > 90
