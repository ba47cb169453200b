"""The documents name everything that there is, and every way that they point leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import unquote

import pytest
import typer.main
from typer.core import TyperGroup

from components.downloads import COLUMNS as DOWNLOADED
from components.wording import STRICT_VARIABLE
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from data.log import LOG_VARIABLE
from data.schema import OBSERVATION_COLUMNS
from loaders.__main__ import app
from loaders.reading.admit import validate_file
from loaders.reading.contract import Format, Opened, Record, Refusal
from loaders.sources.registry import FORMATS
from pages.service.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
DOCS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
TOLD = {path: path.read_text(encoding="utf-8") for path in DOCS}
ALL = "\n".join(TOLD.values())
README_LINES = 120

VARIABLES = (
    *(f"{PREFIX}{name.upper()}" for name in Settings.model_fields),
    *(URL_VARIABLE, LOADER_URL_VARIABLE, LOG_VARIABLE, STRICT_VARIABLE),
)
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(?ms)^\s*```.*?^\s*```|`[^`\n]*`")
HEADING = re.compile(r"(?m)^#{1,6} +(.+?) *#*$")


def commands() -> list[str]:
    """Every command of `python -m loaders`, those below a group with it: `migrate up`."""
    top = typer.main.get_command(app)
    assert isinstance(top, TyperGroup)
    found = []
    for name, command in top.commands.items():
        below = command.commands if isinstance(command, TyperGroup) else {}
        found += [f"{name} {each}" for each in below] or [name]
    return found


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    heads = HEADING.findall(re.sub(r"(?ms)^\s*```.*?^\s*```", "", text))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def broken_links(path: Path, text: str) -> list[str]:
    """Relative links of a document to a file or an anchor that is not there."""
    wrong = []
    for groups in LINK.findall(CODE.sub("", text)):
        target = next(filter(None, groups))
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        there = (path.parent / name).resolve() if name else path
        if not there.exists():
            wrong.append(target)
        elif anchor and anchor not in anchors(there.read_text(encoding="utf-8")):
            wrong.append(target)
    return wrong


def test_the_rules_tell_right_from_wrong(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# One: two `x`\n", encoding="utf-8")
    text = "[a](a.md#one-two-x) [b](a.md#none) [c](none.md) `[f](g)` ![d](none.png) [e](https://x.test)"
    assert broken_links(page, text) == ["a.md#none", "none.md", "none.png"]


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_documents(command: str) -> None:
    assert re.search(rf"(loaders|target87-run) {command}\b", ALL), f"python -m loaders {command}"


@pytest.mark.parametrize("variable", sorted(set(VARIABLES)))
def test_every_variable_stands_in_the_documents(variable: str) -> None:
    assert re.search(rf"`{variable}`", ALL)


@pytest.mark.parametrize("column", sorted({*OBSERVATION_COLUMNS, *DOWNLOADED}))
def test_every_column_stands_in_the_documents(column: str) -> None:
    assert re.search(rf"`{column}`", ALL)


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_every_format_stands_in_the_documents(name: str) -> None:
    assert re.search(rf"`{re.escape(name)}`", ALL)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert broken_links(path, TOLD[path]) == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z][a-z-]+)", "".join(
    found for text in TOLD.values() for found in CODE.findall(text)
)))))  # fmt: skip
def test_every_target_that_is_named_exists(target: str) -> None:
    assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"))


def test_the_readme_is_short() -> None:
    assert len(TOLD[ROOT / "README.md"].splitlines()) <= README_LINES


def test_the_reader_of_the_recipe_reads(tmp_path: Path) -> None:
    """The module that docs/formats.md prints in full is a reader as it stands."""
    [block] = re.findall(r"(?ms)^   ```python\n(.*?)^   ```", TOLD[ROOT / "docs" / "formats.md"])
    module: dict[str, Any] = {}
    exec(compile(dedent(block), "ruritania", "exec"), module)  # noqa: S102
    file = tmp_path / "round.csv"
    file.write_text(
        "round;region;sex;share_5_17\n2024;Ruritania;T;4.20\n2024;Ruritania;F;-\n2024;North;T;9\n",
        encoding="utf-8",
    )
    sample = validate_file(file)
    reader: Format = module["FORMAT"]
    assert reader.recognises(sample)
    figure, hidden, part = reader.read(Opened(sample, options={"vintage": "2024"}))
    assert isinstance(figure, Record) and isinstance(hidden, Record) and isinstance(part, Refusal)
    assert (figure.cells["value"], figure.cells["status"]) == ("4.20", "A")
    assert (hidden.cells["value"], hidden.cells["suppressed"], hidden.cells["status"]) == (
        "", "-", "Q",
    )  # fmt: skip
    assert (part.place, part.rule) == ("line 4", "out_of_scope")
