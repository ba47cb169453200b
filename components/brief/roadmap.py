"""What a brief says of the roadmap: items and their statuses, stages, what is ahead and late."""

from __future__ import annotations

from datetime import date

from components.brief.records import Count, DatedLine, Line, Roadmap, Step
from components.charts.ring import ring_text
from components.country.answers import CountryAnswers
from components.country.parts.roadmap_dates import dates_ahead, ended_plans
from components.numbers import date_text
from components.pathfinders.actions import status_counts
from components.pathfinders.dates import short_date
from components.pathfinders.gauge import items_gauge, measures_line, roadmap_line
from components.pathfinders.stages import steps
from components.theme import PALETTES
from components.wording import Wording
from data.methods.completion import (
    FEWEST_FOR_A_RING,
    STATUSES,
    completion,
    elsewhere,
    on_roadmap,
    overdue,
)
from data.records import Action


def roadmap(answers: CountryAnswers, wording: Wording, today: date) -> Roadmap:
    """The way of the country by the rule of origin: only items of a roadmap are counted."""
    t, plain = wording.t, PALETTES["light"]
    label = t("roadmap.title")
    if not answers.area.pathfinder:
        open_to = t("tile.any_state") if answers.area.un_member else ""
        return Roadmap(
            label, t("roadmap.none"), " ".join(filter(None, (open_to, t("becoming.why"))))
        )
    items = on_roadmap(answers.actions)
    others = elsewhere(answers.actions)
    found = completion(answers.area.code, items)
    ringed = len(items) >= FEWEST_FOR_A_RING
    gauge = items_gauge(answers.actions, answers.roadmaps, wording, plain, today)
    known = found.no_evidence < found.listed
    return Roadmap(
        label,
        roadmap_line(answers.actions, wording),
        instead="" if ringed else gauge.line,
        ratio=t(
            "completion.ratio",
            completed=str(found.completed) if known else "–",
            listed=str(found.listed),
        )
        if ringed
        else "",
        alt=ring_text(found, wording) if ringed else "",
        counts=tuple(
            Count(one.status, one.word, one.count) for one in status_counts(found, wording, plain)
        )
        if ringed
        else (),
        items=_lines(items, wording, today),
        others_title=measures_line(others, wording) if others else "",
        others=_lines(others, wording, today),
        steps=tuple(
            Step(step.name, step.when, step.mark)
            for step in steps(answers.stages, wording, answers.roadmaps)
        ),
        ahead=tuple(
            DatedLine(one.when, str(one.what)) for one in dates_ahead(answers, wording, today)
        ),
        late=tuple(
            DatedLine(
                date_text(one.due, wording),
                wording.of(one, "text"),
                t(f"completion.{one.status}"),
            )
            for one in overdue(answers.actions, today)
        ),
        ended=tuple(
            DatedLine(one.when, str(one.what)) for one in ended_plans(answers, wording, today)
        ),
        note=t("country_brief.reading"),
    )


def _lines(items: list[Action], wording: Wording, today: date) -> tuple[Line, ...]:
    """Items past their date first, then by status, the most advanced first, then by due date."""
    late = {one.code for one in overdue(items, today)}
    ordered = sorted(
        items,
        key=lambda one: (
            one.code not in late,
            STATUSES.index(one.status),
            one.due or "9999",
            one.code,
        ),
    )
    return tuple(
        Line(
            wording.of(one, "text"),
            short_date(one.due, wording),
            one.status,
            wording.t(f"action_status.{one.status}"),
            wording.t("country_brief.overdue") if one.code in late else "",
        )
        for one in ordered
    )
