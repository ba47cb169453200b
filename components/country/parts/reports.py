"""Reporting on the agreed indicators: what came in, what is awaited, the forms, how it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from babel import Locale

from components.cards import Card
from components.country.answers import CountryAnswers
from components.form_addresses import questionnaire_address, workshop_report_address
from components.markup import render
from components.numbers import date_text
from components.pathfinders.lines import period
from components.wording import DEFAULT, Wording
from data.methods.stages import report_awaited
from data.records import Answer, Report


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report in words; `verbatim` where its title stands as the country wrote it."""

    kind: str
    title: str
    reporter: str
    period: str
    received: str
    language: str
    language_name: str
    page: str
    source_title: str
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Said:
    """An open question and its answer, verbatim, in the language it was written in."""

    question: str
    text: str
    language: str


def reports_card(answers: CountryAnswers, wording: Wording, today: date) -> Card:
    """For a pathfinder country: its reports, those that are awaited, and the forms to report."""
    ordered = sorted(answers.reports, key=lambda one: (one.received, one.code), reverse=True)
    return Card(
        "country-reports",
        _title(ordered, wording),
        "roadmap",
        body=render(
            "reports.html",
            why=wording.t("reports.why", country=answers.area.name),
            forms=_forms(answers.area.code, wording),
            received=[_line(one, wording) for one in ordered],
            awaited=_awaited(answers, wording, today),
            answers=_answers(ordered, answers.answers, answers.area.name, wording),
            how=how_to_report(wording),
            t=wording.t,
        ),
        label=wording.t("reports.label", country=answers.area.name),
        wide=True,
    )


def how_to_report(wording: Wording) -> str:
    """How a country becomes a pathfinder and reports, step by step, as safe HTML."""
    return render(
        "how_to_report.html",
        intro=wording.t("how_to_report.intro"),
        steps=wording.several("how_to_report.steps"),
    )


def _title(ordered: list[Report], wording: Wording) -> str:
    if not ordered:
        return wording.t("reports.none")
    latest = ordered[0].received
    if not latest:
        return wording.t("reports.known_undated", count=len(ordered))
    return wording.t("reports.known", count=len(ordered), date=date_text(latest, wording))


def _forms(area: str, wording: Wording) -> list[tuple[str, str, bool]]:
    """Text, address and whether it is a file: the forms in the reader's language, the view."""
    return [
        (wording.t("reports.questionnaire"), questionnaire_address(area, wording.code), True),
        (wording.t("reports.workshop"), workshop_report_address(area, wording.code), True),
        (wording.t("reports.monitoring"), view_address(area, wording), False),
    ]


def view_address(area: str, wording: Wording) -> str:
    """The address of the country's monitoring view in the reader's language."""
    language = {"lang": wording.code} if wording.code != DEFAULT else {}
    return f"monitoring?{urlencode({'iso3': area} | language)}"


def language_name(code: str, wording: Wording) -> str:
    """The name of a language in the reader's; its code where that has none."""
    return str(Locale.parse(wording.language.locale).languages.get(code, code))


def _line(one: Report, wording: Wording) -> ReportLine:
    return ReportLine(
        wording.t(f"report_kind.{one.kind}"),
        wording.of(one, "title"),
        one.reporter,
        period(one.start, one.end, wording) if one.start or one.end else "",
        date_text(one.received, wording) if one.received else "",
        one.language,
        language_name(one.language, wording) if one.language else "",
        one.page,
        one.source_title,
        bool(one.report),
    )


def _answers(
    ordered: list[Report], given: tuple[Answer, ...], country: str, wording: Wording
) -> list[tuple[str, str, list[Said]]]:
    """Anchor, summary and answers of each report that has any."""
    found = []
    for one in ordered:
        said = [
            Said(_question(each, country, wording), each.text, each.language)
            for each in given
            if each.report == one.code
        ]
        if said:
            summary = wording.t("reports.answers", title=wording.of(one, "title"))
            found.append((f"answers-{one.code}", summary, said))
    return found


def _question(answer: Answer, country: str, wording: Wording) -> str:
    """The question as the questionnaire asks it; its code where it is none of today's."""
    key = f"reporting.questions.{answer.question}"
    return wording.t(key, country=country) if key in wording.texts else answer.question


def _awaited(answers: CountryAnswers, wording: Wording, today: date) -> str:
    """Which report a confirmed pathfinder owes, in words; empty where none is due."""
    owed = report_awaited(answers.stages, answers.reports, today)
    if owed is None or answers.area.pathfinder != "pathfinder":
        return ""
    return wording.t("pathfinders.awaited", year=owed.year)
