"""The items of a pasted agenda from its marked lines: what begins one, what belongs to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from components.meeting.agenda import MOST_MINUTES
from components.meeting.text_lines import Line, Mark

NOTE: Final = re.compile(
    r"(?:objectives?|aims?|purpose|speakers?|presenters?|documents?|background|notes?|expected "
    r"outcomes?|outcomes?|objectifs?|buts?|intervenante?s?|orateurs?|résultats? attendus?|contexte|"
    r"الهدف|الأهداف|الغرض|المتحدث|المتحدثون|المتحدثة|الوثائق|النتائج المتوقعة|ملاحظة)\s*:",
    re.IGNORECASE,
)
"""How a line begins that tells more about the item above it."""

_RULE: Final = re.compile(r"[\W_]{3,}")
_ENDS: Final = (".", "!", "?", ":", ";", "؟", "؛", "…")


@dataclass
class Draft:
    """An item as far as it is read. `start`: minutes after midnight."""

    title: str = ""
    minutes: int = 0
    start: int | None = None
    notes: list[str] = field(default_factory=list)

    def note(self) -> str:
        """All that was written below the item, in one line."""
        said = ""
        for part in self.notes:
            between = " " if said.endswith(_ENDS) else "; "
            said += (between if said else "") + part
        return said


def top_mark(lines: Sequence[Line]) -> Mark:
    """Which mark begins an item in this text."""
    listed = [line for line in lines if line.is_worded or line.mark in {"number", "clock"}]
    marks = [line.mark for line in listed]
    if "number" in marks:
        return "number"
    if "clock" in marks:
        return "clock"
    if "bullet" not in marks:
        return "plain"
    first = marks.index("bullet")
    above = any(line.time.minutes for line in listed[:first] if line.mark == "plain")
    between = any(line.mark == "plain" and not goes_on(line, 0) for line in listed[first:])
    return "plain" if above or between else "bullet"


def goes_on(line: Line, indent: int) -> bool:
    """Whether a plain line goes on with the one above it: wrapped, or set in."""
    return line.mark == "plain" and (line.indent > indent or line.words[:1].islower())


class Items:
    """Takes line by line. `items` are what was read, `left` the lines that hold no word."""

    def __init__(self, top: Mark, indent: int, is_country: Callable[[str], bool]) -> None:
        self.items: list[Draft] = []
        self.left: list[str] = []
        self._top, self._indent = top, indent
        self._is_country = is_country
        self._waiting = False
        self._bullets = 0

    def take(self, line: Line) -> None:
        """Add a line to what is read."""
        if not line.is_worded:
            self._take_wordless(line)
        elif self._waiting or not self.items or self._begins(line):
            self._begin(line)
        else:
            self._add(line)

    def begins(self, line: Line) -> bool:
        """Whether the line would be the first item: all above it is the head of the text."""
        if line.mark == self._top and self._top != "plain":
            return True
        if NOTE.match(line.words) or not line.is_worded:
            return False
        return self._top == "plain" or (line.time.minutes > 0 and line.time.start is None)

    def _begins(self, line: Line) -> bool:
        if line.mark == self._top == "plain":
            return not (NOTE.match(line.words) or (self.items and goes_on(line, self._indent)))
        if line.mark == self._top:
            return line.indent <= self._indent + 1
        if line.mark == "clock":
            return True
        if line.mark == "plain":
            timed = line.time.minutes > 0 and not NOTE.match(line.words)
            return timed and not goes_on(line, self._indent)
        return self._is_country(line.words)

    def _take_wordless(self, line: Line) -> None:
        if line.mark in {"number", "clock"}:
            if self._waiting:
                self._time(line)
            elif line.mark == "clock" and self._top == "number" and self.items:
                self._time(line)
            else:
                self.items.append(Draft())
                self._time(line)
                self._waiting = True
        elif line.mark == "bullet" and not _RULE.fullmatch(line.text):
            self._bullets += 1
        elif line.time.minutes and self.items and not self.items[-1].minutes:
            self._time(line)
        else:
            self.left.append(line.text)

    def _time(self, line: Line) -> None:
        one = self.items[-1]
        one.minutes = one.minutes or line.time.minutes
        one.start = one.start if one.start is not None else line.time.start

    def _begin(self, line: Line) -> None:
        if not self._waiting:
            self.items.append(Draft())
        self._waiting, self._bullets = False, 0
        self.items[-1].title = line.words
        self._time(line)

    def _add(self, line: Line) -> None:
        one = self.items[-1]
        wrapped = goes_on(line, self._indent)
        if wrapped and not one.notes and not line.apart and not NOTE.match(line.words):
            one.title = f"{one.title} {line.words}"
            self._time(line)
            return
        # Its minutes are the item's only when it is the item's own line: they stay in its words.
        said = line.words if not line.time.minutes and line.time.start is None else line.text
        begins = line.mark != "plain" or line.apart or bool(self._bullets) or bool(NOTE.match(said))
        if not one.notes or (begins and not line.words[:1].islower()) or line.mark == "bullet":
            one.notes.append(_bare(said))
            self._bullets = max(0, self._bullets - 1)
        else:
            one.notes[-1] = f"{one.notes[-1]} {said}"


def _bare(said: str) -> str:
    return said.lstrip("•·‣▪▫◦●○■□►➢✓⁃\uf0b7\uf0a7–—*+>- ") or said


def with_lengths(items: Sequence[Draft]) -> None:
    """An item that names only when it begins lasts until the next one does."""
    for one, after in zip(items, items[1:], strict=False):
        if not one.minutes and one.start is not None and after.start is not None:
            length = after.start - one.start
            one.minutes = length if 0 < length <= MOST_MINUTES else 0
