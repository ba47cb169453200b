"""Minutes: what is read, every bad value named, and the document in three languages."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import pytest

from components.meeting.agenda import AgendaRefused
from components.meeting.minutes import MOST_NOTES, MinutesRefused, read_minutes
from components.meeting.minutes_docx import minutes_docx
from components.meeting.minutes_refused import refusal_sentence
from components.numbers import date_text
from components.wording import LANGUAGES, wording
from tests.components.meeting.given_minutes import HOSTILE, given, sent

ROOT = "https://example.org/t87/"
PAGES = frozenset({"world", "country", "compare"})
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(language: str, **more: Any) -> bytes:
    """The document."""
    return minutes_docx(read_minutes(sent(**more)), wording(language), root=ROOT, pages=PAGES)


def opened(language: str, **more: Any) -> Any:
    """The document, read by its library."""
    return docx.Document(io.BytesIO(made(language, **more)))


def text_of(document: Any) -> str:
    """All paragraphs with their links, and all cells."""
    lines = [
        "".join(t.text or "" for t in p._p.iter(f"{W}t", f"{W}br")) for p in document.paragraphs
    ]
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*lines, *cells])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_holds_all_of_the_meeting(language: str) -> None:
    words, document = wording(language), opened(language)
    t = lambda key, **fields: words.t(f"meeting_files.minutes.{key}", **fields)  # noqa: E731
    about = document.core_properties
    assert about.title == t("title", meeting="Pathfinder review")
    assert about.language == language
    text = text_of(document)
    for said in (
        t("title", meeting="Pathfinder review"),
        date_text("2026-11-27", words),
        "Genève",
        t("figures_of_day", release=7, day=date_text("2026-11-26", words)),
        t("quorum.reached", count=11, least=11),
        "1. Opening", "2. Nepal", "5. نيبال", "Welcome; quorum",
        t("time.both", spent=17, planned=15),
        t("version", version="7"), t("version", version="2026-11-21"),
        t("decision", number=1), t("decision", number=2), t("action", number=2),
        t("owner", owner="Secretariat"), t("due", day=date_text("2027-03-31", words)),
        "Results to be published", "in both languages", f"Send the kit {HOSTILE}", "Ring up",
        words.plural("meeting_files.minutes.left_out", 3, count=3),
    ):  # fmt: skip
        assert said in text, said
    assert text.count(t("nothing")) == 2
    people, actions = document.tables
    assert [c.text for c in people.rows[1].cells] == [
        t("group.chair"), "A. Karim", "Government of Xland", t("yes"),
    ]  # fmt: skip
    assert [c.text for c in people.rows[-1].cells][2:] == ["Observers", t("no")]
    assert [c.text for c in actions.rows[1].cells] == [
        "1", f"Send the kit {HOSTILE}", "Secretariat", date_text("2027-03-31", words), "2. Nepal",
    ]  # fmt: skip
    assert [c.text for c in actions.rows[2].cells] == ["2", "Ring up", "–", "–", "5. نيبال"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_view_has_its_link_with_the_data_version(language: str) -> None:
    document = opened(language)
    links = [
        (rel.target_ref, rel.is_external) for rel in document.part.rels.values() if rel.is_external
    ]
    said = "" if language == "en" else f"&lang={language}"
    assert sorted(links) == [
        (f"{ROOT}?view=map&as_of=7{said}", True),
        (f"{ROOT}compare?iso3=NPL,CIV&as_of=2026-11-21{said}", True),
        (f"{ROOT}country?iso3=NPL&as_of=7{said}", True),
    ]
    for address, _ in links:
        assert address in text_of(document)


def test_arabic_runs_from_right_to_left() -> None:
    document = opened("ar")
    assert all(p._p.pPr.find(f"{W}bidi") is not None for p in document.paragraphs if p.text)
    assert all(t._tbl.tblPr.find(f"{W}bidiVisual") is not None for t in document.tables)


def test_what_is_not_there_is_said() -> None:
    agenda = {"t": "", "i": [{"t": "", "v": "nowhere?x=1"}]}
    document = opened("en", agenda=agenda, participants=[], notes=[], spent=[], release=0, place="")
    text = text_of(document)
    for key in ("nobody", "no_actions", "nothing", "untitled_item"):
        assert wording("en").t(f"meeting_files.minutes.{key}") in text
    assert "nowhere?x=1" in text
    assert "data version" not in text
    one = [{"name": "A", "body": "", "group": "", "representative": True}]
    assert "No quorum: 0 representatives" in text_of(opened("en", participants=one))
    some = given()["participants"][:10]
    assert "nobody present of: Civil society." in text_of(opened("en", participants=some))
    few = given()["participants"][1:]
    assert "10 representatives of at least 11" in text_of(opened("en", participants=few))


def test_the_same_minutes_are_the_same_bytes() -> None:
    assert made("fr") == made("fr")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"notes": [{"item": 0, "kind": "decision", "text": "x", "due": "2026-13-01"}]},
         "note 1, due date (“2026-13-01”)"),
        ({"notes": [{"item": 9, "kind": "action", "text": "x"}]}, "note 1, item (“9”)"),
        ({"notes": [{"item": 0, "kind": "wish", "text": 5}]},
         "note 1, kind (“wish”), note 1, text (“5”)"),
        ({"notes": [{"kind": "action", "text": "x"}]}, "note 1, item (“none”)"),
        ({"notes": [{"item": 0, "kind": "action", "text": "x"}] * (MOST_NOTES + 1)},
         f"note (“{MOST_NOTES + 1} long, at most {MOST_NOTES}”)"),
        ({"participants": [{"group": "kings"}, 3]},
         "participant 1, group (“kings”), participant 2 (“3”)"),
        ({"participants": [{"name": "x" * 301}]}, "participant 1, name (“301 long, at most 300”)"),
        ({"release": -1, "published": "yesterday", "place": None},
         "data version (“-1”), moment of the data version (“yesterday”), place (“None”)"),
        ({"spent": [1, -2, "3 min"]},
         "time spent on item 2 (“-2”), time spent on item 3 (“3 min”)"),
        ({"agenda": {"i": [], "d": "soon"}, "notes": []}, "agenda, day of the meeting (“soon”)"),
        ({"participants": [{"group": f"g{n}"} for n in range(9)]}, "(“g4”), and 4 more"),
        ({"notes": [{"item": 0, "kind": HOSTILE + "x" * 500, "text": "x"}]},
         f"note 1, kind (“{HOSTILE.replace(chr(0x202E), chr(0xFFFD))[:60]}”)"),
    ],
)  # fmt: skip
def test_every_bad_value_is_named_in_one_sentence(more: dict[str, Any], said: str) -> None:
    with pytest.raises(MinutesRefused) as caught:
        read_minutes(sent(**more))
    assert said in refusal_sentence(caught.value, wording("en"))
    for language in LANGUAGES:
        assert len(refusal_sentence(caught.value, wording(language))) > 60


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"null", b"[]", b"3", b'{"release":NaN}', b"[" * 100_000]
)
def test_what_is_no_json_of_minutes_gets_its_sentence(content: bytes) -> None:
    with pytest.raises(MinutesRefused) as caught:
        read_minutes(content)
    said = refusal_sentence(caught.value, wording("en"))
    assert said == wording("en").t("meeting_files.refused.no_minutes")


@pytest.mark.parametrize(
    ("agenda", "reason"),
    [
        ({}, "broken"),
        ({"i": [{"v": "https://evil.example"}]}, "foreign"),
        ({"i": [{}] * 201}, "long"),
    ],
)
def test_a_bad_agenda_is_refused_as_everywhere(agenda: dict[str, Any], reason: str) -> None:
    with pytest.raises(AgendaRefused, match=reason):
        read_minutes(json.dumps(given(agenda=agenda)).encode())
