"""One version of the product, wherever it is written; the locks hold every package by its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from components.wording import LANGUAGES
from data import VERSION
from tests.conftest import OpenPage
from tests.pages.test_pages import markup
from tools.packages import LOCKED, locked

ROOT = Path(__file__).resolve().parents[1]
LINE = re.compile(r"[a-z0-9-]+==[^ ]+ --hash=sha256:[0-9a-f]{64}")
PINNED = re.compile(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^;\s]+)")


def test_the_project_has_the_version_of_the_code() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "data.VERSION"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)


def test_the_citation_is_whole_and_of_this_version() -> None:
    """What CFF 1.2.0 requires, and the kinds of what else is said."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == VERSION
    assert cited["type"] in {"software", "dataset"}
    assert cited["authors"] and all(
        set(who) & {"name", "family-names", "given-names"} for who in cited["authors"]
    )
    assert cited["date-released"].isoformat()
    assert cited["license"] == "Apache-2.0"
    assert all(isinstance(word, str) for word in cited["keywords"])


def test_the_changelog_begins_with_this_version() -> None:
    heads = re.findall(r"(?m)^## \[?([^\]\s]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert next(head for head in heads if head != "Unreleased") == VERSION


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_sources_shows_it(app: OpenPage, language: str) -> None:
    assert VERSION in markup(app("sources", lang=language).main)


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / f"{name}.txt").read_text("utf-8")
    return {re.sub(r"[-_.]+", "-", p).lower(): v for p, v in PINNED.findall(text)}


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_holds_every_package_by_its_hash_and_names_no_place(name: str) -> None:
    head, *lines = (ROOT / f"{name}.lock").read_text("utf-8").splitlines()
    assert head.startswith("#") and "://" not in head
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    held = dict(line.split(" ")[0].split("==") for line in lines)
    wanted = _pins("requirements") | _pins(name)
    assert {p: held.get(p) for p in wanted} == wanted, "run: make lock"


def test_a_line_of_a_lock_is_made_of_a_report() -> None:
    report = """{"install": [{"metadata": {"name": "A_b.C", "version": "1.0"}, "download_info":
        {"url": "file:///somewhere/a.whl", "archive_info": {"hashes": {"sha256": "00ff"}}}}]}"""
    assert locked(report) == ["a-b-c==1.0 --hash=sha256:00ff"]


def test_hooks_need_no_address() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    found = {hook["id"]: hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]}
    assert set(found) == {"ruff-check", "ruff-format", "mypy"}
    assert all(entry.startswith(".venv/bin/") for entry in found.values())
