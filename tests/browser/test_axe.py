"""Every page in both themes through axe-core: no serious or critical finding of our making."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import NewVisitor
from tests.browser.test_walk import VIEWS

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}
FOUND = {"resultTypes": ["violations"]}
"""What passes is not written out node by node: on a long page that is most of the work."""

RULES: dict[str, Any] = FOUND | {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
COLOURS: dict[str, Any] = FOUND | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}
"""What can differ between the themes, which share one document: the rules that read colours."""

UPSTREAM: dict[str, str] = {}
"""Findings in Streamlit's own markup that we cannot mend: `rule selector-part` and why, dated."""


DENSE = ("target-size", 'class="tl-m ')
"""Marks of the timeline stand where their dates are, however close: that place is essential (WCAG
2.2, 2.5.8, of dense visualisations), and the table below has each event in a row of its own."""


def _ours(violation: dict[str, Any]) -> list[str]:
    """The places of a finding that are not in the list of upstream faults."""
    rule, mark = DENSE
    nodes = [
        node for node in violation["nodes"] if violation["id"] != rule or mark not in node["html"]
    ]
    places = [" ".join(map(str, node["target"])) for node in nodes]
    return [
        place
        for place in places
        if not any(
            known.split(" ", 1)[0] == violation["id"] and known.split(" ", 1)[1] in place
            for known in UPSTREAM
        )
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible(visitor: NewVisitor, theme: str) -> None:
    window = visitor(color_scheme=theme)
    axe = Axe()
    found = []
    for view, (page, params) in VIEWS.items():
        window.open(page, lang="fr" if view == "patchy" else "en", **params)
        answer = axe.run(window.page, options=RULES if theme == "light" else COLOURS)
        for violation in answer.response["violations"]:
            if violation["impact"] in GRAVE and (places := _ours(violation)):
                why = violation["nodes"][0].get("failureSummary", "").replace("\n", " ")
                found.append(f"{view}: {violation['id']} x{len(places)}: {places[:3]}: {why}")
    assert found == []
