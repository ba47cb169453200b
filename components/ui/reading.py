"""The glossary and the methods: pages to read, made once a language."""

from __future__ import annotations

from collections.abc import Iterable

from components.glossary.terms import glossary_blocks
from components.markup import render
from components.methods_page.page import methods_blocks
from components.packing import packed
from components.text_twin.blocks import Block
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import Wording, wording
from data import store


def _html(title: str, blocks: Iterable[Block], words: Wording) -> str:
    html = render("reading.html", title=title, blocks=tuple(blocks), href=str, whole="", t=words.t)
    return packed(html.replace("\n", " "))


@store.cached(6)
def _glossary(language: str) -> str:
    words = wording(language)
    blocks = glossary_blocks(store.reference(language).instruments, words)
    return _html(words.t("glossary.title"), blocks, words)


@store.cached(6)
def _methods(language: str) -> str:
    words, about = wording(language), store.reference(language)
    blocks = methods_blocks(about.areas, words)
    return _html(words.t("methods_page.title"), blocks, words)


def glossary(here: Visit) -> None:
    """The terms in the order of the alphabet."""
    show_html(_glossary(here.language))


def methods(here: Visit) -> None:
    """The rules, then the charts."""
    show_html(_methods(here.language))
