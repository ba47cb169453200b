"""The ledger: what each entry is now, by whose word, checked when, and what was said before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from components.country.parts.ledger import ledger
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.methods.completion import STATUSES
from data.records import Action, Priority
from tests.components.country.ledger import PAGE, item, status

EN = wording("en")
TODAY = date(2026, 11, 21)
INSPECTION = Priority("P1", "NPL", "R", 1, "inspection", "More visits", "2027", "Visits a year")


def table(*actions: Action, priorities: tuple[Priority, ...] = (), language: str = "en") -> str:
    """The ledger of these entries."""
    return ledger(actions, priorities, "Ledger", wording(language), PALETTES["light"], TODAY)


def row(html: str, text: str) -> str:
    """The row of one entry."""
    return next(part for part in html.split("<tr") if f'scope="row"><bdi>{text}' in part)


def test_each_body_says_its_word_with_the_day_it_was_checked_and_its_own_page() -> None:
    html = row(table(item(1, reported="completed", reviewed="limited")), "Item 1")
    said = unescape(re.sub(r"<[^>]+>", " ", html))
    assert said.index("Limited progress") < said.index("Completed")
    assert "Reviewed · of 2025 · checked on 5 January 2026" in said
    assert "Reported by the government · of 2025" in said
    assert f'<a href="{PAGE}" rel="noopener" lang="und" dir="auto">A page of its own</a>' in html


def test_the_evidence_of_a_status_keeps_its_own_title() -> None:
    evidence = replace(
        status("NPL-01", "curated", "completed"), page=f"{PAGE}/2", source_title="Gazette"
    )
    html = row(table(item(1, history=(evidence,))), "Item 1")
    assert f'href="{PAGE}/2" rel="noopener" lang="und" dir="auto">Gazette</a>' in html
    assert ">A page of its own</a>" in html


def test_what_was_said_before_stays_in_a_fold_the_newest_first() -> None:
    history = (
        status("NPL-01", "curated", "not_started", "2024-01-01"),
        status("NPL-01", "curated", "limited", "2025-01-01"),
        status("NPL-01", "curated", "completed", "2026-01-01"),
    )
    html = row(table(item(1, history=history)), "Item 1")
    now, _, before = html.partition("<details")
    assert "Completed" in now and "Limited" not in now
    assert "What was said before (2)" in before
    assert before.index("Limited progress") < before.index("Not started")
    assert "<details" not in table(item(1, curated="completed"))


def test_entries_stand_below_their_priority_and_next_steps_below_their_action() -> None:
    actions = (
        item(1, curated="completed", roadmap_priority="P1"),
        item(2, kind="next_step", parent="NPL-01", partners="ILO"),
        item(3, curated="limited"),
    )
    html = table(*actions, priorities=(INSPECTION,))
    heads = re.findall(r'scope="rowgroup" colspan="5">([^<]+)', html)
    assert heads == ["Inspection", EN.t("pathfinders.no_priority")]
    assert "More visits · Visits a year · by 2027" in html
    assert html.index("Item 1") < html.index("Item 2") < html.index("Item 3")
    assert 'class="nested"' in html and 'with <bdi lang="und">ILO</bdi>' in html


def test_what_is_past_its_date_stands_first_and_says_so_once() -> None:
    html = table(item(1, curated="completed", due="2020"), item(2, curated="limited", due="2024"))
    assert html.index("Item 2") < html.index("Item 1")
    assert html.count(EN.t("pathfinders.late")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATUSES)
def test_every_status_has_its_shape_and_its_word(name: str, language: str) -> None:
    html = unescape(table(item(1, curated=name), language=language))
    assert f'class="sign sign-{name}" style="--sign:{PALETTES["light"].statuses[name]}"' in html
    assert wording(language).t(f"action_status.{name}") in html


def test_an_entry_of_which_nobody_said_anything_has_no_evidence() -> None:
    assert EN.t("action_status.no_evidence") in table(item(1))
    assert table() == ""


def test_loaded_text_is_never_markup() -> None:
    html = table(item(1, text="<script>x</script>", responsible="<b>who</b>"))
    assert "<script>" not in html and "<b>who" not in html
