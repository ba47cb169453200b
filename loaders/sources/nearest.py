"""Which format a file comes nearest to that no reader takes, and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from operator import attrgetter
from string import ascii_letters
from typing import Final

from loaders.reading.contract import FileRefused, Format, Sample
from loaders.reading.files import workbook_rows
from loaders.reading.workbook import sheet_states

LEAST_ALIKE: Final = 0.5
ROWS: Final = 10
_WORD: Final = re.compile(r'"[A-Za-z]+"(?=\s*:)|</?[A-Za-z_]+|[\w][\w .]*', re.ASCII)


def _folded(name: str) -> str:
    return name.strip(" \"'\t.").replace(" ", "_").casefold().removesuffix(".label")


def _names(sample: Sample) -> list[str]:
    """What may be column titles or tags in the head of a file."""
    if sample.kind not in {"xlsx", "xls"}:
        if sample.kind in {"json", "xml", "html"}:
            return [found[0].lstrip("</") for found in _WORD.finditer(sample.text)]
        return re.split(r"[,;\t]", next((x for x in sample.text.splitlines() if x.strip()), ""))
    try:
        sheets = [name for name, state in sheet_states(sample) if state == "visible"]
        rows = islice(workbook_rows(sample), ROWS)
        return [*sheets, *(cell for _, cells in rows for cell in cells)]
    except FileRefused:
        return []


def _differences(signs: list[str], names: dict[str, str]) -> Iterator[str]:
    for sign in signs:
        wanted = _folded(sign.strip("<>"))
        if wanted in names:
            continue
        close = get_close_matches(wanted, names, 1, 0.75)
        yield f"{sign} (it has {names[close[0]]!r})" if close else sign


def nearest(sample: Sample, formats: Iterable[Format]) -> str:
    """The nearest of the formats and what the file lacks of it; empty when none is near."""
    names = {_folded(name): name.strip() for name in _names(sample)}
    best, share = "", 0.0
    mark = {"xml": "<", "html": "<", "json": '"'}.get(sample.kind, "")
    for each in sorted(formats, key=attrgetter("name")):
        signs = each.signs.split()
        if mark != each.signs[:1].strip(ascii_letters) or not signs:
            continue
        missing = list(_differences(signs, names))
        # What stands there in another spelling counts half.
        alike = 1 - sum(0.5 if "(it has" in sign else 1 for sign in missing) / len(signs)
        if missing and alike >= LEAST_ALIKE and alike > share:
            best, share = f"{each.name}, of which it lacks {', '.join(missing)}", alike
    return best
