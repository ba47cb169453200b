"""Ready code that reads the data of a package with the types that it has, in five programs.

No program is left to guess: a column of nothing but `T` would become truth values in some of them,
and `5-14` a date in others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from components.cite.columns import Column, columns, meaning
from components.wording import Wording

FOLDER: Final = Path(__file__).with_name("reading")
"""A text a program, with `$places` for what differs from package to package."""

_STATA_LABEL: Final = 80
"""Characters that a label of a variable may have in Stata."""

_R: Final = {"string": "character", "integer": "integer", "number": "numeric"}
_EXCEL: Final = {"string": "type text", "integer": "Int64.Type", "number": "type number"}
_DUCKDB: Final = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE"}


@cache
def _templates() -> Mapping[str, Template]:
    found = sorted(FOLDER.glob("*.txt"))
    return {path.stem: Template(path.read_text(encoding="utf-8")) for path in found}


def _pandas(about: Column) -> str:
    if about.type == "integer":
        return "int64" if about.required else "Int64"
    return "float64" if about.type == "number" else "str"


def _plain(text: str) -> str:
    """One line that ends no comment and no string of any of the programs."""
    return " ".join(text.split()).replace('"', "'").replace("*/", "* /").replace("\\", "/")


def _stata_label(about: Column, wording: Wording) -> str:
    """A label between Stata's compound quotes."""
    said = _plain(meaning(about, wording)).replace("`", "'")[:_STATA_LABEL]
    return f'label variable {about.name} `"{said}"\'\n'


def _listed(parts: Iterable[str]) -> str:
    return ",\n".join(parts)


def _places(described: Sequence[Column], title: str, wording: Wording) -> dict[str, str]:
    figures = [each.name for each in described if each.type != "string"]
    texts = [each.name for each in described if each.type == "string"]
    return {
        "title": _plain(title),
        "pandas": "".join(f'    "{each.name}": "{_pandas(each)}",\n' for each in described),
        "missing": "".join(f'    "{name}": [""],\n' for name in figures),
        "r": _listed(f'  {each.name} = "{_R[each.type]}"' for each in described),
        "figures": " ".join(figures),
        "stata": "".join(_stata_label(each, wording) for each in described),
        "quoted_figures": ", ".join(f'"{name}"' for name in figures),
        "excel": _listed(f'      {{"{each.name}", {_EXCEL[each.type]}}}' for each in described),
        "quoted_texts": ", ".join(f"'{name}'" for name in texts),
        "duckdb": _listed(f"      '{each.name}': '{_DUCKDB[each.type]}'" for each in described),
    }


def files(header: Sequence[str], title: str, wording: Wording) -> Mapping[str, str]:
    """Every file of code by its path in the package; `wording` says what the columns mean."""
    places = _places(columns(header), title, wording)
    return {f"code/{name}": text.substitute(places) for name, text in _templates().items()}
