"""Short notes of the tables in the reader's language, where their form is a known one."""

from __future__ import annotations

import re
from typing import Final

from components.numbers import date_text, isolate
from components.wording import Wording

SILENT: Final = re.compile(r"Year only; the day is not known to us\.\s*")
"""Said by the date itself, so it is not repeated."""

_FORMS: Final = tuple(
    (key, re.compile(form + r"\s*"))
    for key, form in (
        (
            "stated_ratified",
            r"Stated as ratified in the report for (?P<year>\d{4}); date not known to us\.",
        ),
        ("stated_not", r"Stated as not ratified in the report for (?P<year>\d{4})\."),
        ("not_party", r"Not a party and no signature, as of August 2022\."),
        ("signed_only", r"Signed, not a party, as of August 2022( \(UNTC_2022\))?\."),
        ("signature_only", r"Signature only, as of March 2015\."),
        ("signed", r"Signed (?P<date>\d{4}(-\d\d){0,2})\."),
        (
            "all_members",
            r"All 187 members of the ILO had ratified by 4 August 2020; "
            r"this State's own date is not known to us\.",
        ),
        ("not_listed", r"Not listed as ratified on the page named\."),
        ("weaker", r"Weaker evidence: not a page of the ILO\."),
        (
            "dashboard_year",
            r"Year only, from a Delta 8\.7 dashboard; the day is not known to us\.",
        ),
        ("other_year", r"UNTC_2022 gives (?P<year>\d{4})\."),
        ("not_settled", r"The page named does not settle it\."),
        ("contradicts", r"The report contradicts itself on this point\."),
        ("age_calculated", r"Age calculated by the publisher\."),
        ("age_stated", r"Age stated: (?P<age>\d+)\."),
        ("marked", r"Marked (?P<mark>\S+) by the publisher\."),
        (
            "band",
            r"Band read from the publisher's code by comparison with its ages of 2015\.",
        ),
        ("unavailable", r"Published as unavailable\."),
        ("published_as", r"Published as (?P<text>[^.]+(\.\d+[^.]*)?)\."),
        ("adopted_only", r"Adopted or launched; that says nothing about results\."),
        ("limited", r"Adoption or practice limited, by the page\."),
        ("partly", r"Partly carried out, by the page\."),
        ("dashboard", r"Listed on the Delta 8\.7 dashboard of [^.]+\."),
        ("nothing_seen", r"Nothing seen about its results\."),
    )
)


def note_text(note: str, wording: Wording) -> tuple[str, str]:
    """The note in the reader's language, and what of it is left in English.

    Sentence by sentence from the start; from the first unknown one on, the note stays English.
    """
    worded: list[str] = []
    rest = SILENT.sub("", note)
    while rest:
        text, length = _sentence(rest, wording)
        if not length:
            break
        worded.append(text)
        rest = rest[length:]
    return wording.t("sentence.separator").join(worded), rest


def _sentence(rest: str, wording: Wording) -> tuple[str, int]:
    """The first sentence in words and its length in `rest`; length 0 when its form is unknown."""
    for key, form in _FORMS:
        if found := form.match(rest):
            fields = {name: _field(name, text, wording) for name, text in _named(found).items()}
            return wording.t(f"government.note.{key}", **fields), found.end()
    return "", 0


def _named(found: re.Match[str]) -> dict[str, str]:
    return {name: text for name, text in found.groupdict().items() if text is not None}


def _field(name: str, text: str, wording: Wording) -> str:
    return date_text(text, wording) if name == "date" else isolate(text, wording)
