"""What a group could ask or decide about a country: from facts, by these rules, and nothing else.

Each rule looks at one fact that the country's page shows too, and gives one question with that fact
behind it. They stand in the order of their weight for a group that follows roadmaps; a screen has
room for the first few. No rule asks for what is not known to be missing: an unknown position on a
treaty, or a plan without dates, asks for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.charts.plot import DECADE
from components.country.answers import CountryAnswers
from components.country.parts.measures import national_runs, spoken_of
from components.country.parts.roadmap_dates import ended_plans, other_policies
from components.country.parts.tiles import CHILD_LABOUR, VICTIMS
from components.markup import Foreign
from components.numbers import date_text
from components.wording import Wording
from data.methods.completion import completion, on_roadmap, overdue
from data.methods.dates import last_day
from data.methods.stages import on_hold, report_awaited

MOST: Final = 3
"""Questions on one screen."""

PROTOCOL: Final = "P029"
"""The Protocol of 2014 to the Forced Labour Convention."""

SILENT_YEARS: Final = 5
"""Years without a count of detected victims after which the next is asked for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, the code of its rule, and the fact behind it."""

    code: str
    question: str
    fact: str


def asks(answers: CountryAnswers, wording: Wording, today: date) -> tuple[Ask, ...]:
    """Every question that a rule finds, the weightiest first."""
    found = (rule(answers, wording, today) for rule in RULES)
    return tuple(one for one in found if one is not None)


def anybody(answers: CountryAnswers) -> bool:
    """Whether there is somebody to ask: a State, or a territory of which anything is held."""
    return answers.area.un_member or bool(answers.figures)


def _ask(code: str, wording: Wording, fact: str, **fields: object) -> Ask:
    return Ask(code, wording.t(f"screen.ask.{code}", **fields), fact)


def _on_hold(answers: CountryAnswers, wording: Wording, _today: date) -> Ask | None:
    """A status that rests."""
    if not on_hold(answers.stages):
        return None
    since = max((one.date for one in answers.stages if one.stage == "on_hold"), default="")
    when = date_text(since, wording) or wording.t("pathfinders.undated")
    return _ask("on_hold", wording, wording.t("screen.fact.on_hold", when=when))


def _overdue(answers: CountryAnswers, wording: Wording, today: date) -> Ask | None:
    """Dates that have passed without a completed status."""
    late = overdue(answers.actions, today)
    if not late:
        return None
    text = wording.plural("screen.ask.overdue", len(late), count=len(late))
    fact = wording.t(
        "screen.fact.overdue",
        when=date_text(late[0].due, wording),
        what=wording.of(late[0], "text"),
    )
    return Ask("overdue", text, fact)


def _awaited(answers: CountryAnswers, wording: Wording, today: date) -> Ask | None:
    """The report on the last full year of a confirmed pathfinder."""
    if answers.area.pathfinder != "pathfinder":
        return None
    awaited = report_awaited(answers.stages, answers.reports, today)
    if awaited is None:
        return None
    fact = wording.t("screen.fact.no_report")
    if answers.reports:
        last = max(one.received or one.end for one in answers.reports)
        fact = wording.t("screen.fact.last_report", when=date_text(last, wording))
    return _ask("awaited", wording, fact, year=awaited.year)


def _ended(answers: CountryAnswers, wording: Wording, today: date) -> Ask | None:
    """A plan whose period is over while no other is known to run."""
    over = ended_plans(answers, wording, today)
    plans = [(plan.end, plan.start) for plan in answers.roadmaps]
    plans += [(plan.end, plan.start) for plan in other_policies(answers)]
    # A plan of no stated end may well run on, so it counts as a follow-up.
    last = max((last_day(one.date) for one in over), default=date.min)
    runs = any(
        last_day(end) >= today if end else bool(start) and last_day(start) >= last
        for end, start in plans
    )
    if not over or runs:
        return None
    what = over[0].what
    fact = wording.t("screen.fact.ended", what=what)
    if isinstance(what, Foreign):
        fact = Foreign(what.foreign, wording.t("screen.fact.ended", what=""))
    return _ask("ended", wording, fact, year=last.year)


def _no_evidence(answers: CountryAnswers, wording: Wording, _today: date) -> Ask | None:
    """Items of the roadmap of which nothing public says how far they are."""
    items = on_roadmap(answers.actions)
    silent = completion(answers.area.code, items).no_evidence
    if not silent:
        return None
    text = wording.plural("screen.ask.no_evidence", silent, count=silent)
    return Ask("no_evidence", text, wording.t("screen.fact.no_evidence", listed=len(items)))


def _survey(answers: CountryAnswers, wording: Wording, today: date) -> Ask | None:
    """No figure of child labour of the last ten years, by any definition."""
    if not anybody(answers):
        return None
    spoken = (spoken_of(answers, code) for code in CHILD_LABOUR)
    years = [found.row.year for found in spoken if found is not None]
    years += [one.newest.year for one in national_runs(answers)]
    if not years:
        return _ask("first_survey", wording, wording.t("screen.fact.no_survey"))
    if today.year - max(years) < DECADE:
        return None
    fact = wording.t("screen.fact.last_survey", year=max(years))
    return _ask("survey", wording, fact)


def _protocol(answers: CountryAnswers, wording: Wording, _today: date) -> Ask | None:
    """The Protocol, of a State that is known not to be a party."""
    stands = answers.ratifications.get(PROTOCOL)
    if stands is None or stands.status not in {"not_ratified", "signed", "denounced"}:
        return None
    status = wording.t(f"ratification_status.{stands.status}")
    fact = wording.t("screen.fact.protocol_undated", status=status)
    if stands.as_of:
        read = date_text(stands.as_of, wording)
        fact = wording.t("screen.fact.protocol", status=status, when=read)
    return _ask("protocol", wording, fact)


def _victims(answers: CountryAnswers, wording: Wording, today: date) -> Ask | None:
    """No count of detected victims of the last years."""
    if not anybody(answers):
        return None
    spoken = spoken_of(answers, VICTIMS)
    if spoken is None:
        return _ask("first_count", wording, wording.t("screen.fact.no_count"))
    if today.year - spoken.row.year <= SILENT_YEARS:
        return None
    fact = wording.t("screen.fact.last_count", year=spoken.row.year)
    return _ask("count", wording, fact)


RULES: Final[tuple[Callable[[CountryAnswers, Wording, date], Ask | None], ...]] = (
    _on_hold,
    _overdue,
    _awaited,
    _ended,
    _no_evidence,
    _survey,
    _protocol,
    _victims,
)
"""Every rule, the weightiest first."""
