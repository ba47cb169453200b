"""Fingerprints are equal for equal content, and name the column and source that differ."""

from __future__ import annotations

from pathlib import Path

from data import schema
from data.database import write_engine
from loaders.jobs.fingerprint import fingerprint
from tests.loaders.small_store import load_rows, make_store, row


def test_two_stores_differ_only_where_their_content_does(tmp_path: Path) -> None:
    urls = [make_store(f"sqlite:///{tmp_path / name}.sqlite") for name in ("one", "two")]
    for url in urls:
        load_rows(url, tmp_path, [row(area="NPL"), row(area="UGA")])
    one, two = (list(fingerprint(url)) for url in urls)
    assert one == two
    assert "observation: 2 rows" in one
    engine = write_engine(urls[1])
    with engine.begin() as connection:
        changed = schema.observation.update().where(schema.observation.c.area == "UGA")
        connection.execute(changed.values(note="seen again"))
    engine.dispose()
    differing = {line.rpartition(" ")[0] for line in set(one) ^ set(fingerprint(urls[1]))}
    assert differing == {"observation.note", "observation of UNSD: 2 rows"}
