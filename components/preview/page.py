"""The page of a draft: what a country reported as it would look, and what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from components.markup import render
from components.monitoring.lines import part_label
from components.numbers import date_text, span_text
from components.pathfinders.actions import action_table
from components.pathfinders.gauge import RING_PIXELS, items_gauge, targets_gauge
from components.preview.would_be import Standing, WouldBe, would_be
from components.reporting.filled import Filled, Said, Ticked, Value
from components.reporting.report_rows import TRANSLATED
from components.theme import Palette
from components.wording import Wording
from data.records import Area, Indicator


@dataclass(frozen=True)
class Draft:
    """A step of a report: its code, state, the moment and person, the reviewer if there was one,
    and the last day of the link."""

    code: str
    number: int
    state: str
    at: str
    by: str
    reviewer: str
    note: str
    filled: Filled
    until: str = ""


@dataclass(frozen=True)
class Change:
    """A cell of ours that the country corrects: what is now and what it would be."""

    what: str
    column: str
    now: str
    new: str
    kept_for_editors: bool


def draft_html(
    draft: Draft,
    area: Area,
    standing: Standing,
    indicators: Mapping[str, Indicator],
    wording: Wording,
    palette: Palette,
    *,
    today: date,
    country: str,
) -> str:
    """A draft under its band; `country` is the address of the country's page."""
    filled = draft.filled
    about = filled.about
    after = would_be(filled, draft.code, draft.at[:10], standing, draft.reviewer)
    touched = {one.code for one in filled.roadmap}
    rows = [one for one in after.actions if one.code in touched]
    return render(
        "preview.html",
        t=wording.t,
        state=draft.state,
        code=draft.code,
        told=wording.t(
            f"preview.state.{draft.state}",
            country=area.name,
            day=date_text(draft.at[:10], wording),
            by=draft.by,
        ),
        note=draft.note if draft.state == "reviewed" else "",
        country=country,
        until=date_text(draft.until, wording),
        title=wording.t("preview.title", country=area.name),
        period=span_text(about.start, about.end, wording),
        office=about.office,
        date=date_text(about.date, wording),
        language=about.language,
        spoken=wording.t(f"reporting.choice.language.{about.language}"),
        gauges=_gauges(after, wording, palette, today) if rows else "",
        table=action_table(
            rows,
            wording.t("preview.roadmap_caption", country=area.name),
            wording,
            palette,
            priorities=after.priorities,
            today=today,
        ),
        steps=[_step(one, wording) for one in filled.next_steps],
        values=[_value(one, wording) for one in filled.values],
        changes=_changes(draft, standing, wording),
        answers=[
            (wording.t(f"reporting.questions.{one.question}", country=area.name), one.text)
            for one in filled.answers
        ],
        comments=[_comment(one, indicators, wording) for one in filled.comments],
        warnings=filled.warnings,
    )


def _gauges(after: WouldBe, wording: Wording, palette: Palette, today: date) -> str:
    gauges = [
        items_gauge(after.actions, after.roadmaps, wording, palette, today),
        targets_gauge(after.actions, wording, palette),
    ]
    # The rows stand on this page, below.
    shown = [(one, "#preview-roadmap" if one.rows else "") for one in gauges]
    return render(
        "gauges.html",
        gauges=[_pointed(gauge, rows) for gauge, rows in shown],
        pixels=RING_PIXELS,
        t=wording.t,
    )


def _pointed(gauge: object, rows: str) -> dict[str, object]:
    names = ("title", "line", "voices", "remarks", "bars")
    return {name: getattr(gauge, name) for name in names} | {"rows": rows}


def _step(one: Ticked, wording: Wording) -> dict[str, str]:
    word = f"preview.ticked.{one.achieved or 'none'}"
    return {
        "sign": {"yes": "☑", "no": "☐"}.get(one.achieved, "–"),
        "word": wording.t(word),
        "text": one.text,
        "due": date_text(one.due, wording) if one.due else "",
        "when": date_text(one.achieved_date, wording) if one.achieved_date else "",
        "comment": one.comment,
    }


def _value(one: Value, wording: Wording) -> dict[str, str]:
    name = wording.t(f"framework.{one.indicator}.name")
    if one.part:
        part = part_label(one.part, wording)
        name = wording.t("reporting.part_of_indicator", name=name, part=part)
    return {
        "name": name,
        "sex": wording.t(f"charts.sex.{one.sex}") if one.sex else "",
        "known": one.known,
        "known_year": one.known_year,
        "correct": wording.t(f"reporting.choice.yes_no.{one.correct}") if one.correct else "",
        "value": one.value,
        "unit": one.unit,
        "year": one.year if one.value else "",
        "source": one.source,
        "note": one.note,
    }


def _changes(draft: Draft, standing: Standing, wording: Wording) -> list[Change]:
    """Corrections of rows that stand already."""
    actions = {one.code: one for one in standing.actions}
    found = []
    for item in draft.filled.roadmap:
        before = actions.get(item.code)
        for column in item.changed if before is not None and not item.new else ():
            field = {"owner": "responsible", "focus": "priority", "action": "text"}.get(column)
            now = "" if column == "priority" else getattr(before, field or column)
            new = item.text if column == "action" else getattr(item, column)
            if column in {"focus", "kind"}:
                family = {"focus": "priority", "kind": "action_kind"}[column]
                now, new = (wording.code_text(family, code) if code else "" for code in (now, new))
            head = wording.t(f"reporting.column.roadmap.{column}")
            ours = before is not None and before.report != draft.code
            name = wording.of(before, "text")
            if column == "action":
                now = name
            found.append(Change(name, head, now, new, ours and column in TRANSLATED))
    return found


def _comment(one: Said, indicators: Mapping[str, Indicator], wording: Wording) -> dict[str, str]:
    known = indicators.get(one.indicator)
    return {
        "name": wording.of(known, "name") if known else one.indicator,
        "year": one.year,
        "sex": wording.t(f"charts.sex.{one.sex}") if one.sex else "",
        "text": one.text,
    }
