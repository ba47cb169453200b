"""The rules in words and how charts are read, as blocks for the page and for its text twin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from components import numbers
from components.charts.plot import plot_html
from components.markup import render
from components.methods_page.examples import KINDS, example
from components.text_twin.addresses import METHODS, asked
from components.text_twin.blocks import (
    Block,
    Bullets,
    Drawn,
    Heading,
    Link,
    Paragraph,
    Table,
    Term,
    Terms,
    TextPage,
)
from components.wording import Wording
from data.methods.doubts import doubts
from data.methods.progress.judged import TARGET_YEAR
from data.methods.selection import headlines
from data.records import Area

SECTIONS: Final = (
    "speaks",
    "change",
    "doubts",
    "contradictions",
    "ages",
    "latest",
    "absences",
    "detection",
    "roadmap",
    "small_counts",
    "progress",
)
STRENGTHS: Final = (
    ("comparable", "s_comparable"),
    ("indicative", "s_indicative"),
    ("not_comparable", "s_not"),
)
AGES: Final = (("5-11", 1, 21), ("12-14", 14, 21), ("15-17", 43, 0))
"""By age: hours of work, and of household chores, from which on a week is child labour in SDG
indicator 8.7.1; no hours of chores count from 15 on."""

ABSENCES: Final = ("zero", "not_reported", "suppressed", "not_applicable", "not_collected")
STEPS: Final = ("yearly", "expected", "share", "class")


def how_to_read(kind: str, wording: Wording) -> str:
    """The link below a chart to how its kind is read, as safe HTML; `kind` is one of KINDS.

    Raises ValueError for another kind.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of chart: {', '.join(KINDS)}")
    href = f"{asked('methods', wording.code)}#read-{kind}"
    return render("how_to_read.html", href=href, text=wording.t("methods_page.link")).strip()


def methods_page(areas: Mapping[str, Area], wording: Wording, *, as_of: str = "") -> TextPage:
    """The page as text."""
    t = wording.t
    title = t("methods_page.title")
    return TextPage(
        path=METHODS,
        title=t("text_twin.page_title", title=title, product=t("frame.product")),
        heading=title,
        description=t("methods_page.lead"),
        blocks=tuple(methods_blocks(areas, wording)),
        twin=asked("methods", wording.code, as_of=as_of),
    )


def methods_blocks(areas: Mapping[str, Area], wording: Wording) -> Iterator[Block]:
    """Every rule, then every kind of chart."""
    t = wording.t
    yield Paragraph(t("methods_page.lead"), "lead")
    links = [Link(t(f"methods_page.section.{key}"), f"#{_anchor(key)}") for key in SECTIONS]
    links += [Link(t(f"methods_page.kind.{kind}"), f"#read-{kind}") for kind in KINDS]
    yield Bullets(tuple(links), look="row")
    for key in SECTIONS:
        yield Heading(t(f"methods_page.section.{key}"), anchor=_anchor(key))
        yield from _section(key, areas, wording)
    yield Heading(t("methods_page.reading"), anchor="reading")
    for kind in KINDS:
        yield Heading(t(f"methods_page.kind.{kind}"), 3, f"read-{kind}")
        drawn = plot_html(example(kind, wording))
        yield Drawn(render("example.html", plot=drawn, said=t("methods_page.made_up")))
        yield Bullets(wording.several(f"methods_page.read.{kind}"))


def _anchor(key: str) -> str:
    return f"methods-{key.replace('_', '-')}"


def _section(key: str, areas: Mapping[str, Area], wording: Wording) -> Iterator[Block]:
    if key == "speaks":
        yield from _speaks(wording)
    elif key == "ages":
        yield _ages(wording)
    elif key == "progress":
        yield from _progress(wording)
    else:
        for text in wording.several(f"methods_page.text.{key}"):
            yield Paragraph(text)
    if key == "change":
        yield from _strengths(wording)
    elif key == "doubts":
        yield Bullets(tuple(_in_doubt(areas, wording)))
    elif key == "absences":
        yield _absences(wording)


def _speaks(wording: Wording) -> Iterator[Block]:
    t = wording.t
    yield Paragraph(t("methods.lead"))
    yield Bullets(wording.several("methods.rule"), numbered=True)
    yield Heading(t("methods_page.measures"), 3)
    measures = (
        Term(f"headline-{code}", t(f"headline.{code}.name"), t(f"methods.why.{code}"))
        for code in headlines()
    )
    yield Terms(tuple(measures))
    yield Paragraph(t("methods.national"))


def _strengths(wording: Wording) -> Iterator[Block]:
    t = wording.t
    yield Terms(
        tuple(
            Term(
                f"strength-{code.replace('_', '-')}",
                t(f"change.strength.{code}"),
                t(f"methods.{key}"),
            )
            for code, key in STRENGTHS
        )
    )
    yield Paragraph(t("methods.jump"))


def _in_doubt(areas: Mapping[str, Area], wording: Wording) -> list[str]:
    found = {
        f"{areas[one.area].name}, {numbers.isolate(one.year, wording)}: "
        f"{wording.t(f'doubt.{one.code}')}"
        for several in doubts().values()
        for one in several
        if one.area in areas
    }
    return sorted(found)


def _ages(wording: Wording) -> Table:
    t = wording.t

    def hours(count: int) -> str:
        return numbers.quantity(count, "HOURS", wording)

    rows = tuple(
        (
            numbers.age_text(age, wording),
            t("methods_page.hours", hours=hours(work)),
            t("methods_page.hours", hours=hours(chores)) if chores else t("methods_page.no_chores"),
        )
        for age, work, chores in AGES
    )
    heads = ("age_column", "hours_column", "chores_column")
    caption = t("glossary.term.indicator_8_7_1.name")
    return Table(caption, tuple(t(f"methods_page.{head}") for head in heads), rows)


def _absences(wording: Wording) -> Table:
    t = wording.t
    return Table(
        t("methods_page.section.absences"),
        (t("methods_page.absence_column"), t("methods_page.meaning_column")),
        tuple(
            (t(f"glossary.term.{code}.name"), t(f"glossary.term.{code}.text")) for code in ABSENCES
        ),
    )


def _progress(wording: Wording) -> Iterator[Block]:
    t = wording.t
    yield Paragraph(t("progress.lead"))
    yield Paragraph(t("progress.gate"))
    steps = [t(f"progress.method_step.{step}", year=TARGET_YEAR) for step in STEPS]
    yield Bullets(tuple(steps), numbered=True)
    paces = ("pace_seen", "pace_needed")
    yield Bullets(tuple(t("methods_page.formula", sum=t(f"methods_page.{pace}")) for pace in paces))
    yield Paragraph(t("progress.others_why"))
    yield Paragraph(t("progress.never"))
    page = asked("progress", wording.code)
    yield Bullets((Link(t("progress.title_page"), page),))
