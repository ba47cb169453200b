"""What an address says is shown as it is, never read as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ui.notice import literally


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("SL_TLF_CHLDEA", "SL_TLF_CHLDEA"),
        ("![x](https://a.b/c)", r"\!\[x\]\(https\:\/\/a\.b\/c\)"),
        ("**bold** `code` $x$ :red[y]", r"\*\*bold\*\* \`code\` \$x\$ \:red\[y\]"),
        ("<img src=x>", r"\<img src\=x\>"),
        ("नेपाल – نيبال", "नेपाल – نيبال"),
    ],
)
def test_marks_are_escaped_and_letters_kept(said: str, written: str) -> None:
    assert literally(said) == written


@given(st.text(max_size=60))
def test_every_character_is_still_there(said: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-^`{-~])", r"\1", literally(said)) == said
