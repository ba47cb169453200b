"""A text page read as a machine reads it: well formed, its headings, tables and description."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any, Final

from components.text_twin.document import MOST_BYTES

VOID: Final = {"meta", "link", "br", "img", "hr", "input"}
REQUIRED: Final = (
    "name description license creator spatialCoverage temporalCoverage distribution"
    " measurementTechnique"
).split()
LONGEST: Final = 5_000
SHORTEST: Final = 50


class Read(HTMLParser):
    """What stands in a page; `wrong` lists elements that were closed in another order or never."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.scripts: list[tuple[str, str]] = []
        self.tables: list[dict[str, Any]] = []
        self.links: list[str] = []
        self.meta: dict[str, str] = {}
        self.rels: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.root: dict[str, str] = {}
        self.title = ""
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        heard = getattr(self, f"_on_{tag}", None)
        if heard is not None:
            heard(given)
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def _on_html(self, given: dict[str, str]) -> None:
        self.root = given

    def _on_script(self, given: dict[str, str]) -> None:
        self.scripts.append((given.get("type", ""), ""))

    def _on_table(self, _given: dict[str, str]) -> None:
        self.tables.append({"caption": "", "scopes": []})

    def _on_th(self, given: dict[str, str]) -> None:
        self.tables[-1]["scopes"].append(given.get("scope", ""))

    def _on_a(self, given: dict[str, str]) -> None:
        self.links.append(given.get("href", ""))

    def _on_meta(self, given: dict[str, str]) -> None:
        self.meta[given.get("name") or given.get("property", "")] = given.get("content", "")

    def _on_link(self, given: dict[str, str]) -> None:
        self.rels.append((given["rel"], given.get("hreflang", ""), given["href"]))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
            return
        if inside == "style":
            return
        if inside == "title":
            self.title += data
            return
        if self.headings and inside.startswith("h") and inside[1:].isdigit():
            self.headings[-1] = (self.headings[-1][0], self.headings[-1][1] + data)
        if inside == "caption":
            self.tables[-1]["caption"] += data
        self.text.append(data)

    @property
    def dataset(self) -> dict[str, Any]:
        """The description for search engines; empty without one."""
        found: dict[str, Any] = json.loads(self.scripts[0][1]) if self.scripts else {}
        return found


def checked(html: str, language: str, direction: str) -> Read:
    """What every text page holds, whatever it is about; gives what was read."""
    assert len(html.encode()) <= MOST_BYTES
    page = Read(html)
    assert page.wrong == []
    assert (page.root["lang"], page.root["dir"]) == (language, direction)
    levels = [level for level, _ in page.headings]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert all(text.strip() for _, text in page.headings)
    assert {kind for kind, _ in page.scripts} <= {"application/ld+json"}
    assert len(page.ids) == len(set(page.ids))
    for table in page.tables:
        assert table["caption"].strip()
        assert set(table["scopes"]) == {"col", "row"}
    assert page.title and page.meta["description"].strip()
    assert page.meta["og:title"] == page.title
    kinds = [(rel, lang) for rel, lang, _ in page.rels]
    alternates = [("alternate", one) for one in ("en", "ar", "fr", "x-default")]
    assert sorted(kinds) == sorted([("canonical", ""), *alternates])
    if page.scripts:
        _check_dataset(page.dataset)
    return page


def _check_dataset(found: dict[str, Any]) -> None:
    if found["@type"] != "Dataset":
        return
    assert [name for name in REQUIRED if not found.get(name)] == []
    assert SHORTEST <= len(found["description"]) <= LONGEST
    for file in found["distribution"]:
        assert file["contentUrl"].startswith("http")
