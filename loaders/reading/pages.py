"""Whether files that are pages of a publisher's answer hold the whole answer together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from loaders.reading.contract import FileRefused, Page

_REMEDY: Final = "Fetch the whole answer, and give all pages in one load."


def refuse_missing_pages(pages: Mapping[Path, Page]) -> None:
    """Raises FileRefused unless the pages, by file, are all pages of their answers.

    Pages of answers that state the same numbers of pages and items are looked at together: each
    page must be there equally often, and the items add up.
    """
    answers: dict[tuple[int, int], list[Path]] = defaultdict(list)
    for file, page in pages.items():
        answers[page.pages, page.total].append(file)
    for (last, total), files in answers.items():
        first = pages[files[0]]
        given = Counter(pages[file].number for file in files)
        times = max(given.values())
        lacking = next((n for n in range(1, last + 1) if given[n] < times), None)
        if lacking is not None:
            rule = f"it is page {first.number} of {last}, and page {lacking} is not given"
            raise FileRefused(files[0].name, "", rule, _REMEDY)
        held = sum(pages[file].items for file in files)
        if held != total * times:
            rule = f"the answer states {total * times:,} items and holds {held:,}"
            raise FileRefused(files[0].name, "", rule, _REMEDY)
