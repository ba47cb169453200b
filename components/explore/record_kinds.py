"""The lists of records that are no figures: ratifications, law, goods, actions, steps, events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from components import numbers
from components.wording import Wording
from data.methods.completion import of_roadmap
from data.records import (
    Action,
    Event,
    LegalFact,
    ListedGood,
    Ratification,
    Stage,
    SuggestedAction,
)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its words, and where they lead."""

    text: str
    href: str = ""
    number: bool = False


Make = Callable[[Any, Wording], Cell]


@dataclass(frozen=True)
class RecordKind:
    """One list: the route of its file, its columns (behind the country) and what makes a cell.

    `narrowed` is the parameter that narrows it beside the country, empty for none; `field` the
    field of the record that this parameter is about.
    """

    route: str
    columns: tuple[tuple[str, Make], ...]
    narrowed: str = ""
    field: str = ""
    family: str = ""


def _code(family: str, text: str, wording: Wording) -> str:
    """The words for a code; a number or a code without words stands as it is."""
    key = f"{family}.{text}"
    if not text:
        return ""
    return wording.t(key) if key in wording.texts else numbers.isolate(text, wording)


def _coded(field: str, family: str) -> Make:
    return lambda row, wording: Cell(_code(family, str(getattr(row, field)), wording))


def _dated(field: str) -> Make:
    def make(row: Any, wording: Wording) -> Cell:
        text = getattr(row, field)
        return Cell(numbers.date_text(text, wording) if text else "")

    return make


def _year(field: str) -> Make:
    return lambda row, _wording: Cell(str(getattr(row, field)), number=True)


def _text(field: str) -> Make:
    return lambda row, wording: Cell(wording.of(row, field))


def _topic(row: LegalFact, wording: Wording) -> Cell:
    return Cell(_code("legal_topic", f"{row.topic}.name", wording))


def _instrument(row: Ratification, wording: Wording) -> Cell:
    return Cell(_code("instrument", f"{row.instrument}.short", wording))


def _cited(row: Any, wording: Wording) -> Cell:
    """The page that says it, by the name of its source where one is known."""
    title, code = getattr(row, "source_title", ""), getattr(row, "source", "")
    keys = (f"law.source.{code}", f"country.short_source.{code}", f"explore_source.{code}")
    known_as = next((wording.t(key) for key in keys if key in wording.texts), code)
    return Cell(title or known_as or wording.t("explore_records.page"), row.page)


def _status(row: Action, wording: Wording) -> Cell:
    return Cell(wording.t(f"action_status.{row.status}"))


def _status_date(row: Action, wording: Wording) -> Cell:
    said = row.latest
    return Cell(numbers.date_text(said.status_date, wording) if said and said.status_date else "")


def _voice(row: Action, wording: Wording) -> Cell:
    return Cell(wording.t(f"status_says.{row.latest.says}") if row.latest else "")


def _on_roadmap(row: Action, wording: Wording) -> Cell:
    return Cell(wording.t("figure.yes" if of_roadmap(row) else "figure.no"))


def _suggested_years(row: SuggestedAction, wording: Wording) -> Cell:
    return Cell(numbers.year_range(min(row.years), max(row.years), wording))


KINDS: Final[Mapping[str, RecordKind]] = {
    "ratifications": RecordKind(
        "api/v1/ratifications.csv",
        (
            ("instrument", _instrument),
            ("position", _coded("status", "ratification_status")),
            ("date", _dated("date")),
            ("by", _coded("action", "ratification_action")),
            ("read", _dated("as_of")),
            ("source", _cited),
        ),
        "instrument", "instrument", "instrument",
    ),
    "actions": RecordKind(
        "api/v1/actions.csv",
        (
            ("action", _text("text")),
            ("kind", _coded("kind", "action_kind")),
            ("on_roadmap", _on_roadmap),
            ("priority", _coded("priority", "priority")),
            ("due", _dated("due")),
            ("status", _status),
            ("status_date", _status_date),
            ("says", _voice),
            ("source", _cited),
        ),
        "status", "status", "action_status",
    ),
    "stages": RecordKind(
        "api/v1/stages.csv",
        (
            ("stage", _coded("stage", "stage")),
            ("date", _dated("date")),
            ("state", _coded("state", "event_state")),
            ("text", _text("text")),
            ("source", _cited),
        ),
        "stage", "stage", "stage",
    ),
    "events": RecordKind(
        "api/v1/events.csv",
        (
            ("event", _text("title")),
            ("kind", _coded("kind", "event_kind")),
            ("date", _dated("date")),
            ("state", _coded("state", "event_state")),
            ("source", _cited),
        ),
        "kind", "kind", "event_kind",
    ),
    "legal-facts": RecordKind(
        "api/v1/legal-facts.csv",
        (
            ("topic", _topic),
            ("year", _year("year")),
            ("says", _coded("value", "legal_value")),
            ("conforms", _coded("conforms", "legal_conforms")),
            ("source", _cited),
        ),
        "topic", "topic", "legal_topic",
    ),
    "suggested-actions": RecordKind(
        "api/v1/suggested-actions.csv",
        (
            ("topic", _coded("topic", "suggestion")),
            ("years", _suggested_years),
            ("count", _year("count")),
            ("source", _cited),
        ),
    ),
    "goods": RecordKind(
        "api/v1/goods.csv",
        (
            ("good", _coded("good", "good")),
            ("sector", _coded("sector", "good_sector")),
            ("child_labour", _coded("child_labour", "figure")),
            ("forced_labour", _coded("forced_labour", "figure")),
            ("edition", _year("edition")),
            ("source", _cited),
        ),
    ),
}  # fmt: skip
"""By the word of `records=`."""

Row = Ratification | Action | Stage | Event | LegalFact | SuggestedAction | ListedGood
