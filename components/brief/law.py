"""What a brief says of the law: instruments, points of law, suggested actions, inspection."""

from __future__ import annotations

from typing import Final

from components.brief.records import Line, Listing
from components.country.answers import CountryAnswers
from components.country.parts.inspection import count_rows, inspection_heading
from components.country.parts.law import (
    instrument_checks,
    law_label,
    law_points,
    law_rows,
    meets_text,
    party_text,
)
from components.country.parts.suggestions import open_text, open_topics, reports
from components.numbers import number
from components.theme import PALETTES
from components.wording import Wording

THEME: Final = "government"


def instruments(answers: CountryAnswers, wording: Wording) -> Listing:
    """Every instrument with the State's position, in the order of the catalogue."""
    checks, note = instrument_checks(answers, wording)
    return Listing(
        "instruments",
        THEME,
        wording.t("country_brief.instruments"),
        party_text(answers, wording),
        tuple(Line(one.name, one.word, one.mark, one.told) for one in checks),
        note,
        (wording.t("government.column.instrument"), wording.t("government.column.state")),
    )


def points_of_law(answers: CountryAnswers, wording: Wording) -> Listing:
    """The points of law of the source that speaks; what it says ends the line, the standard is
    the note."""
    rows = law_rows(answers, wording)
    meets, fails, year = law_points(answers)
    title = meets_text(meets, fails, wording) if rows else wording.t("government.no_law")
    label = law_label(answers, wording).partition(" · ")[0]
    if year is not None:
        label = wording.t("country_brief.law", year=year)
    return Listing(
        "law",
        THEME,
        label,
        title,
        tuple(
            Line(
                row.name,
                wording.t("country.with_note", text=row.says, note=row.year)
                if row.year
                else row.says,
                row.mark,
                row.told,
                row.standard,
            )
            for row in rows
        ),
        wording.t("law.one_view") if rows else "",
        (wording.t("law.column.point"), wording.t("law.column.says")),
    )


def suggestions(answers: CountryAnswers, wording: Wording) -> Listing:
    """The topics of the newest report, those of most reports first."""
    columns = (wording.t("law.column.suggestion"), wording.t("law.column.reports"))
    label = wording.t("country_brief.suggestions")
    if not answers.suggested_actions:
        nothing = wording.t("country_brief.no_suggestions")
        return Listing("suggestions", THEME, label, nothing, columns=columns)
    years, still = reports(answers), open_topics(answers)
    every = sum(len(one.years) == len(years) for one in still)
    lines = tuple(
        Line(
            wording.t(f"suggestion.{one.topic}"),
            wording.t(
                "country_brief.of",
                count=number(len(one.years), wording),
                all=number(len(years), wording),
            ),
        )
        for one in still
    )
    title = open_text(len(still), every, years[-1], wording)
    return Listing("suggestions", THEME, label, title, lines, wording.t("law.one_view"), columns)


def inspection(answers: CountryAnswers, wording: Wording) -> Listing:
    """The counts that are always shown; one without a figure keeps its line."""
    rows = count_rows(answers, wording, PALETTES["light"])
    return Listing(
        "inspection",
        THEME,
        wording.t("country_brief.inspection"),
        inspection_heading(answers, wording),
        tuple(
            Line(
                wording.t("sentence.comma").join(filter(None, (row.label, row.year))),
                row.latest,
                note=row.first,
            )
            for row in rows
        ),
        wording.t("law.counts_note") if rows else "",
        (wording.t("law.column.count"), wording.t("law.column.latest")),
    )
