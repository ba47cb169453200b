"""Reads the sheets of the ledger: next steps, priorities and the roadmap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from components.reporting.filled import Aim, Item, Ticked
from components.reporting.form import sheet
from data.folding import folded
from data.methods.dates import last_day, span
from loaders.reporting.book import Line
from loaders.reporting.cells import Reading
from loaders.reporting.rows_before import RowsBefore

STATED: Final = (
    *("priority", "action", "focus", "kind", "owner", "partners", "start", "due"),
    *("weight", "allocated", "disbursed", "currency"),
)
"""Columns of the roadmap that say what is to be done; those after them say how far it is."""

REPORTED: Final = ("status", "status_date", "evidence", "page")
REVIEWED: Final = ("reviewed", "review_note")


def read_next_steps(reading: Reading, before: RowsBefore) -> Iterable[Ticked]:
    """The next steps that were ticked, commented on or added."""
    for line in reading.page("next_steps").lines:
        row = reading.row("next_steps", line, before.holds("next_steps", line.key))
        if not _is_of_form(reading, before, "next_steps", line, "step"):
            continue
        if not line.key and not any(row.values()):
            continue
        if not row["step"]:
            reading.wrong("next_steps", line, "step", "text_missing")
        if row["achieved_date"] and not row["achieved"]:
            reading.warn("next_steps", line, "achieved", "not_ticked")
        yield Ticked(
            code=line.key or before.code_of("next_steps", row["step"]),
            text=row["step"],
            due=row["due"],
            achieved=row["achieved"],
            achieved_date=row["achieved_date"],
            comment=row["comment"],
            new=not line.key,
        )


def read_priorities(reading: Reading, before: RowsBefore) -> list[Aim]:
    """Every priority, prefilled or added."""
    found, seen = [], Repeated(reading, "priorities", "priority")
    for line in reading.page("priorities").lines:
        row = reading.row("priorities", line, before.holds("priorities", line.key))
        if not _is_of_form(reading, before, "priorities", line, "priority"):
            continue
        if not any(row.values()):
            continue
        if not row["priority"]:
            reading.wrong("priorities", line, "priority", "text_missing")
        if row["number"] and not row["number"].isdigit():
            reading.wrong("priorities", line, "number", "whole_number", text=row["number"])
        seen.look(line, row["priority"])
        found.append(
            Aim(
                code=line.key or before.code_of("priorities", row["priority"]),
                number=row["number"],
                text=row["priority"],
                objective=row["objective"],
                target_date=row["target_date"],
                indicator=row["indicator"],
                new=not line.key,
                changed=_changed(before, "priorities", line, row),
            )
        )
    return found


def read_roadmap(reading: Reading, before: RowsBefore, aims: Sequence[Aim]) -> Iterable[Item]:
    """Rows of the roadmap that were added, corrected or reported on."""
    codes = {folded(aim.text): aim.code for aim in aims}
    seen = Repeated(reading, "roadmap", "action")
    for line in reading.page("roadmap").lines:
        row = reading.row("roadmap", line, before.holds("roadmap", line.key))
        if not _is_of_form(reading, before, "roadmap", line, "action") or not any(row.values()):
            continue
        _check(reading, line, row)
        seen.look(line, row["action"])
        changed = _changed(before, "roadmap", line, row)
        reports = any(name in changed for name in REPORTED)
        reviewed = {
            name: row[name] if before.value("roadmap", line.key, name) != row[name] else ""
            for name in REVIEWED
        }
        priority = codes.get(folded(row["priority"])) if row["priority"] else ""
        if priority is None:
            priority = before.code_of("priorities", row["priority"])
            codes[folded(row["priority"])] = priority
        yield Item(
            code=line.key or before.code_of("roadmap", row["action"]),
            kind=row["kind"] or "action",
            text=row["action"],
            priority=priority,
            **{name: row[name] for name in STATED if name not in {"priority", "action", "kind"}},
            **{name: row[name] if reports else "" for name in REPORTED},
            **reviewed,
            new=not line.key,
            changed=tuple(name for name in changed if name in STATED),
        )


def _is_of_form(reading: Reading, before: RowsBefore, key: str, line: Line, column: str) -> bool:
    """Whether a row is an added one, or one that the form had."""
    if not line.key or before.knows(key, line.key):
        return True
    reading.wrong(key, line, column, "unknown_code", code=line.key[:40])
    return False


def _changed(before: RowsBefore, key: str, line: Line, row: dict[str, str]) -> tuple[str, ...]:
    """The columns that do not hold what the form held; all that hold anything, of an added row.

    An empty cell deletes nothing.
    """
    return tuple(
        column.key
        for column in sheet(key).columns
        if column.fill
        and row[column.key]
        and _plain(row[column.key]) != _plain(before.value(key, line.key, column.key))
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


class Repeated:
    """Finds two added rows of a sheet that say the same."""

    def __init__(self, reading: Reading, key: str, column: str) -> None:
        self._reading, self._key, self._column = reading, key, column
        self._seen: dict[str, str] = {}

    def look(self, line: Line, text: str) -> None:
        """Note a problem where an added row says what another one says."""
        said, page = folded(text), self._reading.page(self._key)
        if not said:
            return
        if said in self._seen and not line.key:
            other = self._seen[said]
            self._reading.wrong(self._key, line, self._column, "repeated", other=other)
        self._seen.setdefault(said, page.at(line, self._column))


def _check(reading: Reading, line: Line, row: dict[str, str]) -> None:
    """What two cells of a row must not say together."""
    if not row["action"]:
        reading.wrong("roadmap", line, "action", "text_missing")
    start, due = row["start"], row["due"]
    if start and due and _after(start, due):
        reading.wrong("roadmap", line, "due", "due_before_start", start=start, due=due)
    if row["status_date"] and not row["status"] and line.cell("status").kind == "empty":
        reading.wrong("roadmap", line, "status", "status_missing")
    given, spent = row["allocated"], row["disbursed"]
    if _amount(given) and _amount(spent) and Decimal(spent) > Decimal(given):
        reading.warn("roadmap", line, "disbursed", "disbursed_more", disbursed=spent, given=given)
    if (given or spent) and not row["currency"]:
        reading.warn("roadmap", line, "currency", "currency_missing")


def _after(start: str, due: str) -> bool:
    """Whether the first date is later than the second can be; not of dates in words."""
    try:
        return span(start)[0] > last_day(due)
    except ValueError:
        return False


def _amount(text: str) -> bool:
    """Whether an amount is a number; pages state some in words."""
    return re.fullmatch(r"\d+(\.\d+)?", text) is not None
