"""Countries suggested beside the first one: links, reasons, figures with years and sources."""

from __future__ import annotations

import re
from collections.abc import Collection

import pytest

from components.compare.peers import peers_html
from components.wording import LANGUAGES, wording
from data import store
from data.peer_facts import peer_figures

pytestmark = pytest.mark.usefixtures("store_url")


def html_of(code: str, language: str, chosen: Collection[str] = (), *, full: bool = False) -> str:
    known = store.reference(language)
    return peers_html(
        known.areas[code],
        chosen or (code,),
        known.countries,
        peer_figures(None),
        known,
        wording(language),
        add=lambda other: f"compare?iso3={code},{other}",
        full=full,
    )


def test_every_country_has_peers_or_a_sentence_and_never_itself() -> None:
    for area in store.reference("en").countries:
        html = html_of(area.code, "en")
        added = re.findall(r"compare\?iso3=\w{3},(\w{3})", html)
        assert area.code not in added
        assert bool(added) != ("No country can be suggested" in html), area.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_is_named_with_both_figures_their_years_and_sources(language: str) -> None:
    html = html_of("NPL", language)
    name = store.reference(language).areas["GHA"].name
    link = re.search(r'<a href="compare\?iso3=NPL,GHA" title="([^"]+)" aria-label="([^"]+)"', html)

    assert link is not None
    tip = re.sub("[⁦-⁩]", "", link[1]).replace(",", ".")
    assert "0.628" in tip
    assert "0.622" in tip
    assert tip.count("2023") == 2
    assert tip.count("HDR 2025") == 2
    assert name in link[2]


def test_who_is_chosen_is_not_suggested_and_a_full_comparison_says_so() -> None:
    assert "NPL,GHA" in html_of("NPL", "en")
    assert "NPL,GHA" not in html_of("NPL", "en", ("NPL", "GHA"))
    full = html_of("NPL", "en", full=True)
    assert "Eight countries are chosen" in full
    assert "<a " not in full
