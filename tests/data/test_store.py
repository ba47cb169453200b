"""The engines that the store keeps: one an address, closed when it is let go."""

from __future__ import annotations

from pathlib import Path

from data import store
from data.database import disposed, write_engine
from data.schema import metadata

KEPT = 8


def test_an_engine_that_is_let_go_closes_its_connections(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / f'{number}.sqlite'}" for number in range(KEPT + 1)]
    for url in urls:
        with disposed(write_engine(url)) as engine:
            metadata.create_all(engine)
    first = store.engine(urls[0])
    with first.connect():
        pass
    pool = first.pool
    assert store.engine(urls[0]) is first
    for url in urls[1:]:
        store.engine(url)
    assert first.pool is not pool, "its connections were closed and its pool made anew"
    assert store.engine(urls[0]) is not first
    for url in urls:
        store.engine(url).dispose()


def test_figures_are_read_once_for_all_languages(store_url: str) -> None:
    assert store_url
    english, french = (store.figures_of(None, "NPL", language) for language in ("en", "fr"))
    assert english.keys() == french.keys() and english
    assert all(english[code].observations is french[code].observations for code in english)
    named = {area.name for series in french.values() for area in series.areas}
    assert named == {"Népal"}
    assert {area.name for series in english.values() for area in series.areas} == {"Nepal"}
