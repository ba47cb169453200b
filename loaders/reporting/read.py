"""Reads a filled questionnaire into a record: every problem is told at once, or there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from components.reporting.filled import (
    About,
    Answered,
    Filled,
    Said,
    Value,
)
from components.reporting.form import sheet
from components.reporting.layout import KEY_SIGN
from components.wording import DEFAULT
from data.methods.dates import last_day, span
from data.queries import versions
from data.records import Area
from loaders.reporting.book import Line, open_book, problems_in
from loaders.reporting.cells import Reading
from loaders.reporting.known import known_area, known_of
from loaders.reporting.ledger_sheets import read_next_steps, read_priorities, read_roadmap
from loaders.reporting.rows_before import RowsBefore, comment_text

_CODE: Final = re.compile(r"[A-Z]{3}")


def read_filled(
    connection: Connection, path: Path, *, asked: str = "", language: str = DEFAULT
) -> Filled:
    """The record of a filled questionnaire; `asked` is the country whose one it should be.

    `language` is that of refusals of a file that does not say its own. Raises QuestionnaireRefused.
    """
    book, problems = open_book(path, problems_in(language))
    reading = Reading(book, problems)
    area = _area(connection, reading, asked)
    if area is None:
        problems.stop()
    assert area is not None
    about = _about(reading, area)
    newest = versions.newest(connection)
    release = book.release if 0 < book.release < newest else None
    known = known_of(connection, area, book.wording.code, release)
    before = RowsBefore(connection, known, about)
    priorities = read_priorities(reading, before)
    found = Filled(
        about=about,
        values=tuple(_values(reading)),
        answers=tuple(_answers(reading)),
        next_steps=tuple(read_next_steps(reading, before)),
        priorities=tuple(priorities),
        roadmap=tuple(read_roadmap(reading, before, priorities)),
        comments=tuple(_comments(reading, before)),
    )
    if not problems.found and _nothing_in(found):
        problems.add(reading.page("questions").title, "", "empty")
    problems.stop()
    return found.model_copy(update={"warnings": tuple(map(str, problems.warned))})


def _nothing_in(found: Filled) -> bool:
    told = (found.values, found.answers, found.comments)
    ticked = any(one.achieved or one.comment or one.new for one in found.next_steps)
    aims = any(one.new or one.changed for one in found.priorities)
    items = any(one.new or one.changed or one.status or one.reviewed for one in found.roadmap)
    return not (any(told) or ticked or aims or items)


def _about_lines(reading: Reading) -> dict[str, Line]:
    return {line.key: line for line in reading.page("about").lines}


def _area(connection: Connection, reading: Reading, asked: str) -> Area | None:
    """The country of the form. What its hidden sheet and its first sheet say must agree."""
    problems, page = reading.problems, reading.page("about")
    line = _about_lines(reading).get("country_code")
    said = line.cell("answer").text.strip() if line else ""
    place = page.at(line, "answer") if line and page.columns else ""
    code = reading.book.area
    area = known_area(connection, said, reading.wording.code) if _CODE.fullmatch(said) else None
    if area is None:
        problems.add(page.title, place, "unknown_country", code=said)
    elif said != code:
        problems.add(page.title, place, "changed_country", code=said, form=code)
    elif asked and said != asked:
        problems.add(page.title, place, "other_country", code=said, asked=asked)
    return area


def _about(reading: Reading, area: Area) -> About:
    lines, said = _about_lines(reading), {}
    for one in sheet("about").fields:
        line = lines.get(one.key)
        if line is None:
            if one.needed:
                title = reading.page("about").title
                name = reading.wording.t(f"reporting.about.{one.key}")
                reading.problems.add(title, "", "line_missing", name=name)
            continue
        before = len(reading.problems.found)
        said[one.key] = reading.one("about", line, "answer", one)
        if one.needed and not said[one.key] and len(reading.problems.found) == before:
            name = reading.wording.t(f"reporting.about.{one.key}")
            reading.wrong("about", line, "answer", "needed", name=name)
    start, end = said.get("period_start", ""), said.get("period_end", "")
    if start and end and span(start)[0] > last_day(end):
        reading.wrong("about", lines["period_end"], "answer", "period", start=start, end=end)
    # Where the reporter is it may be tomorrow already.
    if day := said.get("date", ""):
        if span(day)[0] > date.today() + timedelta(days=1):
            reading.wrong("about", lines["date"], "answer", "future", date=day)
    return About(
        area=area.code,
        language=said.get("language", ""),
        form=reading.wording.code,
        release=reading.book.release,
        start=start,
        end=end,
        date=said.get("date", ""),
        office=said.get("reporter_office", ""),
        **{n: said.get(n, "") for n in said if n.startswith("focal_point")},
    )


def _answers(reading: Reading) -> Iterable[Answered]:
    asked = {one.key for one in sheet("questions").fields}
    for line in reading.page("questions").lines:
        if line.key in asked:
            text = reading.one("questions", line, "answer", sheet("questions").column("answer"))
            if text:
                yield Answered(question=line.key, text=text)
        elif text := line.cell("answer").text.strip():
            reading.wrong("questions", line, "answer", "unknown_row", text=text[:60])


def _values(reading: Reading) -> Iterable[Value]:
    seen: dict[tuple[str, ...], str] = {}
    for line in reading.page("indicators").lines:
        row = reading.row("indicators", line)
        told = [row[one.key] for one in sheet("indicators").columns if one.fill]
        if not any(told):
            continue
        asked = line.key or _asked(reading, line)
        if not asked:
            continue
        indicator, part, year, sex = (*asked.split(KEY_SIGN), "", "", "")[:4]
        value = Value(
            indicator=indicator,
            part=part,
            correct=row["correct"],
            known=row["known"],
            known_year=year,
            value=row["new_value"],
            year=row["new_year"] or (year if year.isdigit() else ""),
            sex=row["new_sex"] or sex,
            unit=row["new_unit"],
            source=row["new_source"],
            note=row["note"],
        )
        _check_value(reading, line, value, seen)
        yield value


def _asked(reading: Reading, line: Line) -> str:
    """The indicator of a row that the country added."""
    column = sheet("indicators").column("name")
    if line.cell("name").kind == "empty":
        reading.wrong("indicators", line, "name", "indicator_missing")
        return ""
    words = reading.book.words.get(column.choices, {})
    found = reading.book.coded(line.cell("name").text, words)
    if not found:
        reading.wrong("indicators", line, "name", "indicator_unknown", text=line.cell("name").text)
    return found


def _check_value(
    reading: Reading, line: Line, value: Value, seen: dict[tuple[str, ...], str]
) -> None:
    if not value.value:
        if value.correct == "no" and not value.note:
            reading.warn("indicators", line, "correct", "correct_without_value")
        if value.year and line.cell("new_year").kind != "empty" and not value.note:
            reading.wrong("indicators", line, "new_value", "value_missing")
        return
    if not value.year:
        reading.wrong("indicators", line, "new_year", "year_missing")
    key = (value.indicator, value.part, value.year, value.sex)
    if key in seen:
        reading.wrong("indicators", line, "new_value", "repeated", other=seen[key])
    seen[key] = reading.page("indicators").at(line, "new_value")


def _comments(reading: Reading, before: RowsBefore) -> Iterable[Said]:
    seen: dict[str, str] = {}
    for line in reading.page("comments").lines:
        row = reading.row("comments", line)
        if line.key or not any(row[name] for name in ("indicator", "text", "year")):
            continue
        if not row["text"]:
            reading.wrong("comments", line, "text", "comment_missing")
        if not row["indicator"] and line.cell("indicator").kind == "empty":
            reading.wrong("comments", line, "indicator", "comment_of_what")
        names = ("indicator", "year", "sex", "text")
        one = Said(code="", **{name: row[name] for name in names})
        said = comment_text(one)
        if said in seen:
            reading.wrong("comments", line, "text", "repeated", other=seen[said])
        seen[said] = reading.page("comments").at(line, "text")
        yield one.model_copy(update={"code": before.code_of("comments", said)})
