"""What the script of "add this view" brings: words in every language, and an agenda's limits."""

from __future__ import annotations

import json
import re

from components.look import look_files, look_name
from components.meeting.agenda import LONGEST_TEXT, LONGEST_VIEW, MOST_ITEMS
from components.view_words import view_words
from components.wording import LANGUAGES, wording


def test_the_words_are_those_of_every_language() -> None:
    found = json.loads(view_words())
    assert set(found) == set(LANGUAGES)
    for code, texts in found.items():
        assert {"twice", "damaged", "full", "long", "no_room", "forbidden", "open", "close",
                "added.other"} <= set(texts)  # fmt: skip
        for name, text in texts.items():
            assert text == wording(code).texts[f"meeting_add.{name}"]
    assert {"added.one", "added.two", "added.few", "added.many"} <= set(found["ar"])


def test_the_script_has_them_and_the_limits_of_an_agenda() -> None:
    script = look_files()[look_name("first.js")].decode()
    assert f"window.viewWords = {view_words()};" in script
    limits = dict(re.findall(r"(MOST_ITEMS|LONGEST_TEXT|LONGEST_VIEW) = (\d+)", script))
    assert limits == {
        "MOST_ITEMS": str(MOST_ITEMS),
        "LONGEST_TEXT": str(LONGEST_TEXT),
        "LONGEST_VIEW": str(LONGEST_VIEW),
    }
