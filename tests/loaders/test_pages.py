"""A file that says that it is one page of several is refused alone, and loads with the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data import schema
from loaders.jobs.load import LoadOptions, load
from loaders.reading.contract import FileRefused
from tests.loaders.small_store import counted, export_of, make_store, values


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with the small catalogue."""
    return make_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


def page(folder: Path, number: int, areas: dict[str, str], **stated: Any) -> Path:
    """One page of the SDG API with a figure for each area."""
    items = [
        {
            "series": "SL_TLF_CHLDEC",
            "geoAreaCode": area,
            "timePeriodStart": 2025.0,
            "value": value,
            "attributes": {"Nature": "CA", "Units": "PERCENT"},
            "dimensions": {"Age": "5-17", "Sex": "BOTHSEX", "Reporting Type": "G"},
        }
        for area, value in areas.items()
    ]
    body = {"size": 2, "totalElements": 4, "totalPages": 2, "pageNumber": number}
    body |= {"attributes": [], "dimensions": [], "data": items} | stated
    path = folder / f"page{number}.json"
    path.write_text(json.dumps(body), encoding="utf-8")
    return path


ONE = {"524": "11.5", "404": "12"}
TWO = {"288": "13", "516": "14"}


@pytest.mark.parametrize("merge", [False, True])
@pytest.mark.parametrize("accept", [False, True])
def test_a_page_alone_is_refused_with_its_number(
    url: str, tmp_path: Path, merge: bool, accept: bool
) -> None:
    wanted = LoadOptions(source="UNSD", vintage="2026-11", merge=merge, accept=accept)
    with pytest.raises(FileRefused) as refused:
        load([page(tmp_path, 1, ONE)], wanted, url)
    assert str(refused.value) == (
        "page1.json: it is page 1 of 2, and page 2 is not given. "
        "Fetch the whole answer, and give all pages in one load."
    )
    assert counted(url, schema.observation) == counted(url, schema.load) == 0


def test_all_pages_count_as_one_file(url: str, tmp_path: Path) -> None:
    wanted = LoadOptions(source="UNSD", vintage="2026-11")
    pages = [page(tmp_path, 1, ONE), page(tmp_path, 2, TWO)]
    assert load(pages, wanted, url).counts.added == 4
    # Each page holds half of what is published: the load as a whole holds all of it.
    again = load([page(tmp_path, 2, TWO), page(tmp_path, 1, ONE)], wanted, url)
    assert (again.counts.unchanged, again.counts.withdrawn) == (4, 0)
    assert values(url)["GHA", 2025] == 13


@pytest.mark.parametrize(
    ("numbers", "stated", "rule"),
    [
        ((1, 3), {"totalPages": 3}, "it is page 1 of 3, and page 2 is not given"),
        ((2,), {}, "it is page 2 of 2, and page 1 is not given"),
        ((1,), {"totalPages": 10**12}, "it is page 1 of 1000000000000, and page 2 is not given"),
        ((1, 2), {"totalElements": 5}, "the answer states 5 items and holds 4"),
        ((1,), {"totalPages": 1}, "the answer states 4 items and holds 2"),
    ],
)
def test_pages_that_do_not_make_an_answer_are_refused(
    url: str, tmp_path: Path, numbers: tuple[int, ...], stated: dict[str, int], rule: str
) -> None:
    pages = [page(tmp_path, number, ONE if number == 1 else TWO, **stated) for number in numbers]
    with pytest.raises(FileRefused) as refused:
        load(pages, LoadOptions(source="UNSD", vintage="2026-11"), url)
    assert refused.value.rule == rule
    assert export_of(url) == []


def test_two_answers_of_the_same_size_are_told_apart(url: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    pages = [page(tmp_path, 1, ONE), page(tmp_path, 2, TWO)]
    pages += [page(other, 1, {"484": "1", "604": "2"}), page(other, 2, {"704": "3", "800": "4"})]
    wanted = LoadOptions(source="UNSD", vintage="2026-11")
    assert load(pages, wanted, url).counts.added == 8
    with pytest.raises(FileRefused, match="page 2 is not given"):
        load(pages[:3], wanted, url)
