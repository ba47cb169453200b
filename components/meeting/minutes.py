"""What the minutes of a meeting hold, read from JSON of unknown origin: every bad value named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal, NamedTuple, NoReturn

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from components.meeting.agenda import MOST_ITEMS, Agenda, read_plain
from components.meeting.quorum import GROUPS, OBSERVER

MOST_BYTES: Final = 524_288
MOST_PEOPLE: Final = 300
MOST_NOTES: Final = 500
LONGEST_NAME: Final = 300
LONGEST_NOTE: Final = 5_000
MOST_SECONDS: Final = 7 * 24 * 3600

_NO_DOCUMENT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML forbids, and so every Office file."""


class Bad(NamedTuple):
    """A value that does not fit: where it stands, as keys and numbers (`("notes", 3, "due")`), and
    what it is. `most` where it is too long: then `value` is how long it is."""

    where: tuple[str | int, ...]
    value: str
    most: int = 0


class MinutesRefused(ValueError):
    """What holds no minutes, with each value that does not fit; none when it is no JSON at all."""

    def __init__(self, bad: Sequence[Bad] = ()) -> None:
        super().__init__("minutes")
        self.bad = tuple(bad)


def _day(text: str) -> str:
    if text and date.fromisoformat(text).isoformat() != text:
        raise ValueError("no day")
    return text


def _moment(text: str) -> str:
    if text:
        datetime.fromisoformat(text)
    return text


def _group(text: object) -> object:
    """Whoever is in no group is an observer."""
    return text or OBSERVER


Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Text = Annotated[str, Field(max_length=LONGEST_NOTE)]
Day = Annotated[str, Field(max_length=10), AfterValidator(_day)]
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]
Group = Annotated[Literal[(*GROUPS, OBSERVER)], BeforeValidator(_group)]  # type: ignore[valid-type]
Seconds = Annotated[float, Field(strict=False, ge=0, le=MOST_SECONDS, allow_inf_nan=False)]


class _Strict(BaseModel):
    """No other types; keys that are not known are left alone."""

    model_config = ConfigDict(strict=True, frozen=True)


class Participant(_Strict):
    """Somebody who takes part, and the body that they speak for."""

    name: Name = ""
    body: Name = ""
    group: Group = OBSERVER
    representative: bool = False


class Note(_Strict):
    """A decision, or something to be done: by whom, until when (ISO day or empty)."""

    item: Annotated[int, Field(ge=0, lt=MOST_ITEMS)]
    kind: Literal["decision", "action"]
    text: Text
    owner: Name = ""
    due: Day = ""
    at: Moment = ""


class _Given(_Strict):
    agenda: dict[str, Any]
    release: Annotated[int, Field(ge=0, lt=10**9)] = 0
    published: Moment = ""
    place: Name = ""
    participants: Annotated[list[Participant], Field(max_length=MOST_PEOPLE)] = []
    notes: Annotated[list[Note], Field(max_length=MOST_NOTES)] = []
    spent: Annotated[list[Seconds], Field(max_length=MOST_ITEMS)] = []


class Minutes(_Strict):
    """The minutes. `release` 0: no data version told; `spent` seconds by item, as far as told;
    `left_out` letters that no document can hold were taken out of its texts."""

    agenda: Agenda
    release: int
    published: str
    place: str
    participants: tuple[Participant, ...]
    notes: tuple[Note, ...]
    spent: tuple[float, ...]
    left_out: int


def read_minutes(content: bytes) -> Minutes:
    """The minutes of a JSON document. Raises MinutesRefused, or AgendaRefused for its agenda."""
    try:
        clean, left_out = _cleaned(json.loads(content, parse_constant=_no_number))
    except (ValueError, RecursionError):
        raise MinutesRefused from None
    try:
        given = _Given.model_validate(clean)
    except ValidationError as error:
        raise MinutesRefused(list(_bad(error))) from None
    agenda = read_plain(given.agenda)
    try:
        _day(agenda.day)
    except ValueError:
        raise MinutesRefused([Bad(("agenda", "day"), agenda.day)]) from None
    most = len(agenda.items)
    if beyond := [place for place, note in enumerate(given.notes) if note.item >= most]:
        raise MinutesRefused([Bad(("notes", n, "item"), str(given.notes[n].item)) for n in beyond])
    return Minutes(
        agenda=agenda,
        release=given.release,
        published=given.published,
        place=given.place,
        participants=tuple(given.participants),
        notes=tuple(given.notes),
        spent=tuple(given.spent[:most]),
        left_out=left_out,
    )


def _no_number(_text: str) -> NoReturn:
    raise ValueError("JSON has no such number")


def _cleaned(value: Any) -> tuple[Any, int]:
    """The value without letters that XML forbids, and how many there were."""
    if isinstance(value, str):
        return _NO_DOCUMENT.subn("", value)
    if isinstance(value, list):
        each = [_cleaned(one) for one in value]
        return [one for one, _ in each], sum(count for _, count in each)
    if isinstance(value, dict):
        pairs = {key: _cleaned(one) for key, one in value.items()}
        return {key: one for key, (one, _) in pairs.items()}, sum(n for _, n in pairs.values())
    return value, 0


def _bad(error: ValidationError) -> Iterator[Bad]:
    for each in error.errors(include_url=False):
        given, where = each["input"], tuple(each["loc"])
        if each["type"] in {"too_long", "string_too_long"}:
            yield Bad(where, str(len(given)), each["ctx"]["max_length"])
        else:
            missing = each["type"] == "missing" or isinstance(given, dict | list)
            yield Bad(where, "" if missing else str(given))
