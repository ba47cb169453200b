"""What stands in a country's questionnaire before anybody fills it in, sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.country.answers import CountryAnswers
from components.reporting.form import sheet
from components.reporting.lines import FrameworkLine
from components.wording import Wording
from data.methods.completion import of_roadmap
from data.records import Action, Comment, Priority, Status

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A prefilled row: its key and its values by column; a choice stands as its code."""

    key: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Known:
    """What the rows are made from."""

    answers: CountryAnswers
    lines: Sequence[FrameworkLine]
    wording: Wording


def rows(key: str, known: Known) -> tuple[Row, ...]:
    """The prefilled rows of a sheet, in their order."""
    return tuple(_MADE[key](known)) if key in _MADE else ()


def _about(known: Known) -> list[Row]:
    area, wording = known.answers.area, known.wording
    said = {"country_code": area.code, "country_name": area.name, "language": wording.code}
    return [
        Row(
            one.key,
            {"question": wording.t(f"reporting.about.{one.key}"), "answer": said.get(one.key)},
        )
        for one in sheet("about").fields
    ]


def _questions(known: Known) -> list[Row]:
    country = known.answers.area.name
    found = []
    for one in sheet("questions").fields:
        text = known.wording.t(f"reporting.questions.{one.key}", country=country)
        number = known.wording.t(f"reporting.question_number.{one.key}")
        found.append(Row(one.key, {"number": number, "question": text}))
    return found


def _indicators(known: Known) -> list[Row]:
    return [
        Row(
            line.key,
            {
                "dimension": line.dimension,
                "name": line.name,
                "unit": line.unit,
                "known": line.known,
                "known_year": number(line.year),
                "known_sex": line.sex and known.wording.t(f"charts.sex.{line.sex}"),
                "known_view": line.view_text,
                "known_source": line.source,
                "known_note": line.note,
            },
        )
        for line in known.lines
    ]


def _next_steps(known: Known) -> list[Row]:
    return [
        Row(one.code, {"step": known.wording.of(one, "text"), "due": one.due})
        for one in known.answers.actions
        if one.kind == "next_step"
    ]


def _priorities(known: Known) -> list[Row]:
    return [
        Row(
            one.code,
            {
                "number": one.number,
                "priority": _priority_text(one, known.wording),
                "objective": known.wording.of(one, "objective"),
                "target_date": one.target_date,
                "indicator": known.wording.of(one, "indicator"),
            },
        )
        for one in known.answers.priorities
    ]


def _priority_text(one: Priority, wording: Wording) -> str:
    return wording.of(one, "text")


def reported_on(actions: Sequence[Action]) -> list[Action]:
    """Actions and targets of the roadmap, then those that other pages name."""
    asked = [one for one in actions if one.kind in {"action", "target"}]
    return sorted(asked, key=lambda one: not of_roadmap(one))


def _roadmap(known: Known) -> list[Row]:
    texts = {one.code: _priority_text(one, known.wording) for one in known.answers.priorities}
    return [_action_row(one, texts, known) for one in reported_on(known.answers.actions)]


def _action_row(one: Action, priorities: Mapping[str, str], known: Known) -> Row:
    wording = known.wording
    said, reviewed = one.said("reported"), one.said("reviewed")
    return Row(
        one.code,
        {
            "priority": priorities.get(one.roadmap_priority, ""),
            "action": wording.of(one, "text"),
            "focus": one.priority,
            "kind": one.kind,
            "owner": one.responsible,
            "partners": one.partners,
            "start": one.start,
            "due": one.due,
            "weight": number(one.weight),
            "allocated": number(one.allocated),
            "disbursed": number(one.disbursed),
            "currency": one.currency,
            "origin": wording.t(f"reporting.origin.{one.origin}"),
            "known_status": known_status(one, wording),
            "status": said.status if said else None,
            "status_date": said.status_date if said else None,
            "evidence": wording.of(said, "basis") if said else None,
            "page": said.page if said else None,
            "reviewed": reviewed.status if reviewed else None,
            "review_note": wording.of(reviewed, "basis") if reviewed else None,
        },
    )


def known_status(one: Action, wording: Wording) -> str:
    """How far an action is, whose word that is and of which day; empty where nobody spoke."""
    return status_line(one.latest, wording) if one.latest else ""


def status_line(said: Status, wording: Wording) -> str:
    """A status with whose word it is and the day that it was said of, else said on."""
    return wording.t(
        "reporting.known_status",
        status=wording.t(f"action_status.{said.status}"),
        says=wording.t(f"status_says.{said.says}"),
        date=said.status_date or said.checked,
    )


def number(text: str) -> Value:
    """An amount as a number where a number holds its every digit, else as it was stated."""
    try:
        read = float(text)
    except ValueError:
        return text
    return read if f"{read:.15g}" == text or f"{read:g}" == text else text


def _comments(known: Known) -> list[Row]:
    return [_comment(one) for one in known.answers.comments]


def _comment(one: Comment) -> Row:
    return Row(
        one.code,
        {
            "indicator": one.indicator,
            "year": number(one.year),
            "sex": one.sex,
            "text": one.text,
            "state": one.state,
            "answer": one.answer,
        },
    )


_MADE: Final[Mapping[str, Callable[[Known], list[Row]]]] = {
    "about": _about,
    "indicators": _indicators,
    "questions": _questions,
    "next_steps": _next_steps,
    "priorities": _priorities,
    "roadmap": _roadmap,
    "comments": _comments,
}
