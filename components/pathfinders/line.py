"""One line of the list of countries: what stands in each column, in words and shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.numbers import number
from components.pathfinders.actions import StatusCount, status_counts
from components.pathfinders.cautions import caution_words
from components.pathfinders.dates import short_date
from components.pathfinders.next_dates import next_dates
from components.pathfinders.stages import Step, steps
from components.pathfinders.standing import Standing
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import FEWEST_FOR_A_RING, completion, spoken_of
from data.records import Action, Area, Completion

VOICES: Final = ("reported", "reviewed")


@dataclass(frozen=True, slots=True)
class Bar:
    """How far the items of a roadmap are, in one voice; `who` is empty where it is the only one."""

    who: str
    count: str
    listed: str
    words: str
    parts: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One country's line; empty texts stand for nothing known."""

    code: str
    name: str
    full_name: str
    href: str
    badges: tuple[str, ...]
    cautions: tuple[str, ...]
    steps: tuple[Step, ...]
    bars: tuple[Bar, ...]
    instead: str
    instead_full: str
    elsewhere: Bar | None
    late: str
    late_count: str
    late_words: str
    ahead: str
    ahead_what: str
    sign: str
    sign_what: str
    checked: str


def line(one: Standing, wording: Wording, palette: Palette, today: date, href: str) -> Line:
    """A country in words."""
    found = bars(one.items, one.area.code, wording, palette)
    ahead = next_dates(one.actions, one.roadmaps, wording, today, one.policies)
    count = len(one.late)
    return Line(
        code=one.area.code,
        full_name=one.area.name,
        name=short_name(one.area, wording),
        href=href,
        badges=_badges(one, wording),
        cautions=caution_words(one.stages, wording),
        steps=steps(one.stages, wording, one.roadmaps),
        bars=found,
        instead="" if found else instead(one, wording, "short"),
        instead_full="" if found else instead(one, wording, "full"),
        elsewhere=_bar(one.elsewhere, wording, palette) if one.others else None,
        late=short_date(one.late_since, wording),
        late_count=number(count, wording) if count else "",
        late_words=wording.plural("pathfinders.late_count", count, count=count) if count else "",
        ahead=short_date(ahead[0].date, wording) if ahead else "",
        ahead_what=ahead[0].what if ahead else "",
        sign=short_date(one.sign.date, wording) if one.sign else "",
        sign_what=_sign_word(one.sign.kind, wording) if one.sign else "",
        checked=short_date(one.checked, wording),
    )


def _sign_word(kind: str, wording: Wording) -> str:
    """One word for what was seen last: a kind of event, else the short name of a step."""
    key = f"pathfinders.sign.{kind}"
    return wording.t(key if key in wording.texts else f"pathfinders.stage_short.{kind}")


def short_name(area: Area, wording: Wording) -> str:
    """The name of a country as it fits into a column."""
    key = f"pathfinders.short_name.{area.code}"
    return wording.t(key) if key in wording.texts else area.name


def _badges(one: Standing, wording: Wording) -> tuple[str, ...]:
    codes = [one.area.pathfinder] if one.area.pathfinder != "pathfinder" else []
    codes += ["on_hold"] if one.on_hold else []
    return tuple(wording.t(f"pathfinders.badge_short.{code}") for code in codes)


def bars(items: Sequence[Action], area: str, wording: Wording, palette: Palette) -> tuple[Bar, ...]:
    """A bar of the items, or one for what was reported and one for what was reviewed; none where
    the items are too few for a share to say anything."""
    if len(items) < FEWEST_FOR_A_RING:
        return ()
    spoken = [says for says in VOICES if spoken_of(items, says)]
    heard = spoken if len(spoken) > 1 else [""]
    return tuple(_bar(completion(area, items, says), wording, palette) for says in heard)


def _bar(found: Completion, wording: Wording, palette: Palette) -> Bar:
    counts = status_counts(found, wording, palette)
    said = wording.t("sentence.separator").join(
        wording.t("completion.part", status=one.word, count=one.count)
        for one in counts
        if one.count
    )
    fields = {"completed": found.completed, "listed": found.listed}
    return Bar(
        wording.t(f"pathfinders.voice.{found.says}") if found.says else "",
        wording.t("pathfinders.of", **fields),
        number(found.listed, wording),
        said,
        counts,
    )


def instead(one: Standing, wording: Wording, form: str) -> str:
    """The words that stand where a bar would say nothing: `form` is short or full."""
    others = len(one.others)
    if not one.items and (form == "short" or not others):
        return wording.t(f"pathfinders.instead_{form}.nothing")
    if not one.items:
        return wording.plural(f"pathfinders.instead_{form}.elsewhere", others, others=others)
    return wording.plural(
        f"pathfinders.instead_{form}.few",
        len(one.items),
        items=len(one.items),
        completed=one.completion.completed,
        others=others,
    )
