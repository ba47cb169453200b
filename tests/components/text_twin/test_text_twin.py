"""What a text page promises whatever it holds: short enough, escaped, and honest about it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components.text_twin.addresses import asked, twin_of
from components.text_twin.blocks import Bullets, Heading, Link, Paragraph, Table, TextPage
from components.text_twin.document import MOST_BYTES, Served, json_ld, text_html
from components.wording import LANGUAGES, wording
from tests.components.text_twin.reading import Read, checked

HOSTILE = '</script><script>alert(8.7)</script>&"<!--'
EN = wording("en")


def page(*blocks: Paragraph | Table | Heading | Bullets, **more: object) -> TextPage:
    made = TextPage("text/country/AAA", "Title", "A", "Said", blocks, "country?iso3=AAA")
    return replace(made, **more)  # type: ignore[arg-type]


def table(count: int, *, newest_last: bool = False, csv: str = "api/v1/x.csv?area=AAA") -> Table:
    rows = tuple((str(2000 + at), "figure " * 12) for at in range(count))
    return Table("Caption", ("Year", "Value"), rows, csv, newest_last)


def test_a_long_table_keeps_its_newest_rows_and_says_what_is_left_out() -> None:
    html = text_html(page(table(900, newest_last=True), table(5)), EN, Served("http://x/"))
    read = checked(html, "en", "ltr")
    years = re.findall(r'<th scope="row">(\d+)</th>', html)
    kept = years[:-5]
    assert len(kept) == 120
    assert (kept[0], kept[-1]) == ("2780", "2899")
    assert EN.t("text_twin.shortened", left=780) in html
    assert "../../api/v1/x.csv?area=AAA" in read.links
    assert len(years) - len(kept) == 5


def test_a_page_of_ten_long_tables_fits_too() -> None:
    tables = [table(900) for _ in range(10)]
    html = text_html(page(*tables), EN, Served("http://x/"))
    assert len(html.encode()) <= MOST_BYTES
    assert len(re.findall(r'<th scope="row">2000</th>', html)) == 10


def test_a_table_without_a_file_leads_to_the_page() -> None:
    html = text_html(page(table(900, csv="")), EN, Served(""))
    assert EN.t("text_twin.all_on_page") in html
    assert '<a href="../../country?iso3=AAA">' in html


def test_a_short_page_is_left_whole() -> None:
    html = text_html(page(table(100)), EN, Served(""))
    assert html.count('<th scope="row">') == 100
    assert EN.t("text_twin.all_rows") not in html


def test_loaded_text_is_never_markup() -> None:
    blocks = (Paragraph(HOSTILE), Heading(HOSTILE), Bullets((HOSTILE, Link(HOSTILE, "#a"))))
    held = Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, HOSTILE),))
    data = {"@type": "Dataset", "name": HOSTILE}
    made = page(*blocks, held, title=HOSTILE, heading=HOSTILE, description=HOSTILE)
    html = text_html(replace(made, dataset=data | {"distribution": []}), EN, Served(""))
    assert "<script>alert" not in html
    read = Read(html)
    assert read.wrong == []
    assert [kind for kind, _ in read.scripts] == ["application/ld+json"]
    assert read.dataset["name"] == HOSTILE


def test_json_ld_holds_no_sign_of_markup() -> None:
    text = json_ld({"name": HOSTILE, "text": "عمل الأطفال"})
    assert not set("<>&") & set(text)
    assert "عمل الأطفال" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_ours_carry_the_moment_and_those_of_others_stay(language: str) -> None:
    words = wording(language)
    blocks = (Bullets((Link("a", "https://example.org/x"), Link("b", "#term"))),)
    html = text_html(page(*blocks), words, Served("http://x/", "7"))
    read = checked(html, language, words.language.direction)
    assert {"https://example.org/x", "#term"} <= set(read.links)
    assert f"../../{asked('text/glossary', language, as_of='7')}" in read.links
    (canonical,) = [href for rel, _, href in read.rels if rel == "canonical"]
    # What search engines keep is the page of now.
    assert "as_of" not in canonical


def test_a_page_of_the_app_leads_to_its_twin() -> None:
    assert twin_of("/country", {"iso3": "npl"}, "en") == "text/country/NPL"
    assert twin_of("/progress", {"iso3": "NPL"}, "fr") == "text/?lang=fr"
    assert twin_of("/compare", {"iso3": "NPL,BRA"}, "en") == "text/compare?iso3=NPL,BRA"
    assert twin_of("/compare", {"iso3": "NPL,'"}, "en") == "text/"
    assert twin_of("/methods", {"as_of": "2026-11-21"}, "en") == "text/methods?as_of=2026-11-21"
    assert twin_of("/methods", {"as_of": "<b>"}, "en") == "text/methods"
