"""Values read on pages or coded by one body, on the monitoring page and in its file."""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest

from components.monitoring.files import framework_csv
from components.monitoring.questions import apart, told
from components.monitoring.value_words import plain_text, remarks
from components.wording import wording
from data.methods.framework.ledger import stated
from data.methods.framework.said import FrameworkFacts
from data.records import Area, FrameworkValue

NEPAL: Final = Area(
    **dict.fromkeys(Area.__dataclass_fields__, "") | {"code": "NPL", "name": "Nepal"}
)
RECRUITMENT: Final = "commitment.forced_labour.law.recruitment"
TERMS: Final = frozenset({"WALK_FREE_RESPONSE_2023"})


def value(**own: str) -> FrameworkValue:
    blank = dict.fromkeys(FrameworkValue.__dataclass_fields__, "")
    ordinary = {"area": "NPL", "indicator": RECRUITMENT, "year": "2022", "checked": "2026-11-27"}
    return FrameworkValue(**(blank | ordinary | own))


def asked(question: str, answer: str) -> FrameworkValue:
    return value(
        view="walk_free", value=answer, note=f"walk_free_asked:{question}", source_title=question
    )


def test_answers_to_questions_stand_apart_by_body_and_year() -> None:
    read = value(view="usdol", value="yes", note="A law of 2024", year="2024")
    said = stated((asked("M4221", "yes"), asked("M4222", "no"), read), RECRUITMENT, "")
    others, groups = apart(said)
    assert [one.value for one in others] == ["yes"]
    assert [[one.source_title for one in group] for group in groups] == [["M4221", "M4222"]]


def test_different_answers_are_counted_and_each_stands_with_its_question() -> None:
    said = stated((asked("M4221", "yes"), asked("M4222", "no")), RECRUITMENT, "")
    whole, small = told(said, wording("en"))
    assert whole == "Yes: 1; No: 1"
    assert small == (
        "are recruitment agencies registered and monitored by the government? Yes",
        "do laws or policies say that the employer pays the fees of private recruitment? No",
    )


def test_equal_answers_are_said_once() -> None:
    said = stated((asked("M4221", "no"), asked("M4222", "no")), RECRUITMENT, "")
    whole, small = told(said, wording("fr"))
    assert whole == "Non"
    assert small[0].startswith("les agences de recrutement") and "Non" not in small[0]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("territory:Zanzibar", "Zanzibar only"),
        ("all_territories", "all territories of the country"),
        ("A law of 2024", "A law of 2024"),
    ],
)
def test_a_note_is_worded_whether_it_is_a_code_or_words(note: str, words: str) -> None:
    (said,) = stated((value(view="usdol", value="yes", note=note),), RECRUITMENT, "")
    (remark,) = remarks(said, FrameworkFacts(NEPAL), wording("en"))
    assert remark.replace("\u2068", "").replace("\u2069", "") == words


def test_a_year_has_no_thousands_and_no_age_is_said_in_words() -> None:
    english = wording("en")
    assert plain_text("2022", "", english).strip("\u2068\u2069") == "2022"
    assert plain_text("2022", "COUNT", english).replace("\u00a0", " ").startswith("2,022")
    assert plain_text("no_age_set", "", english) == "No age set by law"


def test_terms_that_let_nobody_pass_a_value_on_hold_for_the_file() -> None:
    values = (asked("M4221", "yes"), value(view="usdol", value="yes", source_title="Findings"))
    text = "".join(framework_csv([FrameworkFacts(NEPAL, framework_values=values)], TERMS))
    rows = [
        row
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
        if row["indicator"] == RECRUITMENT
    ]
    assert [(row["view"], row["value"], row["status"], row["source"]) for row in rows] == [
        ("usdol", "yes", "known", ""),
        ("walk_free", "", "withheld", "WALK_FREE_RESPONSE_2023"),
    ]
