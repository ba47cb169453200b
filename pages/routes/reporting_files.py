"""`/api/v1/questionnaire.xlsx` and `/api/v1/workshop-report.docx`: what a country fills in."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.country.answers import CountryAnswers
from components.echo import echoed
from components.explore.filters import Refused
from components.reporting.layout import Made
from components.reporting.lines import framework_lines
from components.spreadsheet import MEDIA_TYPE as WORKBOOK
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data.country_facts import facts_of, reporting_country, reporting_facts
from data.framework_facts import framework_facts
from data.records import Area
from pages.routes.shown import only_known, open_store, refusal
from pages.service.download import Asked, Download

PARAMETERS: Final = ("area", "lang")
DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Wanted:
    """The country and the language of a file."""

    area: Area
    wording: Wording


class NotUnderstood(ValueError):
    """Which country or language is meant cannot be told; says what helps."""


async def questionnaire_file(request: Request) -> Response:
    """The questionnaire of a country as a workbook, prefilled; 400 says what is not understood."""
    return await _answer(request, "questionnaire", ".xlsx", WORKBOOK, _questionnaire)


async def workshop_report_file(request: Request) -> Response:
    """The report of a strategic workshop, prefilled; 400 says what is not understood."""
    return await _answer(request, "workshop-report", ".docx", DOCUMENT, _workshop_report)


async def _answer(
    request: Request, name: str, suffix: str, media: str, make: Callable[[Wanted], bytes]
) -> Response:
    params = dict(request.query_params)
    shown = await run_in_threadpool(open_store)
    try:
        wanted = await run_in_threadpool(_wanted, params)
    except Refused as why:
        return refusal(why)
    except NotUnderstood as why:
        return PlainTextResponse(f"{why}\n", status_code=400)

    def pieces() -> Generator[str | bytes]:
        yield make(wanted)

    code, language = wanted.area.code, wanted.wording.code
    return Download(
        Asked(
            content=(name, *shown.content, code, language),
            name=f"target87-{name}-{code}-{language}-{shown.day}{suffix}",
            changed=shown.changed,
            make=pieces,
            media=media,
        )
    )


def _wanted(params: dict[str, str]) -> Wanted:
    """Raises Refused for an unknown parameter, NotUnderstood for an unknown value."""
    only_known(params, PARAMETERS)
    language = params.get("lang", "").lower() or DEFAULT
    if language not in LANGUAGES:
        raise NotUnderstood(
            wording(DEFAULT).t(
                "reporting.refused.language", asked=echoed(language), known=", ".join(LANGUAGES)
            )
        )
    words = wording(language)
    code = params.get("area", "").upper()
    area = reporting_country(code, language, words.t("example.name"))
    if area is None:
        key = "unknown_area" if code else "no_area"
        raise NotUnderstood(words.t(f"reporting.refused.{key}", asked=echoed(code)))
    return Wanted(area, words)


def _answers(wanted: Wanted) -> CountryAnswers:
    return CountryAnswers(**reporting_facts(wanted.area, wanted.wording.code))


def _questionnaire(wanted: Wanted) -> bytes:
    # Its library is loaded with the first file, not with the server.
    from components.reporting.workbook import questionnaire

    facts = framework_facts(None, wanted.area, wanted.wording.code)
    lines = framework_lines(facts, wanted.wording)
    return questionnaire(_answers(wanted), lines, wanted.wording, Made(*facts_of()))


def _workshop_report(wanted: Wanted) -> bytes:
    # Its library is loaded with the first file, not with the server.
    from components.reporting.workshop_report import workshop_report

    return workshop_report(_answers(wanted), wanted.wording, Made(*facts_of()))
