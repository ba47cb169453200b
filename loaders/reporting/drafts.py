"""Drafts of reports: every step of each, the last one being where it is. Steps are only added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from components.reporting.filled import About, Filled
from data.schema import draft
from loaders.publish import audit

DRAFT, REVIEWED, PUBLISHED, WITHDRAWN = "draft", "reviewed", "published", "withdrawn"
ACTION: Final = "questionnaire"
"""What the audit calls each step of a report."""


@dataclass(frozen=True)
class Step:
    """One step of a report on its way; `content` is what the form held."""

    code: str
    number: int
    area: str
    state: str
    language: str
    at: str
    by: str
    file: str
    sha256: str
    content: str
    note: str

    @property
    def filled(self) -> Filled:
        """The questionnaire of this step."""
        return Filled.model_validate_json(self.content)


def steps(connection: Connection, code: str = "") -> list[Step]:
    """Every step of a report, or of all of them, in order."""
    query = select(draft).order_by(draft.c.code, draft.c.number)
    if code:
        query = query.where(draft.c.code == code)
    return [Step(**row) for row in connection.execute(query).mappings()]


def latest(connection: Connection, code: str) -> Step | None:
    """Where a report is; None when there is none of this code."""
    return next(reversed(steps(connection, code)), None)


def code_for(connection: Connection, about: About) -> str:
    """The code of a report: that of the country and period, or a new one."""
    period = (about.start, about.end)
    for code in _codes(about):
        last = latest(connection, code)
        if last is None:
            return code
        before = last.filled.about
        if (before.start, before.end) == period:
            return code
    raise ValueError(f"no code is free for {about.area} {about.start} to {about.end}")


def _codes(about: About) -> Iterator[str]:
    """`NPL-2026`; the period where that is another report's of the year."""
    yield f"{about.area}-{about.end[:4]}"
    yield f"{about.area}-{about.start}.{about.end}"


def add(
    connection: Connection, code: str, state: str, filled: Filled, by: str, **more: Any
) -> Step:
    """Add a step, and its line to the audit. `more`: file, sha256, note."""
    last = latest(connection, code)
    step = Step(
        code=code,
        number=last.number + 1 if last else 1,
        area=filled.about.area,
        state=state,
        language=filled.about.form,
        at=audit.now(),
        by=by,
        file=more.get("file", last.file if last else ""),
        sha256=more.get("sha256", last.sha256 if last else ""),
        content=filled.model_dump_json(),
        note=more.get("note", ""),
    )
    connection.execute(insert(draft).values(**vars(step)))
    told = {name: getattr(step, name) for name in ("code", "number", "state", "file", "sha256")}
    if step.note:
        told["note"] = step.note
    audit.append(connection, ACTION, by, **told)
    return step
