"""An agenda that somebody pasted as text, read into items: nothing that holds a word is lost.

A line begins an item when it bears the mark that this text numbers its items with (a number, else
a time of day, else a bullet, else each line). What stands below it is its note, a bullet that is a
country an item of its own. What stands above the first item is the head: its title and day are
read, the rest is handed back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from components.meeting.agenda import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    MOST_ITEMS,
    Agenda,
    AgendaRefused,
    Item,
)
from components.meeting.text_items import Draft, Items, top_mark, with_lengths
from components.meeting.text_lines import Line, lines_of
from components.meeting.text_times import day_in
from data.folding import folded

MOST_BYTES: Final = 32_768
"""A text is longer than the agenda of any meeting then."""

_DATE: Final = re.compile(r"(?:date|day|jour|التاريخ|اليوم)\s*:", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:date|day|jour|time|hour|heures?|horaires?|location|place|venue|lieu|chair|président[e]?|"
    r"meeting id|password|التاريخ|اليوم|الوقت|التوقيت|الساعة|المكان|الرئيس)\s*:",
    re.IGNORECASE,
)
_CALLED: Final = frozenset({"agenda", "draft agenda", "ordre du jour", "جدول الاعمال"})
_MEETING: Final = re.compile(
    r"agenda|meeting|ordre du jour|réunion|séance|جدول الأعمال|اجتماع|جلسة", re.IGNORECASE
)


class Views(NamedTuple):
    """`of` gives the page of ours that a title is about (empty: none), `is_country` tells whether
    a text is a country and nothing else."""

    of: Callable[[str], str]
    is_country: Callable[[str], bool]


class ReadAgenda(NamedTuple):
    """The agenda, and the lines that became neither an item nor a note of one."""

    agenda: Agenda
    unread: tuple[str, ...]


def read_agenda(text: str, views: Views, *, untitled: str, release: int = 0) -> ReadAgenda:
    """The agenda of a text; `untitled` is the title of one that has none.

    Raises AgendaRefused: `empty` when no line of it holds a word, `long` for too many items.
    """
    lines = list(lines_of(text))
    top = top_mark(lines)
    indents = [line.indent for line in lines if line.mark == top]
    items = Items(top, indents[0] if indents else 0, views.is_country)
    head: list[Line] = []
    for line in lines:
        if not items.items and (_is_head(line, head, lines) or not items.begins(line)):
            head.append(line)
        else:
            items.take(line)
    with_lengths(items.items)
    title, day, left = _head(head)
    made, over = _items(items.items, views)
    if not made:
        raise AgendaRefused("empty")
    if len(made) > MOST_ITEMS:
        raise AgendaRefused("long")
    agenda = Agenda(title[:LONGEST_TEXT] or untitled, made, day, release)
    return ReadAgenda(agenda, (*left, *items.left, *over))


def _is_head(line: Line, head: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a line above the first item says what, when or where the meeting is."""
    if _LABEL.match(line.text) or (head and _LABEL.fullmatch(head[-1].text)):
        return True
    if line.mark != "plain" or line.time.minutes:
        return False
    first = not any(_MEETING.search(each.text) for each in head)
    titled = first and len(lines) > 1 and _MEETING.search(line.text) is not None
    return titled or bool(day_in(line.text) and len(line.words.split()) <= 6)


def _head(head: Sequence[Line]) -> tuple[str, str, list[str]]:
    """Title, day, and the lines that are neither."""
    day, title, left = "", "", []
    for place, line in enumerate(head):
        valued = place > 0 and _LABEL.fullmatch(head[place - 1].text) is not None
        named = _LABEL.match(line.text) is not None or valued
        found = "" if day else day_in(line.text)
        day = day or found
        if not named and line.is_worded and folded(title) in {"", *_CALLED} and line.words != day:
            left += [title] if title and folded(title) not in _CALLED else []
            title = line.text
        elif not found and not _DATE.fullmatch(line.text) and folded(line.text) not in _CALLED:
            left.append(line.text)
    return title, day, left


def _items(drafts: Iterable[Draft], views: Views) -> tuple[tuple[Item, ...], list[str]]:
    """The items, and what of their texts is longer than an item may hold."""
    made: list[Item] = []
    over: list[str] = []
    for one in drafts:
        title, rest = _cut(one.title or (one.notes.pop(0) if one.notes else ""), LONGEST_TEXT)
        if not title:
            continue
        note, more = _cut(" ".join(filter(None, (rest, one.note()))), LONGEST_NOTE)
        over += [more] if more else []
        made.append(Item(title, views.of(title), one.minutes, note))
    return tuple(made), over


def _cut(text: str, longest: int) -> tuple[str, str]:
    """The text as far as it may go, to the end of a word, and what is left of it."""
    if len(text) <= longest:
        return text, ""
    end = text.rfind(" ", longest // 2, longest + 1)
    end = end if end > 0 else longest
    return text[:end].rstrip(), text[end:].strip()
