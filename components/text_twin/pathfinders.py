"""The text page of the pathfinder countries: where each stands, in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from components.look import VARIABLES
from components.pathfinders.addresses import file_address
from components.pathfinders.head import asks, lead, sum_words
from components.pathfinders.line import Line, line
from components.pathfinders.standing import Standing
from components.text_twin.addresses import PATHFINDERS, asked, country_path
from components.text_twin.blocks import Block, Bullets, Cell, Link, Paragraph, Table, TextPage
from components.text_twin.parts import file_blocks
from components.wording import Wording

FILES: Final = ("actions", "statuses", "stages", "overdue", "events")


def pathfinders_page(
    standings: Sequence[Standing], wording: Wording, *, today: date, as_of: str = ""
) -> TextPage:
    """The page of all countries on the way, by name."""
    t = wording.t
    title = t("pathfinders.title")
    return TextPage(
        path=PATHFINDERS,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=title,
        description=lead(standings, wording),
        blocks=tuple(_blocks(standings, wording, today, as_of)),
        twin=asked("pathfinders", wording.code, as_of=as_of),
    )


def _blocks(
    standings: Sequence[Standing], wording: Wording, today: date, as_of: str
) -> Iterator[Block]:
    t = wording.t
    yield Paragraph(lead(standings, wording), "lead")
    yield Paragraph(sum_words(standings, wording))
    yield Bullets(tuple(sentence for _, sentence in asks(standings, wording)))
    stages = [one.short for one in _line(standings[0], wording, today, as_of).steps] \
        if standings else []  # fmt: skip
    columns = [t("pathfinders.column.country"), *stages]
    columns += [t(f"pathfinders.column.{key}") for key in ("items", "elsewhere", "ahead", "sign")]
    yield Table(
        t("pathfinders.list"),
        tuple(columns),
        tuple(_row(_line(one, wording, today, as_of), wording) for one in standings),
        file_address("stages.csv", as_of),
    )
    for key in ("elsewhere_key", "rule", "unknown_names"):
        yield Paragraph(t(f"pathfinders.{key}"), "small")
    files = [Link(t(f"text_twin.file.{key}"), file_address(f"{key}.csv", as_of)) for key in FILES]
    yield from file_blocks(files, wording)


def _line(one: Standing, wording: Wording, today: date, as_of: str) -> Line:
    href = asked(country_path(one.area.code), wording.code, as_of=as_of)
    return line(one, wording, VARIABLES, today, href)


def _row(one: Line, wording: Wording) -> tuple[Cell, ...]:
    t = wording.t
    name = one.full_name
    for badge in one.badges:
        name = t("country.with_note", text=name, note=badge)
    bars = [f"{bar.count} {bar.who}".strip() for bar in one.bars]
    ahead = f"{one.ahead} {one.ahead_what}".strip() or t("pathfinders.no_next")
    if one.late:
        ahead = f"{t('pathfinders.late_since', date=one.late)} · {one.late_words}"
    return (
        Link(name, one.href),
        *(f"{step.sign} {step.when}".strip() for step in one.steps),
        t("sentence.separator").join(bars) or one.instead,
        one.elsewhere.count if one.elsewhere else "–",
        ahead,
        f"{one.sign} {one.sign_what}".strip() or "–",
    )
