"""One line of a pasted agenda: its mark (a number, a clock, a bullet), its words, its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from components.meeting.text_times import When, plain_digits, when

Mark = Literal["number", "clock", "bullet", "plain"]

_NAMED: Final = r"(?:agenda item|agenda point|item|point|البند|بند|النقطة)"
_NUMBERED: Final = re.compile(
    rf"(?:{_NAMED}\s*(\d{{1,3}})\b\s*[.:)–—-]?"
    r"|\(?(\d{1,3})(?:\s?[.)°:](?![\d.])[):]?|\s*[-–—/](?=\s|$)))\s*",
    re.IGNORECASE,
)
_LETTERED: Final = re.compile(
    r"(?:[IVX]{1,5}[.)]|[A-H][.)])(?:\s+|$)|"
    r"(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ا|اً|ًا)\s*[:–-]\s*"
)
_BELOW: Final = re.compile(r"\(?(?:[a-h]|[ivx]{1,4}|[أ-ه])[.)]\s+")
_DECIMAL: Final = re.compile(r"(\d{1,3})(?:\.\d{1,2})+[.)]?\s+")
_BULLET: Final = re.compile(
    r"(?:[•·‣▪▫◦●○■□►➢✓⁃\uf0b7\uf0a7]+\s*|[-–—*+>]+(?:\s+|$)|o(?:\s{1,4}|$))"
)
_BRACKETS: Final = re.compile(r"\s*[(\[（]([^()\[\]（）]{1,60})[)\]）]")
_PARTS: Final = re.compile(r"\s*[,;]\s*")
_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_UNPRINTED: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_EDGE: Final = " \t\u00a0.,;:|/–—-"
_PARTING: Final = ("|", "-", "–", "—", ":")
_MOST_WORDS: Final = 8
"""Words that a time is looked for in: "from 2:00 pm to 2:30 pm" is five."""


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is the line as written, `words` what is left without its mark and its time.

    `apart`: an empty line stands before it. `indent` counts the blanks before it.
    """

    text: str
    words: str
    mark: Mark
    time: When
    apart: bool
    indent: int

    @property
    def is_worded(self) -> bool:
        """Whether any letter is in it."""
        return _LETTER.search(self.words) is not None


def lines_of(text: str) -> Iterator[Line]:
    """Every line of a text that is not blank."""
    apart, last = True, ""
    for raw in text.splitlines():
        bare = _UNPRINTED.sub("", _UNSEEN.sub("", raw.expandtabs(8) if raw[:1] == "\t" else raw))
        said = bare.strip()
        if not said:
            apart = True
            continue
        mark, number, rest = _marked(said, last)
        last = number or last
        time, words = _timed(rest)
        if mark != "number" and time.start is not None and _begins_with_time(rest):
            mark = "clock"
        yield Line(said, " ".join(words.split()), mark, time, apart, len(bare) - len(bare.lstrip()))
        apart = False


def _marked(said: str, last: str) -> tuple[Mark, str, str]:
    """The mark, the number if it is one, and what stands behind; `last` is the number before."""
    digits = plain_digits(said)
    if (found := _DECIMAL.match(digits)) and found[1] == last:
        return "bullet", "", said[found.end() :]
    if _leading_time(digits) is None and (found := _NUMBERED.match(digits)):
        return "number", found[1] or found[2], said[found.end() :]
    if found := _LETTERED.match(said):
        return "number", "", said[found.end() :]
    if found := _BULLET.match(said) or _BELOW.match(said):
        return "bullet", "", said[found.end() :]
    return "plain", "", said


def _timed(said: str) -> tuple[When, str]:
    """What a line says about its time, and the line without it."""
    minutes, start = 0, None
    for read in (_leading_time, _bracketed_time, _trailing_time):
        if (found := read(said)) is None or (minutes and read is _trailing_time):
            continue
        time, said = found
        minutes = time.minutes or minutes
        start = start if start is not None else time.start
    return When(minutes, start), said


def _bracketed_time(said: str) -> tuple[When, str] | None:
    for found in _BRACKETS.finditer(said):
        parts = _PARTS.split(found[1])
        for place, part in enumerate(parts):
            time = when(part.strip(_EDGE[:-1]))
            if time is not None:
                left = ", ".join(parts[:place] + parts[place + 1 :])
                instead = f" ({left})" if left else ""
                return time, (said[: found.start()] + instead + said[found.end() :]).strip(_EDGE)
    return None


def _leading_time(said: str) -> tuple[When, str] | None:
    tokens = said.split()
    for count in range(min(_MOST_WORDS, len(tokens)), 0, -1):
        first = " ".join(tokens[:count])
        time = when(first.strip(_EDGE))
        if time is None:
            continue
        after = " ".join(tokens[count:])
        # "5 minutes of silence" is a thing, "5 min: silence" is how long.
        parted = first.endswith(_PARTING) or after.startswith(_PARTING) or not after
        if time.start is not None or parted or "\t" in said[: len(first) + 2]:
            return time, after.strip(_EDGE)
    return None


def _trailing_time(said: str) -> tuple[When, str] | None:
    tokens = said.split()
    for count in range(min(_MOST_WORDS, len(tokens) - 1), 0, -1):
        time = when(" ".join(tokens[-count:]).strip(_EDGE))
        if time is not None and time.minutes:
            return time, " ".join(tokens[:-count]).strip(_EDGE)
    return None


def _begins_with_time(said: str) -> bool:
    return _leading_time(said) is not None
