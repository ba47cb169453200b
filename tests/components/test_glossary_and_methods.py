"""The glossary and the methods: every term has a text of law, every kind of chart its example."""

from __future__ import annotations

import re

import pytest

from components.charts.plot import Plot
from components.glossary.terms import ARTICLE, addresses, defined, terms
from components.methods_page.examples import KINDS, example
from components.methods_page.page import AGES, how_to_read, methods_page
from components.text_twin.blocks import Bullets, Drawn, Heading, Table
from components.text_twin.document import Served, text_html
from components.wording import LANGUAGES, wording
from data import store
from data.folding import folded
from tests.components.text_twin.reading import checked

pytestmark = pytest.mark.usefixtures("store_url")
FREE = {"zero"}
"""Terms that no text has to define."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_stands_in_the_alphabet_with_its_text_of_law(language: str) -> None:
    words, instruments = wording(language), store.reference(language).instruments
    found = terms(instruments, words)
    assert {one.anchor for one in found} == set(defined())
    names = [folded(one.name.removeprefix(ARTICLE)) for one in found]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    for one in found:
        held = defined()[one.anchor]
        assert len(one.sources) == len(held.law) + len(held.other)
        assert bool(one.sources) == (one.anchor not in FREE)
        assert all(source.address.startswith("https://") for source in one.sources)


def test_every_text_of_law_that_is_named_is_known() -> None:
    instruments = store.reference("en").instruments
    named = {code for one in defined().values() for code, _ in one.law}
    assert named <= set(instruments)
    others = {code for one in defined().values() for code in one.other}
    assert others == set(addresses())


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("forced_labour", "C029 Forced labour, Art. 2"),
        ("worst_forms", "C182 Worst forms, Art. 3"),
        ("light_work", "C138 Minimum age, Art. 7"),
        ("trafficking", "Palermo Protocol, Art. 3"),
        ("debt_bondage", "Supplementary Slavery Convention, Art. 1 (a)"),
        ("slavery", "Slavery Convention 1926, Art. 1"),
        ("state_imposed", "C105 Abolition, Art. 1"),
    ],
)
def test_a_term_names_its_article(term: str, said: str) -> None:
    found = {one.anchor: one for one in terms(store.reference("en").instruments, wording("en"))}
    assert said in [source.text for source in found[term].sources]


def test_the_words_of_the_field_are_those_of_the_un_and_the_ilo() -> None:
    instruments = store.reference("en").instruments
    french = {one.anchor: one.name for one in terms(instruments, wording("fr"))}
    arabic = {one.anchor: one.name for one in terms(instruments, wording("ar"))}
    assert french["debt_bondage"] == "Servitude pour dettes"
    assert french["trafficking"] == "Traite des personnes"
    assert french["pathfinder"] == "Pays pionnier"
    assert arabic["child"] == "الطفل"
    assert arabic["child_labour"] == "عمل الأطفال"
    assert arabic["forced_labour"] == "العمل الجبري"
    assert arabic["trafficking"] == "الاتجار بالأشخاص"
    assert arabic["roadmap"] == "خريطة الطريق"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_methods_hold_every_kind_with_an_example_and_its_reading(language: str) -> None:
    words, areas = wording(language), store.reference(language).areas
    page = methods_page(areas, words)
    checked(text_html(page, words, Served("https://x/")), language, words.language.direction)
    anchors = [one.anchor for one in page.blocks if isinstance(one, Heading)]
    assert [f"read-{kind}" for kind in KINDS] == anchors[-len(KINDS) :]
    drawn = [at for at, one in enumerate(page.blocks) if isinstance(one, Drawn)]
    assert len(drawn) == len(KINDS)
    for at in drawn:
        block = page.blocks[at]
        assert isinstance(block, Drawn)
        # Nobody takes an example for a country's figures.
        assert words.t("methods_page.made_up") in block.html
        assert isinstance(page.blocks[at + 1], Bullets)
    links = next(one for one in page.blocks if isinstance(one, Bullets))
    targets = {one.address for one in links.items if not isinstance(one, str)}
    assert {f"#{anchor}" for anchor in anchors if anchor} - {"#reading"} == targets


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_drawn_within_its_plot_and_said(kind: str) -> None:
    plot: Plot = example(kind, wording("en"))
    assert len(plot.alt) > 20
    places = [(mark.x, mark.y) for mark in plot.marks]
    places += [point for line in plot.lines for point in line.points]
    places += [(c.x, c.top) for c in plot.columns]
    places += [(c.x + c.width, c.top + c.height) for c in plot.columns]
    assert places
    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in places)


def test_the_hours_are_those_of_indicator_8_7_1() -> None:
    assert AGES == (("5-11", 1, 21), ("12-14", 14, 21), ("15-17", 43, 0))
    page = methods_page(store.reference("en").areas, wording("en"))
    rows = next(one.rows for one in page.blocks if isinstance(one, Table))
    assert [row[0] for row in rows] == ["5–11 years", "12–14 years", "15–17 years"]
    assert "43" in str(rows[2][1])
    assert rows[2][2] == wording("en").t("methods_page.no_chores")


def test_a_chart_leads_to_how_it_is_read() -> None:
    html = how_to_read("scatter", wording("fr"))
    assert re.search(r'<a href="methods\?lang=fr#read-scatter">Comment lire ce graphique</a>', html)
    assert 'href="methods#read-line"' in how_to_read("line", wording("en"))
    with pytest.raises(ValueError, match="pie"):
        how_to_read("pie", wording("en"))
